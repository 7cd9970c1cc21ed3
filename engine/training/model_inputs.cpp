#include "engine/training/model_inputs.h"

namespace atlas::engine {
namespace {

bool isPair(const TaskKind &kind)
{
    return kind.head == HeadForm::Concatenate && kind.inputsPerSample == 2;
}

}  // namespace

std::vector<ModelInput> modelInputs(const TaskKind &kind, const Sample &sample, bool joinsPairs)
{
    std::vector<ModelInput> inputs = kind.inputs(sample);
    if (joinsPairs && isPair(kind)) {
        inputs.front().imagePair = inputs.back().image;
        inputs.pop_back();
    }
    return inputs;
}

int inputsPerSample(const TaskKind &kind, bool joinsPairs)
{
    return joinsPairs && isPair(kind) ? 1 : kind.inputsPerSample;
}

}  // namespace atlas::engine
