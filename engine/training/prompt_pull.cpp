#include "engine/training/prompt_pull.h"

#include <torch/types.h>

namespace atlas::engine {

std::optional<double> PromptPull::addGradients(const StepInfo &)
{
    const at::Tensor pull = m_pool.takePull();
    if (!pull.defined()) {
        return std::nullopt;
    }
    const at::Tensor loss = pull * m_coefficient;
    loss.backward();
    return loss.item<double>();
}

}  // namespace atlas::engine
