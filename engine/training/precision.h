#pragma once

#include <filesystem>
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

/// `device` auto, cpu or cuda; auto takes CUDA where it is there. `precision` fp32 or bf16.
/// Errors: Usage for another name; Device when CUDA is asked for and absent.
ComputePlace choosePlace(const std::string &device, const std::string &precision);

/// "fp32" or "bf16": what was asked for, or for "auto" bf16 on CUDA and where a few forward passes of this very
/// backbone are clearly faster with it. Having the instructions does not answer it: with AMX products are 6 to 8 times
/// as fast and on AVX-512 processors of AMD twice, but on Intel's without AMX (virtual machines often hide it) they
/// were measured at 0.6 times the speed of fp32, and a small network loses more to conversions than it gains. Requires:
/// startRuntime() was called.  Errors: those of choosePlace() and loadBackbone().
std::string choosePrecision(const std::string &device, const std::string &precision,
                            const std::filesystem::path &backboneFolder);

}  // namespace atlas::engine
