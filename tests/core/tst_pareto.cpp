#include "core/pareto.h"

#include <QtTest>

#include <random>

using namespace atlas;

namespace {

bool dominates(const ParetoPoint &a, const ParetoPoint &b)
{
    return a.first >= b.first && a.second >= b.second && (a.first > b.first || a.second > b.second);
}

}  // namespace

class TestPareto : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatNoOtherBeats();
    void agreesWithTheDefinition();
    void isQuickForManyPoints();
};

void TestPareto::holdsWhatNoOtherBeats()
{
    QVERIFY(paretoFront({}).front.empty());
    const std::vector<ParetoPoint> points{{1, 1}, {2, 0}, {0, 2}, {1, 0}, {1, 1}};
    const ParetoFront found = paretoFront(points);
    QCOMPARE(found.front, (std::vector<std::size_t>{1, 0, 4, 2}));
    QVERIFY(!found.onFront(3));
    QVERIFY(dominates(points[static_cast<std::size_t>(found.dominatedBy[3])], points[3]));
}

void TestPareto::agreesWithTheDefinition()
{
    std::mt19937 random(3);
    for (int round = 0; round < 400; ++round) {
        std::vector<ParetoPoint> points(random() % 40);
        for (ParetoPoint &point : points) {
            point = {static_cast<double>(random() % 9), static_cast<double>(random() % 9)};  // many ties
        }
        const ParetoFront found = paretoFront(points);
        std::size_t onFront = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool beaten =
                std::ranges::any_of(points, [&](const auto &other) { return dominates(other, points[i]); });
            QCOMPARE(found.onFront(i), !beaten);
            onFront += beaten ? 0 : 1;
            if (beaten) {
                const auto by = static_cast<std::size_t>(found.dominatedBy[i]);
                QVERIFY(dominates(points[by], points[i]) && found.onFront(by));
            }
        }
        QCOMPARE(found.front.size(), onFront);
    }
}

void TestPareto::isQuickForManyPoints()
{
    std::mt19937 random(5);
    std::vector<ParetoPoint> points(200'000);
    for (ParetoPoint &point : points) {
        point.first = static_cast<double>(random()) / 7;
        point.second = -point.first;  // all of them are on the front, the worst case of comparing pairs
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(paretoFront(points).front.size(), points.size());
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestPareto)
#include "tst_pareto.moc"
