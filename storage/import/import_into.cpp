#include "core/error.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/import/archive.h"
#include "storage/import/field_names.h"
#include "storage/import/import_review.h"
#include "storage/import/import_writer.h"
#include "storage/import/importers.h"
#include "storage/import/parted_progress.h"
#include "storage/import/problems.h"
#include "storage/importer.h"
#include "storage/project.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <system_error>

namespace atlas::storage {
namespace {

/// Errors: Usage for what the caller should not have asked.
void checkRequest(const ImportRequest &request)
{
    if (request.dataset.empty()) {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "The dataset needs a name.")),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give one with --dataset NAME.")));
    }
    if (!request.kind.empty()) {
        taskKind(request.kind);
    }
    for (const auto &[field, column] : request.map) {
        if (!isFieldName(field)) {
            throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no field \"%1\"."), field),
                        say(QT_TRANSLATE_NOOP("Sentence", "Use id, image, image2, text, text2, question, choice0, "
                                                          "choice1, ..., label, split, group or unused.")));
        }
    }
}

/// Errors: Usage for a name that no format bears.
const Importer *chooseImporter(const ImportRequest &request)
{
    const Importer *importer = importerFor(request.source, request.format);
    if (importer == nullptr && !request.format.empty()) {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no format \"%1\"."), request.format),
                    say(QT_TRANSLATE_NOOP("Sentence", "Use one of: %1."), formatNames()));
    }
    return importer;
}

/// Samples join a dataset as what it is: its kind and its form of labels are taken over.
std::optional<Problem> joinDataset(const Project &project, ImportRequest &request)
{
    const std::unique_ptr<Connection> connection = project.connect();
    const std::optional<Dataset> known = DatasetStore(*connection).find(request.dataset);
    if (!known) {
        return std::nullopt;
    }
    if ((!request.kind.empty() && request.kind != known->kind) || (request.multiLabel && !known->multiLabel)) {
        const char *message =
            known->multiLabel
                ? QT_TRANSLATE_NOOP(
                      "Sentence",
                      "The dataset \"%1\" is of the kind %2 with several labels a sample; nothing was imported.")
                : QT_TRANSLATE_NOOP(
                      "Sentence",
                      "The dataset \"%1\" is of the kind %2 with one label a sample; nothing was imported.");
        return errorProblem(code::kKindMismatch, request.dataset, say(message, request.dataset, known->kind),
                            say(QT_TRANSLATE_NOOP("Sentence", "Import into a dataset with another name.")));
    }
    request.kind = known->kind;
    request.multiLabel = known->multiLabel;
    return std::nullopt;
}

constexpr double kUnpackedShare = 0.3, kReadShare = 0.8;  // of the progress

constexpr std::array<std::string_view, 2> kArchiveFormats{"zip", "tar"};

bool namesArchive(const std::string &format)
{
    return std::ranges::find(kArchiveFormats, format) != kArchiveFormats.end();
}

/// What forbids reading at all, or the importer to read with.
const Importer *prepare(const Project &project, ImportRequest &request, ImportReport &report)
{
    std::error_code error;
    const std::string where = request.source.filename().string();
    if (!std::filesystem::exists(request.source, error)) {
        report.problems.push_back(errorProblem(
            code::kUnreadable, where,
            say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" does not exist or may not be read."), request.source.string()),
            say(QT_TRANSLATE_NOOP("Sentence", "Check the path and its permissions."))));
        return nullptr;
    }
    const Importer *importer = chooseImporter(request);
    if (importer == nullptr) {
        report.problems.push_back(
            errorProblem(code::kUnknownFormat, where, say(QT_TRANSLATE_NOOP("Sentence", "No format was recognised.")),
                         say(QT_TRANSLATE_NOOP("Sentence", "Name it with --format: %1."), formatNames())));
        return nullptr;
    }
    report.format = importer->name;
    if (std::optional<Problem> problem = joinDataset(project, request)) {
        report.problems.push_back(std::move(*problem));
        return nullptr;
    }
    return importer;
}

}  // namespace

std::string formatNames()
{
    std::string names;
    for (const Importer &importer : importers()) {
        names += importer.name + ", ";
    }
    return names + "zip, tar";
}

ImportReport importInto(Project &project, const ImportRequest &asked, Observer &observer, std::stop_token stop)
{
    checkRequest(asked);
    throwIfStopped(stop);
    ImportReport report;
    ImportRequest request = asked;
    if (!request.dryRun) {
        project.writer();  // says now, not after the reading, that the project cannot be written
    }
    const AssetStore store(project.assetFolder(), Durable::BySync);
    std::unique_ptr<UnpackedArchive> unpacked;  // outlives the pipeline, which reads its files
    PartedProgress parts(observer);
    const double read = request.dryRun ? 1.0 : kReadShare;
    parts.begin(0, read);
    ImportPipeline pipeline(request.dryRun ? nullptr : &store, request.link, parts, stop);
    if (isArchive(request.source)) {
        parts.begin(0, kUnpackedShare);
        unpacked = std::make_unique<UnpackedArchive>(request.source, project.cacheFolder(), pipeline, stop);
        request.source = unpacked->root();
        request.format = namesArchive(request.format) ? std::string() : request.format;
        parts.begin(kUnpackedShare, read);
        request.link = false;  // there is nothing to leave where it is
    }
    const bool refused = std::ranges::any_of(pipeline.entries(), [](const ImportEntry &entry) {
        return std::ranges::any_of(entry.problems, forbidsImport);
    });
    const Importer *importer = refused ? nullptr : prepare(project, request, report);
    if (importer != nullptr) {
        importer->read(request, pipeline, stop);
    }
    pipeline.finish();
    request.source = asked.source;

    std::vector<Sample> samples = reviewEntries(pipeline.entries(), request, report);
    const bool forbidden = std::any_of(report.problems.begin(), report.problems.end(), forbidsImport);
    if (forbidden) {
        report.skipped = report.read;
        report.preview.clear();
        report.classes.clear();
        report.splits.clear();
    } else if (request.dryRun) {
        report.imported = static_cast<std::int64_t>(samples.size());
    } else if (!samples.empty()) {
        store.sync();
        parts.begin(read, 1);
        const ImportBatch batch{request, project.assetFolder(), std::move(samples), pipeline.pictures()};
        project.writer().run([&](Connection &connection) { writeImport(connection, batch, report, parts, stop); });
        pipeline.keepAssets();
    }
    observer.progress(1.0, say(QT_TRANSLATE_NOOP("Sentence", "Done")));
    return report;
}

}  // namespace atlas::storage
