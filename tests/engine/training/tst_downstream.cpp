#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_package.h"
#include "training_fixture.h"

#include <QTest>

#include <fstream>

using namespace atlas;
using namespace atlas::test;

namespace {

engine::TrainRequest withStrategy(const TrainingFixture &fixture, const std::string &run, std::vector<TaskData> tasks,
                                  const std::string &strategy)
{
    engine::TrainRequest request = fixture.request(run, std::move(tasks), strategy.substr(0, strategy.find(' ')));
    if (const auto space = strategy.find(' '); space != std::string::npos) {
        const std::string setting = strategy.substr(space + 1);
        request.spec.settings[setting.substr(0, setting.find('='))] = setting.substr(setting.find('=') + 1);
    }
    if (strategy == "replay") {
        request.spec.settings["replay_interval"] = "2";
    }
    return request;
}

/// A run over `tasks` that goes on from a finished one.
engine::TrainRequest goingOn(const engine::TrainRequest &from, engine::TrainRequest request, const char *how,
                             int replaced = -1)
{
    std::vector<std::string> names;
    for (const TaskData &data : from.tasks) {
        names.push_back(data.task.name);
    }
    request.spec.origin = {
        .run = "parent", .how = how, .learned = static_cast<int>(names.size()), .replaced = replaced};
    request.upstream = engine::Upstream{.modelFolder = from.modelFolder, .tasks = names, .spec = from.spec};
    return request;
}

RecordingObserver train(const engine::TrainRequest &request)
{
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    return observer;
}

/// SHA-256 of every file below a folder.
std::map<std::string, std::string> filesOf(const std::filesystem::path &folder)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files[std::filesystem::relative(entry.path(), folder).string()] = sha256OfFile(entry.path());
        }
    }
    return files;
}

std::optional<ErrorCode> errorOf(const engine::TrainRequest &request, RecordingObserver &observer,
                                 std::string *message = nullptr)
{
    try {
        engine::makeEngine()->train(request, observer, observer.token());
    } catch (const Error &error) {
        if (message != nullptr) {
            *message = error.what();
        }
        return error.code();
    }
    return std::nullopt;
}

/// More samples of the pictures' task, as its next version.
TaskData newerColours(const TrainingFixture &fixture)
{
    return fixture.imageTask("colours-v2", 48);
}

}  // namespace

/// Learning on top of what a finished run knows.
class DownstreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTaskIsLearnedAsIfItWereTheNextOfTheSequence_data();
    void aTaskIsLearnedAsIfItWereTheNextOfTheSequence();
    void aHeadIsLearnedAnewAndTheOthersAnswerAsBefore_data();
    void aHeadIsLearnedAnewAndTheOthersAnswerAsBefore();
    void aStoppedRunGoesOnBitForBit_data();
    void aStoppedRunGoesOnBitForBit();
    void aShareOfTheLabelsIsThatOfTheNewTaskOnly();
    void theFinishedRunIsNeededOnlyAtTheStart();
    void jointTrainingCannotBeGoneOnFrom();
    void anotherPackageIsRefused();
    void tasksThatDoNotFitAreRefused();
    void aPackageSaysWhatItLearnedFrom();
};

void DownstreamTest::init()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
}

void DownstreamTest::aTaskIsLearnedAsIfItWereTheNextOfTheSequence_data()
{
    QTest::addColumn<QString>("strategy");
    for (const char *strategy : {"atlas policy=always", "atlas policy=automatic", "atlas policy=never",
                                 "atlas sharing=published", "independent-adapters", "shared-adapter", "head-only",
                                 "frozen-features", "full-fine-tuning", "ewc", "replay", "prompts", "single-task"}) {
        QTest::newRow(strategy) << strategy;
    }
}

