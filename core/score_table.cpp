#include "core/score_table.h"

#include "core/intervals.h"
#include "core/label_share.h"

#include <algorithm>

namespace atlas {
namespace {

constexpr int kResamples = 2000;
constexpr int kFewest = 200;
constexpr double kAdditions = 2e8;  ///< half a second

/// The scores of a reference run: a task's own row, or the last one (a joint run has learned all of them at once).
std::vector<double> referenceScores(const RunResults *run, std::size_t tasks, bool last)
{
    std::vector<double> scores;
    for (int task = 0; run != nullptr && task < static_cast<int>(tasks); ++task) {
        const int final = static_cast<int>(run->tasks.size()) - 1;
        std::optional<double> score = last ? run->score(final, task) : run->score(task, task);
        score = score ? score : run->score(task, task);
        if (!score) {
            return {};
        }
        scores.push_back(*score);
    }
    return scores;
}

/// The columns of one task, sample by sample, so that a drawn sample is read at one place.
struct Columns {
    std::size_t width = 0;
    std::size_t samples = 0;
    std::vector<float> values;

    explicit Columns(const TaskScores &task)
    {
        std::vector<const std::vector<double> *> lists;
        for (const auto &row : task.rows) {
            lists.push_back(&row);
        }
        for (const auto *list : {&task.single, &task.joint}) {
            if (!list->empty()) {
                lists.push_back(list);
            }
        }
        width = lists.size();
        samples = task.rows.front().size();
        values.resize(width * samples);
        for (std::size_t column = 0; column < width; ++column) {
            for (std::size_t i = 0; i < samples; ++i) {
                values[i * width + column] = static_cast<float>((*lists[column])[i]);
            }
        }
    }

    void drawMeans(Resampler &resampler, std::vector<double> &means) const
    {
        means.assign(width, 0);
        for (std::size_t i = 0; i < samples; ++i) {
            const float *sample = values.data() + resampler.below(samples) * width;
            for (std::size_t column = 0; column < width; ++column) {
                means[column] += static_cast<double>(sample[column]);
            }
        }
        for (double &mean : means) {
            mean /= static_cast<double>(samples);
        }
    }
};

int affordable(const std::vector<Columns> &tasks)
{
    double additions = 1;
    for (const Columns &columns : tasks) {
        additions += static_cast<double>(columns.values.size());
    }
    return static_cast<int>(std::clamp(kAdditions / additions, double{kFewest}, double{kResamples}));
}

void put(const std::vector<double> &means, const TaskScores &scores, std::size_t task, ScoreTable &table)
{
    std::size_t column = 0;
    for (; column < scores.rows.size(); ++column) {
        table.matrix[task + column][task] = means[column];
    }
    if (!scores.single.empty()) {
        table.single[task] = means[column++];
    }
    if (!scores.joint.empty()) {
        table.joint[task] = means[column];
    }
}

}  // namespace

ScoreTable scoreTable(const RunResults &run, const RunResults *single, const RunResults *joint)
{
    ScoreTable table;
    table.matrix = run.matrix();
    const std::size_t tasks = table.matrix.size();
    for (std::size_t row = 0; row < tasks; ++row) {
        for (std::size_t task = row + 1; task < tasks; ++task) {
            const auto early = run.score(static_cast<int>(row), static_cast<int>(task));
            if (!early) {
                break;
            }
            table.matrix[row].push_back(*early);
        }
    }
    for (std::size_t task = 0; task < tasks; ++task) {
        const int place = static_cast<int>(task);
        table.counts.push_back(static_cast<double>(run.cell(static_cast<int>(tasks) - 1, place)->n));
        const auto cost = std::ranges::find(run.costs, place, &TaskCost::task);
        if (cost != run.costs.end() && table.random.size() == task) {
            table.random.push_back(cost->randomScore);
        }
        const auto available = static_cast<double>(run.tasks[task].trainCount);
        table.limited.push_back(usedSamples(run.run.spec, place, available) < available);
    }
    table.single = referenceScores(single, tasks, false);
    table.joint = referenceScores(joint, tasks, true);
    return table;
}

std::vector<ScoreTable> resampledTables(const ScoreTable &table, const std::vector<TaskScores> &samples)
{
    std::vector<Columns> tasks;
    for (const TaskScores &task : samples) {
        if (task.rows.empty() || task.rows.front().size() < 2) {
            return {};
        }
        tasks.emplace_back(task);
    }
    if (tasks.empty() || tasks.size() != table.tasks()) {
        return {};
    }
    std::vector<ScoreTable> tables(static_cast<std::size_t>(affordable(tasks)), table);
    Resampler resampler(1);
    std::vector<double> means;
    for (ScoreTable &resampled : tables) {
        for (std::size_t task = 0; task < tasks.size(); ++task) {
            tasks[task].drawMeans(resampler, means);
            put(means, samples[task], task, resampled);
        }
    }
    return tables;
}

}  // namespace atlas
