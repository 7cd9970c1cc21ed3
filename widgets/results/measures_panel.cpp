#include "widgets/results/measures_panel.h"

#include "storage/connection.h"
#include "storage/measure_input.h"
#include "storage/project.h"
#include "widgets/charts/format.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"
#include "widgets/results/measure_words.h"
#include "widgets/results/plain_table.h"

#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

MeasuresPanel::MeasuresPanel(QWidget *parent) : ResultPanel(parent), m_table(new PlainTable(this))
{
    m_table->setObjectName(QStringLiteral("measureTable"));
    m_table->setAccessibleName(tr("Measures of the run"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_table, 1);
    layout->addWidget(theme::caption(tr("Intervals are of 95 %: over samples by bootstrap, over seeds by Student's t. "
                                        "Formulas: version %1; point at a measure to read its own.")
                                         .arg(kFormulaVersion),
                                     this));
}

void MeasuresPanel::showResults(bool anotherRun)
{
    if (anotherRun) {
        showMeasures({});
    }
}

void MeasuresPanel::readMore()
{
    read(
        [run = results().run, assets = session()->project().assetFolder()](storage::Connection &connection) {
            return computeMeasures(storage::readMeasureInput(connection, assets, run));
        },
        [this](const std::vector<MeasureResult> &results) { showMeasures(results); });
}

void MeasuresPanel::showMeasures(const std::vector<MeasureResult> &results)
{
    std::vector<QStringList> rows;
    QStringList help;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Measure &measure = measures()[i];
        const MeasureResult &result = results[i];
        const QString value = result.value ? measureValue(measure.unit, *result.value) : tr("not defined");
        rows.push_back({measureTitle(measure), value, measureInterval(measure.unit, result.interval),
                        result.n > 0 ? format::count(result.n) : QString(), measureInterval(measure.unit, result.seeds),
                        reasonWords(result)});
        help << withTerm(measureHelp(measure, result), QString::fromStdString(measure.name));
    }
    m_table->setContent({{tr("Measure"), false, {}, true},
                         {tr("Value"), true},
                         {tr("Over samples"), true,
                          withTerm(tr("95 % interval: the test samples drawn anew, many times"),
                                   QStringLiteral("confidence interval"))},
                         {tr("n"), true, withTerm(tr("Test samples it stands on"), QStringLiteral("test"))},
                         {tr("Over seeds"), true,
                          withTerm(tr("95 % interval of runs that differ in their seed only"), QStringLiteral("seed"))},
                         {tr("Why not"), false, tr("What is missing, and what would give it")}},
                        rows, help);
}

}  // namespace atlas::widgets
