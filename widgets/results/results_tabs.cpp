#include "widgets/results/results_tabs.h"

#include "widgets/frame/theme.h"
#include "widgets/results/classes_panel.h"
#include "widgets/results/cost_panel.h"
#include "widgets/results/decisions_panel.h"
#include "widgets/results/forgetting_panel.h"
#include "widgets/results/knowledge_panel.h"
#include "widgets/results/learning_panel.h"
#include "widgets/results/measures_panel.h"
#include "widgets/results/overview_panel.h"
#include "widgets/results/transfer_panel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTabBar>

namespace atlas::widgets {

namespace {
constexpr int kRoomy = 720;  ///< pixels from which the tabs can stand apart
}

ResultsTabs::ResultsTabs(QWidget *parent) : QTabWidget(parent)
{
    setObjectName(QStringLiteral("resultsTabs"));
    setDocumentMode(true);
    auto *forgetting = new ForgettingPanel(this);
    auto *learning = new LearningPanel(this);
    m_followingCurves = {forgetting, learning};
    add(new OverviewPanel(this), tr("Overview"), tr("How well each task is answered after each step"));
    add(forgetting, tr("Forgetting"), tr("What was lost, by which step, and while a task was being learned"));
    add(new TransferPanel(this), tr("Transfer"), tr("What tasks gave each other"));
    add(learning, tr("Learning"), tr("How each task was learned, and how many labels it takes"));
    add(new KnowledgePanel(this), tr("Knowledge"), tr("Which older adapter serves which task, and in which layers"));
    add(new ClassesPanel(this), tr("Classes"), tr("Which classes are taken for each other"));
    add(new CostPanel(this), tr("Cost"), tr("Time and size of each task"));
    add(new DecisionsPanel(this), tr("Decisions"), tr("Why each task reused or expanded"));
    add(new MeasuresPanel(this), tr("Measures"), tr("Every measure with its interval and its formula"));
}

void ResultsTabs::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    const bool crowded = width() < kRoomy;
    if (tabBar()->property("crowded").toBool() != crowded) {
        tabBar()->setProperty("crowded", crowded);
        theme::repolish(tabBar());
        QEvent change(QEvent::StyleChange);  // the places of the tabs are kept until one comes
        QCoreApplication::sendEvent(tabBar(), &change);
    }
}

void ResultsTabs::add(ResultPanel *panel, const QString &title, const QString &help)
{
    m_panels.push_back(panel);
    setTabToolTip(addTab(panel, title), help);
    connect(panel, &ResultPanel::taskChosen, this, &ResultsTabs::chooseTask);
    connect(panel, &ResultPanel::cellChosen, this, &ResultsTabs::chooseCell);
    connect(panel, &ResultPanel::cellActivated, this, [this](int afterTask, int evalTask) {
        chooseCell(afterTask, evalTask);
        Q_EMIT cellActivated(afterTask, evalTask);
    });
    connect(panel, &ResultPanel::openPage, this, &ResultsTabs::openPage);
}

void ResultsTabs::setResults(Session *session, const RunResults &results)
{
    const bool another = results.run.uuid != m_results.run.uuid;
    m_results = results;
    for (ResultPanel *panel : m_panels) {
        panel->setResults(session, results);
        if (another) {
            panel->chooseTask(-1);
            panel->chooseCell(-1, -1);
        }
    }
    if (another) {
        m_task = -1;
        m_cell = {-1, -1};
    }
}

void ResultsTabs::curvesGrew()
{
    for (ResultPanel *panel : m_followingCurves) {
        panel->readAgain();
    }
}

void ResultsTabs::chooseTask(int task)
{
    if (task == m_task) {
        return;
    }
    m_task = task;
    for (ResultPanel *panel : m_panels) {
        panel->chooseTask(task);
    }
}

void ResultsTabs::chooseCell(int afterTask, int evalTask)
{
    const QPoint cell(evalTask, afterTask);
    if (cell == m_cell || m_results.cell(afterTask, evalTask) == nullptr) {
        return;
    }
    m_cell = cell;
    for (ResultPanel *panel : m_panels) {
        panel->chooseCell(afterTask, evalTask);
    }
    chooseTask(evalTask);
    Q_EMIT cellChosen(afterTask, evalTask);
}

}  // namespace atlas::widgets
