#include "engine/training/field_conditions.h"

#include "core/task_kind.h"
#include "engine/training/seeds.h"
#include "engine/training/strategy_registry.h"
#include "engine/training/upstream.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <unordered_map>

namespace atlas::engine {
namespace {

using Places = std::vector<std::size_t>;

/// Places of each sample's classes; where weights tell which one counts, of the heaviest only. Labels that are no class
/// are left out: encodeLabels() refuses them by name.
std::vector<Places> classesOf(const Task &task, const std::vector<Sample> &samples)
{
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < task.classes.size(); ++i) {
        places.emplace(task.classes[i], i);
    }
    std::vector<Places> classes(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        double heaviest = 0;
        for (const Label &label : samples[i].labels) {
            const auto found = places.find(label.name);
            if (found == places.end()) {
                continue;
            }
            if (task.labelForm == LabelForm::Multi) {
                classes[i].push_back(found->second);
            } else if (label.weight > heaviest) {
                heaviest = label.weight;
                classes[i] = {found->second};
            }
        }
    }
    return classes;
}

std::vector<Sample> picked(const std::vector<Sample> &samples, const Places &places)
{
    std::vector<Sample> chosen;
    chosen.reserve(places.size());
    for (const std::size_t place : places) {
        chosen.push_back(samples[place]);
    }
    return chosen;
}

/// Samples of each class, in an order drawn by the seed.
std::map<std::size_t, Places> shuffledMembers(const Places &strata, std::uint64_t seed)
{
    std::map<std::size_t, Places> members;
    for (const std::int64_t place : shuffled(static_cast<std::int64_t>(strata.size()), seed)) {
        members[strata[static_cast<std::size_t>(place)]].push_back(static_cast<std::size_t>(place));
    }
    return members;
}

/// Changes one task and tells of it.
class Planter {
public:
    Planter(TaskData &data, const FieldConditions &conditions, std::uint64_t seed, Observer &observer)
        : m_data(data), m_conditions(conditions), m_seed(seed), m_observer(observer)
    {
    }

    void plant()
    {
        if (m_conditions.imbalanceRatio > 1) {
            thin();
        }
        if (m_conditions.trainShare < 1) {
            take(m_data.train, "train");
            take(m_data.validation, "validation");
            tell(LogLevel::Info, "learns from " + std::to_string(m_data.train.size()) + " training and " +
                                     std::to_string(m_data.validation.size()) + " validation samples (train_share).");
        }
        if (m_conditions.noiseShare > 0) {
            const std::int64_t train = spoil(m_data.train, "train");
            const std::int64_t validation = spoil(m_data.validation, "validation");
            tell(LogLevel::Warning, std::to_string(train) + " training and " + std::to_string(validation) +
                                        " validation labels were made wrong on purpose (noise_share).");
        }
        m_data.task.trainCount = static_cast<std::int64_t>(m_data.train.size());
        m_data.task.validationCount = static_cast<std::int64_t>(m_data.validation.size());
    }

private:
    void thin()
    {
        const Task &task = m_data.task;
        if (task.labelForm != LabelForm::Single || taskKind(task.kind).head != HeadForm::Concatenate) {
            tell(LogLevel::Warning, "imbalance_ratio is for tasks with one class per sample; it stays as it is.");
            return;
        }
        Places classes;
        for (const Places &own : classesOf(task, m_data.train)) {
            classes.push_back(own.empty() ? task.classes.size() : own.front());
        }
        const std::size_t before = m_data.train.size();
        m_data.train = picked(m_data.train, drawThinned(classes, m_conditions.imbalanceRatio, seed("train", "thin")));
        tell(LogLevel::Warning, std::to_string(before - m_data.train.size()) + " of " + std::to_string(before) +
                                    " training samples were left out on purpose (imbalance_ratio).");
    }

    void take(std::vector<Sample> &samples, const char *split)
    {
        samples =
            picked(samples, drawShare(classesOf(m_data.task, samples), m_conditions.trainShare, seed(split, "share")));
    }

    std::int64_t spoil(std::vector<Sample> &samples, const char *split)
    {
        return plantLabelNoise(m_data.task, samples, m_conditions.noiseShare, seed(split, "noise"));
    }

    std::uint64_t seed(const char *split, const char *use) const
    {
        return deriveSeed(m_seed, {m_data.task.name, split, use});
    }

    void tell(LogLevel level, const std::string &what)
    {
        m_observer.log(level, "Task " + m_data.task.name + ": " + what);
    }

    TaskData &m_data;
    const FieldConditions &m_conditions;
    std::uint64_t m_seed;
    Observer &m_observer;
};

}  // namespace

