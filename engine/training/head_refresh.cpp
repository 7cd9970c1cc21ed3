#include "engine/training/head_refresh.h"

namespace atlas::engine {
namespace {

constexpr const char *kHeadStage = "head";

}  // namespace

std::vector<int> HeadRefresh::learnedAt(int place, int count) const
{
    return place + 1 == count ? std::vector{m_place} : std::vector<int>();
}

std::vector<StagePlan> HeadRefresh::stages(const RunModel &model) const
{
    StagePlan plan = m_strategy->stages(model).front();
    plan.name = kHeadStage;
    plan.expansion = false;
    plan.probe = false;
    return {plan};
}

GateSet HeadRefresh::startingGates(const RunModel &model) const
{
    return answersWithNewest() ? model.learned.back().gates.copy() : older(model).gates.copy();
}

void HeadRefresh::begin(const StagePlan &, RunModel &model, TaskModel &, at::Generator &) const
{
    if (!older(model).tuned.empty()) {
        model.tuned.put(older(model).tuned);
    }
}

void HeadRefresh::markTrainable(const StagePlan &, RunModel &model, TaskModel &task) const
{
    for (const TaskModel &learned : model.learned) {
        model.bank.setTrainable(learned.task, false);
    }
    model.tuned.setTrainable(false);
    if (model.prompts) {
        model.prompts->setTrainable(false);
    }
    task.head->setTrainable(true);
    task.gates.setKeysTrainable(false);
    // Queries that all tasks share would change what the others answer.
    const bool own = gateOptions().scaling != GateScaling::Off && !answersWithNewest();
    task.gates.setQueriesTrainable(own);
}

TensorMap HeadRefresh::remember(const LearningContext &context, const TaskModel &) const
{
    return older(context.model).kept;
}

}  // namespace atlas::engine
