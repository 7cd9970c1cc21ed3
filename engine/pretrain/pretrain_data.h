#pragma once

#include "core/observer.h"
#include "engine/pretrain/recipe.h"

#include <ATen/core/Tensor.h>

#include <stop_token>
#include <string>
#include <vector>

namespace atlas::engine {

/// Pictures with the index of their class.
struct LabelledPictures {
    at::Tensor pixels;  ///< uint8 (N, 3, H, W): all of the part are brought to the size of its first picture
    std::vector<std::int64_t> labels;
};

struct PictureQuestion {
    std::string question;
    std::int64_t answer = 0;   ///< index into PretrainData::answers
    std::int64_t picture = 0;  ///< row of QuestionPictures::pixels
};

struct QuestionPictures {
    at::Tensor pixels;  ///< uint8 (N, 3, H, W)
    std::vector<PictureQuestion> questions;
};

/// What a recipe's data is, in memory; what is kept to measure is apart from what is trained on.
struct PretrainData {
    std::vector<std::string> texts;
    std::vector<std::string> validationTexts;
    LabelledPictures pictures;
    LabelledPictures validationPictures;
    QuestionPictures questions;  ///< shares its pixels with validationQuestions; the pictures used are disjoint
    QuestionPictures validationQuestions;
    std::vector<std::string> answers;  ///< sorted
};

/// Reads the parts of a recipe from the data folder and splits them by the recipe's seed.
/// Errors: NotFound (a part's file), BadInput (a part that is not what the recipe says), Cancelled.
PretrainData readPretrainData(const Recipe &recipe, const std::filesystem::path &folder, Observer &observer,
                              const std::stop_token &stop);

}  // namespace atlas::engine