std::optional<TrainRequest> underFieldConditions(const TrainRequest &request, Observer &observer)
{
    const auto conditionsOf = [](const RunSpec &spec) {
        return FieldConditions(Settings(settingsOf(strategyDescription(spec.strategy)), spec.settings));
    };
    const FieldConditions own = conditionsOf(request.spec);
    // Tasks taken over are as the run saw them that learned them.
    const FieldConditions theirs = request.upstream ? conditionsOf(request.upstream->spec) : own;
    if (own.none() && theirs.none()) {
        return std::nullopt;
    }
    TrainRequest changed = request;
    for (std::size_t i = 0; i < changed.tasks.size(); ++i) {
        const int place = static_cast<int>(i);
        const FieldConditions &conditions = isInherited(request, place) ? theirs : own;
        if (!conditions.none()) {
            Planter(changed.tasks[i], conditions, drawnBy(request, place).seed, observer).plant();
        }
    }
    return changed;
}

std::vector<std::size_t> drawShare(const std::vector<std::vector<std::size_t>> &classes, double share,
                                   std::uint64_t seed)
{
    std::map<std::size_t, std::size_t> counts;
    for (const Places &own : classes) {
        for (const std::size_t place : own) {
            ++counts[place];
        }
    }
    Places strata;
    for (const Places &own : classes) {
        const auto rarest =
            std::ranges::min_element(own, {}, [&](std::size_t place) { return std::pair(counts[place], place); });
        strata.push_back(rarest == own.end() ? std::numeric_limits<std::size_t>::max() : *rarest);
    }
    Places chosen;
    std::map<std::size_t, std::size_t> kept;
    for (auto &[stratum, members] : shuffledMembers(strata, seed)) {
        const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(members.size())));
        // Which samples stand for their classes does not depend on the share, so a smaller one is a subset.
        Places first;
        Places others;
        for (const std::size_t member : members) {
            bool needed = false;
            for (const std::size_t place : classes[member]) {
                needed = kept[place]++ == 0 || needed;
            }
            (needed || (first.empty() && others.empty()) ? first : others).push_back(member);
        }
        const std::size_t count = std::max({wanted, first.size(), std::size_t{1}});
        first.insert(first.end(), others.begin(), others.end());
        chosen.insert(chosen.end(), first.begin(),
                      first.begin() + static_cast<std::ptrdiff_t>(std::min(count, first.size())));
    }
    std::ranges::sort(chosen);
    return chosen;
}

std::vector<std::size_t> drawThinned(const std::vector<std::size_t> &classes, double ratio, std::uint64_t seed)
{
    std::vector<Places> ranked;
    for (auto &[place, members] : shuffledMembers(classes, seed)) {
        ranked.push_back(std::move(members));
    }
    std::vector<Places> drawn;
    for (const std::int64_t place : shuffled(static_cast<std::int64_t>(ranked.size()), deriveSeed(seed, {"ranks"}))) {
        drawn.push_back(std::move(ranked[static_cast<std::size_t>(place)]));
    }
    std::ranges::stable_sort(drawn, std::greater<>(), &Places::size);
    Places chosen;
    for (std::size_t rank = 0; rank < drawn.size(); ++rank) {
        const double part = drawn.size() > 1 ? static_cast<double>(rank) / static_cast<double>(drawn.size() - 1) : 0;
        const auto wanted = std::llround(static_cast<double>(drawn.front().size()) * std::pow(ratio, -part));
        const auto count = std::min(drawn[rank].size(), static_cast<std::size_t>(std::max<std::int64_t>(1, wanted)));
        chosen.insert(chosen.end(), drawn[rank].begin(), drawn[rank].begin() + static_cast<std::ptrdiff_t>(count));
    }
    std::ranges::sort(chosen);
    return chosen;
}

std::int64_t plantLabelNoise(const Task &task, std::vector<Sample> &samples, double share, std::uint64_t seed)
{
    const auto n = static_cast<std::int64_t>(samples.size());
    std::vector<std::int64_t> places = shuffled(n, seed);
    places.resize(static_cast<std::size_t>(std::min(n, std::int64_t{std::llround(share * static_cast<double>(n))})));
    std::mt19937_64 random(deriveSeed(seed, {"classes"}));
    const bool choices = taskKind(task.kind).head == HeadForm::PerInput;
    std::int64_t replaced = 0;
    for (const std::int64_t place : places) {
        Sample &sample = samples[static_cast<std::size_t>(place)];
        const std::size_t count = choices ? std::min(sample.choices.size(), task.classes.size()) : task.classes.size();
        std::vector<const std::string *> others;
        for (std::size_t i = 0; i < count; ++i) {
            if (std::ranges::find(sample.labels, task.classes[i], &Label::name) == sample.labels.end()) {
                others.push_back(&task.classes[i]);
            }
        }
        const auto heaviest = std::ranges::max_element(sample.labels, {}, &Label::weight);
        if (heaviest != sample.labels.end() && !others.empty()) {
            heaviest->name = *others[random() % others.size()];
            ++replaced;
        }
    }
    return replaced;
}

}  // namespace atlas::engine
