#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas::report {

namespace format = widgets::format;

namespace {

constexpr std::size_t kOnOnePage = 3;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Something that is worse than it was.
struct Loss {
    double amount = 0;  ///< positive
    QStringList row;
};

void addSinceLearned(const RunResults &results, std::vector<Loss> &losses)
{
    const int last = results.learned() - 1;
    for (int task = 0; task < last; ++task) {
        const auto then = results.score(task, task);
        const auto now = results.score(last, task);
        if (then && now && *then - *now >= widgets::kNoticeable) {
            losses.push_back(
                {*then - *now,
                 {widgets::taskName(results, task), Tr::tr("since it was learned"), format::percent(*then),
                  format::percent(*now), format::points(*now - *then), format::count(results.cell(last, task)->n)}});
        }
    }
}

void addAgainstBaseline(const ReportInput &input, std::vector<Loss> &losses)
{
    for (const TaskChange &change : input.changes) {
        const QString against = Tr::tr("against %1").arg(words::text(input.baselineRun()->input.run.run.name));
        const auto difference = change.difference();
        if (!change.after && change.before) {
            losses.push_back({*change.before,
                              {words::text(change.task), against, format::percent(*change.before),
                               Tr::tr("not learned"), QStringLiteral("–"), QStringLiteral("–")}});
        } else if (difference && *difference <= -widgets::kNoticeable) {
            losses.push_back(
                {-*difference,
                 {words::text(change.task), against, format::percent(*change.before), format::percent(*change.after),
                  format::points(*difference), change.paired ? format::count(change.paired->n) : QStringLiteral("–")}});
        }
    }
}

QStringList steps(const ReportInput &input)
{
    QStringList lines;
    for (const Interference &step : input.interferences) {
        if (step.difference.difference < 0) {
            lines << Tr::tr("Learning %1 cost %2 %3 (n = %4); chance does not explain it.")
                         .arg(widgets::taskName(input.results(), step.step),
                              widgets::taskName(input.results(), step.task),
                              format::unsignedPoints(step.difference.difference), format::count(step.difference.n));
        }
    }
    return lines;
}

std::vector<Block> write(const ReportInput &input, Extent extent)
{
    std::vector<Loss> losses;
    addSinceLearned(input.results(), losses);
    addAgainstBaseline(input, losses);
    std::ranges::stable_sort(losses, std::greater{}, &Loss::amount);
    if (losses.empty()) {
        return {Paragraph{input.results().learned() < 2 && !input.baseline
                              ? Tr::tr("Nothing can have become worse yet: there is one task and no earlier model.")
                              : Tr::tr("Nothing became worse."),
                          Paragraph::Kind::Lead}};
    }
    Table table{.columns = {{Tr::tr("Task"), false, 2.2},
                            {Tr::tr("Worse"), false, 2.4},
                            {Tr::tr("Before"), true, 1},
                            {Tr::tr("Now"), true, 1.2},
                            {Tr::tr("Change"), true, 1.4},
                            {Tr::tr("n"), true, 0.8}},
                .rows = {}};
    const std::size_t most = extent == Extent::OnePage ? kOnOnePage : losses.size();
    for (std::size_t i = 0; i < std::min(most, losses.size()); ++i) {
        table.rows.push_back(losses[i].row);
    }
    std::vector<Block> blocks{std::move(table)};
    if (most < losses.size()) {
        blocks.push_back(Paragraph{Tr::tr("The worst %1 of %2.").arg(most).arg(losses.size()), Paragraph::Kind::Note});
    }
    if (extent == Extent::Full) {
        if (QStringList lines = steps(input); !lines.isEmpty()) {
            blocks.push_back(Paragraph{Tr::tr("Which step cost which task"), Paragraph::Kind::Heading});
            blocks.push_back(List{std::move(lines)});
        }
    }
    return blocks;
}

}  // namespace

SectionKind worseSection()
{
    return {.id = "worse",
            .title = QT_TRANSLATE_NOOP("Report", "What got worse, worst first"),
            .inSummary = true,
            .write = &write};
}

}  // namespace atlas::report
