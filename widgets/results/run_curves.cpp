#include "widgets/results/run_curves.h"

#include "storage/result_store.h"

namespace atlas::widgets {

RunCurves readCurves(storage::Connection &connection, std::int64_t run, const std::string &metric)
{
    RunCurves curves;
    storage::ResultStore store(connection);
    for (const storage::Series &series : store.series(run)) {
        if (series.key.metric == metric) {
            curves.emplace(series.key, store.points(series.id));
        }
    }
    return curves;
}

}  // namespace atlas::widgets
