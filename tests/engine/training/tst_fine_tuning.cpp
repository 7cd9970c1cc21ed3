#include "core/error.h"
#include "core/safetensors.h"
#include "engine/tensor/tensor_file.h"
#include "engine/training/replay_memory.h"
#include "engine/training/run_folder.h"
#include "engine/training/sequence_trainer.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace atlas;
using namespace atlas::test;

namespace {

std::vector<Task> tasksOf(const engine::TrainRequest &request)
{
    std::vector<Task> tasks;
    for (const TaskData &data : request.tasks) {
        tasks.push_back(data.task);
    }
    return tasks;
}

/// What `predict` answers for the test samples of a task, as one row of probabilities after another.
std::vector<double> answersOf(const engine::TrainRequest &request, std::size_t task)
{
    RecordingObserver observer;
    std::vector<double> probabilities;
    for (const engine::Answer &answer : engine::makeEngine()->predict({.backboneFolder = request.backboneFolder,
                                        .modelFolder = request.modelFolder,
                                        .tasks = tasksOf(request),
                                        .task = request.tasks[task].task.name,
                                        .samples = request.tasks[task].test},
                                                                      observer, {})) {
        probabilities.insert(probabilities.end(), answer.probabilities.begin(), answer.probabilities.end());
    }
    return probabilities;
}

std::vector<double> confidencesOf(const RecordingObserver &observer, int after, int task)
{
    std::vector<double> confidences;
    for (const Prediction &prediction : observer.predictions.at({after, task})) {
        confidences.push_back(prediction.confidence);
    }
    return confidences;
}

std::map<std::pair<int, int>, std::string> hashesOf(const RecordingObserver &observer)
{
    std::map<std::pair<int, int>, std::string> hashes;
    for (const auto &[place, cell] : observer.cells) {
        hashes[place] = cell.logitsSha256;
    }
    return hashes;
}

}  // namespace

class FineTuningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ATLAS_NEED_SHARED(golden("tiny-vilt")); }
    void everyTaskIsLearned_data();
    void everyTaskIsLearned();
    void answersAreThoseThatWereJudged_data();
    void answersAreThoseThatWereJudged();
    void lowerLayersAreInNoPackage();
    void layersThatAreNotThereAreRefused();
    void withoutStrengthEwcIsFineTuning();
    void ewcHoldsWeightsBack();
    void replayKeepsItsShareOfSamples();
    void replayLearnsFromOlderTasks();
    void jointTrainingFillsTheLastRow();
    void jointTrainingBeginsWithTheBestHeadOfEachTask();
    void singleTasksStartFromThePretrainedNetwork();
    void halfPrecisionTrains();
};

void FineTuningTest::everyTaskIsLearned_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<bool>("remembers");
    for (const char *strategy : {"full-fine-tuning", "frozen-bottom", "ewc", "replay"}) {
        QTest::newRow(strategy) << strategy << false;
    }
    QTest::newRow("single-task") << "single-task" << true;
}

void FineTuningTest::everyTaskIsLearned()
{
    QFETCH(QString, strategy);
    QFETCH(bool, remembers);
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request(
        "run", {fixture.imageTask(), fixture.textTask(), fixture.questionTask()}, strategy.toStdString());
    request.spec.settings["epochs"] = "12";
    request.spec.settings["patience"] = "0";
    request.spec.settings["learning_rate"] = "0.002";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});

    QCOMPARE(observer.cells.size(), std::size_t{6});
    for (const TaskData &data : request.tasks) {
        const std::vector<double> loss = observer.values("task_loss", data.task.name + "/training");
        const double before = *std::max_element(loss.begin(), loss.begin() + 3);
        const double after = *std::min_element(loss.end() - 3, loss.end());
        QVERIFY2(after < 0.8 * before, qPrintable(QString("%1 -> %2").arg(before).arg(after)));
    }
    QCOMPARE(observer.cells.at({2, 0}).logitsSha256 == observer.cells.at({0, 0}).logitsSha256, remembers);
    QCOMPARE(engine::makeEngine()->verify(request.modelFolder, tasksOf(request)), std::vector<std::string>{});

    // Weights that all train further are there once; a copy of its own is what every single task adds.
    const std::int64_t first = observer.costs[0].adapterParameters;
    QVERIFY(first > 0);
    QCOMPARE(observer.costs[1].adapterParameters, remembers ? first : std::int64_t{0});
    QVERIFY(observer.costs[0].bytesAdded > 4 * first);
}

void FineTuningTest::answersAreThoseThatWereJudged_data()
{
    QTest::addColumn<QString>("strategy");
    for (const char *strategy : {"full-fine-tuning", "ewc", "joint", "single-task"}) {
        QTest::newRow(strategy) << strategy;
    }
}

