#pragma once

#include "engine/training/strategy.h"

namespace atlas::engine {

/// A strategy that learns one task of a finished run anew where it stands, for more samples: a new head and, where the
/// task has queries of its own, those too. Adapters, keys, tuned weights and prompts stay, so every other task answers
/// as before. Everything else is as the run's strategy has it; the first of its stages says how the head is trained.
/// Requires: the finished run is loaded before a task is started.
class HeadRefresh final : public Strategy {
public:
    /// `place` of the task in the sequence.
    HeadRefresh(std::unique_ptr<Strategy> strategy, int place) : m_strategy(std::move(strategy)), m_place(place) {}

    bool withoutAdapters() const override { return m_strategy->withoutAdapters(); }
    GateOptions gateOptions() const override { return m_strategy->gateOptions(); }
    int bottleneck(int width) const override { return m_strategy->bottleneck(width); }
    std::optional<int> lowestTunedLayer(int layers) const override { return m_strategy->lowestTunedLayer(layers); }
    std::optional<PromptOptions> prompts() const override { return m_strategy->prompts(); }
    std::string headForm() const override { return m_strategy->headForm(); }
    bool withoutTransformer() const override { return m_strategy->withoutTransformer(); }
    std::vector<int> storedAdapters(int task) const override { return m_strategy->storedAdapters(task); }
    bool answersWithNewest() const override { return m_strategy->answersWithNewest(); }
    bool changesOlderTasks() const override { return false; }

    /// The task, once the sequence has reached its end.
    std::vector<int> learnedAt(int place, int count) const override;
    std::vector<StagePlan> stages(const RunModel &model) const override;
    GateSet startingGates(const RunModel &model) const override;
    void begin(const StagePlan &stage, RunModel &model, TaskModel &task, at::Generator &generator) const override;
    void markTrainable(const StagePlan &stage, RunModel &model, TaskModel &task) const override;
    /// What was kept of the task stays.
    TensorMap remember(const LearningContext &context, const TaskModel &learned) const override;

private:
    const TaskModel &older(const RunModel &model) const { return model.learned[static_cast<std::size_t>(m_place)]; }

    std::unique_ptr<Strategy> m_strategy;
    int m_place;
};

}  // namespace atlas::engine
