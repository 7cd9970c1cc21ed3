#include "finished_run.h"

#include "storage/audit_trail.h"
#include "storage/decide/target_store.h"
#include "storage/decide/update_policy.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;

class TestTargets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void targetsAreKeptInTheirOrder();
    void sequencesHaveTheirOwn();
    void aChangeIsToldInTheTrail();
    void nonsenseChangesNothing();
    void assumptionsAreKeptExactly();
    void thePolicyIsOne();
    void thePolicyTellsWhenItIsDue();
};

namespace {

const Targets kAsked{{"minimum", "b", 0.9}, {"minimum", "a", 0.85}, {"bytes_added", "", 5e6}};

template <typename Work>
auto with(ProjectFixture &fixture, Work work)
{
    return fixture.project().writer().run([&](Connection &connection) {
        TargetStore store(connection);
        return work(store);
    });
}

std::vector<AuditEntry> trailOf(ProjectFixture &fixture)
{
    return AuditTrail(*fixture.project().connect()).list();
}

}  // namespace

void TestTargets::targetsAreKeptInTheirOrder()
{
    ProjectFixture fixture;
    with(fixture, [](TargetStore &store) { store.setTargets("pilot", kAsked, "Aiko"); });
    QCOMPARE(TargetStore(*fixture.project().connect()).targets("pilot"), kAsked);
    with(fixture, [](TargetStore &store) { store.setTargets("pilot", {}, "Aiko"); });
    QVERIFY(TargetStore(*fixture.project().connect()).targets("pilot").empty());
}

void TestTargets::sequencesHaveTheirOwn()
{
    ProjectFixture fixture;
    with(fixture, [](TargetStore &store) {
        store.setTargets("pilot", kAsked, "Aiko");
        store.setTargets("all", {{"average", "", 0.5}}, "Aiko");
    });
    QCOMPARE(TargetStore(*fixture.project().connect()).targets("pilot"), kAsked);
    QCOMPARE(TargetStore(*fixture.project().connect()).targets("all").size(), 1U);
}

void TestTargets::aChangeIsToldInTheTrail()
{
    ProjectFixture fixture;
    with(fixture, [](TargetStore &store) {
        store.setTargets("pilot", kAsked, "Aiko");
        store.setTargets("pilot", kAsked, "Bert");  // the same again
        store.setTargets("pilot", {{"average", "", 0.5}}, "Bert");
    });
    const std::vector<AuditEntry> trail = trailOf(fixture);
    QCOMPARE(trail.size(), 2U);
    QCOMPARE(trail[0].act.actor, std::string("Bert"));
    QCOMPARE(trail[0].act.action, std::string("targets"));
    QCOMPARE(trail[0].act.object, std::string("pilot"));
    QCOMPARE(trail[0].act.before, std::string("minimum b = 0.9; minimum a = 0.85; bytes_added = 5e+06"));
    QCOMPARE(trail[0].act.after, std::string("average = 0.5"));
    QCOMPARE(trail[1].act.before, std::string());
}

void TestTargets::nonsenseChangesNothing()
{
    ProjectFixture fixture;
    with(fixture, [](TargetStore &store) { store.setTargets("pilot", kAsked, "Aiko"); });
    for (const Target &bad : {Target{"minimum", "a", 90}, Target{"wish", "", 1}, Target{"minimum", "", 0.5}}) {
        QVERIFY(
            errorCodeOf([&] { with(fixture, [&](TargetStore &store) { store.setTargets("pilot", {bad}, "x"); }); }));
    }
    QCOMPARE(TargetStore(*fixture.project().connect()).targets("pilot"), kAsked);
    QCOMPARE(trailOf(fixture).size(), 1U);
}

void TestTargets::assumptionsAreKeptExactly()
{
    ProjectFixture fixture;
    const RoiSheet sheet{.values = {{"items_per_month", 0}, {"staff_rate", 0.1 + 0.2}}, .currency = "円"};
    with(fixture, [&](TargetStore &store) {
        store.setRoi("pilot", sheet, "Aiko");
        store.setRoi("pilot", sheet, "Aiko");
    });
    QCOMPARE(TargetStore(*fixture.project().connect()).roi("pilot"), sheet);  // 0 is typed, not blank
    QVERIFY(TargetStore(*fixture.project().connect()).roi("other").values.empty());
    QCOMPARE(trailOf(fixture).size(), 1U);
    QCOMPARE(trailOf(fixture)[0].act.after,
             std::string("currency = 円; items_per_month = 0; staff_rate = 0.30000000000000004"));
    QVERIFY(errorCodeOf([&] {
        with(fixture, [](TargetStore &store) {
            store.setRoi("pilot", {.values = {{"months", -1}}, .currency = {}}, "x");
        });
    }));
}

void TestTargets::thePolicyIsOne()
{
    ProjectFixture fixture;
    QCOMPARE(readPolicy(*fixture.project().connect()), UpdatePolicy{});
    const UpdatePolicy policy{.newSamples = 500,
                              .ageDays = {},
                              .below = 0.8,
                              .decides = "head of quality",
                              .secondPerson = true,
                              .note = "ask the line first"};
    fixture.project().writer().run([&](Connection &connection) {
        writePolicy(connection, policy, "Aiko");
        writePolicy(connection, policy, "Aiko");
    });
    QCOMPARE(readPolicy(*fixture.project().connect()), policy);
    QCOMPARE(trailOf(fixture).size(), 1U);
    for (const UpdatePolicy &bad :
         {UpdatePolicy{.newSamples = 0}, UpdatePolicy{.ageDays = -3}, UpdatePolicy{.below = 80}}) {
        QCOMPARE(errorCodeOf([&] {
                     fixture.project().writer().run(
                         [&](Connection &connection) { writePolicy(connection, bad, "Aiko"); });
                 }),
                 ErrorCode::BadInput);
    }
    QCOMPARE(readPolicy(*fixture.project().connect()), policy);
}

void TestTargets::thePolicyTellsWhenItIsDue()
{
    ProjectFixture fixture;
    test::FinishedRuns runs(fixture);
    QVERIFY(!readPolicyStatus(*fixture.project().connect()).ageDays);
    const ModelVersion version = runs.version();
    constexpr std::int64_t kTenDaysUs = 864'000'000'000;
    runs.write([&](Connection &connection) {
        ModelRegistry(connection).promote(version.number, {.reason = "first", .actor = "Aiko"});
        connection.execute("UPDATE run SET ended_us = " + std::to_string(nowUs() - kTenDaysUs - 1'000'000));
        writePolicy(connection, {.ageDays = 30}, "Aiko");
    });
    QCOMPARE(readPolicyStatus(*fixture.project().connect()).ageDays, 10);
    QVERIFY(!readPolicyStatus(*fixture.project().connect()).due);
    runs.write([&](Connection &connection) { writePolicy(connection, {.ageDays = 10}, "Aiko"); });
    QVERIFY(readPolicyStatus(*fixture.project().connect()).due);
}

QTEST_GUILESS_MAIN(TestTargets)
#include "tst_targets.moc"