void FineTuningTest::answersAreThoseThatWereJudged()
{
    QFETCH(QString, strategy);
    const TrainingFixture fixture;
    engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask(), fixture.textTask()}, strategy.toStdString());
    request.spec.settings["learning_rate"] = "0.002";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    for (int task = 0; task < 2; ++task) {
        const std::vector<double> answers = answersOf(request, static_cast<std::size_t>(task));
        const std::vector<double> judged = confidencesOf(observer, 1, task);
        QCOMPARE(answers.size(), 2 * judged.size());
        for (std::size_t i = 0; i < judged.size(); ++i) {
            QVERIFY(std::abs(std::max(answers[2 * i], answers[2 * i + 1]) - judged[i]) < 1e-6);
        }
    }
}

void FineTuningTest::lowerLayersAreInNoPackage()
{
    const TrainingFixture fixture;
    const engine::TrainRequest request = fixture.request("run", {fixture.imageTask()}, "frozen-bottom");
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    std::set<std::string> layers;
    const std::filesystem::path file = engine::packageFile(request.modelFolder, "colours");
    for (const auto &[name, tensor] : engine::loadTensors(file)) {
        if (name.starts_with("tuned.vilt.encoder.layer.")) {
            layers.insert(name.substr(25, 1));
        }
    }
    QCOMPARE(layers, std::set<std::string>{"2"});  // three quarters of three layers are frozen, rounded down
    QVERIFY(engine::loadTensors(file).contains("tuned.vilt.pooler.dense.weight"));
}

void FineTuningTest::layersThatAreNotThereAreRefused()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask()}, "frozen-bottom");
    request.spec.settings["frozen_layers"] = "4";
    RecordingObserver observer;
    try {
        engine::makeEngine()->train(request, observer, {});
        QFAIL("was accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
        QVERIFY(QString(error.what()).contains("frozen_layers"));
    }
}

void FineTuningTest::withoutStrengthEwcIsFineTuning()
{
    const TrainingFixture fixture;
    std::vector<std::map<std::pair<int, int>, std::string>> hashes;
    for (const char *strategy : {"full-fine-tuning", "ewc"}) {
        engine::TrainRequest request = fixture.request(strategy, {fixture.imageTask(), fixture.textTask()}, strategy);
        request.spec.settings["learning_rate"] = "0.002";
        if (std::string(strategy) == "ewc") {
            request.spec.settings["lambda"] = "0";
        }
        RecordingObserver observer;
        engine::makeEngine()->train(request, observer, {});
        hashes.push_back(hashesOf(observer));
    }
    QCOMPARE(hashes[0], hashes[1]);
}

void FineTuningTest::ewcHoldsWeightsBack()
{
    // How far the second task moves the weights that the first one left, weighed by how much they matter to the first.
    const TrainingFixture fixture;
    const auto moved = [&fixture](const char *lambda) {
        engine::TrainRequest request =
            fixture.request(std::string("ewc") + lambda, {fixture.imageTask(), fixture.textTask()}, "ewc");
        request.spec.settings["learning_rate"] = "0.002";
        request.spec.settings["lambda"] = lambda;
        RecordingObserver observer;
        engine::makeEngine()->train(request, observer, {});
        const engine::StateDict first = engine::loadTensors(engine::packageFile(request.modelFolder, "colours"));
        const engine::StateDict second = engine::loadTensors(engine::packageFile(request.modelFolder, "animals"));
        double sum = 0;
        for (const auto &[name, tensor] : first) {
            if (name.starts_with("tuned.")) {
                const at::Tensor fisher = first.at("kept.fisher." + name);
                sum += (fisher * (second.at(name) - tensor).square()).sum().item<double>();
            }
        }
        const bool charted = !observer.values("ewc", "animals/training").empty();
        return std::pair(sum, charted);
    };
    const auto [free, freeCharted] = moved("0");
    const auto [held, heldCharted] = moved("1000000");
    QVERIFY(!freeCharted && heldCharted);
    QVERIFY2(held < 0.3 * free, qPrintable(QString("%1 and %2").arg(free).arg(held)));
}

void FineTuningTest::replayKeepsItsShareOfSamples()
{
    const TrainingFixture fixture;
    const engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask("colours", 240), fixture.textTask()}, "replay");
    RecordingObserver observer;
    const engine::RunContext context = engine::makeRunContext(request, observer, {});
    QCOMPARE(request.tasks[0].train.size(), std::size_t{160});
    const std::vector<const Sample *> kept = engine::replaySamples(context, 0, 0.05);
    QCOMPARE(kept.size(), std::size_t{8});
    QCOMPARE(std::set<const Sample *>(kept.begin(), kept.end()).size(), std::size_t{8});
    QVERIFY(engine::replaySamples(context, 0, 0.05) == kept);  // the same after an interruption
    QCOMPARE(engine::replaySamples(context, 1, 0.01).size(), std::size_t{1});
}

