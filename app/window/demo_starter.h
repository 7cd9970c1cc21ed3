#pragma once

#include <QObject>
#include <QString>

namespace atlas::widgets {
class JobList;
class MainWindow;
class Session;
class TrainingService;
}  // namespace atlas::widgets

namespace atlas::app {

/// Answers the window's "open the demo": draws the data as a job, opens the project, queues its training.
class DemoStarter final : public QObject {
    Q_OBJECT

public:
    DemoStarter(widgets::MainWindow &window, widgets::JobList &jobs, widgets::TrainingService &training,
                QObject *parent = nullptr);

    void start();

private:
    void trainIn(widgets::Session *session);

    widgets::MainWindow &m_window;
    widgets::JobList &m_jobs;
    widgets::TrainingService &m_training;
    QString m_making;   ///< folder of the demo that is being drawn, or empty
    QString m_waiting;  ///< folder whose session is awaited, to train in it
};

}  // namespace atlas::app
