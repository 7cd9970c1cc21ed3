#include "widgets/results/transfer_report.h"

#include "core/paired.h"
#include "storage/result_store.h"

#include <cmath>

namespace atlas::widgets {

namespace {

/// A cell of a run.
struct Place {
    const RunResults &run;
    int after;
    int eval;
};

std::optional<ScoreDifference> between(storage::ResultStore &store, const Place &reference, const Place &place)
{
    const auto then = reference.run.score(reference.after, reference.eval);
    const auto now = place.run.score(place.after, place.eval);
    if (!then || !now) {
        return std::nullopt;
    }
    ScoreDifference out{.task = place.eval,
                        .score = *now,
                        .reference = *then,
                        .interval = {},
                        .n = place.run.cell(place.after, place.eval)->n};
    const PairedDifference paired =
        pairedDifference(store.predictions(reference.run.run.id, reference.after, reference.eval),
                         store.predictions(place.run.run.id, place.after, place.eval));
    // An F1, say, is no mean over samples: what is drawn from them would be the interval of another figure.
    constexpr double kRounding = 1e-6;
    if (paired.n > 0 && std::abs(paired.difference - out.difference()) < kRounding) {
        out.interval = paired.interval;
    }
    return out;
}

std::optional<ScoreDifference> againstGuessing(const RunResults &results, int task)
{
    const auto score = results.score(task, task);
    for (const TaskCost &cost : results.costs) {
        if (cost.task == task && score) {
            const auto n = results.cell(task, task)->n;
            const double half = 1.96 * standardErrorOfShare(*score, double(n));
            ScoreDifference out{.task = task, .score = *score, .reference = cost.randomScore, .interval = {}, .n = n};
            out.interval =
                Interval{.low = out.difference() - half, .high = out.difference() + half, .n = n, .statistic = {}};
            return out;
        }
    }
    return std::nullopt;
}

}  // namespace

TransferReport readTransfer(storage::Connection &connection, const RunResults &results,
                            const std::optional<RunResults> &single)
{
    TransferReport report;
    storage::ResultStore store(connection);
    report.alone = single.has_value();
    const int last = results.learned() - 1;
    for (int task = 0; task <= last; ++task) {
        if (const auto forward = single ? between(store, {*single, task, task}, {results, task, task})
                                        : againstGuessing(results, task)) {
            report.forward.push_back(*forward);
        }
        if (task == last) {
            continue;
        }
        if (const auto backward = between(store, {results, task, task}, {results, last, task})) {
            report.backward.push_back(*backward);
        }
    }
    return report;
}

}  // namespace atlas::widgets
