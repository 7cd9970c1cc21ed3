#include "engine/training/precision.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/backbone.h"
#include "engine/tensor/runtime.h"

#include <torch/cuda.h>
#include <torch/types.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace atlas::engine {
namespace {

constexpr int kRepetitions = 5;
constexpr double kClearlyFaster = 0.8;  ///< of the time of fp32; nearer is left to fp32, which is exact
constexpr std::int64_t kInputs = 8;
constexpr std::int64_t kTokens = 64;

double secondsOf(const Backbone &backbone, const EmbeddedBatch &batch)
{
    const auto start = std::chrono::steady_clock::now();
    backbone.encode(batch, nullptr);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

bool bf16IsFaster(const std::filesystem::path &folder)
{
    if (!nativeBf16()) {
        return false;
    }
    const at::NoGradGuard frozen;
    const std::shared_ptr<Backbone> exact = loadBackbone(folder);
    const std::shared_ptr<Backbone> half = loadBackbone(folder);
    half->to("cpu", true);
    EmbeddedBatch batch;
    batch.tokens = at::ones({kInputs, kTokens, exact->config().width});
    batch.mask = at::ones({kInputs, kTokens});
    batch.padded = false;
    EmbeddedBatch halfBatch = batch;
    halfBatch.tokens = batch.tokens.to(at::kBFloat16);
    double exactSeconds = std::numeric_limits<double>::infinity();
    double halfSeconds = exactSeconds;
    for (int i = 0; i < kRepetitions; ++i) {  // in turns, so that other programs disturb both; the best of each counts
        exactSeconds = std::min(exactSeconds, secondsOf(*exact, batch));
        halfSeconds = std::min(halfSeconds, secondsOf(*half, halfBatch));
    }
    return halfSeconds < kClearlyFaster * exactSeconds;
}

}  // namespace

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
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no device \"%1\"."), device),
                    say(QT_TRANSLATE_NOOP("Sentence", "Use auto, cpu or cuda.")));
    }
    if (precision != "fp32" && precision != "bf16") {
        throw Error(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Sentence", "There is no precision \"%1\"."), precision),
                    say(QT_TRANSLATE_NOOP("Sentence", "Use auto, fp32 or bf16.")));
    }
    const bool cuda = torch::cuda::is_available();
    if (device == "cuda" && !cuda) {
        throw Error(
            ErrorCode::Device,
            say(QT_TRANSLATE_NOOP("Sentence", "CUDA was asked for, but this machine or this LibTorch has none.")),
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "Use --device auto or cpu, or install the official LibTorch with CUDA.")));
    }
    ComputePlace place;
    place.device = device != "cpu" && cuda ? "cuda:0" : "cpu";
    place.bf16 = precision == "bf16";
    return place;
}

std::string choosePrecision(const std::string &device, const std::string &precision,
                            const std::filesystem::path &backboneFolder)
{
    if (precision != "auto") {
        choosePlace(device, precision);  // refuses other names
        return precision;
    }
    const bool onCpu = choosePlace(device, "fp32").device == "cpu";
    return !onCpu || bf16IsFaster(backboneFolder) ? "bf16" : "fp32";
}

}  // namespace atlas::engine
