#pragma once

#include "widgets/frame/theme.h"
#include "widgets/report/report_job.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace atlas::widgets {

class JobList;
class Session;
class Sheet;

/// Asks for the language, the form and the file of a meeting report, makes it as a job of the jobs bar, and offers to
/// open what was made. The first run is reported on, the second is what it is held against (without one: the run in
/// production), the others stand beside them. Closing the sheet does not stop the job.
class ReportSheet final : public QWidget {
    Q_OBJECT

public:
    ReportSheet(Session &session, JobList &jobs, QStringList runUuids, QWidget *parent = nullptr);

    /// The folder of the program `atlas`, which makes reports: beside this program unless told otherwise.
    void setProgramFolder(const QString &folder);

Q_SIGNALS:
    void closeWanted();

private:
    void addChoices(QVBoxLayout *layout);
    void addFile(QVBoxLayout *layout);
    QWidget *makeButtons();
    QWidget *makeOutcome();
    ReportRequest request() const;
    QString proposedFile(const QString &folder) const;
    void chooseFile();
    void followForm();
    void checkFile();
    void start();
    void showOutcome(theme::Role role, const QString &words, bool made);

    QPointer<Session> m_session;
    QPointer<JobList> m_jobs;
    QPointer<ReportJob> m_job;
    QStringList m_runs;
    QString m_program;
    QString m_made;  ///< the file that is being made, or was made last
    QButtonGroup *m_forms;
    QComboBox *m_language;
    QCheckBox *m_summary;
    QLineEdit *m_file;
    QLabel *m_fault;
    QLabel *m_outcome;
    QPushButton *m_open;
    QPushButton *m_showFolder;
    QPushButton *m_make;
    QPushButton *m_close;
    bool m_fileIsOurs = true;  ///< its name follows language and form
};

/// The report sheet over a page: `showReportSheet(*session(), *services().jobs, {run, baseline}, this)`. It deletes
/// itself when it is closed.
Sheet *showReportSheet(Session &session, JobList &jobs, const QStringList &runUuids, QWidget *over);

}  // namespace atlas::widgets
