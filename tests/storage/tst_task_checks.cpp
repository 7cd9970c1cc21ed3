#include "project_fixture.h"

#include "storage/sample_store.h"
#include "storage/task_checks.h"
#include "storage/task_store.h"

#include <QtTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;
using atlas::test::textSample;

class TestTaskChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aGoodTaskHasNone();
    void sizesAreOfTheTask();
    void classesAreCountedInTraining();
    void aClassThatIsNotTestedIsNamed();
    void emptySplitsComeFirst();
    void copiesOfTestSamplesAreFound();
    void lookAlikesOfTestSamplesAreFound();
    void changedLabelsAndDisputesAreFound();
    void testsOfAnotherTaskAreNotTrainedOn();
    void lookAlikesOfAnotherTaskAreNotTrainedOn();
    void versionsOfOneTaskDoNotLeak();
    void upstreamComesFirst();
    void samplesAreReadOnce();
    void textsAreWhole();

private:
    Task addTask(const std::string &name, const std::string &dataset, std::uint64_t seed = 1);
    std::map<std::string, std::vector<TaskCheck>> inspect(const TaskOrder &order);
    std::vector<TaskCheck> inspect(const std::string &task) { return inspect(TaskOrder{{task}, {}}).at(task); }

    std::unique_ptr<ProjectFixture> m_fixture;
    std::unique_ptr<TaskContentsReader> m_reader;
};

namespace {

std::vector<std::string> namesOf(const std::vector<TaskCheck> &checks)
{
    std::vector<std::string> names;
    for (const TaskCheck &check : checks) {
        names.push_back(check.name);
    }
    return names;
}

const TaskCheck &find(const std::vector<TaskCheck> &checks, const std::string &name)
{
    const auto found = std::ranges::find(checks, name, &TaskCheck::name);
    if (found == checks.end()) {
        throw std::runtime_error("no check " + name);
    }
    return *found;
}

/// A task of which only numbers are known.
TaskContents numbers(std::vector<std::int64_t> train, std::vector<std::int64_t> validation,
                     std::vector<std::int64_t> test)
{
    TaskContents contents;
    for (std::size_t i = 0; i < train.size(); ++i) {
        contents.task.classes.push_back("c" + std::to_string(i));
    }
    contents.classes = {std::move(train), std::move(validation), std::move(test)};
    for (std::size_t i = 0; i < 3; ++i) {
        for (const std::int64_t count : contents.classes[i]) {
            contents.samples[i] += count;
        }
    }
    return contents;
}

/// `count` texts of two classes in the parts that the data has itself: 60 % train, 20 % validation, 20 % test.
std::vector<Sample> parted(int count)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        const Split split = i % 10 < 6 ? Split::Train : i % 10 < 8 ? Split::Validation : Split::Test;
        samples.push_back(textSample("text " + std::to_string(i), {{i / 10 % 2 == 0 ? "a" : "b"}}, split));
    }
    return samples;
}

}  // namespace

void TestTaskChecks::init()
{
    m_fixture = std::make_unique<ProjectFixture>();
    m_reader = std::make_unique<TaskContentsReader>();
}

Task TestTaskChecks::addTask(const std::string &name, const std::string &dataset, std::uint64_t seed)
{
    return m_fixture->project().writer().run([&](Connection &connection) {
        TaskRequest request{.name = name, .dataset = dataset, .kind = {}, .metric = {}};
        request.seed = seed;
        return TaskStore(connection, m_fixture->project().assetFolder()).add(request);
    });
}

std::map<std::string, std::vector<TaskCheck>> TestTaskChecks::inspect(const TaskOrder &order)
{
    const auto reader = m_fixture->project().connect();
    return inspectTasks(*reader, m_fixture->project().assetFolder(), order, *m_reader);
}

void TestTaskChecks::aGoodTaskHasNone()
{
    QVERIFY(checksOf(numbers({2600, 2400}, {300, 300}, {500, 500})).empty());
}

void TestTaskChecks::sizesAreOfTheTask()
{
    const auto few = checksOf(numbers({15, 14}, {5, 5}, {20, 19}));
    QCOMPARE(namesOf(few), (std::vector<std::string>{"few-train", "small-test"}));
    for (const TaskCheck &check : few) {
        QCOMPARE(check.level, TaskCheck::Level::Caution);
    }
    const auto small = checksOf(numbers({150, 140}, {25, 25}, {50, 49}));
    QCOMPARE(namesOf(small), std::vector<std::string>{"small-test"});
    QCOMPARE(small[0].level, TaskCheck::Level::Note);
    QCOMPARE(inEnglish(small[0], small[0].sentence), "test of 99: known to ±9.8 points");
}

