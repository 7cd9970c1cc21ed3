#include "cli.h"
#include "small_project.h"

#include "storage/project.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using test::CliResult;
using test::runAtlas;

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpAndVersionEndWithZero();
    void wrongUsageEndsWithTwo_data();
    void wrongUsageEndsWithTwo();
    void missingThingsEndWithThree();
    void aProjectIsNotMadeTwice();
    void aMissingColumnIsReportedAndNothingIsImported();
    void aDryRunStoresNothing();
    void aLockedProjectEndsWithFour();
    void trainsPredictsAndVerifies();
    void aDamagedPictureIsFoundByVerify();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_project;
};

void TestCommandLine::initTestCase()
{
    m_project = path("Small.atlas");
    QVERIFY(test::makeSmallProject(m_project));
}

void TestCommandLine::helpAndVersionEndWithZero()
{
    QCOMPARE(runAtlas({"--version"}).exitCode, 0);
    const CliResult help = runAtlas({"--help"});
    QCOMPARE(help.exitCode, 0);
    for (const char *command :
         {"init", "import", "task", "sequence", "train", "transfer", "inflow", "resume", "runs", "rename", "results",
          "compare", "predict", "robustness", "verify", "backbone", "pretrain", "demo"}) {
        QVERIFY2(help.out.contains(command), command);
    }
}

void TestCommandLine::wrongUsageEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("unknown command") << QStringList{"lern"};
    QTest::newRow("unknown option") << QStringList{"runs", "P", "--fast"};
    QTest::newRow("unknown kind") << QStringList{"import", "P", "S", "--dataset", "d", "--kind", "video"};
    QTest::newRow("unknown split") << QStringList{"import", "P", "S", "--dataset", "d", "--split", "half"};
    QTest::newRow("map without column") << QStringList{"import", "P", "S", "--dataset", "d", "--map", "text"};
}

void TestCommandLine::wrongUsageEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    const CliResult result = runAtlas(arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(!result.err.isEmpty());
}

void TestCommandLine::missingThingsEndWithThree()
{
    QCOMPARE(runAtlas({"runs", path("Absent.atlas")}).exitCode, 3);
    QCOMPARE(runAtlas({"results", m_project, "no-such-run"}).exitCode, 3);
    QCOMPARE(runAtlas({"task", m_project, "add", "t", "--dataset", "absent"}).exitCode, 3);
    const CliResult json = runAtlas({"runs", path("Absent.atlas"), "--json"});
    QVERIFY(json.json()["error"].toObject()["message"].toString().contains("Absent.atlas"));
}

void TestCommandLine::aProjectIsNotMadeTwice()
{
    QCOMPARE(runAtlas({"init", m_project}).exitCode, 3);
    QCOMPARE(runAtlas({"task", m_project, "list", "--json"}).json()["tasks"].toArray().size(), 2);
}

void TestCommandLine::aMissingColumnIsReportedAndNothingIsImported()
{
    QFile csv(path("bad.csv"));
    QVERIFY(csv.open(QFile::WriteOnly));
    csv.write("sentence,class\na,b\n");
    csv.close();
    const CliResult result = runAtlas(
        {"import", m_project, path("bad.csv"), "--dataset", "bad", "--kind", "text", "--map", "text=body", "--json"});
    QCOMPARE(result.exitCode, 3);
    const QJsonObject report = result.json();
    QCOMPARE(report["imported"].toInt(-1), 0);
    QCOMPARE(report["problems"][0]["level"].toString(), QString("error"));
    QCOMPARE(report["problems"][0]["code"].toString(), QString("MISSING_COLUMN"));
    QVERIFY(report["problems"][0]["where"].toString().contains("bad.csv"));
}

void TestCommandLine::aDryRunStoresNothing()
{
    QTemporaryDir folder;
    const QString project = folder.filePath("Dry.atlas");
    QCOMPARE(runAtlas({"init", project}).exitCode, 0);
    test::drawPictures(folder.filePath("colours"));
    const CliResult result =
        runAtlas({"import", project, folder.filePath("colours"), "--dataset", "colours", "--dry-run", "--json"});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.json()["read"].toInt(), 80);
    QCOMPARE(QDir(project + "/assets").entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 0);
    QCOMPARE(runAtlas({"task", project, "add", "t", "--dataset", "colours"}).exitCode, 3);
}

