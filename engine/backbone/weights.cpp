#include "engine/backbone/weights.h"

#include "core/error.h"
#include "engine/tensor/pickle_state_dict.h"

#include <torch/torch.h>

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

std::string listText(const char *title, const std::vector<std::string> &keys)
{
    constexpr std::size_t kShown = 12;
    if (keys.empty()) {
        return {};
    }
    std::string text = std::string(" ") + title + " (" + std::to_string(keys.size()) + "): ";
    for (std::size_t i = 0; i < std::min(keys.size(), kShown); ++i) {
        text += (i > 0 ? ", " : "") + keys[i];
    }
    return text + (keys.size() > kShown ? ", ..." : "") + ".";
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
    throw Error(ErrorCode::NotFound,
                folder.string() + " holds no weights: expected model.safetensors or pytorch_model.bin.",
                "Get the weights of the model and put them beside its config.json.");
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

void throwUnlessSound(const KeyReport &report, const std::string &file, const std::string &expected,
                      const std::string &hint)
{
    if (report.sound()) {
        return;
    }
    throw Error(ErrorCode::BadInput,
                "The weights in " + file + " do not fit " + expected + "." + listText("Missing", report.missing) +
                    listText("Not known", report.extra) + listText("Of another shape or type", report.wrong),
                hint);
}

}  // namespace atlas::engine
