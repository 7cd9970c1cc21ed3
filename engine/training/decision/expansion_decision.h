#pragma once

#include "engine/training/checkpoint.h"
#include "engine/training/evaluator.h"
#include "engine/training/prepared_task.h"

namespace atlas::engine {

/// The decision of one task between reuse and expansion (METHOD section 3): measures its inputs, asks the policy, takes
/// back what was tried in vain, drops what is not needed, and says what each adapter does. Where stage 1 is a trial,
/// older adapters stay only if they surely lower the validation loss (paired over its samples, one-sided 95 %) and do
/// not lower the score. All it remembers stands in the progress, so that it goes on after an interruption.
/// Requires: the strategy has a policy; everything referred to outlives it.
class ExpansionDecision {
public:
    ExpansionDecision(const RunContext &context, RunModel &model, RunProgress &progress, const PreparedTask &task,
                      TaskModel &learned)
        : m_context(context), m_model(model), m_progress(progress), m_task(task), m_learned(learned)
    {
    }

    /// Before any stage of the task: policy, rules, and how new the task's features (rows) are to those before it.
    void open(const at::Tensor &rows);

    /// Before a trial of older adapters is begun: remembers the task as it is.  Errors: Cancelled.
    void beginTrial();

    /// After it: the older adapters stay, or the task is again as it was before.  Errors: Cancelled.
    void endTrial();

    /// Before an expansion stage is begun: whether it may. A probe always may; what comes after it when the policy,
    /// which now knows everything, says so. Otherwise the task is again as stage 1 left it. Errors: Cancelled; Usage
    /// (an answer that is none).
    bool permits(const StagePlan &plan);

    /// After an expansion stage: measures the gain where no probe did.  Errors: Cancelled.
    void finished(const StagePlan &plan);

    /// After the last stage: drops sites of the new adapter that are not needed, where the rules say so, and tells the
    /// observer what each adapter does.  Errors: Cancelled; whatever the observer throws.
    void close();

private:
    DecisionRecord &record() { return m_progress.decision; }
    Evaluation judge() const;
    std::vector<double> lossesOf(const Evaluation &evaluation) const;
    /// Weights, and how well they do.  -> empty when there are no validation samples
    std::optional<Evaluation> remember();
    void restore();
    void rememberStage1();
    void measureGain(const char *of);
    void takeBack();
    void prune();

    const RunContext &m_context;
    RunModel &m_model;
    RunProgress &m_progress;
    const PreparedTask &m_task;
    TaskModel &m_learned;
};

}  // namespace atlas::engine
