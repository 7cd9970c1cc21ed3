#include "engine/learning/loss_forms.h"

#include "core/registry.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <array>

namespace atlas::engine {
namespace {

at::Tensor plain(const at::Tensor &logProbability, const LossOptions &)
{
    return -logProbability;
}

at::Tensor focal(const at::Tensor &logProbability, const LossOptions &options)
{
    // Below gamma = 1 the slope at p = 1 is infinite: the least distance keeps it a number.
    constexpr double kLeastDistance = 1e-7;
    const at::Tensor distance = (-torch::expm1(logProbability)).clamp_min(kLeastDistance);
    return -distance.pow(options.focalGamma) * logProbability;
}

at::Tensor robust(const at::Tensor &logProbability, const LossOptions &options)
{
    return -torch::expm1(logProbability * options.robustQ) / options.robustQ;
}

}  // namespace

std::span<const LossForm> lossForms()
{
    static const std::array<LossForm, 3> forms{{{QT_TRANSLATE_NOOP("Setting", "plain"), plain},
                                                {QT_TRANSLATE_NOOP("Setting", "focal"), focal},
                                                {QT_TRANSLATE_NOOP("Setting", "robust"), robust}}};
    return forms;
}

const LossForm &lossForm(const std::string &name)
{
    return findNamed(lossForms(), name, "loss");
}

}  // namespace atlas::engine
