#pragma once

#include <QFrame>

class QFormLayout;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace atlas::widgets {

/// The column on the right: what is selected. Shows the inspector of the page that is on; can be folded away.
class Inspector final : public QFrame {
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);

    void add(QWidget *inspector);
    void setCurrent(QWidget *inspector);  ///< nullptr = the page has none

private:
    QStackedWidget *m_stack;
};

/// Name and value in two columns, as inspectors show facts. Values are plain text and can be selected; one with a word
/// that is too wide breaks inside it and is copied whole, by its menu.
class FactList final : public QWidget {
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void clear();
    /// At least so wide is the column of names of what is added from now on, so that lists below each other line up.
    void setNameWidth(int pixels) { m_nameWidth = pixels; }
    /// `help`: a tooltip of both. Returns the value's label, which belongs to the list.
    QLabel *add(const QString &name, const QString &value, bool monospace = false, const QString &help = {});
    /// An id or a hash: its beginning, which commands take as well; the whole as a tooltip and by a button that copies
    /// it.
    void addId(const QString &name, const QString &id);

private:
    QLabel *addName(const QString &name);

    QFormLayout *m_layout;
    int m_nameWidth = 0;
};

}  // namespace atlas::widgets
