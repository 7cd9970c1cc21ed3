#include "app/run_executor.h"

#include "app/backbones.h"
#include "core/error.h"
#include "core/registry.h"
#include "core/sentence.h"
#include "core/sentence_json.h"
#include "core/translatable.h"
#include "core/user_name.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "storage/versions/run_data.h"

#include <algorithm>

namespace atlas::app {
namespace {

const engine::StrategyInfo &findStrategy(const std::string &name, const std::vector<engine::StrategyInfo> &strategies)
{
    return findNamed(std::span<const engine::StrategyInfo>(strategies), name,
                     say(QT_TRANSLATE_NOOP("Sentence", "strategy")));
}

/// The given settings that the strategy has. A setting that none of the chosen strategies has is refused.
std::map<std::string, std::string> settingsFor(const RunPlan &plan, const engine::StrategyInfo &strategy,
                                               const std::vector<engine::StrategyInfo> &strategies)
{
    std::map<std::string, std::string> own;
    for (const auto &[key, value] : plan.settings) {
        const auto has = [&key = key](const engine::StrategyInfo &info) {
            return std::ranges::any_of(info.settings, [&](const SettingSpec &spec) { return spec.key == key; });
        };
        const bool elsewhere = std::ranges::any_of(plan.strategies, [&](const std::string &name) {
            return name != strategy.name && has(findStrategy(name, strategies));
        });
        if (has(strategy) || !elsewhere) {
            own[key] = value;
        }
    }
    return Settings(strategy.settings, own).values();
}

/// What to train, and which data that is: both of one moment, whatever is labelled meanwhile.
struct Prepared {
    engine::TrainRequest request;
    std::vector<storage::DatasetReading> data;
};

Prepared prepare(const storage::Project &project, const RunRecord &run)
{
    Prepared prepared;
    engine::TrainRequest &request = prepared.request;
    request.spec = run.spec;
    request.backboneFolder = findBackbone(run.spec.backboneName).folder;
    request.modelFolder = project.modelFolder(run.uuid);
    request.cacheFolder = project.cacheFolder();
    const auto connection = project.connect();
    connection->execute("BEGIN");
    prepared.data = storage::readRunData(*connection, run.id);
    storage::TaskStore tasks(*connection, project.assetFolder());
    const RunOrigin &origin = run.spec.origin;
    if (origin.learned > 0) {
        const std::optional<RunRecord> parent = storage::RunStore(*connection).find(origin.run);
        if (!parent) {
            throw Error(
                ErrorCode::NotFound,
                say(QT_TRANSLATE_NOOP("Sentence", "The run %1 that %2 goes on from is gone."), origin.run, run.name),
                say(QT_TRANSLATE_NOOP("Sentence", "Restore it from a backup of the project.")));
        }
        request.upstream = engine::Upstream{
            .modelFolder = project.modelFolder(parent->uuid), .tasks = parent->tasks, .spec = parent->spec};
    }
    for (std::size_t i = 0; i < run.tasks.size(); ++i) {
        // Tasks taken over are those that the other run saw.
        const RunSpec &spec = origin.tookOver(static_cast<int>(i)) ? request.upstream->spec : run.spec;
        request.tasks.push_back(tasks.load(run.tasks[i], spec.maxTrain, spec.seed));
    }
    connection->execute("COMMIT");
    return prepared;
}

/// Reads what the run learns from and writes down which data that is.
engine::TrainRequest begin(storage::Project &project, const RunRecord &run)
{
    Prepared prepared = prepare(project, run);
    project.writer().run([&](storage::Connection &connection) {
        storage::recordRunData(connection, run.id, prepared.data, userName());
    });
    return std::move(prepared.request);
}

void setStatus(storage::Project &project, const RunRecord &run, RunStatus status, const Sentence &message)
{
    project.writer().run([&](storage::Connection &connection) {
        storage::RunStore(connection).setStatus(run.uuid, status, storedText(message));
    });
}

/// After an error: if even this cannot be written (full disk), the error itself matters more; the run is then found
/// without heartbeat at the next start and offered for resume.
void tryToSetStatus(storage::Project &project, const RunRecord &run, RunStatus status, const Sentence &message)
{
    try {
        setStatus(project, run, status, message);
    } catch (const Error &) {
    }
}

/// Errors: BadInput, with what the check found.
std::string hashOfUsable(const FoundBackbone &backbone, engine::Engine &engine)
{
    const engine::BackboneReport report = engine.checkBackbone(backbone.folder);
    if (!report.usable) {
        Sentence notes;
        for (const Sentence &note : report.notes) {
            notes = notes.empty() ? note : say("%1 %2", notes, note);
        }
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The backbone \"%1\" cannot be used. %2"), backbone.name, notes),
                    say(QT_TRANSLATE_NOOP("Sentence", "See: atlas backbone check %1"), backbone.folder.string()));
    }
    return report.sha256;
}

}  // namespace

RunPlan planOf(const RunSpec &spec)
{
    RunPlan plan;
    plan.sequence = spec.sequence;
    plan.strategies = {spec.strategy};
    plan.seeds = {spec.seed};
    plan.backbone = spec.backboneName;
    plan.settings = spec.settings;
    plan.maxTrain = spec.maxTrain;
    plan.device = spec.device;
    plan.precision = spec.precision;
    return plan;
}

std::vector<RunSpec> makeSpecs(const RunPlan &plan, engine::Engine &engine)
{
    const std::vector<engine::StrategyInfo> strategies = engine.strategies();
    const FoundBackbone backbone = findBackbone(plan.backbone);
    const std::string backboneHash = hashOfUsable(backbone, engine);
    const std::string precision = engine.choosePrecision(plan.device, plan.precision, backbone.folder);
    const bool named = plan.backbone.empty() || plan.backbone == backbone.name;
    std::vector<RunSpec> specs;
    for (const std::string &name : plan.strategies) {
        const engine::StrategyInfo &strategy = findStrategy(name, strategies);
        for (const std::uint64_t seed : plan.seeds) {
            RunSpec spec;
            spec.sequence = plan.sequence;
            spec.strategy = name;
            spec.seed = seed;
            // A folder is kept as a path, so that a resumed run finds the same one again.
            spec.backboneName = named ? backbone.name : backbone.folder.string();
            spec.backboneSha256 = backboneHash;
            spec.settings = settingsFor(plan, strategy, strategies);
            spec.maxTrain = plan.maxTrain;
            spec.device = plan.device;
            spec.precision = precision;
            specs.push_back(std::move(spec));
        }
    }
    return specs;
}

void executeRun(engine::Engine &engine, storage::Project &project, const RunRecord &run, RunListener listener,
                std::stop_token stop, const std::function<RunStatus()> &stoppedAs)
{
    RunRecorder recorder(project, run, std::move(listener));
    try {
        engine.train(begin(project, run), recorder, stop);
        recorder.flush();
        setStatus(project, run, RunStatus::Finished, {});
    } catch (const Error &error) {
        const bool stopped = error.code() == ErrorCode::Cancelled;
        tryToSetStatus(project, run, stopped ? stoppedAs() : RunStatus::Failed, stopped ? Sentence() : error.whole());
        throw;
    }
}

}  // namespace atlas::app
