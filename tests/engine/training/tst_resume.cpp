#include "core/error.h"
#include "core/files.h"
#include "engine/training/run_folder.h"
#include "training_fixture.h"

#include <QTest>

#include <set>

using namespace atlas;
using namespace atlas::test;

namespace {

std::vector<TaskData> twoTasks(const TrainingFixture &fixture)
{
    return {fixture.imageTask(), fixture.questionTask()};
}

ErrorCode trainUntilError(const engine::TrainRequest &request, RecordingObserver &observer, std::string *message = {})
{
    try {
        engine::makeEngine()->train(request, observer, observer.token());
    } catch (const Error &error) {
        if (message != nullptr) {
            *message = error.what();
        }
        return error.code();
    }
    return ErrorCode::Internal;
}

}  // namespace

class ResumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aStoppedRunGoesOnBitForBit_data();
    void aStoppedRunGoesOnBitForBit();
    void aRunKilledBetweenCheckpointsRepeatsItsPoints();
    void stopBeforeTheStartTrainsNothing();
    void aDamagedCheckpointIsRefused();
    void anotherRunsCheckpointIsRefused();
};

void ResumeTest::init()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
}

void ResumeTest::aStoppedRunGoesOnBitForBit_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("context");
    QTest::addColumn<int>("step");
    QTest::newRow("first task") << "atlas"
                                << "always"
                                << "loss"
                                << "colours/stage2" << 1;
    QTest::newRow("stage 1, middle of an epoch") << "atlas"
                                                 << "always"
                                                 << "loss"
                                                 << "questions/stage1" << 1;
    QTest::newRow("stage 2, second epoch") << "atlas"
                                           << "always"
                                           << "loss"
                                           << "questions/stage2" << 3;
    QTest::newRow("end of a stage") << "atlas"
                                    << "always"
                                    << "validation"
                                    << "questions/stage1" << 2;
    QTest::newRow("automatic") << "atlas"
                               << "automatic"
                               << "loss"
                               << "questions/probe" << 1;
    QTest::newRow("between probe and stage 2") << "atlas"
                                               << "expand when undecided"
                                               << "validation"
                                               << "questions/probe" << 2;
    QTest::newRow("stage 2 after a probe") << "atlas"
                                           << "expand when undecided"
                                           << "loss"
                                           << "questions/stage2" << 2;
    QTest::newRow("shared adapter") << "shared-adapter"
                                    << ""
                                    << "loss"
                                    << "questions/training" << 1;
    for (const char *strategy : {"full-fine-tuning", "frozen-bottom", "ewc", "replay", "prompts", "single-task"}) {
        QTest::newRow(strategy) << strategy << ""
                                << "loss"
                                << "questions/training" << 2;
    }
    QTest::newRow("single task, before the second") << "single-task"
                                                    << ""
                                                    << "validation"
                                                    << "colours/training" << 4;
    QTest::newRow("joint") << "joint"
                           << ""
                           << "loss"
                           << "questions/training" << 4;
    QTest::newRow("head only") << "head-only"
                               << ""
                               << "loss"
                               << "questions/head" << 3;
}

void ResumeTest::aStoppedRunGoesOnBitForBit()
{
    QFETCH(QString, strategy);
    QFETCH(QString, policy);
    QFETCH(QString, metric);
    QFETCH(QString, context);
    QFETCH(int, step);
    const TrainingFixture fixture;
    const auto request = [&](const char *run) {
        engine::TrainRequest made = fixture.request(run, twoTasks(fixture), strategy.toStdString());
        if (policy == "expand when undecided") {
            made.spec.settings.insert({{"policy", "automatic"}, {"undecided", "expand"}});
        } else if (!policy.isEmpty()) {
            made.spec.settings["policy"] = policy.toStdString();
        }
        if (strategy == "replay") {
            made.spec.settings["replay_interval"] = "2";
        }
        return made;
    };
    RecordingObserver whole;
    engine::makeEngine()->train(request("whole"), whole, {});

    RecordingObserver stopped;
    stopped.stopAt(metric.toStdString(), context.toStdString(), step);
    QCOMPARE(trainUntilError(request("parts"), stopped), ErrorCode::Cancelled);
    QVERIFY(stopped.checkpoints > 0);
    QVERIFY(stopped.costs.size() < 2);
    RecordingObserver resumed;
    engine::makeEngine()->train(request("parts"), resumed, {});

    QCOMPARE(packageHashes(request("parts")), packageHashes(request("whole")));
    for (const auto &[place, cell] : resumed.cells) {
        QCOMPARE(cell.logitsSha256, whole.cells.at(place).logitsSha256);
    }
    // The curves of both parts together are those of the uninterrupted run.
    for (const auto &[key, points] : whole.series) {
        if (key.metric == "samples_per_second") {
            continue;
        }
        std::map<std::int64_t, double> joined;
        for (const RecordingObserver *part : {&stopped, &resumed}) {
            if (const auto found = part->series.find(key); found != part->series.end()) {
                for (const SeriesPoint &point : found->second) {
                    joined[point.step] = point.value;
                }
            }
        }
        QCOMPARE(joined.size(), points.size());
        for (const SeriesPoint &point : points) {
            QCOMPARE(joined.at(point.step), point.value);
        }
    }
    std::set<int> decided;  // a decision is told when it is taken and once more when its task is learned
    for (const RecordingObserver *part : {&stopped, &resumed}) {
        for (const DecisionRecord &decision : part->decisions) {
            decided.insert(decision.task);
        }
    }
    QCOMPARE(decided.size(), whole.decisions.size());
    if (!whole.decisions.empty()) {
        const DecisionRecord &before = whole.decisions.back();
        const DecisionRecord &after = resumed.decisions.back();
        QCOMPARE(after.decision, before.decision);
        QCOMPARE(after.gain, before.gain);
        QCOMPARE(after.se, before.se);
        QCOMPARE(after.novelty, before.novelty);
        QCOMPARE(after.verdict, before.verdict);
        QCOMPARE(after.sitesKept, before.sitesKept);
        QCOMPARE(after.pruningIncrease, before.pruningIncrease);
    }
}

