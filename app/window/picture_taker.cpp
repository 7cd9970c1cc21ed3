#include "app/window/picture_taker.h"

#include "widgets/frame/main_window.h"
#include "widgets/frame/page_registry.h"
#include "widgets/frame/workspace.h"
#include "widgets/session.h"

#include <QDir>
#include <QPixmap>
#include <QTimer>

namespace atlas::app {
namespace {

/// Time for a page to read its rows and thumbnails; pictures are taken of real projects, so there is no signal for
/// "everything is shown".
constexpr int kSettleMs = 2500;

}  // namespace

PictureTaker::PictureTaker(widgets::MainWindow &window, QString folder, QString project, QObject *parent)
    : QObject(parent), m_window(window), m_folder(std::move(folder)), m_project(std::move(project))
{
    QDir().mkpath(m_folder);
    QTimer::singleShot(kSettleMs, this, [this] {
        take(QStringLiteral("start"));
        openProject();
    });
}

void PictureTaker::openProject()
{
    if (!m_project.isEmpty()) {
        for (const widgets::PageEntry &page : widgets::pageRegistry()) {
            m_pages << QString::fromLatin1(page.id);
        }
        connect(
            &m_window, &widgets::MainWindow::sessionChanged, this, [this] { next(); }, Qt::SingleShotConnection);
        m_window.openProject(m_project, storage::OpenMode::ReadWrite);
    } else {
        next();
    }
}

void PictureTaker::next()
{
    if (m_pages.isEmpty()) {
        Q_EMIT finished(m_failed);
        return;
    }
    const QString page = m_pages.takeFirst();
    m_window.workspace()->openPage(page);
    QTimer::singleShot(kSettleMs, this, [this, page] {
        take(page);
        next();
    });
}

void PictureTaker::take(const QString &name)
{
    if (!m_window.grab().save(QDir(m_folder).filePath(name + QStringLiteral(".png")))) {
        ++m_failed;
    }
}

}  // namespace atlas::app
