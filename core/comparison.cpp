#include "core/comparison.h"

#include "core/run_recipe.h"
#include "core/translatable.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <set>

namespace atlas {
namespace {

const char *const kOverTasks = QT_TRANSLATE_NOOP("Interval", "paired bootstrap over test samples within tasks, 95 %");

GroupFigure overSeeds(const std::vector<double> &values)
{
    GroupFigure figure;
    figure.n = static_cast<std::int64_t>(values.size());
    if (values.empty()) {
        return figure;
    }
    const auto n = static_cast<double>(values.size());
    figure.value = std::accumulate(values.begin(), values.end(), 0.0) / n;
    if (values.size() > 1) {
        double squares = 0;
        for (const double value : values) {
            squares += (value - *figure.value) * (value - *figure.value);
        }
        figure.sd = std::sqrt(squares / (n - 1));
        figure.interval = seedInterval(values);
    }
    return figure;
}

int placeOf(const RunResults &run, const std::string &task)
{
    const auto found = std::ranges::find(run.run.tasks, task);
    return found == run.run.tasks.end() ? -1 : static_cast<int>(found - run.run.tasks.begin());
}

/// Each sample's score, the mean over those of the runs that answered the task.
std::map<std::int64_t, double> meanScores(const std::vector<const ComparedRun *> &runs, const std::string &task)
{
    std::map<std::int64_t, std::pair<double, int>> sums;
    for (const ComparedRun *run : runs) {
        const int place = placeOf(run->input.run, task);
        if (place < 0 || place >= static_cast<int>(run->input.answers.size())) {
            continue;
        }
        for (const Prediction &answer : run->input.answers[static_cast<std::size_t>(place)]) {
            auto &[sum, count] = sums[answer.sampleId];
            sum += answer.score;
            ++count;
        }
    }
    std::map<std::int64_t, double> means;
    for (const auto &[sample, sum] : sums) {
        means[sample] = sum.first / sum.second;
    }
    return means;
}

/// Differences second - first of the samples that both answered, and the two scores.
struct Pairs {
    std::vector<double> first;
    std::vector<double> second;

