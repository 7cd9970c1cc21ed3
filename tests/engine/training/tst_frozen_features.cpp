#include "core/error.h"
#include "engine/tensor/tensor_file.h"
#include "engine/training/run_folder.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

class FrozenFeaturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ATLAS_NEED_SHARED(golden("tiny-vilt")); }
    void everyKindIsFitted_data();
    void everyKindIsFitted();
    void olderTasksNeverChange();
    void theResultDependsOnTheDataAlone();
    void withoutValidationThePenaltyIsFixed();
    void cancelLeavesARunThatGoesOn();
};

void FrozenFeaturesTest::everyKindIsFitted_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"image", "text", "image-text", "image-pair", "choice", "multi-label", "soft"}) {
        QTest::newRow(kind) << kind;
    }
}

void FrozenFeaturesTest::everyKindIsFitted()
{
    QFETCH(QString, kind);
    const TrainingFixture fixture;
    const std::map<QString, TaskData> tasks{
        {"image", fixture.imageTask()},     {"text", fixture.textTask()},     {"image-text", fixture.questionTask()},
        {"image-pair", fixture.pairTask()}, {"choice", fixture.choiceTask()}, {"multi-label", fixture.multiLabelTask()},
        {"soft", fixture.softTask()}};
    const engine::TrainRequest request = fixture.request("run", {tasks.at(kind)}, "frozen-features");
    const std::string context = request.tasks[0].task.name + "/fit";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    const std::vector<double> objective = observer.values("loss", context);
    QVERIFY(objective.size() >= 4 && objective.size() <= 7);       // three fits in vain end the path
    QVERIFY(std::ranges::is_sorted(objective, std::greater<>()));  // a weaker penalty fits better
    QCOMPARE(observer.values("validation", context).size(), objective.size());
    QVERIFY(observer.costs[0].headParameters > 0 && observer.costs[0].adapterParameters == 0);
    QCOMPARE(engine::makeEngine()->verify(request.modelFolder, {request.tasks[0].task}), std::vector<std::string>{});
}

void FrozenFeaturesTest::olderTasksNeverChange()
{
    const TrainingFixture fixture;
    const engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask(), fixture.textTask(), fixture.choiceTask()}, "frozen-features");
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    for (int after = 1; after < 3; ++after) {
        QCOMPARE(observer.cells.at({after, 0}).logitsSha256, observer.cells.at({0, 0}).logitsSha256);
    }
    QCOMPARE(observer.cells.at({0, 0}).scores.at("accuracy"), 1.0);  // red and blue can be told by a line
    const engine::StateDict package = engine::loadTensors(engine::packageFile(request.modelFolder, "colours"));
    QCOMPARE(package.size(), std::size_t{4});
    QVERIFY(package.contains("head.colours.mean") && package.contains("head.colours.weight"));
    std::vector<Task> tasks;
    for (const TaskData &data : request.tasks) {
        tasks.push_back(data.task);
    }
    const auto answers = engine::makeEngine()->predict({.backboneFolder = request.backboneFolder,
                                                        .modelFolder = request.modelFolder,
                                                        .tasks = tasks,
                                                        .task = "colours",
                                                        .samples = request.tasks[0].test},
                                                       observer, {});
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].predicted, observer.predictions.at({0, 0})[i].predicted);
    }
}

void FrozenFeaturesTest::theResultDependsOnTheDataAlone()
{
    const TrainingFixture fixture;
    std::vector<std::string> hashes;
    for (const std::uint64_t seed : {1, 2}) {
        engine::TrainRequest request =
            fixture.request("run" + std::to_string(seed), {fixture.imageTask()}, "frozen-features");
        request.spec.seed = seed;
        RecordingObserver observer;
        engine::makeEngine()->train(request, observer, {});
        hashes.push_back(observer.cells.at({0, 0}).logitsSha256);
    }
    QCOMPARE(hashes[0], hashes[1]);
}

void FrozenFeaturesTest::withoutValidationThePenaltyIsFixed()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask()}, "frozen-features");
    request.tasks[0].validation.clear();
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    QCOMPARE(observer.values("loss", "colours/fit").size(), std::size_t{1});
    QVERIFY(std::ranges::any_of(observer.logs,
                                [](const std::string &line) { return line.find("C = 1.0") != std::string::npos; }));
}

void FrozenFeaturesTest::cancelLeavesARunThatGoesOn()
{
    const TrainingFixture fixture;
    const std::vector<TaskData> tasks{fixture.imageTask(), fixture.textTask()};
    RecordingObserver whole;
    engine::makeEngine()->train(fixture.request("whole", tasks, "frozen-features"), whole, {});
    RecordingObserver stopped;
    stopped.stopAt("loss", "animals/fit", 2);
    const engine::TrainRequest request = fixture.request("parts", tasks, "frozen-features");
    QVERIFY_EXCEPTION_THROWN(engine::makeEngine()->train(request, stopped, stopped.token()), Error);
    RecordingObserver resumed;
    engine::makeEngine()->train(request, resumed, {});
    QCOMPARE(packageHashes(request), packageHashes(fixture.request("whole", tasks, "frozen-features")));
    QCOMPARE(resumed.cells.at({1, 0}).logitsSha256, whole.cells.at({1, 0}).logitsSha256);
}

QTEST_GUILESS_MAIN(FrozenFeaturesTest)
#include "tst_frozen_features.moc"
