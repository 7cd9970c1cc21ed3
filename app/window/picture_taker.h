#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace atlas::widgets {
class MainWindow;
}

namespace atlas::app {

/// Shows every page of the open project in turn and saves what it looks like as PNG files.
class PictureTaker final : public QObject {
    Q_OBJECT

public:
    /// `folder` is made if absent. Starts as soon as a project is open.
    PictureTaker(widgets::MainWindow &window, QString folder, QObject *parent = nullptr);

Q_SIGNALS:
    /// After the last page; how many pictures could not be saved.
    void finished(int failed);

private:
    void next();
    void take(const QString &name);

    widgets::MainWindow &m_window;
    QString m_folder;
    QStringList m_pages;
    int m_failed = 0;
};

}  // namespace atlas::app
