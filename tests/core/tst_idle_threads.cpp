#include "core/idle_threads.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

constexpr const char *kPolicy = "OMP_WAIT_POLICY";
constexpr std::string_view kShow = "--show";

}  // namespace

/// Starts this very program, which calls letIdleThreadsSleep() first thing. QtCore brings OpenMP's library along, so it
/// has to start itself anew.
class TestIdleThreads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openMpIsToldToSleepAndArgumentsStay();
    void theUsersChoiceStays();

private:
    QByteArray shownBy(const QProcessEnvironment &environment)
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {QString::fromUtf8(kShow.data()), "two words", "歯車"});
        return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray("it did not end");
    }
};

void TestIdleThreads::openMpIsToldToSleepAndArgumentsStay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QString::fromLatin1(kPolicy));
    QCOMPARE(shownBy(environment), QByteArray("passive|two words|歯車\n"));
}

void TestIdleThreads::theUsersChoiceStays()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kPolicy), QStringLiteral("active"));
    QCOMPARE(shownBy(environment), QByteArray("active|two words|歯車\n"));
}

int main(int argc, char **argv)
{
    atlas::letIdleThreadsSleep(argv);
    if (argc == 4 && argv[1] == kShow) {
        std::printf("%s|%s|%s\n", std::getenv(kPolicy), argv[2], argv[3]);
        return 0;
    }
    const QCoreApplication application(argc, argv);
    TestIdleThreads test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_idle_threads.moc"
