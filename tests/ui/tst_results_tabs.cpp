#include "fake_training.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/language.h"
#include "widgets/frame/theme.h"
#include "widgets/results/cell_samples.h"
#include "widgets/results/cell_samples_model.h"
#include "widgets/results/results_page.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QWheelEvent>

#include <array>

using namespace atlas;
using namespace atlas::widgets;

namespace {

/// parts falls by 13 points when notes is learned; notes gains 2.
const std::vector<std::vector<double>> kMatrix{{0.90}, {0.77, 0.60}, {0.76, 0.62, 0.70}};

constexpr std::array kTabNames{"overview", "forgetting", "transfer",  "learning", "knowledge",
                               "classes",  "cost",       "decisions", "measures"};
enum Tab { Overview, Forgetting, Transfer, Learning, Knowledge, Classes, Cost, Decisions, Measures };

}  // namespace

/// The tabs of the results page over a project with runs.
class TestResultsTabs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatStepsCostIsListedAndLeadsToItsSamples();
    void dipsInsideATaskAreDrawn();
    void aRunThatWatchedNothingSaysSo();
    void transferIsHeldAgainstGuessingUntilATaskWasLearnedAlone();
    void transferIsHeldAgainstTheTaskLearnedAlone();
    void backwardTransferHasIntervalsOfTheSameSamples();
    void learningCurvesShowATaskOrAll();
    void labelsAreAskedForUntilTwoSharesWereTried();
    void twoSharesOfTheLabelsMakeACurve();
    void knowledgeIsShownPerTaskAndLayerGroup();
    void aRunWithoutAdaptersSaysWhyItHasNoKnowledgeMap();
    void costsAreBars();
    void aTaskThatIsChosenStandsOutEverywhere();
    void aCellShowsItsSamplesInTheInspector();
    void enterOnACellOpensItsSamplesLarge();
    void thePageFollowsATrainingAndKeepsWhatWasChosen();
    void manyPointsReadTheCurvesAtMostTwiceASecond();
    void thePageEndsInTheWayOn();
    void nothingIsReadOfAProjectThatWasClosed();
    void tabsFitASmallWindow();
    void picturesOfTheTabs_data();
    void picturesOfTheTabs();

private:
    void show();
    void openTab(Tab tab) { child<QTabWidget>("resultsTabs")->setCurrentIndex(tab); }
    template <typename W>
    W *child(const char *name) const
    {
        return m_page->findChild<W *>(QString::fromLatin1(name));
    }
    RunRecord addRun(const std::string &strategy, const AccuracyCell &cell, const std::vector<Prediction> &answers);

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<test::FakeTraining> m_training;
    std::unique_ptr<ResultsPage> m_page;
};

void TestResultsTabs::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestResultsTabs::init()
{
    m_project = std::make_unique<test::TrainedProject>(kMatrix);
    m_training = std::make_unique<test::FakeTraining>();
}

void TestResultsTabs::cleanup()
{
    m_page.reset();
    m_training.reset();
    m_project.reset();
    theme::apply(*qApp, theme::Mode::Light);
}

void TestResultsTabs::show()
{
    m_page = std::make_unique<ResultsPage>(PageServices{.training = m_training.get()});
    m_page->toolbar()->hide();  // the window shows them at their places
    m_page->inspector()->hide();
    m_page->resize(1100, 780);
    m_page->setSession(&m_project->session());
    m_page->show();
    m_page->open(QString::fromStdString(m_project->finished().uuid));
    QTRY_VERIFY(!child<QLabel>("resultsHeadline")->text().isEmpty());
}

void TestResultsTabs::whatStepsCostIsListedAndLeadsToItsSamples()
{
    show();
    openTab(Forgetting);
    auto *list = child<QListWidget>("interferenceList");
    QTRY_VERIFY(list->count() > 0);
    QVERIFY2(list->item(0)->text().startsWith(QStringLiteral("Learning notes cost parts 13.0 points")),
             qPrintable(list->item(0)->text()));
    QVERIFY(list->item(0)->text().contains(QStringLiteral("26 samples lost")));
    list->setCurrentRow(0);
    // The matrix, and the samples beside it, are at that cell.
    QCOMPARE(child<HeatMap>("accuracyMatrix")->currentCell(), QPoint(0, 1));
    QCOMPARE(child<HeatMap>("changeMatrix")->currentCell(), QPoint(0, 1));
    child<QPushButton>("interferenceSamples")->click();
    auto *sheet = child<QWidget>("samplesSheet");
    QVERIFY(sheet != nullptr);
    QTRY_VERIFY(sheet->findChild<CellSamples *>()->sentence().contains(QStringLiteral("26 were lost")));
}

