#include "project_fixture.h"

#include "storage/class_editor.h"
#include "storage/curation.h"
#include "storage/dataset_store.h"
#include "storage/query.h"
#include "storage/run_list.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "storage/versions/restore_version.h"
#include "storage/versions/run_data.h"
#include "storage/versions/state_difference.h"

#include <QtTest>

#include <random>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
using atlas::test::textSample;
using Ids = std::vector<std::int64_t>;

class TestDataVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holdsWhatTheDatabaseHolds();
    void isCheap();
    void nothingChangedIsNoNewVersion();
    void aNameIsTakenOnce();
    void isFoundByNumberNameAndUuid();
    void neverChanges();
    void goesWithItsDataset();
    void findsEveryDifference();
    void severalLabelsShowWhatWasLostAndGained();
    void anUnknownPictureOrTextIsAnotherContent();
    void goesBackAndUndoes();
    void goesBackToClassesThatAreGone();
    void theWayBackIsKept();
    void aRunNamesWhatItLearnedFrom();
    void whatChangedWhileItWasReadIsNotItsData();
    void randomVersionsStayWhatTheyWere_data();
    void randomVersionsStayWhatTheyWere();
    void aHundredThousandSamples();

private:
    template <typename Work>
    auto write(Work work)
    {
        return m_fixture->project().writer().run(work);
    }
    template <typename Work>
    void curate(Work work)
    {
        write([&](Connection &connection) {
            Curation curation(connection, DatasetStore(connection).get(m_dataset), "anna");
            work(curation);
        });
    }
    template <typename Work>
    void editClasses(Work work)
    {
        write([&](Connection &connection) {
            ClassEditor editor(connection, DatasetStore(connection).get(m_dataset), "anna");
            work(editor);
        });
    }
    std::int64_t classId(const std::string &name)
    {
        const auto reader = m_fixture->project().connect();
        for (const LabelClass &one : DatasetStore(*reader).classes(m_dataset)) {
            if (one.name == name) {
                return one.id;
            }
        }
        return 0;
    }
    DataVersion make(const std::string &name = {}, const std::string &note = {})
    {
        return write([&](Connection &connection) {
            return DataVersions(connection).make(m_dataset, {.name = name, .note = note}, "anna");
        });
    }
    DataState stateOf(const DataVersion &version)
    {
        return DataVersions(*m_fixture->project().connect()).stateOf(version);
    }
    DataState now() { return readDataState(*m_fixture->project().connect(), m_dataset); }
    std::int64_t rows(const DataVersion &version)
    {
        return DataVersions(*m_fixture->project().connect()).rowCount(version);
    }
    Ids goBack(const DataVersion &version)
    {
        return write([&](Connection &connection) {
            return restoreVersion(connection, DatasetStore(connection).get(m_dataset), version, "anna");
        });
    }
    bool undo()
    {
        return write(
            [&](Connection &connection) { return EditJournal(connection, m_dataset).undo("anna").has_value(); });
    }
    void randomStep(std::mt19937 &random);

    std::unique_ptr<ProjectFixture> m_fixture;
    std::int64_t m_dataset = 0;
    Ids m_ids;  ///< twelve texts: c0, c1, c2, c0, ...
};

void TestDataVersions::init()
{
    m_fixture = std::make_unique<ProjectFixture>();
    m_dataset = m_fixture->addDataset("parts");
    m_ids = m_fixture->addTexts(m_dataset, 12, 3);
}

void TestDataVersions::holdsWhatTheDatabaseHolds()
{
    const DataVersion version = make("first delivery", "as it came");
    QCOMPARE(version.ref.number, 1);
    QCOMPARE(versionTitle(version.ref), "parts v1 (first delivery)");
    QCOMPARE(version.note, "as it came");
    QCOMPARE(version.actor, "anna");
    QCOMPARE(version.samples, 12);
    QCOMPARE(version.labelled, 12);
    const DataState state = stateOf(version);
    QVERIFY(state == now());
    QCOMPARE(state.samples.size(), 12U);
    QCOMPARE(state.classes.at(1).name, "c1");
    QCOMPARE(state.samples.at(m_ids[1]).labels.at(0).first, state.classes.at(1).id);
    curate([&](Curation &c) { c.label(Ids{m_ids[0]}, "c2"); });
    QVERIFY(stateOf(version) == state);
    QVERIFY(now() != state);
}

