#include "engine/insight/standard_rows.h"
#include "engine/tensor/runtime.h"
#include "engine/training/loaded_run.h"
#include "engine/training/near_samples.h"
#include "engine/training/prepared_task.h"
#include "engine/training/run_folder.h"
#include "engine/training/task_network.h"
#include "engine/training/task_package.h"
#include "training_fixture.h"

#include <torch/types.h>

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::engine;
using namespace atlas::test;

/// Which training samples are like a new one, and the task as a file of its own.
class NearSamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNearestAreThoseOfBruteForce();
    void aTrainingSampleIsNearestToItself();
    void theyAreComputedOnceAndMadeAgainWhenDamaged();
    void aLostTrainingSampleCostsNoAnswer();
    void whatIsUnlikeTheTaskIsSaid();
    void anExportedTaskHoldsEveryAdapterItMixes();

private:
    PredictRequest request(std::size_t task, std::vector<Sample> samples);

    std::unique_ptr<TrainingFixture> m_fixture;
    TrainRequest m_trained;
    int m_read = 0;  ///< times that training samples were asked for
};

void NearSamplesTest::initTestCase()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    m_fixture = std::make_unique<TrainingFixture>();
    m_trained = m_fixture->request(
        "run", {m_fixture->imageTask("colours", 60), m_fixture->textTask("animals", 60), m_fixture->choiceTask()});
    m_trained.spec.settings["policy"] = "always";
    RecordingObserver observer;
    makeEngine()->train(m_trained, observer, {});
}

PredictRequest NearSamplesTest::request(std::size_t task, std::vector<Sample> samples)
{
    PredictRequest request;
    request.backboneFolder = m_trained.backboneFolder;
    request.modelFolder = m_trained.modelFolder;
    for (const TaskData &data : m_trained.tasks) {
        request.tasks.push_back(data.task);
    }
    request.task = m_trained.tasks[task].task.name;
    request.samples = std::move(samples);
    request.nearest = 5;
    request.cacheFolder = m_fixture->folder() / "cache";
    request.trainingSamples = [this](const std::string &name) {
        ++m_read;
        return std::ranges::find(m_trained.tasks, name, [](const TaskData &data) { return data.task.name; })->train;
    };
    return request;
}

void NearSamplesTest::theNearestAreThoseOfBruteForce()
{
    startRuntime();
    RecordingObserver silent;
    for (const std::size_t task : {0U, 1U, 2U}) {
        const TaskData &data = m_trained.tasks[task];
        const PredictRequest asked = request(task, {data.test.begin(), data.test.begin() + 3});
        const std::vector<Answer> answers = makeEngine()->predict(asked, silent, {});

        LoadedRun run = loadRun(asked.backboneFolder, asked.modelFolder, asked.tasks, task, "fp32");
        TaskNetwork network(*run.backbone, *run.strategy, run.model, run.model.learned[task], run.limits());
        const auto rowsOf = [&](const std::vector<Sample> &samples) {
            const PreparedSplit split(*run.backbone, data.task, addressesOf(samples), 1,
                                      std::make_shared<CacheBudget>(), silent, {});
            return headRows(data.task, *network.features(split, {}), run.limits(), {});
        };
        const at::Tensor known = rowsOf(data.train).to(torch::kDouble);
        const at::Tensor seen = rowsOf(asked.samples).to(torch::kDouble);
        const at::Tensor mean = known.mean(0);
        const at::Tensor deviation = (known - mean).square().mean(0).sqrt();
        const at::Tensor live = deviation > 1e-7 * mean.abs();
        for (std::size_t i = 0; i < answers.size(); ++i) {
            std::vector<std::pair<double, std::int64_t>> all;
            const at::Tensor x = ((seen[static_cast<std::int64_t>(i)] - mean) / deviation).index({live});
            for (std::size_t j = 0; j < data.train.size(); ++j) {
                const at::Tensor y = ((known[static_cast<std::int64_t>(j)] - mean) / deviation).index({live});
                all.emplace_back(1 - (x.dot(y) / (x.norm() * y.norm())).item<double>(), data.train[j].id);
            }
            std::ranges::sort(all);
            QCOMPARE(answers[i].nearest.size(), std::size_t{5});
            QCOMPARE(answers[i].compared, static_cast<std::int64_t>(data.train.size()));
            for (std::size_t k = 0; k < 5; ++k) {
                QVERIFY(std::abs(answers[i].nearest[k].distance - std::max(0.0, all[k].first)) < 2e-3);
            }
            QVERIFY(answers[i].percentile.has_value());
        }
    }
}

