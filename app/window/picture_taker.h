#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace atlas::widgets {
class MainWindow;
}

namespace atlas::app {

/// Shows the start page and then every page of a project in turn and saves what they look like as PNG files.
class PictureTaker final : public QObject {
    Q_OBJECT

public:
    /// `folder` is made if absent. Without a project the start page is all there is to take.
    PictureTaker(widgets::MainWindow &window, QString folder, QString project, QObject *parent = nullptr);

Q_SIGNALS:
    /// After the last page; how many pictures could not be saved.
    void finished(int failed);

private:
    void openProject();
    void next();
    void take(const QString &name);

    widgets::MainWindow &m_window;
    QString m_folder;
    QString m_project;
    QStringList m_pages;
    int m_failed = 0;
};

}  // namespace atlas::app
