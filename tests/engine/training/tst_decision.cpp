#include "core/error.h"
#include "core/safetensors.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_package.h"
#include "training_fixture.h"

#include <QTest>

#include <torch/types.h>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

/// Decisions between reuse and expansion over whole runs (METHOD section 3).
class DecisionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noveltyIsLowForTheSameAndHighForAnotherModality();
    void permutedLabelsAreNotNewYetLearned();
    void olderAdaptersStayOnlyWhereTheySurelyHelp_data();
    void olderAdaptersStayOnlyWhereTheySurelyHelp();
    void aTaskThatNeedsNothingIsAHeadOnTheBackbone();
    void aTrialThatWasCutOffIsGoneOnWith();
    void aProbeThatExpandsIsGoneOnFrom();
    void theProposalHoldsEverything();
    void withoutValidationNothingIsMeasured();
    void needlessSitesAreDropped();
    void aPrunedPackageAnswersTheSame();
    void aPackageKnowsWhichSitesAreAbsent();
    void effectsAreToldOfEveryAdapter();
    void strategiesWithoutAdaptersKeepNoSignature();

private:
    static RecordingObserver train(const engine::TrainRequest &request, std::optional<std::string> answer = {});
};

void DecisionTest::init()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
}

RecordingObserver DecisionTest::train(const engine::TrainRequest &request, std::optional<std::string> answer)
{
    RecordingObserver observer;
    observer.answer = std::move(answer);
    engine::makeEngine()->train(request, observer, {});
    return observer;
}

void DecisionTest::noveltyIsLowForTheSameAndHighForAnotherModality()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request(
        "run", {fixture.imageTask("colours", 48), fixture.imageTask("again", 48), fixture.textTask("animals", 48)});
    request.spec.settings["policy"] = "never";
    const RecordingObserver observer = train(request);
    QVERIFY(!observer.decisions[0].novelty);
    const DecisionRecord &same = observer.decisions[1];
    QCOMPARE(same.nearest, std::string("colours"));
    QVERIFY2(*same.novelty <= 0.8, qPrintable(QString::number(*same.novelty)));
    const DecisionRecord &other = observer.decisions[2];
    QVERIFY2(*other.novelty >= 0.95, qPrintable(QString::number(*other.novelty)));
    QVERIFY(!other.nearest.empty());
    QCOMPARE(other.seed, std::uint64_t{1});
}

void DecisionTest::permutedLabelsAreNotNewYetLearned()
{
    const TrainingFixture fixture;
    TaskData swapped = fixture.imageTask("swapped");
    for (std::vector<Sample> *samples : {&swapped.train, &swapped.validation, &swapped.test}) {
        for (Sample &sample : *samples) {
            sample.labels[0].name = sample.labels[0].name == "red" ? "blue" : "red";
        }
    }
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), swapped});
    request.spec.settings.insert({{"policy", "automatic"}, {"learning_rate", "0.003"}});
    request.spec.settings["epochs"] = "10";
    const RecordingObserver observer = train(request);
    const DecisionRecord &decision = observer.decisions[1];
    QVERIFY(*decision.novelty < 0.95);
    // The features are known, the labels are not: a new head is enough here, and the gain says so.
    QVERIFY(decision.gain.has_value());
    QCOMPARE(decision.decision == "expand", decision.verdict == "expand");
    QVERIFY(observer.cells.at({1, 1}).scores.at("accuracy") > 0.7);
    QCOMPARE(observer.cells.at({1, 0}).logitsSha256, observer.cells.at({0, 0}).logitsSha256);
}

void DecisionTest::olderAdaptersStayOnlyWhereTheySurelyHelp_data()
{
    QTest::addColumn<bool>("same");
    QTest::newRow("the same task again") << true;
    QTest::newRow("a task of another modality") << false;
}

