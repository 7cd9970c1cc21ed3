#include "core/run_results.h"

#include <algorithm>
#include <limits>

namespace atlas {

const AccuracyCell *RunResults::cell(int afterTask, int evalTask) const
{
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const AccuracyCell &candidate) {
        return candidate.afterTask == afterTask && candidate.evalTask == evalTask;
    });
    return found == cells.end() ? nullptr : &*found;
}

std::optional<double> RunResults::score(int afterTask, int evalTask) const
{
    const AccuracyCell *found = cell(afterTask, evalTask);
    if (found == nullptr || evalTask < 0 || evalTask >= static_cast<int>(tasks.size())) {
        return std::nullopt;
    }
    const std::string &metric = tasks[static_cast<std::size_t>(evalTask)].metric;
    for (const std::string &name : {metric, std::string("accuracy")}) {
        if (const auto value = found->scores.find(name); value != found->scores.end()) {
            return value->second;
        }
    }
    return std::nullopt;
}

int RunResults::learned() const
{
    const auto measured = [this](int row) {
        for (int task = 0; task <= row; ++task) {
            if (!score(row, task)) {
                return false;
            }
        }
        return true;
    };
    int learned = static_cast<int>(tasks.size());
    while (learned > 0 && !measured(learned - 1)) {
        --learned;
    }
    return learned;
}

AccuracyMatrix RunResults::matrix() const
{
    AccuracyMatrix rows;
    for (int row = 0; row < learned(); ++row) {
        std::vector<double> values;
        for (int task = 0; task <= row; ++task) {
            values.push_back(score(row, task).value_or(std::numeric_limits<double>::quiet_NaN()));
        }
        rows.push_back(std::move(values));
    }
    return rows;
}

}  // namespace atlas
