#include "project_fixture.h"

#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;

class TestResultStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void numbersSurvive();
    void summaryFollowsThePoints();
    void writingAgainReplaces();
    void readsOnFromAStep();
    void keepsCurvesApart();
    void cellsReplaceWithTheirPredictions();
    void decisionsKeepWhatIsAbsent();
    void effectsReplace();
    void costsReplace();

private:
    template <typename Work>
    auto with(Work work)
    {
        return m_fixture->project().writer().run([&](Connection &connection) {
            ResultStore store(connection);
            return work(store);
        });
    }
    void add(const std::vector<SeriesPoint> &points, const SeriesKey &key = {"loss", "a/stage1"})
    {
        std::vector<std::pair<SeriesKey, SeriesPoint>> list;
        for (const SeriesPoint &point : points) {
            list.emplace_back(key, point);
        }
        with([&](ResultStore &store) { store.addPoints(m_run, list); });
    }
    Series only()
    {
        const auto list = with([&](ResultStore &store) { return store.series(m_run); });
        return list.at(0);
    }

    std::unique_ptr<ProjectFixture> m_fixture;
    std::int64_t m_run = 0;
};

void TestResultStore::init()
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

void TestResultStore::numbersSurvive()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<SeriesPoint> points{{0, 0.1},       {1, std::nan("")}, {2, infinity},
                                          {3, -infinity}, {4, 1e-310},       {5, std::numeric_limits<double>::max()},
                                          {6, 1.0 / 3.0}, {1LL << 60, -0.25}};
    add(points);
    const auto id = only().id;
    const auto read = with([&](ResultStore &store) { return store.points(id); });
    QCOMPARE(read.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        QCOMPARE(read[i].step, points[i].step);
        QVERIFY(std::isnan(points[i].value) ? std::isnan(read[i].value) : read[i].value == points[i].value);
    }
    QCOMPARE(only().minimum, -infinity);
    QCOMPARE(only().maximum, infinity);
}

void TestResultStore::summaryFollowsThePoints()
{
    add({{0, 3}, {1, 1}});
    add({{2, 2}, {3, std::nan("")}});
    const Series series = only();
    QCOMPARE(series.key.metric, "loss");
    QCOMPARE(series.key.context, "a/stage1");
    QCOMPARE(series.count, 4);
    QCOMPARE(series.lastStep, 3);
    QVERIFY(std::isnan(series.last));
    QCOMPARE(series.minimum, 1.0);
    QCOMPARE(series.maximum, 3.0);
}

void TestResultStore::writingAgainReplaces()
{
    add({{0, 9}, {1, 8}, {2, 7}});
    add({{2, 70}, {1, 80}});  // a resumed run, out of order
    const Series series = only();
    QCOMPARE(series.count, 3);
    QCOMPARE(series.last, 70.0);
    QCOMPARE(series.minimum, 9.0);
    QCOMPARE(series.maximum, 80.0);
    const auto points = with([&](ResultStore &store) { return store.points(series.id); });
    QCOMPARE(points.size(), 3U);
    QCOMPARE(points[1].value, 80.0);
}

void TestResultStore::readsOnFromAStep()
{
    add({{10, 1}, {20, 2}, {30, 3}});
    const auto id = only().id;
    const auto rest = with([&](ResultStore &store) { return store.points(id, 10); });
    QCOMPARE(rest.size(), 2U);
    QCOMPARE(rest[0].step, 20);
    QVERIFY(with([&](ResultStore &store) { return store.points(id, 30); }).empty());
}

void TestResultStore::keepsCurvesApart()
{
    add({{0, 1}}, {"loss", "a/stage1"});
    add({{0, 2}}, {"loss", "a/stage2"});
    add({{0, 3}}, {"gate", "a/stage1"});
    const auto list = with([&](ResultStore &store) { return store.series(m_run); });
    QCOMPARE(list.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(list[i].last, static_cast<double>(i + 1));
    }
}

void TestResultStore::cellsReplaceWithTheirPredictions()
{
    const AccuracyCell first{1, 0, {{"accuracy", 0.5}, {"f1_macro", 0.25}}, 4, std::string(64, 'a'), 0.01};
    with([&](ResultStore &store) { store.putCell(m_run, first, {{7, 1, 0, 0.9, 0}, {3, 1, 1, 0.6, 1}}); });
    AccuracyCell again = first;
    again.scores = {{"accuracy", 1.0}};
    again.logitsSha256 = std::string(64, 'b');
    with([&](ResultStore &store) { store.putCell(m_run, again, {{3, 2, 2, std::nan(""), 0.3}}); });
    with([&](ResultStore &store) { store.putCell(m_run, {0, 0, {}, 0, "", 0}, {}); });
    const auto cells = with([&](ResultStore &store) { return store.cells(m_run); });
    QCOMPARE(cells.size(), 2U);
    QVERIFY(cells[0].scores.empty());
    QCOMPARE(cells[1].afterTask, 1);
    QVERIFY(cells[1].scores == again.scores);
    QCOMPARE(cells[1].n, 4);
    QCOMPARE(cells[1].logitsSha256, again.logitsSha256);
    QCOMPARE(cells[1].secondsPerSample, 0.01);
    const auto predictions = with([&](ResultStore &store) { return store.predictions(m_run, 1, 0); });
    QCOMPARE(predictions.size(), 1U);
    QCOMPARE(predictions[0].sampleId, 3);
    QVERIFY(std::isnan(predictions[0].confidence));
    QCOMPARE(predictions[0].score, 0.3);
}

