#pragma once

#include "engine/api/engine.h"

namespace atlas::engine {

/// The engine at its edge: hands each call on to the part that does it and lets nothing but atlas::Error out.
class EngineImpl final : public Engine {
public:
    EngineInfo info() override;
    std::vector<StrategyInfo> strategies() override;
    BackboneReport checkBackbone(const std::filesystem::path &folder) override;
    std::string choosePrecision(const std::string &device, const std::string &precision,
                                const std::filesystem::path &backboneFolder) override;
    void train(const TrainRequest &request, TrainObserver &observer, std::stop_token stop) override;
    std::vector<Answer> predict(const PredictRequest &request, Observer &observer, std::stop_token stop) override;
    std::vector<RobustnessCurve> measureRobustness(const RobustnessRequest &request, Observer &observer,
                                                   std::stop_token stop) override;
    void exportPackage(const ExportRequest &request) override;
    std::vector<std::string> verify(const std::filesystem::path &modelFolder, const std::vector<Task> &tasks) override;
    void pretrain(const PretrainRequest &request, Observer &observer, std::stop_token stop) override;
    BackboneReport assemble(const AssembleRequest &request) override;
    std::vector<SampleInsight> inspect(const InsightRequest &request, Observer &observer,
                                       std::stop_token stop) override;
};

}  // namespace atlas::engine
