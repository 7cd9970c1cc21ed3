#pragma once

#include "core/sample.h"

#include <span>
#include <string>
#include <vector>

namespace atlas {

/// One forward pass of the backbone: a text (or pair of texts) and a picture (or, where the backbone joins pairs, two).
struct ModelInput {
    std::string text;
    std::string textPair;
    const AssetRef *image = nullptr;      ///< points into the sample
    const AssetRef *imagePair = nullptr;  ///< likewise
};

/// How the pooled outputs of a sample's inputs become scores.
enum class HeadForm {
    Concatenate,  ///< all pooled outputs side by side -> classes
    PerInput      ///< one score per input -> softmax over inputs (multiple choice)
};

/// A kind of task: which fields its samples need and what the backbone sees of them. Everything that is particular
/// to a kind stands in its one file under core/kinds; losses and metrics follow from the labels.
struct TaskKind {
    std::string name;                         ///< "image", stable, for files and the command line
    std::string title;                        ///< English, translatable in context "TaskKind"
    std::string help;                         ///< one sentence, same context
    std::vector<std::string> requiredFields;  ///< of id, image, image2, text, text2, question, choice
    std::vector<std::string> optionalFields;
    HeadForm head = HeadForm::Concatenate;
    int inputsPerSample = 1;  ///< for Concatenate; 0 = one per choice
    std::vector<ModelInput> (*inputs)(const Sample &sample) = nullptr;
};

/// The registry. A new kind is a new file in core/kinds and one line in kinds.h.
std::span<const TaskKind> taskKinds();

/// Errors: Usage, naming the kinds there are.
const TaskKind &taskKind(const std::string &name);

/// The required field that the sample lacks, or empty.
std::string missingField(const TaskKind &kind, const Sample &sample);

}  // namespace atlas
