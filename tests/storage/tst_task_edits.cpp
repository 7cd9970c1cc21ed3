#include "project_fixture.h"

#include "storage/dataset_store.h"
#include "storage/run_store.h"
#include "storage/sample_store.h"
#include "storage/task_builder.h"
#include "storage/task_filter.h"
#include "storage/task_store.h"

#include <QtTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
using atlas::test::textSample;

class TestTaskEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rolesAreKept();
    void aRoleNeedsItsTask();
    void metricAndNameChangeWhileUnused();
    void aRunHoldsThem();
    void whatWasRemovedComesBackWhole();
    void aFilterChoosesTheSamples();
    void theNextVersionKeepsTheFilter();
    void aFilterOutlivesARenaming();
    void aFilterOfNothingIsRefused();
    void filtersAreWrittenAsTheBoxReadsThem();

private:
    template <typename Job>
    auto write(ProjectFixture &fixture, Job job)
    {
        return fixture.project().writer().run([&](Connection &connection) {
            TaskStore store(connection, fixture.project().assetFolder());
            return job(store);
        });
    }
};

namespace {

TaskRequest requestFor(const std::string &dataset, const SampleFilter &filter = {})
{
    TaskRequest request{.name = "t", .dataset = dataset, .kind = {}, .metric = {}};
    request.filter = filter;
    return request;
}

}  // namespace

void TestTaskEdits::rolesAreKept()
{
    ProjectFixture fixture;
    for (const char *name : {"a", "b", "c"}) {
        fixture.addTask(name);
    }
    write(fixture, [](TaskStore &store) { store.setSequence("s", {"a", "b", "c"}, {"b", "a"}); });
    const auto reader = fixture.project().connect();
    TaskStore store(*reader, {});
    QCOMPARE(store.upstream("s"), (std::vector<std::string>{"a", "b"}));
    QVERIFY(store.upstream("none").empty());
    write(fixture, [](TaskStore &other) { other.setSequence("s", {"c", "a"}); });
    QVERIFY(store.upstream("s").empty());
}

void TestTaskEdits::aRoleNeedsItsTask()
{
    ProjectFixture fixture;
    fixture.addTask("a");
    fixture.addTask("b");
    QCOMPARE(errorCodeOf([&] { write(fixture, [](TaskStore &store) { store.setSequence("s", {"a"}, {"b"}); }); }),
             ErrorCode::BadInput);
}

void TestTaskEdits::metricAndNameChangeWhileUnused()
{
    ProjectFixture fixture;
    fixture.addTask("a");
    fixture.addTask("b");
    write(fixture, [](TaskStore &store) {
        store.setSequence("s", {"a", "b"});
        store.setMetric("a", "f1_macro");
        store.rename("a", "parts");
    });
    const auto reader = fixture.project().connect();
    TaskStore store(*reader, {});
    QCOMPARE(store.find("parts")->metric, "f1_macro");
    QCOMPARE(store.findSequence("s")->tasks, (std::vector<std::string>{"parts", "b"}));
    QCOMPARE(errorCodeOf([&] { write(fixture, [](TaskStore &other) { other.rename("parts", "b"); }); }),
             ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { write(fixture, [](TaskStore &other) { other.setMetric("b", "luck"); }); }),
             ErrorCode::Usage);
}

void TestTaskEdits::aRunHoldsThem()
{
    ProjectFixture fixture;
    fixture.addTask("a");
    fixture.project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).setSequence("s", {"a"});
        RunSpec spec;
        spec.sequence = "s";
        spec.strategy = "atlas";
        RunStore(connection).create(spec);
        TaskStore(connection, {}).removeSequence("s");
    });
    const auto reader = fixture.project().connect();
    QCOMPARE(TaskStore(*reader, {}).details("a").runs.size(), 1U);
    QCOMPARE(errorCodeOf([&] { write(fixture, [](TaskStore &store) { store.setMetric("a", "f1_macro"); }); }),
             ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { write(fixture, [](TaskStore &store) { store.rename("a", "b"); }); }),
             ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { write(fixture, [](TaskStore &store) { store.remove("a"); }); }), ErrorCode::BadInput);
    write(fixture, [](TaskStore &store) { store.setMetric("a", "accuracy"); });  // as it is: nothing to refuse
}

