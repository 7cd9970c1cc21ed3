#pragma once

#include "engine/pretrain/objective.h"

namespace atlas::engine {

ObjectiveInfo pictureClassObjective();
ObjectiveInfo coarsePictureObjective();
ObjectiveInfo captionsObjective();
ObjectiveInfo questionAnswerObjective();
ObjectiveInfo maskedWordsObjective();
ObjectiveInfo bagOfWordsObjective();

}  // namespace atlas::engine
