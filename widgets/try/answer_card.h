#pragma once

#include "widgets/frame/empty_state.h"
#include "widgets/try/test_sample.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QStackedWidget;

namespace atlas::widgets {

class Banner;
class BarChart;
class NearCards;
class Thumbnails;

/// What a run answers for one sample: the answer large, how sure it is and what that means, who answered with which
/// adapters, and the training samples like it. Before that: what to do, that it works or waits, or what went wrong.
class AnswerCard final : public QWidget {
    Q_OBJECT

public:
    explicit AnswerCard(Thumbnails *thumbnails, QWidget *parent = nullptr);

    void showNothing();
    void showReady();  ///< a test sample is filled in and not asked about yet
    void showWorking();
    /// The training of this run holds the engine.
    void showWaiting(const QString &run);
    void showProblem(const QString &message, const QString &hint);
    void showAnswer(const TriedRun &run, const Sample &sample, const engine::Answer &answer);
    /// What is right, beside the answer that is shown.
    void showTruth(const TriedRun &run, const TestSample &sample, const engine::Answer &answer);
    void showNearest(const Task &task, const engine::Answer &answer, std::vector<Sample> samples);

Q_SIGNALS:
    void cancelled();
    void pauseWanted();
    void sampleWanted();  ///< any of what is tested with
    void sampleChosen(qint64 sample);

private:
    void showState(const EmptyState::Content &content);
    void showAdapters(const TriedRun &run, const engine::Answer &answer);
    QWidget *makeAnswer(Thumbnails *thumbnails);

    QStackedWidget *m_stack;
    EmptyState *m_state;
    QLabel *m_task = nullptr;
    QLabel *m_answer = nullptr;
    Banner *m_truth = nullptr;
    QProgressBar *m_confidence = nullptr;
    QLabel *m_sure = nullptr;
    QLabel *m_meaning = nullptr;
    QLabel *m_runners = nullptr;
    QLabel *m_route = nullptr;
    Banner *m_caution = nullptr;
    BarChart *m_adapters = nullptr;
    QLabel *m_noAdapters = nullptr;
    NearCards *m_nearest = nullptr;
};

}  // namespace atlas::widgets
