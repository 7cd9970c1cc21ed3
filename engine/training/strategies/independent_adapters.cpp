#include "core/translatable.h"
#include "engine/training/strategies/adapter_settings.h"
#include "engine/training/strategies/single_adapter.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// One adapter per task, none shared: no forgetting, no transfer.
/// Source: Houlsby et al. 2019; the adapter baseline of CLiMB (arXiv 2206.09059).
class IndependentAdapters final : public SingleAdapter {
public:
    using SingleAdapter::SingleAdapter;

    GateSet startingGates(const RunModel &model) const override { return GateSet(model.bank.layers()); }

    void begin(const StagePlan &, RunModel &model, TaskModel &task, at::Generator &generator) const override
    {
        model.bank.add(task.task, generator);
        task.gates.add(task.task, model.bank, generator);
    }

    void markTrainable(const StagePlan &, RunModel &model, TaskModel &task) const override
    {
        for (int older = 0; older < task.task; ++older) {
            model.bank.setTrainable(older, false);
        }
        model.bank.setTrainable(task.task, true);
        task.head->setTrainable(true);
    }

    std::vector<int> storedAdapters(int task) const override { return {task}; }
};

}  // namespace

StrategyDescription strategies::independentAdapters()
{
    return {.name = "independent-adapters",
            .help = QT_TRANSLATE_NOOP("Strategy", "Each task trains an adapter of its own and never sees the others: "
                                                  "nothing is forgotten and nothing is passed on."),
            .settings = {bottleneckSetting()},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<IndependentAdapters>(settings);
            }};
}

}  // namespace atlas::engine
