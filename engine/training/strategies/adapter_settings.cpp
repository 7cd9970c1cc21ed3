#include "engine/training/strategies/adapter_settings.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>

namespace atlas::engine {

SettingSpec bottleneckSetting()
{
    return {.key = "bottleneck",
            .title = QT_TRANSLATE_NOOP("Setting", "Bottleneck width"),
            .type = SettingType::Integer,
            .defaultValue = "0",
            .minimum = 0,
            .maximum = 4096,
            .unit = {},
            .help = QT_TRANSLATE_NOOP("Setting", "Size of a new adapter: wider learns more and costs more; 0 takes a "
                                                 "sixteenth of the backbone's width."),
            .choices = {},
            .advanced = true};
}

int bottleneckOf(const Settings &settings, int width)
{
    const auto chosen = static_cast<int>(settings.integer("bottleneck"));
    if (chosen > width) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence", "The setting bottleneck is %1, but the backbone is only %2 wide."),
                chosen, width),
            say(QT_TRANSLATE_NOOP("Sentence", "Use 0 (a sixteenth of the width) or at most %1."), width));
    }
    return chosen > 0 ? chosen : std::max(4, width / 16);
}

}  // namespace atlas::engine
