#include "engine/learning/adamw.h"

#include <torch/autograd.h>
#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>

namespace atlas::engine {

namespace {

constexpr const char *kMean = ".exp_avg";
constexpr const char *kSquare = ".exp_avg_sq";
constexpr const char *kStep = "step";
constexpr std::int64_t kElementsPerPiece = 16384;

struct Coefficients {
    double decay;      ///< 1 - lr wd
    double stepSize;   ///< lr / (1 - b1^n)
    double rootScale;  ///< 1 / sqrt(1 - b2^n)
    double beta1, beta2, epsilon;
};

template <typename Element>
void updateRange(Element *p, const Element *g, Element *m, Element *v, std::int64_t n, const Coefficients &c)
{
    const auto decay = static_cast<Element>(c.decay), stepSize = static_cast<Element>(c.stepSize);
    const auto rootScale = static_cast<Element>(c.rootScale), epsilon = static_cast<Element>(c.epsilon);
    const auto beta1 = static_cast<Element>(c.beta1), beta2 = static_cast<Element>(c.beta2);
    const auto rest1 = static_cast<Element>(1 - c.beta1), rest2 = static_cast<Element>(1 - c.beta2);
    for (std::int64_t i = 0; i < n; ++i) {
        m[i] = beta1 * m[i] + rest1 * g[i];
        v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
        p[i] = p[i] * decay - stepSize * m[i] / (std::sqrt(v[i]) * rootScale + epsilon);
    }
}

template <typename Element>
void updateOnCpu(at::Tensor &p, const at::Tensor &g, at::Tensor &m, at::Tensor &v, const Coefficients &c)
{
    auto *parameter = p.data_ptr<Element>();
    auto *mean = m.data_ptr<Element>();
    auto *square = v.data_ptr<Element>();
    const auto *gradient = g.data_ptr<Element>();
    at::parallel_for(0, p.numel(), kElementsPerPiece, [&](std::int64_t begin, std::int64_t end) {
        updateRange(parameter + begin, gradient + begin, mean + begin, square + begin, end - begin, c);
    });
}

void updateOnDevice(at::Tensor &p, const at::Tensor &g, at::Tensor &m, at::Tensor &v, const Coefficients &c)
{
    m.mul_(c.beta1).add_(g, 1 - c.beta1);
    v.mul_(c.beta2).addcmul_(g, g, 1 - c.beta2);
    p.mul_(c.decay).addcdiv_(m, v.sqrt().mul_(c.rootScale).add_(c.epsilon), -c.stepSize);
}

bool isBias(const std::string &name)
{
    return name.ends_with("bias");
}

bool isLayerNorm(const std::string &name)
{
    return name.ends_with("ln.weight") || name.find("layernorm") != std::string::npos ||
           name.find("LayerNorm") != std::string::npos;
}

}  // namespace

std::vector<AdamWParameter> adamWParameters(const NamedTensors &tensors, const AdamWOptions &options)
{
    std::vector<AdamWParameter> result;
    for (const auto &[name, tensor] : tensors) {
        const bool decays = !isBias(name) && (options.decayLayerNorm || !isLayerNorm(name));
        const double factor = name.ends_with("query") ? options.queryRateFactor : 1.0;
        result.push_back({name, tensor, options.learningRate * factor, decays ? options.weightDecay : 0.0});
    }
    return result;
}

AdamW::AdamW(std::vector<AdamWParameter> parameters, const AdamWOptions &options)
    : m_parameters(std::move(parameters)), m_options(options)
{
    for (const AdamWParameter &parameter : m_parameters) {
        m_mean.push_back(torch::zeros_like(parameter.tensor, at::MemoryFormat::Contiguous));
        m_square.push_back(torch::zeros_like(parameter.tensor, at::MemoryFormat::Contiguous));
    }
}

void AdamW::step(double factor)
{
    const torch::NoGradGuard noGrad;
    ++m_steps;
    const auto n = static_cast<double>(m_steps);
    Coefficients c{};
    c.beta1 = m_options.beta1;
    c.beta2 = m_options.beta2;
    c.epsilon = m_options.epsilon;
    c.rootScale = 1 / std::sqrt(1 - std::pow(c.beta2, n));
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        at::Tensor &p = m_parameters[i].tensor;
        if (!p.grad().defined()) {
            continue;
        }
        const double rate = factor * m_parameters[i].learningRate;
        c.decay = 1 - rate * m_parameters[i].weightDecay;
        c.stepSize = rate / (1 - std::pow(c.beta1, n));
        const at::Tensor g = p.grad().contiguous();
        if (!p.is_cpu() || !p.is_contiguous()) {
            updateOnDevice(p, g, m_mean[i], m_square[i], c);
        } else if (p.scalar_type() == torch::kFloat64) {
            updateOnCpu<double>(p, g, m_mean[i], m_square[i], c);
        } else {
            updateOnCpu<float>(p, g, m_mean[i], m_square[i], c);
        }
        // Written past autograd: whoever cached something made of this parameter must see that it changed.
        torch::autograd::impl::bump_version(p);
    }
}

void AdamW::zeroGrad()
{
    for (AdamWParameter &parameter : m_parameters) {
        parameter.tensor.mutable_grad().reset();
    }
}

NamedTensors AdamW::state() const
{
    NamedTensors result;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        result.emplace_back(m_parameters[i].name + kMean, m_mean[i]);
        result.emplace_back(m_parameters[i].name + kSquare, m_square[i]);
    }
    result.emplace_back(kStep, torch::full({}, m_steps, torch::kInt64));
    return result;
}

void AdamW::load(TensorMap &from)
{
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        takeInto(from, m_parameters[i].name + kMean, m_mean[i]);
        takeInto(from, m_parameters[i].name + kSquare, m_square[i]);
    }
    at::Tensor steps = torch::zeros({}, torch::kInt64);
    takeInto(from, kStep, steps);
    m_steps = steps.item<std::int64_t>();
}

}  // namespace atlas::engine
