#include "widgets/results/forgetting_panel.h"

#include "storage/connection.h"
#include "storage/measure_input.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/theme.h"
#include "widgets/results/interference_list.h"
#include "widgets/results/run_curves.h"
#include "widgets/results/stability_gap.h"

#include <QVBoxLayout>

namespace atlas::widgets {

ForgettingPanel::ForgettingPanel(QWidget *parent)
    : ResultPanel(parent), m_interferences(new InterferenceList(this)), m_gap(new LineChart(this))
{
    m_gap->setObjectName(QStringLiteral("stabilityGap"));
    m_gap->setTerm(m_gap->objectName());
    auto *charts = new CardSplitter(Qt::Horizontal, QStringLiteral("forgettingSplitter"), this);
    for (ChartView *view : makeCharts(ResultChart::Place::Forgetting)) {
        charts->addWidget(view);
    }
    charts->addWidget(m_gap);
    charts->setStretchFactor(0, 1);
    charts->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_interferences);
    layout->addWidget(charts, 1);
    for (auto *map : findChildren<HeatMap *>()) {
        connect(map, &HeatMap::cellChosen, this, &ResultPanel::cellChosen);
        connect(map, &HeatMap::cellActivated, this, &ResultPanel::cellActivated);
    }
    connect(m_interferences, &InterferenceList::chosen, this, &ResultPanel::cellChosen);
    connect(m_interferences, &InterferenceList::samplesWanted, this, &ResultPanel::cellActivated);
}

void ForgettingPanel::chooseTask(int task)
{
    m_gap->setHighlight(task);
}

void ForgettingPanel::chooseCell(int afterTask, int evalTask)
{
    for (auto *map : findChildren<HeatMap *>()) {
        map->setCurrentCell(afterTask, evalTask);
    }
}

void ForgettingPanel::showResults(bool anotherRun)
{
    if (anotherRun) {
        m_gap->setAxes({});  // unzoomed
        m_gap->setAxes({.xTitle = tr("steps of training, task after task"),
                        .yTitle = tr("validation, %"),
                        .form = ValueForm::Share});
        m_interferences->setFound(results(), {});
        showGap({});
    }
}

void ForgettingPanel::readMore()
{
    struct Found {
        std::vector<Interference> interferences;
        StabilityGap gap;
    };
    read(
        [run = results().run, assets = session()->project().assetFolder()](storage::Connection &connection) {
            return Found{.interferences = interferences(storage::readMeasureInput(connection, assets, run)),
                         .gap = stabilityGap(run.tasks, readCurves(connection, run.id, "validation"))};
        },
        [this](const Found &found) {
            m_interferences->setFound(results(), found.interferences);
            showGap(found.gap);
        });
}

void ForgettingPanel::showGap(const StabilityGap &gap)
{
    std::vector<LineSeries> lines;
    for (const StabilityGap::Line &line : gap.lines) {
        lines.push_back({.name = taskName(results(), line.task),
                         .style = line.task,
                         .points = line.points,
                         .low = {},
                         .high = {},
                         .data = dataOf(results(), line.task)});
    }
    if (lines.empty()) {
        m_gap->setTitle(results().learned() < 2 ? tr("Older tasks can be watched from the second task on")
                                                : tr("No older task can suffer while a new one is learned"));
        m_gap->setSubtitle(results().learned() < 2
                               ? tr("While a task is learned, those before it are tested after each epoch.")
                               : tr("This strategy changes nothing that older tasks use, so none was watched."));
    } else {
        const StabilityGap::Dip &dip = gap.worst;
        m_gap->setTitle(dip.task < 0 || dip.depth() < kNoticeable
                            ? tr("No older task fell while a new one was learned")
                            : tr("While %1 was learned, %2 fell from %3 to %4 and ended at %5")
                                  .arg(taskName(results(), dip.during), taskName(results(), dip.task),
                                       format::percent(dip.before), format::percent(dip.lowest),
                                       format::percent(dip.after)));
        m_gap->setSubtitle(tr("Validation of older tasks after each epoch; lowest of each, on average (min-ACC): %1; "
                              "dotted: a new task begins")
                               .arg(format::percent(gap.minimum)));
    }
    m_gap->setBoundaries(gap.boundaries);
    m_gap->setSeries(std::move(lines));
}

}  // namespace atlas::widgets
