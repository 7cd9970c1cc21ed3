#include "project_fixture.h"

#include "core/error.h"
#include "storage/audit_trail.h"

#include <QtTest>

#include <sqlite3.h>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;

class TestAuditTrail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyTrailIsSound();
    void entriesFollowEachOther();
    void isKeptOrNotWithWhatItTellsOf();
    void nothingIsChangedOrTakenAway_data();
    void nothingIsChangedOrTakenAway();
    void anyChangedFieldOfAnyEntryIsFound();
    void aRemovedEntryIsFound();
    void anInsertedEntryIsFound();
    void swappedEntriesAreFound();
    void aCutOffEndIsFound();
    void anEntryWithAHashOfItsOwnIsFound();
    void wordsCannotMoveFromFieldToField();
    void anEarlierHeadHashIsKnown();
};

namespace {

constexpr int kEntries = 7;

void fill(ProjectFixture &fixture)
{
    fixture.project().writer().run([](Connection &connection) {
        AuditTrail trail(connection);
        for (int i = 1; i <= kEntries; ++i) {
            trail.append({.actor = "Aiko",
                          .action = audit::kTargets,
                          .object = "pilot",
                          .before = "average = 0." + std::to_string(i),
                          .after = "average = 0." + std::to_string(i + 1)});
        }
    });
}

/// Somebody with another program: no guard of ours stands in the way.
class Intruder {
public:
    explicit Intruder(ProjectFixture &fixture)
    {
        fixture.close();
        if (sqlite3_open(fixture.database().c_str(), &m_database) != SQLITE_OK) {
            qFatal("cannot open");
        }
        for (const char *trigger : {"audit_follows", "audit_stays", "audit_lasts", "audit_has_head",
                                    "audit_head_follows", "audit_head_once", "audit_head_lasts"}) {
            run(std::string("DROP TRIGGER ") + trigger);
        }
    }
    ~Intruder() { sqlite3_close(m_database); }

    void run(const std::string &sql)
    {
        char *message = nullptr;
        if (sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
            qFatal("%s: %s", sql.c_str(), message);
        }
    }

private:
    sqlite3 *m_database = nullptr;
};

std::vector<ChainProblem> problemsOf(ProjectFixture &fixture)
{
    Connection connection(fixture.database(), Connection::Access::ReadOnly);
    return AuditTrail(connection).verify().problems;
}

bool tells(const std::vector<ChainProblem> &problems, std::int64_t seq)
{
    return std::ranges::any_of(problems, [&](const ChainProblem &problem) { return problem.seq == seq; });
}

}  // namespace

void TestAuditTrail::anEmptyTrailIsSound()
{
    ProjectFixture fixture;
    const auto reader = fixture.project().connect();
    const ChainCheck check = AuditTrail(*reader).verify();
    QVERIFY(check.sound());
    QCOMPARE(check.entries, 0);
    QCOMPARE(check.headHash, std::string(64, '0'));
}

void TestAuditTrail::entriesFollowEachOther()
{
    ProjectFixture fixture;
    fill(fixture);
    const auto reader = fixture.project().connect();
    AuditTrail trail(*reader);
    const std::vector<AuditEntry> entries = trail.list();
    QCOMPARE(entries.size(), std::size_t(kEntries));
    QCOMPARE(entries.front().seq, kEntries);
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        QCOMPARE(entries[i].prevHash, entries[i + 1].hash);
    }
    QCOMPARE(entries.back().prevHash, std::string(64, '0'));
    QCOMPARE(trail.list(2).size(), 2U);
    const ChainCheck check = trail.verify();
    QVERIFY(check.sound());
    QCOMPARE(check.entries, kEntries);
    QCOMPARE(check.headHash, entries.front().hash);
}

void TestAuditTrail::isKeptOrNotWithWhatItTellsOf()
{
    ProjectFixture fixture;
    fill(fixture);
    QCOMPARE(errorCodeOf([&] {
                 fixture.project().writer().run([](Connection &connection) {
                     AuditTrail(connection).append({"Aiko", audit::kReport, "x", "", ""});
                     throw Error(ErrorCode::Io, "no");
                 });
             }),
             ErrorCode::Io);
    const auto reader = fixture.project().connect();
    const ChainCheck check = AuditTrail(*reader).verify();
    QCOMPARE(check.entries, kEntries);
    QVERIFY(check.sound());
}