void DecisionTest::olderAdaptersStayOnlyWhereTheySurelyHelp()
{
    QFETCH(bool, same);
    const TrainingFixture fixture;
    engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask("colours", 48),
                                same ? fixture.imageTask("again", 48) : fixture.textTask("animals", 48)});
    request.spec.settings.insert({{"policy", "automatic"}, {"learning_rate", "0.001"}});
    request.spec.settings["epochs"] = "10";
    request.spec.settings["patience"] = "0";
    const RecordingObserver observer = train(request);
    const DecisionRecord &decision = observer.decisions[1];
    QVERIFY(decision.plain && decision.olderGain && decision.olderSe);
    QCOMPARE(decision.older, std::string(same ? kOlderKept : kOlderLeft));
    QCOMPARE(*decision.olderGain - 1.645 * *decision.olderSe > 0, same);
    QCOMPARE(decision.decision, std::string("reuse"));
    const bool used = std::ranges::any_of(
        observer.effects, [](const AdapterEffect &effect) { return effect.task == 1 && effect.adapter == 0; });
    QCOMPARE(used, decision.older == kOlderKept);
    QCOMPARE(observer.cells.at({1, 0}).logitsSha256, observer.cells.at({0, 0}).logitsSha256);
}

void DecisionTest::aTaskThatNeedsNothingIsAHeadOnTheBackbone()
{
    const TrainingFixture fixture;
    const auto request = [&fixture](const char *strategy) {
        engine::TrainRequest made =
            fixture.request(strategy, {fixture.imageTask("colours", 48), fixture.textTask("animals", 48)}, strategy);
        made.spec.settings["learning_rate"] = "0.001";
        made.spec.settings["epochs"] = "10";
        made.spec.settings["patience"] = "0";
        return made;
    };
    engine::TrainRequest automatic = request("atlas");
    automatic.spec.settings["policy"] = "automatic";
    const RecordingObserver observer = train(automatic);
    QCOMPARE(observer.decisions[1].older, std::string(kOlderLeft));
    QCOMPARE(observer.decisions[1].decision, std::string("reuse"));
    QCOMPARE(*observer.decisions[1].plain, observer.decisions[1].stage1);
    const RecordingObserver plain = train(request("head-only"));
    QCOMPARE(observer.cells.at({1, 1}).logitsSha256, plain.cells.at({1, 1}).logitsSha256);
}

void DecisionTest::aTrialThatWasCutOffIsGoneOnWith()
{
    const TrainingFixture fixture;
    const std::vector<TaskData> tasks{fixture.imageTask(), fixture.textTask()};
    engine::TrainRequest request = fixture.request("whole", tasks);
    request.spec.settings["policy"] = "automatic";
    const RecordingObserver whole = train(request);
    request.modelFolder = fixture.folder() / "models" / "parts";
    RecordingObserver stopped;
    stopped.stopAt("validation", "animals/stage1", 1);
    QVERIFY_EXCEPTION_THROWN(engine::makeEngine()->train(request, stopped, stopped.token()), Error);
    const RecordingObserver resumed = train(request);
    QCOMPARE(resumed.decisions.back().older, whole.decisions[1].older);
    QCOMPARE(*resumed.decisions.back().olderGain, *whole.decisions[1].olderGain);
    QCOMPARE(resumed.cells.at({1, 1}).logitsSha256, whole.cells.at({1, 1}).logitsSha256);
}

void DecisionTest::aProbeThatExpandsIsGoneOnFrom()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.questionTask()});
    request.spec.settings.insert({{"policy", "automatic"}, {"undecided", "expand"}, {"probe_share", "0.4"}});
    request.spec.settings["epochs"] = "5";
    request.spec.settings["patience"] = "0";
    const RecordingObserver observer = train(request);
    QCOMPARE(observer.decisions[1].decision, std::string("expand"));
    QCOMPARE(observer.decisions[1].gainOf, std::string("probe"));
    // Before the first epoch and after each: two epochs of probe, three of stage 2, which starts where the probe was
    // best.
    const std::vector<double> probe = observer.values("validation", "questions/probe");
    const std::vector<double> stage2 = observer.values("validation", "questions/stage2");
    QCOMPARE(probe.size(), std::size_t{3});
    QCOMPARE(stage2.size(), std::size_t{4});
    QCOMPARE(stage2.front(), *std::ranges::max_element(probe));
}

