#include "cli.h"
#include "tests/storage/older_project.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using test::CliResult;
using test::runAtlas;

/// A snapshot that was handed over years ago, by the command line of today.
class TestOlderSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itsRunsAreListed();
    void itIsStillWhatWasHandedOver();
    void itsReportIsTheSameTwice();
    void itIsNotWritten();
    void whatCannotBeCopiedIsSaid();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_place;
};

void TestOlderSnapshot::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = m_folder->filePath(QStringLiteral("Handed over.atlas"));
    test::makeOlderSnapshot(m_place.toStdString(), 9);
}

void TestOlderSnapshot::itsRunsAreListed()
{
    const auto before = test::bytesOf(m_place.toStdString());
    const CliResult listed = runAtlas({"runs", m_place, "--json"});
    QVERIFY2(listed.exitCode == 0, listed.err);
    QCOMPARE(listed.json()["runs"].toArray().size(), 1);
    QCOMPARE(test::bytesOf(m_place.toStdString()), before);
}

void TestOlderSnapshot::itIsStillWhatWasHandedOver()
{
    const CliResult verified = runAtlas({"verify", m_place, "--json"});
    QVERIFY2(verified.exitCode == 0, verified.out + verified.err);
    QVERIFY(verified.json()["sound"].toBool());
}

void TestOlderSnapshot::itsReportIsTheSameTwice()
{
    QByteArray bytes[2];
    for (int i = 0; i < 2; ++i) {
        const QString out = m_folder->filePath(QStringLiteral("report%1.pdf").arg(i));
        const CliResult made = runAtlas({"report", m_place, "1", "--out", out});
        QVERIFY2(made.exitCode == 0, made.err);
        QFile file(out);
        QVERIFY(file.open(QFile::ReadOnly));
        bytes[i] = file.readAll();
    }
    QVERIFY(!bytes[0].isEmpty());
    QVERIFY(bytes[0] == bytes[1]);
}

void TestOlderSnapshot::itIsNotWritten()
{
    const auto before = test::bytesOf(m_place.toStdString());
    const CliResult tagged = runAtlas({"tag", m_place, "1", "--add", "mine"});
    QCOMPARE(tagged.exitCode, 4);
    QVERIFY2(tagged.err.contains("frozen snapshot"), tagged.err);
    QCOMPARE(test::bytesOf(m_place.toStdString()), before);
}

void TestOlderSnapshot::whatCannotBeCopiedIsSaid()
{
    qputenv("TMPDIR", "/proc");
    const CliResult listed = runAtlas({"runs", m_place});
    qunsetenv("TMPDIR");
    QCOMPARE(listed.exitCode, 1);
    QVERIFY2(listed.err.contains("was written by an older program") && listed.err.contains("TMPDIR"), listed.err);
}

QTEST_GUILESS_MAIN(TestOlderSnapshot)
#include "tst_older_snapshot.moc"
