#include "engine/training/near_samples.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "engine/tensor/runtime.h"
#include "engine/tensor/tensor_file.h"
#include "engine/training/decision/frozen_rows.h"
#include "engine/training/open_feature_cache.h"
#include "engine/training/prepared_task.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_network.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr std::int64_t kCacheLimit = std::int64_t{1} << 40;  ///< asking a question must not drop what training keeps

/// The file's name says everything that decides what stands in it.
std::filesystem::path fileOf(const PredictRequest &request, const LoadedRun &run, const Task &task)
{
    constexpr std::size_t kDigits = 32;
    return request.cacheFolder / "features" /
           ("known-" + Sha256().add("1 " + run.packages + " " + task.name).hex().substr(0, kDigits) + ".safetensors");
}

/// At most kMostKept of them, evenly spread.
std::vector<Sample> chosenOf(std::vector<Sample> samples)
{
    const auto n = static_cast<std::int64_t>(samples.size());
    if (n <= KnownSamples::kMostKept) {
        return samples;
    }
    std::vector<Sample> chosen;
    for (const std::int64_t place : spreadPlaces(n, KnownSamples::kMostKept)) {
        chosen.push_back(std::move(samples[static_cast<std::size_t>(place)]));
    }
    return chosen;
}

}  // namespace

at::Tensor headRows(const Task &task, const FeatureSource &features, const BatchLimits &limits,
                    const std::stop_token &stop)
{
    const torch::NoGradGuard frozen;
    const PreparedSplit &split = features.split();
    const std::vector<std::int64_t> all = allPlaces(split.size());
    // Choices differ in number from sample to sample; everything else has as many inputs in every sample.
    const bool mean = taskKind(task.kind).head == HeadForm::PerInput;
    at::Tensor seen;
    for (const MicroBatch &batch : makeMicroBatches(split, all, limits)) {
        throwIfStopped(stop);
        const at::Tensor rows = features.rows(batch, stop).to(torch::kCPU, torch::kFloat);
        std::int64_t begin = 0;
        for (const std::int64_t sample : batch) {
            const at::Tensor own = rows.narrow(0, begin, split.inputs(sample));
            const at::Tensor row = mean ? own.mean(0) : own.flatten();
            if (!seen.defined()) {
                seen = torch::empty({split.size(), row.numel()});
            }
            seen[sample] = row;
            begin += split.inputs(sample);
        }
    }
    return seen;
}

KnownSamples KnownSamples::of(LoadedRun &run, const PredictRequest &request, std::size_t place, Observer &observer,
                              const std::stop_token &stop)
{
    const Task &task = request.tasks[place];
    KnownSamples known;
    const std::filesystem::path file = fileOf(request, run, task);
    const bool keeps = !request.cacheFolder.empty();
    if (keeps && std::filesystem::exists(file)) {
        try {
            const StateDict kept = loadTensors(file);
            known.m_rows = kept.at("rows");
            known.m_ids = kept.at("ids");
            known.m_standard = {
                .columns = kept.at("columns"), .mean = kept.at("mean"), .deviation = kept.at("deviation")};
            return known;
        } catch (const Error &) {  // damaged: made again
        } catch (const std::out_of_range &) {
        }
    }
    observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Looking at the training samples of %1"), task.name));
    openFeatureCache(*run.backbone, request.cacheFolder, kCacheLimit, observer);
    const std::vector<Sample> samples = chosenOf(request.trainingSamples(task.name));
    if (samples.empty()) {
        known.m_ids = torch::empty({0}, torch::kLong);
        return known;
    }
    const PreparedSplit split(*run.backbone, task, addressesOf(samples), availableCores(),
                              std::make_shared<CacheBudget>(), observer, stop);
    TaskNetwork network(*run.backbone, *run.strategy, run.model,
                        TaskNetwork::answering(*run.strategy, run.model, run.model.learned[place]), run.limits());
    const at::Tensor seen = headRows(task, *network.features(split, stop), run.limits(), stop);
    known.m_standard = RowStandard::of(seen);
    known.m_rows = unitRows(known.m_standard.apply(seen)).to(torch::kHalf);
    std::vector<std::int64_t> ids;
    for (const Sample &sample : samples) {
        ids.push_back(sample.id);
    }
    known.m_ids = torch::tensor(ids, torch::kLong);
    if (keeps) {
        try {
            makeFolder(file.parent_path());
            saveTensors(file, {{"rows", known.m_rows},
                               {"ids", known.m_ids},
                               {"columns", known.m_standard.columns},
                               {"mean", known.m_standard.mean},
                               {"deviation", known.m_standard.deviation}});
        } catch (const Error &error) {
            observer.log(LogLevel::Warning,
                         "What was computed of the training samples is not kept: " + error.message());
        }
    }
    return known;
}

std::vector<NearSample> KnownSamples::nearest(const at::Tensor &row, std::int64_t count) const
{
    count = std::min(count, size());
    std::vector<NearSample> found;
    if (count <= 0) {
        return found;
    }
    const at::Tensor unit = unitRows(m_standard.apply(row.unsqueeze(0)));
    const at::Tensor cosines = m_rows.to(torch::kFloat).matmul(unit[0]);
    const auto [best, places] = cosines.topk(count);
    for (std::int64_t i = 0; i < count; ++i) {
        found.push_back({.sample = m_ids[places[i].item<std::int64_t>()].item<std::int64_t>(),
                         .distance = std::max(0.0, 1 - best[i].item<double>())});
    }
    return found;
}

}  // namespace atlas::engine
