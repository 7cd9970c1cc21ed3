#include "widgets/frame/jobs_bar.h"

#include "widgets/frame/job_row.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace atlas::widgets {

JobsBar::JobsBar(JobList *jobs, QWidget *parent)
    : QFrame(parent), m_jobs(jobs), m_rows(new QVBoxLayout), m_more(new QToolButton(this))
{
    setObjectName(QStringLiteral("jobsBar"));
    setProperty("bar", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 4, theme::kGap, 4);
    layout->setSpacing(theme::kGap);
    m_rows->setSpacing(0);
    layout->addLayout(m_rows, 1);
    layout->addWidget(m_more, 0, Qt::AlignBottom);
    m_more->setObjectName(QStringLiteral("jobsMore"));
    m_more->setFixedHeight(theme::kControlHeight);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        arrange();
    });
    connect(jobs, &JobList::added, this, &JobsBar::add);
    connect(jobs, &JobList::removed, this, &JobsBar::remove);
    for (Job *job : jobs->jobs()) {
        add(job);
    }
    arrange();
}

void JobsBar::add(Job *job)
{
    auto *row = new JobRow(job, this);
    m_rowOf.insert(job, row);
    m_rows->addWidget(row);
    connect(row, &JobRow::dismissed, this, [this, job] { m_jobs->dismiss(job); });
    arrange();
}

void JobsBar::remove(Job *job)
{
    delete m_rowOf.take(job);
    arrange();
}

void JobsBar::arrange()
{
    const QList<Job *> &all = m_jobs->jobs();
    for (Job *job : all) {
        if (JobRow *row = m_rowOf.value(job)) {
            row->setVisible(m_unfolded || job == all.last());
        }
    }
    const int others = int(all.size()) - 1;
    m_more->setVisible(others > 0);
    m_more->setText(m_unfolded ? tr("Fold") : tr("%n more", nullptr, others));
    setVisible(!all.isEmpty());
}

}  // namespace atlas::widgets
