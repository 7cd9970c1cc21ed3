#include "compare_page_test.h"
#include "core/run_view.h"
#include "storage/connection.h"
#include "storage/run_notes.h"
#include "storage/run_store.h"
#include "support/screenshot.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/scatter_chart.h"
#include "widgets/compare/compare_charts.h"
#include "widgets/compare/run_table_view.h"
#include "widgets/frame/language.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::widgets;
using test::Added;

/// What is ticked, at first and later, and the charts of it.
class TestCompareCharts : public test::ComparePageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { begin(); }
    void cleanup() { end(); }
    void aFewRunsAreTickedForAStart();
    void whatIsUntickedStaysUnticked();
    void whatWasAskedForIsNoStart();
    void aSavedViewHasItsOwnStart();
    void ticksAreDrawnAndTheRowLookedAtStandsOut();
    void manyLinesFadeButForOne();
    void curvesOfTheTrainingStandOnOneGrid();
    void tradeOffsNameWhatIsNotBeaten();
    void differencesAreSaidInWords();
    void picturesOfThePage();
    void picturesOfFewAndManyLines();

private:
    void picture(const QString &name) const;
    std::vector<std::string> addForPictures();
};

void TestCompareCharts::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestCompareCharts::aFewRunsAreTickedForAStart()
{
    const auto runs = add({{.strategy = "replay", .seed = 1, .score = 0.9},
                           {.strategy = "replay", .seed = 2, .score = 0.6},
                           {.strategy = "finetune", .score = 0.7, .finished = false}});
    show(Start::AsItIs);
    const QStringList expected{QString::fromStdString(m_project->finished().uuid), QString::fromStdString(runs[1])};
    QCOMPARE(model().ticked(), expected);  // of the two seeds the newer one, and nothing that is not finished
    waitUntilDrawn();
    QVERIFY(child<LineChart>("averageChart")->isVisible());
    auto *words = child<QLabel>("startWords");
    QVERIFY(words->isVisible());
    QVERIFY2(words->text().contains(QStringLiteral("pilot")), qPrintable(words->text()));
    picture(QStringLiteral("compare_page_start"));
    child<RunTableView>("runTable")->selectRow(0);
    child<RunTableView>("runTable")->setFocus();
    QTest::keyClick(child<RunTableView>("runTable"), Qt::Key_P);  // another baseline changes no tick
    QVERIFY(words->isVisible());
    QTest::keyClick(child<RunTableView>("runTable"), Qt::Key_Escape);
    QVERIFY(model().ticked().isEmpty() && !words->isVisible());
}

void TestCompareCharts::whatIsUntickedStaysUnticked()
{
    add({{.strategy = "replay"}});
    show(Start::AsItIs);
    QCOMPARE(model().ticked().size(), 2);
    model().setTicked({model().ticked().front()}, false);
    const QStringList left = model().ticked();
    QVERIFY(!child<QLabel>("startWords")->isVisible());
    m_page->hide();
    add({{.strategy = "finetune"}});
    Q_EMIT m_project->session().runsChanged();
    m_page->show();
    QTRY_COMPARE(model().rowCount(), 3);
    QTRY_COMPARE(model().settings().rows(), std::size_t{3});
    QCOMPARE(model().ticked(), left);
}

void TestCompareCharts::whatWasAskedForIsNoStart()
{
    const auto runs = add({{.strategy = "replay"}, {.strategy = "finetune"}});
    m_page = std::make_unique<ComparePage>(PageServices{.jobs = m_jobs.get()});
    m_page->setSession(&m_project->session());
    m_page->open(QStringList{QString::fromStdString(runs[0])});
    m_page->show();
    QTRY_COMPARE(model().settings().rows(), std::size_t{3});
    QCOMPARE(model().ticked(), QStringList{QString::fromStdString(runs[0])});
    const QVariant place = m_page->place();
    m_page = std::make_unique<ComparePage>(PageServices{.jobs = m_jobs.get()});
    m_page->setSession(&m_project->session());
    m_page->goBackTo(place);
    m_page->show();
    QTRY_COMPARE(model().settings().rows(), std::size_t{3});
    QCOMPARE(model().ticked(), QStringList{QString::fromStdString(runs[0])});
    model().clearTicks();
    m_page->setView({});
    const QVariant nothing = m_page->place();  // where nothing is ticked
    m_page = std::make_unique<ComparePage>(PageServices{.jobs = m_jobs.get()});
    m_page->setSession(&m_project->session());
    m_page->goBackTo(nothing);
    m_page->show();
    QTRY_COMPARE(model().settings().rows(), std::size_t{3});
    QVERIFY(model().ticked().isEmpty());
}

