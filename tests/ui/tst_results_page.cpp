#include "core/decision_facts.h"
#include "core/measure.h"
#include "storage/connection.h"
#include "storage/run_results.h"
#include "storage/versions/run_data.h"
#include "support/decision_samples.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"
#include "widgets/results/class_report.h"
#include "widgets/results/figure_tile.h"
#include "widgets/results/plain_table.h"
#include "widgets/results/results_page.h"
#include "widgets/train/decision_card.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

namespace {
/// parts falls by 3 points when notes is learned and by 1 more later; notes gains 2.
const std::vector<std::vector<double>> kMatrix{{0.90}, {0.87, 0.60}, {0.86, 0.62, 0.70}};
}  // namespace

class TestResultsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void figuresAreThoseOfTheMatrix();
    void headlineAndTitlesAreSentencesOfTheData();
    void tasksThatLostAlikeAreNamedTogether();
    void tilesAndTitlesExplainTheirTerms();
    void matrixShowsEachCell();
    void curvesStartWhereATaskWasLearned();
    void namesTheDataThatWasLearnedFrom();
    void comparesWithTheBestRival();
    void clickingACellShowsItsClasses();
    void classReportCounts();
    void measuresAreListedWithTheirFormulas();
    void decisionsAreShownWithAllThatIsStored();
    void aRunWithoutResultsSaysSo();
    void aProjectWithoutRunsLeadsToTraining();
    void picturesOfThePage();

private:
    void show();
    template <typename W>
    W *child(const char *name) const
    {
        return m_page->findChild<W *>(QString::fromLatin1(name));
    }
    QString figure(const char *name) const { return child<FigureTile>(name)->value(); }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<ResultsPage> m_page;
};

void TestResultsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestResultsPage::init()
{
    m_project = std::make_unique<test::TrainedProject>(kMatrix);
}

void TestResultsPage::cleanup()
{
    m_page.reset();
    m_project.reset();
}

void TestResultsPage::show()
{
    m_page = std::make_unique<ResultsPage>(PageServices{});
    m_page->resize(1100, 780);
    m_page->setSession(&m_project->session());
    m_page->show();
    QTRY_VERIFY(!child<QLabel>("resultsHeadline")->text().isEmpty());
}

void TestResultsPage::tasksThatLostAlikeAreNamedTogether()
{
    m_project =
        std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.9}, {0.8, 0.9}, {0.8, 0.8, 0.7}});
    show();
    QVERIFY2(child<QLabel>("resultsHeadline")
                 ->text()
                 .endsWith(QStringLiteral("parts and notes lost most (10.0 points each)")),
             qPrintable(child<QLabel>("resultsHeadline")->text()));
    QCOMPARE(child<ChartView>("accuracyMatrix")->title(),
             QStringLiteral("After 3 tasks, parts and notes have lost most: 10.0 points each since they were learned"));
    QVERIFY(child<ChartView>("forgettingCurves")
                ->title()
                .endsWith(QStringLiteral("most was lost on parts and notes (10.0 points each)")));
    QVERIFY(child<FigureTile>("forgetting")
                ->accessibleDescription()
                .contains(QStringLiteral("most on parts and notes: 10.0 points each")));
    QCOMPARE(child<ChartView>("taskSize")->title(), QStringLiteral("Every task added as much: 0.5 MB"));
}

void TestResultsPage::tilesAndTitlesExplainTheirTerms()
{
    show();
    QVERIFY2(child<FigureTile>("forgetting")->toolTip().contains(explain(QStringLiteral("forgetting"))),
             qPrintable(child<FigureTile>("forgetting")->toolTip()));
    const auto *title = child<ChartView>("knowledgeMap")->findChild<QLabel *>(QStringLiteral("chartTitle"));
    QVERIFY2(title->toolTip().contains(explain(QStringLiteral("knowledge map"))), qPrintable(title->toolTip()));
}

void TestResultsPage::figuresAreThoseOfTheMatrix()
{
    show();
    QCOMPARE(figure("averageAccuracy"), QStringLiteral("72.7\u00a0%"));  // (0.86 + 0.62 + 0.70) / 3
    QCOMPARE(figure("forgetting"), QStringLiteral("1.0 points"));        // ((0.90 - 0.86) + (0.60 - 0.62)) / 2
    QCOMPARE(figure("size"), QStringLiteral("1.5 MB"));                  // 3 x 0.5 MB
    QCOMPARE(figure("time"), QStringLiteral("5 min 3 s"));               // 100 + 101 + 102 s
    const QString detail = child<FigureTile>("averageAccuracy")->accessibleDescription();
    QVERIFY2(detail.contains(QStringLiteral("n = 600")), qPrintable(detail));
    // 1.96 sqrt(sum p (1 - p) / 200) / 3
    QVERIFY2(detail.contains(QStringLiteral("±3.5 points")), qPrintable(detail));
    // 8 of 200 samples of parts were lost, 4 of notes found: 1.96 sqrt((0.04 0.96 + 0.02 0.98) / 199) / 2
    const QString forgotten = child<FigureTile>("forgetting")->accessibleDescription();
    QVERIFY2(forgotten.contains(QStringLiteral("±1.7 points")), qPrintable(forgotten));
    QVERIFY(child<FigureTile>("forgetting")->toolTip().contains(QStringLiteral("R[j][j] - R[T-1][j]")));
}

