#include "core/error.h"
#include "engine/training/run_folder.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

class SequenceTrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoTasksGiveAMatrixWithoutForgetting();
    void publishedSharingMayChangeOlderTasks();
    void olderTasksAreWatchedWhereTheyCanChange_data();
    void olderTasksAreWatchedWhereTheyCanChange();
    void everyStrategyTrains_data();
    void everyStrategyTrains();
    void everyKindLearns_data();
    void everyKindLearns();
    void aPolicyDecides_data();
    void aPolicyDecides();
    void theSameTaskTwiceIsReused();
    void halfPrecisionKeepsOlderTasksToo();
    void microBatchesDoNotChangeWhatIsLearned();
    void aFullCacheIsNotNeeded();
    void progressNeverFalls();
};

void SequenceTrainingTest::init()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
}

void SequenceTrainingTest::twoTasksGiveAMatrixWithoutForgetting()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.textTask()});
    request.spec.settings["policy"] = "always";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});

    QCOMPARE(observer.cells.size(), std::size_t{3});
    const AccuracyCell &first = observer.cells.at({0, 0});
    const AccuracyCell &later = observer.cells.at({1, 0});
    QCOMPARE(first.n, std::int64_t{8});
    QVERIFY(first.scores.contains("accuracy") && first.scores.contains("f1_macro"));
    QCOMPARE(first.logitsSha256.size(), std::size_t{64});
    QCOMPARE(later.logitsSha256, first.logitsSha256);
    QVERIFY(observer.cells.at({1, 1}).logitsSha256 != first.logitsSha256);
    QCOMPARE(observer.predictions.at({1, 1}).size(), std::size_t{8});

    QCOMPARE(observer.decisions.size(), std::size_t{2});
    QCOMPARE(observer.decisions[0].decision, std::string("first"));
    QCOMPARE(observer.decisions[1].decision, std::string("expand"));
    QVERIFY(observer.decisions[1].gain.has_value() && observer.decisions[1].se.has_value());
    QCOMPARE(observer.decisions[1].sitesKept, std::int64_t{6});

    QCOMPARE(observer.costs.size(), std::size_t{2});
    QVERIFY(observer.costs[1].adapterParameters > observer.costs[0].adapterParameters);
    QVERIFY(observer.costs[0].headParameters > 0 && observer.costs[0].peakMemoryBytes > 0);
    QVERIFY(observer.costs[0].trainSeconds > 0 && observer.costs[0].samplesPerSecond > 0);
    QCOMPARE(observer.costs[0].randomScore, 0.5);
    QCOMPARE(observer.costs[0].bytesAdded, static_cast<std::int64_t>(std::filesystem::file_size(
                                               engine::packageFile(request.modelFolder, "colours"))));

    QVERIFY(observer.values("loss", "colours/stage1").empty());
    QCOMPARE(observer.values("gate", "animals/stage2/colours").size(), std::size_t{2});
    QVERIFY(!observer.values("ortho", "animals/stage1").empty());
    QVERIFY(std::filesystem::exists(engine::logitsFile(request.modelFolder, 1, "colours")));

    // A finished run is done: nothing is trained or reported again.
    RecordingObserver again;
    engine::makeEngine()->train(request, again, {});
    QVERIFY(again.cells.empty() && again.series.empty());
}

void SequenceTrainingTest::publishedSharingMayChangeOlderTasks()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.textTask()});
    request.spec.settings["sharing"] = "published";
    request.spec.settings["policy"] = "always";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    QVERIFY(observer.cells.at({1, 0}).logitsSha256 != observer.cells.at({0, 0}).logitsSha256);
}

void SequenceTrainingTest::olderTasksAreWatchedWhereTheyCanChange_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("sharing");
    QTest::addColumn<bool>("watched");
    QTest::newRow("atlas") << "atlas"
                           << "own" << false;
    QTest::newRow("atlas, published queries") << "atlas"
                                              << "published" << true;
    QTest::newRow("shared adapter") << "shared-adapter"
                                    << "" << true;
    QTest::newRow("full fine-tuning") << "full-fine-tuning"
                                      << "" << true;
    QTest::newRow("head only") << "head-only"
                               << "" << false;
}

