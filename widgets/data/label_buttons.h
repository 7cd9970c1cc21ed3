#pragma once

#include "storage/records.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace atlas::widgets {

class ClassColours;
class KeyButton;

/// One button a class with its colour, its count and the key printed on it; a field for a new class.
class LabelButtons final : public QWidget {
    Q_OBJECT

public:
    LabelButtons(const ClassColours *colours, QWidget *parent = nullptr);

    /// `fixed`: classes that nobody may add to (options of a choice).
    void setClasses(const std::string &kind, const std::vector<storage::LabelClass> &classes, bool fixed);
    void setCurrent(const Sample *sample);
    void setWritable(bool writable);

Q_SIGNALS:
    void chosen(const std::string &name);
    void newClassWanted(const QString &name);
    void manageWanted();  ///< rename, merge, delete, keys

private:
    static constexpr int kMost = 60;  ///< buttons; more classes are reached by the filter of the answer field

    const ClassColours *m_colours;
    QVBoxLayout *m_layout;
    QWidget *m_foot;  ///< the field for a new class and the way to all classes
    QLineEdit *m_new;
    QList<KeyButton *> m_buttons;
    std::vector<std::string> m_names;
    std::vector<std::string> m_known;
};

}  // namespace atlas::widgets
