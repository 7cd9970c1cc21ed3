#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/charts/format.h"

#include <QCoreApplication>

namespace atlas::report {

namespace format = widgets::format;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString runsOf(const RunGroup &group)
{
    QStringList names;
    for (const ComparedRun *run : group.runs) {
        names << words::text(run->input.run.run.name);
    }
    return names.join(Tr::tr(", "));
}

QStringList rowOf(const TaskChange &change)
{
    const auto share = [](const std::optional<double> &value) {
        return value ? format::percent(*value) : QStringLiteral("–");
    };
    if (!change.after) {
        return {words::text(change.task),
                share(change.before),
                QStringLiteral("–"),
                QStringLiteral("–"),
                {},
                {},
                Tr::tr("not learned: it would be lost")};
    }
    const auto difference = change.difference();
    return {words::text(change.task),
            share(change.before),
            share(change.after),
            difference ? format::points(*difference) : QStringLiteral("–"),
            change.paired ? words::interval(change.paired->interval) : QString(),
            change.paired ? format::count(change.paired->n) : QString(),
            change.paired ? words::chance(*change.paired) : Tr::tr("no test sample that both answered")};
}

std::vector<Block> write(const ReportInput &input, Extent)
{
    std::vector<Block> blocks;
    if (!input.baseline) {
        return blocks;
    }
    const RunGroup &baseline = input.groups[*input.baseline];
    blocks.push_back(Paragraph{Tr::tr("%1 against %2, task by task, on the test samples that both answered.")
                                   .arg(runsOf(input.groups.front()), runsOf(baseline)),
                               Paragraph::Kind::Lead});
    Table table{.columns = {{Tr::tr("Task"), false, 2},
                            {Tr::tr("Before"), true, 1},
                            {Tr::tr("Now"), true, 1},
                            {Tr::tr("Change"), true, 1.3},
                            {Tr::tr("95 % interval"), true, 2.4},
                            {Tr::tr("n"), true, 0.7},
                            {Tr::tr("Chance"), false, 2.2}},
                .rows = {}};
    for (const TaskChange &change : input.changes) {
        table.rows.push_back(rowOf(change));
    }
    blocks.push_back(std::move(table));
    if (const GroupDifference *difference = input.difference(); difference && difference->seeds) {
        blocks.push_back(Paragraph{Tr::tr("Over %n seeds the average change is %1.", nullptr, int(difference->seeds->n))
                                       .arg(words::interval(difference->seeds)),
                                   Paragraph::Kind::Note});
    }
    blocks.push_back(Paragraph{Tr::tr("The greatest loss stands first. Differences are taken sample by sample; under "
                                      "200 samples an exact test decides whether chance could explain one."),
                               Paragraph::Kind::Note});
    return blocks;
}

}  // namespace

SectionKind changeSection()
{
    return {.id = "change", .title = QT_TRANSLATE_NOOP("Report", "Change against the baseline"), .write = &write};
}

}  // namespace atlas::report
