#include "fuzz/dry_run.h"

#include "fuzz/promise.h"
#include "storage/import/import_pipeline.h"
#include "storage/import/import_review.h"
#include "storage/import/problems.h"
#include "storage/import/source_root.h"
#include "storage/import/text_encoding.h"

#include <algorithm>
#include <array>

namespace atlas::fuzz {
namespace {

using namespace storage;

/// Fit to be stored, shown and exported.
bool isText(const std::string &text)
{
    return isValidUtf8(text);
}

void checkPicture(const std::optional<AssetRef> &image, const SourceRoot &root)
{
    constexpr std::size_t kDigits = 64;
    if (image) {
        promise(image->sha256.size() == kDigits, "a picture is known by its hash");
        promise(image->width > 0 && image->height > 0, "a picture has pixels");
        const bool inside = image->path.empty() || *image->path.lexically_relative(root.folder()).begin() != "..";
        promise(inside, "nothing outside the source is opened");
    }
}

void checkSample(const Sample &sample, const SourceRoot &root)
{
    for (const std::string *text : {&sample.externalId, &sample.text, &sample.text2, &sample.question, &sample.group,
                                    &sample.note, &sample.source}) {
        promise(isText(*text), "texts are UTF-8");
    }
    promise(std::ranges::all_of(sample.choices, isText), "options are UTF-8");
    promise(!sample.source.empty(), "a sample says where it came from");
    for (const Label &label : sample.labels) {
        promise(isText(label.name) && !label.name.empty(), "a label has a name");
        promise(label.weight > 0 && label.weight <= 1, "a label holds by more than 0, at most 1");
    }
    checkPicture(sample.image, root);
    checkPicture(sample.image2, root);
}

}  // namespace

ImportRequest requestFor(const std::filesystem::path &source, const Input &input)
{
    constexpr std::array kKinds{"", "", "", "text", "image", "image-text", "image-pair", "choice"};
    ImportRequest request;
    request.source = source;
    request.dataset = "set";
    request.kind = kKinds[input.choice(kKinds.size())];
    request.multiLabel = input.flag(3);
    if (input.flag(4) && input.flag(5)) {
        request.map = {{"text", "column 1"}, {"label", "column 2"}};
    }
    request.dryRun = true;
    return request;
}

void checkReport(const ImportReport &report)
{
    promise(report.imported >= 0 && report.skipped >= 0, "nothing is counted below zero");
    promise(report.imported + report.skipped == report.read, "what was read is imported or left out");
    for (const Problem &problem : report.problems) {
        promise(!problem.code.empty() && !problem.message.empty(), "a problem has a code and says something");
        promise(isText(problem.where) && isText(problem.message.english()) && isText(problem.hint.english()),
                "problems are UTF-8");
    }
}

ImportReport dryRun(const std::string &format, ImportRequest request)
{
    for (const Importer &importer : importers()) {
        const int score = importer.sniff(request.source);
        promise(score >= 0 && score <= 100, "a guess is between 0 and 100");
    }
    const auto importer = std::ranges::find(importers(), format, &Importer::name);
    const SourceRoot root(request.source);
    NullObserver observer;
    ImportPipeline pipeline(nullptr, false, observer, {});
    importer->read(request, pipeline, {});
    pipeline.finish();

    ImportReport report;
    const std::vector<Sample> samples = reviewEntries(pipeline.entries(), request, report);
    report.imported = static_cast<std::int64_t>(samples.size());
    for (const Sample &sample : samples) {
        checkSample(sample, root);
    }
    checkReport(report);
    return report;
}

}  // namespace atlas::fuzz
