#include "widgets/results/transfer_panel.h"

#include "storage/connection.h"
#include "storage/run_references.h"
#include "storage/run_results.h"
#include "storage/run_store.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

/// The greatest difference in one direction that chance does not explain, or nullptr.
const ScoreDifference *clearest(const std::vector<ScoreDifference> &differences, int sign)
{
    const ScoreDifference *found = nullptr;
    for (const ScoreDifference &one : differences) {
        const bool sure = one.interval && (sign > 0 ? one.interval->low > 0 : one.interval->high < 0);
        if (sure && (found == nullptr || sign * one.difference() > sign * found->difference())) {
            found = &one;
        }
    }
    return found;
}

/// The tasks whose difference is written like the clearest one, and that amount.
struct Clearest {
    QString tasks;
    QString amount;
    bool several = false;
};

Clearest named(const RunResults &results, const std::vector<ScoreDifference> &differences, const ScoreDifference &one)
{
    std::vector<int> tasks;
    for (const ScoreDifference &other : differences) {
        if (readAlike(other.difference(), one.difference())) {
            tasks.push_back(other.task);
        }
    }
    return {.tasks = taskNames(results, tasks),
            .amount = format::unsignedPoints(one.difference()),
            .several = tasks.size() > 1};
}

QString backwardTitle(const RunResults &results, const std::vector<ScoreDifference> &backward)
{
    if (backward.empty()) {
        return results.learned() < 2
                   ? TransferPanel::tr("What later tasks do to a task can be seen from the second one on")
                   : TransferPanel::tr("All tasks were learned together: none came later");
    }
    const QString last = taskName(results, results.learned() - 1);
    if (const ScoreDifference *lost = clearest(backward, -1)) {
        const Clearest most = named(results, backward, *lost);
        return (most.several ? TransferPanel::tr("%1 lost most by the time %2 was learned: %3 each")
                             : TransferPanel::tr("%1 lost most by the time %2 was learned: %3"))
            .arg(most.tasks, last, most.amount);
    }
    if (const ScoreDifference *gained = clearest(backward, +1)) {
        const Clearest most = named(results, backward, *gained);
        return (most.several ? TransferPanel::tr("%1 gained most by the time %2 was learned: %3 each")
                             : TransferPanel::tr("%1 gained most by the time %2 was learned: %3"))
            .arg(most.tasks, last, most.amount);
    }
    return TransferPanel::tr("Later tasks changed no earlier one by more than chance explains");
}

QString forwardTitle(const RunResults &results, const TransferReport &report)
{
    if (report.forward.empty()) {
        return TransferPanel::tr("No task has been learned yet");
    }
    if (const ScoreDifference *gained = clearest(report.forward, +1)) {
        const Clearest most = named(results, report.forward, *gained);
        if (report.alone) {
            return (most.several ? TransferPanel::tr("%1 gained most from the tasks before them: %2 each")
                                 : TransferPanel::tr("%1 gained most from the tasks before it: %2"))
                .arg(most.tasks, most.amount);
        }
        return (most.several ? TransferPanel::tr("%1 are furthest above guessing: %2 each")
                             : TransferPanel::tr("%1 is furthest above guessing: %2"))
            .arg(most.tasks, most.amount);
    }
    if (!report.alone) {
        return TransferPanel::tr("No task is answered better than by guessing");
    }
    if (const ScoreDifference *lost = clearest(report.forward, -1)) {
        const Clearest most = named(results, report.forward, *lost);
        return (most.several ? TransferPanel::tr("%1 would have been learned better alone: by %2 each")
                             : TransferPanel::tr("%1 would have been learned better alone: by %2"))
            .arg(most.tasks, most.amount);
    }
    return TransferPanel::tr("Earlier tasks made no difference that chance does not explain");
}

}  // namespace