void NearSamplesTest::aTrainingSampleIsNearestToItself()
{
    RecordingObserver silent;
    const TaskData &data = m_trained.tasks[0];
    const std::vector<Answer> answers = makeEngine()->predict(request(0, data.train), silent, {});
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QVERIFY(answers[i].nearest.front().distance < 2e-3);
        QVERIFY(std::ranges::is_sorted(answers[i].nearest, {}, &NearSample::distance));
    }
    QCOMPARE(answers[0].nearest.front().sample, data.train[0].id);
    // Choices differ in number: alone each sample is what it is among others.
    for (const Sample &choice : m_trained.tasks[2].train) {
        const Answer alone = makeEngine()->predict(request(2, {choice}), silent, {}).front();
        QVERIFY(alone.nearest.front().distance < 2e-3);
    }
}

void NearSamplesTest::theyAreComputedOnceAndMadeAgainWhenDamaged()
{
    RecordingObserver silent;
    const PredictRequest asked = request(0, {m_trained.tasks[0].test[0]});
    const Answer first = makeEngine()->predict(asked, silent, {}).front();
    m_read = 0;
    const Answer again = makeEngine()->predict(asked, silent, {}).front();
    QCOMPARE(m_read, 0);
    QCOMPARE(again.nearest.front().sample, first.nearest.front().sample);
    for (const auto &entry : std::filesystem::directory_iterator(asked.cacheFolder / "features")) {
        std::filesystem::resize_file(entry.path(), 40);
    }
    QCOMPARE(makeEngine()->predict(asked, silent, {}).front().nearest.front().sample, first.nearest.front().sample);
    QCOMPARE(m_read, 1);
    PredictRequest plain = asked;
    plain.nearest = 0;
    const Answer without = makeEngine()->predict(plain, silent, {}).front();
    QVERIFY(without.nearest.empty() && !without.percentile);
    QCOMPARE(without.probabilities, first.probabilities);
}

void NearSamplesTest::aLostTrainingSampleCostsNoAnswer()
{
    RecordingObserver observer;
    PredictRequest asked = request(0, {m_trained.tasks[0].test[0]});
    asked.cacheFolder.clear();
    asked.trainingSamples = [this](const std::string &) {
        std::vector<Sample> samples = m_trained.tasks[0].train;
        samples[1].image->path = m_fixture->folder() / "gone.png";
        return samples;
    };
    const Answer answer = makeEngine()->predict(asked, observer, {}).front();
    QVERIFY(answer.nearest.empty());
    QVERIFY(answer.predicted >= 0 && answer.percentile);
    QVERIFY(std::ranges::any_of(
        observer.logs, [](const std::string &log) { return log.find("No training samples") != std::string::npos; }));
}

void NearSamplesTest::whatIsUnlikeTheTaskIsSaid()
{
    RecordingObserver silent;
    Sample odd = m_trained.tasks[1].test[0];
    odd.text = "color color color ? ? ? 12345 12345 ; ; ; picture of of of of";
    const std::vector<Answer> answers =
        makeEngine()->predict(request(1, {m_trained.tasks[1].test[0], odd}), silent, {});
    QVERIFY(answers[1].percentile.value() > answers[0].percentile.value());
    QVERIFY(answers[1].percentile.value() > 0.95);
}

void NearSamplesTest::anExportedTaskHoldsEveryAdapterItMixes()
{
    ExportRequest asked;
    asked.modelFolder = m_trained.modelFolder;
    for (const TaskData &data : m_trained.tasks) {
        asked.tasks.push_back(data.task);
    }
    asked.task = "animals";
    asked.out = m_fixture->folder() / "animals.safetensors";
    makeEngine()->exportPackage(asked);
    const Package alone = readPackage(asked.out);  // reads strictly: whatever it describes is there
    const Package own = readPackage(packageFile(asked.modelFolder, "animals"));
    QCOMPARE(alone.info.task, std::string("animals"));
    for (const int mixed : own.info.mixed) {
        QVERIFY(std::ranges::find(alone.info.stored, mixed) != alone.info.stored.end());
    }
    QVERIFY(alone.info.stored.size() > own.info.stored.size() || own.info.mixed.size() < 2);
    for (const auto &[name, tensor] : own.tensors) {
        QVERIFY2(name.starts_with("kept.") || alone.tensors.at(name).equal(tensor), name.c_str());
    }
}

QTEST_GUILESS_MAIN(NearSamplesTest)
#include "tst_near_samples.moc"
