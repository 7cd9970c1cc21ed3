#include "engine/backbone/backbone_check.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/backbone_registry.h"
#include "engine/tensor/torch_errors.h"

#include <torch/types.h>

#include <chrono>

namespace atlas::engine {
namespace {

void runForward(const Backbone &backbone, BackboneReport &report)
{
    const at::NoGradGuard frozen;
    const PreparedInput input = backbone.probe();
    const auto forward = [&] { return backbone.pool(backbone.encode(backbone.embed({&input}), nullptr)); };
    forward();  // the first pass pays for memory and kernels that later ones find ready
    const auto start = std::chrono::steady_clock::now();
    const at::Tensor pooled = forward();
    report.forwardMs = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    report.notes.push_back(say(QT_TRANSLATE_NOOP("Sentence", "One forward pass of %1 tokens in fp32 on %2 threads."),
                               backbone.tokenCount(input), at::get_num_threads()));
    report.usable = at::isfinite(pooled).all().item<bool>();
    if (!report.usable) {
        report.notes.push_back(
            say(QT_TRANSLATE_NOOP("Sentence", "The network's output is not finite: its weights are damaged.")));
    }
}

void inspect(const std::filesystem::path &folder, BackboneReport &report)
{
    const BackboneArchitecture &architecture = architectureOf(folder);
    report.architecture = architecture.describe(folder);
    KeyReport keys;
    std::shared_ptr<Backbone> backbone;
    try {
        backbone = architecture.load(folder, keys);
    } catch (...) {
        report.missing = keys.missing;
        report.extra = keys.extra;
        throw;
    }
    report.sha256 = backbone->sha256();
    for (const auto &[name, weight] : backbone->parameters()) {
        report.parameters += weight.numel();
    }
    if (!keys.ignored.empty()) {
        report.notes.push_back(
            say(QT_TRANSLATE_NOOP("Sentence", "The file also holds a task head, which is not used: %1."),
                keys.ignored.front() + (keys.ignored.size() > 1 ? ", ..." : "")));
    }
    runForward(*backbone, report);
}

}  // namespace

BackboneReport checkBackboneFolder(const std::filesystem::path &folder)
{
    BackboneReport report;
    try {
        withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Checking the backbone %1"), folder.string()),
                        [&] { inspect(folder, report); });
    } catch (const Error &error) {
        if (!std::filesystem::exists(folder)) {
            throw;
        }
        report.usable = false;
        report.notes.push_back(error.sentence());
        if (!error.advice().empty()) {
            report.notes.push_back(error.advice());
        }
    }
    return report;
}

}  // namespace atlas::engine
