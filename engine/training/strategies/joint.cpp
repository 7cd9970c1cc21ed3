#include "core/translatable.h"
#include "engine/training/strategies/fine_tuning.h"
#include "engine/training/strategies/strategies.h"

#include <numeric>

namespace atlas::engine {
namespace {

constexpr auto kHeadRate = "head_learning_rate";

/// All tasks at once, when the last one is reached: what a learner could do that need not remember. The accuracy matrix
/// has its last row only. Heads are trained first, each until its own best epoch: the layers that all share stop at the
/// epoch that is best for the mean of all tasks, which is too early for heads that are far from done.
/// Source: multitask reference of CLiMB (arXiv 2206.09059); heads before layers as in LP-FT (arXiv 2202.10054).
class Joint final : public FineTuning {
public:
    using FineTuning::FineTuning;

    std::vector<StagePlan> stages(const RunModel &model) const override
    {
        StagePlan heads = headStage(settings().integer("epochs"));
        heads.apart = true;
        heads.learningRate = settings().real(kHeadRate);
        std::vector<StagePlan> stages = FineTuning::stages(model);
        stages.insert(stages.begin(), std::move(heads));
        return stages;
    }

    void markTrainable(const StagePlan &stage, RunModel &model, TaskModel &task) const override
    {
        FineTuning::markTrainable(stage, model, task);
        model.tuned.setTrainable(!stage.apart);
    }

    std::vector<int> learnedAt(int place, int count) const override
    {
        if (place + 1 < count) {
            return {};
        }
        std::vector<int> all(static_cast<std::size_t>(count));
        std::iota(all.begin(), all.end(), 0);
        return all;
    }
};

}  // namespace

StrategyDescription strategies::joint()
{
    return {
        .name = "joint",
        .help = QT_TRANSLATE_NOOP("Strategy", "Trains all layers of the joint transformer on the samples of all "
                                              "tasks at once, when the last task is reached. No sequence of tasks "
                                              "can expect to do better: an upper bound for the others."),
        .settings = {fineTuningRateSetting(),
                     {.key = kHeadRate,
                      .title = QT_TRANSLATE_NOOP("Setting", "Learning rate of heads"),
                      .type = SettingType::Real,
                      .defaultValue = "0.0005",
                      .minimum = 0,
                      .maximum = 1,
                      .unit = {},
                      .help = QT_TRANSLATE_NOOP("Setting", "How far one step changes the heads while the layers they "
                                                           "look at are still frozen."),
                      .choices = {},
                      .advanced = true}},
        .make = [](const Settings &settings) -> std::unique_ptr<Strategy> { return std::make_unique<Joint>(settings); },
        .notDownstream = QT_TRANSLATE_NOOP(
            "Sentence", "Joint training learns all tasks at once, so nothing can be added to what it knows.")};
}

}  // namespace atlas::engine
