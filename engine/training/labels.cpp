#include "engine/training/labels.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/learning/losses.h"

#include <torch/types.h>

#include <algorithm>
#include <unordered_map>

namespace atlas::engine {
namespace {

[[noreturn]] void refuse(const Task &task, const Sample &sample, const Sentence &what)
{
    throw Error(ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "Task %1, sample %2: %3"), task.name, sampleName(sample), what),
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "Correct the sample or remove it from the task; nothing was trained on it.")));
}

std::string classList(const Task &task)
{
    constexpr std::size_t kShown = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(kShown, task.classes.size()); ++i) {
        list += (i ? ", " : "") + task.classes[i];
    }
    return task.classes.size() > kShown ? list + ", ..." : list;
}

}  // namespace

std::string sampleName(const Sample &sample)
{
    if (!sample.source.empty()) {
        return sample.source;
    }
    return sample.externalId.empty() ? "#" + std::to_string(sample.id) : "\"" + sample.externalId + "\"";
}

const at::Tensor &Targets::of(const Loss &loss) const
{
    return loss.floatTarget ? weights : indices;
}

Targets encodeLabels(const Task &task, const std::vector<const Sample *> &samples)
{
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < task.classes.size(); ++i) {
        places.emplace(task.classes[i], i);
    }
    Targets targets;
    targets.indices = torch::zeros({static_cast<std::int64_t>(samples.size())}, torch::kLong);
    targets.truth.reserve(samples.size());
    for (std::size_t row = 0; row < samples.size(); ++row) {
        const Sample &sample = *samples[row];
        std::vector<double> truth(task.classes.size(), 0.0);
        for (const Label &label : sample.labels) {
            const auto place = places.find(label.name);
            if (place == places.end()) {
                refuse(task, sample,
                       say(QT_TRANSLATE_NOOP("Sentence", "the label \"%1\" is none of its classes (%2)."), label.name,
                           classList(task)));
            }
            if (!sample.choices.empty() && task.kind == "choice" && place->second >= sample.choices.size()) {
                refuse(task, sample,
                       say(QT_TRANSLATE_NOOP("Sentence",
                                             "the right choice is number %1, but there are only %2 (counted from 0)."),
                           label.name, sample.choices.size()));
            }
            truth[place->second] = std::max(truth[place->second], label.weight);
        }
        // Multi-label samples may hold no class at all; the others must say one.
        if (sample.labels.empty() && task.labelForm != LabelForm::Multi) {
            refuse(task, sample, say(QT_TRANSLATE_NOOP("Sentence", "it has no label.")));
        }
        targets.indices[static_cast<std::int64_t>(row)] =
            static_cast<std::int64_t>(std::ranges::max_element(truth) - truth.begin());
        targets.truth.push_back(std::move(truth));
    }
    if (task.labelForm != LabelForm::Single) {
        targets.weights =
            torch::zeros({static_cast<std::int64_t>(samples.size()), static_cast<std::int64_t>(task.classes.size())});
        auto weights = targets.weights.accessor<float, 2>();
        for (std::size_t row = 0; row < samples.size(); ++row) {
            for (std::size_t column = 0; column < task.classes.size(); ++column) {
                weights[static_cast<std::int64_t>(row)][static_cast<std::int64_t>(column)] =
                    static_cast<float>(targets.truth[row][column]);
            }
        }
    }
    return targets;
}

}  // namespace atlas::engine
