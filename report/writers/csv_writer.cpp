#include "core/csv.h"
#include "report/report_input.h"
#include "report/writers.h"

namespace atlas::report {

namespace {

/// One figure. What a figure does not have stays empty.
struct Row {
    std::string run;   ///< uuid
    std::string kind;  ///< cell, measure, change, target, effect, cost
    std::string name;
    std::string task;
    std::string after;  ///< the task that was learned before it was measured
    std::optional<double> value;
    std::optional<Interval> interval = {};
    std::int64_t n = 0;
    std::string unit;
    std::string remark;
};

/// A line per figure: RFC 4180, full resolution, C locale.
class Csv {
public:
    Csv() { line({"run", "kind", "name", "task", "after", "value", "low", "high", "n", "unit", "remark"}); }

    void add(const Row &row)
    {
        line({row.run, row.kind, row.name, row.task, row.after, exactDigits(row.value),
              row.interval ? exactDigits(row.interval->low) : "", row.interval ? exactDigits(row.interval->high) : "",
              row.n > 0 ? std::to_string(row.n) : "", row.unit, row.remark});
    }

    const std::string &text() const { return m_text; }

private:
    void line(const std::vector<std::string> &fields)
    {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            m_text += (i > 0 ? "," : "") + csvField(fields[i]);
        }
        m_text += "\r\n";
    }

    std::string m_text;
};

std::string taskOf(const RunResults &results, int task)
{
    return results.run.tasks.at(static_cast<std::size_t>(task));
}

void addRun(const ComparedRun &compared, Csv &csv)
{
    const RunResults &results = compared.input.run;
    const std::string &run = results.run.uuid;
    for (const AccuracyCell &cell : results.cells) {
        const std::string after = cell.afterTask >= 0 ? taskOf(results, cell.afterTask) : "before learning";
        for (const auto &[score, value] : cell.scores) {
            csv.add({.run = run,
                     .kind = "cell",
                     .name = score,
                     .task = taskOf(results, cell.evalTask),
                     .after = after,
                     .value = value,
                     .n = cell.n,
                     .unit = measureUnitName(MeasureUnit::Share),
                     .remark = {}});
        }
    }
    for (std::size_t i = 0; i < compared.measures.size(); ++i) {
        const Measure &measure = measures()[i];
        const MeasureResult &result = compared.measures[i];
        csv.add({.run = run,
                 .kind = "measure",
                 .name = measure.name,
                 .task = {},
                 .after = {},
                 .value = result.value,
                 .interval = result.interval,
                 .n = result.n,
                 .unit = measureUnitName(measure.unit),
                 .remark = result.reason});
        for (std::size_t task = 0; task < result.tasks.size(); ++task) {
            csv.add({.run = run,
                     .kind = "measure",
                     .name = measure.name,
                     .task = taskOf(results, int(task)),
                     .after = {},
                     .value = result.tasks[task].value,
                     .unit = measureUnitName(measure.unit),
                     .remark = {}});
        }
    }
    for (const AdapterEffect &effect : results.effects) {
        csv.add({.run = run,
                 .kind = "effect",
                 .name = "adapter of " + taskOf(results, effect.adapter),
                 .task = taskOf(results, effect.task),
                 .after = {},
                 .value = effect.effect,
                 .n = effect.n,
                 .unit = "nats",
                 .remark = "layers " + std::to_string(effect.firstLayer) + " to " + std::to_string(effect.lastLayer)});
    }
}

void addChanges(const ReportInput &input, Csv &csv)
{
    const auto add = [&](const std::string &task, const std::optional<double> &value, const PairedDifference *paired) {
        csv.add({.run = input.results().run.uuid,
                 .kind = "change",
                 .name = "against " + input.baselineRun()->input.run.run.uuid,
                 .task = task,
                 .after = {},
                 .value = value,
                 .interval = paired ? paired->interval : std::nullopt,
                 .n = paired ? paired->n : 0,
                 .unit = measureUnitName(MeasureUnit::Points),
                 .remark = !paired                 ? "not paired"
                           : paired->significant() ? "chance does not explain it"
                                                   : "could be chance"});
    };
    if (const GroupDifference *difference = input.difference()) {
        add({}, difference->average.difference, &difference->average);
    }
    for (const TaskChange &change : input.changes) {
        add(change.task, change.difference(), change.paired ? &*change.paired : nullptr);
    }
}

void addTargets(const ReportInput &input, Csv &csv)
{
    for (const Check &check : input.judgement.checks) {
        const TargetKind &kind = targetKind(check.target.kind);
        csv.add({.run = input.results().run.uuid,
                 .kind = "target",
                 .name = check.target.kind,
                 .task = check.target.task,
                 .after = {},
                 .value = check.measured.value,
                 .interval = check.measured.interval,
                 .n = check.measured.n,
                 .unit = kind.money ? "money" : measureUnitName(kind.unit),
                 .remark = std::string(outcomeName(check.outcome)) + ", asked " + exactDigits(check.target.asked)});
    }
}

QByteArray write(const Document &, const ReportInput &input)
{
    Csv csv;
    for (const ComparedRun &run : input.runs) {
        addRun(run, csv);
    }
    addChanges(input, csv);
    addTargets(input, csv);
    return QByteArray::fromStdString(csv.text());
}

}  // namespace

Writer csvWriter()
{
    return {.suffix = "csv", .write = &write, .data = true};
}

}  // namespace atlas::report
