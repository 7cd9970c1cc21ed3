#include "project_fixture.h"

#include "storage/audit_trail.h"
#include "storage/query.h"
#include "storage/run_notes.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;

class TestRunNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tagsGoToManyRunsAtOnce();
    void aTagIsOneWord();
    void notesKeepTheirHistory();
    void historyCannotBeChanged();
    void viewsAreKeptByName();
    void aRunIsFoundByItsNewName();
    void namesThatMeanSomethingElseAreRefused_data();
    void namesThatMeanSomethingElseAreRefused();
    void aNameIsFreeAgainWhenItsRunHasAnother();

private:
    template <typename Work>
    void with(Work work)
    {
        m_fixture->project().writer().run([&](Connection &connection) {
            RunNotes notes(connection);
            work(connection, notes);
        });
    }

    std::unique_ptr<ProjectFixture> m_fixture;
    std::vector<std::int64_t> m_runs;
};

void TestRunNotes::init()
{
    m_fixture = std::make_unique<ProjectFixture>();
    m_fixture->addTask("a");
    m_runs.clear();
    with([&](Connection &connection, RunNotes &) {
        TaskStore(connection, {}).setSequence("pilot", {"a"});
        for (int i = 0; i < 3; ++i) {
            RunSpec spec;
            spec.sequence = "pilot";
            spec.strategy = "atlas";
            m_runs.push_back(RunStore(connection).create(spec).id);
        }
    });
}

void TestRunNotes::tagsGoToManyRunsAtOnce()
{
    using Counts = std::vector<std::pair<std::string, std::int64_t>>;
    with([&](Connection &connection, RunNotes &notes) {
        notes.addTag(m_runs, "good");
        notes.addTag(std::vector{m_runs[0]}, "good");  // it has it already
        notes.addTag(std::vector{m_runs[0], m_runs[2]}, "best");
        QCOMPARE(notes.tags(), (Counts{{"best", 2}, {"good", 3}}));
        QCOMPARE(notes.tagsOf(m_runs[0]), (std::vector<std::string>{"best", "good"}));
        notes.removeTag(std::vector{m_runs[0], m_runs[1]}, "good");
        QCOMPARE(notes.tags(), (Counts{{"best", 2}, {"good", 1}}));
        RunStore store(connection);
        store.remove(store.find(std::to_string(m_runs[2]))->uuid);
        QCOMPARE(notes.tags(), (Counts{{"best", 1}}));
    });
}

void TestRunNotes::aTagIsOneWord()
{
    with([&](Connection &, RunNotes &notes) {
        notes.addTag(m_runs, "  for the meeting ");
        QCOMPARE(notes.tags().front().first, std::string("for-the-meeting"));
        QCOMPARE(errorCodeOf([&] { notes.addTag(m_runs, " \n"); }), std::optional(ErrorCode::BadInput));
    });
}

void TestRunNotes::notesKeepTheirHistory()
{
    with([&](Connection &, RunNotes &notes) {
        QVERIFY(notes.notes(m_runs[0]).empty());
        notes.write(m_runs[0], "", "anna");  // nothing was there
        QVERIFY(notes.notes(m_runs[0]).empty());
        notes.write(m_runs[0], " first\nline two ", "anna");
        notes.write(m_runs[0], "first\nline two", "ben");  // the same
        notes.write(m_runs[0], "", "ben");
        const std::vector<RunNote> history = notes.notes(m_runs[0]);
        QCOMPARE(history.size(), std::size_t{2});
        QCOMPARE(history[0].text, std::string());
        QCOMPARE(history[0].actor, std::string("ben"));
        QCOMPARE(history[1].text, std::string("first\nline two"));
        QVERIFY(history[0].atUs >= history[1].atUs);
        QVERIFY(notes.notes(m_runs[1]).empty());
        QCOMPARE(errorCodeOf([&] { notes.write(99, "x", "anna"); }), std::optional(ErrorCode::NotFound));
    });
}

void TestRunNotes::historyCannotBeChanged()
{
    with([&](Connection &connection, RunNotes &notes) {
        notes.write(m_runs[0], "said", "anna");
        (void)connection;
    });
    for (const char *change : {"UPDATE run_note SET text = ''", "DELETE FROM run_note"}) {
        QVERIFY(errorCodeOf([&] { with([&](Connection &connection, RunNotes &) { connection.execute(change); }); }));
    }
}

