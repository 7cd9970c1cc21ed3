#pragma once

#include "widgets/try/tried_run.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace atlas::widgets {

class Job;
class JobList;
class TrainingService;

/// Answers for all rows of a CSV file, as another CSV file.
class BatchPanel final : public QWidget {
    Q_OBJECT

public:
    BatchPanel(JobList *jobs, TrainingService *training, QWidget *parent = nullptr);

    void setRun(const TriedRun &run);
    bool setFile(const QString &file);  ///< false = it is no CSV file
    void setOut(const QString &file);

private:
    void showColumns();
    void check();
    void start();
    void ended(const QString &message, const QString &details, bool good);

    JobList *m_jobs;
    TrainingService *m_training;
    TriedRun m_run;
    QComboBox *m_task;
    QLabel *m_columns;
    QLineEdit *m_file;
    QLineEdit *m_out;
    QPushButton *m_start;
    QPushButton *m_stop;
    QProgressBar *m_progress;
    QLabel *m_what;
    QLabel *m_outcome;
    QPlainTextEdit *m_problems;
    QPushButton *m_open;
    QPushButton *m_openFolder;
    QPointer<Job> m_job;
};

}  // namespace atlas::widgets
