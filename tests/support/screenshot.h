#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QString>
#include <QWidget>

namespace atlas::test {

/// Saves what a widget looks like as `screenshots/<name>.png` beside the test programs and returns the file's name, or
/// an empty string when it could not be saved.
inline QString saveScreenshot(QWidget &widget, const QString &name)
{
    QDir folder(QCoreApplication::applicationDirPath());
    if (!folder.mkpath(QStringLiteral("screenshots"))) {
        return {};
    }
    const QString file = folder.filePath(QStringLiteral("screenshots/%1.png").arg(name));
    return widget.grab().save(file) ? file : QString();
}

}  // namespace atlas::test
