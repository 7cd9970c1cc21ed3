#include "cli.h"
#include "small_project.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using test::CliResult;
using test::runAtlas;

/// `atlas decide`, `targets`, `roi`, `model` and `audit`, on two models that were really trained.
class TestDecideCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void targetsAreAskedAndTakenAway();
    void theVerdictFollowsTheTargets();
    void theReturnNeedsEveryFigure();
    void aRollBackGivesTheEarlierAnswersByteForByte();
    void aSecondPersonApproves();
    void theTrailIsVerified();

private:
    CliResult call(const QString &command, QStringList arguments) const
    {
        return runAtlas(QStringList{command, m_project} + arguments);
    }
    QByteArray answersOf(const QString &run) const;

    QTemporaryDir m_folder;
    QString m_project;
};

void TestDecideCommand::initTestCase()
{
    m_project = m_folder.filePath("Small.atlas");
    QVERIFY(test::makeSmallProject(m_project));
    const CliResult trained =
        call("train", {"--sequence", "both", "--strategy", "atlas", "--policy", "never", "--backbone", "mini",
                       "--seeds", "1,2", "--set", "epochs=1", "--max-train", "20"});
    QVERIFY2(trained.exitCode == 0, trained.err);
    QFile csv(m_folder.filePath("new.csv"));
    QVERIFY(csv.open(QFile::WriteOnly));
    csv.write("text\nthe machine number 77 is broken\n荷物77の到着が遅れます\nnothing of this kind\n");
}

/// A value of a figure of the return.
static QJsonValue roiFigure(const CliResult &result, const QString &figure, const QString &what)
{
    return result.json()["figures"].toObject()[figure].toObject()[what];
}

QByteArray TestDecideCommand::answersOf(const QString &run) const
{
    const QString out = m_folder.filePath("answers.csv");
    QFile::remove(out);
    const CliResult predicted =
        call("predict", {run, "--task", "notes", "--batch", m_folder.filePath("new.csv"), "--out", out});
    if (predicted.exitCode != 0) {
        qWarning() << predicted.err;
        return {};
    }
    QFile file(out);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDecideCommand::targetsAreAskedAndTakenAway()
{
    const QStringList both{"--sequence", "both"};
    QCOMPARE(call("targets", both + QStringList{"--json"}).json()["targets"].toArray().size(), 0);
    QCOMPARE(call("targets", both + QStringList{"--set", "minimum:notes=0.01", "--set", "average=0.01"}).exitCode, 0);
    QJsonArray asked = call("targets", both + QStringList{"--json"}).json()["targets"].toArray();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(call("targets", both + QStringList{"--set", "average="}).exitCode, 0);
    QCOMPARE(call("targets", both + QStringList{"--json"}).json()["targets"].toArray().size(), 1);
    QCOMPARE(call("targets", both + QStringList{"--set", "minimum:notes=90"}).exitCode, 3);
    QCOMPARE(call("targets", both + QStringList{"--set", "wish=1"}).exitCode, 2);
    QCOMPARE(call("targets", {"--sequence", "none"}).exitCode, 3);
}

void TestDecideCommand::theVerdictFollowsTheTargets()
{
    CliResult decided = call("decide", {"1", "--json"});
    QVERIFY2(decided.exitCode == 0, decided.err);
    QCOMPARE(decided.json()["verdict"].toString(), QString("go"));
    QCOMPARE(decided.json()["checks"].toArray()[0].toObject()["n"].toInt(), 30);
    QCOMPARE(call("targets", {"--sequence", "both", "--set", "bytes_added=10"}).exitCode, 0);
    decided = call("decide", {"1", "--json"});
    QCOMPARE(decided.json()["verdict"].toString(), QString("no_go"));
    QCOMPARE(decided.json()["checks"].toArray()[0].toObject()["target"].toString(), QString("bytes_added"));
    QVERIFY(call("decide", {"1"}).out.contains("NO GO: 1 of 2 targets are missed."));
    QCOMPARE(call("targets", {"--sequence", "both", "--clear", "--from", "1", "--less", "1"}).exitCode, 0);
    QCOMPARE(call("decide", {"1", "--json"}).json()["verdict"].toString(), QString("go"));
}

void TestDecideCommand::theReturnNeedsEveryFigure()
{
    const QStringList both{"--sequence", "both", "--json"};
    QVERIFY(roiFigure(call("roi", both), "net", "value").isNull());
    QStringList sets;
    for (const char *entry : {"items_per_month=100", "automatic_share=0.5", "minutes_saved=6", "staff_rate=30",
                              "mistake_share=0", "mistake_cost=0", "training_hours=1", "machine_rate=2", "labels=10",
                              "label_cost=1", "storage_size=0", "storage_rate=0"}) {
        sets << "--set" << entry;
    }
    CliResult result = call("roi", both + sets + QStringList{"--currency", "EUR"});
    QVERIFY2(result.exitCode == 0, result.err);
    QCOMPARE(roiFigure(result, "gain_per_month", "value").toDouble(), 150.0);
    QCOMPARE(roiFigure(result, "net", "lacking").toArray(), QJsonArray{"months"});
    result = call("roi", both + QStringList{"--set", "months=2"});
    QCOMPARE(roiFigure(result, "net", "value").toDouble(), 288.0);
    QCOMPARE(call("roi", both + QStringList{"--set", "hope=2"}).exitCode, 2);
}

void TestDecideCommand::aRollBackGivesTheEarlierAnswersByteForByte()
{
    QCOMPARE(call("predict", {"production", "--task", "notes", "--text", "x"}).exitCode, 3);  // nothing serves yet
    const QByteArray first = answersOf("1");
    const QByteArray second = answersOf("2");
    QVERIFY(!first.isEmpty());
    QVERIFY(first != second);

    QCOMPARE(call("model", {"promote", "1"}).exitCode, 2);  // no reason
    QCOMPARE(call("model", {"promote", "1", "--reason", "  "}).exitCode, 3);
    const CliResult promoted = call("model", {"promote", "1", "--reason", "the first", "--json"});
    QVERIFY2(promoted.exitCode == 0, promoted.err);
    QCOMPARE(promoted.json()["verdict"].toString(), QString("go"));
    QCOMPARE(answersOf("production"), first);
    QCOMPARE(call("model", {"promote", "2", "--reason", "newer"}).exitCode, 0);
    QCOMPARE(answersOf("production"), second);
    const QJsonObject decided = call("decide", {"1", "--json"}).json();
    QCOMPARE(decided["production"].toString(), QString("v2"));
    QCOMPARE(decided["changes"].toArray().size(), 2);

    const CliResult back = call("model", {"rollback", "--reason", "complaints", "--json"});
    QVERIFY2(back.exitCode == 0, back.err);
    QCOMPARE(back.json()["version"].toString(), QString("v1"));
    QCOMPARE(answersOf("production"), first);
    QCOMPARE(call("model", {"rollback", "--reason", "further"}).exitCode, 3);  // there is none before
    QCOMPARE(call("model", {"rollback", "--to", "v2", "--reason", "forward again"}).exitCode, 0);
    QCOMPARE(answersOf("production"), second);
    QCOMPARE(call("results", {"production", "--json"}).json()["run"], call("results", {"2", "--json"}).json()["run"]);
    QCOMPARE(call("model", {"history", "--json"}).json()["events"].toArray().size(), 4);
    const QJsonArray versions = call("model", {"list", "--json"}).json()["versions"].toArray();
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0].toObject()["aliases"].toArray(), QJsonArray{"production"});
    QCOMPARE(versions[0].toObject()["files"].toArray().size(), 2);
    QCOMPARE(versions[0].toObject()["data"].toArray().size(), 2);
    QCOMPARE(versions[0].toObject()["backbone"].toObject()["sha256"].toString().size(), 64);
}