void SequenceTrainingTest::olderTasksAreWatchedWhereTheyCanChange()
{
    QFETCH(QString, strategy);
    QFETCH(QString, sharing);
    QFETCH(bool, watched);
    const TrainingFixture fixture;
    engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask(), fixture.textTask()}, strategy.toStdString());
    request.spec.settings["patience"] = "0";
    if (!sharing.isEmpty()) {
        request.spec.settings.insert({{"sharing", sharing.toStdString()}, {"policy", "never"}});
    }
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    std::size_t curves = 0;
    for (const auto &[key, points] : observer.series) {
        if (key.metric == "validation" && key.context.starts_with("animals/") && key.context.ends_with("/colours")) {
            ++curves;
            // Before the first epoch and after each, whatever the stage's number of epochs.
            const std::string stage = key.context.substr(0, key.context.rfind('/'));
            QCOMPARE(points.size(), observer.values("validation", stage).size());
            QCOMPARE(points.front().step, std::int64_t{0});
        }
        QVERIFY(!key.context.ends_with("/animals") || key.metric != "validation");
    }
    QCOMPARE(curves > 0, watched);
}

void SequenceTrainingTest::everyStrategyTrains_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<bool>("remembers");
    QTest::newRow("independent") << "independent-adapters" << true;
    QTest::newRow("shared") << "shared-adapter" << false;
    QTest::newRow("head only") << "head-only" << true;
    QTest::newRow("frozen features") << "frozen-features" << true;
    QTest::newRow("full fine-tuning") << "full-fine-tuning" << false;
    QTest::newRow("prompts") << "prompts" << false;
    QTest::newRow("single task") << "single-task" << true;
}

void SequenceTrainingTest::everyStrategyTrains()
{
    QFETCH(QString, strategy);
    QFETCH(bool, remembers);
    const TrainingFixture fixture;
    const engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask(), fixture.textTask()}, strategy.toStdString());
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    QCOMPARE(observer.cells.size(), std::size_t{3});
    QCOMPARE(observer.cells.at({1, 0}).logitsSha256 == observer.cells.at({0, 0}).logitsSha256, remembers);
    QVERIFY(observer.decisions.empty());
    const std::vector<Task> tasks{request.tasks[0].task, request.tasks[1].task};
    QCOMPARE(engine::makeEngine()->verify(request.modelFolder, tasks), std::vector<std::string>{});
}

void SequenceTrainingTest::everyKindLearns_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"image", "text", "image-text", "image-pair", "choice", "multi-label", "soft"}) {
        QTest::newRow(kind) << kind;
    }
}

void SequenceTrainingTest::everyKindLearns()
{
    QFETCH(QString, kind);
    const TrainingFixture fixture;
    const std::map<QString, TaskData> tasks{
        {"image", fixture.imageTask()},     {"text", fixture.textTask()},     {"image-text", fixture.questionTask()},
        {"image-pair", fixture.pairTask()}, {"choice", fixture.choiceTask()}, {"multi-label", fixture.multiLabelTask()},
        {"soft", fixture.softTask()}};
    engine::TrainRequest request = fixture.request("run", {tasks.at(kind)});
    request.spec.settings["epochs"] = "12";
    request.spec.settings["patience"] = "0";
    request.spec.settings["learning_rate"] = "0.003";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    const std::vector<double> loss = observer.values("task_loss", request.tasks[0].task.name + "/stage2");
    QVERIFY(loss.size() >= 12);
    const double before = *std::max_element(loss.begin(), loss.begin() + 3);
    const double after = *std::min_element(loss.end() - 3, loss.end());
    QVERIFY2(after < 0.9 * before, qPrintable(QString("%1 -> %2").arg(before).arg(after)));
    const std::vector<Prediction> &predictions = observer.predictions.at({0, 0});
    QVERIFY(std::ranges::all_of(predictions, [](const Prediction &p) {
        return p.predicted >= 0 && p.expected >= 0 && p.confidence >= 0 && p.confidence <= 1;
    }));
}

void SequenceTrainingTest::aPolicyDecides_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("decision");
    QTest::newRow("always") << "always"
                            << ""
                            << "expand";
    QTest::newRow("never") << "never"
                           << ""
                           << "reuse";
    QTest::newRow("a person reuses") << "ask"
                                     << "reuse: a test"
                                     << "reuse";
    QTest::newRow("a person expands") << "ask"
                                      << "expand: a test"
                                      << "expand";
    QTest::newRow("nobody is there") << "ask"
                                     << ""
                                     << "expand";
}