void TestResultsTabs::dipsInsideATaskAreDrawn()
{
    m_project->addCurves(m_project->finished());
    m_project->addWatched(m_project->finished());
    show();
    openTab(Forgetting);
    auto *gap = child<LineChart>("stabilityGap");
    QTRY_COMPARE(gap->series().size(), std::size_t{2});
    // A dip of 20 points at step 80 of 400, for the task just before.
    QVERIFY2(gap->title().startsWith(QStringLiteral("While notes was learned, parts fell from")),
             qPrintable(gap->title()));
    QVERIFY(gap->title().contains(QStringLiteral("to 70.0")));
    QVERIFY2(gap->subtitle().contains(QStringLiteral("min-ACC")), qPrintable(gap->subtitle()));
}

void TestResultsTabs::aRunThatWatchedNothingSaysSo()
{
    show();
    openTab(Forgetting);
    QTRY_COMPARE(child<LineChart>("stabilityGap")->title(),
                 QStringLiteral("No older task can suffer while a new one is learned"));
}

void TestResultsTabs::transferIsHeldAgainstGuessingUntilATaskWasLearnedAlone()
{
    show();
    openTab(Transfer);
    auto *forward = child<BarChart>("forwardTransfer");
    QTRY_COMPARE(forward->bars().size(), std::size_t{3});
    QVERIFY(std::abs(forward->bars()[0].value - (0.90 - 1.0 / 3)) < 1e-12);
    QCOMPARE(forward->title(), QStringLiteral("parts is furthest above guessing: 56.7 points"));
    QVERIFY(child<QWidget>("transferAdvice")->isVisible());
}

RunRecord TestResultsTabs::addRun(const std::string &strategy, const AccuracyCell &cell,
                                  const std::vector<Prediction> &answers)
{
    const RunRecord run = m_project->addRun(strategy, RunStatus::Finished, 1);
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::ResultStore(connection).putCell(run.id, cell, answers);
        return 0;
    });
    return run;
}

void TestResultsTabs::transferIsHeldAgainstTheTaskLearnedAlone()
{
    // Learned alone, notes has 100 of 200 right, and of those the ones that the run has right too.
    AccuracyCell cell;
    cell.afterTask = cell.evalTask = 1;
    cell.scores = {{"accuracy", 0.5}};
    cell.n = 200;
    std::vector<Prediction> answers;
    for (int i = 0; i < 200; ++i) {
        answers.push_back({.sampleId = i + 1,
                           .predicted = 0,
                           .expected = i < 100 ? 1 : 0,
                           .confidence = 0.6,
                           .score = i < 100 ? 0.0 : 1.0});
    }
    addRun("single-task", cell, answers);
    show();
    openTab(Transfer);
    auto *forward = child<BarChart>("forwardTransfer");
    QTRY_COMPARE(forward->bars().size(), std::size_t{1});
    QVERIFY(std::abs(forward->bars()[0].value - 0.1) < 1e-12);
    QVERIFY(forward->bars()[0].low && *forward->bars()[0].low > 0.05);  // by the same samples, it is sure
    QCOMPARE(forward->title(), QStringLiteral("notes gained most from the tasks before it: 10.0 points"));
    QVERIFY(!child<QWidget>("transferAdvice")->isVisible());
}

void TestResultsTabs::backwardTransferHasIntervalsOfTheSameSamples()
{
    show();
    openTab(Transfer);
    auto *backward = child<BarChart>("backwardTransfer");
    QTRY_COMPARE(backward->bars().size(), std::size_t{2});
    QVERIFY(std::abs(backward->bars()[0].value + 0.14) < 1e-12);
    // 28 of 200 were lost and none found: an interval from both splits alone would be twice as wide.
    QVERIFY(*backward->bars()[0].high < -0.08 && *backward->bars()[0].low > -0.2);
    QCOMPARE(backward->title(), QStringLiteral("parts lost most by the time clothing was learned: 14.0 points"));
}

