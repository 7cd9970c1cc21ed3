#include "report/report_input.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/digest.h"
#include "storage/measure_input.h"
#include "storage/migrations.h"
#include "storage/versions/data_versions.h"

#include <algorithm>
#include <set>

namespace atlas::report {
namespace {

/// All reads of a report see the same moment, whoever writes meanwhile.
class OneMoment {
public:
    explicit OneMoment(storage::Connection &connection) : m_connection(connection) { m_connection.execute("BEGIN"); }
    ~OneMoment()
    {
        try {
            m_connection.execute("ROLLBACK");
        } catch (const Error &) {
            // Nothing was written: the connection ends it as well.
        }
    }
    OneMoment(const OneMoment &) = delete;
    OneMoment &operator=(const OneMoment &) = delete;

private:
    storage::Connection &m_connection;
};

void checkStop(const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        throw Error(ErrorCode::Cancelled, say(QT_TRANSLATE_NOOP("Sentence", "Stopped before the report was written.")));
    }
}

RunRecord findRun(storage::Connection &connection, const std::string &key)
{
    if (std::optional<RunRecord> run = storage::findRunOrAlias(connection, key)) {
        return *run;
    }
    throw Error(ErrorCode::NotFound,
                say(QT_TRANSLATE_NOOP("Sentence", "There is no run \"%1\". Nothing was written."), key),
                say(QT_TRANSLATE_NOOP("Sentence", "See: atlas runs PROJECT")));
}

ComparedRun measured(storage::Connection &connection, const storage::Project &project, const RunRecord &run)
{
    ComparedRun compared{.input = storage::readMeasureInput(connection, project.assetFolder(), run), .measures = {}};
    compared.measures = computeMeasures(compared.input);
    return compared;
}

std::vector<DataFact> readData(storage::Connection &connection, const RunResults &results)
{
    std::vector<DataFact> facts;
    storage::DataVersions versions(connection);
    for (const DataVersionRef &ref : results.data) {
        const auto task = std::ranges::find(results.tasks, ref.dataset, &Task::dataset);
        if (task == results.tasks.end()) {
            continue;
        }
        const storage::DataVersion version = versions.find(task->datasetId, ref.uuid);
        facts.push_back({ref, version.samples, version.labelled, storage::toHex(version.contentHash)});
    }
    return facts;
}

/// Of the runs whose weights are there.
std::vector<PackageFact> readPackages(const storage::Project &project, const RunRecord &run)
{
    std::vector<PackageFact> facts;
    try {
        for (const storage::PackageFile &file : storage::hashPackages(project.modelFolder(run.uuid))) {
            facts.push_back({run.name, file.path, file.sha256});
        }
    } catch (const Error &error) {
        if (error.code() != ErrorCode::NotFound) {
            throw;
        }
    }
    return facts;
}

void findUnmeasured(const RunResults &results, std::vector<LeftOut> &out)
{
    const int learned = results.learned();
    for (std::size_t task = 0; task < results.run.tasks.size(); ++task) {
        if (learned == 0 || !results.score(learned - 1, static_cast<int>(task))) {
            out.push_back({LeftOut::Why::NotMeasured, results.run.name, results.run.tasks[task], 0, 0});
        }
    }
}

void findUncompared(const ReportInput &input, std::vector<LeftOut> &out)
{
    const GroupDifference *difference = input.difference();
    if (difference == nullptr) {
        return;
    }
    const RunResults &results = input.results();
    const int last = results.learned() - 1;
    for (int task = 0; task <= last; ++task) {
        const std::string &name = results.run.tasks[static_cast<std::size_t>(task)];
        const auto place = std::ranges::find(difference->tasks, name);
        const AccuracyCell *cell = results.cell(last, task);
        if (place == difference->tasks.end()) {
            out.push_back({LeftOut::Why::OnlyOne, input.baselineRun()->input.run.run.name, name, 0, 0});
        } else if (cell != nullptr) {
            const std::int64_t both = difference->byTask[static_cast<std::size_t>(place - difference->tasks.begin())].n;
            if (both < cell->n) {
                out.push_back({LeftOut::Why::SamplesDiffer, results.run.name, name, cell->n - both, cell->n});
            }
        }
    }
}

std::vector<LeftOut> findLeftOut(const ReportInput &input)
{
    std::vector<LeftOut> out;
    for (const ComparedRun &run : input.runs) {
        if (run.input.run.run.status != RunStatus::Finished) {
            out.push_back({LeftOut::Why::NotFinished, run.input.run.run.name, {}, 0, 0});
        }
    }
    findUnmeasured(input.results(), out);
    findUncompared(input, out);
    return out;
}

void compare(ReportInput &input, const std::string &production)
{
    input.groups = groupBySeed(input.runs);
    input.differences.resize(input.groups.size());
    for (std::size_t i = 1; i < input.groups.size(); ++i) {
        GroupDifference difference = differenceOf(input.groups[i], input.groups.front());
        if (!difference.tasks.empty()) {
            input.differences[i] = std::move(difference);
        }
    }
    if (input.groups.size() < 2) {
        return;
    }
    input.baseline = 1;
    input.changes = changesAgainst(*input.baselineRun(), input.subject());
    input.baselineServes = input.baselineRun()->input.run.run.uuid == production;
}

/// `readServing` is called where the run that serves is none of those that are reported on.
template <typename Read>
void judgeSubject(ReportInput &input, Read readServing)
{
    JudgeContext context;
    std::optional<ComparedRun> apart;
    if (const auto &serving = input.decision.production; serving && serving->run.uuid != input.results().run.uuid) {
        const auto found = std::ranges::find_if(
            input.runs, [&](const ComparedRun &run) { return run.input.run.run.uuid == serving->run.uuid; });
        if (found == input.runs.end()) {
            apart = readServing();
        }
        context.production = apart ? &*apart : &*found;
    }
    if (const auto rate = input.decision.roi.values.find("machine_rate"); rate != input.decision.roi.values.end()) {
        context.machineRate = rate->second;
    }
    input.judgement = judge(input.decision.targets, input.subject(), context);
}

}  // namespace