void DecisionTest::theProposalHoldsEverything()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.textTask()});
    request.spec.settings.insert({{"policy", "ask"}, {"target", "0.9"}});
    const RecordingObserver observer = train(request, "reuse: small enough");
    QCOMPARE(observer.proposals.size(), std::size_t{1});
    const DecisionRecord &asked = observer.proposals[0];
    QVERIFY(asked.gain && asked.se && asked.p && asked.novelty && asked.sufficiency && asked.cost);
    QCOMPARE(asked.n, std::int64_t{8});
    QCOMPARE(asked.delta, 0.005);
    QCOMPARE(asked.random, 0.5);
    QVERIFY(std::abs(*asked.sufficiency - (asked.stage1 - 0.5) / 0.4) < 1e-9);
    QVERIFY(asked.cost->parameters > 0 && asked.cost->bytes == 4 * asked.cost->parameters);
    QVERIFY(asked.cost->msBefore > 0 && asked.cost->msAfter > 0);
    QVERIFY(!asked.test.empty() && !asked.verdict.empty());
    const DecisionRecord &decision = observer.decisions[1];
    QCOMPARE(decision.decision, std::string("reuse"));
    QCOMPARE(decision.why, std::string("small enough"));
    QCOMPARE(decision.gain, asked.gain);
    QCOMPARE(decision.sitesKept, std::int64_t{0});
}

void DecisionTest::withoutValidationNothingIsMeasured()
{
    const TrainingFixture fixture;
    TaskData second = fixture.textTask();
    second.validation.clear();
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), second});
    request.spec.settings["policy"] = "automatic";
    const RecordingObserver observer = train(request);
    const DecisionRecord &decision = observer.decisions[1];
    QCOMPARE(decision.decision, std::string("expand"));
    QVERIFY(!decision.gain && decision.verdict.empty());
    QVERIFY(decision.novelty.has_value());
    QCOMPARE(decision.sitesKept, decision.sites);
}

void DecisionTest::needlessSitesAreDropped()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.textTask()});
    // A loss that nothing can cost: every site of the new adapter goes, none of the old one.
    request.spec.settings.insert(
        {{"policy", "always"}, {"prune", "on"}, {"prune_epsilon", "10"}, {"prune_total", "10"}});
    const RecordingObserver observer = train(request);
    QCOMPARE(observer.decisions[0].sitesKept, observer.decisions[0].sites);
    QCOMPARE(observer.decisions[1].decision, std::string("expand"));
    QCOMPARE(observer.decisions[1].sitesKept, std::int64_t{0});
    QVERIFY(observer.decisions[1].pruningIncrease.has_value());
    QCOMPARE(observer.cells.at({1, 0}).logitsSha256, observer.cells.at({0, 0}).logitsSha256);

    request.modelFolder = fixture.folder() / "models" / "kept";
    request.spec.settings["prune_epsilon"] = "0";
    request.spec.settings["prune_total"] = "0";
    const RecordingObserver kept = train(request);
    QVERIFY(kept.decisions[1].sitesKept > 0 || *kept.decisions[1].pruningIncrease < 0);
}

void DecisionTest::aPrunedPackageAnswersTheSame()
{
    const TrainingFixture fixture;
    engine::TrainRequest request =
        fixture.request("run", {fixture.imageTask(), fixture.textTask(), fixture.questionTask()});
    request.spec.settings.insert({{"policy", "automatic"}, {"undecided", "expand"}, {"learning_rate", "0.003"}});
    request.spec.settings["epochs"] = "6";
    const RecordingObserver observer = train(request);
    std::vector<Task> tasks;
    for (const TaskData &data : request.tasks) {
        tasks.push_back(data.task);
    }
    QCOMPARE(engine::makeEngine()->verify(request.modelFolder, tasks), std::vector<std::string>{});
    for (int task = 0; task < 3; ++task) {
        const std::vector<Prediction> &judged = observer.predictions.at({2, task});
        RecordingObserver silent;
        const std::vector<engine::Answer> answers =
            engine::makeEngine()->predict({.backboneFolder = request.backboneFolder,
                                           .modelFolder = request.modelFolder,
                                           .tasks = tasks,
                                           .task = tasks[static_cast<std::size_t>(task)].name,
                                           .samples = request.tasks[static_cast<std::size_t>(task)].test},
                                          silent, {});
        for (std::size_t i = 0; i < judged.size(); ++i) {
            QCOMPARE(answers[i].task, tasks[static_cast<std::size_t>(task)].name);
            QCOMPARE(answers[i].predicted, judged[i].predicted);
            const double confidence = answers[i].probabilities[static_cast<std::size_t>(judged[i].predicted)];
            QVERIFY(std::abs(confidence - judged[i].confidence) < 1e-5);
        }
    }
}

