#include "tests/support/screenshot.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/format.h"
#include "widgets/charts/palette.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace atlas::widgets;

namespace {

std::vector<Bar> changes()
{
    return {{.name = QStringLiteral("parts"), .value = 0.31, .low = 0.2, .high = 0.42, .style = 0},
            {.name = QStringLiteral("notes"), .value = -0.12, .low = -0.2, .high = -0.04, .style = 1},
            {.name = QStringLiteral("questions with a very long name that has to be cut somewhere"),
             .value = 0,
             .details = QStringLiteral("no change at all"),
             .style = 2},
            {.name = QStringLiteral("pairs"), .value = std::nan(""), .style = 3}};
}

BarAxis changeAxis()
{
    return {.nameTitle = QStringLiteral("task"),
            .valueTitle = QStringLiteral("change, points"),
            .form = ValueForm::Difference};
}

}  // namespace

class TestBarChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void barsStandRightAndLeftOfZero();
    void aValueThatIsNotDefinedHasNoBar();
    void patternsTellBarsApartWithoutColour();
    void arrowsAndClicksChoose();
    void theChosenBarStaysWhenNewValuesCome();
    void tableHoldsIntervalsUnrounded();
    void wordsNameEveryBar();
    void sharesStandOnAllOfHundred();
    void valuesCanBeWrittenAsBytes();
    void looksRightInBothThemes();

private:
    QWidget *plot() const { return m_chart->findChild<QWidget *>(QStringLiteral("chartPlot")); }
    QColor colourAt(QPoint point) const { return plot()->grab().toImage().pixelColor(point); }

    std::unique_ptr<BarChart> m_chart;
};

void TestBarChart::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestBarChart::init()
{
    m_chart = std::make_unique<BarChart>();
    m_chart->resize(600, 300);
    m_chart->setTitle(QStringLiteral("parts gained most"));
    m_chart->setSubtitle(QStringLiteral("Change against the reference, n = 400 test samples"));
    m_chart->setBars(changes(), changeAxis());
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    m_chart->grab();
}

void TestBarChart::cleanup()
{
    m_chart.reset();
    theme::apply(*qApp, theme::Mode::Light);
}

void TestBarChart::barsStandRightAndLeftOfZero()
{
    // Where a bar's colour is found along the middle of its row, above the whisker.
    const QImage image = plot()->grab().toImage();
    const auto middleOf = [&](int bar) {
        const QRect row = m_chart->rowOf(bar);
        const QColor colour = chart_palette::lineStyle(changes()[std::size_t(bar)].style, false).colour;
        double sum = 0;
        int found = 0;
        for (int x = row.left(); x < row.right(); ++x) {
            for (int y = row.top(); y < row.bottom(); ++y) {
                if (image.pixelColor(x, y) == colour) {
                    sum += x;
                    ++found;
                }
            }
        }
        return found > 0 ? sum / found : -1;
    };
    QVERIFY(middleOf(0) > middleOf(1));
    QVERIFY(middleOf(1) > 0);
}

void TestBarChart::aValueThatIsNotDefinedHasNoBar()
{
    const QImage image = plot()->grab().toImage();
    const QRect row = m_chart->rowOf(3);
    const QColor colour = chart_palette::lineStyle(3, false).colour;
    int found = 0;
    for (int x = row.left(); x < row.right() - 150; ++x) {
        found += image.pixelColor(x, row.top() + row.height() / 4) == colour ? 1 : 0;
    }
    QCOMPARE(found, 0);
    QVERIFY(m_chart->summary().contains(QStringLiteral("pairs: not defined")));
    QVERIFY(m_chart->table().rows[3][1].isNull());
}

void TestBarChart::patternsTellBarsApartWithoutColour()
{
    std::vector<Bar> bars;
    for (int style = 0; style < 3; ++style) {
        bars.push_back({.name = QString::number(style), .value = 1, .style = style});
    }
    m_chart->setBars(bars, {});
    QTest::qWait(20);  // drawn when control returns to the event loop
    const QImage image = plot()->grab().toImage();
    const auto sharePainted = [&](int bar) {
        const QRect row = m_chart->rowOf(bar);
        const QColor colour = chart_palette::lineStyle(bar, false).colour;
        int found = 0;
        for (int x = row.left() + 20; x < row.left() + 120; ++x) {
            for (int y = row.center().y() - 5; y < row.center().y() + 5; ++y) {
                found += image.pixelColor(x, y) == colour ? 1 : 0;
            }
        }
        return found;
    };
    QVERIFY(sharePainted(0) > 950);  // solid
    QVERIFY(sharePainted(1) < 500);  // stripes
    QVERIFY(sharePainted(2) > sharePainted(1) && sharePainted(2) < 950);
}