void TestRunNotes::viewsAreKeptByName()
{
    with([&](Connection &, RunNotes &notes) {
        notes.saveView({"mine", R"({"filter": "atlas"})"}, "anna");
        notes.saveView({"all", "{}"}, "anna");
        notes.saveView({" mine ", R"({"filter": ""})"}, "anna");
        QCOMPARE(notes.views().size(), std::size_t{2});
        QCOMPARE(notes.views()[1].view, std::string(R"({"filter": ""})"));
        QCOMPARE(errorCodeOf([&] { notes.saveView({"", "{}"}, "anna"); }), std::optional(ErrorCode::BadInput));
        QCOMPARE(errorCodeOf([&] { notes.saveView({"x", "{"}, "anna"); }), std::optional(ErrorCode::BadInput));
        QCOMPARE(notes.view("mine").view, std::string(R"({"filter": ""})"));
        notes.removeView("mine");
        QCOMPARE(notes.views().size(), std::size_t{1});
        QCOMPARE(errorCodeOf([&] { notes.view("mine"); }), std::optional(ErrorCode::NotFound));
    });
}

void TestRunNotes::aRunIsFoundByItsNewName()
{
    with([&](Connection &connection, RunNotes &notes) {
        const NewName name = notes.rename(m_runs[0], " night\nshift ", "anna");
        QCOMPARE(name.before, std::string("atlas 1"));
        QCOMPARE(name.after, std::string("night shift"));
        RunStore store(connection);
        QCOMPARE(store.find("night shift").value().id, m_runs[0]);
        QVERIFY(!store.find("atlas 1"));
        const std::vector<AuditEntry> trail = AuditTrail(connection).list();
        QCOMPARE(trail.size(), std::size_t{1});
        QCOMPARE(trail[0].act.action, std::string(audit::kRename));
        QCOMPARE(trail[0].act.actor, std::string("anna"));
        QCOMPARE(trail[0].act.before, std::string("atlas 1"));
        QCOMPARE(trail[0].act.after, std::string("night shift"));
        QVERIFY(store.find("night shift")->uuid.starts_with(trail[0].act.object));
        notes.rename(m_runs[0], "night shift", "anna");  // as it is: nothing was done
        QCOMPARE(AuditTrail(connection).list().size(), std::size_t{1});
        QCOMPARE(errorCodeOf([&] { notes.rename(99, "x", "anna"); }), std::optional(ErrorCode::NotFound));
    });
}

void TestRunNotes::namesThatMeanSomethingElseAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"  ", "atlas 2", "7", "deadbeef", "v3", "production", "candidate", "-x", "atlas 77"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestRunNotes::namesThatMeanSomethingElseAreRefused()
{
    QFETCH(QString, name);
    with([&](Connection &connection, RunNotes &notes) {
        QCOMPARE(errorCodeOf([&] { notes.rename(m_runs[0], name.toStdString(), "anna"); }),
                 std::optional(ErrorCode::BadInput));
        QCOMPARE(RunStore(connection).find("atlas 1").value().id, m_runs[0]);
        QVERIFY(AuditTrail(connection).list().empty());
    });
}

void TestRunNotes::aNameIsFreeAgainWhenItsRunHasAnother()
{
    with([&](Connection &connection, RunNotes &notes) {
        notes.rename(m_runs[0], "best", "anna");
        QCOMPARE(errorCodeOf([&] { notes.rename(m_runs[1], "best", "anna"); }), std::optional(ErrorCode::BadInput));
        notes.rename(m_runs[0], "atlas 1", "anna");  // what it was called by itself
        notes.rename(m_runs[1], "best", "anna");
        QCOMPARE(RunStore(connection).find("best").value().id, m_runs[1]);
        RunStore(connection).remove(RunStore(connection).find("best")->uuid);
        notes.rename(m_runs[2], "best", "anna");
        QCOMPARE(RunStore(connection).find("best").value().id, m_runs[2]);
    });
}

QTEST_GUILESS_MAIN(TestRunNotes)
#include "tst_run_notes.moc"