void ResumeTest::aRunKilledBetweenCheckpointsRepeatsItsPoints()
{
    // What a kill leaves: a checkpoint that is older than what was reported.
    const TrainingFixture fixture;
    const engine::TrainRequest whole = fixture.request("whole", {fixture.imageTask()});
    RecordingObserver reference;
    engine::makeEngine()->train(whole, reference, {});

    const engine::TrainRequest killed = fixture.request("killed", {fixture.imageTask()});
    RecordingObserver first;
    first.stopAt("loss", "colours/stage2", 1);
    QCOMPARE(trainUntilError(killed, first), ErrorCode::Cancelled);
    const std::filesystem::path checkpoint = engine::checkpointFile(killed.modelFolder);
    const std::filesystem::path old = fixture.folder() / "old.safetensors";
    std::filesystem::copy_file(checkpoint, old);
    RecordingObserver second;
    second.stopAt("loss", "colours/stage2", 3);
    QCOMPARE(trainUntilError(killed, second), ErrorCode::Cancelled);
    std::filesystem::copy_file(old, checkpoint, std::filesystem::copy_options::overwrite_existing);

    RecordingObserver last;
    engine::makeEngine()->train(killed, last, {});
    QCOMPARE(packageHashes(killed), packageHashes(whole));
    QCOMPARE(last.series.at({"loss", "colours/stage2"}).front().step, std::int64_t{2});
}

void ResumeTest::stopBeforeTheStartTrainsNothing()
{
    const TrainingFixture fixture;
    const engine::TrainRequest request = fixture.request("run", {fixture.imageTask()});
    std::stop_source stop;
    stop.request_stop();
    RecordingObserver observer;
    try {
        engine::makeEngine()->train(request, observer, stop.get_token());
        QFAIL("was not cancelled");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Cancelled);
    }
    QVERIFY(observer.series.empty());
}

void ResumeTest::aDamagedCheckpointIsRefused()
{
    const TrainingFixture fixture;
    const engine::TrainRequest request = fixture.request("run", {fixture.imageTask()});
    RecordingObserver first;
    first.stopAt("loss", "colours/stage2", 2);
    QCOMPARE(trainUntilError(request, first), ErrorCode::Cancelled);
    const std::filesystem::path file = engine::checkpointFile(request.modelFolder);
    const std::string bytes = readFile(file);

    for (const std::string &damaged :
         {bytes.substr(0, bytes.size() / 2), std::string("no checkpoint"), std::string()}) {
        writeFileAtomically(file, damaged);
        RecordingObserver observer;
        std::string message;
        QCOMPARE(trainUntilError(request, observer, &message), ErrorCode::Damaged);
        QVERIFY2(message.find("checkpoint.safetensors") != std::string::npos, message.c_str());
        QVERIFY(!engine::makeEngine()->verify(request.modelFolder, {request.tasks[0].task}).empty());
    }
}

void ResumeTest::anotherRunsCheckpointIsRefused()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask()});
    RecordingObserver first;
    first.stopAt("loss", "colours/stage2", 2);
    QCOMPARE(trainUntilError(request, first), ErrorCode::Cancelled);
    request.spec.settings["learning_rate"] = "0.1";
    RecordingObserver second;
    std::string message;
    QCOMPARE(trainUntilError(request, second, &message), ErrorCode::BadInput);
    QVERIFY2(message.find("learning_rate") != std::string::npos, message.c_str());
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "tst_resume.moc"
