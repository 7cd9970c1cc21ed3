#include "core/translatable.h"
#include "engine/training/strategies/adapter_free.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Logistic regression on the frozen features, solved and not stepped: the honest simple rival.
class FrozenFeatures final : public AdapterFree {
public:
    using AdapterFree::AdapterFree;

    std::string headForm() const override { return kLinearHead; }
    bool withoutTransformer() const override { return true; }

    std::vector<StagePlan> stages(const RunModel &) const override
    {
        return {{.name = "fit",
                 .epochs = 1,
                 .queryRateFactor = 1,
                 .orthogonality = {},
                 .expansion = false,
                 .solved = true}};
    }

    void markTrainable(const StagePlan &, RunModel &, TaskModel &) const override {}
};

}  // namespace

StrategyDescription strategies::frozenFeatures()
{
    return {.name = "frozen-features",
            .help = QT_TRANSLATE_NOOP("Strategy", "Fits a logistic regression to what the frozen backbone gives for "
                                                  "each sample and trains no network at all; validation picks the "
                                                  "strength of its penalty. Nothing is forgotten: the "
                                                  "simple rival that the others must beat."),
            .settings = {},
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<FrozenFeatures>(settings);
            }};
}

}  // namespace atlas::engine