void TestTaskChecks::classesAreCountedInTraining()
{
    const auto rare = checksOf(numbers({500, 4, 500}, {100, 100, 100}, {300, 300, 300}));
    QCOMPARE(namesOf(rare), std::vector<std::string>{"few-per-class"});
    QCOMPARE(inEnglish(rare[0], rare[0].sentence), "c1 has under 5 training samples");
    QCOMPARE(rare[0].filter, "label:c1");
    const auto none = checksOf(numbers({500, 0, 500}, {100, 100, 100}, {300, 300, 300}));
    QCOMPARE(namesOf(none), std::vector<std::string>{"class-not-trained"});
    QCOMPARE(none[0].level, TaskCheck::Level::Caution);
    const auto uneven = checksOf(numbers({4700, 300}, {470, 30}, {470, 30}));
    QCOMPARE(namesOf(uneven), std::vector<std::string>{"imbalance"});
    QCOMPARE(uneven[0].n, 16);
}

void TestTaskChecks::aClassThatIsNotTestedIsNamed()
{
    TaskContents contents = numbers({50, 50, 50, 50, 50}, {9, 9, 9, 9, 9}, {900, 0, 0, 0, 0});
    contents.task.classes[1] = "deep scratch";
    const auto checks = checksOf(contents);
    QCOMPARE(namesOf(checks), std::vector<std::string>{"class-not-tested"});
    QCOMPARE(inEnglish(checks[0], checks[0].sentence), "4 classes are never tested: deep scratch, c2, c3 …");
    QCOMPARE(checks[0].filter, "label:\"deep scratch\" label:c2 label:c3 label:c4");
}

void TestTaskChecks::emptySplitsComeFirst()
{
    const auto checks = checksOf(numbers({0, 0}, {0, 0}, {0, 0}));
    QCOMPARE(namesOf(checks), (std::vector<std::string>{"empty-train", "empty-validation", "empty-test"}));
    for (const TaskCheck &check : checks) {
        QCOMPARE(check.remedy, TaskRemedy::MakeAgain);
    }
}

void TestTaskChecks::copiesOfTestSamplesAreFound()
{
    std::vector<Sample> samples = parted(200);
    samples[8].text = samples[0].text;    // test and train
    samples[19].text = samples[18].text;  // both test
    const auto ids = m_fixture->addSamples(m_fixture->addDataset("d"), samples);
    addTask("t", "d");
    const auto checks = inspect("t");
    const TaskCheck &leak = find(checks, "leak");
    QCOMPARE(leak.samples, std::vector<std::int64_t>{ids[8]});
    QCOMPARE(leak.level, TaskCheck::Level::Caution);
    QCOMPARE(leak.remedy, TaskRemedy::ShowSamples);
    QCOMPARE(checks.front().name, "leak");
}

void TestTaskChecks::lookAlikesOfTestSamplesAreFound()
{
    TaskContents contents = numbers({500, 500}, {100, 100}, {500, 500});
    auto prints = std::make_shared<TaskPrints>();
    prints->of[0] = {{7, 1}};
    prints->of[2] = {{7, 2}, {8, 3}};
    prints->lookAlikes = {2, 3};
    contents.prints = prints;
    const auto checks = checksOf(contents);
    QCOMPARE(namesOf(checks), (std::vector<std::string>{"leak", "near-leak"}));
    QCOMPARE(find(checks, "near-leak").samples, std::vector<std::int64_t>{3});  // the copy was told of already
}

void TestTaskChecks::changedLabelsAndDisputesAreFound()
{
    const auto ids = m_fixture->addSamples(m_fixture->addDataset("d"), parted(200));
    addTask("t", "d");
    QCOMPARE(std::ranges::count(namesOf(inspect("t")), "relabelled"), 0);
    m_fixture->project().writer().run([&](Connection &connection) {
        const std::vector<SampleLabels> changes{{ids[0], {{"b"}}, ReviewState::Labelled},
                                                {ids[1], {{"a"}}, ReviewState::Disputed},
                                                {ids[2], {}, ReviewState::Unlabelled}};
        SampleStore(connection, {}).setLabels(changes, "anna");
    });
    const auto checks = inspect("t");
    QVERIFY(std::ranges::count(find(checks, "relabelled").samples, ids[0]) == 1);
    QCOMPARE(find(checks, "disputed").samples, std::vector<std::int64_t>{ids[1]});
    QCOMPARE(find(checks, "lost").n, 1);
}

void TestTaskChecks::testsOfAnotherTaskAreNotTrainedOn()
{
    m_fixture->addTexts(m_fixture->addDataset("d"), 200, 2);
    addTask("one", "d", 1);
    addTask("two", "d", 2);
    const auto checks = inspect(TaskOrder{{"one", "two"}, {}});
    QCOMPARE(find(checks.at("one"), "leak-across").words, std::vector<std::string>{"two"});
    QCOMPARE(find(checks.at("two"), "leak-across").words, std::vector<std::string>{"one"});
    QVERIFY(find(checks.at("two"), "leak-across").n > 10);
    QVERIFY(std::ranges::none_of(inspect("two"), [](const TaskCheck &check) { return check.name == "leak-across"; }));
}

