#include "compare_page_test.h"
#include "widgets/charts/line_chart.h"
#include "widgets/compare/run_table_view.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// Somebody who has never seen the page, before a project of many runs.
class TestFirstAnalyst : public test::ComparePageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { begin(); }
    void cleanup() { end(); }
    void anAnalystFindsThreeOfTwoHundred();
};

void TestFirstAnalyst::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestFirstAnalyst::anAnalystFindsThreeOfTwoHundred()
{
    addTwoHundred();
    show(Start::AsItIs);
    QCOMPARE(model().rowCount(), 200);
    int interactions = 0;
    auto *table = child<RunTableView>("runTable");
    const auto headOf = [&](const char *id) {
        const auto &columns = model().columns();
        const int section = int(std::ranges::find(columns, std::string(id), &RunColumn::id) - columns.begin());
        const QHeaderView *header = table->horizontalHeader();
        return QPoint(header->sectionViewportPosition(section) + 8, header->height() / 2);
    };
    const auto click = [&](QWidget *where, const QPoint &at = {}) {
        QTest::mouseClick(where, Qt::LeftButton, {}, at);
        ++interactions;
    };
    const auto press = [&](QWidget *where, Qt::Key key) {
        QTest::keyClick(where, key);
        ++interactions;
    };
    const auto clickRow = [&](int row) { click(table->viewport(), table->visualRect(model().index(row, 2)).center()); };

    // The best of the strategies that forget little, sorted by accuracy.
    press(m_page.get(), Qt::Key_Slash);
    QTRY_VERIFY(child<QLineEdit>("runFilter")->hasFocus());
    QTest::keyClicks(child<QLineEdit>("runFilter"),
                     QStringLiteral("-strategy:finetune forgetting<8% after:2020-01-01"));
    press(child<QLineEdit>("runFilter"), Qt::Key_Return);
    QVERIFY(model().rowCount() > 20 && model().rowCount() < 160);
    click(table->horizontalHeader()->viewport(), headOf("accuracy"));
    QCOMPARE(model().orderColumn(), std::string("accuracy"));

    // The best is what the others are told against; two more are drawn beside it, and nothing of the start.
    QVERIFY(!model().ticked().isEmpty());
    press(table, Qt::Key_Escape);
    clickRow(0);
    const QString best = table->selectedRuns().front();
    press(table, Qt::Key_P);
    QCOMPARE(model().pinned(), best);
    clickRow(1);
    press(table, Qt::Key_Space);
    clickRow(2);
    press(table, Qt::Key_Space);
    auto *chart = child<LineChart>("forgettingChart");
    QTRY_COMPARE(chart->series().size(), std::size_t{3});
    QVERIFY(chart->isVisible());

    // Picture and numbers.
    QTemporaryDir folder;
    chart->save(folder.filePath(QStringLiteral("forgetting.png")));
    interactions += 2;  // "Save as …" of the chart's menu, the file's name
    m_page->exportTo(folder.filePath(QStringLiteral("runs.csv")));
    interactions += 2;  // Export, the file's name
    QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("runs.csv"))));
    QVERIFY(!QImage(folder.filePath(QStringLiteral("forgetting.png"))).isNull());
    QVERIFY2(interactions <= 15, qPrintable(QString::number(interactions)));
}

QTEST_MAIN(TestFirstAnalyst)
#include "tst_first_analyst.moc"