void TestResultsTabs::learningCurvesShowATaskOrAll()
{
    m_project->addCurves(m_project->finished());
    show();
    openTab(Learning);
    auto *curves = child<LineChart>("learningCurves");
    QTRY_COMPARE(curves->series().size(), std::size_t{3});  // each task in its last stage
    QCOMPARE(curves->series()[1].points.size(), std::size_t{10});
    auto *task = child<QComboBox>("learningTask");
    task->setCurrentIndex(2);
    Q_EMIT task->activated(2);
    QCOMPARE(curves->series().size(), std::size_t{2});  // both stages of notes
    QVERIFY2(curves->title().startsWith(QStringLiteral("notes")), qPrintable(curves->title()));
}

void TestResultsTabs::labelsAreAskedForUntilTwoSharesWereTried()
{
    show();
    openTab(Learning);
    QTRY_VERIFY(child<QWidget>("efficiencyAdvice")->isVisible());
    QVERIFY(!child<QWidget>("dataEfficiency")->isVisible());
}

void TestResultsTabs::twoSharesOfTheLabelsMakeACurve()
{
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        RunSpec spec = m_project->finished().spec;
        spec.settings["train_share"] = "0.25";
        storage::RunStore runs(connection);
        const RunRecord run = runs.create(spec);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column <= row; ++column) {
                AccuracyCell cell;
                cell.afterTask = row;
                cell.evalTask = column;
                cell.scores = {{"accuracy", 0.5}};
                cell.n = 200;
                storage::ResultStore(connection).putCell(run.id, cell, {});
            }
        }
        runs.claim(run.uuid);
        runs.setStatus(run.uuid, RunStatus::Finished, {});
        return 0;
    });
    show();
    openTab(Learning);
    auto *efficiency = child<LineChart>("dataEfficiency");
    QTRY_VERIFY(efficiency->isVisible());
    QCOMPARE(efficiency->series()[0].points.size(), std::size_t{2});
    QCOMPARE(efficiency->series()[0].points[0], QPointF(25, 0.5));
    QVERIFY2(
        efficiency->title().startsWith(QStringLiteral("With 25.0\u00a0% of the labels the average is 50.0\u00a0%")),
        qPrintable(efficiency->title()));
    QVERIFY(!child<QWidget>("efficiencyAdvice")->isVisible());
}

void TestResultsTabs::knowledgeIsShownPerTaskAndLayerGroup()
{
    m_project->addEffects(m_project->finished());
    show();
    openTab(Knowledge);
    auto *map = child<HeatMap>("knowledgeMap");
    auto *layers = child<HeatMap>("layerMap");
    QVERIFY2(map->title().contains(QStringLiteral("is served most by the adapter of")), qPrintable(map->title()));
    QCOMPARE(layers->data().columns.size(), 3);
    QVERIFY(layers->subtitle().contains(QStringLiteral("clothing")));  // the last task to begin with
    map->setCurrentCell(1, 0);
    QVERIFY2(layers->title().contains(QStringLiteral("notes uses the adapter of parts most in layers 5 to 6")),
             qPrintable(layers->title()));
}

void TestResultsTabs::aRunWithoutAdaptersSaysWhyItHasNoKnowledgeMap()
{
    show();
    openTab(Knowledge);
    QVERIFY(child<QWidget>("knowledgeNothing")->isVisible());
    QVERIFY(!child<HeatMap>("knowledgeMap")->isVisible());
}