void TestAuditTrail::nothingIsChangedOrTakenAway_data()
{
    QTest::addColumn<QString>("sql");
    const QString values = "SELECT seq, at_us, 'Mallory', action, object, before, after, prev_hash, hash FROM audit ";
    QTest::newRow("update") << "UPDATE audit SET actor = 'Mallory' WHERE seq = 3";
    QTest::newRow("update or replace") << "UPDATE OR REPLACE audit SET seq = 4 WHERE seq = 3";
    QTest::newRow("delete") << "DELETE FROM audit WHERE seq = 3";
    QTest::newRow("delete all") << "DELETE FROM audit";
    QTest::newRow("replace a number") << "INSERT OR REPLACE INTO audit " + values + "WHERE seq = 3";
    QTest::newRow("replace the last") << "REPLACE INTO audit " + values + "WHERE seq = 7";
    QTest::newRow("replace a hash") << "INSERT OR REPLACE INTO audit SELECT 8, at_us, actor, action, object, before, "
                                       "after, (SELECT hash FROM audit_head), hash FROM audit WHERE seq = 3";
    QTest::newRow("upsert") << "INSERT INTO audit " + values +
                                   "WHERE seq = 3 ON CONFLICT (seq) DO UPDATE SET actor = 'Mallory'";
    QTest::newRow("out of order") << "INSERT INTO audit SELECT 90, at_us, actor, action, object, before, after, "
                                     "(SELECT hash FROM audit_head), randomblob(32) FROM audit WHERE seq = 3";
    QTest::newRow("number left out") << "INSERT INTO audit (at_us, actor, action, object, before, after, prev_hash, "
                                        "hash) SELECT at_us, actor, action, object, before, after, (SELECT hash FROM "
                                        "audit_head), randomblob(32) FROM audit WHERE seq = 3";
    QTest::newRow("head") << "UPDATE audit_head SET entries = 6";
    QTest::newRow("head hash") << "UPDATE audit_head SET hash = zeroblob(32)";
    QTest::newRow("head gone") << "DELETE FROM audit_head";
    QTest::newRow("head replaced") << "REPLACE INTO audit_head VALUES (1, 0, zeroblob(32))";
}

void TestAuditTrail::nothingIsChangedOrTakenAway()
{
    QFETCH(QString, sql);
    for (const char *recursive : {"ON", "OFF"}) {
        ProjectFixture fixture;
        fill(fixture);
        fixture.close();
        Connection connection(fixture.database(), Connection::Access::ReadWrite);
        connection.execute(std::string("PRAGMA recursive_triggers = ") + recursive);
        const std::vector<AuditEntry> before = AuditTrail(connection).list();
        QVERIFY2(errorCodeOf([&] { connection.execute(sql.toStdString()); }), recursive);
        QVERIFY(AuditTrail(connection).verify().sound());
        QCOMPARE(AuditTrail(connection).list().size(), before.size());
        QCOMPARE(AuditTrail(connection).list().front().hash, before.front().hash);
    }
}

void TestAuditTrail::anyChangedFieldOfAnyEntryIsFound()
{
    const std::pair<const char *, const char *> changes[] = {
        {"seq", "seq + 100"},        {"at_us", "at_us + 1"},
        {"actor", "'Mallory'"},      {"action", "'report'"},
        {"object", "object || ' '"}, {"before", "''"},
        {"after", "upper(after)"},   {"prev_hash", "zeroblob(31) || x'01'"},
        {"hash", "randomblob(32)"}};
    for (int seq = 1; seq <= kEntries; ++seq) {
        for (const auto &[field, value] : changes) {
            ProjectFixture fixture;
            fill(fixture);
            {
                Intruder intruder(fixture);
                const std::string text =
                    field == std::string("prev_hash") ? "CAST(" + std::string(value) + " AS BLOB)" : value;
                intruder.run("UPDATE audit SET " + std::string(field) + " = " + text +
                             " WHERE seq = " + std::to_string(seq));
            }
            const std::vector<ChainProblem> problems = problemsOf(fixture);
            QVERIFY2(tells(problems, seq), qPrintable(QString("entry %1, %2").arg(seq).arg(field)));
            QVERIFY(!tells(problems, seq - 1) || field == std::string("seq"));
        }
    }
}

