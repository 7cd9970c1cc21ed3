#include "app/window/demo_starter.h"

#include "app/demo/demo.h"
#include "widgets/frame/main_window.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/training_service.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace atlas::app {
namespace {

/// A folder beside the person's documents that is not there yet.
QString freeFolder()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    documents.mkpath(QStringLiteral("."));
    QString folder = documents.filePath(QStringLiteral("Demo.atlas"));
    for (int number = 2; QFileInfo::exists(folder); ++number) {
        folder = documents.filePath(QStringLiteral("Demo %1.atlas").arg(number));
    }
    return folder;
}

}  // namespace

DemoStarter::DemoStarter(widgets::MainWindow &window, widgets::JobList &jobs, widgets::TrainingService &training,
                         QObject *parent)
    : QObject(parent), m_window(window), m_jobs(jobs), m_training(training)
{
    connect(&window, &widgets::MainWindow::demoRequested, this, &DemoStarter::start);
    connect(&window, &widgets::MainWindow::sessionChanged, this, &DemoStarter::trainIn);
}

void DemoStarter::start()
{
    if (!m_making.isEmpty()) {
        return;  // already drawing; the jobs bar shows it
    }
    m_making = freeFolder();
    auto *job = new widgets::FunctionJob(tr("Making the demo project"),
                                         [folder = m_making](Observer &observer, std::stop_token stop) {
                                             makeDemoProject(folder.toStdString(), observer, stop);
                                         });
    connect(job, &widgets::Job::finished, this, [this] {
        m_waiting = std::exchange(m_making, {});
        m_window.openProject(m_waiting, storage::OpenMode::ReadWrite, QStringLiteral("train"));
    });
    connect(job, &widgets::Job::failed, this, [this] { m_making.clear(); });
    connect(job, &widgets::Job::cancelled, this, [this] { m_making.clear(); });
    m_jobs.add(job);
    job->start();
}

void DemoStarter::trainIn(widgets::Session *session)
{
    if (session == nullptr || m_waiting.isEmpty() ||
        QDir(m_waiting) != QDir(QString::fromStdString(session->project().folder().string()))) {
        return;
    }
    m_waiting.clear();
    m_training.enqueue(demoRunSpecs());
}

}  // namespace atlas::app
