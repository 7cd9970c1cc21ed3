#pragma once

#include <QStringList>

namespace atlas::widgets {

/// The projects opened last, newest first, in the user's settings.
class RecentProjects {
public:
    static constexpr int kMost = 12;

    static QStringList folders();
    static void add(const QString &folder);
    static void remove(const QString &folder);
};

/// True for a project's folder: project.db stands in it.
bool isProjectFolder(const QString &folder);

}  // namespace atlas::widgets
