#include "cli.h"
#include "small_project.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace atlas;
using test::CliResult;
using test::runAtlas;

namespace {

const QStringList kTraining{
    "--sequence",  "both", "--strategy", "atlas",     "--policy", "always",      "--backbone", "mini",
    "--precision", "fp32", "--set",      "epochs=12", "--set",    "patience=12", "--set",      "checkpoint_seconds=1"};

QJsonObject onlyRun(const QString &project)
{
    return runAtlas({"runs", project, "--json"}).json()["runs"][0].toObject();
}

/// The hashes of all answers and of the task packages: everything a run leaves behind.
QJsonArray traces(const QString &project)
{
    const QString run = onlyRun(project)["run"].toString();
    QJsonArray traces = runAtlas({"results", project, run, "--json"}).json()["logits_sha256"].toArray();
    return traces;
}

}  // namespace

/// What happens to a training that is killed or stopped: it goes on where it was and ends as if nothing had been.
class TestInterruptedRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledRunResumesToTheSameAnswers_data();
    void aKilledRunResumesToTheSameAnswers();
    void anInterruptIsAnsweredWithFive();

private:
    QTemporaryDir m_folder;
    QString m_reference;
    QJsonArray m_expected;
};

void TestInterruptedRun::initTestCase()
{
    m_reference = m_folder.filePath("Reference.atlas");
    QVERIFY(test::makeSmallProject(m_reference));
    const CliResult trained = runAtlas(QStringList{"train", m_reference} + kTraining);
    QVERIFY2(trained.exitCode == 0, trained.err);
    m_expected = traces(m_reference);
    QCOMPARE(m_expected.size(), 2);
}

void TestInterruptedRun::aKilledRunResumesToTheSameAnswers_data()
{
    QTest::addColumn<double>("progress");
    QTest::newRow("early") << 0.1;
    QTest::newRow("in the middle") << 0.5;
    QTest::newRow("late") << 0.7;
}

void TestInterruptedRun::aKilledRunResumesToTheSameAnswers()
{
    QFETCH(double, progress);
    const QString project = m_folder.filePath(QString("Killed%1.atlas").arg(progress));
    QVERIFY(test::makeSmallProject(project));

    QProcess training;
    training.start(test::atlasBinary(), QStringList{"train", project} + kTraining);
    QVERIFY(training.waitForStarted());
    QElapsedTimer waited;
    waited.start();
    while (onlyRun(project)["progress"].toDouble() < progress && training.state() == QProcess::Running &&
           waited.elapsed() < 120'000) {
        training.waitForFinished(20);
    }
    const bool killedWhileTraining = training.state() == QProcess::Running;
    ::kill(static_cast<pid_t>(training.processId()), SIGKILL);
    training.waitForFinished();
    if (killedWhileTraining) {
        QCOMPARE(training.exitStatus(), QProcess::CrashExit);
        const CliResult resumed = runAtlas({"resume", project});
        QVERIFY2(resumed.exitCode == 0, resumed.err);
    }
    QCOMPARE(onlyRun(project)["status"].toString(), QString("finished"));
    QCOMPARE(traces(project), m_expected);
    QCOMPARE(runAtlas({"verify", project}).exitCode, 0);
}

void TestInterruptedRun::anInterruptIsAnsweredWithFive()
{
    const QString project = m_folder.filePath("Stopped.atlas");
    QVERIFY(test::makeSmallProject(project));
    QProcess training;
    training.start(test::atlasBinary(), QStringList{"train", project} + kTraining);
    QVERIFY(training.waitForStarted());
    QElapsedTimer waited;
    waited.start();
    while (onlyRun(project)["status"].toString() != "running" && waited.elapsed() < 60'000) {
        training.waitForFinished(20);
    }
    ::kill(static_cast<pid_t>(training.processId()), SIGINT);
    QVERIFY(training.waitForFinished(60'000));
    QCOMPARE(training.exitStatus(), QProcess::NormalExit);
    QCOMPARE(training.exitCode(), 5);
    QCOMPARE(onlyRun(project)["status"].toString(), QString("cancelled"));

    const CliResult resumed = runAtlas({"resume", project});
    QVERIFY2(resumed.exitCode == 0, resumed.err);
    QCOMPARE(traces(project), m_expected);
}

QTEST_GUILESS_MAIN(TestInterruptedRun)
#include "tst_interrupted_run.moc"
