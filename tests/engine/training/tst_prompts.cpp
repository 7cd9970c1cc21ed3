#include "engine/tensor/tensor_file.h"
#include "engine/training/run_folder.h"
#include "engine/training/sequence_trainer.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

class PromptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ATLAS_NEED_SHARED(golden("tiny-vilt")); }
    void thePoolLearnsAndTheBackboneDoesNot();
    void answersDoNotDependOnTheSamplesBesideThem();
};

void PromptsTest::thePoolLearnsAndTheBackboneDoesNot()
{
    const TrainingFixture fixture;
    engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask(), fixture.textTask(), fixture.choiceTask()}, "prompts");
    request.spec.settings["epochs"] = "12";
    request.spec.settings["patience"] = "0";
    request.spec.settings["learning_rate"] = "0.01";
    RecordingObserver observer;
    const engine::RunContext context = engine::makeRunContext(request, observer, {});
    std::vector<at::Tensor> before;
    for (const auto &[name, tensor] : context.backbone->parameters()) {
        before.push_back(tensor.clone());
    }
    engine::SequenceTrainer(context).run();
    std::size_t i = 0;
    for (const auto &[name, tensor] : context.backbone->parameters()) {
        QVERIFY2(tensor.equal(before[i++]) && !tensor.requires_grad(), name.c_str());
    }
    for (const TaskData &data : request.tasks) {
        const std::vector<double> loss = observer.values("task_loss", data.task.name + "/training");
        QVERIFY(*std::min_element(loss.end() - 3, loss.end()) <
                0.9 * *std::max_element(loss.begin(), loss.begin() + 3));
        const std::vector<double> pull = observer.values("pull", data.task.name + "/training");
        QCOMPARE(pull.size(), loss.size());
        QVERIFY(pull.back() < pull.front());
    }
    QVERIFY(observer.cells.at({1, 0}).logitsSha256 != observer.cells.at({0, 0}).logitsSha256);

    const engine::StateDict first = engine::loadTensors(engine::packageFile(request.modelFolder, "colours"));
    const engine::StateDict second = engine::loadTensors(engine::packageFile(request.modelFolder, "animals"));
    QCOMPARE(first.at("prompts.values").sizes().vec(), (std::vector<std::int64_t>{10, 5, 64}));
    QVERIFY(!first.at("prompts.values").equal(second.at("prompts.values")));
    QCOMPARE(observer.costs[0].adapterParameters, std::int64_t{10 * 5 * 64 + 10 * 64});
    QCOMPARE(observer.costs[1].adapterParameters, std::int64_t{0});
    std::vector<Task> tasks;
    for (const TaskData &data : request.tasks) {
        tasks.push_back(data.task);
    }
    QCOMPARE(engine::makeEngine()->verify(request.modelFolder, tasks), std::vector<std::string>{});
}

void PromptsTest::answersDoNotDependOnTheSamplesBesideThem()
{
    const TrainingFixture fixture;
    const engine::TrainRequest request = fixture.request("run", {fixture.questionTask()}, "prompts");
    RecordingObserver observer;
    const auto engine = engine::makeEngine();
    engine->train(request, observer, {});
    engine::PredictRequest question{.backboneFolder = request.backboneFolder,
                                    .modelFolder = request.modelFolder,
                                    .tasks = {request.tasks[0].task},
                                    .task = "questions",
                                    .samples = request.tasks[0].test};
    const auto together = engine->predict(question, observer, {});
    const std::vector<Prediction> &judged = observer.predictions.at({0, 0});
    for (std::size_t i = 0; i < together.size(); ++i) {
        question.samples = {request.tasks[0].test[i]};
        const auto alone = engine->predict(question, observer, {});
        QVERIFY(std::abs(alone[0].probabilities[0] - together[i].probabilities[0]) < 1e-5);
        const double confidence = std::ranges::max(together[i].probabilities);
        QVERIFY(std::abs(confidence - judged[i].confidence) < 1e-6);
    }
}

QTEST_GUILESS_MAIN(PromptsTest)
#include "tst_prompts.moc"