void TestCommandLine::aLockedProjectEndsWithFour()
{
    const auto holder = storage::Project::open(m_project.toStdString(), storage::OpenMode::ReadWrite);
    const CliResult result = runAtlas({"sequence", m_project, "set", "other", "notes"});
    QCOMPARE(result.exitCode, 4);
    QVERIFY2(result.err.contains(QByteArray::number(QCoreApplication::applicationPid())), result.err);
    // Reading goes on while another process writes.
    QCOMPARE(runAtlas({"sequence", m_project, "list"}).exitCode, 0);
}

void TestCommandLine::trainsPredictsAndVerifies()
{
    const CliResult trained = runAtlas({"train", m_project, "--sequence", "both", "--strategy", "atlas", "--policy",
                                        "always", "--seeds", "3", "--backbone", "mini", "--set", "epochs=2"});
    QVERIFY2(trained.exitCode == 0, trained.err);

    const CliResult runs = runAtlas({"runs", m_project, "--json"});
    const QString run = runs.json()["runs"][0]["run"].toString();
    QCOMPARE(runs.json()["runs"][0]["status"].toString(), QString("finished"));

    const QJsonObject results = runAtlas({"results", m_project, run, "--json"}).json();
    QCOMPARE(results["strategy"].toString(), QString("atlas"));
    QCOMPARE(results["seed"].toInt(), 3);
    QCOMPARE(results["backbone"]["name"].toString(), QString("mini"));
    QCOMPARE(results["backbone"]["sha256"].toString().size(), 64);
    QCOMPARE(results["tasks"].toArray(), (QJsonArray{"notes", "colours"}));
    QCOMPARE(results["metric"].toArray(), (QJsonArray{"accuracy", "accuracy"}));
    QCOMPARE(results["matrix"].toArray().size(), 2);
    QCOMPARE(results["n_test"].toArray(), (QJsonArray{30, 20}));
    QCOMPARE(results["random"].toArray(), (QJsonArray{0.5, 0.5}));
    const QJsonObject measures = results["measures"].toObject();
    for (const char *name : {"average_accuracy", "average_incremental", "bwt", "fwt", "forgetting_from_first",
                             "forgetting_from_max", "f1_macro", "balanced_accuracy"}) {
        QVERIFY2(measures.contains(name), name);
    }
    QCOMPARE(measures["forgetting_from_first"].toDouble(-1), 0.0);
    QCOMPARE(results["decisions"][0]["decision"].toString(), QString("first"));
    QCOMPARE(results["decisions"][1]["decision"].toString(), QString("expand"));
    QCOMPARE(results["cost"]["parameters_added"].toArray().size(), 2);
    QVERIFY(results["cost"]["peak_memory_bytes"].toDouble() > 0);
    const QJsonArray hashes = results["logits_sha256"].toArray();
    QCOMPARE(hashes[1].toArray()[0], hashes[0].toArray()[0]);

    const CliResult answer =
        runAtlas({"predict", m_project, run, "--task", "notes", "--text", "the machine is broken", "--json"});
    QVERIFY2(answer.exitCode == 0, answer.err);
    QVERIFY(answer.json()["confidence"].toDouble() >= 0.5);
    const CliResult routed = runAtlas({"predict", m_project, run, "--text", "the machine is broken", "--json"});
    QVERIFY2(routed.exitCode == 0, routed.err);
    QCOMPARE(routed.json()["task"].toString(), QString("notes"));  // the only task that takes a text alone

    const CliResult batch = runAtlas({"predict", m_project, run, "--task", "notes", "--batch",
                                      m_project + "-sources/notes.csv", "--out", path("answers.csv")});
    QVERIFY2(batch.exitCode == 0, batch.err);
    QFile answers(path("answers.csv"));
    QVERIFY(answers.open(QFile::ReadOnly));
    QCOMPARE(answers.readAll().count('\n'), 121);

    const CliResult sound = runAtlas({"verify", m_project});
    QVERIFY2(sound.exitCode == 0, sound.out + sound.err);
}

void TestCommandLine::aDamagedPictureIsFoundByVerify()
{
    QDir assets(m_project + "/assets");
    const QString first = assets.entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst();
    QDir folder(assets.filePath(first));
    QFile picture(folder.filePath(folder.entryList(QDir::Files).constFirst()));
    picture.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(picture.open(QFile::ReadWrite));
    picture.seek(picture.size() / 2);
    picture.write("XXXX");
    picture.close();
    const CliResult result = runAtlas({"verify", m_project, "--json"});
    QCOMPARE(result.exitCode, 4);
    QVERIFY(result.out.contains(QFileInfo(picture).fileName().toUtf8()));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
