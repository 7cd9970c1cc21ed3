#pragma once

#include "core/run_record.h"
#include "core/task.h"
#include "widgets/frame/page.h"

class QTimer;
class QVBoxLayout;

namespace atlas::widgets {

class LiveCharts;
class RunModel;
class RunQueue;
class TrainForm;

/// Choose what to train, watch it, steer it. Left the form, in the middle the curves of the chosen run and its
/// decisions, below the queue.
/// open(): the name of a sequence (QString), or nothing.
class TrainPage final : public Page {
    Q_OBJECT

public:
    explicit TrainPage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *inspector() override;
    void open(const QVariant &argument) override;

protected:
    void sessionChanged(Session *session) override;

private:
    QWidget *makeContent();
    void connectTraining(TrainingService *training);
    void describe();
    void readSequences();
    void showSequences(const std::vector<TaskSequence> &sequences);
    void readRuns();
    void showRuns(const std::vector<RunRecord> &runs);
    void offerInterrupted(const std::vector<RunRecord> &runs);
    void choose(const QString &uuid);
    void readDecisions();
    void showDecisions(const std::vector<DecisionRecord> &decisions);

    RunModel *m_runs;
    TrainForm *m_form = nullptr;
    LiveCharts *m_charts = nullptr;
    RunQueue *m_queue = nullptr;
    QWidget *m_inspector;
    QVBoxLayout *m_decisions = nullptr;
    QTimer *m_clock;
    QTimer *m_readLater;
    QString m_wantedSequence;
    bool m_described = false;
    bool m_offered = false;  ///< interrupted runs are offered once
};

}  // namespace atlas::widgets