void TestDataVersions::isCheap()
{
    QCOMPARE(rows(make("one")), 12);
    curate([&](Curation &c) { c.label(Ids{m_ids[0]}, "c2"); });
    curate([&](Curation &c) { c.remove(Ids{m_ids[1]}); });
    curate([&](Curation &c) { c.setSplit(Ids{m_ids[2]}, Split::Test); });
    curate([&](Curation &c) { c.note(m_ids[3], "no part of what is learned"); });
    const DataVersion second = make("two");
    QCOMPARE(rows(second), 3);
    QCOMPARE(second.samples, 11);
    QVERIFY(stateOf(second) == now());
}

void TestDataVersions::nothingChangedIsNoNewVersion()
{
    const DataVersion first = make();
    QCOMPARE(make().id, first.id);
    curate([&](Curation &c) { c.label(Ids{m_ids[0]}, "c2"); });
    QVERIFY(undo());
    QCOMPARE(make().id, first.id);  // there and back is nothing
    const DataVersion named = make("for the pilot");
    QCOMPARE(named.ref.number, 2);
    QCOMPARE(rows(named), 0);
    QVERIFY(stateOf(named) == stateOf(first));
    QCOMPARE(make().id, named.id);
}

void TestDataVersions::aNameIsTakenOnce()
{
    make("pilot");
    QCOMPARE(errorCodeOf([&] { make("pilot"); }), ErrorCode::BadInput);
    for (const char *name : {"3", "v3", "now"}) {
        QCOMPARE(errorCodeOf([&] { make(name); }), ErrorCode::BadInput);
    }
    QCOMPARE(DataVersions(*m_fixture->project().connect()).list(m_dataset).size(), 1U);
    m_dataset = m_fixture->addDataset("other");
    QCOMPARE(make("pilot").ref.number, 1);  // each dataset has names and numbers of its own
}