void TestTaskEdits::whatWasRemovedComesBackWhole()
{
    ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 60, 3);
    SampleFilter filter;
    filter.labels = {"c0", "c2"};
    const Task made = write(fixture, [&](TaskStore &store) { return store.add(requestFor("d", filter)); });
    const auto reader = fixture.project().connect();
    TaskStore store(*reader, fixture.project().assetFolder());
    const TaskData before = store.load("t");
    const RemovedTask removed = write(fixture, [](TaskStore &other) { return other.remove("t"); });
    QVERIFY(!store.find("t"));
    write(fixture, [&](TaskStore &other) { other.putBack(removed); });
    const TaskData after = store.load("t");
    QCOMPARE(after.task.id, made.id);
    QCOMPARE(after.task.createdUs, made.createdUs);
    QCOMPARE(after.task.classes, made.classes);
    QCOMPARE(store.details("t").filter, "label:c0 label:c2");
    QCOMPARE(after.train.size(), before.train.size());
    QCOMPARE(after.test.front().id, before.test.front().id);
    QCOMPARE(errorCodeOf([&] { write(fixture, [&](TaskStore &other) { other.putBack(removed); }); }),
             ErrorCode::BadInput);
}

void TestTaskEdits::aFilterChoosesTheSamples()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const auto ids = fixture.addTexts(dataset, 90, 3);
    fixture.project().writer().run([&](Connection &connection) {
        std::vector<SampleLabels> verified;
        for (std::size_t i = 0; i < 60; ++i) {
            verified.push_back({ids[i], {{"c" + std::to_string(i % 3)}}, ReviewState::Verified});
        }
        SampleStore(connection, {}).setLabels(verified, "anna");
    });
    SampleFilter filter;
    filter.review = ReviewState::Verified;
    filter.labels = {"c0", "c1"};
    const Task task = write(fixture, [&](TaskStore &store) { return store.add(requestFor("d", filter)); });
    QCOMPARE(task.classes, (std::vector<std::string>{"c0", "c1"}));
    QCOMPARE(task.trainCount + task.validationCount + task.testCount, 40);
    const auto reader = fixture.project().connect();
    TaskStore store(*reader, fixture.project().assetFolder());
    QCOMPARE(store.details("t").filter, "verified label:c0 label:c1");
    QCOMPARE(store.newSamples("t", 0).added, 0);  // the others are none of its kind
}

void TestTaskEdits::theNextVersionKeepsTheFilter()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    fixture.addTexts(dataset, 90, 3);
    SampleFilter filter;
    filter.labels = {"c0", "c1"};
    write(fixture, [&](TaskStore &store) { store.add(requestFor("d", filter)); });
    std::vector<Sample> more;
    for (int i = 0; i < 30; ++i) {
        more.push_back(textSample("later " + std::to_string(i), {{"c" + std::to_string(i % 3)}}));
    }
    fixture.addSamples(dataset, more);
    const auto reader = fixture.project().connect();
    QCOMPARE(TaskStore(*reader, {}).newSamples("t", 0).added, 20);
    const Task version = write(fixture, [](TaskStore &store) { return store.addVersion("t"); });
    QCOMPARE(version.trainCount + version.validationCount + version.testCount, 80);
    QCOMPARE(version.classes, (std::vector<std::string>{"c0", "c1"}));
    QCOMPARE(TaskStore(*reader, {}).details(version.name).filter, "label:c0 label:c1");
}

void TestTaskEdits::aFilterOutlivesARenaming()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    fixture.addTexts(dataset, 90, 3);
    SampleFilter filter;
    filter.labels = {"c0", "c1"};
    write(fixture, [&](TaskStore &store) { store.add(requestFor("d", filter)); });
    fixture.project().writer().run([&](Connection &connection) {
        connection.execute("UPDATE label_class SET name = 'good part' WHERE name = 'c0'");
    });
    const auto reader = fixture.project().connect();
    QCOMPARE(TaskStore(*reader, {}).details("t").filter, "label:\"good part\" label:c1");
}

void TestTaskEdits::aFilterOfNothingIsRefused()
{
    ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 90, 3);
    SampleFilter one;
    one.labels = {"c0"};
    QCOMPARE(errorCodeOf([&] { write(fixture, [&](TaskStore &store) { store.add(requestFor("d", one)); }); }),
             ErrorCode::BadInput);
    one.labels = {"never heard of"};
    QCOMPARE(errorCodeOf([&] { write(fixture, [&](TaskStore &store) { store.add(requestFor("d", one)); }); }),
             ErrorCode::NotFound);
}

void TestTaskEdits::filtersAreWrittenAsTheBoxReadsThem()
{
    SampleFilter filter;
    QCOMPARE(filterText(filter), "");
    filter.review = ReviewState::Verified;
    filter.split = Split::Train;
    filter.labels = {"a", "deep scratch"};
    filter.withoutLabels = {""};
    filter.text = "some words";
    QCOMPARE(filterText(filter), "verified split:train label:a label:\"deep scratch\" -label:none some words");
}

QTEST_GUILESS_MAIN(TestTaskEdits)
#include "tst_task_edits.moc"
