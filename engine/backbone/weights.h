#pragma once

#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/tensor_file.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace atlas::engine {

/// Called for every weight of a part, with its name. The tensor may be replaced (another device or element type).
using WeightVisitor = std::function<void(const std::string &name, at::Tensor &weight)>;

/// A visitor that lists what it is shown.
WeightVisitor collectInto(NamedTensors &named);

/// How a weight begins when nothing is loaded.
enum class Init { Normal, Zeros, Ones };

/// Where the parts of a network get their weights from: a file, or chance.
class WeightSource {
public:
    virtual ~WeightSource() = default;

    /// An fp32 tensor of that shape, the caller's own.
    virtual at::Tensor take(const std::string &name, at::IntArrayRef shape, Init init) = 0;
};

/// N(0, 0.02) for weights, 0 for biases, 1 for LayerNorm scales, as BERT begins.
class RandomWeights final : public WeightSource {
public:
    explicit RandomWeights(std::uint64_t seed);
    at::Tensor take(const std::string &name, at::IntArrayRef shape, Init init) override;

private:
    at::Generator m_generator;
};

/// What a network asked of a file and what was there.
struct KeyReport {
    std::vector<std::string> missing;
    std::vector<std::string> extra;
    std::vector<std::string> wrong;    ///< "name: expected (2, 3), is (2, 4)"
    std::vector<std::string> ignored;  ///< known keys of heads that a backbone does not have

    bool sound() const { return missing.empty() && extra.empty() && wrong.empty(); }
};

/// Compares what a network asks for with a state dict, without memory for any of it: a config that claims a giant
/// network is refused before it costs anything. The tensors it hands out have shapes only.
class KeyChecker final : public WeightSource {
public:
    explicit KeyChecker(const StateDict &tensors) : m_tensors(tensors) {}

    at::Tensor take(const std::string &name, at::IntArrayRef shape, Init init) override;

    /// Fills missing, wrong and extra.
    void finish(KeyReport &report) const;

private:
    const StateDict &m_tensors;
    std::set<std::string> m_used;
    std::vector<std::string> m_missing;
    std::vector<std::string> m_wrong;
};

/// Weights out of a state dict that a KeyChecker found sound.
class StateDictWeights final : public WeightSource {
public:
    explicit StateDictWeights(const StateDict &tensors) : m_tensors(tensors) {}

    at::Tensor take(const std::string &name, at::IntArrayRef shape, Init init) override;

private:
    const StateDict &m_tensors;
};

/// The weights' file of a Hugging Face folder: model.safetensors, else pytorch_model.bin.
/// Errors: NotFound, naming both.
std::filesystem::path weightsFile(const std::filesystem::path &folder);

/// All tensors of such a file as fp32.  Errors: BadInput.
StateDict readWeightsFile(const std::filesystem::path &file);

/// `expected` and `hint` say what the weights should have fitted.
/// Errors: BadInput that lists the keys, unless the report is sound.
void throwUnlessSound(
    const KeyReport &report, const std::string &file,
    const Sentence &expected = say(QT_TRANSLATE_NOOP("Sentence", "the folder's config.json")),
    const Sentence &hint = say(QT_TRANSLATE_NOOP("Sentence", "Get config.json and the weights of the same model.")));

}  // namespace atlas::engine