void TestDataVersions::isFoundByNumberNameAndUuid()
{
    const DataVersion first = make("v-shaped");
    curate([&](Curation &c) { c.remove(Ids{m_ids[1]}); });
    const DataVersion second = make("2nd");
    const auto reader = m_fixture->project().connect();
    DataVersions versions(*reader);
    for (const std::string &key :
         {std::string("1"), std::string("v1"), std::string("v-shaped"), first.ref.uuid, first.ref.uuid.substr(0, 13)}) {
        QCOMPARE(versions.find(m_dataset, key).id, first.id);
    }
    QCOMPARE(versions.find(m_dataset, "2nd").id, second.id);
    QCOMPARE(versions.list(m_dataset).front().id, second.id);
    // A single digit is a number, not the beginning of an identifier.
    for (const char *key : {"3", "v3", "", "absent", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"}) {
        QCOMPARE(errorCodeOf([&] { versions.find(m_dataset, key); }), ErrorCode::NotFound);
    }
}

void TestDataVersions::neverChanges()
{
    make("pilot");
    for (const char *sql : {"UPDATE data_version SET name = 'x'", "DELETE FROM data_version",
                            "UPDATE data_version_sample SET review = 0", "DELETE FROM data_version_sample",
                            "UPDATE data_version_class SET name = 'x'", "DELETE FROM data_version_class"}) {
        QVERIFY2(errorCodeOf([&] { write([&](Connection &c) { c.execute(sql); }); }).has_value(), sql);
    }
}

void TestDataVersions::goesWithItsDataset()
{
    make("pilot");
    curate([&](Curation &c) { c.remove(Ids{m_ids[1]}); });
    make();
    write([&](Connection &connection) { DatasetStore(connection).remove(m_dataset); });
    const auto reader = m_fixture->project().connect();
    for (const char *table : {"data_version", "data_version_sample", "data_version_class"}) {
        QCOMPARE(reader->integer(std::string("SELECT count(*) FROM ") + table), 0);
    }
}

void TestDataVersions::findsEveryDifference()
{
    const DataVersion before = make("before");
    QVERIFY(difference(stateOf(before), now()).empty());
    curate([&](Curation &c) { c.label(Ids{m_ids[0], m_ids[3]}, "c1"); });
    curate([&](Curation &c) { c.label(Ids{m_ids[1]}, "c2"); });
    curate([&](Curation &c) { c.unlabel(Ids{m_ids[4]}); });
    curate([&](Curation &c) { c.review(Ids{m_ids[5]}, ReviewState::Verified); });
    curate([&](Curation &c) { c.setSplit(Ids{m_ids[6], m_ids[7]}, Split::Test); });
    curate([&](Curation &c) { c.remove(Ids{m_ids[8]}); });
    const Ids added = m_fixture->addSamples(m_dataset, {textSample("new", {{"c3"}})});
    editClasses([&](ClassEditor &editor) { editor.rename(classId("c0"), "zero"); });
    editClasses([&](ClassEditor &editor) { editor.move(classId("c3"), 0); });
    const StateDifference found = difference(stateOf(before), now());
    QCOMPARE(found.added, added);
    QCOMPARE(found.removed, Ids{m_ids[8]});
    const std::vector<StateChange> labels{
        {"zero", "c1", {m_ids[0], m_ids[3]}}, {"c1", "", {m_ids[4]}}, {"c1", "c2", {m_ids[1]}}};
    QCOMPARE(found.labels, labels);
    const std::vector<StateChange> reviews{{"labelled", "unlabelled", {m_ids[4]}},
                                           {"labelled", "verified", {m_ids[5]}}};
    QCOMPARE(found.reviews, reviews);
    QCOMPARE(found.splits, (std::vector<StateChange>{{"auto", "test", {m_ids[6], m_ids[7]}}}));
    QCOMPARE(found.classesAdded, std::vector<std::string>{"c3"});
    QVERIFY(found.classesRemoved.empty());
    QCOMPARE(found.classesRenamed, (std::vector<std::pair<std::string, std::string>>{{"c0", "zero"}}));
    QVERIFY(!found.classesMoved);
    QVERIFY(found.contents.empty());
    QCOMPARE(found.samples().size(), 9U);
    // The other way round it is what was lost.
    const StateDifference back = difference(now(), stateOf(before));
    QCOMPARE(back.added, found.removed);
    QCOMPARE(back.classesRemoved, found.classesAdded);
    editClasses([&](ClassEditor &editor) { editor.move(classId("c2"), 0); });
    QVERIFY(difference(stateOf(before), now()).classesMoved);
}

void TestDataVersions::severalLabelsShowWhatWasLostAndGained()
{
    m_dataset = m_fixture->addDataset("scenes", "text", true);
    const Ids ids = m_fixture->addSamples(m_dataset, {textSample("a", {{"cat"}, {"dog"}, {"red", 0.6}})});
    const DataVersion before = make();
    const std::vector<SampleLabels> change{{ids[0], {{"cat"}, {"bird"}, {"red", 0.3}}, ReviewState::Labelled}};
    curate([&](Curation &c) { c.setLabels(change, edit::kLabel, {}); });
    const StateDifference found = difference(stateOf(before), now());
    QCOMPARE(found.labels, (std::vector<StateChange>{{"dog, red (0.6)", "red (0.3), bird", ids}}));
    goBack(before);
    QVERIFY(now() == stateOf(before));
}

void TestDataVersions::anUnknownPictureOrTextIsAnotherContent()
{
    const DataVersion before = make();
    write([&](Connection &connection) {
        Query(connection, "UPDATE sample SET text = 'another' WHERE id = ?").bind(m_ids[2]).run();
    });
    QCOMPARE(difference(stateOf(before), now()).contents, Ids{m_ids[2]});
    QCOMPARE(rows(make()), 1);
}

void TestDataVersions::goesBackAndUndoes()
{
    const DataVersion version = make("good");
    const DataState then = now();
    curate([&](Curation &c) { c.label(Ids{m_ids[0]}, "new"); });
    curate([&](Curation &c) { c.remove(Ids{m_ids[1]}); });
    curate([&](Curation &c) { c.setSplit(Ids{m_ids[2]}, Split::Test); });
    curate([&](Curation &c) { c.review(Ids{m_ids[3]}, ReviewState::Disputed); });
    const Ids added = m_fixture->addSamples(m_dataset, {textSample("later", {{"c0"}})});
    editClasses([&](ClassEditor &editor) { editor.rename(classId("c0"), "zero"); });
    const DataState changed = now();
    const Ids touched = goBack(version);
    QCOMPARE(touched, (Ids{m_ids[0], m_ids[1], m_ids[2], m_ids[3], added[0]}));
    QVERIFY(now() == then);
    const auto reader = m_fixture->project().connect();
    const EditState steps = EditJournal(*reader, m_dataset).state();
    QCOMPARE(steps.undo->what, edit::kGoBack);
    QCOMPARE(steps.undo->detail, "v1 (good)");
    QCOMPARE(SampleStore(*reader, {}).history(m_ids[0]).back().before, "new");
    QVERIFY(undo());
    QVERIFY(now() == changed);
    write([&](Connection &connection) { EditJournal(connection, m_dataset).redo("anna"); });
    QVERIFY(now() == then);
    QVERIFY(goBack(version).empty());  // nothing is to be done
}

void TestDataVersions::goesBackToClassesThatAreGone()
{
    const DataVersion version = make();
    const DataState then = now();
    // Names change hands: c0 is gone, c1 is called c0, and another class c1 was made since.
    editClasses([&](ClassEditor &editor) { editor.merge(Ids{classId("c0")}, classId("c2")); });
    editClasses([&](ClassEditor &editor) { editor.rename(classId("c1"), "c0"); });
    editClasses([&](ClassEditor &editor) { editor.add("c1"); });
    curate([&](Curation &c) { c.label(Ids{m_ids[5]}, "c1"); });
    editClasses([&](ClassEditor &editor) { editor.move(classId("c2"), 0); });
    const DataState changed = now();
    goBack(version);
    QVERIFY(now() == then);
    QVERIFY(undo());
    QVERIFY(now() == changed);
}

void TestDataVersions::theWayBackIsKept()
{
    const DataVersion version = make();
    curate([&](Curation &c) { c.label(Ids{m_ids[0]}, "c2"); });
    const DataState changed = now();
    goBack(version);
    const DataVersion kept = *DataVersions(*m_fixture->project().connect()).newest(m_dataset);
    QCOMPARE(kept.note, "Before going back to v1");
    QVERIFY(stateOf(kept) == changed);
    goBack(kept);
    QVERIFY(now() == changed);
}

void TestDataVersions::aRunNamesWhatItLearnedFrom()
{
    m_fixture->addTask("notes");
    const RunRecord run = write([&](Connection &connection) {
        TaskStore tasks(connection, {});
        tasks.add({.name = "parts", .dataset = "parts", .kind = {}, .metric = {}});
        tasks.setSequence("all", {"parts", "notes"});
        RunSpec spec;
        spec.sequence = "all";
        spec.strategy = "atlas";
        return RunStore(connection).create(spec);
    });
    QVERIFY(runData(*m_fixture->project().connect(), run.id).empty());
    const DataVersion named = make("pilot");
    const auto begin = [&] {
        const auto readings = readRunData(*m_fixture->project().connect(), run.id);
        write([&](Connection &connection) { recordRunData(connection, run.id, readings, "anna"); });
        return versionTitles(runData(*m_fixture->project().connect(), run.id));
    };
    QCOMPARE(begin(), "parts v1 (pilot), notes v1");
    QCOMPARE(begin(), "parts v1 (pilot), notes v1");
    QCOMPARE(DataVersions(*m_fixture->project().connect()).get(named.id).runs, std::vector<std::string>{run.name});
    // It was paused, and labels changed meanwhile.
    curate([&](Curation &c) { c.label(Ids{m_ids[0]}, "c2"); });
    QCOMPARE(begin(), "parts v1 (pilot), parts v2, notes v1");
    QCOMPARE(versionTitles(runData(*m_fixture->project().connect(), run.id), "notes"), "notes v1");
    // A list of all runs says the same.
    const std::map<std::string, std::string> listed{{run.uuid, "parts v1 (pilot), parts v2, notes v1"}};
    QCOMPARE(listRunData(*m_fixture->project().connect()), listed);
}

void TestDataVersions::whatChangedWhileItWasReadIsNotItsData()
{
    const auto reader = m_fixture->project().connect();
    reader->execute("BEGIN");
    const DataState read = readDataState(*reader, m_dataset);
    curate([&](Curation &c) { c.label(Ids{m_ids[0]}, "c2"); });
    const DataVersion newer = make();
    QVERIFY(readDataState(*reader, m_dataset) == read);
    reader->execute("COMMIT");
    const DataVersion version =
        write([&](Connection &connection) { return DataVersions(connection).keep(m_dataset, read, {}, "anna"); });
    QCOMPARE(version.parentId, newer.id);
    QCOMPARE(rows(version), 1);
    QVERIFY(stateOf(version) == read);
}

void TestDataVersions::randomStep(std::mt19937 &random)
{
    const auto below = [&random](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    Ids some;
    std::ranges::copy_if(m_ids, std::back_inserter(some), [&](std::int64_t) { return below(4) == 0; });
    const std::string name = "class " + std::to_string(below(4));
    std::vector<LabelClass> classes = DatasetStore(*m_fixture->project().connect()).classes(m_dataset);
    const auto any = [&] { return classes.at(below(classes.size())).id; };
    try {
        switch (below(12)) {
        case 0:
        case 1:
        case 2: curate([&](Curation &c) { c.label(some, name); }); return;
        case 3: curate([&](Curation &c) { c.unlabel(some); }); return;
        case 4: curate([&](Curation &c) { c.review(some, ReviewState::Verified); }); return;
        case 5: curate([&](Curation &c) { c.setSplit(some, Split::Validation); }); return;
        case 6: curate([&](Curation &c) { c.remove(Ids{m_ids[below(m_ids.size())]}); }); return;
        case 7: m_ids.push_back(m_fixture->addSamples(m_dataset, {textSample(name, {{name}})})[0]); return;
        default: break;
        }
        if (classes.empty()) {
            return;
        }
        editClasses([&](ClassEditor &editor) {
            switch (below(4)) {
            case 0: editor.rename(any(), name); break;
            case 1: editor.merge(Ids{any()}, any()); break;
            case 2: editor.remove(any()); break;
            default: editor.move(any(), int(below(3))); break;
            }
        });
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::BadInput);  // a name that is taken
    }
}

void TestDataVersions::randomVersionsStayWhatTheyWere_data()
{
    QTest::addColumn<bool>("multiLabel");
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed) {
        QTest::addRow("one label, %u", seed) << false << seed;
        QTest::addRow("several labels, %u", seed) << true << seed;
    }
}

