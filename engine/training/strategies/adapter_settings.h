#pragma once

#include "core/settings.h"

namespace atlas::engine {

/// "bottleneck": the setting that all strategies with adapters share.
SettingSpec bottleneckSetting();

/// Formula: the setting, or width / 16 (48 at 768) and at least 4 when it is 0.
/// Errors: Usage when the setting is larger than the width.
int bottleneckOf(const Settings &settings, int width);

}  // namespace atlas::engine
