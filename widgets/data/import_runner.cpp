#include "widgets/data/import_runner.h"

#include "pictures/picture_header.h"
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

FunctionJob *makeDescribeJob(const storage::ImportRequest &request, QObject *context,
                             std::function<void(const std::optional<storage::TableDescription> &)> done)
{
    auto table = std::make_shared<std::optional<storage::TableDescription>>();
    const QString title = QCoreApplication::translate("Import", "Looking at \"%1\"");
    auto *job = new FunctionJob(
        title.arg(QString::fromStdString(request.dataset)),
        [request, table](Observer &, std::stop_token stop) { *table = storage::describeTable(request, stop); });
    QObject::connect(job, &Job::finished, context, [table, done = std::move(done)] { done(*table); });
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

QList<QStringList> importSets(const QStringList &sources)
{
    QStringList pictures;
    QList<QStringList> sets;
    for (const QString &source : sources) {
        if (pictures::isPictureName(source.toStdString()) && !QFileInfo(source).isDir()) {
            pictures << source;
        } else {
            sets << QStringList{source};
        }
    }
    if (!pictures.isEmpty()) {
        sets.prepend(pictures);
    }
    return sets;
}

QStringList importFilters()
{
    const QString tables = QStringLiteral("*.csv *.tsv *.tab *.jsonl *.ndjson *.json");
    const QString archives =
        QStringLiteral("*.zip *.7z *.tar *.tar.gz *.tgz *.tar.xz *.txz *.tar.bz2 *.tbz2 *.tar.zst");
    const QString pictures = QStringLiteral("*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.gif *.webp *.pgm *.ppm *.pbm");
    const auto tell = [](const char *text) { return QCoreApplication::translate("Import", text); };
    return {tell(QT_TRANSLATE_NOOP("Import", "All that can be imported")) +
                QStringLiteral(" (%1 %2 %3 *.gz)").arg(tables, archives, pictures),
            tell(QT_TRANSLATE_NOOP("Import", "Tables (csv, tsv, jsonl, json)")) + QStringLiteral(" (%1)").arg(tables),
            tell(QT_TRANSLATE_NOOP("Import", "Archives (zip, tar, 7z)")) + QStringLiteral(" (%1)").arg(archives),
            tell(QT_TRANSLATE_NOOP("Import", "Pictures")) + QStringLiteral(" (%1)").arg(pictures),
            tell(QT_TRANSLATE_NOOP("Import", "All files")) + QStringLiteral(" (*)")};
}

storage::ImportRequest sourceRequest(const QStringList &sources)
{
    storage::ImportRequest request;
    const std::filesystem::path first = sources.value(0).toStdString();
    request.source = first;
    if (sources.size() < 2 && !(pictures::isPictureName(first) && QFileInfo(sources.value(0)).isFile())) {
        return request;
    }
    request.source = first.parent_path();
    request.format = "folder";
    for (const QString &source : sources) {
        const std::filesystem::path file = source.toStdString();
        request.only.push_back(file);
        const auto outside = [&] {
            const std::filesystem::path relative = file.lexically_relative(request.source);
            return relative.empty() || *relative.begin() == "..";
        };
        while (outside() && request.source.has_relative_path()) {
            request.source = request.source.parent_path();
        }
    }
    return request;
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