void TestDecideCommand::aSecondPersonApproves()
{
    QCOMPARE(call("model", {"policy", "--second-person", "--decides", "head of quality"}).exitCode, 0);
    const CliResult asked = call("model", {"promote", "v1", "--reason", "again", "--as", "Aiko", "--json"});
    QCOMPARE(asked.json()["what"].toString(), QString("request"));
    QCOMPARE(call("decide", {"1", "--json"}).json()["production"].toString(), QString("v2"));
    QCOMPARE(call("model", {"approve", "--reason", "me", "--as", "Aiko"}).exitCode, 3);
    QCOMPARE(call("model", {"reject", "--reason", "not yet", "--as", "Bert"}).exitCode, 0);
    QCOMPARE(call("model", {"promote", "v1", "--reason", "now", "--as", "Aiko"}).exitCode, 0);
    QCOMPARE(call("model", {"approve", "--reason", "agreed", "--as", "Bert"}).exitCode, 0);
    QCOMPARE(call("decide", {"1", "--json"}).json()["production"].toString(), QString("v1"));
    QCOMPARE(call("model", {"decline", "2", "--reason", "slower"}).exitCode, 0);
    QCOMPARE(call("model", {"policy", "--json"}).json()["decides"].toString(), QString("head of quality"));
}

void TestDecideCommand::theTrailIsVerified()
{
    const QJsonArray entries = call("audit", {"--json"}).json()["entries"].toArray();
    QVERIFY(entries.size() > 10);
    QCOMPARE(entries[0].toObject()["action"].toString(), QString("decline"));
    const CliResult verified = call("audit", {"verify", "--json"});
    QCOMPARE(verified.exitCode, 0);
    QCOMPARE(verified.json()["entries"].toInt(), entries.size());
    const QString head = verified.json()["head_hash"].toString();
    QCOMPARE(head, entries[0].toObject()["hash"].toString());
    QCOMPARE(call("audit", {"verify", "--head", head}).exitCode, 0);
    QCOMPARE(call("audit", {"verify", "--head", QString(64, 'f')}).exitCode, 4);
    const CliResult sound = call("verify", {});
    QVERIFY2(sound.exitCode == 0, sound.out + sound.err);
    QVERIFY(sound.out.contains("head hash " + head.toLatin1()));
    // A package that was changed is found, and such a version cannot serve.
    const QString run = call("results", {"2", "--json"}).json()["run"].toString();
    QFile package(m_project + "/models/" + run + "/notes/package.safetensors");
    QVERIFY(package.setPermissions(package.permissions() | QFile::WriteOwner));
    QVERIFY(package.open(QFile::Append));
    package.write("x");
    package.close();
    const CliResult damaged = call("verify", {});
    QCOMPARE(damaged.exitCode, 4);
    QVERIFY(damaged.out.contains("changed since v2 was registered"));
    QCOMPARE(call("model", {"rollback", "--to", "v2", "--reason", "back"}).exitCode, 4);
}

QTEST_GUILESS_MAIN(TestDecideCommand)
#include "tst_decide_command.moc"
