#include "engine/training/decision/router.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/training/decision/frozen_rows.h"

#include <torch/types.h>

#include <algorithm>
#include <deque>
#include <map>

namespace atlas::engine {
namespace {

bool uses(const TaskKind &kind, const char *field)
{
    return std::ranges::find(kind.requiredFields, field) != kind.requiredFields.end() ||
           std::ranges::find(kind.optionalFields, field) != kind.optionalFields.end();
}

/// Samples in the form of one kind, and which of the router's samples they are.
struct KindSamples {
    std::deque<Sample> samples;  ///< does not move what split and inputs point to
    std::vector<std::size_t> places;
};

}  // namespace

std::optional<Sample> asKind(const TaskKind &kind, Sample sample)
{
    const auto moveText = [&](std::string &from, const char *name, std::string &to, const char *other) {
        if (!from.empty() && to.empty() && !uses(kind, name) && uses(kind, other)) {
            std::swap(from, to);
        }
    };
    moveText(sample.text, "text", sample.question, "question");
    moveText(sample.question, "question", sample.text, "text");
    if (!missingField(kind, sample).empty()) {
        return std::nullopt;
    }
    const bool needless =
        (sample.image && !uses(kind, "image")) || (sample.image2 && !uses(kind, "image2")) ||
        (!sample.text.empty() && !uses(kind, "text")) || (!sample.text2.empty() && !uses(kind, "text2")) ||
        (!sample.question.empty() && !uses(kind, "question")) || (!sample.choices.empty() && !uses(kind, "choice"));
    return needless ? std::nullopt : std::optional(std::move(sample));
}

std::vector<std::vector<Route>> Router::routes(const std::vector<const Sample *> &samples) const
{
    // Tasks of one kind see the same inputs: each sample passes the backbone once for every kind that takes it.
    std::map<std::string, std::vector<std::size_t>> tasksOf;
    for (std::size_t i = 0; i < m_context.learned.size(); ++i) {
        tasksOf[m_context.tasks[i].kind].push_back(i);
    }
    std::map<std::string, KindSamples> made;
    std::vector<std::size_t> candidates(samples.size(), 0);
    for (const auto &[kind, tasks] : tasksOf) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            if (std::optional<Sample> sample = asKind(taskKind(kind), *samples[i])) {
                made[kind].samples.push_back(std::move(*sample));
                made[kind].places.push_back(i);
                candidates[i] += tasks.size();
            }
        }
    }
    std::vector<std::vector<Route>> routes(samples.size());
    for (const auto &[kind, taken] : made) {
        const std::vector<std::size_t> &tasks = tasksOf.at(kind);
        std::vector<const Sample *> several;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < taken.places.size(); ++i) {
            const std::size_t place = taken.places[i];
            if (candidates[place] == 1) {
                routes[place].push_back({.task = m_context.tasks[tasks.front()].name});
            } else {
                several.push_back(&taken.samples[i]);
                places.push_back(place);
            }
        }
        if (several.empty()) {
            continue;
        }
        const PreparedSplit split(m_context.backbone, m_context.tasks[tasks.front()], several, m_context.threads,
                                  std::make_shared<CacheBudget>(), m_context.observer, m_context.stop);
        const std::vector<std::int64_t> all = allPlaces(split.size());
        const at::Tensor rows = frozenRows(m_context.backbone, split, all, m_context.limits, m_context.stop);
        for (const std::size_t task : tasks) {
            const std::optional<TaskSignature> &signature = m_context.learned[task].signature;
            if (!signature) {
                throw Error(
                    ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "This run keeps nothing by which a sample's task could be found "
                                                      "out (the task %1 has no signature)."),
                        m_context.tasks[task].name),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "Name the task with --task, or train with a strategy of adapters such as atlas.")));
            }
            const std::vector<double> distances = signature->distances(rows);
            for (std::size_t i = 0; i < places.size(); ++i) {
                routes[places[i]].push_back({.task = m_context.tasks[task].name,
                                             .percentile = signature->percentile(distances[i]),
                                             .distance = distances[i]});
            }
        }
    }
    for (std::vector<Route> &sample : routes) {
        std::ranges::stable_sort(sample, {},
                                 [](const Route &route) { return std::pair(route.percentile, route.distance); });
    }
    return routes;
}

}  // namespace atlas::engine
