#include "project_fixture.h"

#include "core/files.h"
#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"

#include <QtTest>

#include <map>
#include <set>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::errorMessageOf;
using atlas::test::ProjectFixture;
using atlas::test::textSample;

class TestTaskStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixesClassesAndSplits();
    void copiesOfATextStayTogether();
    void keepsItsSplitsWhenDataIsAdded();
    void labelFormFollowsTheLabels();
    void choicesAreCounted();
    void limitsTraining();
    void leavesOutWhatCannotBeLearned();
    void refusals_data();
    void refusals();
    void sequencesKeepTheirOrder();
    void usedTasksStay();
    void whatCameSinceIsCounted();
    void aNewVersionHoldsWhatCame();
    void versionsFollowOneAnother();
};

namespace {

Task add(ProjectFixture &fixture, const TaskRequest &request)
{
    return fixture.project().writer().run(
        [&](Connection &connection) { return TaskStore(connection, fixture.project().assetFolder()).add(request); });
}

TaskRequest requestFor(const std::string &dataset, const std::string &name = "task")
{
    return {.name = name, .dataset = dataset, .kind = {}, .metric = {}};
}

TaskData load(ProjectFixture &fixture, const std::string &name, std::int64_t maxTrain = 0, std::uint64_t seed = 1)
{
    const auto reader = fixture.project().connect();
    return TaskStore(*reader, fixture.project().assetFolder()).load(name, maxTrain, seed);
}

std::vector<std::int64_t> idsOf(const std::vector<Sample> &samples)
{
    std::vector<std::int64_t> ids;
    for (const Sample &sample : samples) {
        ids.push_back(sample.id);
    }
    return ids;
}

void setSequence(ProjectFixture &fixture, const std::string &name, const std::vector<std::string> &tasks)
{
    fixture.project().writer().run([&](Connection &connection) { TaskStore(connection, {}).setSequence(name, tasks); });
}

}  // namespace

void TestTaskStore::fixesClassesAndSplits()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    fixture.addTexts(dataset, 240, 12);
    fixture.addSamples(dataset, {textSample("not labelled")});
    TaskRequest request = requestFor("d");
    request.validationShare = 0.25;
    request.testShare = 0.25;
    const Task task = add(fixture, request);
    QCOMPARE(task.kind, "text");
    QCOMPARE(task.labelForm, LabelForm::Single);
    QCOMPARE(task.metric, "accuracy");
    QCOMPARE(task.classes.size(), 12U);
    QCOMPARE(task.classes[2], "c2");
    QCOMPARE(task.classes[10], "c10");
    QCOMPARE(task.testCount, 60);
    QCOMPARE(task.validationCount, 45);
    QCOMPARE(task.trainCount, 135);

    const TaskData data = load(fixture, "task");
    std::map<std::string, int> tests;
    for (const Sample &sample : data.test) {
        ++tests[sample.labels.at(0).name];
    }
    QCOMPARE(tests.size(), 12U);
    for (const auto &[name, count] : tests) {
        QCOMPARE(count, 5);
    }
    std::set<std::int64_t> all;
    for (const auto *part : {&data.train, &data.validation, &data.test}) {
        const auto ids = idsOf(*part);
        QVERIFY(std::ranges::is_sorted(ids));
        all.insert(ids.begin(), ids.end());
    }
    QCOMPARE(all.size(), 240U);
    // The same request makes the same task.
    request.name = "again";
    add(fixture, request);
    QCOMPARE(idsOf(load(fixture, "again").test), idsOf(data.test));
    request.name = "other seed";
    request.seed = 2;
    add(fixture, request);
    QVERIFY(idsOf(load(fixture, "other seed").test) != idsOf(data.test));
}

void TestTaskStore::copiesOfATextStayTogether()
{
    ProjectFixture fixture;
    std::vector<Sample> samples;
    for (int i = 0; i < 200; ++i) {
        samples.push_back(textSample("text " + std::to_string(i / 2), {{i % 2 ? "a" : "b"}}));
        samples.back().group = "by " + std::to_string(i / 10);
    }
    fixture.addSamples(fixture.addDataset("d"), samples);
    add(fixture, requestFor("d"));
    const TaskData data = load(fixture, "task");
    std::map<std::string, std::set<int>> parts;
    int part = 0;
    for (const auto *list : {&data.train, &data.validation, &data.test}) {
        for (const Sample &sample : *list) {
            parts[sample.text].insert(part);
            parts[sample.group].insert(part);
        }
        ++part;
    }
    for (const auto &[key, seen] : parts) {
        QVERIFY2(seen.size() == 1, key.c_str());
    }
}

