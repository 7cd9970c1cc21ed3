#pragma once

#include "bench/bench.h"
#include "engine/learning/adapter_bank.h"
#include "engine/learning/gate_options.h"
#include "engine/learning/gate_set.h"

namespace atlas::bench {

inline constexpr int kWidth = 768;
inline constexpr int kHeads = 12;
inline constexpr int kBottleneck = 48;

/// Adapters and gates of a stage, with what the stage trains set to require gradients.
struct AdapterSetup {
    engine::AdapterBank bank;
    engine::GateSet gates;
    engine::GateOptions options;

    AdapterSetup(const BenchArguments &arguments, int layers, at::Generator &generator);

    engine::NamedTensors trained() const;
};

/// Errors: Usage for a form or precision there is not.
engine::GateOptions gateOptions(const BenchArguments &arguments);
bool wantsBf16(const BenchArguments &arguments);

}  // namespace atlas::bench
