#include "core/translatable.h"
#include "engine/training/strategies/fine_tuning.h"
#include "engine/training/strategies/strategies.h"

#include <numeric>

namespace atlas::engine {
namespace {

/// All tasks at once, when the last one is reached: what a learner could do that need not remember. The accuracy matrix
/// has its last row only.
class Joint final : public FineTuning {
public:
    using FineTuning::FineTuning;

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
        .title = QT_TRANSLATE_NOOP("Strategy", "Joint training"),
        .help = QT_TRANSLATE_NOOP("Strategy", "Trains all layers of the joint transformer on the samples of all "
                                              "tasks at once, when the last task is reached. No sequence of tasks "
                                              "can expect to do better: an upper bound for the others."),
        .settings = {fineTuningRateSetting()},
        .make = [](const Settings &settings) -> std::unique_ptr<Strategy> { return std::make_unique<Joint>(settings); },
        .notDownstream = "Joint training learns all tasks at once, so nothing can be added to what it knows."};
}

}  // namespace atlas::engine
