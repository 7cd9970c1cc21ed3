#include "core/error.h"
#include "engine/training/objective.h"
#include "engine/training/training_settings.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

engine::LossSettings settings(std::map<std::string, std::string> values = {})
{
    return engine::LossSettings(Settings(engine::commonSettings(), values));
}

Task taskOf(const std::string &kind = "image", LabelForm form = LabelForm::Single)
{
    Task task;
    task.name = "parts";
    task.kind = kind;
    task.labelForm = form;
    task.classes = {"bolt", "nut"};
    return task;
}

std::vector<std::vector<double>> truth(int bolts, int nuts)
{
    std::vector<std::vector<double>> rows(static_cast<std::size_t>(bolts), {1, 0});
    rows.insert(rows.end(), static_cast<std::size_t>(nuts), {0, 1});
    return rows;
}

bool weighted(const engine::TaskObjective &objective)
{
    return objective.options.classWeights.defined();
}

/// The fixture's task with every third "red" training sample left, so that red is rare.
TaskData uneven(const TrainingFixture &fixture)
{
    TaskData data = fixture.imageTask("colours", 48);
    int red = 0;
    std::erase_if(data.train, [&](const Sample &sample) { return sample.labels[0].name == "red" && red++ % 4 != 0; });
    return data;
}

bool tellsOf(const RecordingObserver &observer, const char *what)
{
    return std::ranges::any_of(observer.logs,
                               [&](const std::string &line) { return line.find(what) != std::string::npos; });
}

}  // namespace

class ObjectiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weightsTurnOnAboveTheLimit();
    void theUserHasTheLastWord();
    void choicesAndSoftAnswersAreLeftAlone();
    void severalLabelsAreCountedByClass();
    void settingsReachTheLoss();
    void aRunSaysWhenItWeighsClasses();
    void theLogisticRegressionWeighsThemToo();
    void everyFormLearnsAndGoesOnBitForBit_data();
    void everyFormLearnsAndGoesOnBitForBit();
    void confidencesAreCalibrated();
};

void ObjectiveTest::weightsTurnOnAboveTheLimit()
{
    QVERIFY(!weighted(engine::objectiveFor(taskOf(), truth(30, 10), settings())));  // 3 times is not more than 3
    const engine::TaskObjective objective = engine::objectiveFor(taskOf(), truth(31, 10), settings());
    QVERIFY(weighted(objective));
    QVERIFY(objective.options.classWeights[1].item<double>() > 2.5 * objective.options.classWeights[0].item<double>());
    for (const char *word : {"parts", "bolt", "31", "3.1 times", "nut", "10", "limit of 3"}) {
        QVERIFY2(objective.told.find(word) != std::string::npos, objective.told.c_str());
    }
    QVERIFY(!weighted(engine::objectiveFor(taskOf(), truth(31, 10), settings({{"imbalance_limit", "4"}}))));
    QVERIFY(!weighted(engine::objectiveFor(taskOf(), truth(31, 0), settings())));  // one class is not uneven
    QVERIFY(!weighted(engine::objectiveFor(taskOf(), {}, settings())));
}

void ObjectiveTest::theUserHasTheLastWord()
{
    QVERIFY(!weighted(engine::objectiveFor(taskOf(), truth(99, 1), settings({{"class_weights", "off"}}))));
    QVERIFY(weighted(engine::objectiveFor(taskOf(), truth(11, 10), settings({{"class_weights", "on"}}))));
}

void ObjectiveTest::choicesAndSoftAnswersAreLeftAlone()
{
    QVERIFY(!weighted(engine::objectiveFor(taskOf("choice"), truth(99, 1), settings())));
    QVERIFY(!weighted(engine::objectiveFor(taskOf("image-text", LabelForm::Soft), truth(99, 1), settings())));
    QVERIFY(weighted(engine::objectiveFor(taskOf("choice"), truth(99, 1), settings({{"class_weights", "on"}}))));
}

void ObjectiveTest::severalLabelsAreCountedByClass()
{
    std::vector<std::vector<double>> rows(40, {1, 0});
    rows[0][1] = 1;
    QVERIFY(weighted(engine::objectiveFor(taskOf("image", LabelForm::Multi), rows, settings())));
}

