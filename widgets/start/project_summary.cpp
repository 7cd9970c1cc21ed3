#include "widgets/start/project_summary.h"

#include "core/error.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/project.h"
#include "storage/run_table.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"
#include "widgets/data/picture_reader.h"
#include "widgets/sentence_words.h"
#include "widgets/start/recent_projects.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace atlas::widgets {

namespace {

constexpr int kPictures = 4;
constexpr int kPictureEdge = 144;

void readPictures(ProjectSummary &summary, storage::Connection &connection, const std::filesystem::path &assets,
                  std::int64_t dataset)
{
    storage::SampleStore store(connection, assets);
    const std::vector<std::int64_t> ids = store.ids(dataset, {});
    std::vector<std::int64_t> few;  // spread over the data, so that the card shows more than one class
    const std::size_t step = std::max<std::size_t>(1, ids.size() / kPictures);
    for (std::size_t i = 0; i < ids.size() && few.size() < kPictures; i += step) {
        few.push_back(ids[i]);
    }
    for (const Sample &sample : store.load(few)) {
        if (sample.image && summary.pictures.size() < kPictures) {
            const PictureResult picture = readPicture(sample.image->path, QSize(kPictureEdge, kPictureEdge));
            if (!picture.image.isNull()) {
                summary.pictures.append(picture.image);
            }
        }
    }
}

void fill(ProjectSummary &summary)
{
    const auto project = storage::Project::open(summary.folder.toStdString(), storage::OpenMode::ReadOnly);
    const auto connection = project->connect();
    for (const Dataset &dataset : storage::DatasetStore(*connection).list()) {
        summary.samples += dataset.sampleCount;
        if (summary.pictures.size() < kPictures) {
            readPictures(summary, *connection, project->assetFolder(), dataset.id);
        }
    }
    summary.tasks = int(storage::TaskStore(*connection, project->assetFolder()).list().size());
    for (const RunRow &run : storage::readRunTable(*connection).rows) {
        const bool whole = run.status == RunStatus::Finished && run.learned == int(run.tasks.size());
        if (whole && run.accuracy && (summary.bestRun.isEmpty() || *run.accuracy > summary.bestAccuracy)) {
            summary.bestRun = QString::fromStdString(run.name);
            summary.bestAccuracy = *run.accuracy;
        }
    }
}

}  // namespace

ProjectSummary readProjectSummary(const QString &folder)
{
    ProjectSummary summary;
    summary.folder = folder;
    summary.name = QFileInfo(folder).completeBaseName();
    if (!isProjectFolder(folder)) {
        summary.problem = QFileInfo::exists(folder) ? SummaryReader::tr("This folder holds no project.")
                                                    : SummaryReader::tr("Not found at this place.");
        return summary;
    }
    const QDir dir(folder);
    for (const char *file : {"project.db", "project.db-wal"}) {
        summary.changedUs = std::max(
            summary.changedUs, QFileInfo(dir.filePath(QLatin1String(file))).lastModified().toMSecsSinceEpoch() * 1000);
    }
    try {
        fill(summary);
        summary.found = true;
    } catch (const Error &error) {
        summary.problem = inWords(error.sentence());
    } catch (const std::exception &error) {
        summary.problem = QString::fromUtf8(error.what());
    }
    return summary;
}

void SummaryReader::read(const QStringList &folders)
{
    for (const QString &folder : folders) {
        m_worker.push([this, folder] {
            auto summary = std::make_shared<ProjectSummary>(readProjectSummary(folder));
            QMetaObject::invokeMethod(
                this, [this, summary] { Q_EMIT ready(*summary); }, Qt::QueuedConnection);
        });
    }
}

}  // namespace atlas::widgets
