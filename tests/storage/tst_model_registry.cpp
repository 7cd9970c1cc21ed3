#include "finished_run.h"

#include "storage/audit_trail.h"
#include "storage/decide/update_policy.h"
#include "storage/run_notes.h"
#include "storage/verify.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::errorMessageOf;
using atlas::test::FinishedRuns;
using atlas::test::ProjectFixture;

class TestModelRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVersionIsARunAndItsBytes();
    void onlyAFinishedRunBecomesAVersion();
    void aVersionStaysAsItIs();
    void aChangedPackageIsFound();
    void aNameMovesWithAReason();
    void namesThatCouldBeRunsAreRefused();
    void rollingBackGoesToTheOneBefore();
    void onlyWhatHasServedCanBeGoneBackTo();
    void aSecondPersonApproves();
    void aRejectedRequestChangesNothing();
    void anAliasStandsForARun();
    void aRunOfAVersionIsNotRemoved();
    void everyMoveIsInTheTrail();
    void historyOnlyGrows();
};

namespace {

Move because(const std::string &reason, const std::string &actor = "Aiko")
{
    return {.reason = reason, .actor = actor};
}

template <typename Work>
auto with(FinishedRuns &runs, Work work)
{
    return runs.write([&](Connection &connection) {
        ModelRegistry registry(connection);
        return work(registry);
    });
}

std::string served(ProjectFixture &fixture)
{
    const auto run = ModelRegistry(*fixture.project().connect()).resolve(kProduction);
    return run ? run->name : "";
}

std::string findings(ProjectFixture &fixture)
{
    NullObserver observer;
    std::string all;
    for (const std::string &finding : verifyProject(fixture.project(), observer, {})) {
        all += finding + "\n";
    }
    return all;
}

}  // namespace

void TestModelRegistry::aVersionIsARunAndItsBytes()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion version = runs.version();
    QCOMPARE(version.key(), std::string("v1"));
    QCOMPARE(version.run.spec.backboneSha256, std::string(64, 'b'));
    QCOMPARE(version.files.size(), 2U);
    QCOMPARE(version.files[0].path, std::string("a/package.safetensors"));
    QCOMPARE(version.files[0].bytes, std::int64_t(std::string("weights of atlas 1 for a").size()));
    QCOMPARE(version.files[0].sha256.size(), 64U);
    QCOMPARE(version.note, std::string("a note"));
    // The same run again is the same version.
    const ModelVersion again = with(runs, [&](ModelRegistry &registry) {
        return registry.add(version.run.uuid, version.files, "another note", "Bert");
    });
    QCOMPARE(again.number, version.number);
    QCOMPARE(again.note, std::string("a note"));
    QCOMPARE(runs.version().key(), std::string("v2"));
    const auto reader = fixture.project().connect();
    QCOMPARE(ModelRegistry(*reader).list().size(), 2U);
    QCOMPARE(ModelRegistry(*reader).get("v2").number, 2);
    QCOMPARE(errorCodeOf([&] { ModelRegistry(*reader).get("v9"); }), ErrorCode::NotFound);
}

void TestModelRegistry::onlyAFinishedRunBecomesAVersion()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const RunRecord run = runs.run(RunStatus::Interrupted);
    const auto files = hashPackages(fixture.project().modelFolder(run.uuid));
    QCOMPARE(errorCodeOf([&] { with(runs, [&](ModelRegistry &registry) { registry.add(run.uuid, files, "", "x"); }); }),
             ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { with(runs, [&](ModelRegistry &registry) { registry.add("none", files, "", "x"); }); }),
             ErrorCode::NotFound);
    QCOMPARE(errorCodeOf([&] { hashPackages(fixture.temporary() / "nothing"); }), ErrorCode::NotFound);
}

void TestModelRegistry::aVersionStaysAsItIs()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    runs.version();
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    for (const char *recursive : {"ON", "OFF"}) {
        connection.execute(std::string("PRAGMA recursive_triggers = ") + recursive);
        for (const char *sql : {"UPDATE model_version SET note = 'x'", "DELETE FROM model_file",
                                "DELETE FROM model_version", "UPDATE model_file SET sha256 = zeroblob(32)",
                                "REPLACE INTO model_file SELECT version_id, path, bytes, zeroblob(32) FROM model_file",
                                "REPLACE INTO model_version SELECT id, run_id, 'x', at_us, actor FROM model_version"}) {
            QVERIFY2(errorCodeOf([&] { connection.execute(sql); }), sql);
        }
    }
}

void TestModelRegistry::aChangedPackageIsFound()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion version = runs.version();
    const auto folder = fixture.project().modelFolder(version.run.uuid);
    QVERIFY(packageProblems(version, folder).empty());
    QCOMPARE(findings(fixture), std::string());
    writeFileAtomically(folder / "a" / "package.safetensors", std::string("other weights"));
    QCOMPARE(packageProblems(version, folder).size(), 1U);
    QVERIFY(findings(fixture).find("changed since v1 was registered") != std::string::npos);
    std::filesystem::remove(folder / "b" / "package.safetensors");
    QCOMPARE(packageProblems(version, folder).size(), 2U);
}

