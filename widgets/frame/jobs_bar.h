#pragma once

#include <QFrame>
#include <QHash>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace atlas::widgets {

class Job;
class JobList;
class JobRow;

/// The foot of the window: the job that was started last, the others folded behind "2 more". Hidden without jobs.
class JobsBar final : public QFrame {
    Q_OBJECT

public:
    explicit JobsBar(JobList *jobs, QWidget *parent = nullptr);

private:
    void add(Job *job);
    void remove(Job *job);
    void arrange();

    JobList *m_jobs;
    QVBoxLayout *m_rows;
    QToolButton *m_more;
    QHash<Job *, JobRow *> m_rowOf;
    bool m_unfolded = false;
};

}  // namespace atlas::widgets