void TestTaskStore::keepsItsSplitsWhenDataIsAdded()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    fixture.addTexts(dataset, 40, 2);
    add(fixture, requestFor("d"));
    const auto before = idsOf(load(fixture, "task").test);
    fixture.addSamples(dataset, {textSample("new", {{"c9"}}, Split::Test)});
    QCOMPARE(idsOf(load(fixture, "task").test), before);
    QCOMPARE(load(fixture, "task").task.classes.size(), 2U);
}

void TestTaskStore::labelFormFollowsTheLabels()
{
    ProjectFixture fixture;
    std::vector<Sample> multi;
    std::vector<Sample> soft;
    for (int i = 0; i < 30; ++i) {
        const std::string text = "t" + std::to_string(i);
        multi.push_back(textSample(text, i % 2 ? std::vector<Label>{{"a"}, {"b"}} : std::vector<Label>{{"c"}}));
        soft.push_back(textSample(text, {{"red", 1.0}, {i % 2 ? "blue" : "green", 0.3}}));
    }
    fixture.addSamples(fixture.addDataset("multi", "text", true), multi);
    fixture.addSamples(fixture.addDataset("soft"), soft);
    const Task multiTask = add(fixture, requestFor("multi", "m"));
    QCOMPARE(multiTask.labelForm, LabelForm::Multi);
    QCOMPARE(multiTask.metric, "f1_micro");
    const Task softTask = add(fixture, requestFor("soft", "s"));
    QCOMPARE(softTask.labelForm, LabelForm::Soft);
    QCOMPARE(softTask.metric, "vqa_score");
    TaskRequest chosen = requestFor("multi", "chosen");
    chosen.metric = "f1_macro";
    QCOMPARE(add(fixture, chosen).metric, "f1_macro");
}

void TestTaskStore::choicesAreCounted()
{
    ProjectFixture fixture;
    std::vector<Sample> samples;
    for (int i = 0; i < 40; ++i) {
        Sample sample;
        sample.question = "goal " + std::to_string(i);
        sample.choices = {"one", "two", "three"};
        sample.labels = {{std::to_string(i % 2)}};  // option 2 is never right
        samples.push_back(sample);
    }
    const auto dataset = fixture.addDataset("d", "choice");
    fixture.addSamples(dataset, samples);
    QCOMPARE(add(fixture, requestFor("d")).classes, (std::vector<std::string>{"0", "1", "2"}));
    Sample wrong = samples[0];
    wrong.question = "another";
    wrong.labels = {{"3"}};
    wrong.source = "p.jsonl:7";
    fixture.addSamples(dataset, {wrong});
    const std::string message = errorMessageOf([&] { add(fixture, requestFor("d", "second")); });
    QVERIFY2(message.find("p.jsonl:7") != std::string::npos, message.c_str());
}

void TestTaskStore::limitsTraining()
{
    ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("d"), 2000, 4);
    add(fixture, requestFor("d"));
    const TaskData whole = load(fixture, "task");
    const TaskData part = load(fixture, "task", 100, 7);
    QCOMPARE(part.train.size(), 100U);
    QCOMPARE(part.validation.size(), 100U);  // a fourteenth would be 18
    QCOMPARE(idsOf(part.test), idsOf(whole.test));
    QCOMPARE(part.task.trainCount, 100);
    std::map<std::string, int> counts;
    for (const Sample &sample : part.train) {
        ++counts[sample.labels.at(0).name];
    }
    for (const auto &[name, count] : counts) {
        QCOMPARE(count, 25);
    }
    QCOMPARE(idsOf(load(fixture, "task", 100, 7).train), idsOf(part.train));
    QVERIFY(idsOf(load(fixture, "task", 100, 8).train) != idsOf(part.train));
    QCOMPARE(load(fixture, "task", 1000, 7).validation.size(), 176U);  // 255 * 1000 / 1445
    QCOMPARE(load(fixture, "task", 5000, 7).train.size(), whole.train.size());
}

void TestTaskStore::leavesOutWhatCannotBeLearned()
{
    ProjectFixture fixture;
    const auto ids = fixture.addTexts(fixture.addDataset("d"), 40, 2);
    add(fixture, requestFor("d"));
    const auto train = idsOf(load(fixture, "task").train);
    fixture.project().writer().run([&](Connection &connection) {
        const std::vector<SampleLabels> changes{{train[0], {}, ReviewState::Unlabelled},
                                                {train[1], {{"unheard of"}}, ReviewState::Labelled}};
        SampleStore(connection, {}).setLabels(changes, "anna");
    });
    const TaskData data = load(fixture, "task");
    QCOMPARE(data.train.size(), train.size() - 2);
    QCOMPARE(data.task.trainCount, static_cast<std::int64_t>(train.size() - 2));
}

