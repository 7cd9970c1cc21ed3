#include "widgets/results/learning_panel.h"

#include "storage/connection.h"
#include "storage/run_references.h"
#include "storage/run_results.h"
#include "storage/run_store.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"
#include "widgets/results/learning_curves.h"
#include "widgets/train/run_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr double kStillRising = 0.01;  ///< gained in the last quarter, from which more training is worth a try

/// Of one task its best stage, of all tasks the one that most was still to be had of.
QString curvesTitle(const RunResults &results, const std::vector<LearningCurve> &curves, bool oneTask)
{
    if (curves.empty()) {
        return LearningPanel::tr("No validation curve is stored for this");
    }
    const auto told =
        oneTask ? std::ranges::max_element(curves, {}, [](const LearningCurve &curve) { return curve.best.y(); })
                : std::ranges::max_element(curves, {}, &LearningCurve::lateGain);
    const QString name = taskName(results, told->task);
    if (told->lateGain > kStillRising) {
        return LearningPanel::tr("%1 was still getting better at the end: %2 in the last quarter of its steps")
            .arg(name, format::points(told->lateGain));
    }
    return oneTask ? LearningPanel::tr("%1 was best after %2 steps: %3")
                         .arg(name, format::count(qint64(told->best.x())), format::percent(told->best.y()))
                   : LearningPanel::tr("No task was still getting better when its training ended");
}

}  // namespace

LearningPanel::LearningPanel(QWidget *parent)
    : ResultPanel(parent), m_task(new QComboBox(this)), m_learning(new LineChart(this)),
      m_efficiency(new LineChart(this)), m_advice(theme::card(this))
{
    m_task->setObjectName(QStringLiteral("learningTask"));
    m_task->setAccessibleName(tr("Task"));
    m_task->setToolTip(
        withTerm(tr("All tasks, each in its last stage, or one with all its stages"), QStringLiteral("stage")));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_task, &QComboBox::activated, this, [this](int index) {
        showCurves();
        Q_EMIT taskChosen(index - 1);
    });
    m_learning->setObjectName(QStringLiteral("learningCurves"));
    m_learning->setTerm(m_learning->objectName());
    m_efficiency->setObjectName(QStringLiteral("dataEfficiency"));
    m_efficiency->setTerm(m_efficiency->objectName());
    m_advice->setObjectName(QStringLiteral("efficiencyAdvice"));
    auto *train = new QPushButton(tr("Train with fewer"), m_advice);
    train->setToolTip(tr("To the Train page: set “share of labels” under Advanced"));
    connect(train, &QPushButton::clicked, this,
            [this] { Q_EMIT openPage(QStringLiteral("train"), QString::fromStdString(results().run.spec.sequence)); });
    auto *advice = new QHBoxLayout(m_advice);
    advice->setContentsMargins(theme::kMargin, theme::kGap, theme::kGap, theme::kGap);
    advice->addWidget(theme::bodyText(tr("How many labels are enough? Train the same again with a part of them, for "
                                         "example 10, 25 and 50 %: a curve here will show what more are worth."),
                                      m_advice),
                      1);
    advice->addWidget(train);

    auto *top = new QHBoxLayout;
    auto *label = new QLabel(tr("Task:"), this);
    label->setBuddy(m_task);
    top->addWidget(label);
    top->addWidget(m_task);
    top->addStretch();
    auto *charts = new CardSplitter(Qt::Horizontal, QStringLiteral("learningSplitter"), this);
    charts->addWidget(m_learning);
    charts->addWidget(m_efficiency);
    charts->setStretchFactor(0, 3);
    charts->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(top);
    layout->addWidget(charts, 1);
    layout->addWidget(m_advice);
}

void LearningPanel::chooseTask(int task)
{
    if (m_task->currentIndex() != task + 1 && task + 1 < m_task->count()) {
        m_task->setCurrentIndex(task + 1);
        showCurves();
    }
}

void LearningPanel::showResults(bool anotherRun)
{
    if (anotherRun) {
        m_learning->setAxes({});  // unzoomed
        m_learning->setAxes({.xTitle = tr("step"), .yTitle = tr("validation, %"), .form = ValueForm::Share});
        m_efficiency->setAxes({});
        m_efficiency->setAxes({.xTitle = tr("labels used, %"), .yTitle = tr("average, %"), .form = ValueForm::Share});
    }
    QStringList names{tr("All tasks")};
    for (int task = 0; task < int(results().tasks.size()); ++task) {
        names << taskName(results(), task);
    }
    if (anotherRun || names.size() != m_task->count()) {
        m_task->clear();
        m_task->addItems(names);
        m_curves.clear();
        showCurves();
        m_efficiency->hide();
        m_advice->hide();
    }
}

void LearningPanel::readMore()
{
    struct Found {
        RunCurves curves;
        MeasureResult efficiency;
    };
    read(
        [results = results(), assets = session()->project().assetFolder()](storage::Connection &connection) {
            MeasureInput input;
            input.run = results;
            for (const RunRecord &other :
                 storage::findReferences(results.run, storage::RunStore(connection).list()).shares) {
                input.shares.push_back(storage::readRunResults(connection, assets, other));
            }
            return Found{.curves = readCurves(connection, results.run.id, "validation"),
                         .efficiency = measure("data_efficiency").compute(MeasureContext(input))};
        },
        [this](Found found) {
            m_curves = std::move(found.curves);
            showCurves();
            showEfficiency(found.efficiency);
        });
}

void LearningPanel::showCurves()
{
    const int chosen = m_task->currentIndex() - 1;
    std::vector<LearningCurve> curves = learningCurves(results().run.tasks, m_curves);
    if (chosen < 0) {
        curves = lastStages(std::move(curves));
    } else {
        std::erase_if(curves, [chosen](const LearningCurve &curve) { return curve.task != chosen; });
    }
    m_learning->setTitle(curvesTitle(results(), curves, chosen >= 0));
    m_learning->setSubtitle(tr("Score on the validation split after each epoch; the best epoch is kept"));
    std::vector<LineSeries> lines;
    for (LearningCurve &curve : curves) {
        lines.push_back({.name = chosen >= 0 ? stageWord(curve.stage) : taskName(results(), curve.task),
                         .style = chosen >= 0 ? int(lines.size()) : curve.task,
                         .points = std::move(curve.points),
                         .low = {},
                         .high = {},
                         .data = dataOf(results(), curve.task)});
    }
    m_learning->setSeries(std::move(lines));
}

void LearningPanel::showEfficiency(const MeasureResult &efficiency)
{
    const bool several = efficiency.table.size() > 1;
    m_efficiency->setVisible(several);
    m_advice->setVisible(!several && session() != nullptr && !session()->readOnly());
    if (!several) {
        return;
    }
    LineSeries line{.name = tr("average"), .points = {}, .low = {}, .high = {}};
    for (const std::vector<double> &point : efficiency.table) {
        line.points.emplace_back(100 * point[0], point[1]);
    }
    const auto &few = efficiency.table.front();
    const auto &many = efficiency.table.back();
    m_efficiency->setTitle(
        tr("With %1 of the labels the average is %2, with %3 it is %4")
            .arg(format::percent(few[0]), format::percent(few[1]), format::percent(many[0]), format::percent(many[1])));
    m_efficiency->setSubtitle(tr("Average after the last task by the share of labels; %n runs, one seed", nullptr,
                                 int(efficiency.table.size())));
    m_efficiency->setSeries({std::move(line)});
}

}  // namespace atlas::widgets
