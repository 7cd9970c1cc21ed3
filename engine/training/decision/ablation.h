#pragma once

#include "engine/training/decision/layer_groups.h"
#include "engine/training/prepared_task.h"

#include <vector>

namespace atlas::engine {

/// Asks how well a task does with fewer adapters: its validation loss (-log likelihood; the task's own loss) per
/// sample. Requires: the task has validation samples; everything referred to outlives it.
class Ablation {
public:
    /// Looks at no more than `mostSamples` validation samples, evenly spread.
    Ablation(const RunContext &context, const AdapterBank &bank, const PreparedTask &task, const TaskHead &head,
             std::int64_t mostSamples);

    /// Per sample, in their order, under these gates.  Errors: Cancelled within one micro-batch.
    std::vector<double> losses(const GateSet &gates) const;

private:
    const RunContext &m_context;
    const AdapterBank &m_bank;
    const PreparedTask &m_task;
    const TaskHead &m_head;
    std::vector<std::int64_t> m_places;
};

}  // namespace atlas::engine
