#include "engine/backbone/weights.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/pickle_state_dict.h"

#include <torch/types.h>

#include <sstream>

namespace atlas::engine {
namespace {

constexpr double kInitStd = 0.02;

std::string shapeText(at::IntArrayRef shape)
{
    std::ostringstream text;
    text << '(';
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text << (i > 0 ? ", " : "") << shape[i];
    }
    text << ')';
    return text.str();
}

Sentence listText(const char *text, const std::vector<std::string> &keys)
{
    constexpr std::size_t kShown = 12;
    if (keys.empty()) {
        return {};
    }
    std::string names;
    for (std::size_t i = 0; i < std::min(keys.size(), kShown); ++i) {
        names += (i > 0 ? ", " : "") + keys[i];
    }
    return say(text, keys.size(), keys.size() > kShown ? names + ", ..." : names);
}

}  // namespace

WeightVisitor collectInto(NamedTensors &named)
{
    return [&named](const std::string &name, at::Tensor &weight) { named.emplace_back(name, weight); };
}

std::filesystem::path weightsFile(const std::filesystem::path &folder)
{
    for (const char *name : {"model.safetensors", "pytorch_model.bin"}) {
        if (std::filesystem::exists(folder / name)) {
            return folder / name;
        }
    }
    throw Error(
        ErrorCode::NotFound,
        say(QT_TRANSLATE_NOOP("Sentence", "%1 holds no weights: expected model.safetensors or pytorch_model.bin."),
            folder.string()),
        say(QT_TRANSLATE_NOOP("Sentence", "Get the weights of the model and put them beside its config.json.")));
}

StateDict readWeightsFile(const std::filesystem::path &file)
{
    return file.extension() == ".bin" ? loadPickledStateDict(file, HalfAs::Float) : loadTensors(file, HalfAs::Float);
}

RandomWeights::RandomWeights(std::uint64_t seed) : m_generator(at::detail::createCPUGenerator(seed)) {}

at::Tensor RandomWeights::take(const std::string &, at::IntArrayRef shape, Init init)
{
    switch (init) {
    case Init::Zeros: return at::zeros(shape);
    case Init::Ones: return at::ones(shape);
    case Init::Normal: break;
    }
    return at::empty(shape).normal_(0, kInitStd, m_generator);
}

at::Tensor KeyChecker::take(const std::string &name, at::IntArrayRef shape, Init)
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end()) {
        m_missing.push_back(name);
    } else {
        const at::Tensor &tensor = found->second;
        m_used.insert(name);
        if (tensor.sizes() != shape) {
            m_wrong.push_back(name + ": expected " + shapeText(shape) + ", is " + shapeText(tensor.sizes()));
        } else if (!tensor.is_floating_point()) {
            m_wrong.push_back(name + ": expected floating point numbers, is " + c10::toString(tensor.scalar_type()));
        }
    }
    return at::empty(shape, at::TensorOptions().device(at::kMeta));
}

void KeyChecker::finish(KeyReport &report) const
{
    report.missing = m_missing;
    report.wrong = m_wrong;
    for (const auto &[name, tensor] : m_tensors) {
        if (!m_used.contains(name)) {
            report.extra.push_back(name);
        }
    }
}

at::Tensor StateDictWeights::take(const std::string &name, at::IntArrayRef shape, Init)
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end() || found->second.sizes() != shape) {
        throw Error(ErrorCode::Internal, "The weight " + name + " was asked for without having been checked.");
    }
    return found->second.to(at::kFloat).contiguous();
}

void throwUnlessSound(const KeyReport &report, const std::string &file, const Sentence &expected, const Sentence &hint)
{
    if (report.sound()) {
        return;
    }
    throw Error(ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "The weights in %1 do not fit %2.%3%4%5"), file, expected,
                    listText(QT_TRANSLATE_NOOP("Sentence", " Missing (%1): %2."), report.missing),
                    listText(QT_TRANSLATE_NOOP("Sentence", " Not known (%1): %2."), report.extra),
                    listText(QT_TRANSLATE_NOOP("Sentence", " Of another shape or type (%1): %2."), report.wrong)),
                hint);
}

}  // namespace atlas::engine
