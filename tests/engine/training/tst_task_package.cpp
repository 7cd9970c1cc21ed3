#include "core/error.h"
#include "core/files.h"
#include "core/safetensors.h"
#include "engine/training/run_folder.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

/// A copy of a safetensors file with its tensors changed.
void rewrite(const std::filesystem::path &file,
             const std::function<void(std::vector<std::pair<std::string, TensorView>> &)> &change)
{
    const std::string bytes = readFile(file);
    const SafetensorsFile opened = SafetensorsFile::parse(std::as_bytes(std::span(bytes)), file.string());
    std::vector<std::pair<std::string, TensorView>> tensors(opened.tensors().begin(), opened.tensors().end());
    change(tensors);
    writeSafetensors(file, tensors, opened.metadata());
}

}  // namespace

/// One small run that every test here looks at.
class TaskPackageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aTrainedRunIsSound();
    void namesAreFitToBeRead();
    void missingAndExtraTensorsAreListed();
    void aMissingPackageIsFound();
    void anotherTasksPackageIsFound();
    void aTruncatedPackageIsFound();
    void answersDoNotDependOnTheSamplesBesideThem();
    void answersNameTheGates();
    void whatCannotBeAnsweredIsRefused();

private:
    engine::PredictRequest question(const std::string &task, std::vector<Sample> samples) const;
    std::vector<std::string> verify() const;

    std::unique_ptr<TrainingFixture> m_fixture;
    engine::TrainRequest m_request;
    std::vector<Task> m_tasks;
    std::filesystem::path m_kept;
};

void TaskPackageTest::initTestCase()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    m_fixture = std::make_unique<TrainingFixture>();
    m_request = m_fixture->request("run", {m_fixture->questionTask(), m_fixture->choiceTask()});
    m_request.spec.settings["policy"] = "always";
    RecordingObserver observer;
    engine::makeEngine()->train(m_request, observer, {});
    for (const TaskData &data : m_request.tasks) {
        m_tasks.push_back(data.task);
    }
    m_kept = m_fixture->folder() / "kept";
    std::filesystem::copy(m_request.modelFolder, m_kept, std::filesystem::copy_options::recursive);
}

void TaskPackageTest::cleanup()
{
    if (m_fixture) {
        std::filesystem::remove_all(m_request.modelFolder);
        std::filesystem::copy(m_kept, m_request.modelFolder, std::filesystem::copy_options::recursive);
    }
}

engine::PredictRequest TaskPackageTest::question(const std::string &task, std::vector<Sample> samples) const
{
    return {.backboneFolder = m_request.backboneFolder,
            .modelFolder = m_request.modelFolder,
            .tasks = m_tasks,
            .task = task,
            .samples = std::move(samples)};
}

std::vector<std::string> TaskPackageTest::verify() const
{
    return engine::makeEngine()->verify(m_request.modelFolder, m_tasks);
}

void TaskPackageTest::aTrainedRunIsSound()
{
    QCOMPARE(verify(), std::vector<std::string>{});
    QCOMPARE(engine::makeEngine()->verify(m_fixture->folder() / "never-trained", m_tasks), std::vector<std::string>{});
}

void TaskPackageTest::namesAreFitToBeRead()
{
    const SafetensorsFile file = SafetensorsFile::open(engine::packageFile(m_request.modelFolder, "choices"));
    for (const char *name : {"layer.0.attn.1.down.weight", "layer.2.mlp.1.up.bias", "layer.1.mlp.0.query",
                             "layer.1.mlp.1.key", "head.choices.fc1.weight"}) {
        QVERIFY2(file.contains(name), name);
    }
    QVERIFY(!file.contains("layer.0.attn.0.down.weight"));
}

