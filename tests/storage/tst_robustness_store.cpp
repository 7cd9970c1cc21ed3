#include "project_fixture.h"

#include "storage/connection.h"
#include "storage/robustness_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;

class TestRobustnessStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void curvesSurvive();
    void measuringAgainReplaces();
    void tasksAndPerturbationsStayApart();

private:
    static RobustnessCurve curve(const std::string &perturbation);
    void put(int task, const RobustnessCurve &curve)
    {
        m_fixture->project().writer().run(
            [&](Connection &connection) { RobustnessStore(connection).put(m_run, task, curve); });
    }
    std::vector<KeptCurve> curves()
    {
        return m_fixture->project().writer().run(
            [&](Connection &connection) { return RobustnessStore(connection).curves(m_run); });
    }

    std::unique_ptr<ProjectFixture> m_fixture;
    std::int64_t m_run = 0;
};

void TestRobustnessStore::init()
{
    m_fixture = std::make_unique<ProjectFixture>();
    m_fixture->addTask("a");
    m_run = m_fixture->project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).setSequence("s", {"a"});
        RunSpec spec;
        spec.sequence = "s";
        spec.strategy = "atlas";
        return RunStore(connection).create(spec).id;
    });
}

RobustnessCurve TestRobustnessStore::curve(const std::string &perturbation)
{
    RobustnessCurve curve;
    curve.perturbation = perturbation;
    curve.score = "accuracy";
    curve.seed = 0xffffffffffffffffULL;
    curve.points = {{.strength = 0, .score = 0.9, .low = 0.8, .high = 0.95, .confidence = 0.88, .n = 120},
                    {.strength = 0.5, .score = 0.7, .low = 0.6, .high = 0.8, .confidence = 0.75, .n = 120}};
    curve.turned = TurnedSample{.sample = 42,
                                .strength = 0.5,
                                .before = "good",
                                .confidenceBefore = 0.9,
                                .after = "defect",
                                .confidenceAfter = 0.8,
                                .text = "変わった文",
                                .picture = std::string("\x89PNG\0\xff", 6)};
    return curve;
}

void TestRobustnessStore::curvesSurvive()
{
    put(0, curve("blur"));
    const std::vector<KeptCurve> kept = curves();
    QCOMPARE(kept.size(), std::size_t{1});
    QVERIFY(kept[0].curve == curve("blur"));
    QVERIFY(kept[0].measuredUs > 0);
    RobustnessCurve without = curve("noise");
    without.turned.reset();
    put(0, without);
    QVERIFY(curves()[1].curve == without);
}

void TestRobustnessStore::measuringAgainReplaces()
{
    put(0, curve("blur"));
    RobustnessCurve other = curve("blur");
    other.points.pop_back();
    other.turned->picture.clear();
    other.seed = 2;
    put(0, other);
    const std::vector<KeptCurve> kept = curves();
    QCOMPARE(kept.size(), std::size_t{1});
    QVERIFY(kept[0].curve == other);
}

void TestRobustnessStore::tasksAndPerturbationsStayApart()
{
    put(1, curve("typos"));
    put(0, curve("blur"));
    put(0, curve("noise"));
    const std::vector<KeptCurve> kept = curves();
    QCOMPARE(kept.size(), std::size_t{3});
    QCOMPARE(kept[0].task, 0);
    QCOMPARE(kept[2].task, 1);
    QCOMPARE(kept[2].curve.perturbation, std::string("typos"));
    for (const KeptCurve &one : kept) {
        QCOMPARE(one.curve.points.size(), std::size_t{2});
        QVERIFY(one.curve.turned.has_value());
    }
}

QTEST_GUILESS_MAIN(TestRobustnessStore)
#include "tst_robustness_store.moc"
