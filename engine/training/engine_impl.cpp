#include "engine/training/engine_impl.h"

#include "core/sentence.h"
#include "core/training_names.h"
#include "core/translatable.h"
#include "engine/backbone/backbone_check.h"
#include "engine/insight/inspect_dataset.h"
#include "engine/pretrain/pretrain.h"
#include "engine/robustness/perturbation_registry.h"
#include "engine/robustness/robustness_meter.h"
#include "engine/starter/assemble.h"
#include "engine/tensor/runtime.h"
#include "engine/tensor/torch_errors.h"
#include "engine/training/field_conditions.h"
#include "engine/training/package_export.h"
#include "engine/training/precision.h"
#include "engine/training/predictor.h"
#include "engine/training/run_context.h"
#include "engine/training/sequence_trainer.h"
#include "engine/training/strategy_registry.h"
#include "engine/training/verifier.h"

#include <torch/version.h>

namespace atlas::engine {

EngineInfo EngineImpl::info()
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Looking at this machine")), [] {
        EngineInfo info;
        info.torchVersion = TORCH_VERSION;
        info.devices = deviceNames();
        info.bf16 = nativeBf16();
        info.threads = availableCores();
        info.summary = say(QT_TRANSLATE_NOOP("Sentence", "LibTorch %1 on %2, %3 threads"), info.torchVersion,
                           choosePlace("auto", "fp32").device, info.threads);
        for (const Perturbation &perturbation : allPerturbations()) {
            info.perturbations.push_back(perturbation.info);
        }
        return info;
    });
}

std::vector<StrategyInfo> EngineImpl::strategies()
{
    std::vector<StrategyInfo> infos;
    for (const StrategyDescription &description : strategyDescriptions()) {
        infos.push_back({.name = description.name,
                         .title = strategyTitle(description.name),
                         .help = description.help,
                         .settings = settingsOf(description),
                         .notDownstream = description.notDownstream});
    }
    return infos;
}

BackboneReport EngineImpl::checkBackbone(const std::filesystem::path &folder)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Checking the backbone")), [&] {
        startRuntime();
        return checkBackboneFolder(folder);
    });
}

std::string EngineImpl::choosePrecision(const std::string &device, const std::string &precision,
                                        const std::filesystem::path &backboneFolder)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Choosing the precision")), [&] {
        startRuntime();
        return engine::choosePrecision(device, precision, backboneFolder);
    });
}

void EngineImpl::train(const TrainRequest &request, TrainObserver &observer, std::stop_token stop)
{
    withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Training")), [&] {
        const std::optional<TrainRequest> changed = underFieldConditions(request, observer);
        const RunContext context = makeRunContext(changed ? *changed : request, observer, std::move(stop));
        SequenceTrainer(context).run();
    });
}

std::vector<Answer> EngineImpl::predict(const PredictRequest &request, Observer &observer, std::stop_token stop)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Predicting")),
                           [&] { return predictSamples(request, observer, stop); });
}

std::vector<RobustnessCurve> EngineImpl::measureRobustness(const RobustnessRequest &request, Observer &observer,
                                                           std::stop_token stop)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Measuring robustness")),
                           [&] { return engine::measureRobustness(request, observer, stop); });
}

void EngineImpl::exportPackage(const ExportRequest &request)
{
    withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Exporting a task")), [&] {
        startRuntime();
        engine::exportPackage(request);
    });
}

std::vector<std::string> EngineImpl::verify(const std::filesystem::path &modelFolder, const std::vector<Task> &tasks)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Verifying the run")),
                           [&] { return verifyRun(modelFolder, tasks); });
}

void EngineImpl::pretrain(const PretrainRequest &request, Observer &observer, std::stop_token stop)
{
    withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Pretraining")),
                    [&] { engine::pretrain(request, observer, std::move(stop)); });
}

BackboneReport EngineImpl::assemble(const AssembleRequest &request)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Putting the backbone together")), [&] {
        startRuntime();
        return assembleStarter(request);
    });
}

std::vector<SampleInsight> EngineImpl::inspect(const InsightRequest &request, Observer &observer, std::stop_token stop)
{
    return withTorchErrors(say(QT_TRANSLATE_NOOP("Sentence", "Looking at the dataset")),
                           [&] { return inspectDataset(request, observer, stop); });
}

std::unique_ptr<Engine> makeEngine()
{
    return std::make_unique<EngineImpl>();
}

}  // namespace atlas::engine

/// What loader.cpp looks for in the library. The caller owns the result.
extern "C" atlas::engine::Engine *atlasMakeEngine()
{
    return atlas::engine::makeEngine().release();
}
