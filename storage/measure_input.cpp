#include "storage/measure_input.h"

#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_references.h"
#include "storage/run_results.h"
#include "storage/run_store.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas::storage {
namespace {

/// Scores of one cell in the order of the test split, or none when they do not belong to `ids` (empty: they become
/// it) or are not what the cell's score is the mean of (an F1 over classes, for example).
std::vector<double> sampleScores(const std::vector<Prediction> &predictions, std::optional<double> score,
                                 std::vector<std::int64_t> &ids)
{
    std::vector<std::int64_t> own;
    std::vector<double> scores;
    for (const Prediction &prediction : predictions) {
        own.push_back(prediction.sampleId);
        scores.push_back(prediction.score);
    }
    if (ids.empty()) {
        ids = own;
    }
    if (scores.empty() || own != ids || !score) {
        return {};
    }
    constexpr double kRounding = 1e-6;
    const double mean = std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
    return std::abs(mean - *score) < kRounding ? scores : std::vector<double>();
}

class SampleReader {
public:
    SampleReader(ResultStore &store, const MeasureInput &input) : m_store(store), m_input(input) {}

    /// One entry per learned task; none at all when one cell does not allow it.
    std::vector<TaskScores> read()
    {
        std::vector<TaskScores> tasks;
        const int learned = m_input.run.learned();
        if (wanted(learned) > kMostScores) {
            return {};
        }
        for (int task = 0; task < learned; ++task) {
            TaskScores scores;
            std::vector<std::int64_t> ids;
            for (int row = task; row < learned; ++row) {
                scores.rows.push_back(cell(m_input.run, row, task, ids));
                if (scores.rows.back().empty()) {
                    return {};
                }
            }
            // Without their samples the scores of the other runs stay as they are in each resample.
            if (m_input.single) {
                scores.single = cell(*m_input.single, task, task, ids);
            }
            if (m_input.joint) {
                scores.joint = cell(*m_input.joint, static_cast<int>(m_input.joint->tasks.size()) - 1, task, ids);
            }
            tasks.push_back(std::move(scores));
        }
        return tasks;
    }

private:
    std::int64_t wanted(int learned) const
    {
        std::int64_t scores = 0;
        for (int task = 0; task < learned; ++task) {
            scores += m_input.run.cell(learned - 1, task)->n * (learned - task);
        }
        return scores;
    }

    std::vector<double> cell(const RunResults &run, int afterTask, int evalTask, std::vector<std::int64_t> &ids)
    {
        return sampleScores(m_store.predictions(run.run.id, afterTask, evalTask), run.score(afterTask, evalTask), ids);
    }

    ResultStore &m_store;
    const MeasureInput &m_input;
};

/// Validation curves "<task>/<stage>/<old task>": what old tasks scored while another was being learned.
std::vector<InsideScores> insideScores(ResultStore &store, const RunRecord &run)
{
    std::vector<InsideScores> found;
    const auto place = [&](const std::string &task) {
        return static_cast<int>(std::ranges::find(run.tasks, task) - run.tasks.begin());
    };
    for (const Series &series : store.series(run.id)) {
        const std::string &context = series.key.context;
        const auto first = context.find('/');
        const auto last = context.rfind('/');
        if (series.key.metric != "validation" || first == std::string::npos || first == last) {
            continue;
        }
        InsideScores inside{place(context.substr(0, first)), place(context.substr(last + 1)), {}};
        if (inside.task >= inside.during || inside.during >= static_cast<int>(run.tasks.size())) {
            continue;
        }
        for (const SeriesPoint &point : store.points(series.id)) {
            inside.scores.push_back(point.value);
        }
        found.push_back(std::move(inside));
    }
    return found;
}

}  // namespace

MeasureInput readMeasureInput(Connection &connection, const std::filesystem::path &assets, const RunRecord &run)
{
    MeasureInput input;
    input.run = readRunResults(connection, assets, run);
    const RunReferences references = findReferences(run, RunStore(connection).list());
    const auto results = [&](const RunRecord &other) { return readRunResults(connection, assets, other); };
    if (references.single) {
        input.single = results(*references.single);
    }
    if (references.joint) {
        input.joint = results(*references.joint);
    }
    std::ranges::transform(references.seeds, std::back_inserter(input.seeds), results);
    std::ranges::transform(references.shares, std::back_inserter(input.shares), results);

    ResultStore store(connection);
    const int last = input.run.learned() - 1;
    for (int task = 0; task <= last; ++task) {
        input.answers.push_back(store.predictions(run.id, last, task));
    }
    input.samples = SampleReader(store, input).read();
    input.inside = insideScores(store, run);
    return input;
}

}  // namespace atlas::storage
