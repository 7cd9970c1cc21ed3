#pragma once

#include "core/run_record.h"
#include "core/task.h"
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
class TrainPage final : public Page {
    Q_OBJECT

public:
    explicit TrainPage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *inspector() override;
    void open(const QVariant &argument) override;

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
    void readSequences();
    void showSequences(const std::vector<TaskSequence> &sequences);
    void readRuns();
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
    QString m_started;  ///< uuid of a run that began since runs were read last
    bool m_described = false;
    int m_broken = 0;        ///< runs that were interrupted or failed
    bool m_offered = false;  ///< interrupted runs are offered once
};

}  // namespace atlas::widgets