void TestBarChart::arrowsAndClicksChoose()
{
    QSignalSpy chosen(m_chart.get(), &BarChart::barChosen);
    QTest::mouseClick(plot(), Qt::LeftButton, {}, m_chart->rowOf(1).center());
    QCOMPARE(m_chart->currentBar(), 1);
    QTest::keyClick(plot(), Qt::Key_Down);
    QCOMPARE(m_chart->currentBar(), 2);
    QVERIFY(m_chart->summary().contains(QStringLiteral("no change at all")));
    QCOMPARE(m_chart->accessibleDescription(), m_chart->summary());
    QTest::keyClick(plot(), Qt::Key_End);
    QTest::keyClick(plot(), Qt::Key_Down);
    QCOMPARE(m_chart->currentBar(), 3);
    QTest::keyClick(plot(), Qt::Key_Home);
    QCOMPARE(m_chart->currentBar(), 0);
    QCOMPARE(chosen.count(), 4);
    QTest::keyClick(plot(), Qt::Key_Escape);
    QCOMPARE(m_chart->currentBar(), -1);
}

void TestBarChart::theChosenBarStaysWhenNewValuesCome()
{
    m_chart->setCurrentBar(3);
    QSignalSpy chosen(m_chart.get(), &BarChart::barChosen);
    m_chart->setBars(changes(), changeAxis());
    QCOMPARE(m_chart->currentBar(), 3);
    std::vector<Bar> fewer = changes();
    fewer.resize(2);
    m_chart->setBars(fewer, changeAxis());
    QCOMPARE(m_chart->currentBar(), -1);
    QCOMPARE(chosen.count(), 0);
}

void TestBarChart::tableHoldsIntervalsUnrounded()
{
    const ChartTable table = m_chart->table();
    QCOMPARE(table.columns, QStringList({QStringLiteral("task"), QStringLiteral("change, points"),
                                         QStringLiteral("low"), QStringLiteral("high")}));
    QCOMPARE(table.rows[1], QVariantList({QStringLiteral("notes"), -0.12, -0.2, -0.04}));
    QVERIFY(table.rows[2][2].isNull());
    m_chart->setBars({{.name = QStringLiteral("one"), .value = 1}}, {});
    QCOMPARE(m_chart->table().columns.size(), 2);
}

void TestBarChart::wordsNameEveryBar()
{
    m_chart->setSummary(QStringLiteral("What changed."));
    const QString words = m_chart->summary();
    QVERIFY(words.startsWith(QStringLiteral("What changed.")));
    QVERIFY2(words.contains(QStringLiteral("parts: +31.0 points")), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("notes: \u221212.0 points")));
}

void TestBarChart::sharesStandOnAllOfHundred()
{
    m_chart->setBars({{.name = QStringLiteral("half"), .value = 0.5}}, {.form = ValueForm::Share});
    QTest::qWait(20);
    const QImage image = plot()->grab().toImage();
    const QRect row = m_chart->rowOf(0);
    const QColor colour = chart_palette::lineStyle(0, false).colour;
    int painted = 0;
    for (int x = row.left(); x < row.right(); ++x) {
        painted += image.pixelColor(x, row.center().y()) == colour ? 1 : 0;
    }
    QVERIFY2(painted > 0.38 * row.width() && painted < 0.5 * row.width(), qPrintable(QString::number(painted)));
}

void TestBarChart::valuesCanBeWrittenAsBytes()
{
    m_chart->setBars({{.name = QStringLiteral("atlas"), .value = 600000}}, {.text = &format::bytes});
    QVERIFY(m_chart->summary().contains(format::bytes(600000)));
    QTest::qWait(20);
    QVERIFY(!atlas::test::saveScreenshot(*m_chart, QStringLiteral("bar-chart-bytes")).isEmpty());
}

void TestBarChart::looksRightInBothThemes()
{
    m_chart->setCurrentBar(1);
    QVERIFY(!atlas::test::saveScreenshot(*m_chart, QStringLiteral("bar-chart-light")).isEmpty());
    theme::apply(*qApp, theme::Mode::Dark);
    QTest::qWait(20);
    QVERIFY(!atlas::test::saveScreenshot(*m_chart, QStringLiteral("bar-chart-dark")).isEmpty());
    m_chart->resize(260, 200);
    QTest::qWait(20);
    QVERIFY(!atlas::test::saveScreenshot(*m_chart, QStringLiteral("bar-chart-small")).isEmpty());
}

QTEST_MAIN(TestBarChart)
#include "tst_bar_chart.moc"