void TestResultStore::decisionsKeepWhatIsAbsent()
{
    DecisionRecord decision;
    decision.task = 1;
    decision.policy = "automatic";
    decision.stage1 = 0.7;
    decision.gain = 0.05;
    decision.se = 0.0;
    decision.decision = "expand";
    decision.sitesKept = 3;
    decision.sites = 12;
    decision.reason = "gain above the threshold";
    decision.gainOf = "probe";
    decision.p = 0.01;
    decision.n = 150;
    decision.delta = 0.005;
    decision.verdict = "expand";
    decision.nearest = "notes";
    decision.cost = ExpansionCost{.parameters = 10, .bytes = 40, .msBefore = 1.5, .msAfter = 2};
    decision.seed = 1ULL << 63;
    decision.decidedBy = "somebody";
    decision.why = "too large";
    with([&](ResultStore &store) { store.putDecision(m_run, decision); });
    decision.decision = "reuse";
    with([&](ResultStore &store) { store.putDecision(m_run, decision); });
    const auto list = with([&](ResultStore &store) { return store.decisions(m_run); });
    QCOMPARE(list.size(), 1U);
    QCOMPARE(list[0].decision, "reuse");
    QCOMPARE(list[0].stage1, 0.7);
    QVERIFY(list[0].gain == decision.gain);
    QVERIFY(list[0].se == std::optional(0.0));
    QVERIFY(!list[0].novelty);
    QCOMPARE(list[0].sitesKept, 3);
    QCOMPARE(list[0].sites, 12);
    QCOMPARE(list[0].reason, decision.reason);
    QCOMPARE(list[0].gainOf, decision.gainOf);
    QCOMPARE(list[0].p, decision.p);
    QCOMPARE(list[0].n, 150);
    QCOMPARE(list[0].delta, 0.005);
    QCOMPARE(list[0].verdict, "expand");
    QCOMPARE(list[0].nearest, "notes");
    QVERIFY(list[0].cost && list[0].cost->bytes == 40 && list[0].cost->msAfter == 2);
    QVERIFY(!list[0].target && !list[0].sufficiency && !list[0].pruningIncrease);
    QCOMPARE(list[0].seed, 1ULL << 63);
    QCOMPARE(list[0].decidedBy, decision.decidedBy);
    QCOMPARE(list[0].why, decision.why);
}

void TestResultStore::effectsReplace()
{
    AdapterEffect effect{.task = 1, .adapter = 0, .firstLayer = 0, .lastLayer = 3, .effect = 0.2, .se = 0.1, .n = 8};
    with([&](ResultStore &store) { store.putEffect(m_run, effect); });
    effect.effect = -0.01;
    with([&](ResultStore &store) { store.putEffect(m_run, effect); });
    effect.lastLayer = 11;
    with([&](ResultStore &store) { store.putEffect(m_run, effect); });
    const auto list = with([&](ResultStore &store) { return store.effects(m_run); });
    QCOMPARE(list.size(), 2U);
    QCOMPARE(list[0].adapter, 0);
    QCOMPARE(list[0].lastLayer, 3);
    QCOMPARE(list[0].effect, -0.01);
    QCOMPARE(list[0].se, 0.1);
    QCOMPARE(list[0].n, 8);
}

void TestResultStore::costsReplace()
{
    TaskCost cost{0, 12.5, 4.5, 1000, 20, 4096, 1LL << 33, 0.5};
    with([&](ResultStore &store) { store.putCost(m_run, cost); });
    cost.trainSeconds = 13;
    with([&](ResultStore &store) { store.putCost(m_run, cost); });
    const auto list = with([&](ResultStore &store) { return store.costs(m_run); });
    QCOMPARE(list.size(), 1U);
    QCOMPARE(list[0].trainSeconds, 13.0);
    QCOMPARE(list[0].samplesPerSecond, 4.5);
    QCOMPARE(list[0].adapterParameters, 1000);
    QCOMPARE(list[0].headParameters, 20);
    QCOMPARE(list[0].bytesAdded, 4096);
    QCOMPARE(list[0].peakMemoryBytes, 1LL << 33);
    QCOMPARE(list[0].randomScore, 0.5);
}

QTEST_APPLESS_MAIN(TestResultStore)
#include "tst_result_store.moc"
