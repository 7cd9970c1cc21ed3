#include "engine/pretrain/linear_probe.h"

#include <torch/types.h>

namespace atlas::engine {

double linearProbe(const at::Tensor &trainFeatures, const at::Tensor &trainLabels, const at::Tensor &testFeatures,
                   const at::Tensor &testLabels)
{
    constexpr double kRidge = 1e-3;
    const at::NoGradGuard noGrad;
    const at::Tensor train = trainFeatures.to(at::kDouble);
    const at::Tensor mean = train.mean(0, true);
    const at::Tensor scale = train.std(0, true, true).clamp_min(1e-6);
    const auto standardised = [&mean, &scale](const at::Tensor &features) {
        const at::Tensor x = (features.to(at::kDouble) - mean) / scale;
        return at::cat({x, at::ones({x.size(0), 1}, x.options())}, 1);
    };
    const at::Tensor f = standardised(train);
    const auto n = static_cast<double>(f.size(0));
    const auto classes = std::max(trainLabels.max().item<std::int64_t>(), testLabels.max().item<std::int64_t>()) + 1;
    const at::Tensor y = at::one_hot(trainLabels, classes).to(at::kDouble);
    const at::Tensor gram = f.t().mm(f) / n + kRidge * at::eye(f.size(1), f.options());
    const at::Tensor weights = at::linalg_solve(gram, f.t().mm(y) / n);
    return standardised(testFeatures).mm(weights).argmax(1).eq(testLabels).to(at::kDouble).mean().item<double>();
}

}  // namespace atlas::engine
