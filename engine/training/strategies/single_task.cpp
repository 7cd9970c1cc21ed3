#include "core/translatable.h"
#include "engine/training/strategies/fine_tuning.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Each task fine-tunes the pretrained network alone and keeps its own copy: what transfer is measured against.
/// Source: the single-task reference S_ST of CLiMB (arXiv 2206.09059).
class SingleTask final : public FineTuning {
public:
    using FineTuning::FineTuning;

    void begin(const StagePlan &, RunModel &model, TaskModel &, at::Generator &) const override { model.tuned.reset(); }

    bool answersWithNewest() const override { return false; }
};

}  // namespace

StrategyDescription strategies::singleTask()
{
    return {.name = "single-task",
            .help = QT_TRANSLATE_NOOP("Strategy", "Each task trains all layers of the joint transformer anew from the "
                                                  "pretrained ones and keeps its own copy: nothing is forgotten or "
                                                  "passed on, and every task costs a whole network."),
            .settings = {fineTuningRateSetting()},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<SingleTask>(settings);
            }};
}

}  // namespace atlas::engine