void TaskPackageTest::missingAndExtraTensorsAreListed()
{
    const std::filesystem::path file = engine::packageFile(m_request.modelFolder, "questions");
    rewrite(file, [](auto &tensors) {
        tensors[0].first = "stranger";
        std::ranges::sort(tensors, {}, &std::pair<std::string, TensorView>::first);
    });
    const std::vector<std::string> problems = verify();
    QCOMPARE(problems.size(), std::size_t{1});
    QVERIFY2(problems[0].find("Missing: ") != std::string::npos, problems[0].c_str());
    QVERIFY2(problems[0].find("Extra: stranger") != std::string::npos, problems[0].c_str());
    QVERIFY_EXCEPTION_THROWN(engine::makeEngine()->predict(question("questions", m_request.tasks[0].test),
                                                           *std::make_unique<RecordingObserver>(), {}),
                             Error);
}

void TaskPackageTest::aMissingPackageIsFound()
{
    std::filesystem::remove(engine::packageFile(m_request.modelFolder, "questions"));
    QCOMPARE(verify().size(), std::size_t{1});
}

void TaskPackageTest::anotherTasksPackageIsFound()
{
    std::filesystem::copy_file(engine::packageFile(m_request.modelFolder, "choices"),
                               engine::packageFile(m_request.modelFolder, "questions"),
                               std::filesystem::copy_options::overwrite_existing);
    QCOMPARE(verify().size(), std::size_t{1});
}

void TaskPackageTest::aTruncatedPackageIsFound()
{
    const std::filesystem::path file = engine::packageFile(m_request.modelFolder, "choices");
    writeFileAtomically(file, readFile(file).substr(0, 5000));
    const std::vector<std::string> problems = verify();
    QCOMPARE(problems.size(), std::size_t{1});
    QVERIFY(problems[0].find(file.string()) != std::string::npos);
}

void TaskPackageTest::answersDoNotDependOnTheSamplesBesideThem()
{
    const auto engine = engine::makeEngine();
    for (std::size_t task = 0; task < m_tasks.size(); ++task) {
        RecordingObserver observer;
        std::vector<Sample> samples = m_request.tasks[task].test;
        samples.push_back(samples.front());
        samples.back().question = "what is the color of the large table in the small picture?";
        const auto together = engine->predict(question(m_tasks[task].name, samples), observer, {});
        QCOMPARE(together.size(), samples.size());
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const auto alone = engine->predict(question(m_tasks[task].name, {samples[i]}), observer, {});
            for (std::size_t column = 0; column < alone[0].probabilities.size(); ++column) {
                QVERIFY(std::abs(alone[0].probabilities[column] - together[i].probabilities[column]) < 1e-5);
            }
        }
    }
}

void TaskPackageTest::answersNameTheGates()
{
    RecordingObserver observer;
    const auto answers = engine::makeEngine()->predict(question("choices", {m_request.tasks[1].test[0]}), observer, {});
    QCOMPARE(answers[0].gates.size(), std::size_t{2});
    QCOMPARE(answers[0].gates[0].first, std::string("questions"));
    QVERIFY(std::abs(answers[0].gates[0].second + answers[0].gates[1].second - 1) < 1e-6);  // normalised gate
    double sum = 0;
    for (const double probability : answers[0].probabilities) {
        sum += probability;
    }
    QVERIFY(std::abs(sum - 1) < 1e-5);
    QCOMPARE(answers[0].probabilities.size(), std::size_t{3});
}

void TaskPackageTest::whatCannotBeAnsweredIsRefused()
{
    RecordingObserver observer;
    const auto engine = engine::makeEngine();
    const auto codeOf = [&](const engine::PredictRequest &request) {
        try {
            engine->predict(request, observer, {});
        } catch (const Error &error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    QCOMPARE(codeOf(question("unknown", m_request.tasks[0].test)), ErrorCode::Usage);
    Sample empty;
    QCOMPARE(codeOf(question("questions", {empty})), ErrorCode::BadInput);
    std::filesystem::remove_all(m_request.modelFolder / "choices");
    QCOMPARE(codeOf(question("choices", m_request.tasks[1].test)), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TaskPackageTest)
#include "tst_task_package.moc"
