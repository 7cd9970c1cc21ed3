#pragma once

#include "core/run_record.h"

#include <QPointF>
#include <QString>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace atlas::widgets {

/// What a series context says: "<task>/<stage>" or "<task>/<stage>/<old task>". A task's name may hold a slash, so
/// the run's task names decide where it ends.
struct SeriesPlace {
    std::string task;
    std::string stage;
    std::string other;
};

SeriesPlace placeOf(const SeriesKey &key, const std::vector<std::string> &tasks);

/// The curves of one run in memory: read from the database once, then fed by what the engine tells.
class LiveSeries {
public:
    using Points = std::vector<std::pair<SeriesKey, SeriesPoint>>;

    void clear() { m_curves.clear(); }
    /// Points that are there already (by step) are not added again, so reading and live feed may overlap; a point
    /// of an earlier step (a run that was resumed) replaces what stands from there on.
    void add(const SeriesKey &key, const SeriesPoint &point);

    const std::map<SeriesKey, std::vector<QPointF>> &curves() const { return m_curves; }
    bool empty() const { return m_curves.empty(); }

private:
    std::map<SeriesKey, std::vector<QPointF>> m_curves;
};

}  // namespace atlas::widgets
