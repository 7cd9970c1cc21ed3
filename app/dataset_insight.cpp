#include "app/dataset_insight.h"

#include "app/backbones.h"
#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "engine/api/engine.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/project.h"
#include "storage/quality/insight_store.h"
#include "storage/sample_store.h"

#include <algorithm>

namespace atlas::app {
namespace {

engine::InsightRequest requestFor(const storage::Project &project, std::int64_t id)
{
    const auto connection = project.connect();
    storage::DatasetStore datasets(*connection);
    storage::SampleStore samples(*connection, project.assetFolder());
    const Dataset dataset = datasets.get(id);
    engine::InsightRequest request;
    request.kind = dataset.kind;
    request.multiLabel = dataset.multiLabel;
    if (taskKind(dataset.kind).head != HeadForm::PerInput) {
        for (const storage::LabelClass &one : datasets.classes(id)) {
            request.classes.push_back(one.name);
        }
    }
    storage::SampleFilter filter;
    filter.withoutReview = ReviewState::Skipped;
    request.samples = samples.load(samples.ids(id, filter));
    if (request.samples.empty()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The dataset \"%1\" has no samples to look at."), dataset.name),
                    say(QT_TRANSLATE_NOOP("Sentence", "Import some first.")));
    }
    for (Sample &sample : request.samples) {
        if (sample.review == ReviewState::Disputed) {
            sample.labels.clear();  // what people do not agree on teaches nothing, and may be suggested anew
        }
    }
    return request;
}

}  // namespace

void lookAtDataset(engine::Engine &engine, storage::Project &project, std::int64_t dataset, const std::string &backbone,
                   Observer &observer, const std::stop_token &stop)
{
    project.writer();  // says now, not after the looking, that the project cannot be written
    const FoundBackbone found = findBackbone(backbone);
    engine::InsightRequest request = requestFor(project, dataset);
    request.backboneFolder = found.folder;
    request.cacheFolder = project.cacheFolder();
    const std::vector<SampleInsight> insights = engine.inspect(request, observer, stop);
    const auto labelled = std::ranges::count_if(request.samples, [](const Sample &one) { return !one.labels.empty(); });
    project.writer().run([&](storage::Connection &connection) {
        storage::InsightStore(connection).put(dataset, {nowUs(), found.name, labelled}, insights);
    });
    observer.progress(1.0, say(QT_TRANSLATE_NOOP("Sentence", "Done")));
}

}  // namespace atlas::app
