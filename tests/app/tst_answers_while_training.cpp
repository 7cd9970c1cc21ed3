#include "app/window/engine_service.h"
#include "core/hash.h"
#include "small_project.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "widgets/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace atlas;

/// A question to a finished run while another one trains: it is answered meanwhile, and the training ends as if it had
/// not been asked.
class TestAnswersWhileTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theAnswerComesBeforeTheTrainingEndsAndChangesNothing();
    void whileAPersonIsAskedToo();
    void cleanupTestCase();

private:
    static bool isOver(RunStatus status) { return status != RunStatus::Running && status != RunStatus::Queued; }
    RunSpec spec(const std::string &policy, int epochs) const;
    /// Waits for the end of the run that is the newest one then.
    RunRecord ended();
    RunRecord newest() const { return storage::RunStore(*m_session->project().connect()).list().front(); }
    widgets::Question question() const;
    /// What the run left: its packages, and the hashes of all answers to test samples.
    std::map<std::string, std::string> traces(const RunRecord &run) const;

    QTemporaryDir m_folder;
    app::EngineService m_service;
    std::unique_ptr<widgets::Session> m_session;
    RunRecord m_finished;
};

void TestAnswersWhileTraining::initTestCase()
{
    const QString project = m_folder.filePath("Small.atlas");
    QVERIFY(test::makeSmallProject(project));
    m_session =
        std::make_unique<widgets::Session>(storage::Project::open(project.toStdString(), storage::OpenMode::ReadWrite));
    m_service.setSession(m_session.get());
    m_service.enqueue({spec("always", 2)});
    m_finished = ended();
    QCOMPARE(m_finished.status, RunStatus::Finished);
}

RunSpec TestAnswersWhileTraining::spec(const std::string &policy, int epochs) const
{
    RunSpec spec;
    spec.sequence = "both";
    spec.strategy = "atlas";
    spec.backboneName = "mini";
    spec.settings = {{"epochs", std::to_string(epochs)}, {"patience", std::to_string(epochs)}, {"policy", policy}};
    return spec;
}

RunRecord TestAnswersWhileTraining::ended()
{
    QSignalSpy changed(&m_service, &widgets::TrainingService::statusChanged);
    const bool over = QTest::qWaitFor(
        [&] {
            return std::ranges::any_of(
                changed, [](const QList<QVariant> &arguments) { return isOver(arguments.at(1).value<RunStatus>()); });
        },
        120'000);
    if (!over) {
        QTest::qFail("the training did not end in time", __FILE__, __LINE__);
    }
    return newest();
}

widgets::Question TestAnswersWhileTraining::question() const
{
    widgets::Question question;
    question.run = QString::fromStdString(m_finished.uuid);
    question.task = QStringLiteral("notes");
    question.sample.text = "the machine is broken";
    return question;
}

std::map<std::string, std::string> TestAnswersWhileTraining::traces(const RunRecord &run) const
{
    std::map<std::string, std::string> traces;
    for (const std::string &task : run.tasks) {
        const auto package = m_session->project().modelFolder(run.uuid) / task / "package.safetensors";
        traces[task] = sha256OfFile(package);
    }
    const auto connection = m_session->project().connect();
    for (const AccuracyCell &cell : storage::ResultStore(*connection).cells(run.id)) {
        traces[std::to_string(cell.afterTask) + "/" + std::to_string(cell.evalTask)] = cell.logitsSha256;
    }
    return traces;
}

void TestAnswersWhileTraining::theAnswerComesBeforeTheTrainingEndsAndChangesNothing()
{
    m_service.enqueue({spec("always", 12)});
    const RunRecord undisturbed = ended();
    QCOMPARE(undisturbed.status, RunStatus::Finished);

    std::vector<engine::Answer> answers;
    const auto ask = [&] {
        m_service.ask(
            question(), this, [&](const engine::Answer &answer) { answers.push_back(answer); },
            [](const QString &message, const QString &) { QFAIL(qPrintable(message)); });
    };
    int whileTraining = 0;
    const auto connection =
        connect(&m_service, &widgets::TrainingService::progressed, this, [&](const QString &, double fraction) {
            if (fraction > 0.05 * double(answers.size() + 1) && whileTraining == int(answers.size()) &&
                whileTraining < 3) {
                ++whileTraining;
                ask();
            }
        });
    std::size_t answered = 0;
    connect(&m_service, &widgets::TrainingService::statusChanged, this,
            [&](const QString &, RunStatus status) { answered = isOver(status) ? answers.size() : answered; });
    m_service.enqueue({spec("always", 12)});
    const RunRecord asked = ended();
    disconnect(connection);
    QCOMPARE(asked.status, RunStatus::Finished);
    QVERIFY(asked.uuid != undisturbed.uuid);
    QCOMPARE(answered, std::size_t{3});  // all of them before it ended
    QCOMPARE(traces(asked), traces(undisturbed));

    ask();  // and now that nothing else uses the engine
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t{4}, 30'000);
    QVERIFY(!answers.back().nearest.empty());
    for (const engine::Answer &answer : answers) {
        QCOMPARE(answer.probabilities, answers.back().probabilities);
        QCOMPARE(answer.nearest.front().sample, answers.back().nearest.front().sample);
    }
}

void TestAnswersWhileTraining::whileAPersonIsAskedToo()
{
    bool open = false;
    connect(&m_service, &widgets::TrainingService::asked, this, [&] { open = true; });
    m_service.enqueue({spec("ask", 2)});
    QTRY_VERIFY_WITH_TIMEOUT(open, 120'000);
    bool answered = false;
    m_service.ask(
        question(), this, [&](const engine::Answer &) { answered = true; },
        [](const QString &message, const QString &) { QFAIL(qPrintable(message)); });
    QTRY_VERIFY_WITH_TIMEOUT(answered, 30'000);
    const QString run = m_service.runningRun();
    QVERIFY(!run.isEmpty());
    QSignalSpy changed(&m_service, &widgets::TrainingService::statusChanged);
    m_service.cancel(run);
    QVERIFY(changed.wait(30'000));
}

void TestAnswersWhileTraining::cleanupTestCase()
{
    m_service.setSession(nullptr);
    m_session.reset();
}

QTEST_MAIN(TestAnswersWhileTraining)
#include "tst_answers_while_training.moc"
