#include "storage/connection.h"
#include "storage/run_results.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/frame/theme.h"
#include "widgets/results/cell_samples.h"
#include "widgets/results/cell_samples_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestCellSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatWasLostStandsFirst();
    void aCellThatWasJustLearnedHasNothingToCompareWith();
    void filtersCountAndChooseRows();
    void samplesAreReadWhenTheyAreLookedAt();
    void enterOpensOneSampleInTheDataPage();
    void allThatAreShownOpenTogether();
    void theSameCellKeepsItsPlace();
    void looksRightInBothThemes();

private:
    template <typename W>
    W *child(const char *name) const
    {
        return m_samples->findChild<W *>(QString::fromLatin1(name));
    }
    void choose(int afterTask, int evalTask);

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<CellSamples> m_samples;
    RunResults m_results;
};

void TestCellSamples::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestCellSamples::init()
{
    // parts falls from 180 to 174 of 200 right.
    m_project = std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.90}, {0.87, 0.60}});
    const storage::Project &project = m_project->session().project();
    m_results = storage::readRunResults(*project.connect(), project.assetFolder(), m_project->finished());
    m_samples = std::make_unique<CellSamples>();
    m_samples->resize(320, 560);
    m_samples->show();
}

void TestCellSamples::cleanup()
{
    m_samples.reset();
    m_project.reset();
    theme::apply(*qApp, theme::Mode::Light);
}

void TestCellSamples::choose(int afterTask, int evalTask)
{
    m_samples->setCell(&m_project->session(), m_results, afterTask, evalTask);
    QTRY_VERIFY(!m_samples->model()->all().empty());
}

void TestCellSamples::whatWasLostStandsFirst()
{
    choose(1, 0);
    QVERIFY2(m_samples->sentence().contains(QStringLiteral("6 were lost")), qPrintable(m_samples->sentence()));
    QVERIFY(m_samples->sentence().contains(QStringLiteral("26 are wrong")));
    QCOMPARE(m_samples->model()->rowCount(), 6);  // begins with what changed
    const QString words = m_samples->model()->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.contains(QStringLiteral("right, 90.0\u00a0% sure")), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("wrong, 50.0\u00a0% sure")));
    QVERIFY(words.contains(QStringLiteral("Expected: ")));
}

void TestCellSamples::aCellThatWasJustLearnedHasNothingToCompareWith()
{
    choose(0, 0);
    QCOMPARE(m_samples->sentence(), QStringLiteral("20 of 200 test samples of parts are answered wrongly."));
    QCOMPARE(m_samples->model()->rowCount(), 20);  // begins with what is wrong
    QVERIFY(!m_samples->model()->index(0).data().toString().contains(QStringLiteral("Then:")));
}

void TestCellSamples::filtersCountAndChooseRows()
{
    choose(1, 0);
    auto *filter = child<QComboBox>("cellFilter");
    QCOMPARE(filter->itemText(0), QStringLiteral("Lost and found (6)"));
    QCOMPARE(filter->itemText(1), QStringLiteral("Wrong (26)"));
    QCOMPARE(filter->itemText(2), QStringLiteral("All (200)"));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    Q_EMIT filter->activated(filter->currentIndex());
    QCOMPARE(m_samples->model()->rowCount(), 26);
    for (int row = 0; row < 26; ++row) {
        QVERIFY(!m_samples->model()->answered(row).right());
    }
    QAbstractItemModelTester tester(m_samples->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_samples->setFilter(2);
    QCOMPARE(m_samples->model()->rowCount(), 200);
}

void TestCellSamples::samplesAreReadWhenTheyAreLookedAt()
{
    choose(1, 0);
    QTRY_VERIFY(m_samples->model()->sample(0) != nullptr);
    QVERIFY(m_samples->model()->words(0).contains(QStringLiteral("text")));
    QVERIFY(m_samples->model()->index(0).data().toString().contains(m_samples->model()->words(0)));
}

void TestCellSamples::enterOpensOneSampleInTheDataPage()
{
    choose(1, 0);
    QSignalSpy opened(m_samples.get(), &CellSamples::openPage);
    auto *list = child<QListView>("cellList");
    list->setFocus();
    list->setCurrentIndex(m_samples->model()->index(2));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("data"));
    const QVariantMap argument = opened[0][1].toMap();
    QCOMPARE(argument.value(QStringLiteral("dataset")).toString(), QStringLiteral("parts"));
    QCOMPARE(argument.value(QStringLiteral("samples")).toList(),
             QVariantList{qlonglong(m_samples->model()->answered(2).now.sampleId)});
    QVERIFY(!argument.value(QStringLiteral("why")).toString().isEmpty());
}

void TestCellSamples::allThatAreShownOpenTogether()
{
    choose(1, 0);
    QSignalSpy opened(m_samples.get(), &CellSamples::openPage);
    child<QPushButton>("cellOpen")->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][1].toMap().value(QStringLiteral("samples")).toList().size(), 6);
}

void TestCellSamples::theSameCellKeepsItsPlace()
{
    choose(1, 0);
    m_samples->setFilter(1);
    child<QListView>("cellList")->setCurrentIndex(m_samples->model()->index(4));
    m_samples->setCell(&m_project->session(), m_results, 1, 0);  // the page has read its results again
    QTest::qWait(30);
    QCOMPARE(m_samples->model()->rowCount(), 26);
    QCOMPARE(child<QListView>("cellList")->currentIndex().row(), 4);
}

void TestCellSamples::looksRightInBothThemes()
{
    choose(1, 0);
    child<QListView>("cellList")->setCurrentIndex(m_samples->model()->index(1));
    QTRY_VERIFY(m_samples->model()->sample(0) != nullptr);
    QTest::qWait(30);
    QVERIFY(!test::saveScreenshot(*m_samples, QStringLiteral("cell-samples")).isEmpty());
    theme::apply(*qApp, theme::Mode::Dark);
    QTest::qWait(30);
    QVERIFY(!test::saveScreenshot(*m_samples, QStringLiteral("cell-samples-dark")).isEmpty());
}

QTEST_MAIN(TestCellSamples)
#include "tst_cell_samples.moc"
