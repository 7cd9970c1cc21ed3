#pragma once

#include "core/sentence.h"

#include <string>

namespace atlas {

/// What people call a strategy: English, translatable in context "Strategy"; an unknown one by its name. It stands
/// here since tables and reports name strategies where the engine, which takes seconds to load, is not there.
std::string strategyTitle(const std::string &strategy);

/// What people call a stage of the training of a task ("stage 1" for "stage1"); an unknown one by its name.
Sentence stageTitle(const std::string &stage);

}  // namespace atlas
