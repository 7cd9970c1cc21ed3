#include "project_fixture.h"

#include "storage/class_editor.h"
#include "storage/curation.h"
#include "storage/dataset_store.h"
#include "storage/opinions.h"
#include "storage/query.h"
#include "storage/task_store.h"

#include <QtTest>

#include <random>
#include <sstream>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
using atlas::test::textSample;
using Ids = std::vector<std::int64_t>;

class TestEditJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyStepsAreTakenBackAndDoneAgain_data();
    void anyStepsAreTakenBackAndDoneAgain();
    void survivesClosingTheProject();
    void aNewStepForgetsThoseTakenBack();
    void aStepThatChangesNothingIsNone();
    void aFailedStepLeavesNothing();
    void whatChangedOtherwiseIsNotOverwritten();
    void undoIsPartOfTheHistory();
    void datasetsHaveStepsOfTheirOwn();
    void stepsFromBeforeATableGrewAreTakenBack();
};

namespace {

Dataset datasetOf(Connection &connection, std::int64_t id)
{
    return DatasetStore(connection).get(id);
}

/// All that curation can change of a dataset, as text.
std::string stateOf(ProjectFixture &fixture, std::int64_t dataset)
{
    const auto reader = fixture.project().connect();
    std::ostringstream state;
    for (const LabelClass &one : DatasetStore(*reader).classes(dataset)) {
        state << one.id << '=' << one.name << '@' << one.position << '#' << one.count << '!' << one.key << ' ';
    }
    SampleStore store(*reader, {});
    for (const Sample &sample : store.load(store.ids(dataset, {}))) {
        state << '\n' << sample.id << ' ' << reviewStateName(sample.review) << ' ' << splitName(sample.split) << ' ';
        state << LabelRows::describe(sample.labels) << " \"" << sample.note << '"';
        state << " {" << describeOpinions(*reader, sample.id) << '}';
    }
    return state.str();
}

template <typename Work>
auto curate(ProjectFixture &fixture, std::int64_t dataset, Work work)
{
    return fixture.project().writer().run([&](Connection &connection) {
        Curation curation(connection, datasetOf(connection, dataset), "anna");
        return work(curation);
    });
}

template <typename Work>
void editClasses(ProjectFixture &fixture, std::int64_t dataset, Work work)
{
    fixture.project().writer().run([&](Connection &connection) {
        ClassEditor editor(connection, datasetOf(connection, dataset), "anna");
        work(editor);
    });
}

template <typename Work>
void opine(ProjectFixture &fixture, std::int64_t dataset, const std::string &actor, Work work)
{
    fixture.project().writer().run([&](Connection &connection) {
        Opinions opinions(connection, datasetOf(connection, dataset), actor);
        work(opinions);
    });
}

bool undo(ProjectFixture &fixture, std::int64_t dataset)
{
    return fixture.project().writer().run(
        [&](Connection &connection) { return EditJournal(connection, dataset).undo("anna").has_value(); });
}

bool redo(ProjectFixture &fixture, std::int64_t dataset)
{
    return fixture.project().writer().run(
        [&](Connection &connection) { return EditJournal(connection, dataset).redo("anna").has_value(); });
}

EditState journal(ProjectFixture &fixture, std::int64_t dataset)
{
    const auto reader = fixture.project().connect();
    return EditJournal(*reader, dataset).state();
}

/// One step chosen at random, of everything there is.
void randomStep(ProjectFixture &fixture, std::int64_t dataset, const Ids &ids, std::mt19937 &random)
{
    const auto below = [&random](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    Ids some;
    for (const std::int64_t id : ids) {
        if (below(4) == 0) {
            some.push_back(id);
        }
    }
    std::vector<LabelClass> classes;
    {
        const auto reader = fixture.project().connect();
        classes = DatasetStore(*reader).classes(dataset);
    }
    const std::string name = "class " + std::to_string(below(5));
    const auto anyClass = [&] { return classes[below(classes.size())].id; };
    try {
        switch (below(18)) {
        case 0:
        case 1:
        case 2: curate(fixture, dataset, [&](Curation &c) { return c.label(some, name); }); return;
        case 3: curate(fixture, dataset, [&](Curation &c) { return c.unlabel(some); }); return;
        case 4: curate(fixture, dataset, [&](Curation &c) { return c.review(some, ReviewState::Verified); }); return;
        case 5: curate(fixture, dataset, [&](Curation &c) { return c.review(some, ReviewState::Skipped); }); return;
        case 6: curate(fixture, dataset, [&](Curation &c) { return c.note(ids[below(ids.size())], name); }); return;
        case 7: curate(fixture, dataset, [&](Curation &c) { return c.setSplit(some, Split::Test); }); return;
        case 8: curate(fixture, dataset, [&](Curation &c) { return c.remove(some); }); return;
        case 9: opine(fixture, dataset, "ben", [&](Opinions &o) { o.give(some, name); }); return;
        case 10: opine(fixture, dataset, "anna", [&](Opinions &o) { o.give(some, name); }); return;
        case 11: opine(fixture, dataset, "ben", [&](Opinions &o) { o.withdraw(some); }); return;
        case 12: opine(fixture, dataset, "carl", [&](Opinions &o) { o.settle(ids[0], {{name}}); }); return;
        default: break;
        }
        if (classes.empty()) {
            return;
        }
        editClasses(fixture, dataset, [&](ClassEditor &editor) {
            switch (below(6)) {
            case 0: editor.rename(anyClass(), name); break;
            case 1: editor.merge(Ids{anyClass(), anyClass()}, anyClass()); break;
            case 2: editor.split(anyClass(), some, name); break;
            case 3: editor.remove(anyClass()); break;
            case 4: editor.move(anyClass(), int(below(4))); break;
            default: editor.setKey(anyClass(), std::string(1, char('a' + below(3)))); break;
            }
        });
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::BadInput);  // a name that is taken
    }
}

}  // namespace

