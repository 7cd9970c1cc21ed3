#include "tests/support/screenshot.h"
#include "widgets/charts/point_cloud.h"
#include "widgets/frame/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <random>

using namespace atlas;
using namespace atlas::widgets;

/// The cloud of points alone; what is chosen with it is told in tst_sample_map.
class TestPointCloud : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void wheelAndDragMoveTheView();
    void theViewStaysWhilePointsLieWhereTheyWere();
    void onlyWhatIsStrongAndShownIsChosen();
    void seventyThousandPointsStayQuick();
};

namespace {

/// Eight heaps around a circle, a group each; every tenth point is faint.
std::vector<CloudPoint> heaps(int count)
{
    std::mt19937 random(3);
    std::normal_distribution<double> spread(0, 0.6);
    std::vector<CloudPoint> points;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * M_PI * (i % 8) / 8;
        points.push_back(
            {3 * std::cos(angle) + spread(random), 3 * std::sin(angle) + spread(random), i % 8, i % 10 != 0});
    }
    return points;
}

std::vector<CloudGroup> eightGroups()
{
    std::vector<CloudGroup> groups;
    for (int i = 0; i < 8; ++i) {
        groups.push_back({.name = QString::number(i),
                          .colour = theme::categorical(i),
                          .marker = chart_palette::Marker(i % chart_palette::kMarkers)});
    }
    return groups;
}

void showCloud(PointCloud &cloud)
{
    cloud.setTitle(QStringLiteral("Eight heaps"));
    cloud.setSubtitle(QStringLiteral("Points of eight groups"));
    cloud.resize(1100, 760);
    cloud.show();
    QVERIFY(QTest::qWaitForWindowExposed(&cloud));
    QTest::qWait(50);
}

void turnWheel(PointCloud &cloud, const QPointF &at, int delta)
{
    QWheelEvent wheel(at, cloud.area()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(cloud.area(), &wheel);
}

}  // namespace

void TestPointCloud::wheelAndDragMoveTheView()
{
    PointCloud cloud;
    cloud.setData(eightGroups(), heaps(40));
    showCloud(cloud);
    QWidget *area = cloud.area();
    const QPointF before = cloud.placeOf(0);
    turnWheel(cloud, before, 480);
    QVERIFY((cloud.placeOf(0) - before).manhattanLength() < 1);  // what is under the mouse stays there
    const QPointF other = cloud.placeOf(1);
    QTest::mousePress(area, Qt::RightButton, {}, QPoint(200, 200));
    QTest::mouseMove(area, QPoint(230, 220));
    QTest::mouseMove(area, QPoint(260, 240));
    QTest::mouseRelease(area, Qt::RightButton, {}, QPoint(260, 240));
    QVERIFY((cloud.placeOf(1) - other - QPointF(60, 40)).manhattanLength() < 2);
    QTest::mouseDClick(area, Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY((cloud.placeOf(0) - before).manhattanLength() < 1);
}

void TestPointCloud::theViewStaysWhilePointsLieWhereTheyWere()
{
    PointCloud cloud;
    cloud.setData(eightGroups(), heaps(40));
    showCloud(cloud);
    turnWheel(cloud, QPointF(300, 300), 480);
    const QPointF before = cloud.placeOf(5);
    std::vector<CloudPoint> recoloured = heaps(40);
    recoloured[5].group = 0;
    cloud.setData(eightGroups(), std::move(recoloured));
    QVERIFY((cloud.placeOf(5) - before).manhattanLength() < 0.01);
    std::vector<CloudPoint> others = heaps(40);
    others[5].x = 40;
    cloud.setData(eightGroups(), std::move(others));
    QVERIFY(QRectF(cloud.area()->rect()).contains(cloud.placeOf(5)));  // all is in view again
}

void TestPointCloud::onlyWhatIsStrongAndShownIsChosen()
{
    PointCloud cloud;
    cloud.setData(eightGroups(), heaps(80));
    showCloud(cloud);
    const QPolygonF everything(QRectF(cloud.area()->rect()));
    QCOMPARE(cloud.inside(everything).size(), std::size_t(72));
    cloud.setGroupShown(1, false);
    for (const int point : cloud.inside(everything)) {
        QVERIFY(point % 10 != 0 && point % 8 != 1);
    }
    const QSignalSpy clicked(&cloud, &PointCloud::clicked);
    QTest::mouseClick(cloud.area(), Qt::LeftButton, {}, cloud.placeOf(10).toPoint());
    QVERIFY(clicked.size() == 1 && clicked[0][0].toInt() != 10);
}

void TestPointCloud::seventyThousandPointsStayQuick()
{
    constexpr int kCount = 70'000;
    std::vector<CloudPoint> points = heaps(kCount);
    PointCloud cloud;
    showCloud(cloud);
    QElapsedTimer watch;
    watch.start();
    cloud.setData(eightGroups(), std::move(points));
    QWidget *area = cloud.area();
    const auto painted = [&](int point) {
        const QImage picture = area->grab().toImage();
        return picture.pixelColor(cloud.placeOf(point).toPoint() * picture.devicePixelRatio()) != theme::surface();
    };
    while (!painted(1) && watch.elapsed() < 5000) {
        QTest::qWait(0);
    }
    const qint64 first = watch.elapsed();
    QVERIFY(painted(1));
    constexpr int kPans = 10;
    QTest::mousePress(area, Qt::RightButton, {}, QPoint(200, 200));
    watch.restart();
    for (int i = 1; i <= kPans; ++i) {
        QTest::mouseMove(area, QPoint(200 + 10 * i, 200));
        QTest::qWait(0);
        area->grab();
    }
    const double pan = double(watch.elapsed()) / kPans;
    QTest::mouseRelease(area, Qt::RightButton, {}, QPoint(300, 200));
    watch.restart();
    const auto inside = cloud.inside(QPolygonF(QRectF(100, 100, 500, 400)));
    const qint64 lasso = watch.elapsed();
    cloud.setChosen(inside);
    watch.restart();
    for (int i = 0; i < kPans; ++i) {
        QTest::mouseMove(area, QPoint(300 + i, 300 + i));
    }
    const double hover = double(watch.elapsed()) / kPans;
    qInfo("70,000 points: first paint %lld ms, pan %.1f ms a step, lasso %lld ms (%zu inside), hover %.1f ms", first,
          pan, lasso, inside.size(), hover);
    QVERIFY(!test::saveScreenshot(cloud, QStringLiteral("point_cloud")).isEmpty());
    QVERIFY(first < 1500);
    QVERIFY(pan < 400);
    QVERIFY(lasso < 400);
}

QTEST_MAIN(TestPointCloud)
#include "tst_point_cloud.moc"
