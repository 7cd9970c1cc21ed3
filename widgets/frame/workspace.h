#pragma once

#include "widgets/frame/page.h"

#include <QHash>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace atlas::widgets {

class Inspector;
class Rail;
class Sheet;
class TopBar;

/// An open project: rail, top bar, the pages, inspector and jobs bar. Knows pages only through the registry.
class Workspace final : public QWidget {
    Q_OBJECT

public:
    explicit Workspace(const PageServices &services, QWidget *parent = nullptr);

    /// The page `first` (the shown one where it is empty) gets it at once, the others when that one has been drawn or
    /// when they are opened: all ask the same reader thread.
    void setSession(Session *session, const QString &first = {});
    Session *session() const { return m_session; }

    Page *page(const QString &id) const { return m_pages.value(id); }
    Page *currentPage() const;
    QString currentId() const { return m_current; }
    void openPage(const QString &id, const QVariant &argument = {});

    TopBar *topBar() const { return m_topBar; }
    Rail *rail() const { return m_rail; }
    void focusSearch();
    void showKeys();  ///< a sheet with the keys of the page that is on
    void saveState();
    Sheet *openSheet() const;           ///< the first that is open on any page; nullptr = none
    void tell(const QString &message);  ///< above the page, until it is dismissed

    /// Where the person is on each page that keeps it (keeps_place.h), for a workspace that takes this one's place.
    QHash<QString, QVariant> places() const;
    void goBackTo(const QHash<QString, QVariant> &places);

Q_SIGNALS:
    void demoRequested();
    void pageChanged(const QString &title);

private:
    void addPages();
    void giveSession();  ///< to all that do not have it
    void rememberSplitter();
    void restoreSplitter();
    void setInspectorShown(bool shown);
    void showReadOnly();
    void showNotice();
    void fillSearch();

    PageServices m_services;
    Session *m_session = nullptr;
    Rail *m_rail;
    TopBar *m_topBar;
    Banner *m_banner;
    Banner *m_notice;  ///< what waits on a page that is not shown
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    Inspector *m_inspector;
    QHash<QString, Page *> m_pages;
    QHash<QString, PageNotice> m_notices;         ///< by page
    QHash<QString, QByteArray> m_splitterStates;  ///< by page, until the window is closed
    QString m_current;
};

}  // namespace atlas::widgets
