#include "widgets/data/class_colours.h"

#include "widgets/frame/theme.h"

namespace atlas::widgets {

void ClassColours::setClasses(const std::vector<std::string> &names)
{
    m_index.clear();
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_index.insert(names[i], int(i));
    }
}

QColor ClassColours::of(const std::string &name) const
{
    return theme::categorical(m_index.value(name, -1));
}

}  // namespace atlas::widgets
