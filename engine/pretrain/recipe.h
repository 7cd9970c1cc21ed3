#pragma once

#include "engine/starter/starter_config.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace atlas::engine {

/// Where a part of the data comes from, for the model card.
struct DataSource {
    std::string file;  ///< inside the data folder: an archive, a compressed text or a folder
    std::string source;
    std::string licence;
};

/// One sentence per line.
struct TextPart : DataSource {
    std::string language;
};

/// Pictures in one folder per class. A class has a word in each language of the captions.
struct PicturePart : DataSource {
    struct Class {
        std::string folder;
        std::map<std::string, std::string> words;  ///< language -> "cat"
    };
    struct Caption {
        std::string language;
        std::string pattern;  ///< "a picture of a {}"
    };
    std::vector<Class> classes;
    std::vector<Caption> captions;
};

/// Pictures with questions: questions.json holds [question, answer, picture number], images/<number>.png the pictures.
struct QuestionPart : DataSource {};

/// The ViLT that is built.
struct ModelSpec {
    int width = 192;
    int layers = 6;
    int heads = 6;
    int intermediate = 768;
    int patch = 16;
    int shortestEdge = 80;
    int maxTextTokens = 40;
    int vocabularySize = 7000;
};

struct ObjectiveSpec {
    std::string name;   ///< of the architecture's registry, see objective.h
    double weight = 1;  ///< of its loss
    int batch = 32;     ///< samples a step
};

struct PictureSize {
    int height = 0;
    int width = 0;
};

/// How many samples are kept from training to measure.
struct ValidationSpec {
    int texts = 500;
    int pictures = 2000;
    int questionPictures = 200;
    int probeTrain = 5000;  ///< training samples that a linear probe is fitted on
};

/// All that decides a pretraining run.
struct Recipe {
    std::string name;
    std::string architecture;  ///< "vilt" or "starter"; absent = "vilt"
    std::uint64_t seed = 0;
    ModelSpec model;        ///< of a ViLT
    StarterConfig starter;  ///< of a starter; its two files are those the embedders' folder holds
    std::vector<TextPart> texts;
    PicturePart pictures;
    QuestionPart questions;
    std::vector<ObjectiveSpec> objectives;
    std::vector<PictureSize> pictureSizes;  ///< of a ViLT: drawn for every batch of pictures
    std::int64_t maxTexts = 0;              ///< of a starter: samples drawn from each part at most; 0 = all
    std::int64_t maxPictures = 0;
    std::int64_t steps = 0;
    double timeLimitMinutes = 0;  ///< the schedule ends there if the steps do not before; 0 = none
    double learningRate = 1e-3;
    double warmupShare = 0.05;
    double weightDecay = 0.05;
    double clipNorm = 1.0;
    int logEvery = 50;
    int checkpointEvery = 500;
    ValidationSpec validation;

    /// Errors: NotFound; BadInput for JSON that cannot be understood, an unknown key, or a value out of range: says
    /// which.
    static Recipe read(const std::filesystem::path &file);
};

}  // namespace atlas::engine
