#include "core/translatable.h"
#include "engine/training/strategies/adapter_settings.h"
#include "engine/training/strategies/single_adapter.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Whose adapter all tasks train on.
constexpr int kOwner = 0;

/// One adapter that every task trains further: sequential fine-tuning, the lower bound that shows forgetting.
class SharedAdapter final : public SingleAdapter {
public:
    using SingleAdapter::SingleAdapter;

    GateSet startingGates(const RunModel &model) const override
    {
        return model.learned.empty() ? GateSet(model.bank.layers()) : model.learned.back().gates.copy();
    }

    void begin(const StagePlan &, RunModel &model, TaskModel &task, at::Generator &generator) const override
    {
        if (task.task == kOwner) {
            model.bank.add(kOwner, generator);
            task.gates.add(kOwner, model.bank, generator);
        }
    }

    void markTrainable(const StagePlan &, RunModel &model, TaskModel &task) const override
    {
        model.bank.setTrainable(kOwner, true);
        task.head->setTrainable(true);
    }

    std::vector<int> storedAdapters(int) const override { return {kOwner}; }
    bool changesOlderTasks() const override { return true; }
};

}  // namespace

StrategyDescription strategies::sharedAdapter()
{
    return {.name = "shared-adapter",
            .help = QT_TRANSLATE_NOOP("Strategy", "One adapter is trained further by every task: small, and earlier "
                                                  "tasks are forgotten. It shows what the other strategies avoid."),
            .settings = {bottleneckSetting()},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<SharedAdapter>(settings);
            }};
}

}  // namespace atlas::engine
