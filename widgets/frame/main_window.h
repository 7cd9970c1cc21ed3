#pragma once

#ifndef Q_MOC_RUN  // moc of Qt 6.4 cannot read <concepts>
#include "storage/project.h"
#endif
#include "widgets/frame/page.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace atlas::widgets {

class SessionOpener;
class SettingsMenu;
class StartPage;
class Tour;
class Workspace;

/// The window: the start page, or the workspace of the open project. Owns the session.
/// Closing a project takes it from the pages and the training service before it goes. A change of the language
/// (language.h) makes start page, workspace and menu anew, with the same session.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const PageServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens on a worker thread. `thenPage` is shown with `argument` when it is open.
    void openProject(const QString &folder, storage::OpenMode mode = storage::OpenMode::ReadWrite,
                     const QString &thenPage = {}, const QVariant &argument = {});
    void createProject(const QString &folder, const QVariant &thenImport = {});
    void setSession(std::unique_ptr<Session> session);
    void closeProject();

    Session *session() const { return m_session.get(); }
    Workspace *workspace() const { return m_workspace; }
    StartPage *startPage() const { return m_start; }

Q_SIGNALS:
    void demoRequested();
    void sessionChanged(Session *session);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void speakAnew();
    void refreshAfterJobs();
    void addActions();
    void popUpSettings(QWidget *button);
    void showGlossary();
    void startTour();  ///< in the project that is open, else in the demo
    void showTour(int step);
    void fillProjectMenu();
    void addCacheAction(QMenu *menu);
    void chooseNew(const QVariant &thenImport = {});
    void chooseOpen();
    /// Goes on at once, or after the person agreed to stop the jobs that still run.
    void whenQuiet(std::function<void()> then);
    void takeFiles(const QStringList &files);
    void showTitle();
    void showAbout();

    struct AfterOpening {
        QString page;
        QVariant argument;
    };

    PageServices m_services;
    std::unique_ptr<Session> m_session;
    SessionOpener *m_opener;
    AfterOpening m_after;
    bool m_tourWanted = false;  ///< as soon as a project is open
    QString m_language;         ///< of what is built
    QStackedWidget *m_stack;
    StartPage *m_start = nullptr;
    Workspace *m_workspace = nullptr;
    SettingsMenu *m_settings = nullptr;
    QPointer<Tour> m_tour;
};

}  // namespace atlas::widgets
