#include "project_fixture.h"

#include "storage/task_store.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
using atlas::test::textSample;

class TestTaskSandbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsFromTheSameSplits();
    void classesComeInProportion();
    void groupsComeWhole();
    void aSmallTaskIsCopiedWhole();
    void anotherOneGetsAnotherName();
    void keepsRolesAndOrder();
    void hasNoInflowAndNoVersions();
    void holdsItsTask();
    void refusals();

private:
    TaskSequence make(ProjectFixture &fixture, const SandboxRequest &request) const;
};

namespace {

TaskData load(ProjectFixture &fixture, const std::string &name)
{
    const auto reader = fixture.project().connect();
    return TaskStore(*reader, fixture.project().assetFolder()).load(name);
}

std::set<std::int64_t> idsOf(const std::vector<Sample> &samples)
{
    std::set<std::int64_t> ids;
    for (const Sample &sample : samples) {
        ids.insert(sample.id);
    }
    return ids;
}

bool within(const std::vector<Sample> &part, const std::vector<Sample> &whole)
{
    return std::ranges::includes(idsOf(whole), idsOf(part));
}

void addTask(ProjectFixture &fixture, const std::string &name, const std::vector<Sample> &samples)
{
    fixture.addSamples(fixture.addDataset(name), samples);
    fixture.project().writer().run([&](Connection &connection) {
        TaskStore store(connection, fixture.project().assetFolder());
        store.add({.name = name, .dataset = name, .kind = {}, .metric = {}});
        store.setSequence("pilot", {name});
    });
}

/// One in four carries "rare", the others "often".
std::vector<Sample> texts(int count)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        samples.push_back(textSample("text " + std::to_string(i), {{i % 4 == 0 ? "rare" : "often"}}));
    }
    return samples;
}

}  // namespace

TaskSequence TestTaskSandbox::make(ProjectFixture &fixture, const SandboxRequest &request) const
{
    return fixture.project().writer().run([&](Connection &connection) {
        return TaskStore(connection, fixture.project().assetFolder()).sandbox(request);
    });
}

void TestTaskSandbox::drawsFromTheSameSplits()
{
    ProjectFixture fixture;
    addTask(fixture, "t", texts(2000));
    const TaskSequence sandbox = make(fixture, {.sequence = "pilot", .train = 200});
    QCOMPARE(sandbox.name, "pilot (sandbox)");
    QCOMPARE(sandbox.tasks, std::vector<std::string>{"t (sandbox)"});
    const TaskData whole = load(fixture, "t");
    const TaskData drawn = load(fixture, "t (sandbox)");
    QCOMPARE(drawn.train.size(), 200U);
    QCOMPARE(drawn.validation.size(), 100U);  // in proportion it would be 35: at least 100 are judged
    QCOMPARE(drawn.test.size(), 100U);
    QVERIFY(within(drawn.train, whole.train));
    QVERIFY(within(drawn.validation, whole.validation));
    QVERIFY(within(drawn.test, whole.test));
    QCOMPARE(drawn.task.classes, whole.task.classes);
    QCOMPARE(drawn.task.metric, whole.task.metric);
    // The same request draws the same samples, another seed others.
    make(fixture, {.sequence = "pilot", .train = 200});
    QCOMPARE(idsOf(load(fixture, "t (sandbox 2)").train), idsOf(drawn.train));
    make(fixture, {.sequence = "pilot", .train = 200, .seed = 2});
    QVERIFY(idsOf(load(fixture, "t (sandbox 3)").train) != idsOf(drawn.train));
}

void TestTaskSandbox::classesComeInProportion()
{
    ProjectFixture fixture;
    addTask(fixture, "t", texts(2000));
    make(fixture, {.sequence = "pilot", .train = 200});
    const TaskData drawn = load(fixture, "t (sandbox)");
    const auto rare = std::ranges::count_if(drawn.train, [](const Sample &s) { return s.labels[0].name == "rare"; });
    QVERIFY2(std::abs(int(rare) - 50) <= 1, qPrintable(QString::number(rare)));
}

