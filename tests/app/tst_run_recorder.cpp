#include "app/run_recorder.h"
#include "core/sentence_json.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "tests/ui/trained_project.h"
#include "widgets/session.h"

#include <QTest>

#include <thread>

using namespace atlas;

class TestRunRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunThatAsksStaysAlive();
    void withoutAnAskerNobodyIsThere();
};

void TestRunRecorder::aRunThatAsksStaysAlive()
{
    test::TrainedProject fixture({{0.9}, {0.9, 0.8}});
    storage::Project &project = fixture.session().project();
    const RunRecord run = fixture.addRun("atlas", RunStatus::Running, 0.4);
    const auto now = [&, connection = std::shared_ptr(project.connect())] {
        return *storage::RunStore(*connection).find(run.uuid);
    };
    app::RunListener listener;
    listener.ask = [&](const DecisionRecord &) -> std::optional<std::string> {
        const RunRecord asking = now();
        for (int i = 0; i < 60 && now().heartbeatUs == asking.heartbeatUs; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return now().heartbeatUs > asking.heartbeatUs ? "reuse" : "the run looks dead";
    };
    app::RunRecorder recorder(project, run, listener);
    recorder.progress(0.5, "stage 2");
    DecisionRecord proposal;
    proposal.task = 1;
    QCOMPARE(recorder.ask(proposal), std::optional<std::string>("reuse"));
    const Sentence told = storedSentence(now().message);
    QCOMPARE(told.english(), std::string("waiting for an answer: reuse or expand notes?"));
    QVERIFY2(!told.fixed(), "the row can be read in another language");
    QCOMPARE(now().progress, 0.5);
    QCOMPARE(now().status, RunStatus::Running);
}

void TestRunRecorder::withoutAnAskerNobodyIsThere()
{
    test::TrainedProject fixture({{0.9}, {0.9, 0.8}});
    const RunRecord run = fixture.addRun("atlas", RunStatus::Running, 0.4);
    app::RunRecorder recorder(fixture.session().project(), run, {});
    QVERIFY(!recorder.ask({}).has_value());
}

QTEST_MAIN(TestRunRecorder)
#include "tst_run_recorder.moc"
