#pragma once

#include "engine/pretrain/pretrain_data.h"
#include "engine/starter/starter.h"

#include <map>
#include <string>
#include <vector>

namespace atlas::engine {

/// Mean and deviation per number.  Shapes: (features) each.
struct Standard {
    at::Tensor mean;
    at::Tensor deviation;

    at::Tensor operator()(const at::Tensor &values) const;
};

/// Of rows (n, features); deviations of next to nothing become 1.
Standard standardOf(const at::Tensor &rows);

/// A recipe's data as the frozen embedders see it.
struct JointData {
    std::vector<FrozenPart> texts;
    std::vector<FrozenPart> validationTexts;
    std::vector<FrozenPart> pictures;            ///< as PretrainData::pictures
    std::vector<FrozenPart> validationPictures;  ///< as PretrainData::validationPictures
    std::vector<FrozenPart> questionPictures;    ///< as QuestionPictures::pixels
    std::map<std::string, FrozenPart> phrases;   ///< questions and captions, each once
    Standard textTokens, textSummary, pictureTokens, pictureSummary;
};

/// Embeds everything, or finds it in the embedders' cache.
/// Errors: Cancelled.
JointData embedPretrainData(const Starter &starter, const Recipe &recipe, const PretrainData &data, int threads,
                            Observer &observer, const std::stop_token &stop);

}  // namespace atlas::engine
