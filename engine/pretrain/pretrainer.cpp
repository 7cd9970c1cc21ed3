#include "engine/pretrain/pretrainer.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/on_threads.h"
#include "engine/tensor/tensor_file.h"
#include "engine/training/seeds.h"

#include <torch/autograd.h>
#include <torch/types.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace atlas::engine {
namespace {

constexpr double kSecondsPerMinute = 60.0;
constexpr const char *kParameterPrefix = "parameter.";
constexpr const char *kOptimizerPrefix = "optimizer.";

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Warm-up, then linear decay, of a run that is `progress` done.
double rateFactor(double progress, double warmup)
{
    return progress < warmup ? progress / warmup : std::max(0.0, (1.0 - progress) / (1.0 - warmup));
}

}  // namespace

Pretrainer::Pretrainer(const Recipe &recipe, std::vector<PretrainPart> parts, NamedTensors network,
                       std::function<void()> save, int threads)
    : m_recipe(recipe), m_parts(std::move(parts)), m_network(std::move(network)), m_save(std::move(save)),
      m_threads(threads), m_lossSums(m_parts.size())
{
    const NamedTensors parameters = allParameters();
    setRequiresGrad(parameters, true);
    AdamWOptions options;
    options.learningRate = m_recipe.learningRate;
    options.weightDecay = m_recipe.weightDecay;
    m_optimizer = std::make_unique<AdamW>(adamWParameters(parameters, options), options);
}

NamedTensors Pretrainer::allParameters() const
{
    NamedTensors parameters = m_network;
    for (const PretrainPart &part : m_parts) {
        for (const auto &[name, tensor] : part.objective->parameters()) {
            parameters.emplace_back("head." + name, tensor);
        }
    }
    return parameters;
}

double Pretrainer::progress() const
{
    const double steps = static_cast<double>(m_record.steps) / static_cast<double>(m_recipe.steps);
    const double limit = m_recipe.timeLimitMinutes * kSecondsPerMinute;
    return limit > 0 ? std::max(steps, m_record.seconds / limit) : steps;
}

Pretrainer::Share Pretrainer::shareOf(const PretrainPart &part) const
{
    Random random(deriveSeed(m_recipe.seed, {"step", std::to_string(m_record.steps), part.spec.name}));
    const at::Tensor loss = part.objective->loss(part.spec.batch, random);
    std::vector<at::Tensor> parameters;
    for (const AdamWParameter &parameter : m_optimizer->parameters()) {
        parameters.push_back(parameter.tensor);
    }
    return {loss.item<double>(),
            torch::autograd::grad({loss * part.spec.weight}, parameters, {}, /*retain_graph=*/false,
                                  /*create_graph=*/false, /*allow_unused=*/true)};
}

std::vector<Pretrainer::Share> Pretrainer::shares() const
{
    std::vector<Share> shares(m_parts.size());
    onThreads(m_parts.size(), m_threads, [&](std::size_t i) { shares[i] = shareOf(m_parts[i]); });
    return shares;
}

void Pretrainer::step(double factor)
{
    m_optimizer->zeroGrad();
    const std::vector<Share> results = shares();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const PretrainPart &part = m_parts[i];
        if (!std::isfinite(results[i].loss)) {
            throw Error(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "The loss of %1 became %2 in step %3; the last checkpoint stays."),
                    part.spec.name, results[i].loss, m_record.steps),
                say(QT_TRANSLATE_NOOP("Sentence", "Lower learning_rate or clip_norm in the recipe.")));
        }
        m_lossSums[i] += results[i].loss;
        for (std::size_t p = 0; p < results[i].gradients.size(); ++p) {
            const at::Tensor &gradient = results[i].gradients[p];
            at::Tensor &sum = m_optimizer->parameters()[p].tensor.mutable_grad();
            if (gradient.defined()) {
                sum = sum.defined() ? sum.add_(gradient) : gradient.clone();
            }
        }
    }
    clipGradients();
    m_optimizer->step(factor);
    ++m_record.steps;
}

