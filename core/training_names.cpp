#include "core/training_names.h"

#include "core/translatable.h"

#include <algorithm>
#include <array>
#include <span>

namespace atlas {
namespace {

struct Named {
    const char *name;
    const char *title;
};

constexpr std::array<Named, 12> kStrategies{
    {{"atlas", QT_TRANSLATE_NOOP("Strategy", "Atlas, two stages")},
     {"independent-adapters", QT_TRANSLATE_NOOP("Strategy", "Independent adapters")},
     {"shared-adapter", QT_TRANSLATE_NOOP("Strategy", "Shared adapter")},
     {"head-only", QT_TRANSLATE_NOOP("Strategy", "Head only")},
     {"frozen-features", QT_TRANSLATE_NOOP("Strategy", "Frozen features")},
     {"full-fine-tuning", QT_TRANSLATE_NOOP("Strategy", "Full fine-tuning")},
     {"frozen-bottom", QT_TRANSLATE_NOOP("Strategy", "Frozen lower layers")},
     {"ewc", QT_TRANSLATE_NOOP("Strategy", "Elastic weight consolidation")},
     {"replay", QT_TRANSLATE_NOOP("Strategy", "Experience replay")},
     {"prompts", QT_TRANSLATE_NOOP("Strategy", "Prompts (L2P)")},
     {"joint", QT_TRANSLATE_NOOP("Strategy", "Joint training")},
     {"single-task", QT_TRANSLATE_NOOP("Strategy", "Single task")}}};

constexpr std::array<Named, 8> kStages{{{"stage1", QT_TRANSLATE_NOOP("Sentence", "stage 1")},
                                        {"stage2", QT_TRANSLATE_NOOP("Sentence", "stage 2")},
                                        {"probe", QT_TRANSLATE_NOOP("Sentence", "probe")},
                                        {"head", QT_TRANSLATE_NOOP("Sentence", "head alone")},
                                        {"fit", QT_TRANSLATE_NOOP("Sentence", "fitting")},
                                        {"training", QT_TRANSLATE_NOOP("Sentence", "training")},
                                        // What stands in the place of a stage in curves of calibration errors.
                                        {"raw", QT_TRANSLATE_NOOP("Sentence", "raw")},
                                        {"calibrated", QT_TRANSLATE_NOOP("Sentence", "calibrated")}}};

const char *titleIn(std::span<const Named> all, const std::string &name)
{
    const auto found = std::ranges::find_if(all, [&](const Named &named) { return name == named.name; });
    return found == all.end() ? nullptr : found->title;
}

}  // namespace

std::string strategyTitle(const std::string &strategy)
{
    const char *title = titleIn(kStrategies, strategy);
    return title == nullptr ? strategy : title;
}

Sentence stageTitle(const std::string &stage)
{
    const char *title = titleIn(kStages, stage);
    return title == nullptr ? Sentence(stage) : say(title);
}

}  // namespace atlas
