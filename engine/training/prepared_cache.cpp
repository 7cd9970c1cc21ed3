#include "engine/training/prepared_cache.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "engine/tensor/on_threads.h"
#include "engine/training/labels.h"
#include "engine/training/model_inputs.h"

#include <torch/types.h>

#include <algorithm>
#include <numeric>

namespace atlas::engine {
namespace {

constexpr std::int64_t kChunk = 256;  ///< samples between two looks at the budget and the observer

std::int64_t bytesOf(const std::vector<PreparedInput> &inputs)
{
    std::int64_t bytes = 0;
    for (const PreparedInput &input : inputs) {
        bytes += static_cast<std::int64_t>(sizeof(PreparedInput) + 16 * input.ids.size());
        bytes += input.pixels.defined() ? input.pixels.numel() : 0;
        for (const std::vector<FrozenPart> *parts : {&input.texts, &input.pictures}) {
            for (const FrozenPart &part : *parts) {
                bytes += static_cast<std::int64_t>(sizeof(FrozenPart) + part.tokens.nbytes() + part.pooled.nbytes() +
                                                   (part.fine.defined() ? part.fine.nbytes() : 0));
            }
        }
    }
    return bytes;
}

using PreparedInputs = std::vector<PreparedInput>;

PreparedInputs prepareOne(const Backbone &backbone, const Task &task, const Sample &sample)
{
    const TaskKind &kind = taskKind(task.kind);
    if (const std::string missing = missingField(kind, sample); !missing.empty()) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "Task %1, sample %2: the field %3 is empty."), task.name,
                        sampleName(sample), missing),
                    say(QT_TRANSLATE_NOOP(
                            "Sentence", "Tasks of the kind %1 need it; correct the sample or remove it from the task."),
                        kind.name));
    }
    PreparedInputs inputs;
    for (const ModelInput &input : modelInputs(kind, sample, backbone.joinsPairs())) {
        try {
            inputs.push_back(backbone.prepare(input));
        } catch (const Error &error) {
            throw Error(error.code() == ErrorCode::NotFound ? ErrorCode::BadInput : error.code(),
                        say(QT_TRANSLATE_NOOP("Sentence", "Task %1, sample %2: %3"), task.name, sampleName(sample),
                            error.sentence()),
                        error.advice().empty()
                            ? say(QT_TRANSLATE_NOOP("Sentence", "Correct the sample or remove it from the task."))
                            : error.advice());
        }
    }
    return inputs;
}

/// What many samples share is run through the backbone's own networks together.
std::vector<SampleInputs> completed(const Backbone &backbone, std::vector<PreparedInputs> prepared, int threads,
                                    const std::stop_token &stop)
{
    std::vector<PreparedInput *> inputs;
    for (PreparedInputs &sample : prepared) {
        for (PreparedInput &input : sample) {
            inputs.push_back(&input);
        }
    }
    backbone.complete(inputs, threads, stop);
    std::vector<SampleInputs> result;
    result.reserve(prepared.size());
    for (PreparedInputs &sample : prepared) {
        result.push_back(std::make_shared<const PreparedInputs>(std::move(sample)));
    }
    return result;
}

}  // namespace

PreparedSplit::PreparedSplit(const Backbone &backbone, const Task &task, std::vector<const Sample *> samples,
                             int threads, std::shared_ptr<CacheBudget> budget, Observer &observer,
                             const std::stop_token &stop)
    : m_backbone(backbone), m_task(task), m_samples(std::move(samples)), m_threads(std::max(1, threads)),
      m_budget(std::move(budget)), m_kept(m_samples.size()), m_tokens(m_samples.size()), m_inputs(m_samples.size())
{
    try {
        for (std::int64_t begin = 0; begin < size(); begin += kChunk) {
            std::vector<std::int64_t> chunk(static_cast<std::size_t>(std::min(kChunk, size() - begin)));
            std::iota(chunk.begin(), chunk.end(), begin);
            observer.progress(-1,
                              say(QT_TRANSLATE_NOOP("Sentence", "Preparing %1, %2 of %3"), task.name, begin, size()));
            const std::vector<SampleInputs> prepared = prepare(chunk, stop);
            for (std::size_t i = 0; i < chunk.size(); ++i) {
                const auto place = static_cast<std::size_t>(chunk[i]);
                for (const PreparedInput &input : *prepared[i]) {
                    m_tokens[place] = std::max(m_tokens[place], m_backbone.tokenCount(input));
                }
                m_inputs[place] = static_cast<int>(prepared[i]->size());
                const std::int64_t bytes = bytesOf(*prepared[i]);
                if (m_budget->used + bytes <= m_budget->limit) {
                    m_kept[place] = prepared[i];
                    m_budget->used += bytes;
                    m_bytes += bytes;
                }
            }
        }
    } catch (...) {
        m_budget->used -= m_bytes;
        throw;
    }
}

PreparedSplit::~PreparedSplit()
{
    m_budget->used -= m_bytes;
}

std::vector<SampleInputs> PreparedSplit::get(const std::vector<std::int64_t> &samples,
                                             const std::stop_token &stop) const
{
    std::vector<SampleInputs> result(samples.size());
    std::vector<std::int64_t> absent;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        result[i] = m_kept[static_cast<std::size_t>(samples[i])];
        if (!result[i]) {
            absent.push_back(samples[i]);
            places.push_back(i);
        }
    }
    if (!absent.empty()) {
        std::vector<SampleInputs> prepared = prepare(absent, stop);
        for (std::size_t i = 0; i < places.size(); ++i) {
            result[places[i]] = std::move(prepared[i]);
        }
    }
    return result;
}

std::vector<SampleInputs> PreparedSplit::prepare(const std::vector<std::int64_t> &samples,
                                                 const std::stop_token &stop) const
{
    std::vector<PreparedInputs> result(samples.size());
    onThreads(samples.size(), m_threads, [&](std::size_t i) {
        throwIfStopped(stop);
        result[i] = prepareOne(m_backbone, m_task, *m_samples[static_cast<std::size_t>(samples[i])]);
    });
    return completed(m_backbone, std::move(result), m_threads, stop);
}

}  // namespace atlas::engine