void TestDataVersions::randomVersionsStayWhatTheyWere()
{
    QFETCH(bool, multiLabel);
    QFETCH(unsigned, seed);
    m_dataset = m_fixture->addDataset("random", "text", multiLabel);
    m_ids = m_fixture->addTexts(m_dataset, 20, 3);
    std::mt19937 random(seed);
    std::vector<std::pair<DataVersion, DataState>> kept;
    for (int i = 0; i < 80; ++i) {
        randomStep(random);
        if (random() % 4 == 0) {
            const DataVersion version = make();
            kept.emplace_back(version, now());
        }
        if (random() % 15 == 0 && !kept.empty()) {
            const auto &[version, state] = kept[random() % kept.size()];
            const DataState before = now();
            goBack(version);
            QVERIFY(now() == state);
            if (before != state && random() % 2 == 0) {
                QVERIFY(undo());
                QVERIFY(now() == before);
            }
        }
    }
    QVERIFY(kept.size() > 8);
    for (const auto &[version, state] : kept) {
        QVERIFY(stateOf(version) == state);
        QVERIFY(state.hash() == version.contentHash);
        for (const auto &[other, otherState] : kept) {
            QCOMPARE(difference(state, otherState).empty(), state == otherState);
        }
    }
}

void TestDataVersions::aHundredThousandSamples()
{
    m_dataset = m_fixture->addDataset("large");
    const Ids ids = m_fixture->addTexts(m_dataset, 100'000, 20);
    const auto timed = [&](const char *what, auto work) {
        QElapsedTimer timer;
        timer.start();
        work();
        qInfo("%s: %lld ms", what, timer.elapsed());
        return timer.elapsed();
    };
    QVERIFY(timed("first version", [&] { make(); }) < 20'000);
    QVERIFY(timed("nothing changed", [&] { make(); }) < 10'000);
    curate([&](Curation &c) { c.label(std::span(ids).first(3), "c5"); });
    const auto size = [&] { return std::filesystem::file_size(m_fixture->database()); };
    write([](Connection &) {});
    const auto before = size();
    QVERIFY(timed("three changes", [&] { make(); }) < 10'000);
    QVERIFY(size() < before + 100'000);
}

QTEST_APPLESS_MAIN(TestDataVersions)
#include "tst_data_versions.moc"
