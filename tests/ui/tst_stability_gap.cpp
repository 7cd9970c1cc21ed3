#include "widgets/results/stability_gap.h"

#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestStabilityGap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tasksFollowEachOtherOnOneAxis();
    void theDeepestFallInsideATaskIsNamed();
    void theMinimumIsOfEachOlderTask();
    void withoutWatchedTasksThereIsNothing();
    void namesMayHoldASlash();
};

namespace {

const std::vector<std::string> kTasks{"a", "b", "c"};

RunCurves curves()
{
    return {{{"validation", "a/stage2"}, {{0, 0.2}, {10, 0.9}}},
            {{"validation", "b/stage1"}, {{0, 0.1}, {5, 0.4}}},
            {{"validation", "b/stage1/a"}, {{0, 0.9}, {5, 0.8}}},
            {{"validation", "b/stage2"}, {{0, 0.4}, {20, 0.8}}},
            {{"validation", "b/stage2/a"}, {{0, 0.8}, {10, 0.5}, {20, 0.85}}},
            {{"validation", "c/stage2"}, {{0, 0.3}, {8, 0.7}}},
            {{"validation", "c/stage2/a"}, {{0, 0.85}, {8, 0.8}}},
            {{"validation", "c/stage2/b"}, {{0, 0.8}, {8, 0.6}}}};
}

}  // namespace

void TestStabilityGap::tasksFollowEachOtherOnOneAxis()
{
    const StabilityGap gap = stabilityGap(kTasks, curves());
    QCOMPARE(gap.lines.size(), std::size_t{2});
    QCOMPARE(gap.lines[0].task, 0);
    std::vector<double> x;
    for (const QPointF &point : gap.lines[0].points) {
        x.push_back(point.x());
    }
    // a took 10 steps, b's stages 5 and 20.
    QCOMPARE(x, (std::vector<double>{10, 15, 15, 25, 35, 35, 43}));
    QCOMPARE(gap.lines[1].points.front(), QPointF(35, 0.8));
    QCOMPARE(gap.boundaries.size(), std::size_t{3});
    QCOMPARE(gap.boundaries[1].x, 10.0);
    QCOMPARE(gap.boundaries[2].x, 35.0);
    QCOMPARE(gap.boundaries[2].name, QStringLiteral("c"));
}

void TestStabilityGap::theDeepestFallInsideATaskIsNamed()
{
    const StabilityGap::Dip worst = stabilityGap(kTasks, curves()).worst;
    QCOMPARE(worst.task, 0);
    QCOMPARE(worst.during, 1);
    QCOMPARE(worst.before, 0.9);  // when b began, not when its second stage did
    QCOMPARE(worst.lowest, 0.5);
    QCOMPARE(worst.after, 0.85);
}

void TestStabilityGap::theMinimumIsOfEachOlderTask()
{
    QCOMPARE(*stabilityGap(kTasks, curves()).minimum, (0.5 + 0.6) / 2);
}

void TestStabilityGap::withoutWatchedTasksThereIsNothing()
{
    const StabilityGap gap = stabilityGap(kTasks, {{{"validation", "a/stage2"}, {{0, 0.2}, {10, 0.9}}}});
    QVERIFY(gap.lines.empty());
    QVERIFY(gap.boundaries.empty());
    QVERIFY(!gap.minimum);
    QCOMPARE(gap.worst.task, -1);
}

void TestStabilityGap::namesMayHoldASlash()
{
    const StabilityGap gap = stabilityGap({"x/y", "z"}, {{{"validation", "x/y/stage2"}, {{4, 0.9}}},
                                                         {{"validation", "z/stage2/x/y"}, {{0, 0.9}, {4, 0.7}}}});
    QCOMPARE(gap.lines.size(), std::size_t{1});
    QCOMPARE(gap.lines[0].points.back(), QPointF(8, 0.7));
}

QTEST_GUILESS_MAIN(TestStabilityGap)
#include "tst_stability_gap.moc"