void TestModelRegistry::aNameMovesWithAReason()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion first = runs.version();
    for (const char *blank : {"", "  ", "\n\t"}) {
        QCOMPARE(
            errorCodeOf([&] { with(runs, [&](ModelRegistry &registry) { registry.promote(1, because(blank)); }); }),
            ErrorCode::BadInput);
    }
    QCOMPARE(served(fixture), std::string());
    const AliasEvent event =
        with(runs, [&](ModelRegistry &registry) { return registry.promote(1, because("it meets every target")); });
    QCOMPARE(event.what, std::string("promote"));
    QCOMPARE(event.actor, std::string("Aiko"));
    QCOMPARE(served(fixture), first.run.name);
    QCOMPARE(ModelRegistry(*fixture.project().connect()).get("v1").aliases, std::vector<std::string>{"production"});
    QCOMPARE(errorCodeOf([&] { with(runs, [&](ModelRegistry &registry) { registry.promote(1, because("again")); }); }),
             ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { with(runs, [&](ModelRegistry &registry) { registry.promote(7, because("x")); }); }),
             ErrorCode::NotFound);
}

void TestModelRegistry::namesThatCouldBeRunsAreRefused()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion version = runs.version();
    const auto promote = [&](const std::string &alias) {
        return errorCodeOf([&] {
            with(runs, [&](ModelRegistry &registry) {
                registry.promote(1, {.alias = alias, .reason = "try", .actor = "Aiko"});
            });
        });
    };
    for (const std::string &alias :
         {std::string(), std::string("12"), std::string("v3"), std::string("atlas 1"), version.run.uuid}) {
        QVERIFY2(promote(alias) == ErrorCode::BadInput, alias.c_str());
    }
    for (const char *alias : {"candidate", "本番", "line-2"}) {
        QVERIFY2(!promote(alias), alias);
    }
    runs.write([&](Connection &connection) { return RunNotes(connection).rename(version.run.id, "nightly", "Aiko"); });
    QVERIFY(promote("nightly") == ErrorCode::BadInput);
    QCOMPARE(ModelRegistry(*fixture.project().connect()).aliases().size(), 3U);
}

void TestModelRegistry::rollingBackGoesToTheOneBefore()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    for (int i = 1; i <= 3; ++i) {
        runs.version();
        with(runs, [&](ModelRegistry &registry) { registry.promote(i, because("newer")); });
    }
    const auto back = [&](std::int64_t to) {
        with(runs, [&](ModelRegistry &registry) { registry.rollBack(to, because("complaints from line 2")); });
    };
    back(0);
    QCOMPARE(served(fixture), std::string("atlas 2"));
    back(0);
    QCOMPARE(served(fixture), std::string("atlas 1"));
    QCOMPARE(errorCodeOf([&] { back(0); }), ErrorCode::BadInput);  // there is none before
    back(3);
    QCOMPARE(served(fixture), std::string("atlas 3"));
    QCOMPARE(ModelRegistry(*fixture.project().connect()).events(kProduction).size(), 6U);
}

void TestModelRegistry::onlyWhatHasServedCanBeGoneBackTo()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    runs.version();
    runs.version();
    const auto back = [&](std::int64_t to, const std::string &reason) {
        return errorCodeOf(
            [&] { with(runs, [&](ModelRegistry &registry) { registry.rollBack(to, because(reason)); }); });
    };
    QCOMPARE(back(0, "why"), ErrorCode::BadInput);
    with(runs, [&](ModelRegistry &registry) { registry.promote(1, because("first")); });
    QCOMPARE(back(2, "never served"), ErrorCode::BadInput);
    QCOMPARE(back(1, "serves already"), ErrorCode::BadInput);
    with(runs, [&](ModelRegistry &registry) { registry.promote(2, because("second")); });
    QCOMPARE(back(1, " "), ErrorCode::BadInput);
    QCOMPARE(served(fixture), std::string("atlas 2"));
}

void TestModelRegistry::aSecondPersonApproves()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    runs.version();
    runs.version();
    runs.write([](Connection &connection) { writePolicy(connection, {.secondPerson = true}, "Aiko"); });
    QCOMPARE(with(runs, [](ModelRegistry &registry) { return registry.promote(1, because("good")).what; }),
             std::string("request"));
    QCOMPARE(served(fixture), std::string());
    QCOMPARE(ModelRegistry(*fixture.project().connect()).aliases()[0].request->runName, std::string("atlas 1"));
    // One request at a time, and not by the one who asked.
    QCOMPARE(errorCodeOf([&] { with(runs, [](ModelRegistry &registry) { registry.promote(2, because("x")); }); }),
             ErrorCode::BadInput);
    QVERIFY(errorMessageOf([&] {
                with(runs, [](ModelRegistry &registry) { registry.approve(because("me")); });
            }).find("cannot approve it too") != std::string::npos);
    QCOMPARE(with(runs, [](ModelRegistry &registry) { return registry.approve(because("agreed", "Bert")).version; }),
             1);
    QCOMPARE(served(fixture), std::string("atlas 1"));
    QCOMPARE(errorCodeOf([&] { with(runs, [](ModelRegistry &registry) { registry.approve(because("x", "Bert")); }); }),
             ErrorCode::BadInput);
    // Other names need nobody.
    with(runs, [](ModelRegistry &registry) {
        registry.promote(2, {.alias = kCandidate, .reason = "next", .actor = "Aiko"});
    });
    QCOMPARE(ModelRegistry(*fixture.project().connect()).resolve(kCandidate)->name, std::string("atlas 2"));
}