void TestResultsPage::headlineAndTitlesAreSentencesOfTheData()
{
    show();
    const QString headline = child<QLabel>("resultsHeadline")->text();
    QVERIFY2(headline.contains(QStringLiteral("72.7\u00a0%")) && headline.contains(QStringLiteral("parts lost most")),
             qPrintable(headline));
    QCOMPARE(child<LineChart>("accuracyCurves")->title(),
             QStringLiteral("parts fell by 3.0 points when notes was learned"));
    QVERIFY(child<HeatMap>("accuracyMatrix")->title().contains(QStringLiteral("4.0 points")));
}

void TestResultsPage::matrixShowsEachCell()
{
    show();
    const HeatMapData &data = child<HeatMap>("accuracyMatrix")->data();
    QCOMPARE(data.rows.size(), 3);
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            if (column > row) {
                QVERIFY(std::isnan(data.cells[row][column].value));
            } else {
                QCOMPARE(data.cells[row][column].value, kMatrix[row][column]);
                QCOMPARE(data.cells[row][column].text, QString::number(100 * kMatrix[row][column], 'f', 1));
            }
        }
    }
}

void TestResultsPage::curvesStartWhereATaskWasLearned()
{
    show();
    const auto &accuracy = child<LineChart>("accuracyCurves")->series();
    QCOMPARE(accuracy.size(), std::size_t{3});
    QCOMPARE(accuracy[1].points.front(), QPointF(1, 0.60));
    QCOMPARE(accuracy[1].points.size(), std::size_t{2});
    const auto &forgetting = child<LineChart>("forgettingCurves")->series();
    QCOMPARE(forgetting.size(), std::size_t{2});
    QVERIFY(std::abs(forgetting[0].points.back().y() - 0.04) < 1e-12);
    QVERIFY(std::abs(forgetting[1].points.back().y() + 0.02) < 1e-12);  // never clipped
}

void TestResultsPage::namesTheDataThatWasLearnedFrom()
{
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::DataVersions(connection).make(1, {.name = "pilot", .note = {}}, "anna");
        const std::int64_t run = m_project->finished().id;
        storage::recordRunData(connection, run, storage::readRunData(connection, run), "anna");
    });
    show();
    QStringList facts;
    for (const QLabel *label : m_page->inspector()->findChildren<QLabel *>()) {
        facts << label->text();
    }
    QVERIFY2(facts.contains(QStringLiteral("parts v1 (pilot), notes v1, clothing v1")), qPrintable(facts.join('|')));
    // Every point says what it stands on: in the table, which is exported, and where the mouse is.
    auto *curves = child<LineChart>("accuracyCurves");
    const ChartTable table = curves->table();
    QCOMPARE(table.columns.last(), QStringLiteral("data"));
    QCOMPARE(table.rows.front().last().toString(), QStringLiteral("parts v1 (pilot)"));
    QCOMPARE(table.rows.back().last().toString(), QStringLiteral("clothing v1"));
    auto *map = child<HeatMap>("accuracyMatrix");
    QCOMPARE(map->table().rows.back().last().toString(), QStringLiteral("clothing v1"));
    QVERIFY(map->data().cells[1][0].details.contains(QStringLiteral("Data: parts v1 (pilot)")));
    curves->setFocus();
    QTest::keyClick(curves->findChild<QWidget *>(QStringLiteral("chartPlot")), Qt::Key_Right);
    const auto *readout = curves->findChild<QLabel *>(QStringLiteral("chartReadout"));
    QVERIFY2(readout->text().contains(QStringLiteral("parts v1 (pilot)")), qPrintable(readout->text()));
    test::saveScreenshot(*m_page, "results_data_versions");
}

void TestResultsPage::comparesWithTheBestRival()
{
    m_project->addRival("head_only", 0.2);
    m_project->addRival("shared", 0.1);
    const RunRecord run = m_project->finished();
    show();
    m_page->open(QString::fromStdString(run.uuid));
    QTRY_VERIFY(child<FigureTile>("averageAccuracy")
                    ->accessibleDescription()
                    .contains(QStringLiteral("+10.0 points against shared")));
}

void TestResultsPage::clickingACellShowsItsClasses()
{
    show();
    child<HeatMap>("accuracyMatrix")->setCurrentCell(1, 0);
    auto *confusion = child<HeatMap>("confusion");
    child<QTabWidget>("resultsTabs")->setCurrentWidget(confusion->parentWidget()->parentWidget());
    QTRY_COMPARE(child<QComboBox>("classesCell")->currentText(), QStringLiteral("parts after notes was learned"));
    // 87 % of 200 are right: 174 on the diagonal.
    const auto diagonal = [confusion] {
        double sum = 0;
        for (std::size_t i = 0; i < confusion->data().cells.size(); ++i) {
            sum += confusion->data().cells[i][i].value;
        }
        return sum;
    };
    QTRY_COMPARE(diagonal(), 174.0);
    QCOMPARE(child<PlainTable>("classTable")->rowCount(), 3);
}

