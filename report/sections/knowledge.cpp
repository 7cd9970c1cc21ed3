#include "core/translatable.h"
#include "report/report_charts.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace atlas::report {

namespace format = widgets::format;

namespace {

constexpr std::size_t kShown = 12;
constexpr double kNormal95 = 1.96;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// With the sign that stands in all other tables.
QString decimals(double value)
{
    return widgets::format::withMinus(QLocale().toString(value, 'f', 3));
}

QString layersOf(const AdapterEffect &effect)
{
    const int first = effect.firstLayer + 1;
    return effect.firstLayer == effect.lastLayer ? QString::number(first)
                                                 : Tr::tr("%1 to %2").arg(first).arg(effect.lastLayer + 1);
}

std::vector<Block> write(const ReportInput &input, Extent)
{
    const RunResults &results = input.results();
    if (results.effects.empty()) {
        return {};
    }
    Table table{.columns = {{Tr::tr("Task that answers"), false, 2},
                            {Tr::tr("Adapter of"), false, 2},
                            {Tr::tr("Layers"), true, 1},
                            {Tr::tr("Rise of the loss without it"), true, 1.8},
                            {Tr::tr("n"), true, 0.8}},
                .rows = {}};
    std::vector<AdapterEffect> strongest = results.effects;
    std::ranges::stable_sort(strongest, [](const AdapterEffect &a, const AdapterEffect &b) {
        return std::abs(a.effect) > std::abs(b.effect);
    });
    for (std::size_t i = 0; i < std::min(kShown, strongest.size()); ++i) {
        const AdapterEffect &effect = strongest[i];
        table.rows.push_back(
            {widgets::taskName(results, effect.task), widgets::taskName(results, effect.adapter), layersOf(effect),
             Tr::tr("%1 ± %2").arg(decimals(effect.effect), decimals(kNormal95 * effect.se)), format::count(effect.n)});
    }
    std::vector<Block> blocks{Charts{{chartOf("knowledgeMap", results, kWholeWidth)}}, std::move(table)};
    blocks.push_back(Paragraph{strongest.size() > kShown
                                   ? Tr::tr("The strongest %1 of %2 effects; ± is 95 % over validation samples.")
                                         .arg(kShown)
                                         .arg(strongest.size())
                                   : Tr::tr("± is 95 % over validation samples."),
                               Paragraph::Kind::Note});
    return blocks;
}

}  // namespace

SectionKind knowledgeSection()
{
    return {.id = "knowledge",
            .title = QT_TRANSLATE_NOOP("Report", "Knowledge map: which adapter serves which task"),
            .write = &write};
}

}  // namespace atlas::report
