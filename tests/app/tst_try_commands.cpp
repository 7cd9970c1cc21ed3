#include "cli.h"
#include "core/safetensors.h"
#include "small_project.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What a finished run is asked on the command line: one sample with what is like it, a file with broken rows, worse
/// and worse samples, and a task as a file.
class TestTryCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNearestTrainingSamplesAreNamed();
    void everyBrokenRowIsNamed();
    void robustnessIsMeasuredAndKept();
    void robustnessAsCsvHasEveryPoint();
    void wrongNamesAreRefused();
    void aTaskIsExported();
    void anExportSaysWhatItNeeds();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_dir;
    QString m_project;
    QString m_run;
    QJsonArray m_lastRow;  ///< of the run's matrix
};

void TestTryCommands::initTestCase()
{
    m_project = path("Small.atlas");
    QVERIFY(makeSmallProject(m_project));
    const CliResult trained = runAtlas({"train", m_project, "--sequence", "both", "--strategy", "atlas", "--policy",
                                        "always", "--backbone", "mini", "--set", "epochs=3"});
    QVERIFY2(trained.exitCode == 0, trained.err);
    m_run = runAtlas({"runs", m_project, "--json"}).json()["runs"][0]["run"].toString();
    m_lastRow = runAtlas({"results", m_project, m_run, "--json"}).json()["matrix"][1].toArray();
}

void TestTryCommands::theNearestTrainingSamplesAreNamed()
{
    const QStringList asked{"predict",   m_project, m_run, "--task", "notes", "--text", "the machine is broken",
                            "--nearest", "3"};
    const CliResult answer = runAtlas(asked + QStringList{"--json"});
    QVERIFY2(answer.exitCode == 0, answer.err);
    const QJsonArray nearest = answer.json()["nearest"].toArray();
    QCOMPARE(nearest.size(), 3);
    double last = -1;
    for (const QJsonValue &one : nearest) {
        QVERIFY(one["distance"].toDouble() >= last);
        last = one["distance"].toDouble();
        QCOMPARE(one["labels"].toArray().size(), 1);
        QVERIFY(!one["source"].toString().isEmpty());
    }
    QVERIFY(answer.json()["percentile"].isDouble());
    const CliResult words = runAtlas(asked);
    QVERIFY2(words.out.contains("training samples:"), words.out);
    QVERIFY(!runAtlas({"predict", m_project, m_run, "--text", "broken", "--json"}).json().contains("nearest"));
}

void TestTryCommands::everyBrokenRowIsNamed()
{
    QFile csv(path("rows.csv"));
    QVERIFY(csv.open(QFile::WriteOnly));
    csv.write("id,text\na,the machine is broken\nb,\nc,all is well\nd,\n");
    csv.close();
    const CliResult refused = runAtlas(
        {"predict", m_project, m_run, "--task", "notes", "--batch", path("rows.csv"), "--out", path("no.csv")});
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.err.contains("rows.csv:3") && refused.err.contains("rows.csv:5"), refused.err);
    QVERIFY(!QFile::exists(path("no.csv")));
}

void TestTryCommands::robustnessIsMeasuredAndKept()
{
    const CliResult measured = runAtlas({"robustness", m_project, m_run, "--perturbation", "typos,fgsm-features",
                                         "--task", "notes", "--max-samples", "0", "--json"});
    QVERIFY2(measured.exitCode == 0, measured.err);
    const QJsonArray curves = measured.json()["curves"].toArray();
    QCOMPARE(curves.size(), 2);
    for (const QJsonValue &curve : curves) {
        QCOMPARE(curve["task"].toString(), QString("notes"));
        QCOMPARE(curve["metric"].toString(), QString("accuracy"));
        const QJsonArray points = curve["points"].toArray();
        QCOMPARE(points.size(), 6);
        QCOMPARE(points[0]["strength"].toDouble(-1), 0.0);
        QCOMPARE(points[0]["score"].toDouble(-1), m_lastRow[0].toDouble());  // the plain evaluation, exactly
        QCOMPARE(points[0]["n"].toInt(), 30);
    }
    const CliResult again = runAtlas({"robustness", m_project, m_run, "--perturbation", "typos,fgsm-features", "--task",
                                      "notes", "--max-samples", "0", "--json"});
    QCOMPARE(again.json()["curves"].toArray(), curves);
}

void TestTryCommands::robustnessAsCsvHasEveryPoint()
{
    const CliResult csv = runAtlas({"robustness", m_project, m_run, "--task", "colours", "--perturbation", "brightness",
                                    "--perturbation", "blur", "--csv"});
    QVERIFY2(csv.exitCode == 0, csv.err);
    const QStringList lines = QString::fromUtf8(csv.out).split("\r\n", Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 13);
    QCOMPARE(lines[0], QString("task,perturbation,strength,metric,score,low,high,confidence,n"));
    QVERIFY2(lines[1].startsWith("colours,brightness,0,accuracy,"), qPrintable(lines[1]));
    QCOMPARE(lines[1].section(',', 8, 8), QString("20"));
}

void TestTryCommands::wrongNamesAreRefused()
{
    const CliResult rain = runAtlas({"robustness", m_project, m_run, "--perturbation", "rain"});
    QCOMPARE(rain.exitCode, 2);
    QVERIFY2(rain.err.contains("blur"), rain.err);
    QCOMPARE(runAtlas({"robustness", m_project, m_run, "--task", "notes", "--perturbation", "blur"}).exitCode, 2);
    QCOMPARE(runAtlas({"robustness", m_project, m_run, "--task", "absent"}).exitCode, 2);
    QCOMPARE(runAtlas({"robustness", m_project, "absent"}).exitCode, 3);
}

void TestTryCommands::aTaskIsExported()
{
    const CliResult written =
        runAtlas({"export", m_project, m_run, "--task", "colours", "--out", path("colours.safetensors"), "--json"});
    QVERIFY2(written.exitCode == 0, written.err);
    QCOMPARE(written.json()["task"].toString(), QString("colours"));
    const SafetensorsFile file = SafetensorsFile::open(path("colours.safetensors").toStdString());
    QCOMPARE(file.metadata().at("format"), std::string("atlas-task-package"));
    bool first = false;
    bool second = false;
    for (const auto &[name, tensor] : file.tensors()) {
        first = first || name.find(".0.down.weight") != std::string::npos;
        second = second || name.find(".1.down.weight") != std::string::npos;
    }
    QVERIFY(second);
    const bool mixesTheFirst = file.metadata().at("package").find("\"mixed_adapters\":[0") != std::string::npos;
    QCOMPARE(first, mixesTheFirst);  // with the adapter of the earlier task that it mixes
}

void TestTryCommands::anExportSaysWhatItNeeds()
{
    QCOMPARE(runAtlas({"export", m_project, "--out", path("x")}).exitCode, 2);
    const CliResult unnamed = runAtlas({"export", m_project, m_run, "--out", path("x")});
    QCOMPARE(unnamed.exitCode, 2);
    QVERIFY2(unnamed.err.contains("notes"), unnamed.err);
    QVERIFY(!QFile::exists(path("x")));
}

QTEST_GUILESS_MAIN(TestTryCommands)
#include "tst_try_commands.moc"
