#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/sections/figures.h"
#include "report/words.h"
#include "widgets/charts/format.h"
#include "widgets/results/measure_words.h"
#include "widgets/train/run_words.h"

#include <QCoreApplication>

#include <map>

namespace atlas::report {

namespace format = widgets::format;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

Paragraph heading(const QString &text)
{
    return {text, Paragraph::Kind::Heading};
}

Table facts(std::vector<QStringList> rows)
{
    return {
        .columns = {{Tr::tr("What"), false, 1.4}, {Tr::tr("Value"), false, 4}}, .rows = std::move(rows), .exact = true};
}

void addRuns(const ReportInput &input, std::vector<Block> &blocks)
{
    Table table{.columns = {{Tr::tr("Run"), false, 1.4},
                            {Tr::tr("uuid"), false, 3.4},
                            {Tr::tr("Seed"), true, 0.6},
                            {Tr::tr("Status"), false, 1},
                            {Tr::tr("Strategy"), false, 1.2},
                            {Tr::tr("Device"), false, 0.9}},
                .rows = {},
                .exact = true};
    for (const ComparedRun &run : input.runs) {
        const RunRecord &record = run.input.run.run;
        table.rows.push_back({words::text(record.name), words::text(record.uuid),
                              QString::number(qulonglong(record.spec.seed)), widgets::statusWord(record.status),
                              widgets::strategyWord(record.spec.strategy),
                              words::text(record.spec.device + " " + record.spec.precision)});
    }
    blocks.push_back(heading(Tr::tr("Runs")));
    blocks.push_back(std::move(table));
}

void addVersions(const ReportInput &input, std::vector<Block> &blocks)
{
    const RunSpec &spec = input.results().run.spec;
    std::vector<QStringList> rows{
        {Tr::tr("Project"), Tr::tr("%1, %2").arg(words::text(input.project), words::text(input.projectUuid))},
        {Tr::tr("Backbone"),
         Tr::tr("%1, SHA-256 %2")
             .arg(words::text(spec.backboneName),
                  spec.backboneSha256.empty() ? Tr::tr("not known") : words::text(spec.backboneSha256))},
        {Tr::tr("Program"), QStringLiteral("Atlas Workbench " ATLAS_VERSION)},
        {Tr::tr("Schema version"), QString::number(input.schemaVersion)},
        {Tr::tr("Formula version"), QString::number(kFormulaVersion)},
        {Tr::tr("Audit trail"),
         input.decision.audit.entries == 0
             ? Tr::tr("empty")
             : (input.decision.audit.sound()
                    ? Tr::tr("%n entry(s), every one follows; head %1", nullptr, int(input.decision.audit.entries))
                    : Tr::tr("%n entry(s), CHANGED FROM OUTSIDE; head %1", nullptr, int(input.decision.audit.entries)))
                   .arg(words::text(input.decision.audit.headHash))},
        {Tr::tr("In production"), input.decision.production
                                      ? Tr::tr("%1, %2").arg(words::text(input.decision.production->key()),
                                                             words::text(input.decision.production->run.name))
                                      : Tr::tr("nothing")}};
    if (input.decision.version) {
        rows.push_back({Tr::tr("Model version of this run"), words::text(input.decision.version->key())});
    }
    if (input.snapshot) {
        rows.push_back({Tr::tr("Frozen snapshot of"), words::text(input.snapshot->project)});
        rows.push_back(
            {Tr::tr("Snapshot content"), Tr::tr("SHA-256 %1").arg(words::text(input.snapshot->contentHash))});
    }
    blocks.push_back(heading(Tr::tr("Versions and hashes")));
    blocks.push_back(facts(std::move(rows)));
}

void addData(const ReportInput &input, std::vector<Block> &blocks)
{
    blocks.push_back(heading(Tr::tr("Data it learned from")));
    if (input.data.empty()) {
        blocks.push_back(Paragraph{Tr::tr("Not on record.")});
        return;
    }
    Table table{.columns = {{Tr::tr("Version"), false, 1.4},
                            {Tr::tr("Samples"), true, 0.8},
                            {Tr::tr("Labelled"), true, 0.8},
                            {Tr::tr("SHA-256 of its content"), false, 5}},
                .rows = {},
                .exact = true};
    for (const DataFact &fact : input.data) {
        table.rows.push_back({words::text(versionTitle(fact.version)), format::count(fact.samples),
                              format::count(fact.labelled), words::text(fact.contentHash)});
    }
    blocks.push_back(std::move(table));
}

void addSettings(const ReportInput &input, std::vector<Block> &blocks)
{
    if (!input.baseline) {
        return;
    }
    const std::vector<RunGroup> two{input.groups.front(), input.groups[*input.baseline]};
    const auto different = differingSettings(two);
    blocks.push_back(heading(Tr::tr("Settings that differ from the baseline")));
    if (different.empty()) {
        blocks.push_back(Paragraph{Tr::tr("None: both were asked for the same.")});
        return;
    }
    Table table{.columns = {{Tr::tr("Setting"), false, 2},
                            {words::text(two.front().first().name), false, 2},
                            {words::text(two.back().first().name), false, 2}},
                .rows = {},
                .exact = true};
    for (const auto &[key, values] : different) {
        QStringList row{words::text(key)};
        for (const std::string &value : values) {
            row << (value.empty() ? QStringLiteral("–") : words::text(value));
        }
        table.rows.push_back(std::move(row));
    }
    blocks.push_back(std::move(table));
}

void addPackages(const ReportInput &input, std::vector<Block> &blocks)
{
    blocks.push_back(heading(Tr::tr("Task packages")));
    if (input.packages.empty()) {
        blocks.push_back(Paragraph{Tr::tr("None is on this disk.")});
        return;
    }
    Table table{.columns = {{Tr::tr("Run"), false, 1.2}, {Tr::tr("File"), false, 2.6}, {Tr::tr("SHA-256"), false, 5}},
                .rows = {},
                .exact = true};
    for (const PackageFact &fact : input.packages) {
        table.rows.push_back({words::text(fact.run), words::text(fact.path), words::text(fact.sha256)});
    }
    blocks.push_back(std::move(table));
}

QString leftOutWords(const LeftOut &left)
{
    const QString run = words::text(left.run);
    const QString task = words::text(left.task);
    switch (left.why) {
    case LeftOut::Why::NotMeasured: return Tr::tr("%1 of %2: not learned or not measured").arg(task, run);
    case LeftOut::Why::OnlyOne:
        return Tr::tr("%1: not compared, %2 did not answer the same test samples").arg(task, run);
    case LeftOut::Why::SamplesDiffer:
        return Tr::tr("%1: %2 of %3 test samples are not compared, because only one of the two runs answered them")
            .arg(task, format::count(left.count), format::count(left.of));
    case LeftOut::Why::NotFinished: return Tr::tr("%1: not finished, what it has measured until now counts").arg(run);
    }
    return {};
}

void addLeftOut(const ReportInput &input, std::vector<Block> &blocks)
{
    QStringList lines;
    for (const LeftOut &left : input.leftOut) {
        lines << leftOutWords(left);
    }
    blocks.push_back(heading(Tr::tr("Left out, and why")));
    if (lines.isEmpty()) {
        blocks.push_back(Paragraph{Tr::tr("Nothing: every test sample of every task counts.")});
    } else {
        blocks.push_back(List{std::move(lines)});
    }
}

QString moveWord(const std::string &what)
{
    static const std::map<std::string, const char *> kWords{{"promote", QT_TRANSLATE_NOOP("Report", "promoted")},
                                                            {"roll_back", QT_TRANSLATE_NOOP("Report", "rolled back")},
                                                            {"request", QT_TRANSLATE_NOOP("Report", "asked for")},
                                                            {"approve", QT_TRANSLATE_NOOP("Report", "approved")},
                                                            {"reject", QT_TRANSLATE_NOOP("Report", "rejected")}};
    const auto word = kWords.find(what);
    return word == kWords.end() ? words::text(what) : Tr::tr(word->second);
}

/// When what serves was changed, by whom and why.
void addMoves(const ReportInput &input, std::vector<Block> &blocks)
{
    if (input.decision.moves.empty()) {
        return;
    }
    Table table{.columns = {{Tr::tr("When (UTC)"), false, 1.5},
                            {Tr::tr("Who"), false, 1.1},
                            {Tr::tr("What"), false, 1.2},
                            {Tr::tr("Version"), false, 1.4},
                            {Tr::tr("Reason"), false, 3}},
                .rows = {}};
    for (const storage::AliasEvent &move : input.decision.moves) {
        table.rows.push_back({format::dateTime(move.atUs), words::text(move.actor), moveWord(move.what),
                              QStringLiteral("v%1 %2").arg(move.version).arg(words::text(move.runName)),
                              words::text(move.reason)});
    }
    blocks.push_back(heading(Tr::tr("What served, and who decided so")));
    blocks.push_back(std::move(table));
}

void addFigures(const ReportInput &input, std::vector<Block> &blocks)
{
    if (Table table = measuredFigures(input); !table.rows.empty()) {
        blocks.push_back(heading(Tr::tr("All figures of this run")));
        blocks.push_back(std::move(table));
    }
}

void addFormulas(const ReportInput &input, std::vector<Block> &blocks)
{
    Table table{.columns = {{Tr::tr("Figure"), false, 1.6}, {Tr::tr("Formula"), false, 3}}, .rows = {}};
    for (std::size_t i = 0; i < input.subject().measures.size(); ++i) {
        const Measure &measure = measures()[i];
        const MeasureResult &result = input.subject().measures[i];
        table.rows.push_back(
            {widgets::measureTitle(measure),
             result.value
                 ? words::text(measure.formula)
                 : Tr::tr("%1 (no value: %2)").arg(words::text(measure.formula), widgets::reasonWords(result))});
    }
    blocks.push_back(heading(Tr::tr("Formulas, version %1").arg(kFormulaVersion)));
    blocks.push_back(std::move(table));
}

std::vector<Block> write(const ReportInput &input, Extent)
{
    std::vector<Block> blocks;
    addFigures(input, blocks);
    addRuns(input, blocks);
    addVersions(input, blocks);
    addData(input, blocks);
    addSettings(input, blocks);
    addPackages(input, blocks);
    addLeftOut(input, blocks);
    addMoves(input, blocks);
    addFormulas(input, blocks);
    return blocks;
}

}  // namespace

SectionKind traceabilitySection()
{
    return {.id = "traceability",
            .title = QT_TRANSLATE_NOOP("Report", "Appendix: where every figure comes from"),
            .appendix = true,
            .write = &write};
}

}  // namespace atlas::report