void TestModelRegistry::aRejectedRequestChangesNothing()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    runs.version();
    runs.write([](Connection &connection) { writePolicy(connection, {.secondPerson = true}, "Aiko"); });
    with(runs, [](ModelRegistry &registry) {
        registry.promote(1, because("good"));
        registry.reject(because("notes got worse", "Bert"));
    });
    QCOMPARE(served(fixture), std::string());
    QVERIFY(!ModelRegistry(*fixture.project().connect()).aliases()[0].request);
    QCOMPARE(with(runs, [](ModelRegistry &registry) { return registry.promote(1, because("once more")).what; }),
             std::string("request"));
}

void TestModelRegistry::anAliasStandsForARun()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion version = runs.version();
    const auto reader = fixture.project().connect();
    QVERIFY(!findRunOrAlias(*reader, kProduction));
    with(runs, [](ModelRegistry &registry) { registry.promote(1, because("good")); });
    QCOMPARE(findRunOrAlias(*reader, kProduction)->uuid, version.run.uuid);
    QCOMPARE(findRunOrAlias(*reader, "atlas 1")->uuid, version.run.uuid);
    QVERIFY(!findRunOrAlias(*reader, "nobody"));
}

void TestModelRegistry::aRunOfAVersionIsNotRemoved()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion version = runs.version();
    QVERIFY(errorMessageOf([&] {
                runs.write([&](Connection &connection) { RunStore(connection).remove(version.run.uuid); });
            }).find("is the model version v1. It was not removed.") != std::string::npos);
    const RunRecord other = runs.run();
    runs.write([&](Connection &connection) { RunStore(connection).remove(other.uuid); });
}

void TestModelRegistry::everyMoveIsInTheTrail()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    const ModelVersion first = runs.version();
    runs.version();
    with(runs, [&](ModelRegistry &registry) {
        registry.promote(1, {.reason = "first", .actor = "Aiko", .verdict = "go"});
        registry.promote(2, because("second"));
        registry.rollBack(0, because("worse in the field", "Bert"));
        registry.decline(first.run.uuid, {.reason = "too slow", .actor = "Aiko", .verdict = "no_go"});
    });
    AuditTrail trail(*fixture.project().connect());
    const auto reader = fixture.project().connect();
    const std::vector<AuditEntry> entries = AuditTrail(*reader).list();
    std::vector<std::string> actions;
    for (const AuditEntry &entry : entries) {
        actions.push_back(entry.act.action);
    }
    QCOMPARE(actions, (std::vector<std::string>{"decline", "roll_back", "promote", "promote", "version", "version"}));
    QCOMPARE(entries[1].act.before, std::string("v2 (atlas 2)"));
    QCOMPARE(entries[1].act.after, std::string("v1 (atlas 1); reason: worse in the field"));
    QCOMPARE(entries[3].act.after, std::string("v1 (atlas 1); verdict: go; reason: first"));
    QCOMPARE(entries[0].act.object, std::string("atlas 1"));
    QVERIFY(AuditTrail(*reader).verify().sound());
    // What was refused left nothing behind.
    QVERIFY(errorCodeOf([&] { with(runs, [](ModelRegistry &registry) { registry.promote(1, because("x")); }); }));
    QCOMPARE(AuditTrail(*reader).list().size(), entries.size());
}

void TestModelRegistry::historyOnlyGrows()
{
    ProjectFixture fixture;
    FinishedRuns runs(fixture);
    runs.version();
    with(runs, [](ModelRegistry &registry) { registry.promote(1, because("good")); });
    fixture.close();
    Connection connection(fixture.database(), Connection::Access::ReadWrite);
    connection.execute("PRAGMA recursive_triggers = OFF");
    for (const char *sql :
         {"UPDATE alias_event SET reason = 'x'", "DELETE FROM alias_event",
          "REPLACE INTO alias_event SELECT id, alias, what, version_id, request_id, verdict, 'x', at_us, actor FROM "
          "alias_event"}) {
        QVERIFY2(errorCodeOf([&] { connection.execute(sql); }), sql);
    }
}

QTEST_GUILESS_MAIN(TestModelRegistry)
#include "tst_model_registry.moc"
