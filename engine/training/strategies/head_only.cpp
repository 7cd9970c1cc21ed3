#include "core/translatable.h"
#include "engine/training/strategies/adapter_free.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Nothing but a classifier per task on the frozen features.
class HeadOnly final : public AdapterFree {
public:
    using AdapterFree::AdapterFree;

    std::vector<StagePlan> stages(const RunModel &) const override { return {headStage(settings().integer("epochs"))}; }

    void markTrainable(const StagePlan &, RunModel &, TaskModel &task) const override { task.head->setTrainable(true); }
};

}  // namespace

StrategyDescription strategies::headOnly()
{
    return {.name = "head-only",
            .help = QT_TRANSLATE_NOOP("Strategy", "Trains a classifier on the frozen backbone and nothing else: the "
                                                  "fastest, and the least that every other strategy must beat."),
            .settings = {},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<HeadOnly>(settings);
            }};
}

}  // namespace atlas::engine