void TestTaskStore::refusals_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<double>("testShare");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto bad = int(ErrorCode::BadInput);
    QTest::newRow("no name") << "two"
                             << ""
                             << ""
                             << "" << 0.2 << bad << "name";
    QTest::newRow("name taken") << "two"
                                << "taken"
                                << ""
                                << "" << 0.2 << bad << "already";
    QTest::newRow("no dataset") << "nothing"
                                << "t"
                                << ""
                                << "" << 0.2 << int(ErrorCode::NotFound) << "nothing";
    QTest::newRow("one class") << "one"
                               << "t"
                               << ""
                               << "" << 0.2 << bad << "two classes";
    QTest::newRow("no labels") << "none"
                               << "t"
                               << ""
                               << "" << 0.2 << bad << "0 labelled samples";
    QTest::newRow("empty split") << "two"
                                 << "t"
                                 << ""
                                 << "" << 0.0 << bad << "\"test\"";
    QTest::newRow("missing field") << "two"
                                   << "t"
                                   << "image"
                                   << "" << 0.2 << bad << "\"image\"";
    QTest::newRow("unknown kind") << "two"
                                  << "t"
                                  << "smell"
                                  << "" << 0.2 << int(ErrorCode::Usage) << "smell";
    QTest::newRow("unknown metric") << "two"
                                    << "t"
                                    << ""
                                    << "luck" << 0.2 << int(ErrorCode::Usage) << "luck";
    QTest::newRow("several labels") << "several"
                                    << "t"
                                    << ""
                                    << "" << 0.2 << bad << "2 labels";
    QTest::newRow("all in one group") << "group"
                                      << "t"
                                      << ""
                                      << "" << 0.2 << bad << "would be empty";
}

void TestTaskStore::refusals()
{
    QFETCH(QString, dataset);
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(QString, metric);
    QFETCH(double, testShare);
    QFETCH(int, code);
    QFETCH(QString, says);
    ProjectFixture fixture;
    fixture.addTexts(fixture.addDataset("two"), 40, 2);
    add(fixture, requestFor("two", "taken"));
    fixture.addTexts(fixture.addDataset("one"), 40, 1);
    fixture.addSamples(fixture.addDataset("none"), {textSample("a"), textSample("b")});
    fixture.addSamples(fixture.addDataset("several"), {textSample("a", {{"x"}, {"y"}})});
    Sample member = textSample("a", {{"x"}});
    member.group = "g";
    Sample other = textSample("b", {{"y"}});
    other.group = "g";
    fixture.addSamples(fixture.addDataset("group"), {member, other});
    TaskRequest request = requestFor(dataset.toStdString(), name.toStdString());
    request.kind = kind.toStdString();
    request.metric = metric.toStdString();
    request.testShare = testShare;
    try {
        add(fixture, request);
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(int(error.code()), code);
        QVERIFY2(error.message().find(says.toStdString()) != std::string::npos, error.message().c_str());
        QVERIFY(!error.hint().empty());
    }
    const auto reader = fixture.project().connect();
    QCOMPARE(TaskStore(*reader, {}).list().size(), 1U);
}

void TestTaskStore::sequencesKeepTheirOrder()
{
    ProjectFixture fixture;
    for (const char *name : {"a", "b", "c"}) {
        fixture.addTask(name);
    }
    setSequence(fixture, "pilot", {"c", "a", "b"});
    setSequence(fixture, "short", {"b"});
    setSequence(fixture, "pilot", {"b", "c"});
    const auto reader = fixture.project().connect();
    TaskStore store(*reader, {});
    QCOMPARE(store.sequences().size(), 2U);
    QCOMPARE(store.findSequence("pilot")->tasks, (std::vector<std::string>{"b", "c"}));
    QVERIFY(!store.findSequence("long"));
    QCOMPARE(errorCodeOf([&] { setSequence(fixture, "pilot", {"a", "z"}); }), ErrorCode::NotFound);
    QCOMPARE(errorCodeOf([&] { setSequence(fixture, "pilot", {"a", "a"}); }), ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { setSequence(fixture, "pilot", {}); }), ErrorCode::BadInput);
    QCOMPARE(store.findSequence("pilot")->tasks, (std::vector<std::string>{"b", "c"}));
}

void TestTaskStore::usedTasksStay()
{
    ProjectFixture fixture;
    fixture.addTask("a");
    fixture.addTask("b");
    setSequence(fixture, "s", {"a"});
    const auto remove = [&](const std::string &name) {
        fixture.project().writer().run([&](Connection &connection) { TaskStore(connection, {}).remove(name); });
    };
    QCOMPARE(errorCodeOf([&] { remove("a"); }), ErrorCode::BadInput);
    QCOMPARE(errorCodeOf([&] { remove("nothing"); }), ErrorCode::NotFound);
    remove("b");
    const auto reader = fixture.project().connect();
    QCOMPARE(TaskStore(*reader, {}).list().size(), 1U);
    QCOMPARE(reader->integer("SELECT count(*) FROM task_sample"), 40);
}

