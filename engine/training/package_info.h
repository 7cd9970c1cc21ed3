#pragma once

#include "core/task.h"
#include "engine/learning/task_head.h"

#include <map>
#include <string>
#include <vector>

namespace atlas::engine {

/// The samples that a task was learned from.
struct LearnedFrom {
    std::int64_t train = 0;
    std::int64_t validation = 0;
    std::string samples;  ///< hash of both, with their labels; empty = it was not kept yet
};

/// What a task package says of itself in its file's metadata.
struct PackageInfo {
    std::string task;
    int index = 0;  ///< place in the sequence
    std::string strategy;
    std::map<std::string, std::string> settings;
    std::string kind;
    LabelForm labelForm = LabelForm::Single;
    std::vector<std::string> classes;
    std::string backboneSha256;
    std::string architecture;
    int width = 0;
    int layers = 0;
    int bottleneck = 0;
    std::string headForm = "mlp";
    HeadShape head{};
    std::vector<int> stored;           ///< tasks whose adapters the file holds
    std::vector<int> mixed;            ///< tasks whose adapters the task mixes
    std::vector<std::string> tuned{};  ///< names of the backbone weights that it holds, "tuned.*"
    std::vector<std::string> kept{};   ///< names of what its strategy remembers, "kept.*"
    int promptPool = 0;                ///< prompts it holds; 0 = none
    int promptLength = 0;
    int promptsChosen = 0;
    double temperature = 1;  ///< of the task's logits
    bool signature = false;  ///< it holds the task's signature
    LearnedFrom learnedFrom{};
    std::vector<std::string> absent{};  ///< sites without one of these adapters, "layer.{i}.{attn|mlp}.{task}."
};

/// The metadata of a package's file, and back.
/// Errors: Damaged, naming the file: not a package, another version, a field that is absent or of another type.
std::map<std::string, std::string> toMetadata(const PackageInfo &info);
PackageInfo packageInfoOf(const std::map<std::string, std::string> &metadata, const std::string &file);

/// Every tensor that a package of this description holds.
std::vector<std::string> expectedKeys(const PackageInfo &info);

}  // namespace atlas::engine
