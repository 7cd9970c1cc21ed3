#pragma once

namespace CLI {
class App;
}

namespace atlas::app {

class CommandContext;

/// One function per file of this folder: declares a command, its options and what it does.
void declareInit(CLI::App &app, CommandContext &context);
void declareImport(CLI::App &app, CommandContext &context);
void declareExport(CLI::App &app, CommandContext &context);
void declareQuality(CLI::App &app, CommandContext &context);
void declareAgreement(CLI::App &app, CommandContext &context);
void declareTask(CLI::App &app, CommandContext &context);
void declareSequence(CLI::App &app, CommandContext &context);
void declareTrain(CLI::App &app, CommandContext &context);
void declareTransfer(CLI::App &app, CommandContext &context);
void declareInflow(CLI::App &app, CommandContext &context);
void declareResume(CLI::App &app, CommandContext &context);
void declareRobustness(CLI::App &app, CommandContext &context);
void declareRuns(CLI::App &app, CommandContext &context);
void declareTag(CLI::App &app, CommandContext &context);
void declareRename(CLI::App &app, CommandContext &context);
void declareResults(CLI::App &app, CommandContext &context);
void declareReport(CLI::App &app, CommandContext &context);
void declareSnapshot(CLI::App &app, CommandContext &context);
void declareCompare(CLI::App &app, CommandContext &context);
void declareDecide(CLI::App &app, CommandContext &context);
void declareTargets(CLI::App &app, CommandContext &context);
void declareRoi(CLI::App &app, CommandContext &context);
void declareModel(CLI::App &app, CommandContext &context);
void declareAudit(CLI::App &app, CommandContext &context);
void declarePredict(CLI::App &app, CommandContext &context);
void declareVerify(CLI::App &app, CommandContext &context);
void declareVersion(CLI::App &app, CommandContext &context);
void declareBackbone(CLI::App &app, CommandContext &context);
void declarePretrain(CLI::App &app, CommandContext &context);
void declareCache(CLI::App &app, CommandContext &context);
void declareDemo(CLI::App &app, CommandContext &context);

}  // namespace atlas::app