void TestTaskStore::whatCameSinceIsCounted()
{
    ProjectFixture fixture;
    const std::int64_t dataset = fixture.addDataset("d");
    const auto ids = fixture.addTexts(dataset, 40, 2);
    add(fixture, requestFor("d"));
    const auto news = [&](std::int64_t since) {
        const auto reader = fixture.project().connect();
        return TaskStore(*reader, {}).newSamples("task", since);
    };
    const std::int64_t now = nowUs();
    QVERIFY(news(now).none());
    QCOMPARE(news(now).newest, "task");
    fixture.addSamples(dataset, {textSample("one more", {{"c0"}}), textSample("without a label", {})});
    QCOMPARE(news(now).added, 1);
    fixture.project().writer().run([&](Connection &connection) {
        const SampleLabels change{ids[0], {{"c1"}}, ReviewState::Labelled};
        SampleStore(connection, {}).setLabels(std::span(&change, 1), "tester");
    });
    QCOMPARE(news(now).relabelled, 1);
    QCOMPARE(news(nowUs()).relabelled, 0);
    QVERIFY(!news(nowUs()).none());
}

void TestTaskStore::aNewVersionHoldsWhatCame()
{
    ProjectFixture fixture;
    const std::int64_t dataset = fixture.addDataset("d");
    fixture.addTexts(dataset, 60, 2);
    add(fixture, requestFor("d"));
    const TaskData before = load(fixture, "task");
    std::vector<Sample> more{textSample(before.test[0].text, {{"c0"}}, Split::Train)};  // a copy of a test sample
    for (int i = 0; i < 20; ++i) {
        more.push_back(textSample("later " + std::to_string(i), {{i % 2 == 0 ? "c0" : "a new class"}}));
    }
    const auto added = fixture.addSamples(dataset, more);
    const Task version = fixture.project().writer().run(
        [](Connection &connection) { return TaskStore(connection, {}).addVersion("task"); });
    QCOMPARE(version.name, "task-v2");
    QCOMPARE(version.version, 2);
    QCOMPARE(version.previous, "task");
    QCOMPARE(version.classes, (std::vector<std::string>{"c0", "c1", "a new class"}));  // old ones keep their places

    const TaskData after = load(fixture, "task-v2");
    QCOMPARE(after.train.size() + after.validation.size() + after.test.size(), 81U);
    const auto holds = [](const std::vector<Sample> &samples, const std::vector<Sample> &all) {
        const auto ids = idsOf(samples);
        return std::ranges::all_of(
            all, [&](const Sample &sample) { return std::ranges::find(ids, sample.id) != ids.end(); });
    };
    QVERIFY(holds(after.train, before.train));
    QVERIFY(holds(after.validation, before.validation));
    QVERIFY(holds(after.test, before.test));
    const auto test = idsOf(after.test);
    QVERIFY(std::ranges::find(test, added[0]) != test.end());  // whatever it said
    QCOMPARE(after.test.size(), before.test.size() + 1 + 3);
    // The task itself stays what it was.
    QCOMPARE(idsOf(load(fixture, "task").train), idsOf(before.train));
}

void TestTaskStore::versionsFollowOneAnother()
{
    ProjectFixture fixture;
    const std::int64_t dataset = fixture.addDataset("d");
    fixture.addTexts(dataset, 40, 2);
    add(fixture, requestFor("d"));
    const auto version = [&](const std::string &of, const std::string &name = {}) {
        return fixture.project().writer().run(
            [&](Connection &connection) { return TaskStore(connection, {}).addVersion(of, name); });
    };
    fixture.addSamples(dataset, {textSample("one more", {{"c0"}})});
    version("task");
    fixture.addSamples(dataset, {textSample("and another", {{"c1"}})});
    QCOMPARE(version("task-v2").name, "task-v3");
    QCOMPARE(version("task-v3", "autumn").name, "autumn");
    const auto reader = fixture.project().connect();
    TaskStore store(*reader, {});
    QCOMPARE(store.newSamples("task", 0).newest, "autumn");
    QCOMPARE(store.newSamples("task", 0).added, 2);
    QCOMPARE(store.newSamples("task-v3", 0).added, 0);
    QCOMPARE(errorCodeOf([&] { version("task"); }), ErrorCode::BadInput);  // task-v2 is there
    QCOMPARE(errorCodeOf([&] { version("absent"); }), ErrorCode::NotFound);
    QCOMPARE(errorCodeOf([&] {
                 fixture.project().writer().run(
                     [](Connection &connection) { TaskStore(connection, {}).remove("task"); });
             }),
             ErrorCode::BadInput);
}

QTEST_APPLESS_MAIN(TestTaskStore)
#include "tst_task_store.moc"