void Pretrainer::clipGradients() const
{
    const at::NoGradGuard noGrad;
    std::vector<at::Tensor> gradients;
    double squares = 0;
    for (const AdamWParameter &parameter : m_optimizer->parameters()) {
        if (parameter.tensor.grad().defined()) {
            gradients.push_back(parameter.tensor.grad());
            const double norm = gradients.back().norm().item<double>();
            squares += norm * norm;
        }
    }
    const double scale = m_recipe.clipNorm / (std::sqrt(squares) + 1e-6);
    if (scale < 1.0) {
        for (at::Tensor &gradient : gradients) {
            gradient.mul_(scale);
        }
    }
}

void Pretrainer::report(Observer &observer)
{
    const auto steps = static_cast<double>(m_record.steps - m_lastReport);
    std::string message =
        "step " + std::to_string(m_record.steps) + ", " + std::to_string(static_cast<int>(m_record.seconds)) + " s:";
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const std::string &name = m_parts[i].spec.name;
        m_record.losses[name] = m_lossSums[i] / steps;
        message += " " + name + " " + std::to_string(m_record.losses[name]);
        m_lossSums[i] = 0;
    }
    m_lastReport = m_record.steps;
    observer.log(LogLevel::Info, message);
}

PretrainRecord Pretrainer::run(const std::filesystem::path &checkpoint, Observer &observer, const std::stop_token &stop)
{
    if (std::filesystem::exists(checkpoint)) {
        load(checkpoint);
        observer.log(LogLevel::Info, "Going on after step " + std::to_string(m_record.steps) + ".");
    }
    const double before = m_record.seconds;
    const auto start = Clock::now();
    while (m_record.steps < m_recipe.steps) {
        throwIfStopped(stop);
        m_record.seconds = before + secondsSince(start);
        const double done = progress();
        if (done >= 1.0) {
            break;
        }
        observer.progress(done, "Pretraining");
        step(rateFactor(done, m_recipe.warmupShare));
        if (m_record.steps % m_recipe.logEvery == 0) {
            report(observer);
        }
        if (m_record.steps % m_recipe.checkpointEvery == 0) {
            save(checkpoint);
        }
    }
    m_record.seconds = before + secondsSince(start);
    if (m_record.steps > m_lastReport) {
        report(observer);
    }
    setRequiresGrad(allParameters(), false);
    std::filesystem::remove(checkpoint);
    return m_record;
}

void Pretrainer::save(const std::filesystem::path &checkpoint)
{
    NamedTensors tensors;
    for (const auto &[name, tensor] : allParameters()) {
        tensors.emplace_back(kParameterPrefix + name, tensor.detach());
    }
    for (const auto &[name, tensor] : m_optimizer->state()) {
        tensors.emplace_back(kOptimizerPrefix + name, tensor);
    }
    tensors.emplace_back("steps", at::scalar_tensor(m_record.steps, at::kLong));
    tensors.emplace_back("seconds", at::scalar_tensor(m_record.seconds, at::kDouble));
    saveTensors(checkpoint, tensors);
    m_save();
}

void Pretrainer::load(const std::filesystem::path &checkpoint)
{
    TensorMap parameters;
    TensorMap optimizer;
    for (const auto &[name, tensor] : loadTensors(checkpoint)) {
        if (name.starts_with(kParameterPrefix)) {
            parameters.emplace(name.substr(std::string(kParameterPrefix).size()), tensor);
        } else if (name.starts_with(kOptimizerPrefix)) {
            optimizer.emplace(name.substr(std::string(kOptimizerPrefix).size()), tensor);
        } else if (name == "steps") {
            m_record.steps = m_lastReport = tensor.item<std::int64_t>();
        } else if (name == "seconds") {
            m_record.seconds = tensor.item<double>();
        }
    }
    for (auto &[name, tensor] : allParameters()) {
        takeInto(parameters, name, tensor);
    }
    requireEmpty(parameters, checkpoint.string());
    m_optimizer->load(optimizer);
}

}  // namespace atlas::engine