void TestAuditTrail::aRemovedEntryIsFound()
{
    for (int seq = 1; seq <= kEntries; ++seq) {
        ProjectFixture fixture;
        fill(fixture);
        Intruder(fixture).run("DELETE FROM audit WHERE seq = " + std::to_string(seq));
        const std::vector<ChainProblem> problems = problemsOf(fixture);
        QCOMPARE(problems.size(), 1U);
        const bool last = seq == kEntries;
        QCOMPARE(problems[0], (ChainProblem{last ? seq - 1 : seq, last ? ChainFault::CutOff : ChainFault::Missing}));
    }
}

void TestAuditTrail::anInsertedEntryIsFound()
{
    ProjectFixture fixture;
    fill(fixture);
    Intruder(fixture).run(
        "UPDATE audit SET seq = -seq WHERE 0;"
        "CREATE TEMP TABLE kept AS SELECT * FROM audit WHERE seq >= 4; DELETE FROM audit WHERE seq >= 4;"
        "INSERT INTO audit SELECT 4, at_us, 'Mallory', action, object, before, after, prev_hash, "
        "randomblob(32) FROM kept WHERE seq = 4;"
        "INSERT INTO audit SELECT seq + 1, at_us, actor, action, object, before, after, prev_hash, "
        "hash FROM kept");
    const std::vector<ChainProblem> problems = problemsOf(fixture);
    QVERIFY(tells(problems, 4));
    QVERIFY(!tells(problems, 3));
}

void TestAuditTrail::swappedEntriesAreFound()
{
    ProjectFixture fixture;
    fill(fixture);
    Intruder(fixture).run("UPDATE audit SET seq = 1000 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 5;"
                          "UPDATE audit SET seq = 5 WHERE seq = 1000");
    const std::vector<ChainProblem> problems = problemsOf(fixture);
    QVERIFY(tells(problems, 2) && tells(problems, 5));
    QVERIFY(!tells(problems, 1) && !tells(problems, 4));
}

void TestAuditTrail::aCutOffEndIsFound()
{
    ProjectFixture fixture;
    fill(fixture);
    Intruder(fixture).run("DELETE FROM audit WHERE seq > 4");
    QCOMPARE(problemsOf(fixture), (std::vector<ChainProblem>{{4, ChainFault::CutOff}}));
    ProjectFixture all;
    fill(all);
    Intruder(all).run("DELETE FROM audit");
    QCOMPARE(problemsOf(all), (std::vector<ChainProblem>{{0, ChainFault::CutOff}}));
}

void TestAuditTrail::anEntryWithAHashOfItsOwnIsFound()
{
    // Whoever changes an entry and makes its hash anew is found by the entry after it.
    ProjectFixture fixture;
    fill(fixture);
    ProjectFixture other;
    other.project().writer().run([](Connection &connection) {
        AuditTrail(connection).append({"Mallory", audit::kTargets, "pilot", "", "average = 0"});
    });
    const auto reader = other.project().connect();
    const AuditEntry forged = AuditTrail(*reader).list().front();
    Intruder(fixture).run("UPDATE audit SET actor = 'Mallory', before = '', after = 'average = 0', at_us = " +
                          std::to_string(forged.atUs) + ", hash = x'" + forged.hash + "' WHERE seq = 1");
    QCOMPARE(problemsOf(fixture), (std::vector<ChainProblem>{{2, ChainFault::Unlinked}}));
    QCOMPARE(inWords({2, ChainFault::Unlinked}).substr(0, 20), std::string("audit trail: entry 2"));
}

void TestAuditTrail::wordsCannotMoveFromFieldToField()
{
    ProjectFixture fixture;
    fixture.project().writer().run([](Connection &connection) {
        AuditTrail(connection).append({"Aiko", audit::kReport, "ab", "c", ""});
    });
    Intruder(fixture).run("UPDATE audit SET object = 'a', before = 'bc'");
    QCOMPARE(problemsOf(fixture), (std::vector<ChainProblem>{{1, ChainFault::Changed}}));
}

void TestAuditTrail::anEarlierHeadHashIsKnown()
{
    ProjectFixture fixture;
    fill(fixture);
    const auto reader = fixture.project().connect();
    AuditTrail trail(*reader);
    const std::string hash = trail.list()[3].hash;
    QVERIFY(trail.contains(hash));
    QVERIFY(trail.contains(hash.substr(0, 12)));
    QVERIFY(!trail.contains(std::string(64, '1')));
    QVERIFY(!trail.contains(""));
}

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audit_trail.moc"
