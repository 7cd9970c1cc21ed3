#include "engine/training/classifier.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/model_inputs.h"

#include <torch/types.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace atlas::engine {

Classifier::Classifier(const Task &task)
    : m_kind(&taskKind(task.kind)), m_loss(&lossFor(task.labelForm, m_kind->head)), m_labelForm(task.labelForm),
      m_classes(static_cast<std::int64_t>(task.classes.size()))
{
    // A single class is something to find out only where classes are judged one by one.
    const std::int64_t least = task.labelForm == LabelForm::Single ? 2 : 1;
    if (m_classes < least) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "Task %1 has %2 classes; there is nothing to tell apart."), task.name,
                m_classes),
            say(QT_TRANSLATE_NOOP("Sentence", "Add samples of another class or take the task out of the sequence.")));
    }
}

HeadShape Classifier::headShape(int pooled, int own, bool joinsPairs) const
{
    const bool together = m_kind->head == HeadForm::Concatenate;
    return {.parts = together ? inputsPerSample(*m_kind, joinsPairs) : 1,
            .pooled = pooled,
            .own = own,
            .outputs = together ? static_cast<int>(m_classes) : 1};
}

at::Tensor Classifier::logits(const TaskHead &head, const FeatureSource &features, const MicroBatch &samples,
                              const std::stop_token &stop, at::Generator *step) const
{
    at::Tensor rows = features.rows(samples, stop);
    if (m_kind->head == HeadForm::Concatenate) {
        rows = rows.reshape({static_cast<std::int64_t>(samples.size()), -1});
    }
    const at::Tensor scores = step != nullptr ? head.forwardInStep(rows, *step) : head.forward(rows);
    return arrange(scores, features.split(), samples);
}

at::Tensor Classifier::arrange(const at::Tensor &scores, const PreparedSplit &split, const MicroBatch &samples) const
{
    if (m_kind->head == HeadForm::Concatenate) {
        return scores;
    }
    std::vector<std::int64_t> counts;
    counts.reserve(samples.size());
    for (const std::int64_t sample : samples) {
        counts.push_back(split.inputs(sample));
    }
    const at::Tensor logits = choiceLogits(scores, counts);
    const std::int64_t absent = m_classes - logits.size(1);
    if (absent < 0) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "A sample has %1 choices, but its task allows %2."),
                        logits.size(1), m_classes),
                    say(QT_TRANSLATE_NOOP("Sentence", "Make the task anew so that it counts all choices.")));
    }
    return absent == 0 ? logits : torch::constant_pad_nd(logits, {0, absent}, -std::numeric_limits<double>::infinity());
}

double Classifier::randomScore(const std::vector<const Sample *> &samples,
                               const std::vector<std::vector<double>> &truth) const
{
    if (samples.empty()) {
        return 0;
    }
    double sum = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (m_kind->head == HeadForm::PerInput) {
            sum += 1.0 / static_cast<double>(std::max<std::size_t>(1, samples[i]->choices.size()));
        } else if (m_labelForm == LabelForm::Single) {
            sum += 1.0 / static_cast<double>(m_classes);
        } else {
            sum += std::accumulate(truth[i].begin(), truth[i].end(), 0.0) / static_cast<double>(m_classes);
        }
    }
    return sum / static_cast<double>(samples.size());
}

}  // namespace atlas::engine