void TestEditJournal::anyStepsAreTakenBackAndDoneAgain_data()
{
    QTest::addColumn<bool>("multiLabel");
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed) {
        QTest::addRow("one label, %u", seed) << false << seed;
        QTest::addRow("several labels, %u", seed) << true << seed;
    }
}

void TestEditJournal::anyStepsAreTakenBackAndDoneAgain()
{
    QFETCH(bool, multiLabel);
    QFETCH(unsigned, seed);
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d", "text", multiLabel);
    const Ids ids = fixture.addTexts(dataset, 24, 3);
    std::mt19937 random(seed);
    std::vector<std::string> states{stateOf(fixture, dataset)};
    for (int i = 0; i < 60; ++i) {
        randomStep(fixture, dataset, ids, random);
        if (journal(fixture, dataset).undoable == std::int64_t(states.size())) {  // else it changed nothing
            states.push_back(stateOf(fixture, dataset));
        }
    }
    QVERIFY(states.size() > 30);
    for (std::size_t i = states.size() - 1; i-- > 0;) {
        QVERIFY(undo(fixture, dataset));
        QCOMPARE(stateOf(fixture, dataset), states[i]);
    }
    QVERIFY(!undo(fixture, dataset));
    for (std::size_t i = 1; i < states.size(); ++i) {
        QVERIFY(redo(fixture, dataset));
        QCOMPARE(stateOf(fixture, dataset), states[i]);
    }
    QVERIFY(!redo(fixture, dataset));
}

void TestEditJournal::survivesClosingTheProject()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addTexts(dataset, 3, 2);
    const std::string before = stateOf(fixture, dataset);
    curate(fixture, dataset, [&](Curation &c) { return c.label(ids, "new"); });
    curate(fixture, dataset, [&](Curation &c) { return c.note(ids[0], "look"); });
    QVERIFY(undo(fixture, dataset));
    fixture.close();
    fixture.open();
    const EditState state = journal(fixture, dataset);
    QCOMPARE(state.undo->what, edit::kLabel);
    QCOMPARE(state.undo->detail, "new");
    QCOMPARE(state.undo->samples, 3);
    QCOMPARE(state.undo->actor, "anna");
    QCOMPARE(state.redo->what, edit::kNote);
    QVERIFY(undo(fixture, dataset));
    QCOMPARE(stateOf(fixture, dataset), before);
}