void DownstreamTest::aTaskIsLearnedAsIfItWereTheNextOfTheSequence()
{
    QFETCH(QString, strategy);
    const std::string name = strategy.toStdString();
    const TrainingFixture fixture;
    const std::vector<TaskData> all{fixture.imageTask(), fixture.textTask(), fixture.questionTask()};
    const engine::TrainRequest whole = withStrategy(fixture, "whole", all, name);
    const RecordingObserver wholeTold = train(whole);
    const engine::TrainRequest first = withStrategy(fixture, "first", {all[0], all[1]}, name);
    train(first);
    const auto before = filesOf(first.modelFolder);

    const engine::TrainRequest more = goingOn(first, withStrategy(fixture, "more", all, name), "transfer");
    const RecordingObserver told = train(more);
    QCOMPARE(packageHashes(more), packageHashes(whole));
    QCOMPARE(filesOf(first.modelFolder), before);
    // Only the last row is evaluated, and it is that of the whole run.
    QCOMPARE(told.cells.size(), 3U);
    for (int task = 0; task < 3; ++task) {
        QCOMPARE(told.cells.at({2, task}).logitsSha256, wholeTold.cells.at({2, task}).logitsSha256);
    }
    QCOMPARE(told.costs.size(), 1U);
    QCOMPARE(told.costs.front().task, 2);
    QCOMPARE(told.costs.front().adapterParameters, wholeTold.costs.back().adapterParameters);
    QCOMPARE(told.decisions.size(), wholeTold.decisions.empty() ? 0U : 1U);
    std::vector<Task> tasks;
    for (const TaskData &data : all) {
        tasks.push_back(data.task);
    }
    QVERIFY(engine::makeEngine()->verify(more.modelFolder, tasks).empty());
    // All is done: nothing is trained again.
    QVERIFY(train(more).cells.empty());
}

void DownstreamTest::aHeadIsLearnedAnewAndTheOthersAnswerAsBefore_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<int>("place");
    for (const char *strategy : {"atlas policy=always", "atlas policy=never", "atlas sharing=published",
                                 "independent-adapters", "shared-adapter", "head-only", "frozen-features",
                                 "full-fine-tuning", "ewc", "prompts", "joint", "single-task"}) {
        for (const int place : {0, 1}) {
            QTest::addRow("%s, place %d", strategy, place) << strategy << place;
        }
    }
}

void DownstreamTest::aHeadIsLearnedAnewAndTheOthersAnswerAsBefore()
{
    QFETCH(QString, strategy);
    QFETCH(int, place);
    const std::string name = strategy.toStdString();
    const TrainingFixture fixture;
    std::vector<TaskData> tasks{fixture.textTask(), fixture.questionTask()};
    tasks.insert(tasks.begin() + place, fixture.imageTask());
    const engine::TrainRequest first = withStrategy(fixture, "first", tasks, name);
    const RecordingObserver firstTold = train(first);
    const auto before = filesOf(first.modelFolder);

    std::vector<TaskData> newer = tasks;
    newer[static_cast<std::size_t>(place)] = newerColours(fixture);
    const engine::TrainRequest again = goingOn(first, withStrategy(fixture, "again", newer, name), "head", place);
    const RecordingObserver told = train(again);
    QCOMPARE(filesOf(first.modelFolder), before);
    QCOMPARE(told.cells.size(), 3U);
    for (int task = 0; task < 3; ++task) {
        if (task != place) {
            QCOMPARE(told.cells.at({2, task}).logitsSha256, firstTold.cells.at({2, task}).logitsSha256);
            const std::string &other = tasks[static_cast<std::size_t>(task)].task.name;
            QCOMPARE(sha256OfFile(engine::packageFile(again.modelFolder, other)),
                     sha256OfFile(engine::packageFile(first.modelFolder, other)));
        }
    }
    QCOMPARE(told.cells.at({2, place}).n, std::int64_t(newer[static_cast<std::size_t>(place)].test.size()));
    QCOMPARE(told.costs.size(), 1U);
    QCOMPARE(told.costs.front().task, place);
    QVERIFY(told.costs.front().headParameters > 0);
    QVERIFY(told.decisions.empty());

    // The adapters that its package holds are those of the older one.
    const engine::Package older = engine::readPackage(engine::packageFile(first.modelFolder, "colours"));
    const engine::Package made = engine::readPackage(engine::packageFile(again.modelFolder, "colours-v2"));
    QCOMPARE(made.info.index, place);
    if (name.starts_with("atlas") || name == "independent-adapters") {
        for (const auto &[key, tensor] : older.tensors) {
            if (key.find(".down.") != std::string::npos || key.find(".up.") != std::string::npos ||
                key.ends_with(".key")) {
                QVERIFY2(made.tensors.at(key).equal(tensor), key.c_str());
            }
        }
    }
    std::vector<Task> described;
    for (const TaskData &data : newer) {
        described.push_back(data.task);
    }
    const auto problems = engine::makeEngine()->verify(again.modelFolder, described);
    QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
    RecordingObserver observer;
    const auto answers = engine::makeEngine()->predict({.backboneFolder = again.backboneFolder,
                                                        .modelFolder = again.modelFolder,
                                                        .tasks = described,
                                                        .task = "colours-v2",
                                                        .samples = newer[static_cast<std::size_t>(place)].test},
                                                       observer, {});
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].predicted, told.predictions.at({2, place})[i].predicted);
    }
}