void ObjectiveTest::settingsReachTheLoss()
{
    const engine::LossOptions plain = engine::objectiveFor(taskOf(), truth(1, 1), settings()).options;
    QCOMPARE(plain.form->name, std::string("plain"));
    QCOMPARE(plain.labelSmoothing, 0.05);
    const engine::LossOptions robust =
        engine::objectiveFor(taskOf(), truth(1, 1), settings({{"loss", "robust"}, {"robust_q", "0.5"}})).options;
    QCOMPARE(robust.form->name, std::string("robust"));
    QCOMPARE(robust.robustQ, 0.5);
}

void ObjectiveTest::aRunSaysWhenItWeighsClasses()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    const TrainingFixture fixture;
    RecordingObserver even;
    engine::makeEngine()->train(fixture.request("even", {fixture.imageTask()}, "head-only"), even, {});
    QVERIFY(!tellsOf(even, "rare classes count more"));
    RecordingObserver observer;
    engine::makeEngine()->train(fixture.request("uneven", {uneven(fixture)}, "head-only"), observer, {});
    QVERIFY(tellsOf(observer, "rare classes count more"));
}

void ObjectiveTest::theLogisticRegressionWeighsThemToo()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    const TrainingFixture fixture;
    std::map<std::string, std::string> logits;
    for (const char *weights : {"auto", "on", "off"}) {
        engine::TrainRequest request = fixture.request(weights, {uneven(fixture)}, "frozen-features");
        request.spec.settings["class_weights"] = weights;
        RecordingObserver observer;
        engine::makeEngine()->train(request, observer, {});
        logits[weights] = observer.cells.at({0, 0}).logitsSha256;
    }
    QCOMPARE(logits["auto"], logits["on"]);
    QVERIFY(logits["auto"] != logits["off"]);
}

void ObjectiveTest::everyFormLearnsAndGoesOnBitForBit_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("loss");
    for (const char *loss : {"plain", "focal", "robust"}) {
        for (const char *kind : {"image", "choice", "multi-label", "soft"}) {
            QTest::addRow("%s, %s", loss, kind) << kind << loss;
        }
    }
}

void ObjectiveTest::everyFormLearnsAndGoesOnBitForBit()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    QFETCH(QString, kind);
    QFETCH(QString, loss);
    const TrainingFixture fixture;
    const std::map<QString, TaskData> tasks{{"image", uneven(fixture)},
                                            {"choice", fixture.choiceTask()},
                                            {"multi-label", fixture.multiLabelTask()},
                                            {"soft", fixture.softTask()}};
    const auto request = [&](const char *run) {
        engine::TrainRequest made = fixture.request(run, {tasks.at(kind)});
        made.spec.settings["loss"] = loss.toStdString();
        made.spec.settings["class_weights"] = "on";
        return made;
    };
    RecordingObserver whole;
    engine::makeEngine()->train(request("whole"), whole, {});
    RecordingObserver stopped;
    stopped.stopAt("loss", tasks.at(kind).task.name + "/stage2", 2);
    QVERIFY_EXCEPTION_THROWN(engine::makeEngine()->train(request("parts"), stopped, stopped.token()), Error);
    RecordingObserver resumed;
    engine::makeEngine()->train(request("parts"), resumed, {});
    QCOMPARE(packageHashes(request("parts")), packageHashes(request("whole")));
}

void ObjectiveTest::confidencesAreCalibrated()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    const TrainingFixture fixture;
    const engine::TrainRequest request = fixture.request("run", {fixture.choiceTask()}, "head-only");
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    QVERIFY(tellsOf(observer, "temperature"));
    for (const char *which : {"choices/raw", "choices/calibrated"}) {
        const std::vector<double> errors = observer.values("calibration_error", which);
        QCOMPARE(errors.size(), std::size_t{1});
        QVERIFY(errors[0] >= 0 && errors[0] <= 1);
    }
    // The package carries the temperature: answers are as sure as the evaluation's.
    const auto answers = engine::makeEngine()->predict({.backboneFolder = request.backboneFolder,
                                                        .modelFolder = request.modelFolder,
                                                        .tasks = {request.tasks[0].task},
                                                        .task = "choices",
                                                        .samples = request.tasks[0].test},
                                                       observer, {});
    const std::vector<Prediction> &stored = observer.predictions.at({0, 0});
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].predicted, stored[i].predicted);
        const auto predicted = static_cast<std::size_t>(stored[i].predicted);
        QVERIFY(std::abs(answers[i].probabilities[predicted] - stored[i].confidence) < 1e-5);
    }
}

QTEST_GUILESS_MAIN(ObjectiveTest)
#include "tst_objective.moc"
