#include "widgets/start/recent_projects.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace atlas::widgets {

namespace {
const QString kKey = QStringLiteral("start/recent");
}

QStringList RecentProjects::folders()
{
    return QSettings().value(kKey).toStringList();
}

void RecentProjects::add(const QString &folder)
{
    const QString clean = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    QStringList all = folders();
    all.removeAll(clean);
    all.prepend(clean);
    QSettings().setValue(kKey, QStringList(all.mid(0, kMost)));
}

void RecentProjects::remove(const QString &folder)
{
    QStringList all = folders();
    all.removeAll(folder);
    QSettings().setValue(kKey, all);
}

bool isProjectFolder(const QString &folder)
{
    return QFileInfo(QDir(folder).filePath(QStringLiteral("project.db"))).isFile();
}

}  // namespace atlas::widgets
