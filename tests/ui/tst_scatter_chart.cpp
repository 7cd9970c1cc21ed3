#include "support/screenshot.h"
#include "widgets/charts/format.h"
#include "widgets/charts/scatter_chart.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

namespace {

ScatterFigure accuracy()
{
    return {.title = QStringLiteral("Average accuracy"),
            .text = [](double value) { return format::percent(value); },
            .scale = 100,
            .unit = QStringLiteral("%")};
}

ScatterFigure size()
{
    return {.title = QStringLiteral("Size"),
            .text = [](double value) { return format::bytes(value); },
            .scale = 1e-6,
            .unit = QStringLiteral("MB")};
}

std::vector<ScatterPoint> points()
{
    return {{.name = QStringLiteral("atlas 3"), .x = 4e6, .y = 0.84, .size = 900, .style = 0},
            {.name = QStringLiteral("atlas 1"), .x = 1e6, .y = 0.78, .size = 300, .style = 1},
            {.name = QStringLiteral("finetune 2"),
             .x = 6e6,
             .y = 0.61,
             .size = 100,
             .style = 2,
             .strong = false,
             .remark = QStringLiteral("Dominated by atlas 3")}};
}

}  // namespace

class TestScatterChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void marksLieWhereTheirFiguresSay();
    void theNearestMarkIsMeant();
    void keysGoFromMarkToMark();
    void tellsItsContentInWordsAndNumbers();
    void emptyAndSinglePointsAreDrawn();
    void pictures();

private:
    std::unique_ptr<ScatterChart> m_chart;
};

void TestScatterChart::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestScatterChart::init()
{
    m_chart = std::make_unique<ScatterChart>();
    m_chart->resize(560, 360);
    m_chart->setTitle(QStringLiteral("atlas 3 is the most accurate, atlas 1 the smallest of the rest"));
    m_chart->setSubtitle(QStringLiteral("3 runs, size of the mark: training time"));
    m_chart->setFigures(size(), accuracy(), {.title = QStringLiteral("Time"), .text = format::duration});
    m_chart->setPoints(points(), {1, 0});
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    QTest::qWait(30);
}

void TestScatterChart::marksLieWhereTheirFiguresSay()
{
    QVERIFY(m_chart->placeOf(1).x() < m_chart->placeOf(0).x());
    QVERIFY(m_chart->placeOf(0).x() < m_chart->placeOf(2).x());
    QVERIFY(m_chart->placeOf(0).y() < m_chart->placeOf(1).y());  // higher up
    QVERIFY(m_chart->placeOf(1).y() < m_chart->placeOf(2).y());
}

void TestScatterChart::theNearestMarkIsMeant()
{
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_chart->pointAt(m_chart->placeOf(i) + QPointF(3, -3)), i);
    }
    QCOMPARE(m_chart->pointAt(m_chart->placeOf(0) + QPointF(60, 60)), -1);
}

void TestScatterChart::keysGoFromMarkToMark()
{
    QSignalSpy hovered(m_chart.get(), &ScatterChart::hovered);
    QSignalSpy chosen(m_chart.get(), &ScatterChart::chosen);
    auto *plot = m_chart->findChild<QWidget *>(QStringLiteral("chartPlot"));
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(m_chart->current(), 1);
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(m_chart->current(), 0);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Right);  // there is none further
    QCOMPARE(m_chart->current(), 2);
    QVERIFY(plot->accessibleDescription().contains(QStringLiteral("Dominated by atlas 3")));
    QTest::keyClick(plot, Qt::Key_Return);
    QCOMPARE(chosen.last().first().toInt(), 2);
    QTest::keyClick(plot, Qt::Key_Escape);
    QCOMPARE(hovered.last().first().toInt(), -1);
}

void TestScatterChart::tellsItsContentInWordsAndNumbers()
{
    const ChartTable table = m_chart->table();
    QCOMPARE(table.columns.size(), 5);
    QCOMPARE(table.rows.size(), std::size_t{3});
    QCOMPARE(table.rows[0][1].toDouble(), 4e6);
    QVERIFY(m_chart->summary().contains(QStringLiteral("atlas 1: 1.0 MB, 78.0")));
    QVERIFY(!m_chart->summary().contains(QStringLiteral("finetune")));  // not of the line
    QVERIFY(m_chart->tip(2).contains(QStringLiteral("6.0 MB")));
}

void TestScatterChart::emptyAndSinglePointsAreDrawn()
{
    m_chart->setPoints({});
    QCOMPARE(m_chart->pointAt({100, 100}), -1);
    m_chart->setPoints({points().front()}, {0});
    QTest::qWait(30);
    QCOMPARE(m_chart->pointAt(m_chart->placeOf(0)), 0);
}

void TestScatterChart::pictures()
{
    QVERIFY(!test::saveScreenshot(*m_chart, QStringLiteral("scatter_chart")).isEmpty());
    QVERIFY(!m_chart->picture().isNull());
    theme::apply(*qApp, theme::Mode::Dark);
    m_chart->setHighlight(0);
    QTest::qWait(30);
    QVERIFY(!test::saveScreenshot(*m_chart, QStringLiteral("scatter_chart_dark")).isEmpty());
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestScatterChart)
#include "tst_scatter_chart.moc"