void TestTaskChecks::lookAlikesOfAnotherTaskAreNotTrainedOn()
{
    const auto sketch = [](std::uint64_t hash) { return pictures::PictureSketch{hash, {}}; };
    const auto task = [](std::int64_t id, const char *name, std::vector<HeldPicture> pictures) {
        TaskContents contents = numbers({500, 500}, {100, 100}, {500, 500});
        contents.task.id = id;
        contents.task.name = name;
        auto prints = std::make_shared<TaskPrints>();
        for (const HeldPicture &picture : pictures) {
            prints->of.at(std::size_t(splitPlace(picture.split)))
                .push_back({std::uint64_t(picture.id % 100), picture.id});
        }
        std::ranges::for_each(prints->of, [](std::vector<HeldSample> &held) { std::ranges::sort(held); });
        prints->pictures = std::move(pictures);
        contents.prints = prints;
        return contents;
    };
    constexpr std::uint64_t kScene = 0x1234567812345678;
    constexpr std::uint64_t kOther = 0xfedcba9876543210;
    const auto checks =
        checksAmong({task(1, "old", {{sketch(kScene), 1, Split::Train}, {sketch(kOther), 2, Split::Train}}),
                     task(2, "new",
                          {{sketch(kScene ^ 1), 13, Split::Test},
                           {sketch(kOther), 102, Split::Test},  // a copy: told of as such
                           {sketch(0), 14, Split::Test},
                           {sketch(kScene ^ 2), 15, Split::Validation},
                           {std::nullopt, 16, Split::Test}})},
                    {.tasks = {"old", "new"}, .upstream = {}});
    const TaskCheck near = find(checks.at("new"), "near-leak-across");
    QCOMPARE(near.samples, std::vector<std::int64_t>{13});
    QCOMPARE(near.words, std::vector<std::string>{"old"});
    QCOMPARE(find(checks.at("new"), "leak-across").samples, std::vector<std::int64_t>{102});
    QVERIFY(!checks.contains("old"));
}

void TestTaskChecks::versionsOfOneTaskDoNotLeak()
{
    const auto dataset = m_fixture->addDataset("d");
    m_fixture->addTexts(dataset, 200, 2);
    addTask("t", "d");
    std::vector<Sample> more;
    for (int i = 0; i < 100; ++i) {
        more.push_back(textSample("later " + std::to_string(i), {{i % 2 == 0 ? "c0" : "c1"}}));
    }
    m_fixture->addSamples(dataset, more);
    m_fixture->project().writer().run(
        [&](Connection &connection) { TaskStore(connection, m_fixture->project().assetFolder()).addVersion("t"); });
    for (const auto &[task, checks] : inspect(TaskOrder{{"t", "t-v2"}, {}})) {
        QVERIFY(std::ranges::none_of(checks, [](const TaskCheck &check) { return check.name == "leak-across"; }));
    }
}

void TestTaskChecks::upstreamComesFirst()
{
    for (const char *name : {"a", "b", "c"}) {
        m_fixture->addTask(name);
    }
    const auto late = inspect(TaskOrder{{"a", "b", "c"}, {"a", "c"}});
    QCOMPARE(find(late.at("c"), "upstream-late").words, std::vector<std::string>{"b"});
    QVERIFY(std::ranges::none_of(late.at("a"), [](const TaskCheck &check) { return check.name == "upstream-late"; }));
    const auto early = inspect(TaskOrder{{"a", "b", "c"}, {"a", "b"}});
    for (const auto &[task, checks] : early) {
        QVERIFY(std::ranges::none_of(checks, [](const TaskCheck &check) { return check.name == "upstream-late"; }));
    }
}

void TestTaskChecks::samplesAreReadOnce()
{
    const auto ids = m_fixture->addTexts(m_fixture->addDataset("d"), 200, 2);
    addTask("t", "d");
    inspect("t");
    inspect("t");
    QCOMPARE(m_reader->timesRead(), 1U);
    m_fixture->project().writer().run([&](Connection &connection) {
        const std::vector<SampleLabels> changes{{ids[0], {{"c1"}}, ReviewState::Labelled}};
        SampleStore(connection, {}).setLabels(changes, "anna");
    });
    QCOMPARE(find(inspect("t"), "relabelled").n, 1);
    QCOMPARE(m_reader->timesRead(), 1U);
    std::stop_source stop;
    stop.request_stop();
    addTask("other", "d", 2);
    QCOMPARE(test::errorCodeOf([&] {
                 const auto reader = m_fixture->project().connect();
                 inspectTasks(*reader, {}, {{"other"}, {}}, *m_reader, stop.get_token());
             }),
             ErrorCode::Cancelled);
}

void TestTaskChecks::textsAreWhole()
{
    TaskContents contents = numbers({3, 0}, {0, 0}, {10, 0});
    contents.relabelled = {1, 2};
    contents.disputed = {1};
    contents.lost = 2;
    const auto checks = checksOf(contents);
    QVERIFY(checks.size() >= 7);
    for (const TaskCheck &check : checks) {
        for (const std::string &text : {check.sentence, check.advice}) {
            const std::string said = inEnglish(check, text);
            QVERIFY2(!said.empty() && said.find('%') == std::string::npos, said.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestTaskChecks)
#include "tst_task_checks.moc"