void TestResultsTabs::costsAreBars()
{
    show();
    openTab(Cost);
    QCOMPARE(child<BarChart>("taskTime")->bars().size(), std::size_t{3});
    QCOMPARE(child<BarChart>("taskTime")->bars()[2].value, 102.0);
    QCOMPARE(child<BarChart>("taskTime")->title(), QStringLiteral("clothing took longest: 1 min 42 s"));
    QCOMPARE(child<BarChart>("taskSize")->bars()[0].value, 500'000.0);
}

void TestResultsTabs::aTaskThatIsChosenStandsOutEverywhere()
{
    m_project->addEffects(m_project->finished());
    m_project->addCurves(m_project->finished());
    show();
    openTab(Transfer);
    QTRY_COMPARE(child<BarChart>("forwardTransfer")->bars().size(), std::size_t{3});
    openTab(Cost);
    child<BarChart>("taskTime")->setCurrentBar(1);
    QCOMPARE(child<BarChart>("taskSize")->currentBar(), 1);
    QCOMPARE(child<BarChart>("forwardTransfer")->currentBar(), 1);
    QCOMPARE(child<BarChart>("backwardTransfer")->currentBar(), 1);
    QCOMPARE(child<QComboBox>("learningTask")->currentText(), QStringLiteral("notes"));
    QVERIFY(child<HeatMap>("layerMap")->subtitle().contains(QStringLiteral("notes")));
    child<HeatMap>("accuracyMatrix")->setCurrentCell(2, 0);
    QCOMPARE(child<BarChart>("taskSize")->currentBar(), 0);
}

void TestResultsTabs::aCellShowsItsSamplesInTheInspector()
{
    show();
    QSignalSpy opened(m_page.get(), &Page::openPage);
    child<HeatMap>("accuracyMatrix")->setCurrentCell(1, 0);
    auto *samples = m_page->inspector()->findChild<CellSamples *>();
    QTRY_VERIFY2(samples->sentence().contains(QStringLiteral("26 were lost")), qPrintable(samples->sentence()));
    samples->findChild<QPushButton *>(QStringLiteral("cellOpen"))->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("data"));
}

void TestResultsTabs::enterOnACellOpensItsSamplesLarge()
{
    show();
    auto *matrix = child<HeatMap>("accuracyMatrix");
    auto *plot = matrix->findChild<QWidget *>(QStringLiteral("chartPlot"));
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Down);  // the first cell
    QTest::keyClick(plot, Qt::Key_Down);
    QTest::keyClick(plot, Qt::Key_Return);
    auto *sheet = child<QWidget>("samplesSheet");
    QVERIFY(sheet != nullptr);
    QTRY_VERIFY(!sheet->findChild<CellSamples *>()->model()->all().empty());
    QTest::qWait(30);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("results-samples-sheet")).isEmpty());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(child<QWidget>("samplesSheet") == nullptr);
}

void TestResultsTabs::thePageFollowsATrainingAndKeepsWhatWasChosen()
{
    const RunRecord run = m_project->addRun("atlas", RunStatus::Running, 0.4);
    const QString uuid = QString::fromStdString(run.uuid);
    const auto learn = [&](int row, const std::vector<double> &scores) {
        m_project->session().project().writer().run([&](storage::Connection &connection) {
            for (int column = 0; column <= row; ++column) {
                AccuracyCell cell;
                cell.afterTask = row;
                cell.evalTask = column;
                cell.scores = {{"accuracy", scores[std::size_t(column)]}};
                cell.n = 200;
                storage::ResultStore(connection).putCell(run.id, cell, {});
            }
            return 0;
        });
        Q_EMIT m_training->evaluated(uuid, {});
    };
    show();
    m_page->open(uuid);
    QTRY_VERIFY(child<QLabel>("resultsHeadline")->text().contains(QStringLiteral("has not learned a task yet")));
    learn(0, {0.8});
    auto *matrix = child<HeatMap>("accuracyMatrix");
    QTRY_COMPARE(matrix->data().cells[0][0].value, 0.8);
    matrix->setCurrentCell(0, 0);
    auto *curves = child<LineChart>("accuracyCurves");
    auto *plot = curves->findChild<QWidget *>(QStringLiteral("chartPlot"));
    const QPointF middle = plot->rect().center();
    QWheelEvent wheel(middle, plot->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot, &wheel);
    const auto *note = curves->findChild<QLabel *>(QStringLiteral("chartNote"));
    QTRY_VERIFY(note->text().contains(QStringLiteral("zoomed")));
    openTab(Forgetting);
    learn(1, {0.7, 0.6});
    QTRY_COMPARE(matrix->data().cells[1][1].value, 0.6);
    QCOMPARE(matrix->currentCell(), QPoint(0, 0));
    QCOMPARE(child<QTabWidget>("resultsTabs")->currentIndex(), int(Forgetting));
    QCOMPARE(curves->series()[0].points.size(), std::size_t{2});
    QVERIFY(note->text().contains(QStringLiteral("zoomed")));  // who looks closely stays there
}

