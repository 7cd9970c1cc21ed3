#include "report/sections/figures.h"

#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/charts/format.h"
#include "widgets/results/measure_words.h"
#include "widgets/results/run_figures.h"

#include <QCoreApplication>

namespace atlas::report {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

Figures tiles(const ReportInput &input)
{
    std::optional<RunResults> rival;
    if (const ComparedRun *baseline = input.baselineRun()) {
        rival = baseline->input.run;
    }
    Figures figures;
    for (const widgets::RunFigure &figure : widgets::runFigures(input.results(), rival)) {
        figures.items.push_back(
            {figure.name, figure.value,
             figure.rival.isEmpty() ? figure.detail : figure.detail + QLatin1Char('\n') + figure.rival});
    }
    return figures;
}

QString seedWords(const Measure &measure, const MeasureResult &result)
{
    return result.seeds ? Tr::tr("%1 (%n seeds)", nullptr, int(result.seeds->n))
                              .arg(widgets::measureInterval(measure.unit, result.seeds))
                        : QStringLiteral("–");
}

std::vector<Block> write(const ReportInput &input, Extent extent)
{
    std::vector<Block> blocks{tiles(input)};
    if (extent == Extent::Full) {
        blocks.push_back(Paragraph{Tr::tr("All figures, with their intervals and formulas, stand in the appendix."),
                                   Paragraph::Kind::Note});
    }
    return blocks;
}

}  // namespace

Table measuredFigures(const ReportInput &input)
{
    const bool seeds = !input.subject().input.seeds.empty();
    Table table{.columns = {{Tr::tr("Figure"), false, 2.6},
                            {Tr::tr("Value"), true, 1.3},
                            {Tr::tr("95 % over test samples"), true, 2},
                            {Tr::tr("n"), true, 0.8}},
                .rows = {}};
    if (seeds) {
        table.columns.push_back({Tr::tr("95 % over seeds"), true, 2.2});
    }
    for (std::size_t i = 0; i < input.subject().measures.size(); ++i) {
        const Measure &measure = measures()[i];
        const MeasureResult &result = input.subject().measures[i];
        if (!result.value) {
            continue;
        }
        QStringList row{widgets::measureTitle(measure), widgets::measureValue(measure.unit, *result.value),
                        result.interval ? widgets::measureInterval(measure.unit, result.interval) : QStringLiteral("–"),
                        result.n > 0 ? widgets::format::count(result.n) : QStringLiteral("–")};
        if (seeds) {
            row << seedWords(measure, result);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

SectionKind figuresSection()
{
    return {.id = "figures", .title = QT_TRANSLATE_NOOP("Report", "Figures"), .inSummary = true, .write = &write};
}

}  // namespace atlas::report