void SequenceTrainingTest::aPolicyDecides()
{
    QFETCH(QString, policy);
    QFETCH(QString, answer);
    QFETCH(QString, decision);
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.textTask()});
    request.spec.settings["policy"] = policy.toStdString();
    RecordingObserver observer;
    if (!answer.isEmpty()) {
        observer.answer = answer.toStdString();
    }
    engine::makeEngine()->train(request, observer, {});
    QCOMPARE(QString::fromStdString(observer.decisions.at(1).decision), decision);
    QCOMPARE(observer.decisions[1].sitesKept > 0, decision == "expand");
    QCOMPARE(observer.values("loss", "animals/stage2").empty(), decision == "reuse");
    QVERIFY(!observer.decisions[1].reason.empty());
    QCOMPARE(observer.cells.at({1, 0}).logitsSha256, observer.cells.at({0, 0}).logitsSha256);
}

void SequenceTrainingTest::theSameTaskTwiceIsReused()
{
    const TrainingFixture fixture;
    // The same task again: what the first adapter does is all there is to learn.
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.imageTask("again")});
    request.spec.settings["policy"] = "automatic";
    request.spec.settings["epochs"] = "10";
    request.spec.settings["learning_rate"] = "0.003";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    const DecisionRecord &decision = observer.decisions.at(1);
    QVERIFY(decision.gain && decision.se);
    QCOMPARE(decision.decision, std::string("reuse"));
    QCOMPARE(decision.sitesKept, std::int64_t{0});
    QVERIFY(!observer.values("loss", "again/probe").empty());
    QVERIFY(observer.values("loss", "again/stage2").empty());
    QVERIFY(observer.costs[1].adapterParameters < observer.costs[0].adapterParameters);
    QCOMPARE(engine::makeEngine()->verify(request.modelFolder, {request.tasks[0].task, request.tasks[1].task}),
             std::vector<std::string>{});
}

void SequenceTrainingTest::halfPrecisionKeepsOlderTasksToo()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.textTask()});
    request.spec.precision = "bf16";
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    QCOMPARE(observer.cells.at({1, 0}).logitsSha256, observer.cells.at({0, 0}).logitsSha256);
}

void SequenceTrainingTest::microBatchesDoNotChangeWhatIsLearned()
{
    const TrainingFixture fixture;
    std::vector<std::vector<double>> losses;
    for (const char *size : {"0", "3"}) {
        engine::TrainRequest request = fixture.request(std::string("micro") + size, {fixture.questionTask()});
        request.spec.settings["micro_batch"] = size;
        RecordingObserver observer;
        engine::makeEngine()->train(request, observer, {});
        losses.push_back(observer.values("loss", "questions/stage2"));
    }
    QCOMPARE(losses[0].size(), losses[1].size());
    for (std::size_t i = 0; i < losses[0].size(); ++i) {
        QVERIFY(std::abs(losses[0][i] - losses[1][i]) < 1e-4);
    }
}

void SequenceTrainingTest::aFullCacheIsNotNeeded()
{
    const TrainingFixture fixture;
    std::vector<std::map<std::string, std::string>> hashes;
    for (const char *megabytes : {"64", "0"}) {
        engine::TrainRequest request = fixture.request(std::string("cache") + megabytes, {fixture.imageTask()});
        request.spec.settings["cache_mb"] = megabytes;
        RecordingObserver observer;
        engine::makeEngine()->train(request, observer, {});
        hashes.push_back({{"logits", observer.cells.at({0, 0}).logitsSha256}});
    }
    QCOMPARE(hashes[0], hashes[1]);
}

void SequenceTrainingTest::progressNeverFalls()
{
    const TrainingFixture fixture;
    RecordingObserver observer;
    engine::makeEngine()->train(fixture.request("run", {fixture.imageTask(), fixture.textTask()}), observer, {});
    std::vector<double> known = observer.fractions;
    std::erase_if(known, [](double fraction) { return fraction < 0; });
    QVERIFY(std::ranges::is_sorted(known));
    QCOMPARE(known.back(), 1.0);
}

QTEST_GUILESS_MAIN(SequenceTrainingTest)
#include "tst_sequence_training.moc"