void TestCompareCharts::aSavedViewHasItsOwnStart()
{
    const auto runs = add({{.strategy = "replay"}, {.strategy = "finetune"}});
    show(Start::AsItIs);
    QCOMPARE(model().ticked().size(), 3);
    m_page->setView({.filter = "-strategy:finetune"});
    QCOMPARE(model().ticked().size(), 2);  // of the rows of the view
    QVERIFY(!model().isTicked(QString::fromStdString(runs[1])));
    m_page->setView({.pinned = runs[1]});
    QVERIFY(model().ticked().isEmpty());  // the baseline is drawn
    m_page->setView({});
    QVERIFY(model().ticked().isEmpty());
}

void TestCompareCharts::ticksAreDrawnAndTheRowLookedAtStandsOut()
{
    const auto runs = add({{.strategy = "replay", .score = 0.6, .forgets = 0.1}, {.strategy = "replay", .score = 0.9}});
    show();
    QVERIFY(!child<LineChart>("averageChart")->isVisible());  // but what to do
    tick(runs);
    const auto &average = child<LineChart>("averageChart")->series();
    QCOMPARE(average.size(), std::size_t{2});
    QVERIFY(std::abs(average[0].points.back().y() - 0.5) < 1e-9);  // (0.4 + 0.5 + 0.6) / 3
    QVERIFY(average[0].low.empty());                               // one seed has no band
    const auto &forgetting = child<LineChart>("forgettingChart")->series();
    QVERIFY(std::abs(forgetting[0].points.back().y() - 0.15) < 1e-9);
    QCOMPARE(forgetting[0].points.front().x(), 1.0);  // nothing can be forgotten before there are two
    QVERIFY(child<LineChart>("forgettingChart")->title().contains(QStringLiteral("forgets most: 15.0 points")));
    child<QComboBox>("compareTask")->setCurrentIndex(1);
    Q_EMIT child<QComboBox>("compareTask")->activated(1);
    QCOMPARE(child<LineChart>("taskChart")->series()[0].points.front().x(), 1.0);
    QCOMPARE(average[0].style, child<LineChart>("taskChart")->series()[0].style);
    model().setTicked({QString::fromStdString(runs[0])}, false);
    QTRY_COMPARE(child<LineChart>("averageChart")->series().size(), std::size_t{1});
    QVERIFY(average[0].style != 0);  // the line that stays keeps its look
}

void TestCompareCharts::manyLinesFadeButForOne()
{
    std::vector<Added> many;
    for (int i = 0; i < 12; ++i) {
        many.push_back({.strategy = "replay", .seed = std::uint64_t(i), .score = 0.5 + 0.02 * i});
    }
    const auto runs = add(many);
    show();
    tick(runs);
    QCOMPARE(child<LineChart>("averageChart")->series().size(), runs.size());
    QVERIFY(child<LineChart>("averageChart")->subtitle().contains(QStringLiteral("stands out")));
}