void TestResultsTabs::manyPointsReadTheCurvesAtMostTwiceASecond()
{
    m_project->addCurves(m_project->finished());
    show();
    openTab(Learning);
    auto *curves = child<LineChart>("learningCurves");
    QTRY_COMPARE(curves->series().size(), std::size_t{3});
    int drawn = 0;
    const QString uuid = QString::fromStdString(m_project->finished().uuid);
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::ResultStore(connection)
            .addPoints(m_project->finished().id, {{{"validation", "clothing/stage2"}, {440, 0.99}}});
        return 0;
    });
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1200) {
        Q_EMIT m_training->pointsAdded(uuid, {});
        QTest::qWait(5);
        const auto &points = curves->series()[2].points;
        drawn += !points.empty() && points.back().x() == 440 ? 1 : 0;
        if (timer.elapsed() < 400) {
            QCOMPARE(drawn, 0);  // not before half a second has passed
        }
    }
    QVERIFY(drawn > 0);
}

void TestResultsTabs::thePageEndsInTheWayOn()
{
    const RunRecord rival = m_project->addRival("shared", 0.1);
    show();
    QSignalSpy opened(m_page.get(), &Page::openPage);
    m_page->toolbar()->findChild<QPushButton *>(QStringLiteral("resultsCompare"))->click();
    m_page->toolbar()->findChild<QPushButton *>(QStringLiteral("resultsDecide"))->click();
    const QString uuid = QString::fromStdString(m_project->finished().uuid);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("compare"));
    QCOMPARE(opened[0][1].toStringList(), QStringList({QString::fromStdString(rival.uuid), uuid}));
    QCOMPARE(opened[1][0].toString(), QStringLiteral("decide"));
    QCOMPARE(opened[1][1].toString(), uuid);
}

void TestResultsTabs::nothingIsReadOfAProjectThatWasClosed()
{
    show();
    openTab(Forgetting);
    child<HeatMap>("accuracyMatrix")->setCurrentCell(1, 0);
    m_page->setSession(nullptr);
    m_project.reset();
    for (const Tab tab : {Transfer, Learning, Measures}) {
        openTab(tab);
    }
    child<HeatMap>("accuracyMatrix")->setCurrentCell(2, 0);
    QTest::qWait(50);
}

void TestResultsTabs::tabsFitASmallWindow()
{
    show();
    m_page->resize(1024 - theme::kRailWidth - theme::kInspectorWidth, 560);
    QTest::qWait(20);
    QVERIFY2(m_page->minimumSizeHint().height() <= 560,
             qPrintable(QString::number(m_page->minimumSizeHint().height())));
    auto *bar = child<QTabWidget>("resultsTabs")->tabBar();
    const QRect last = bar->tabRect(bar->count() - 1);
    QVERIFY2(last.right() <= m_page->width() - 2 * theme::kMargin,
             qPrintable(QStringLiteral("%1 of %2").arg(last.right()).arg(m_page->width())));
    auto *tabs = child<QTabWidget>("resultsTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        const QSize least = tabs->widget(tab)->minimumSizeHint();
        QVERIFY2(
            least.width() <= 648 - 2 * theme::kMargin && least.height() <= 340,
            qPrintable(QStringLiteral("%1: %2 x %3").arg(tabs->tabText(tab)).arg(least.width()).arg(least.height())));
    }
}

void TestResultsTabs::picturesOfTheTabs_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    const QString english = QStringLiteral("en");
    QTest::newRow("light") << QSize(1064, 760) << false << english;
    QTest::newRow("dark") << QSize(1064, 760) << true << english;
    QTest::newRow("small") << QSize(648, 540) << false << english;
    QTest::newRow("ja") << QSize(1064, 760) << false << QStringLiteral("ja");
}

void TestResultsTabs::picturesOfTheTabs()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, dark);
    QFETCH(const QString, language);
    language::apply(language);
    const auto back = qScopeGuard([] { language::apply(QStringLiteral("en")); });
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
    m_project->addEffects(m_project->finished());
    m_project->addCurves(m_project->finished());
    m_project->addWatched(m_project->finished());
    m_project->addRival("shared", 0.04);
    theme::apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light);
    show();
    m_page->resize(size);
    child<HeatMap>("accuracyMatrix")->setCurrentCell(5, 2);
    auto *tabs = child<QTabWidget>("resultsTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(250);
        const QString name =
            QStringLiteral("results-%1-%2")
                .arg(QLatin1String(kTabNames.at(std::size_t(tab))), QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!test::saveScreenshot(*m_page, name).isEmpty());
    }
}

QTEST_MAIN(TestResultsTabs)
#include "tst_results_tabs.moc"
