#pragma once

#include "widgets/frame/banner.h"
#include "widgets/frame/empty_state.h"

#include <QList>
#include <QPair>
#include <QPointer>
#include <QString>
#include <QVariant>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QVBoxLayout;

namespace atlas::widgets {

class JobList;
class Session;
class TrainingService;

/// What every page is given when it is made. All outlive the pages.
struct PageServices {
    JobList *jobs = nullptr;
    TrainingService *training = nullptr;  ///< nullptr = this window cannot train (tests, viewers)
};

/// What a page has to say to somebody who looks at another one.
struct PageNotice {
    QString text = {};
    QString action = {};  ///< of the button
};

/// One page of the window: toolbar row, content, inspector; draws the states that all pages share.
/// A page's commands (for the search field and the list of keys) are its QWidget::actions().
/// Threads: GUI thread. Reads and writes go through the session; no member waits.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const PageServices &services, QWidget *parent = nullptr);

    Session *session() const;
    /// The project whose data is shown; nullptr = none. Calls sessionChanged().
    void setSession(Session *session);

    /// Stands in the window's top row while the page is shown; made once, the window takes it as a child.
    virtual QWidget *toolbar() { return nullptr; }
    /// Stands right of the content while the page is shown; made once, the window takes it as a child.
    virtual QWidget *inspector() { return nullptr; }

    /// Another page, the search field or a badge sent the person here. What `argument` holds is the page's contract,
    /// written at its class; an invalid argument means "as you are".
    virtual void open(const QVariant &argument);

    /// Keys that are no action's shortcut: what to press and what it does, for the list of keys.
    virtual QList<QPair<QString, QString>> keys() const { return {}; }

    /// Files or folders dropped anywhere on the window while the page is shown. True = taken.
    virtual bool dropped(const QStringList &files);

Q_SIGNALS:
    /// The way to another page: "data", "sequence", "train", "results" (ids of page_registry.cpp).
    void openPage(const QString &id, const QVariant &argument = {});
    void demoRequested();
    /// How many things on this page need attention; shown at its rail entry. 0 = none.
    void badgeChanged(int count);
    /// Something waits here for a person: shown at the foot of every other page, with a button that leads here. An
    /// empty text = nothing does.
    void noticeChanged(const PageNotice &notice);

protected:
    virtual void sessionChanged(Session *session) = 0;

    const PageServices &services() const { return m_services; }

    void setContent(QWidget *content);  ///< shown by showContent(); the page takes ownership
    void showContent();
    /// What this page is for, one primary button, a quiet second way.
    void showEmpty(const EmptyState::Content &content);
    /// With no time given to wait: appears after 150 ms, so that short reads do not flicker.
    void showLoading(const QString &what);
    /// What, what now, copy details; `retry` adds a button.
    void showError(const QString &message, const QString &hint, std::function<void()> retry = {});

    /// One line above the content: some failed, something to know. One at a time.
    void showBanner(const Banner::Content &content);
    void hideBanner();

private:
    PageServices m_services;
    QPointer<Session> m_session;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_content = nullptr;
    EmptyState *m_state = nullptr;
    Banner *m_banner = nullptr;
    int m_loadingTicket = 0;
};

}  // namespace atlas::widgets