const GroupDifference *ReportInput::difference() const
{
    return baseline && differences[*baseline] ? &*differences[*baseline] : nullptr;
}

ReportInput readReportInput(const storage::Project &project, const std::vector<std::string> &keys,
                            const std::stop_token &stop)
{
    ReportInput input;
    const auto connection = project.connect();
    const OneMoment moment(*connection);
    input.project = project.name();
    input.projectUuid = project.uuid();
    input.schemaVersion = storage::schemaVersion(*connection);
    input.snapshot = storage::snapshotFacts(project.folder());

    std::set<std::string> uuids;
    std::vector<RunRecord> records;
    for (const std::string &key : keys) {
        records.push_back(findRun(*connection, key));
        if (!uuids.insert(records.back().uuid).second) {
            throw Error(ErrorCode::Usage,
                        say(QT_TRANSLATE_NOOP("Sentence", "The run %1 was named twice."), records.back().name),
                        say(QT_TRANSLATE_NOOP("Sentence", "Name each run once.")));
        }
    }
    input.decision = readDecisionInput(*connection, records.front());
    const std::optional<storage::ModelVersion> &production = input.decision.production;
    const std::string serving = production ? production->run.uuid : std::string();
    if (records.size() == 1 && production && !uuids.contains(serving)) {
        records.push_back(production->run);
    }
    for (const RunRecord &record : records) {
        checkStop(stop);
        input.runs.push_back(measured(*connection, project, record));
    }
    checkStop(stop);
    compare(input, serving);
    judgeSubject(input, [&] { return measured(*connection, project, production->run); });
    input.interferences = interferences(input.subject().input);
    input.data = readData(*connection, input.results());
    for (const ComparedRun &run : input.runs) {
        checkStop(stop);
        const auto packages = readPackages(project, run.input.run.run);
        input.packages.insert(input.packages.end(), packages.begin(), packages.end());
    }
    input.leftOut = findLeftOut(input);
    return input;
}

}  // namespace atlas::report
