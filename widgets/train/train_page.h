#pragma once

#include "core/run_record.h"
#include "core/task.h"
#include "widgets/frame/keeps_place.h"
#include "widgets/frame/page.h"

class QTimer;

namespace atlas::widgets {

class DecisionList;
class LiveCharts;
class QuestionCard;
class RunModel;
class RunQueue;
class TaskChecker;
class TrainForm;

/// Choose what to train, watch it, steer it. Left the form, in the middle the curves of the chosen run, below the
/// queue, right its decisions. A run that waits for a person's decision asks above the curves. open(): the name of a
/// sequence (QString), or nothing.
class TrainPage final : public Page, public KeepsPlace {
    Q_OBJECT

public:
    explicit TrainPage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *inspector() override;
    void open(const QVariant &argument) override;
    QVariant place() const override;  ///< run, form, and the question of a run that waits
    void goBackTo(const QVariant &place) override;

protected:
    void sessionChanged(Session *session) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    void connectTraining(TrainingService *training);
    void showQuestion(const QString &uuid, const DecisionRecord &proposal);
    void withdrawQuestion();
    void layColumn();  ///< the curves give way to a question where there is no room for both
    void showBadge();
    void describe();
    void takeChoices();  ///< of the place to go back to, as soon as the form has what they choose among
    void readSequences();
    void showSequences(const std::vector<TaskSequence> &sequences);
    void readRuns();
    void readData();
    void showRuns(const std::vector<RunRecord> &runs);
    void offerInterrupted(const std::vector<RunRecord> &runs);
    void choose(const QString &uuid);
    void readDecisions();

    RunModel *m_runs;
    TrainForm *m_form = nullptr;
    LiveCharts *m_charts = nullptr;
    RunQueue *m_queue = nullptr;
    QWidget *m_inspector;
    QuestionCard *m_question = nullptr;
    DecisionList *m_decisions;
    QTimer *m_clock;
    QTimer *m_readLater;
    TaskChecker *m_checker;
    QString m_wantedSequence;
    QVariantMap m_place;  ///< to go back to, as far as it is not yet
    QString m_started;    ///< uuid of a run that began since runs were read last
    bool m_described = false;
    int m_broken = 0;        ///< runs that were interrupted or failed
    bool m_offered = false;  ///< interrupted runs are offered once
};

}  // namespace atlas::widgets
