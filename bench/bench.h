#pragma once

#include <memory>
#include <span>
#include <string>

namespace atlas::bench {

/// What one worker measures. The runner starts one process per case, so that each case has its own peak memory.
struct BenchArguments {
    int tasks = 8;  ///< adapters that were there before; stage 2 adds one
    int stage = 2;
    std::string precision = "fp32";  ///< fp32 or bf16
    std::string form = "lowrank";    ///< lowrank, recompute or plain
    int batch = 8;
    int microBatch = 8;
    int threads = 2;
    std::string file;   ///< the weights of an embedder
    std::string texts;  ///< a file with a sentence a line
};

/// A piece of work that can be done again and again.
class BenchCase {
public:
    virtual ~BenchCase() = default;
    virtual void step() = 0;
};

struct Bench {
    const char *name;
    const char *help;
    std::unique_ptr<BenchCase> (*make)(const BenchArguments &arguments);
};

/// The registry. A new bench is a new file and one line in registry.cpp (and its peer in peer.py or embedders.py).
std::span<const Bench> benches();

std::unique_ptr<BenchCase> makeMixingBench(const BenchArguments &arguments);
std::unique_ptr<BenchCase> makeTrainStepBench(const BenchArguments &arguments);
std::unique_ptr<BenchCase> makeTextsBench(const BenchArguments &arguments);
std::unique_ptr<BenchCase> makeImagesBench(const BenchArguments &arguments);

}  // namespace atlas::bench
