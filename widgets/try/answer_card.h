#pragma once

#include "widgets/try/tried_run.h"

#include "engine/api/engine.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
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
    void showWorking();
    /// The training of this run holds the engine.
    void showWaiting(const QString &run);
    void showProblem(const QString &message, const QString &hint);
    void showAnswer(const TriedRun &run, const Sample &sample, const engine::Answer &answer);
    void showNearest(const Task &task, const engine::Answer &answer, std::vector<Sample> samples);

Q_SIGNALS:
    void cancelled();
    void pauseWanted();
    void sampleChosen(qint64 sample);

private:
    void showState(const QString &title, const QString &text, bool busy, bool pausable);
    void showAdapters(const TriedRun &run, const engine::Answer &answer);
    QWidget *makeState();
    QWidget *makeAnswer(Thumbnails *thumbnails);

    QStackedWidget *m_stack;
    QLabel *m_stateTitle = nullptr;
    QLabel *m_stateText = nullptr;
    QProgressBar *m_busy = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_cancel = nullptr;

    QLabel *m_task = nullptr;
    QLabel *m_answer = nullptr;
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