TransferPanel::TransferPanel(QWidget *parent)
    : ResultPanel(parent), m_forward(new BarChart(this)), m_backward(new BarChart(this)), m_advice(theme::card(this))
{
    m_forward->setObjectName(QStringLiteral("forwardTransfer"));
    m_forward->setTerm(m_forward->objectName());
    m_backward->setObjectName(QStringLiteral("backwardTransfer"));
    m_backward->setTerm(m_backward->objectName());
    m_advice->setObjectName(QStringLiteral("transferAdvice"));
    auto *train = new QPushButton(tr("Train it"), m_advice);
    train->setToolTip(tr("To the Train page: choose the strategy single-task, with the same seed and samples"));
    connect(train, &QPushButton::clicked, this,
            [this] { Q_EMIT openPage(QStringLiteral("train"), QString::fromStdString(results().run.spec.sequence)); });
    auto *advice = new QHBoxLayout(m_advice);
    advice->setContentsMargins(theme::kMargin, theme::kGap, theme::kGap, theme::kGap);
    advice->addWidget(theme::bodyText(tr("What earlier tasks gave to a task shows against a run of the strategy "
                                         "single-task, which learns each task alone. There is none yet; until then "
                                         "tasks are held against guessing."),
                                      m_advice),
                      1);
    advice->addWidget(train);
    auto *charts = new CardSplitter(Qt::Horizontal, QStringLiteral("transferSplitter"), this);
    charts->addWidget(m_forward);
    charts->addWidget(m_backward);
    charts->setStretchFactor(0, 1);
    charts->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_advice);
    layout->addWidget(charts, 1);
    for (BarChart *chart : {m_forward, m_backward}) {
        connect(chart, &BarChart::barChosen, this,
                [this, chart](int bar) { Q_EMIT taskChosen(chart->bars()[std::size_t(bar)].style); });
    }
}

void TransferPanel::chooseTask(int task)
{
    m_task = task;
    for (BarChart *chart : {m_forward, m_backward}) {
        const auto found = std::ranges::find(chart->bars(), task, &Bar::style);
        chart->setCurrentBar(found == chart->bars().end() ? -1 : int(found - chart->bars().begin()));
    }
}

void TransferPanel::showResults(bool anotherRun)
{
    if (anotherRun) {
        showReport({});
        m_advice->hide();
    }
}

void TransferPanel::readMore()
{
    read(
        [results = results(), assets = session()->project().assetFolder()](storage::Connection &connection) {
            const auto references = storage::findReferences(results.run, storage::RunStore(connection).list());
            std::optional<RunResults> single;
            if (references.single && references.single->uuid != results.run.uuid) {
                single = storage::readRunResults(connection, assets, *references.single);
            }
            return readTransfer(connection, results, single);
        },
        [this](const TransferReport &report) {
            showReport(report);
            chooseTask(m_task);
            m_advice->setVisible(!report.alone && results().run.spec.strategy != storage::kSingleTaskStrategy &&
                                 !session()->readOnly());
        });
}

void TransferPanel::fill(BarChart &chart, const std::vector<ScoreDifference> &differences, const QString &reference)
{
    std::vector<Bar> bars;
    for (const ScoreDifference &one : differences) {
        Bar bar{.name = taskName(results(), one.task), .value = one.difference(), .style = one.task};
        bar.details = tr("%1: %2, %3 %4 (%5; n = %6)")
                          .arg(bar.name, format::percent(one.score), reference, format::percent(one.reference),
                               format::points(one.difference()), format::count(one.n));
        if (one.interval) {
            bar.low = one.interval->low;
            bar.high = one.interval->high;
            bar.details += QLatin1Char('\n') +
                           tr("95 % interval: %1 to %2").arg(format::points(*bar.low), format::points(*bar.high));
        }
        bars.push_back(std::move(bar));
    }
    chart.setBars(std::move(bars),
                  {.nameTitle = tr("task"), .valueTitle = tr("points"), .form = ValueForm::Difference});
}

void TransferPanel::showReport(const TransferReport &report)
{
    m_forward->setTitle(forwardTitle(results(), report));
    m_forward->setSubtitle(
        report.alone ? tr("Forward: each task when it was learned, less learned alone; 95 % intervals over its test "
                          "samples")
                     : tr("Each task when it was learned, less guessing; 95 % intervals over its test samples"));
    fill(*m_forward, report.forward, report.alone ? tr("alone") : tr("by guessing"));
    m_backward->setTitle(backwardTitle(results(), report.backward));
    m_backward->setSubtitle(
        tr("Backward: each earlier task now, less when it was learned; 95 % intervals over the same test samples"));
    fill(*m_backward, report.backward, tr("when learned"));
}

}  // namespace atlas::widgets
