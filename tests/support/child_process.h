#pragma once

#include <QProcess>
#include <QTest>

/// A test program runs itself again as another process: `program --child WHAT ARGUMENTS`.
namespace atlas::test {

using ChildMain = int (*)(int argc, char **argv);  ///< argv[0] is WHAT

/// Starts this program as a child; the caller reads its output and waits for it or kills it.
inline void startChild(QProcess &process, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("/proc/self/exe"), QStringList{QStringLiteral("--child")} + arguments);
}

template <typename TestObject>
int runTestOrChild(int argc, char **argv, ChildMain child)
{
    if (argc > 2 && QByteArray(argv[1]) == "--child") {
        return child(argc - 2, argv + 2);
    }
    TestObject object;
    return QTest::qExec(&object, argc, argv);
}

}  // namespace atlas::test
