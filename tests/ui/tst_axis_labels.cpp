#include "widgets/charts/axis_labels.h"

#include <QPolygonF>
#include <QTest>
#include <QTransform>

using namespace atlas::widgets;

namespace {

QStringList longNames(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i) {
        names << QStringLiteral("基板の外観検査と部品の実装状態 %1").arg(i + 1);
    }
    return names;
}

/// Where labels lie around an axis at y = 0 whose first place is half a slot from x = 0: centred, or turned about the
/// foot of their first letter.
std::vector<QPolygonF> placesOf(const AxisLabels &labels, double slot, const QFontMetrics &metrics)
{
    std::vector<QPolygonF> places;
    for (const AxisLabels::Label &label : labels.labels) {
        const double width = metrics.horizontalAdvance(label.text);
        const QRectF rect = labels.angle > 0 ? QRectF(0, -metrics.height(), width, metrics.height())
                                             : QRectF(-width / 2, 0, width, metrics.height());
        QTransform turn;
        turn.translate((label.place + 0.5) * slot, 0);
        turn.rotate(-labels.angle);
        places.push_back(turn.map(QPolygonF(rect)));
    }
    return places;
}

bool touch(const std::vector<QPolygonF> &places)
{
    for (std::size_t i = 1; i < places.size(); ++i) {
        const QRectF common = places[i - 1].intersected(places[i]).boundingRect();
        if (common.width() > 0.01 && common.height() > 0.01) {
            return true;
        }
    }
    return false;
}

}  // namespace

class TestAxisLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noTwoTouch_data();
    void noTwoTouch();
    void fewShortNamesStandWhole();
    void numbersTakeThePlaceOfNamesThatDoNotFit();
    void turnedNamesEndWhereThePictureEnds();
    void stepsAreRound();
};

void TestAxisLabels::noTwoTouch_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("small") << 400;
    QTest::newRow("wide") << 900;
}

void TestAxisLabels::noTwoTouch()
{
    QFETCH(const int, width);
    const QFontMetrics metrics{QFont()};
    for (int count = 2; count <= 60; ++count) {
        const QStringList names = longNames(count);
        const double slot = double(width) / count;
        const AxisLabels below = labelsBelow(names, slot, metrics);
        QVERIFY2(!below.labels.empty() && !touch(placesOf(below, slot, metrics)), qPrintable(QString::number(count)));
        const AxisLabels above = labelsAbove(names, slot, 120, 40, metrics);
        QVERIFY2(!above.labels.empty() && !touch(placesOf(above, slot, metrics)), qPrintable(QString::number(count)));
    }
}

void TestAxisLabels::fewShortNamesStandWhole()
{
    const QFontMetrics metrics{QFont()};
    const QStringList names{QStringLiteral("parts"), QStringLiteral("notes")};
    for (const AxisLabels &labels : {labelsBelow(names, 200, metrics), labelsAbove(names, 200, 120, 40, metrics)}) {
        QCOMPARE(labels.labels.size(), std::size_t{2});
        QCOMPARE(labels.labels[1].text, QStringLiteral("notes"));
        QCOMPARE(labels.angle, 0.0);
        QCOMPARE(labels.height(metrics), double(metrics.height()));
    }
}

void TestAxisLabels::numbersTakeThePlaceOfNamesThatDoNotFit()
{
    const QFontMetrics metrics{QFont()};
    const AxisLabels few = labelsBelow(longNames(4), 60, metrics);
    QCOMPARE(few.labels.size(), std::size_t{4});
    QCOMPARE(few.labels[0].text, QStringLiteral("1"));
    const AxisLabels many = labelsBelow(longNames(50), 6, metrics);
    QVERIFY(many.labels.size() <= 10);
    QCOMPARE(many.labels.back().text, QStringLiteral("50"));
    QCOMPARE(many.labels.back().place, 49);
}

void TestAxisLabels::turnedNamesEndWhereThePictureEnds()
{
    const QFontMetrics metrics{QFont()};
    constexpr double kSlot = 20;
    constexpr int kCount = 30;
    const AxisLabels labels = labelsAbove(longNames(kCount), kSlot, 120, 40, metrics);
    QVERIFY(labels.angle > 0);
    for (const QPolygonF &place : placesOf(labels, kSlot, metrics)) {
        // Its foot: the upper corner of the last letter lies as far left as it is high.
        QVERIFY2(place[2].x() <= kCount * kSlot + 40 + 1, qPrintable(QString::number(place[2].x())));
    }
    QVERIFY(metrics.horizontalAdvance(labels.labels.front().text) <= 120);
}

void TestAxisLabels::stepsAreRound()
{
    QCOMPARE(labelStep(30, 20), 1);
    QCOMPARE(labelStep(12, 20), 2);
    QCOMPARE(labelStep(6, 20), 5);
    QCOMPARE(labelStep(2.5, 20), 10);
    QCOMPARE(labelStep(0, 20), 20);
}

QTEST_MAIN(TestAxisLabels)
#include "tst_axis_labels.moc"
