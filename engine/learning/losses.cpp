#include "engine/learning/losses.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <algorithm>
#include <array>
#include <limits>

namespace atlas::engine {

namespace {

at::Tensor inFloat(const at::Tensor &logits)
{
    return logits.to(torch::promote_types(logits.scalar_type(), torch::kFloat32));
}

at::Tensor costOf(const at::Tensor &logProbability, const LossOptions &options)
{
    const LossForm &form = options.form ? *options.form : lossForms().front();
    return form.cost(logProbability, options);
}

bool isPlain(const LossOptions &options)
{
    return (options.form == nullptr || options.form == lossForms().data()) && !options.classWeights.defined() &&
           !options.sampleWeights.defined();
}

/// sum_c t_c cost_c of each sample with a smoothed target.  Shapes: -> (B)
at::Tensor smoothedCosts(const at::Tensor &logProbability, const at::Tensor &target, const at::Tensor &present,
                         const LossOptions &options)
{
    // A number in the place of absent choices: their -infinity times 0 would be none.
    const at::Tensor costs = costOf(logProbability.masked_fill(present.logical_not(), -1), options);
    const at::Tensor share = present.to(costs.scalar_type());
    const at::Tensor spread = (costs * share).sum(1) / share.sum(1);
    const at::Tensor own = costs.gather(1, target.unsqueeze(1)).squeeze(1);
    return own * (1 - options.labelSmoothing) + spread * options.labelSmoothing;
}

/// Mean of the samples' costs, weighted.  Shapes: (B)
at::Tensor meanCost(const at::Tensor &costs, const LossOptions &options)
{
    return options.sampleWeights.defined() ? (costs * options.sampleWeights.to(costs.options())).mean() : costs.mean();
}

at::Tensor crossEntropy(const at::Tensor &logits, const at::Tensor &target, const LossOptions &options)
{
    const at::Tensor logProbability = torch::log_softmax(inFloat(logits), 1);
    if (isPlain(options) && options.labelSmoothing == 0) {
        return torch::nll_loss(logProbability, target);
    }
    at::Tensor costs = options.labelSmoothing > 0
                           ? smoothedCosts(logProbability, target, logits.detach().isneginf().logical_not(), options)
                           : costOf(logProbability.gather(1, target.unsqueeze(1)).squeeze(1), options);
    if (options.classWeights.defined()) {
        costs = costs * options.classWeights.to(costs.options()).index_select(0, target);
    }
    return meanCost(costs, options);
}

at::Tensor softmax(const at::Tensor &logits)
{
    return logits.softmax(1);
}

/// The mean over batch and classes, times the classes: the sum over a sample's classes.
at::Tensor binaryCrossEntropy(const at::Tensor &logits, const at::Tensor &target, const LossOptions &options)
{
    const at::Tensor scores = inFloat(logits);
    const at::Tensor truth = target.to(scores.scalar_type());
    if (isPlain(options)) {
        return torch::binary_cross_entropy_with_logits(scores, truth) * static_cast<double>(logits.size(1));
    }
    at::Tensor costs = truth * costOf(torch::log_sigmoid(scores), options) +
                       (1 - truth) * costOf(torch::log_sigmoid(-scores), options);
    if (options.classWeights.defined()) {
        costs = costs * options.classWeights.to(costs.options());
    }
    return meanCost(costs.sum(1), options);
}

at::Tensor sigmoid(const at::Tensor &logits)
{
    return logits.sigmoid();
}

bool oneOfMany(LabelForm labels, HeadForm)
{
    return labels == LabelForm::Single;
}

bool eachForItself(LabelForm labels, HeadForm head)
{
    return labels != LabelForm::Single && head == HeadForm::Concatenate;
}

constexpr std::array kLosses{Loss{"cross_entropy", oneOfMany, crossEntropy, softmax, false},
                             Loss{"bce", eachForItself, binaryCrossEntropy, sigmoid, true}};

}  // namespace

std::span<const Loss> losses()
{
    return kLosses;
}

const Loss &lossFor(LabelForm labels, HeadForm head)
{
    for (const Loss &loss : kLosses) {
        if (loss.serves(labels, head)) {
            return loss;
        }
    }
    throw Error(
        ErrorCode::Usage,
        say(QT_TRANSLATE_NOOP("Sentence", "There is no loss for labels of the form \"%1\" with one score per choice."),
            labelFormName(labels)),
        say(QT_TRANSLATE_NOOP("Sentence", "Give each sample of a choice task exactly one right choice.")));
}

at::Tensor choiceLogits(const at::Tensor &scores, const std::vector<std::int64_t> &counts)
{
    const at::Tensor flat = scores.flatten();
    const std::int64_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    std::vector<at::Tensor> rows;
    std::int64_t first = 0;
    for (const std::int64_t count : counts) {
        rows.push_back(torch::constant_pad_nd(flat.narrow(0, first, count), {0, most - count},
                                              -std::numeric_limits<double>::infinity()));
        first += count;
    }
    return torch::stack(rows);
}

at::Tensor targetOf(const Loss &loss, const std::vector<std::vector<double>> &truth)
{
    const auto batch = static_cast<std::int64_t>(truth.size());
    if (!loss.floatTarget) {
        at::Tensor target = torch::empty({batch}, torch::kInt64);
        auto *classes = target.data_ptr<std::int64_t>();
        for (const std::vector<double> &row : truth) {
            *classes++ = std::max_element(row.begin(), row.end()) - row.begin();
        }
        return target;
    }
    const auto width = static_cast<std::int64_t>(truth.empty() ? 0 : truth.front().size());
    at::Tensor target = torch::empty({batch, width}, torch::kFloat32);
    float *weights = target.data_ptr<float>();
    for (const std::vector<double> &row : truth) {
        weights = std::transform(row.begin(), row.end(), weights, [](double x) { return static_cast<float>(x); });
    }
    return target;
}

}  // namespace atlas::engine
