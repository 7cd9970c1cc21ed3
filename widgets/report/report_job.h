#pragma once

#include "widgets/jobs.h"

#include <QProcess>
#include <QStringList>

namespace atlas::widgets {

/// What is asked of `atlas report`.
struct ReportRequest {
    QString program;  ///< path of `atlas`
    QString project;  ///< folder
    QStringList runs;
    QString file;  ///< its suffix is the form: pdf, odt, html, csv, json
    QString language;
    bool summary = false;  ///< one page instead of the whole report
};

/// Makes a report in a process of its own, so that the window's language, fonts and thread are untouched. The file
/// appears whole or not at all; a job that is cancelled leaves nothing behind.
class ReportJob final : public Job {
    Q_OBJECT

public:
    explicit ReportJob(ReportRequest request, QObject *parent = nullptr);
    ~ReportJob() override;  ///< ends the process

    QString title() const override;
    void cancel() override;
    void start();
    const ReportRequest &request() const { return m_request; }

private:
    void takeProgress();
    void takeEnd(int exitCode, QProcess::ExitStatus status);
    void end(void (Job::*outcome)());
    void fail(const QString &message, const QString &hint);

    ReportRequest m_request;
    QProcess m_process;
    bool m_cancelled = false;
    bool m_ended = false;
};

}  // namespace atlas::widgets
