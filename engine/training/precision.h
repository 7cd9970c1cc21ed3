#pragma once

#include <string>
#include <vector>

namespace atlas::engine {

/// Where and in which element type the backbone computes. Adapters, gates and heads keep float32 weights either way.
struct ComputePlace {
    std::string device = "cpu";  ///< "cpu", "cuda:0"
    bool bf16 = false;

    std::string describe() const;  ///< "cpu, bf16"
};

/// "cpu", then every CUDA device with its name.
std::vector<std::string> deviceNames();

/// `device` auto, cpu or cuda; `precision` auto, fp32 or bf16. auto takes CUDA where it is there, and bf16 on
/// CUDA and where a short measurement finds it faster than fp32.
/// Errors: Usage for another name; Device when CUDA is asked for and absent.
ComputePlace choosePlace(const std::string &device, const std::string &precision);

}  // namespace atlas::engine
