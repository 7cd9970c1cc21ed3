#pragma once

#include <QColor>
#include <QHash>

#include <string>
#include <vector>

namespace atlas::widgets {

/// The colour of each class of the dataset that is shown, by its place in the class list.
class ClassColours {
public:
    void setClasses(const std::vector<std::string> &names);
    QColor of(const std::string &name) const;  ///< grey for a class that is not in the list

private:
    QHash<std::string, int> m_index;
};

}  // namespace atlas::widgets