void DownstreamTest::aStoppedRunGoesOnBitForBit_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<bool>("head");
    QTest::addColumn<QString>("context");
    QTest::addColumn<int>("step");
    QTest::newRow("stage 1") << "atlas policy=always" << false << "questions/stage1" << 1;
    QTest::newRow("stage 2") << "atlas policy=always" << false << "questions/stage2" << 2;
    QTest::newRow("tuned weights") << "ewc" << false << "questions/training" << 2;
    QTest::newRow("head") << "atlas policy=always" << true << "colours-v2/head" << 1;
    QTest::newRow("head of tuned weights") << "single-task" << true << "colours-v2/head" << 2;
}

void DownstreamTest::aStoppedRunGoesOnBitForBit()
{
    QFETCH(QString, strategy);
    QFETCH(bool, head);
    QFETCH(QString, context);
    QFETCH(int, step);
    const std::string name = strategy.toStdString();
    const TrainingFixture fixture;
    const engine::TrainRequest first = withStrategy(fixture, "first", {fixture.imageTask(), fixture.textTask()}, name);
    train(first);
    const auto request = [&](const char *run) {
        std::vector<TaskData> tasks = first.tasks;
        if (head) {
            tasks[0] = newerColours(fixture);
        } else {
            tasks.push_back(fixture.questionTask());
        }
        return goingOn(first, withStrategy(fixture, run, tasks, name), head ? "head" : "transfer", head ? 0 : -1);
    };
    const RecordingObserver whole = train(request("whole"));
    RecordingObserver stopped;
    stopped.stopAt("loss", context.toStdString(), step);
    QCOMPARE(errorOf(request("parts"), stopped), ErrorCode::Cancelled);
    std::vector<Task> tasks;
    for (const TaskData &data : request("parts").tasks) {
        tasks.push_back(data.task);
    }
    QVERIFY(engine::makeEngine()->verify(request("parts").modelFolder, tasks).empty());
    const RecordingObserver resumed = train(request("parts"));
    QCOMPARE(packageHashes(request("parts")), packageHashes(request("whole")));
    QCOMPARE(resumed.cells.size(), whole.cells.size());
    for (const auto &[place, cell] : resumed.cells) {
        QCOMPARE(cell.logitsSha256, whole.cells.at(place).logitsSha256);
    }
}

void DownstreamTest::aShareOfTheLabelsIsThatOfTheNewTaskOnly()
{
    const TrainingFixture fixture;
    const engine::TrainRequest first = fixture.request("first", {fixture.imageTask()});
    train(first);
    engine::TrainRequest more =
        goingOn(first, fixture.request("more", {fixture.imageTask(), fixture.textTask()}), "transfer");
    more.spec.settings["train_share"] = "0.5";
    more.spec.seed = 7;
    const RecordingObserver told = train(more);
    QCOMPARE(std::ranges::count_if(told.logs,
                                   [](const std::string &log) { return log.find("train_share") != std::string::npos; }),
             1);
    QVERIFY(std::ranges::any_of(told.logs,
                                [](const std::string &log) { return log.starts_with("Task animals: learns from 8"); }));
    QCOMPARE(told.cells.at({1, 0}).n, std::int64_t(more.tasks[0].test.size()));
}

void DownstreamTest::theFinishedRunIsNeededOnlyAtTheStart()
{
    const TrainingFixture fixture;
    const engine::TrainRequest first = fixture.request("first", {fixture.imageTask()});
    train(first);
    const engine::TrainRequest more =
        goingOn(first, fixture.request("more", {fixture.imageTask(), fixture.textTask()}), "transfer");
    RecordingObserver stopped;
    stopped.stopAt("loss", "animals/stage1", 1);
    QCOMPARE(errorOf(more, stopped), ErrorCode::Cancelled);
    std::filesystem::remove_all(first.modelFolder);
    QCOMPARE(train(more).cells.size(), 2U);
}

