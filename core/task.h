#pragma once

#include "core/sample.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atlas {

/// How labels of a task are to be read; the loss and the default metric follow from it.
enum class LabelForm {
    Single,  ///< exactly one class: cross-entropy, accuracy
    Multi,   ///< any number of classes: binary cross-entropy, micro F1
    Soft     ///< answers with weights: binary cross-entropy, VQA score of the best answer
};

const char *labelFormName(LabelForm form) noexcept;

/// A named set of samples as imported. Classes have permanent ids in storage; here they are names in fixed order.
struct Dataset {
    std::int64_t id = 0;
    std::string name;
    std::string kind;  ///< name of a TaskKind
    bool multiLabel = false;
    std::int64_t sampleCount = 0;
    std::int64_t labelledCount = 0;
    std::int64_t createdUs = 0;
};

/// Something to be learned: a dataset seen as one kind, with a fixed class list and fixed splits.
struct Task {
    std::int64_t id = 0;
    std::string name;
    std::int64_t datasetId = 0;
    std::string dataset;
    std::string kind;
    LabelForm labelForm = LabelForm::Single;
    std::string metric;                ///< name of a Score (scores.h); "accuracy" unless chosen
    std::vector<std::string> classes;  ///< output i of the head is classes[i]; for `choice`: "0", "1", ...
    std::int64_t trainCount = 0;
    std::int64_t validationCount = 0;
    std::int64_t testCount = 0;
    std::int64_t createdUs = 0;
    int version = 1;       ///< of the same thing to be learned: later ones have more samples
    std::string previous;  ///< task that it is the next version of; empty = none
};

/// Tasks in learning order.
struct TaskSequence {
    std::int64_t id = 0;
    std::string name;
    std::vector<std::string> tasks;  ///< names
    std::int64_t createdUs = 0;
};

/// A task with its samples, as training and evaluation take it. Every sample is labelled.
struct TaskData {
    Task task;
    std::vector<Sample> train;
    std::vector<Sample> validation;
    std::vector<Sample> test;
};

}  // namespace atlas