void FineTuningTest::replayLearnsFromOlderTasks()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.choiceTask()}, "replay");
    request.tasks.push_back(fixture.textTask());
    request.spec.settings["epochs"] = "4";
    request.spec.settings["memory_share"] = "0.5";
    request.spec.settings["replay_interval"] = "4";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    QVERIFY(observer.values("replay", "colours/training").empty());
    const std::size_t steps = observer.values("loss", "animals/training").size();
    const auto &replayed = observer.series.at({"replay", "animals/training"});
    QCOMPARE(replayed.size(), steps / 4);
    QCOMPARE(replayed.front().step, std::int64_t{4});
}

void FineTuningTest::jointTrainingFillsTheLastRow()
{
    const TrainingFixture fixture;
    engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask("colours", 48), fixture.textTask(), fixture.questionTask()}, "joint");
    request.spec.settings["epochs"] = "12";
    request.spec.settings["patience"] = "0";
    request.spec.settings["learning_rate"] = "0.002";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    std::set<std::pair<int, int>> cells;
    for (const auto &[place, cell] : observer.cells) {
        cells.insert(place);
    }
    QCOMPARE(cells, (std::set<std::pair<int, int>>{{2, 0}, {2, 1}, {2, 2}}));
    QCOMPARE(observer.costs.size(), std::size_t{3});
    QCOMPARE(observer.costs[0].trainSeconds, 0.0);
    QVERIFY(observer.costs[2].trainSeconds > 0 && observer.costs[2].adapterParameters > 0);
    const std::vector<double> loss = observer.values("task_loss", "questions/training");
    QVERIFY(*std::min_element(loss.end() - 6, loss.end()) < 0.8 * *std::max_element(loss.begin(), loss.begin() + 6));
    QCOMPARE(engine::makeEngine()->verify(request.modelFolder, tasksOf(request)), std::vector<std::string>{});
    // What the tasks share is stored once.
    QVERIFY(observer.costs[0].bytesAdded < observer.costs[2].bytesAdded / 2);
    QVERIFY(std::ranges::is_sorted(observer.fractions, [](double a, double b) { return a >= 0 && b >= 0 && a < b; }));

    RecordingObserver again;
    engine::makeEngine()->train(request, again, {});
    QVERIFY(again.cells.empty() && again.series.empty());
}

void FineTuningTest::jointTrainingBeginsWithTheBestHeadOfEachTask()
{
    const TrainingFixture fixture;
    engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask("colours", 48), fixture.textTask(), fixture.questionTask()}, "joint");
    request.spec.settings["epochs"] = "6";
    request.spec.settings["patience"] = "0";
    request.spec.settings["head_learning_rate"] = "0.01";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    double best = 0;
    for (const TaskData &data : request.tasks) {
        const std::vector<double> validation = observer.values("validation", data.task.name + "/head");
        QCOMPARE(validation.size(), std::size_t{7});  // as it began, then after every epoch
        best += *std::ranges::max_element(validation);
        const std::vector<double> rates = observer.values("learning_rate", data.task.name + "/head");
        QVERIFY(*std::ranges::max_element(rates) > 0.005);
    }
    const std::vector<double> together = observer.values("validation", "questions/training");
    QVERIFY(std::abs(together.front() - best / 3) < 1e-12);
}

void FineTuningTest::singleTasksStartFromThePretrainedNetwork()
{
    // The second task of a sequence learns what it learns alone.
    const TrainingFixture fixture;
    RecordingObserver both;
    RecordingObserver alone;
    engine::makeEngine()->train(fixture.request("both", {fixture.imageTask(), fixture.textTask()}, "single-task"), both,
                                {});
    engine::makeEngine()->train(fixture.request("alone", {fixture.textTask()}, "single-task"), alone, {});
    QCOMPARE(both.cells.at({1, 1}).logitsSha256, alone.cells.at({0, 0}).logitsSha256);
    QCOMPARE(both.cells.at({1, 0}).logitsSha256, both.cells.at({0, 0}).logitsSha256);
}

void FineTuningTest::halfPrecisionTrains()
{
    const TrainingFixture fixture;
    for (const char *strategy : {"full-fine-tuning", "ewc", "single-task"}) {
        engine::TrainRequest request = fixture.request(strategy, {fixture.imageTask(), fixture.textTask()}, strategy);
        request.spec.precision = "bf16";
        request.spec.settings["epochs"] = "8";
        request.spec.settings["learning_rate"] = "0.002";
        RecordingObserver observer;
        engine::makeEngine()->train(request, observer, {});
        const std::vector<double> loss = observer.values("task_loss", "animals/training");
        QVERIFY(*std::min_element(loss.end() - 3, loss.end()) < *std::max_element(loss.begin(), loss.begin() + 3));
        QCOMPARE(observer.cells.at({1, 0}).logitsSha256 == observer.cells.at({0, 0}).logitsSha256,
                 std::string(strategy) == "single-task");
    }
}

QTEST_GUILESS_MAIN(FineTuningTest)
#include "tst_fine_tuning.moc"
