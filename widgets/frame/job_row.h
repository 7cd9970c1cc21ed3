#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace atlas::widgets {

class Job;

/// One job: what it is, how far, how long still, and how to hold or stop it; when it failed: why and what now.
class JobRow final : public QWidget {
    Q_OBJECT

public:
    explicit JobRow(Job *job, QWidget *parent = nullptr);

Q_SIGNALS:
    void dismissed();

private:
    void showProgress(double fraction, const QString &what);
    void showFailure(const QString &message, const QString &hint);
    void showEnd(const QString &words, bool good);
    void togglePause();

    Job *m_job;
    QElapsedTimer m_since;
    double m_firstFraction = -1;
    bool m_paused = false;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_what;
    QProgressBar *m_bar;
    QLabel *m_percent;
    QLabel *m_left;
    QToolButton *m_pause;
    QToolButton *m_stop;
};

}  // namespace atlas::widgets