    Pairs(const std::map<std::int64_t, double> &before, const std::map<std::int64_t, double> &after)
    {
        for (const auto &[sample, score] : after) {
            if (const auto found = before.find(sample); found != before.end()) {
                first.push_back(found->second);
                second.push_back(score);
            }
        }
    }
};

std::vector<Pairs> pairsOf(const std::vector<const ComparedRun *> &first,
                           const std::vector<const ComparedRun *> &second, std::vector<std::string> &tasks)
{
    std::vector<Pairs> pairs;
    for (const std::string &task : second.front()->input.run.run.tasks) {
        Pairs own(meanScores(first, task), meanScores(second, task));
        if (!own.first.empty()) {
            pairs.push_back(std::move(own));
            tasks.push_back(task);
        }
    }
    return pairs;
}

double averageOf(const std::vector<Pairs> &tasks)
{
    double sum = 0;
    for (const Pairs &task : tasks) {
        sum += meanDifference(task.first, task.second).mean;
    }
    return tasks.empty() ? 0 : sum / static_cast<double>(tasks.size());
}

PairedDifference averageDifference(const std::vector<Pairs> &tasks, const BootstrapOptions &options)
{
    PairedDifference result;
    result.difference = averageOf(tasks);
    result.statistic = kOverTasks;
    bool enough = !tasks.empty();
    for (const Pairs &task : tasks) {
        result.n += static_cast<std::int64_t>(task.first.size());
        enough = enough && task.first.size() > 1;
        for (std::size_t i = 0; i < task.first.size(); ++i) {
            result.onlyFirst += task.first[i] > task.second[i] ? 1 : 0;
            result.onlySecond += task.first[i] < task.second[i] ? 1 : 0;
        }
    }
    if (!enough) {
        return result;
    }
    Resampler resampler(options.seed);
    std::vector<double> means;
    for (int k = 0; k < options.resamples; ++k) {
        double mean = 0;
        for (const Pairs &task : tasks) {
            double sum = 0;
            for (std::size_t i = 0; i < task.first.size(); ++i) {
                const std::uint32_t drawn = resampler.below(task.first.size());
                sum += task.second[drawn] - task.first[drawn];
            }
            mean += sum / static_cast<double>(task.first.size());
        }
        means.push_back(mean / static_cast<double>(tasks.size()));
    }
    result.interval = percentileInterval(std::move(means), result.n);
    if (result.interval) {
        result.interval->statistic = kOverTasks;
    }
    return result;
}

const ComparedRun *ofSeed(const RunGroup &group, std::uint64_t seed)
{
    const auto found =
        std::ranges::find(group.runs, seed, [](const ComparedRun *run) { return run->input.run.run.spec.seed; });
    return found == group.runs.end() ? nullptr : *found;
}

}  // namespace

std::vector<RunGroup> groupBySeed(const std::vector<ComparedRun> &runs)
{
    std::vector<RunGroup> groups;
    for (const ComparedRun &run : runs) {
        const RunRecord &own = run.input.run.run;
        const auto found = std::ranges::find_if(groups, [&](const RunGroup &group) {
            return sameRecipe(group.first(), own) && ofSeed(group, own.spec.seed) == nullptr;
        });
        if (found != groups.end()) {
            found->runs.push_back(&run);
        } else {
            groups.push_back({{&run}});
        }
    }
    return groups;
}

GroupFigure figureOf(const RunGroup &group, const Measure &measure)
{
    const auto place = static_cast<std::size_t>(&measure - measures().data());
    std::vector<double> values;
    for (const ComparedRun *run : group.runs) {
        if (const std::optional<double> value = run->measures[place].value; value && std::isfinite(*value)) {
            values.push_back(*value);
        }
    }
    GroupFigure figure = overSeeds(values);
    if (group.runs.size() == 1) {
        figure.interval = group.runs.front()->measures[place].interval;
    }
    return figure;
}

GroupFigure taskFigure(const RunGroup &group, const std::string &task)
{
    std::vector<double> values;
    for (const ComparedRun *run : group.runs) {
        const RunResults &results = run->input.run;
        if (const auto score = results.score(results.learned() - 1, placeOf(results, task))) {
            values.push_back(*score);
        }
    }
    GroupFigure figure = overSeeds(values);
    if (group.runs.size() == 1 && !values.empty()) {
        std::vector<double> scores;
        for (const auto &[sample, score] : meanScores(group.runs, task)) {
            scores.push_back(score);
        }
        // Only where the metric is the mean of what samples scored, which an F1 over classes is not.
        constexpr double kRounding = 1e-6;
        const double n = static_cast<double>(scores.size());
        if (n > 0 && std::abs(std::accumulate(scores.begin(), scores.end(), 0.0) / n - *figure.value) < kRounding) {
            figure.interval = bootstrapMean(scores);
        }
    }
    return figure;
}

std::map<std::string, std::vector<std::string>> differingSettings(const std::vector<RunGroup> &groups)
{
    std::vector<RunRecipe> recipes;
    std::map<std::string, std::set<std::string>> owners;  // key -> strategies that have it
    for (const RunGroup &group : groups) {
        recipes.push_back(recipeOf(group.first()));
        for (const auto &[key, value] : recipes.back()) {
            owners[key].insert(group.first().spec.strategy);
        }
    }
    std::map<std::string, std::vector<std::string>> differing;
    for (const auto &[key, strategies] : owners) {
        std::vector<std::string> values;
        std::set<std::string> told;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const auto found = recipes[i].find(key);
            values.push_back(found == recipes[i].end() ? std::string() : found->second);
            if (strategies.contains(groups[i].first().spec.strategy)) {
                told.insert(values.back());
            }
        }
        if (told.size() > 1) {
            differing[key] = std::move(values);
        }
    }
    return differing;
}

bool GroupDifference::significant() const
{
    return average.significant() && (!seeds || seeds->low > 0 || seeds->high < 0);
}

GroupDifference differenceOf(const RunGroup &first, const RunGroup &second, const BootstrapOptions &options)
{
    GroupDifference result;
    const std::vector<Pairs> pairs = pairsOf(first.runs, second.runs, result.tasks);
    for (const Pairs &task : pairs) {
        result.byTask.push_back(pairedDifference(task.first, task.second, options));
    }
    result.average = averageDifference(pairs, options);
    std::vector<double> bySeed;
    for (const ComparedRun *run : second.runs) {
        if (const ComparedRun *other = ofSeed(first, run->input.run.run.spec.seed)) {
            std::vector<std::string> tasks;
            bySeed.push_back(averageOf(pairsOf({other}, {run}, tasks)));
        }
    }
    result.seeds = seedInterval(bySeed);
    return result;
}

}  // namespace atlas
