#include "engine/training/precision.h"

#include "core/error.h"
#include "engine/tensor/bf16_speed.h"

#include <torch/torch.h>

namespace atlas::engine {

std::string ComputePlace::describe() const
{
    return device + (bf16 ? ", bf16" : ", fp32");
}

std::vector<std::string> deviceNames()
{
    std::vector<std::string> names{"cpu"};
    for (std::size_t i = 0; i < static_cast<std::size_t>(torch::cuda::device_count()); ++i) {
        names.push_back("cuda:" + std::to_string(i));
    }
    return names;
}

ComputePlace choosePlace(const std::string &device, const std::string &precision)
{
    if (device != "auto" && device != "cpu" && device != "cuda") {
        throw Error(ErrorCode::Usage, "There is no device \"" + device + "\".", "Use auto, cpu or cuda.");
    }
    if (precision != "auto" && precision != "fp32" && precision != "bf16") {
        throw Error(ErrorCode::Usage, "There is no precision \"" + precision + "\".", "Use auto, fp32 or bf16.");
    }
    const bool cuda = torch::cuda::is_available();
    if (device == "cuda" && !cuda) {
        throw Error(ErrorCode::Device, "CUDA was asked for, but this machine or this LibTorch has none.",
                    "Use --device auto or cpu, or install the official LibTorch with CUDA.");
    }
    ComputePlace place;
    place.device = device != "cpu" && cuda ? "cuda:0" : "cpu";
    place.bf16 = precision == "bf16" || (precision == "auto" && (place.device != "cpu" || bf16IsFaster()));
    return place;
}

}  // namespace atlas::engine
