#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace atlas::test {

/// What one call of the command line gave.
struct CliResult {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const;
};

/// The program under test.
QString atlasBinary();

/// Runs `atlas ARGUMENTS` to its end, with a data folder of its own (no backbones of the person who tests).
CliResult runAtlas(const QStringList &arguments, int timeoutMs = 240'000);

}  // namespace atlas::test
