#include "widgets/charts/label_spread.h"
#include "widgets/charts/palette.h"

#include <QTest>

#include <random>
#include <set>

using namespace atlas::widgets;
using namespace atlas::widgets::chart_palette;

class TestChartPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesStandOutFromTheirSurface_data();
    void linesStandOutFromTheirSurface();
    void twelveLinesLookDifferent();
    void cividisRisesInLuminance();
    void cellTextCanBeRead();
    void changeIsCentredAtWhite();
    void labelsKeepOrderAndDistance();
    void labelsWithRoomStayWhereTheyAre();
};

void TestChartPalette::linesStandOutFromTheirSurface_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("surface");
    QTest::newRow("light") << false << QColor(Qt::white);
    QTest::newRow("dark") << true << QColor(0x1e, 0x21, 0x26);
}

void TestChartPalette::linesStandOutFromTheirSurface()
{
    QFETCH(bool, dark);
    QFETCH(QColor, surface);
    for (int i = 0; i < 12; ++i) {
        QVERIFY2(contrast(lineStyle(i, dark).colour, surface) >= 3.0, qPrintable(QString::number(i)));
    }
}

void TestChartPalette::twelveLinesLookDifferent()
{
    for (const bool dark : {false, true}) {
        std::set<std::tuple<QRgb, int, int>> looks;
        std::set<std::tuple<int, int>> withoutColour;
        std::set<std::tuple<QRgb, int>> colourAndMarker;  // what the names at the lines' ends show
        for (int i = 0; i < 12; ++i) {
            const LineStyle style = lineStyle(i, dark);
            looks.emplace(style.colour.rgb(), int(style.marker), int(style.dash));
            withoutColour.emplace(int(style.marker), int(style.dash));
            colourAndMarker.emplace(style.colour.rgb(), int(style.marker));
        }
        QCOMPARE(looks.size(), std::size_t{12});
        QCOMPARE(colourAndMarker.size(), std::size_t{12});
        QVERIFY(withoutColour.size() >= 6);
    }
}

void TestChartPalette::cividisRisesInLuminance()
{
    double before = -1;
    for (int i = 0; i <= 100; ++i) {
        const double now = relativeLuminance(cividis(i / 100.0));
        QVERIFY(now > before);
        before = now;
    }
    QCOMPARE(cividis(-3), cividis(0));
    QCOMPARE(cividis(7), cividis(1));
}

void TestChartPalette::cellTextCanBeRead()
{
    for (int i = 0; i <= 100; ++i) {
        for (const QColor &colour : {cividis(i / 100.0), diverging(i / 50.0 - 1)}) {
            QVERIFY2(contrast(textOn(colour), colour) >= 4.5, qPrintable(colour.name()));
        }
    }
}

void TestChartPalette::changeIsCentredAtWhite()
{
    QCOMPARE(diverging(0), QColor(Qt::white));
    QVERIFY(diverging(-1).blue() > diverging(-1).red());
    QVERIFY(diverging(1).red() > diverging(1).blue());
}

void TestChartPalette::labelsKeepOrderAndDistance()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 300);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> wanted(8);
        for (double &value : wanted) {
            value = place(random);
        }
        const std::vector<double> placed = spreadLabels(wanted, 20, 0, 300);
        for (std::size_t a = 0; a < wanted.size(); ++a) {
            QVERIFY(placed[a] >= 0 && placed[a] <= 300);
            for (std::size_t b = a + 1; b < wanted.size(); ++b) {
                QVERIFY(std::abs(placed[a] - placed[b]) >= 20 - 1e-9);
                QVERIFY(wanted[a] == wanted[b] || (wanted[a] < wanted[b]) == (placed[a] < placed[b]));
            }
        }
    }
}

void TestChartPalette::labelsWithRoomStayWhereTheyAre()
{
    const std::vector<double> wanted{200, 50, 120};
    QCOMPARE(spreadLabels(wanted, 20, 0, 300), wanted);
    QVERIFY(spreadLabels({}, 20, 0, 300).empty());
}

QTEST_APPLESS_MAIN(TestChartPalette)
#include "tst_chart_palette.moc"
