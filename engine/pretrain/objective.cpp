#include "engine/pretrain/objective.h"

#include "core/error.h"
#include "engine/pretrain/objectives/objectives.h"

#include <array>

namespace atlas::engine {

std::span<const ObjectiveInfo> objectives()
{
    static const std::array kObjectives{
        pictureClassObjective(),   coarsePictureObjective(), captionsObjective(),
        questionAnswerObjective(), maskedWordsObjective(),   bagOfWordsObjective(),
    };
    return kObjectives;
}

const ObjectiveInfo &objectiveInfo(const std::string &name)
{
    std::string known;
    for (const ObjectiveInfo &info : objectives()) {
        if (info.name == name) {
            return info;
        }
        known += (known.empty() ? "" : ", ") + info.name;
    }
    throw Error(ErrorCode::BadInput, "There is no pretraining objective \"" + name + "\".",
                "The recipe may name these: " + known + ".");
}

}  // namespace atlas::engine
