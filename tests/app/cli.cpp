#include "cli.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace atlas::test {

QJsonObject CliResult::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString atlasBinary()
{
    return qEnvironmentVariable("ATLAS_BIN") + "/atlas";
}

CliResult runAtlas(const QStringList &arguments, int timeoutMs)
{
    QProcess process;
    process.start(atlasBinary(), arguments);
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

}  // namespace atlas::test