void DownstreamTest::jointTrainingCannotBeGoneOnFrom()
{
    const TrainingFixture fixture;
    const engine::TrainRequest first = fixture.request("first", {fixture.imageTask()}, "joint");
    train(first);
    RecordingObserver observer;
    std::string message;
    QCOMPARE(
        errorOf(goingOn(first, fixture.request("more", {fixture.imageTask(), fixture.textTask()}, "joint"), "transfer"),
                observer, &message),
        ErrorCode::Usage);
    QVERIFY2(message.find("all tasks at once") != std::string::npos, message.c_str());
    for (const engine::StrategyInfo &strategy : engine::makeEngine()->strategies()) {
        QCOMPARE(strategy.notDownstream.empty(), strategy.name != "joint");
    }
}

void DownstreamTest::anotherPackageIsRefused()
{
    const TrainingFixture fixture;
    const engine::TrainRequest first = fixture.request("first", {fixture.imageTask()});
    train(first);
    const auto request = [&](const char *run) {
        return goingOn(first, fixture.request(run, {fixture.imageTask(), fixture.textTask()}), "transfer");
    };
    RecordingObserver stopped;
    stopped.stopAt("loss", "animals/stage1", 1);
    QCOMPARE(errorOf(request("more"), stopped), ErrorCode::Cancelled);

    // Another training of the same task in its place: the checkpoint knows that it is not what it began with.
    engine::TrainRequest other = fixture.request("other", {fixture.imageTask()});
    other.spec.seed = 2;
    train(other);
    const auto own = engine::packageFile(request("more").modelFolder, "colours");
    std::filesystem::remove(own);
    std::filesystem::copy_file(engine::packageFile(other.modelFolder, "colours"), own);
    RecordingObserver observer;
    std::string message;
    QCOMPARE(errorOf(request("more"), observer, &message), ErrorCode::BadInput);
    QVERIFY2(message.find("origin") != std::string::npos, message.c_str());

    std::filesystem::remove(engine::packageFile(first.modelFolder, "colours"));
    QCOMPARE(errorOf(request("absent"), observer, &message), ErrorCode::NotFound);
    QVERIFY2(message.find("package.safetensors") != std::string::npos, message.c_str());
}

void DownstreamTest::tasksThatDoNotFitAreRefused()
{
    const TrainingFixture fixture;
    const engine::TrainRequest first = fixture.request("first", {fixture.imageTask()});
    train(first);
    RecordingObserver observer;
    QCOMPARE(errorOf(goingOn(first, fixture.request("swapped", {fixture.textTask(), fixture.imageTask()}), "transfer"),
                     observer),
             ErrorCode::Usage);
    engine::TrainRequest without =
        goingOn(first, fixture.request("without", {fixture.imageTask(), fixture.textTask()}), "transfer");
    without.upstream.reset();
    QCOMPARE(errorOf(without, observer), ErrorCode::Usage);
    engine::TrainRequest wider =
        goingOn(first, fixture.request("wider", {fixture.imageTask(), fixture.textTask()}), "transfer");
    wider.spec.settings["bottleneck"] = "7";
    std::string message;
    QCOMPARE(errorOf(wider, observer, &message), ErrorCode::Usage);
    QVERIFY2(message.find("bottleneck") != std::string::npos, message.c_str());
}

void DownstreamTest::aPackageSaysWhatItLearnedFrom()
{
    const TrainingFixture fixture;
    const engine::TrainRequest run = fixture.request("run", {fixture.imageTask()});
    train(run);
    const engine::PackageInfo info = engine::readPackageInfo(engine::packageFile(run.modelFolder, "colours"));
    QCOMPARE(info.learnedFrom.train, std::int64_t(run.tasks[0].train.size()));
    QCOMPARE(info.learnedFrom.validation, std::int64_t(run.tasks[0].validation.size()));
    QCOMPARE(info.learnedFrom.samples.size(), 32U);
}

QTEST_GUILESS_MAIN(DownstreamTest)
#include "tst_downstream.moc"
