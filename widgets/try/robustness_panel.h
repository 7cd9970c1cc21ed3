#pragma once

#include "storage/robustness_store.h"
#include "widgets/try/tried_run.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace atlas::widgets {

class EmptyState;
class Job;
class JobList;
class Session;
class TrainingService;

/// How the answers of a task hold when its test samples get worse: a curve for each way, with the sample that is turned
/// first.
class RobustnessPanel final : public QWidget {
    Q_OBJECT

public:
    RobustnessPanel(JobList *jobs, TrainingService *training, QWidget *parent = nullptr);

    void setSession(Session *session);
    void setRun(const TriedRun &run);

Q_SIGNALS:
    void sampleChosen(qint64 sample, const QString &task);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();
    void read();
    void show();
    int columns() const;  ///< of charts, by the width there is
    void measure();
    void showState();
    QWidget *curveCard(const storage::KeptCurve &kept);

    JobList *m_jobs;
    TrainingService *m_training;
    QPointer<Session> m_session;
    TriedRun m_run;
    std::vector<PerturbationInfo> m_known;
    std::vector<storage::KeptCurve> m_curves;
    QComboBox *m_task;
    QComboBox *m_samples;
    QPushButton *m_measure;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_charts;
    QGridLayout *m_grid;
    QPointer<Job> m_job;
    bool m_described = false;
    int m_columns = 0;
};

}  // namespace atlas::widgets