void TestEditJournal::aNewStepForgetsThoseTakenBack()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addTexts(dataset, 3, 2);
    curate(fixture, dataset, [&](Curation &c) { return c.label(ids, "a"); });
    QVERIFY(undo(fixture, dataset));
    curate(fixture, dataset, [&](Curation &c) { return c.label(ids, "b"); });
    QVERIFY(!redo(fixture, dataset));
    QCOMPARE(journal(fixture, dataset).undoable, 1);
}

void TestEditJournal::aStepThatChangesNothingIsNone()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addTexts(dataset, 2, 2);
    const Ids first{ids[0]};
    QCOMPARE(curate(fixture, dataset, [&](Curation &c) { return c.label(first, "c0"); }), Ids());
    QCOMPARE(curate(fixture, dataset, [&](Curation &c) { return c.note(ids[0], ""); }), Ids());
    QCOMPARE(journal(fixture, dataset).undoable, 0);
}

void TestEditJournal::aFailedStepLeavesNothing()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addTexts(dataset, 2, 2);
    const std::string before = stateOf(fixture, dataset);
    const std::vector<SampleLabels> changes{{ids[0], {{"new"}}, ReviewState::Labelled},
                                            {ids[1], {{"new"}, {"new"}}, ReviewState::Labelled}};
    QCOMPARE(errorCodeOf([&] {
                 curate(fixture, dataset, [&](Curation &c) { return c.setLabels(changes, edit::kLabel, "new"); });
             }),
             ErrorCode::BadInput);
    QCOMPARE(stateOf(fixture, dataset), before);
    QCOMPARE(journal(fixture, dataset).undoable, 0);
}

void TestEditJournal::whatChangedOtherwiseIsNotOverwritten()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addTexts(dataset, 2, 2);
    const Ids first{ids[0]};
    curate(fixture, dataset, [&](Curation &c) { return c.label(first, "new"); });
    const SampleLabels other{ids[0], {{"c1"}}, ReviewState::Labelled};
    fixture.project().writer().run(
        [&](Connection &connection) { SampleStore(connection, {}).setLabels(std::span(&other, 1), "ben"); });
    const std::string before = stateOf(fixture, dataset);
    QCOMPARE(errorCodeOf([&] { undo(fixture, dataset); }), ErrorCode::BadInput);
    QCOMPARE(stateOf(fixture, dataset), before);
}

void TestEditJournal::undoIsPartOfTheHistory()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addTexts(dataset, 1, 1);
    curate(fixture, dataset, [&](Curation &c) { return c.label(ids, "new"); });
    curate(fixture, dataset, [&](Curation &c) { return c.remove(ids); });
    QVERIFY(undo(fixture, dataset));
    QVERIFY(undo(fixture, dataset));
    const auto reader = fixture.project().connect();
    QStringList told;
    for (const SampleEvent &event : SampleStore(*reader, {}).history(ids[0])) {
        told << QString::fromStdString(event.what + ":" + event.after);
    }
    QCOMPARE(told, QStringList({"import:c0", "label:new", "place:removed", "place:in the dataset", "label:c0"}));
}

void TestEditJournal::datasetsHaveStepsOfTheirOwn()
{
    ProjectFixture fixture;
    const auto one = fixture.addDataset("one");
    const auto two = fixture.addDataset("two");
    const Ids ids = fixture.addTexts(one, 2, 2);
    fixture.addTexts(two, 2, 2);
    curate(fixture, one, [&](Curation &c) { return c.label(ids, "new"); });
    QVERIFY(!undo(fixture, two));
    QVERIFY(undo(fixture, one));
}

void TestEditJournal::stepsFromBeforeATableGrewAreTakenBack()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addTexts(dataset, 3, 2);
    const std::string before = stateOf(fixture, dataset);
    curate(fixture, dataset, [&](Curation &c) { return c.label(ids, "new"); });
    const std::string after = stateOf(fixture, dataset);
    fixture.project().writer().run([](Connection &connection) {
        connection.execute("ALTER TABLE sample ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'");
    });
    QVERIFY(undo(fixture, dataset));
    QCOMPARE(stateOf(fixture, dataset), before);
    QVERIFY(redo(fixture, dataset));
    QCOMPARE(stateOf(fixture, dataset), after);
}

QTEST_APPLESS_MAIN(TestEditJournal)
#include "tst_edit_journal.moc"