void TestCompareCharts::curvesOfTheTrainingStandOnOneGrid()
{
    const auto runs =
        add({{.strategy = "replay", .seed = 1, .curves = true}, {.strategy = "replay", .seed = 2, .curves = true}});
    show();
    tick(runs);
    child<QTabWidget>("compareCharts")->setCurrentIndex(2);
    QTRY_COMPARE(child<LineChart>("curveChart")->series().size(), std::size_t{2});
    QCOMPARE(child<LineChart>("curveChart")->series()[0].points.size(), std::size_t{200});
    QCOMPARE(child<QComboBox>("curveContext")->currentText(), QStringLiteral("parts · stage 2"));
    model().setGrouped(true);
    QTRY_COMPARE(child<LineChart>("curveChart")->series().size(), std::size_t{1});
    QCOMPARE(child<LineChart>("curveChart")->series()[0].low.size(), std::size_t{200});
}

void TestCompareCharts::tradeOffsNameWhatIsNotBeaten()
{
    add({{.strategy = "replay", .score = 0.6, .forgets = 0.1}, {.strategy = "replay", .score = 0.9}});
    show();
    child<QTabWidget>("compareCharts")->setCurrentIndex(3);
    const auto *chart = child<ScatterChart>("paretoChart");
    QTRY_COMPARE(chart->points().size(), std::size_t{3});  // all rows, as nothing is ticked
    const auto faded = std::ranges::count_if(chart->points(), [](const ScatterPoint &point) { return !point.strong; });
    QCOMPARE(faded, 1);  // 0.9 for 2.7 MB, 0.73 for 1.5 MB, 0.5 for 1.8 MB: the last is beaten
}

void TestCompareCharts::differencesAreSaidInWords()
{
    const auto runs = add({{.strategy = "replay", .score = 0.6},
                           {.strategy = "replay", .score = 0.9},
                           {.strategy = "replay", .score = 0.62, .settings = {{"rate", "2"}}}});
    show();
    tick(runs);
    model().setPinned(QString::fromStdString(runs[0]));
    child<QTabWidget>("compareCharts")->setCurrentIndex(4);
    QTRY_VERIFY(child<QLabel>("differenceWords")->text().contains(QStringLiteral("Better by 30.0 points")));
    const QString words = child<QLabel>("differenceWords")->text();
    QVERIFY2(words.contains(QStringLiteral("95 % interval")), qPrintable(words));
    QCOMPARE(child<PlainTable>("differenceTasks")->rowCount(), 3);
    QCOMPARE(child<PlainTable>("differenceTasks")->columnCount(), 3);
    auto *settings = child<PlainTable>("differingSettings");
    // Three runs differ in fewer settings: runs stand below each other.
    QCOMPARE(settings->rowCount(), 3);
    const int last = settings->columnCount() - 1;
    QCOMPARE(settings->horizontalHeaderItem(last)->text(), QStringLiteral("rate"));
    QCOMPARE(settings->item(2, 0)->text(), QStringLiteral("replay 4"));
    QCOMPARE(settings->item(2, last)->text(), QStringLiteral("2"));
}

void TestCompareCharts::picture(const QString &name) const
{
    QTest::qWait(400);
    QVERIFY(!test::saveScreenshot(*m_window, name).isEmpty());
}

std::vector<std::string> TestCompareCharts::addForPictures()
{
    return add({{.strategy = "adapters", .seed = 1, .score = 0.86, .forgets = 0.01, .curves = true},
                {.strategy = "adapters", .seed = 2, .score = 0.90, .forgets = 0.02, .curves = true},
                {.strategy = "adapters", .seed = 3, .score = 0.88, .forgets = 0.03, .curves = true},
                {.strategy = "replay-all", .seed = 1, .score = 0.82, .forgets = 0.05, .curves = true},
                {.strategy = "replay-all", .seed = 2, .score = 0.79, .forgets = 0.08, .curves = true}});
}

