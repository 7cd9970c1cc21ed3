#include "project_fixture.h"

#include "storage/class_editor.h"
#include "storage/curation.h"
#include "storage/dataset_store.h"
#include "storage/task_store.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
using atlas::test::textSample;
using Ids = std::vector<std::int64_t>;

class TestClassEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renamingKeepsTheId();
    void tasksFollowARenaming();
    void aTakenNameIsRefused();
    void theNameOfARemovedClassIsFree();
    void mergingMovesEverySample();
    void mergedWeightsAddUpToOneAtMost();
    void splittingMovesTheChosenSamples();
    void removingUnlabels();
    void movingChangesTheOrder();
    void aKeyHasOneClass();

private:
    struct Fixture;
};

struct TestClassEditor::Fixture : ProjectFixture {
    explicit Fixture(bool multiLabel = false) : dataset(addDataset("d", "text", multiLabel)) {}

    template <typename Work>
    void edit(Work work)
    {
        project().writer().run([&](Connection &connection) {
            ClassEditor editor(connection, DatasetStore(connection).get(dataset), "anna");
            work(editor);
        });
    }

    std::vector<LabelClass> classes()
    {
        const auto reader = project().connect();
        return DatasetStore(*reader).classes(dataset);
    }

    std::int64_t idOf(const std::string &name)
    {
        const auto all = classes();
        return std::ranges::find(all, name, &LabelClass::name)->id;
    }

    QStringList names()
    {
        QStringList list;
        for (const LabelClass &one : classes()) {
            list << QString::fromStdString(one.name) + QLatin1Char(' ') + QString::number(one.count);
        }
        return list;
    }

    Sample load(std::int64_t id)
    {
        const auto reader = project().connect();
        return SampleStore(*reader, {}).load(Ids{id}).at(0);
    }

    std::int64_t dataset;
};

void TestClassEditor::renamingKeepsTheId()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 4, 2);
    const std::int64_t id = fixture.idOf("c0");
    fixture.edit([&](ClassEditor &editor) { editor.rename(id, "傷"); });
    QCOMPARE(fixture.idOf("傷"), id);
    QCOMPARE(LabelRows::describe(fixture.load(ids[0]).labels), "傷");
}

void TestClassEditor::tasksFollowARenaming()
{
    Fixture fixture;
    fixture.addTexts(fixture.dataset, 60, 2);
    fixture.project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).add({.name = "t", .dataset = "d", .kind = {}, .metric = {}});
    });
    fixture.edit([&](ClassEditor &editor) { editor.rename(fixture.idOf("c0"), "good"); });
    const auto reader = fixture.project().connect();
    const TaskData data = TaskStore(*reader, {}).load("t", 0, 1);
    QCOMPARE(data.task.classes, (std::vector<std::string>{"good", "c1"}));
    QCOMPARE(data.train.size() + data.validation.size() + data.test.size(), 60U);
}

void TestClassEditor::aTakenNameIsRefused()
{
    Fixture fixture;
    fixture.addTexts(fixture.dataset, 4, 2);
    const QStringList before = fixture.names();
    QCOMPARE(errorCodeOf([&] { fixture.edit([&](ClassEditor &editor) { editor.rename(fixture.idOf("c0"), "c1"); }); }),
             ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { fixture.edit([&](ClassEditor &editor) { editor.rename(fixture.idOf("c0"), ""); }); }),
             ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { fixture.edit([&](ClassEditor &editor) { editor.rename(9999, "x"); }); }),
             ErrorCode::NotFound);
    QCOMPARE(fixture.names(), before);
}

void TestClassEditor::theNameOfARemovedClassIsFree()
{
    Fixture fixture;
    fixture.addTexts(fixture.dataset, 4, 2);
    fixture.edit([&](ClassEditor &editor) { editor.remove(fixture.idOf("c1")); });
    fixture.edit([&](ClassEditor &editor) { editor.rename(fixture.idOf("c0"), "c1"); });
    QCOMPARE(fixture.names(), QStringList({"c1 2"}));
    for (int i = 0; i < 2; ++i) {
        fixture.project().writer().run(
            [&](Connection &connection) { QVERIFY(EditJournal(connection, fixture.dataset).undo("anna")); });
    }
    QCOMPARE(fixture.names(), QStringList({"c0 2", "c1 2"}));
}

void TestClassEditor::mergingMovesEverySample()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 9, 3);
    fixture.edit([&](ClassEditor &editor) {
        editor.merge(Ids{fixture.idOf("c0"), fixture.idOf("c1")}, fixture.idOf("c2"));
    });
    QCOMPARE(fixture.names(), QStringList({"c2 9"}));
    QCOMPARE(fixture.load(ids[0]).review, ReviewState::Labelled);
}

void TestClassEditor::mergedWeightsAddUpToOneAtMost()
{
    Fixture fixture(true);
    const Ids ids = fixture.addSamples(fixture.dataset, {textSample("a", {{"grey", 0.3}, {"gray", 0.6}}),
                                                         textSample("b", {{"grey", 1.0}, {"gray", 1.0}})});
    fixture.edit([&](ClassEditor &editor) { editor.merge(Ids{fixture.idOf("gray")}, fixture.idOf("grey")); });
    QVERIFY(std::abs(fixture.load(ids[0]).labels.at(0).weight - 0.9) < 1e-12);
    QCOMPARE(fixture.load(ids[1]).labels.at(0).weight, 1.0);
    QCOMPARE(fixture.load(ids[1]).labels.size(), 1U);
}

void TestClassEditor::splittingMovesTheChosenSamples()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 6, 2);
    fixture.edit([&](ClassEditor &editor) {
        editor.split(fixture.idOf("c0"), Ids{ids[0], ids[1], ids[2]}, "c0 small");
    });
    QCOMPARE(fixture.names(), QStringList({"c0 1", "c1 3", "c0 small 2"}));  // ids[1] is of another class
}

void TestClassEditor::removingUnlabels()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 4, 2);
    fixture.edit([&](ClassEditor &editor) { editor.remove(fixture.idOf("c0")); });
    QCOMPARE(fixture.names(), QStringList({"c1 2"}));
    QCOMPARE(fixture.load(ids[0]).review, ReviewState::Unlabelled);
    QVERIFY(fixture.load(ids[0]).labels.empty());
}

void TestClassEditor::movingChangesTheOrder()
{
    Fixture fixture;
    fixture.addTexts(fixture.dataset, 3, 3);
    fixture.edit([&](ClassEditor &editor) { editor.move(fixture.idOf("c2"), 0); });
    QCOMPARE(fixture.names(), QStringList({"c2 1", "c0 1", "c1 1"}));
    fixture.edit([&](ClassEditor &editor) { editor.move(fixture.idOf("c2"), 99); });
    QCOMPARE(fixture.names(), QStringList({"c0 1", "c1 1", "c2 1"}));
}

void TestClassEditor::aKeyHasOneClass()
{
    Fixture fixture;
    fixture.addTexts(fixture.dataset, 2, 2);
    fixture.edit([&](ClassEditor &editor) { editor.setKey(fixture.idOf("c0"), "g"); });
    fixture.edit([&](ClassEditor &editor) { editor.setKey(fixture.idOf("c1"), "g"); });
    QCOMPARE(fixture.classes()[0].key, "");
    QCOMPARE(fixture.classes()[1].key, "g");
}

QTEST_APPLESS_MAIN(TestClassEditor)
#include "tst_class_editor.moc"