void TestResultsPage::classReportCounts()
{
    Task task;
    task.classes = {"good", "dent"};
    const std::vector<Prediction> predictions{
        {1, 0, 0, 0.9, 1}, {2, 1, 0, 0.6, 0}, {3, 1, 1, 0.8, 1}, {4, 1, 0, 0.6, 0}};
    const ClassReport report = classReport(task, predictions);
    QCOMPARE(report.n, 4);
    QCOMPARE(report.rows[0].n, 3);
    QCOMPARE(report.rows[0].right, 1);
    QCOMPARE(report.rows[1].answered, 3);
    QCOMPARE(report.rows[1].precision(), 1.0 / 3);
    QCOMPARE(report.confusion[0][1], 2);
    QCOMPARE(confusionSentence(report), QStringLiteral("good was taken for dent most often: 2 of 3 times"));
}

void TestResultsPage::measuresAreListedWithTheirFormulas()
{
    show();
    auto *table = child<PlainTable>("measureTable");
    QCOMPARE(table->rowCount(), 0);  // nothing is computed before it is looked at
    auto *tabs = child<QTabWidget>("resultsTabs");
    tabs->setCurrentWidget(table->parentWidget());
    QTRY_COMPARE(table->rowCount(), int(measures().size()));
    const auto row = [table](const QString &title) {
        const auto found = table->findItems(title, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.first()->row();
    };
    const int average = row(QStringLiteral("Average accuracy"));
    QCOMPARE(table->item(average, 1)->text(), QStringLiteral("72.7\u00a0%"));
    QVERIFY2(table->item(average, 2)->text().contains(QStringLiteral(" to ")),
             qPrintable(table->item(average, 2)->text()));
    QCOMPARE(table->item(average, 3)->text(), QStringLiteral("600"));
    QVERIFY(table->item(average, 0)->toolTip().contains(QStringLiteral("mean_j R[T-1][j]")));
    const int joint = row(QStringLiteral("Intransigence"));
    QCOMPARE(table->item(joint, 1)->text(), QStringLiteral("not defined"));
    for (const QString &text : {table->item(joint, 5)->text(), table->item(joint, 5)->toolTip()}) {
        QVERIFY2(text.contains(QStringLiteral("strategy joint")), qPrintable(text));
    }
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("measures")).isEmpty());
}

void TestResultsPage::decisionsAreShownWithAllThatIsStored()
{
    show();
    const auto cards = m_page->findChildren<DecisionCard *>();
    QCOMPARE(cards.size(), 3);
    for (const DecisionCard *card : cards) {
        QVERIFY(!card->isFolded());
    }
    const auto notes = std::ranges::find_if(cards, [](const DecisionCard *card) {
        return card->accessibleName().startsWith(QStringLiteral("notes gains"));
    });
    QVERIFY(notes != cards.end());
    for (const DecisionFact &fact : decisionFacts(test::wholeDecision())) {
        QVERIFY2((*notes)->findChild<QLabel *>(QStringLiteral("fact.") + QLatin1String(fact.id)) != nullptr, fact.id);
    }
}

void TestResultsPage::aRunWithoutResultsSaysSo()
{
    const RunRecord waiting = m_project->addRun("atlas", RunStatus::Queued, 0);
    show();
    m_page->open(QString::fromStdString(waiting.uuid));
    QTRY_VERIFY(child<QLabel>("resultsHeadline")->text().contains(QStringLiteral("has not learned a task yet")));
    QCOMPARE(figure("averageAccuracy"), QStringLiteral("not defined"));
    QCOMPARE(figure("forgetting"), QStringLiteral("not defined"));
}

void TestResultsPage::aProjectWithoutRunsLeadsToTraining()
{
    test::SampleProject empty;
    const auto session = empty.session();
    ResultsPage page(PageServices{});
    QSignalSpy opened(&page, &Page::openPage);
    page.setSession(session.get());
    page.show();
    const auto button = [&page]() -> QPushButton * {
        for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == QStringLiteral("Train")) {
                return candidate;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY(button() != nullptr);
    button()->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("train"));
}

void TestResultsPage::picturesOfThePage()
{
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
    m_project->addRival("shared", 0.04);
    show();
    m_page->open(QString::fromStdString(m_project->finished().uuid));
    QTRY_VERIFY(child<QLabel>("resultsHeadline")->text().startsWith(QStringLiteral("atlas")));
    QTest::qWait(50);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("results")).isEmpty());
    for (const theme::Mode mode : {theme::Mode::Dark, theme::Mode::Light}) {
        theme::apply(*qApp, mode);
        auto *tabs = child<QTabWidget>("resultsTabs");
        tabs->setCurrentIndex(tabs->count() - 1);
        QTest::qWait(50);
        QVERIFY(!test::saveScreenshot(*m_page, mode == theme::Mode::Dark ? QStringLiteral("results-decisions-dark")
                                                                         : QStringLiteral("results-decisions"))
                     .isEmpty());
    }
}

QTEST_MAIN(TestResultsPage)
#include "tst_results_page.moc"