void TestTaskSandbox::groupsComeWhole()
{
    ProjectFixture fixture;
    std::vector<Sample> samples = texts(2000);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].group = "scene " + std::to_string(i / 5);
    }
    addTask(fixture, "t", samples);
    make(fixture, {.sequence = "pilot", .train = 100});
    const TaskData drawn = load(fixture, "t (sandbox)");
    std::map<std::string, int> sizes;
    for (const auto *part : {&drawn.train, &drawn.validation, &drawn.test}) {
        for (const Sample &sample : *part) {
            ++sizes[sample.group];
        }
    }
    for (const auto &[group, size] : sizes) {
        QCOMPARE(size, 5);
    }
    QVERIFY(drawn.train.size() >= 95 && drawn.train.size() <= 105);
}

void TestTaskSandbox::aSmallTaskIsCopiedWhole()
{
    ProjectFixture fixture;
    addTask(fixture, "t", texts(80));
    make(fixture, {.sequence = "pilot"});
    QCOMPARE(idsOf(load(fixture, "t (sandbox)").train), idsOf(load(fixture, "t").train));
    QCOMPARE(idsOf(load(fixture, "t (sandbox)").test), idsOf(load(fixture, "t").test));
}

void TestTaskSandbox::anotherOneGetsAnotherName()
{
    ProjectFixture fixture;
    addTask(fixture, "t", texts(80));
    make(fixture, {.sequence = "pilot"});
    const TaskSequence second = make(fixture, {.sequence = "pilot"});
    QCOMPARE(second.name, "pilot (sandbox 2)");
    QCOMPARE(second.tasks, std::vector<std::string>{"t (sandbox 2)"});
}

void TestTaskSandbox::keepsRolesAndOrder()
{
    ProjectFixture fixture;
    for (const char *name : {"a", "b", "c"}) {
        fixture.addTask(name);
    }
    fixture.project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).setSequence("pilot", {"c", "a", "b"}, {"c"});
    });
    const TaskSequence sandbox = make(fixture, {.sequence = "pilot"});
    QCOMPARE(sandbox.tasks, (std::vector<std::string>{"c (sandbox)", "a (sandbox)", "b (sandbox)"}));
    const auto reader = fixture.project().connect();
    QCOMPARE(TaskStore(*reader, {}).upstream(sandbox.name), std::vector<std::string>{"c (sandbox)"});
}

void TestTaskSandbox::hasNoInflowAndNoVersions()
{
    ProjectFixture fixture;
    addTask(fixture, "t", texts(2000));
    make(fixture, {.sequence = "pilot"});
    const auto reader = fixture.project().connect();
    TaskStore store(*reader, fixture.project().assetFolder());
    QCOMPARE(store.newSamples("t (sandbox)", 0).added, 0);
    QCOMPARE(store.details("t (sandbox)").sandboxOf, "t");
    QCOMPARE(errorCodeOf([&] { store.addVersion("t (sandbox)"); }), ErrorCode::BadInput);
}

void TestTaskSandbox::holdsItsTask()
{
    ProjectFixture fixture;
    addTask(fixture, "t", texts(80));
    make(fixture, {.sequence = "pilot"});
    const auto code = errorCodeOf([&] {
        fixture.project().writer().run([](Connection &connection) {
            TaskStore store(connection, {});
            store.removeSequence("pilot");
            store.remove("t");
        });
    });
    QCOMPARE(code, ErrorCode::BadInput);
}

void TestTaskSandbox::refusals()
{
    ProjectFixture fixture;
    addTask(fixture, "t", texts(80));
    QCOMPARE(errorCodeOf([&] { make(fixture, {.sequence = "nothing"}); }), ErrorCode::NotFound);
    QCOMPARE(errorCodeOf([&] { make(fixture, {.sequence = "pilot", .train = 0}); }), ErrorCode::BadInput);
    const auto reader = fixture.project().connect();
    QCOMPARE(TaskStore(*reader, {}).list().size(), 1U);
}

QTEST_GUILESS_MAIN(TestTaskSandbox)
#include "tst_task_sandbox.moc"
