#pragma once

#include "engine/api/engine.h"
#include "engine/training/batching.h"
#include "engine/training/run_model.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace atlas::engine {

/// The sample as a task of this kind would take it: a text stands as question where the kind asks for one, and the
/// other way round. nullopt = a field that the kind needs is absent, or one is given that the kind has no use for.
std::optional<Sample> asKind(const TaskKind &kind, Sample sample);

/// What a router needs to make samples ready.
struct RouterContext {
    const Backbone &backbone;
    const std::vector<Task> &tasks;         ///< of the run, in learning order
    const std::vector<TaskModel> &learned;  ///< the first of them, with their signatures
    BatchLimits limits;
    int threads = 1;
    Observer &observer;
    std::stop_token stop;
};

/// Finds out which task a sample belongs to, without looking at any label (METHOD section 6): among the tasks whose
/// kind takes the sample's fields the one to whose own samples it is nearest. Formula: argmin_k percentile_k(d_k(x)),
/// the smaller distance where those are the same; task_signature.h.
class Router {
public:
    /// Requires: everything referred to outlives it.
    explicit Router(const RouterContext &context) : m_context(context) {}

    /// Per sample the tasks that take its fields, nearest first; none where no task does. A single task needs no pass
    /// of the backbone and has no percentile of its own: it is 0 then, as its distance.
    /// Errors: BadInput (a sample that cannot be read), Cancelled; Usage when several tasks take a sample and one of
    /// them has no signature.
    std::vector<std::vector<Route>> routes(const std::vector<const Sample *> &samples) const;

private:
    const RouterContext &m_context;
};

}  // namespace atlas::engine
