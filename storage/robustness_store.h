#pragma once

#include "core/robustness.h"

#include <cstdint>
#include <vector>

namespace atlas::storage {

class Connection;

/// A curve as a run keeps it.
struct KeptCurve {
    int task = 0;  ///< place in the run
    RobustnessCurve curve;
    std::int64_t measuredUs = 0;
};

/// How the tasks of runs stand up to worse samples.
class RobustnessStore {
public:
    explicit RobustnessStore(Connection &connection) : m_connection(connection) {}

    /// In the place of what was measured under the same perturbation.
    void put(std::int64_t run, int task, const RobustnessCurve &curve);

    /// By task, then in the order in which they were measured.
    std::vector<KeptCurve> curves(std::int64_t run);

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