void DecisionTest::aPackageKnowsWhichSitesAreAbsent()
{
    const TrainingFixture fixture;
    const auto backbone = engine::loadBackbone(fixture.backbone());
    const engine::BackboneConfig &config = backbone->config();
    const auto empty = [&] { return engine::RunModel{.bank = engine::AdapterBank(config.width, 4, config.layers)}; };
    auto generator = at::make_generator<at::CPUGeneratorImpl>(7);
    engine::RunModel model = empty();
    model.bank.add(0, generator);
    engine::GateSet gates(config.layers);
    gates.add(0, model.bank, generator);
    model.bank.remove(0, 1, engine::Site::Mlp);
    gates.remove(0, 1, engine::Site::Mlp);
    engine::TaskModel learned{
        .task = 0,
        .gates = std::move(gates),
        .head = engine::makeTaskHead("mlp", "colours", {.parts = 1, .pooled = config.width, .outputs = 2}, generator)};
    learned.signature = engine::TaskSignature::fit(torch::randn({9, config.width}), torch::randn({5, config.width}));
    const Task task = fixture.imageTask().task;
    const std::filesystem::path file = engine::packageFile(fixture.folder() / "models" / "made", task.name);
    engine::writePackage(file, engine::describePackage(task, *backbone, model, learned, {0}, true), model, learned);

    engine::RunModel read = empty();
    engine::installPackage(engine::readPackage(file), file.string(), read);
    QCOMPARE(read.bank.siteCount(0), 2 * config.layers - 1);
    QVERIFY(!read.bank.has(0, 1, engine::Site::Mlp));
    QVERIFY(read.learned[0].gates.at(1, engine::Site::Mlp).empty());
    QVERIFY(read.learned[0].signature.has_value());
    const auto before = model.bank.parameters(0);
    const auto after = read.bank.parameters(0);
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].first, before[i].first);
        QVERIFY(torch::equal(after[i].second, before[i].second));
    }
}

void DecisionTest::effectsAreToldOfEveryAdapter()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask(), fixture.questionTask()});
    request.spec.settings["policy"] = "always";
    const RecordingObserver observer = train(request);
    // One adapter for the first task, two for the second, each over all three layers and over each.
    QCOMPARE(observer.effects.size(), std::size_t{12});
    const auto ofOld = std::ranges::find_if(observer.effects, [](const AdapterEffect &effect) {
        return effect.task == 1 && effect.adapter == 0 && effect.firstLayer == 0 && effect.lastLayer == 2;
    });
    QVERIFY(ofOld != observer.effects.end());
    QCOMPARE(ofOld->n, std::int64_t{8});
    QVERIFY(ofOld->effect != 0 && ofOld->se > 0);

    engine::TrainRequest quiet = fixture.request("quiet", {fixture.imageTask()});
    quiet.spec.settings["effects"] = "false";
    QVERIFY(train(quiet).effects.empty());
}

void DecisionTest::strategiesWithoutAdaptersKeepNoSignature()
{
    const TrainingFixture fixture;
    for (const auto &[strategy, keeps] : {std::pair{"independent-adapters", true},
                                          {"head-only", false},
                                          {"full-fine-tuning", false},
                                          {"prompts", false}}) {
        const engine::TrainRequest request = fixture.request(strategy, {fixture.imageTask()}, strategy);
        train(request);
        const SafetensorsFile file = SafetensorsFile::open(engine::packageFile(request.modelFolder, "colours"));
        QVERIFY2(file.contains("signature.factor") == keeps, strategy);
    }
}

QTEST_GUILESS_MAIN(DecisionTest)
#include "tst_decision.moc"
