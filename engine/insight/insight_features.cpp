#include "engine/insight/insight_features.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/on_threads.h"
#include "engine/training/feature_source.h"
#include "engine/training/labels.h"
#include "engine/training/model_inputs.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

namespace atlas::engine {
namespace {

constexpr std::int64_t kReadAtOnce =
    256;  ///< samples that are prepared at a time; nothing of them is kept but their rows

/// Why a sample cannot be read; empty = it can.  Errors: all that are not the sample's.
Sentence problemOf(const Backbone &backbone, const TaskKind &kind, const Sample &sample)
{
    if (const std::string missing = missingField(kind, sample); !missing.empty()) {
        return say(QT_TRANSLATE_NOOP("Sentence", "the field %1 is empty."), missing);
    }
    try {
        for (const ModelInput &input : modelInputs(kind, sample, backbone.joinsPairs())) {
            backbone.prepare(input);
        }
    } catch (const Error &error) {
        if (error.code() != ErrorCode::BadInput && error.code() != ErrorCode::NotFound) {
            throw;
        }
        return error.sentence();
    }
    return {};
}

/// Samples that were left out.
struct Unreadable {
    std::int64_t count = 0;
    Sentence first;  ///< its name, and why

    void add(const Sample &sample, const Sentence &problem)
    {
        if (count++ == 0) {
            first = say(QT_TRANSLATE_NOOP("Sentence", "%1: %2"), sampleName(sample), problem);
        }
    }
};

class FeatureReader {
public:
    FeatureReader(const Backbone &backbone, const TaskKind &kind, int threads, const std::stop_token &stop)
        : m_backbone(backbone), m_kind(kind), m_threads(threads), m_stop(stop)
    {
        m_task.name = "insight";
        m_task.kind = kind.name;
    }

    /// Shapes: -> (samples, F).  Errors: BadInput when one of them cannot be read; Cancelled.
    at::Tensor rowsOf(const std::vector<const Sample *> &samples) const
    {
        const torch::NoGradGuard frozen;
        NullObserver silent;
        const auto budget = std::make_shared<CacheBudget>(std::numeric_limits<std::int64_t>::max());
        const PreparedSplit split(m_backbone, m_task, samples, m_threads, budget, silent, m_stop);
        std::unique_ptr<FeatureSource> source;
        if (m_backbone.ownWidth() > 0) {
            source = std::make_unique<OwnFeatureSource>(m_backbone, split);
        } else {
            source = std::make_unique<LiveFeatures>(m_backbone, nullptr, split);
        }
        std::vector<at::Tensor> rows(samples.size());
        const BatchLimits limits{.width = m_backbone.config().width, .maxInputs = 0};
        for (const MicroBatch &batch : makeMicroBatches(split, allPlaces(split.size()), limits)) {
            throwIfStopped(m_stop);
            const at::Tensor inputs = source->rows(batch, m_stop).to(torch::kCPU, torch::kFloat);
            std::int64_t begin = 0;
            for (const std::int64_t sample : batch) {
                const at::Tensor own = inputs.narrow(0, begin, split.inputs(sample));
                rows[static_cast<std::size_t>(sample)] =
                    m_kind.head == HeadForm::Concatenate ? own.flatten() : own.mean(0);
                begin += split.inputs(sample);
            }
        }
        return torch::stack(rows);
    }

    /// Those of the samples that can be read, as places among them.
    std::vector<std::int64_t> readable(const std::vector<const Sample *> &samples, Unreadable &unreadable) const
    {
        std::vector<Sentence> problems(samples.size());
        onThreads(samples.size(), m_threads, [&](std::size_t i) {
            throwIfStopped(m_stop);
            problems[i] = problemOf(m_backbone, m_kind, *samples[i]);
        });
        std::vector<std::int64_t> places;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            if (problems[i].empty()) {
                places.push_back(static_cast<std::int64_t>(i));
            } else {
                unreadable.add(*samples[i], problems[i]);
            }
        }
        return places;
    }

private:
    const Backbone &m_backbone;
    const TaskKind &m_kind;
    int m_threads;
    const std::stop_token &m_stop;
    Task m_task;
};

std::optional<at::Tensor> tryRows(const FeatureReader &reader, const std::vector<const Sample *> &samples)
{
    try {
        return reader.rowsOf(samples);
    } catch (const Error &error) {
        if (error.code() != ErrorCode::BadInput) {
            throw;
        }
        return std::nullopt;
    }
}

}  // namespace

InsightFeatures insightFeatures(const Backbone &backbone, const TaskKind &kind, const std::vector<Sample> &samples,
                                int threads, Observer &observer, const Step &step, const std::stop_token &stop)
{
    const FeatureReader reader(backbone, kind, threads, stop);
    const auto count = static_cast<std::int64_t>(samples.size());
    InsightFeatures features;
    Unreadable unreadable;
    std::vector<at::Tensor> parts;
    for (std::int64_t begin = 0; begin < count; begin += kReadAtOnce) {
        step(static_cast<double>(begin) / static_cast<double>(count));
        std::vector<const Sample *> chunk;
        std::vector<std::int64_t> places;
        for (std::int64_t i = begin; i < std::min(count, begin + kReadAtOnce); ++i) {
            chunk.push_back(&samples[static_cast<std::size_t>(i)]);
            places.push_back(i);
        }
        std::optional<at::Tensor> rows = tryRows(reader, chunk);
        if (!rows) {
            // Only now is each looked at by itself: datasets are sound as a rule.
            std::vector<const Sample *> sound;
            std::vector<std::int64_t> soundPlaces;
            for (const std::int64_t i : reader.readable(chunk, unreadable)) {
                sound.push_back(chunk[static_cast<std::size_t>(i)]);
                soundPlaces.push_back(begin + i);
            }
            places = std::move(soundPlaces);
            if (!sound.empty()) {
                rows = reader.rowsOf(sound);
            }
        }
        if (rows) {
            parts.push_back(*rows);
            features.places.insert(features.places.end(), places.begin(), places.end());
        }
    }
    if (features.places.empty() && count > 0) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "None of the %1 samples can be read. The first is %2"), count,
                        unreadable.first),
                    say(QT_TRANSLATE_NOOP("Sentence", "Correct the samples, or import them again.")));
    }
    if (unreadable.count > 0) {
        observer.log(LogLevel::Warning, std::to_string(unreadable.count) + " of " + std::to_string(count) +
                                            " samples cannot be read and are left out. The first is " +
                                            unreadable.first.english());
    }
    features.rows = parts.empty() ? torch::zeros({0, 1}) : torch::cat(parts);
    return features;
}

}  // namespace atlas::engine
