#include "core/error.h"
#include "core/files.h"
#include "core/hash.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace atlas;

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesAFileAsOneStep();
    void anErrorWhileProducingKeepsTheOldContent();
    void aFullDiskKeepsTheOldContentAndLeavesNothingBehind();
    void readingHasALimit();
    void hashIsTheStandardOne();
};

void TestFiles::replacesAFileAsOneStep()
{
    QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "画像.txt";
    writeFileAtomically(file, std::string("one"));
    writeFileAtomically(file, std::string("two"));
    QCOMPARE(readFile(file), std::string("two"));
}

void TestFiles::anErrorWhileProducingKeepsTheOldContent()
{
    QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "a";
    writeFileAtomically(file, std::string("old"));
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(file,
                                                 [](const AppendBytes &append) {
                                                     append(std::as_bytes(std::span("new", 3)));
                                                     throw Error(ErrorCode::Cancelled, "Stopped.");
                                                 }),
                             Error);
    QCOMPARE(readFile(file), std::string("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestFiles::aFullDiskKeepsTheOldContentAndLeavesNothingBehind()
{
    QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "a";
    writeFileAtomically(file, std::string("old"));
    // A limit on the size of files stands in for a full disk: writing fails part-way.
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        setrlimit(RLIMIT_FSIZE, &limit);
        try {
            writeFileAtomically(file, std::string(5000, 'x'));
        } catch (const Error &) {
            _exit(7);
        }
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QCOMPARE(WEXITSTATUS(status), 7);
    QCOMPARE(readFile(file), std::string("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestFiles::readingHasALimit()
{
    QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "a";
    writeFileAtomically(file, std::string(100, 'x'));
    QVERIFY_EXCEPTION_THROWN(readFile(file, 99), Error);
    QVERIFY_EXCEPTION_THROWN(readFile(file.string() + ".absent"), Error);
}

void TestFiles::hashIsTheStandardOne()
{
    // FIPS 180-2, appendix B.1
    QCOMPARE(Sha256().add("abc").hex(),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QVERIFY(makeUuid() != makeUuid());
    QCOMPARE(makeUuid().size(), 36u);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
