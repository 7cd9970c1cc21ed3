#include "project_fixture.h"
#include "tests/support/child_process.h"

#include "storage/query.h"

#include <QtTest>

#include <csignal>
#include <cstdio>
#include <random>
#include <sys/resource.h>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;

/// What was acknowledged survives a kill and a full disk. (A power loss is SQLite's own promise of WAL, not tested.)
class TestDurability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostByAKill();
    void aFullDiskLosesNothing();
};

namespace {

constexpr int kBatch = 200;

/// Batch b: kBatch metrics "b/0", "b/1", ... in one transaction.
void addBatch(Project &project, int batch)
{
    project.writer().run([&](Connection &connection) {
        Query insert(connection, "INSERT INTO metric (key) VALUES (?)");
        for (int i = 0; i < kBatch; ++i) {
            insert.bind(std::to_string(batch) + "/" + std::to_string(i) + std::string(60, '.')).run();
        }
    });
}

void acknowledge(const std::string &line)
{
    std::puts(line.c_str());
    std::fflush(stdout);
}

int countBatches(Project &project)
{
    return static_cast<int>(project.connect()->integer("SELECT count(*) FROM metric"));
}

int writeUntilStopped(int argc, char **argv)
{
    if (argc > 2) {  // a limit for every file stands in for a full disk: writing past it fails
        std::signal(SIGXFSZ, SIG_IGN);
        const auto limit = static_cast<rlim_t>(std::stoul(argv[2]));
        const rlimit limits{limit, limit};
        setrlimit(RLIMIT_FSIZE, &limits);
    }
    try {
        const auto project = Project::open(argv[1], OpenMode::ReadWrite);
        for (int batch = countBatches(*project) / kBatch;; ++batch) {
            addBatch(*project, batch);
            acknowledge(std::to_string(batch + 1));
        }
    } catch (const Error &error) {
        acknowledge(codeName(error.code()));
        return 3;
    }
}

QList<QByteArray> linesOf(QProcess &child)
{
    QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
    lines.removeLast();  // empty, or a line that was cut
    return lines;
}

}  // namespace

void TestDurability::nothingAcknowledgedIsLostByAKill()
{
    ProjectFixture fixture;
    fixture.close();
    std::mt19937 random(20240601);
    int total = 0;
    for (int round = 0; round < 20; ++round) {
        QProcess child;
        test::startChild(child, {"write", QString::fromStdString(fixture.folder().string())});
        QVERIFY(child.waitForReadyRead(30000));
        QTest::qSleep(static_cast<int>(std::uniform_int_distribution(0, 60)(random)));
        child.kill();
        QVERIFY(child.waitForFinished(30000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const auto lines = linesOf(child);
        QVERIFY(!lines.isEmpty());
        const int acknowledged = lines.last().toInt();
        QVERIFY(acknowledged > 0);

        fixture.open();  // checks the pages after an unclean end
        const int rows = countBatches(fixture.project());
        QVERIFY2(rows % kBatch == 0, "a torn batch");
        QVERIFY2(rows / kBatch >= acknowledged, "an acknowledged batch is lost");
        QVERIFY(rows / kBatch <= acknowledged + 1);
        QCOMPARE(fixture.project().connect()->text("PRAGMA integrity_check"), "ok");
        total = rows / kBatch;
        fixture.close();
    }
    QVERIFY(total >= 20);
}

void TestDurability::aFullDiskLosesNothing()
{
    ProjectFixture fixture;
    addBatch(fixture.project(), 0);
    fixture.close();
    const QString limit = QString::number(2 << 20);
    for (int round = 0; round < 2; ++round) {  // it stays full: the second start finds the same
        QProcess child;
        test::startChild(child, {"write", QString::fromStdString(fixture.folder().string()), limit});
        QVERIFY(child.waitForFinished(60000));
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QCOMPARE(child.exitCode(), 3);
        QList<QByteArray> lines = linesOf(child);
        const QByteArray code = lines.takeLast();
        QVERIFY2(code == codeName(ErrorCode::DiskFull), code.constData());

        fixture.open();
        const int rows = countBatches(fixture.project());
        QCOMPARE(rows % kBatch, 0);
        if (!lines.isEmpty()) {
            QCOMPARE(rows / kBatch, lines.last().toInt());
        }
        QVERIFY(rows >= kBatch);
        QCOMPARE(fixture.project().connect()->text("PRAGMA integrity_check"), "ok");
        if (round == 1) {
            addBatch(fixture.project(), 1000000);  // there is room again
        }
        fixture.close();
    }
}

int main(int argc, char **argv)
{
    return test::runTestOrChild<TestDurability>(argc, argv, writeUntilStopped);
}
#include "tst_durability.moc"
