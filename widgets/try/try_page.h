#pragma once

#include "widgets/frame/keeps_place.h"
#include "widgets/frame/page.h"
#include "widgets/training_service.h"
#include "widgets/try/tried_run.h"

class QPushButton;
class QTabWidget;

namespace atlas::widgets {

class BatchPanel;
class RobustnessPanel;
class RunChooser;
class SamplePanel;

/// What a finished run answers: for one sample, for a file of them, and for samples that get worse; and its tasks as
/// files for elsewhere.
/// open(): the uuid of a run (QString).
class TryPage final : public Page, public KeepsPlace {
    Q_OBJECT

public:
    explicit TryPage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *toolbar() override { return m_toolbar; }
    void open(const QVariant &argument) override;
    QList<QPair<QString, QString>> keys() const override;
    bool dropped(const QStringList &files) override;
    QVariant place() const override;  ///< run, tab and what is filled in
    void goBackTo(const QVariant &place) override;

protected:
    void sessionChanged(Session *session) override;

private:
    void makeToolbar();
    void readRuns();
    void showRuns(bool any);
    void readRun();
    void showRun(const TriedRun &run);
    void exportTask(const QString &task);
    void showSample(qint64 sample, const QString &task);
    void offerToGoOn(const QString &run);

    QWidget *m_toolbar;
    RunChooser *m_runs;
    QPushButton *m_export;
    QTabWidget *m_tabs;
    SamplePanel *m_sample;
    BatchPanel *m_batch;
    RobustnessPanel *m_robustness;
    TriedRun m_run;                      ///< that answers
    QString m_wanted;                    ///< uuid of the run that is to answer; empty = the usual one
    int m_reading = 0;                   ///< number of the reading whose run is shown
    std::optional<Question> m_filledIn;  ///< to be shown when the runs are known
    QString m_paused;                    ///< run that was paused so that a sample is answered
};

}  // namespace atlas::widgets
