#include "cli.h"
#include "small_project.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using test::CliResult;
using test::runAtlas;

/// `atlas version`, and what runs say they learned from.
class TestVersionCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsTheDatasetAsItIs();
    void whatCannotBeIsRefused();
    void aRunNamesItsData();
    void tellsWhatCameSinceAndGoesBack();

private:
    CliResult version(const QString &verb, QStringList arguments) const
    {
        arguments = QStringList{"version", m_project, verb, "--dataset", "notes", "--json"} + arguments;
        return runAtlas(arguments);
    }

    QTemporaryDir m_folder;
    QString m_project;
};

void TestVersionCommand::initTestCase()
{
    m_project = m_folder.filePath("Small.atlas");
    QVERIFY(test::makeSmallProject(m_project));
}

void TestVersionCommand::keepsTheDatasetAsItIs()
{
    QCOMPARE(version("list", {}).json()["versions"].toArray().size(), 0);
    const CliResult made = version("make", {"--name", "first delivery", "--note", "as it came"});
    QVERIFY2(made.exitCode == 0, made.err);
    QCOMPARE(made.json()["version"].toString(), QString("v1"));
    QCOMPARE(made.json()["samples"].toInt(), 120);
    QCOMPARE(made.json()["labelled"].toInt(), 120);
    QCOMPARE(version("make", {}).json()["uuid"], made.json()["uuid"]);  // nothing changed
    const QJsonObject listed = version("list", {}).json()["versions"][0].toObject();
    QCOMPARE(listed["name"].toString(), QString("first delivery"));
    QCOMPARE(listed["note"].toString(), QString("as it came"));
    const CliResult text = runAtlas({"version", m_project, "list", "--dataset", "notes"});
    QVERIFY2(text.out.startsWith("notes v1 (first delivery): 120 samples, 120 labelled"), text.out);
}

void TestVersionCommand::whatCannotBeIsRefused()
{
    QCOMPARE(version("make", {"--name", "first delivery"}).exitCode, 3);
    QCOMPARE(version("make", {"--name", "v7"}).exitCode, 3);
    QCOMPARE(version("diff", {"--from", "v9"}).exitCode, 3);
    QCOMPARE(version("restore", {"--to", "now"}).exitCode, 3);
    QCOMPARE(version("diff", {}).exitCode, 2);
    QCOMPARE(runAtlas({"version", m_project, "list", "--dataset", "absent"}).exitCode, 3);
    QCOMPARE(version("list", {}).json()["versions"].toArray().size(), 1);
}

void TestVersionCommand::aRunNamesItsData()
{
    const CliResult trained = runAtlas({"train", m_project, "--sequence", "both", "--strategy", "atlas", "--policy",
                                        "never", "--backbone", "mini", "--set", "epochs=1", "--max-train", "20"});
    QVERIFY2(trained.exitCode == 0, trained.err);
    const QJsonObject run = runAtlas({"runs", m_project, "--json"}).json()["runs"][0].toObject();
    const QJsonArray data = run["data"].toArray();
    QCOMPARE(data.size(), 2);
    QCOMPARE(data[0]["dataset"].toString(), QString("notes"));
    QCOMPARE(data[0]["version"].toString(), QString("v1"));
    QCOMPARE(data[0]["name"].toString(), QString("first delivery"));
    QCOMPARE(data[1]["dataset"].toString(), QString("colours"));
    QCOMPARE(data[1]["uuid"].toString().size(), 36);
    QCOMPARE(runAtlas({"results", m_project, run["run"].toString(), "--json"}).json()["data"].toArray(), data);
    const CliResult text = runAtlas({"results", m_project, run["run"].toString()});
    QVERIFY2(text.out.contains("Data: notes v1 (first delivery), colours v1"), text.out);
    const QJsonArray learners = version("list", {}).json()["versions"][0]["runs"].toArray();
    QCOMPARE(learners, QJsonArray{run["name"]});
}

void TestVersionCommand::tellsWhatCameSinceAndGoesBack()
{
    QFile more(m_folder.filePath("more.csv"));
    QVERIFY(more.open(QFile::WriteOnly));
    more.write("text,label,split\nthe crane is loud,machine,train\nno parcel came,nothing,train\n");
    more.close();
    QCOMPARE(runAtlas({"import", m_project, more.fileName(), "--dataset", "notes"}).exitCode, 0);
    const QJsonObject since = version("diff", {"--from", "first delivery"}).json();
    QCOMPARE(since["to"].toString(), QString("now"));
    QCOMPARE(since["added"].toArray().size(), 2);
    QCOMPARE(since["classes_added"].toArray(), QJsonArray{"nothing"});
    const CliResult text =
        runAtlas({"version", m_project, "diff", "--dataset", "notes", "--from", "v1", "--to", "now"});
    QCOMPARE(text.out, QByteArray("notes, from v1 to now:\n  2 samples added\n  class added: nothing\n"));

    const CliResult back = version("restore", {"--to", "v1"});
    QVERIFY2(back.exitCode == 0, back.err);
    QCOMPARE(back.json()["samples"].toArray().size(), 2);
    QCOMPARE(version("diff", {"--from", "v1"}).json()["added"].toArray().size(), 0);
    // What was there is kept: forward again.
    QCOMPARE(version("restore", {"--to", "v2"}).exitCode, 0);
    QCOMPARE(version("diff", {"--from", "v1"}).json()["added"].toArray().size(), 2);
}

QTEST_GUILESS_MAIN(TestVersionCommand)
#include "tst_version_command.moc"
