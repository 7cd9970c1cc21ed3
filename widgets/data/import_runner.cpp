#include "widgets/data/import_runner.h"

#include "storage/importer.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace atlas::widgets {

FunctionJob *makeImportJob(const Session &session, const storage::ImportRequest &request, QObject *context,
                           std::function<void(const storage::ImportReport &)> done)
{
    const QString name = QString::fromStdString(request.dataset);
    const QString title =
        QCoreApplication::translate("Import", request.dryRun ? "Looking at \"%1\"" : "Importing \"%1\"");
    auto report = std::make_shared<storage::ImportReport>();
    auto *job = new FunctionJob(title.arg(name), [project = session.sharedProject(), request,
                                                  report](Observer &observer, std::stop_token stop) {
        *report = storage::importInto(*project, request, observer, stop);
    });
    QObject::connect(job, &Job::finished, context, [report, done = std::move(done)] { done(*report); });
    return job;
}

void abandon(FunctionJob *job)
{
    job->setParent(nullptr);
    QObject::disconnect(job, nullptr, nullptr, nullptr);
    QObject::connect(job, &Job::finished, job, &QObject::deleteLater);
    QObject::connect(job, &Job::failed, job, &QObject::deleteLater);
    QObject::connect(job, &Job::cancelled, job, &QObject::deleteLater);
    job->cancel();
}

QString datasetNameFor(const QString &source)
{
    const QFileInfo info(QDir::cleanPath(source));
    QString name = info.isDir() ? info.fileName() : info.baseName();
    if (name.isEmpty()) {
        name = QCoreApplication::translate("Import", "data");
    }
    return name;
}

}  // namespace atlas::widgets
