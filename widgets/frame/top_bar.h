#pragma once

#include <QFrame>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace atlas::widgets {

class CommandSearch;

/// The one row above the content: project, the page's toolbar, search, the switch of the inspector.
class TopBar final : public QFrame {
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setProjectName(const QString &name);
    QMenu *projectMenu() const { return m_menu; }
    CommandSearch *search() const { return m_search; }
    QToolButton *inspectorSwitch() const { return m_inspector; }

    void addToolbar(QWidget *toolbar);
    void setCurrentToolbar(QWidget *toolbar);  ///< nullptr = the page has none

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showName();

    QString m_name;
    QToolButton *m_project;
    QMenu *m_menu;
    QStackedWidget *m_toolbars;
    QWidget *m_none;
    CommandSearch *m_search;
    QToolButton *m_inspector;
};

}  // namespace atlas::widgets
