#include "core/translatable.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Nothing but a classifier per task on the frozen features.
class HeadOnly final : public Strategy {
public:
    explicit HeadOnly(const Settings &settings) : m_epochs(settings.integer("epochs")) {}

    bool headOnly() const override { return true; }
    GateOptions gateOptions() const override { return {}; }
    int bottleneck(int) const override { return 1; }

    std::vector<StagePlan> stages(const RunModel &) const override
    {
        return {
            {.name = "training", .epochs = m_epochs, .queryRateFactor = 1, .orthogonality = {}, .expansion = false}};
    }

    GateSet startingGates(const RunModel &model) const override { return GateSet(model.bank.layers()); }
    void begin(const StagePlan &, RunModel &, TaskModel &, at::Generator &) const override {}
    void markTrainable(const StagePlan &, RunModel &, TaskModel &task) const override { task.head.setTrainable(true); }
    std::vector<int> storedAdapters(int) const override { return {}; }

private:
    std::int64_t m_epochs;
};

}  // namespace

StrategyDescription strategies::headOnly()
{
    return {.name = "head-only",
            .title = QT_TRANSLATE_NOOP("Strategy", "Head only"),
            .help = QT_TRANSLATE_NOOP("Strategy", "Trains a classifier on the frozen backbone and nothing else: the "
                                                  "fastest, and the least that every other strategy must beat."),
            .settings = {},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<HeadOnly>(settings);
            }};
}

}  // namespace atlas::engine
