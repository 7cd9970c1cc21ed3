#pragma once

#include "core/error.h"
#include "storage/decide/decision_case.h"
#include "storage/run_choices.h"
#include "widgets/decide/registry_panel.h"
#include "widgets/frame/keeps_place.h"
#include "widgets/frame/page.h"

class QLabel;
class QPushButton;

namespace atlas::widgets {

class ChangesPanel;
class HistoryPanel;
class MoveSheet;
class RunChooser;
class Sheet;
class TargetsPanel;
class VerdictView;
struct MoveQuestion;

/// "Put this run into production?": what is asked of it, the verdict and its reasons, what it would cost the tasks that
/// serve now, the return, and who decided what.
/// open(): the uuid of a run (QString), or of a run and of what a report is to hold it against (QStringList).
class DecidePage final : public Page, public KeepsPlace {
    Q_OBJECT

public:
    explicit DecidePage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *toolbar() override;
    QWidget *inspector() override;
    void open(const QVariant &argument) override;
    QList<QPair<QString, QString>> keys() const override;
    QVariant place() const override;
    void goBackTo(const QVariant &place) override;

protected:
    void sessionChanged(Session *session) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Shown;
    /// Does what was asked for with the registry, inside a writer's job.
    using Change = std::function<void(storage::ModelRegistry &registry, const storage::Move &move, qint64 version)>;

    void makeToolbar();
    QWidget *makeContent();
    QWidget *makeSteps(QWidget *parent);
    QWidget *makeReturn(QWidget *parent);
    void readRuns();
    void showRuns(const storage::RunChoices &choices);
    void readCase();
    void showCase(const Shown &shown);
    void showVerdict();
    void keepTargets(const Targets &targets);

    void promote();
    void rollBack();
    void decline();
    void answerRequest(const QString &alias, bool approve);
    std::pair<Sheet *, MoveSheet *> askMove(const QString &title, const MoveQuestion &question, const QString &name);
    /// Writes, closes the sheet and reads again; what is refused is said in the sheet.
    void move(Sheet *sheet, MoveSheet *asked, const storage::Move &move, qint64 version, Change change);
    void showReturn();
    void showPolicy();
    void showTrail();
    void report();
    void followReports(JobList *jobs);  ///< every report that is made is an entry of the audit trail
    void failed(const Error &error);

    QWidget *m_toolbar;
    RegistryPanel *m_registry;
    RunChooser *m_runs;
    QPushButton *m_report = nullptr;
    QLabel *m_question = nullptr;
    VerdictView *m_verdict = nullptr;
    QPushButton *m_promote = nullptr;
    QPushButton *m_rollBack = nullptr;
    QPushButton *m_decline = nullptr;
    TargetsPanel *m_targets = nullptr;
    ChangesPanel *m_changes = nullptr;
    QLabel *m_return = nullptr;
    HistoryPanel *m_history = nullptr;

    RunRecord m_run;  ///< that the question is about
    std::optional<storage::ModelVersion> m_version;
    RoiSheet m_roi;
    RegistryFacts m_facts;
    std::optional<double> m_trainingHours;
    QString m_wanted;    ///< uuid of the run to show
    QString m_baseline;  ///< what reports hold it against; empty = the run in production
    int m_reading = 0;   ///< number of the reading whose answer is shown
    bool m_stale = true;
};

}  // namespace atlas::widgets
