#include "widgets/results/learning_curves.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::widgets;

class TestLearningCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tasksAndStagesComeInTheirOrder();
    void curvesOfOlderTasksAreNotTheTasksOwn();
    void theBestIsTheFirstOfTheHighest();
    void lateGainIsOfTheLastQuarter();
    void gapsAreNoValues();
};

namespace {

const std::vector<std::string> kTasks{"z", "a"};

LearningCurve curveOf(std::vector<double> values)
{
    std::vector<SeriesPoint> points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        points.push_back({std::int64_t(10 * i), values[i]});
    }
    const auto curves = learningCurves(kTasks, {{{"validation", "a/stage2"}, points}});
    return curves.empty() ? LearningCurve{} : curves.front();
}

}  // namespace

void TestLearningCurves::tasksAndStagesComeInTheirOrder()
{
    const auto curves = learningCurves(kTasks, {{{"validation", "a/stage2"}, {{0, 0.1}}},
                                                {{"validation", "a/stage1"}, {{0, 0.2}}},
                                                {{"validation", "z/stage2"}, {{0, 0.3}}},
                                                {{"loss", "z/stage2"}, {{0, 3}}}});
    QCOMPARE(curves.size(), std::size_t{3});
    QCOMPARE(curves[0].task, 0);
    QCOMPARE(curves[1].stage, std::string("stage1"));
    QCOMPARE(curves[2].stage, std::string("stage2"));
    const auto last = lastStages(curves);
    QCOMPARE(last.size(), std::size_t{2});
    QCOMPARE(last[1].stage, std::string("stage2"));
}

void TestLearningCurves::curvesOfOlderTasksAreNotTheTasksOwn()
{
    QVERIFY(learningCurves(kTasks, {{{"validation", "a/stage2/z"}, {{0, 0.1}}}}).empty());
    QVERIFY(learningCurves(kTasks, {{{"validation", "gone/stage2"}, {{0, 0.1}}}}).empty());
}

void TestLearningCurves::theBestIsTheFirstOfTheHighest()
{
    QCOMPARE(curveOf({0.2, 0.7, 0.5, 0.7}).best, QPointF(10, 0.7));
}

void TestLearningCurves::lateGainIsOfTheLastQuarter()
{
    QVERIFY(std::abs(curveOf({0.2, 0.4, 0.5, 0.6, 0.6, 0.6, 0.65, 0.7}).lateGain - 0.1) < 1e-12);
    QVERIFY(curveOf({0.2, 0.7, 0.7, 0.6}).lateGain < 0);
    QCOMPARE(curveOf({0.2, 0.7, 0.9}).lateGain, 0.0);  // too few to say
}

void TestLearningCurves::gapsAreNoValues()
{
    QCOMPARE(curveOf({0.2, std::nan(""), 0.5, std::nan("")}).best, QPointF(20, 0.5));
    QVERIFY(curveOf({std::nan("")}).points.empty());
}

QTEST_GUILESS_MAIN(TestLearningCurves)
#include "tst_learning_curves.moc"