void TestCompareCharts::picturesOfThePage()
{
    addTwoHundred();
    const auto seeds = addForPictures();
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::RunNotes notes(connection);
        const std::int64_t run = storage::RunStore(connection).find(seeds[2])->id;
        notes.addTag(std::vector{run}, "candidate");
        notes.addTag(std::vector{run}, "for-the-meeting");
        notes.write(run, "Ask Anna for the test pictures of May", "ben");
        notes.write(run, "With the test pictures of May", "anna");
    });
    show();
    auto *tabs = child<QTabWidget>("compareCharts");
    picture(QStringLiteral("compare_page_nothing_ticked"));
    tick({seeds[0], seeds[3], m_project->finished().uuid});
    model().setPinned(QString::fromStdString(seeds[3]));
    child<RunTableView>("runTable")->selectRow(2);
    picture(QStringLiteral("compare_page"));
    for (const auto &[tab, name] : {std::pair{1, "compare_page_task"}, std::pair{2, "compare_page_curves"},
                                    std::pair{3, "compare_page_pareto"}, std::pair{4, "compare_page_differences"}}) {
        tabs->setCurrentIndex(tab);
        picture(QLatin1String(name));
    }
    child<QCheckBox>("paretoAll")->setChecked(true);
    tabs->setCurrentIndex(3);
    picture(QStringLiteral("compare_page_pareto_all"));
    tabs->setCurrentIndex(0);
    model().setGrouped(true);
    tick({seeds[1], seeds[2], seeds[4]});
    model().setUnfolded(model().index(0, 0), true);
    picture(QStringLiteral("compare_page_grouped"));
    m_window->resize(952, 600);  // a window of 1024 x 640
    picture(QStringLiteral("compare_page_small"));
    QCOMPARE(m_window->width(), 952);
    m_window->resize(1368, 860);
    theme::apply(*qApp, theme::Mode::Dark);
    picture(QStringLiteral("compare_page_dark"));
    tabs->setCurrentIndex(3);
    picture(QStringLiteral("compare_page_pareto_dark"));
    theme::apply(*qApp, theme::Mode::Light);
    filter(QStringLiteral("acuracy>1"));
    picture(QStringLiteral("compare_page_problem"));
}

void TestCompareCharts::picturesOfFewAndManyLines()
{
    addTwoHundred();
    const auto seeds = addForPictures();
    language::apply(QStringLiteral("en"));
    show();
    auto *tabs = child<QTabWidget>("compareCharts");
    const auto everyTab = [&](const QString &name) {
        static constexpr const char *kTabs[] = {"over_tasks", "one_task", "curves", "trade_offs", "differences"};
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            picture(QStringLiteral("compare_%1_%2").arg(name, QLatin1String(kTabs[tab])));
        }
    };
    tick({seeds[0], seeds[3]});
    model().setPinned(QString::fromStdString(seeds[3]));
    everyTab(QStringLiteral("2"));
    tick({seeds[1], seeds[4], m_project->finished().uuid});
    everyTab(QStringLiteral("5"));
    theme::apply(*qApp, theme::Mode::Dark);
    everyTab(QStringLiteral("5_dark"));
    theme::apply(*qApp, theme::Mode::Light);
    std::vector<std::string> more;
    for (int row = 5; row < 30; ++row) {
        more.push_back(model().uuidsOf(model().index(row, 0)).front().toStdString());
    }
    tick(more);
    QCOMPARE(int(model().lines().size()), 30);
    everyTab(QStringLiteral("30"));
    theme::apply(*qApp, theme::Mode::Dark);
    everyTab(QStringLiteral("30_dark"));
    theme::apply(*qApp, theme::Mode::Light);
    m_window->resize(952, 600);
    everyTab(QStringLiteral("30_small"));
    QCOMPARE(m_window->size(), QSize(952, 600));  // no chart asks for more

    language::apply(QStringLiteral("ja"));  // the window makes its pages anew then
    m_tester.reset();
    m_page.reset();
    show();
    tabs = child<QTabWidget>("compareCharts");
    tick({seeds[0], seeds[1], seeds[3], seeds[4], m_project->finished().uuid});
    model().setPinned(QString::fromStdString(seeds[3]));
    everyTab(QStringLiteral("5_ja"));
    language::apply(QStringLiteral("en"));
}

QTEST_MAIN(TestCompareCharts)
#include "tst_compare_charts.moc"
