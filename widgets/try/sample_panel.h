#pragma once

#include "widgets/training_service.h"
#include "widgets/try/test_sample.h"
#include "widgets/try/tried_run.h"

#include <QPointer>
#include <QWidget>

class QListWidget;

namespace atlas::widgets {

class AnswerCard;
class QuestionForm;
class Session;
class Thumbnails;

/// One sample after another: what is asked on the left, the answer on the right, what was tried before below.
class SamplePanel final : public QWidget {
    Q_OBJECT

public:
    explicit SamplePanel(TrainingService *training, QWidget *parent = nullptr);

    void setSession(Session *session);
    void setRun(const TriedRun &run);
    bool dropped(const QStringList &files);
    Question question() const;  ///< what is filled in
    void setQuestion(const Question &question);

Q_SIGNALS:
    void sampleChosen(qint64 sample, const QString &task);
    void failed(const QString &message, const QString &hint);
    void pausedFor(const QString &run);  ///< a training was paused so that a sample is answered

private:
    struct Try {
        TriedRun run;
        Question question;
        std::optional<TestSample> taken;  ///< where it is one that the run was tested with
        engine::Answer answer;
        std::vector<Sample> nearest{};
    };

    void take();
    void fillIn(const TestSample &taken);
    void ask();
    void answered(Try tried);
    void readNearest(std::size_t which);
    void show(std::size_t which);
    void showWaiting();

    TrainingService *m_training;
    QPointer<Session> m_session;
    Thumbnails *m_thumbnails;
    TriedRun m_run;
    QuestionForm *m_form;
    AnswerCard *m_card;
    QListWidget *m_history;
    std::vector<Try> m_tries;
    std::optional<TestSample> m_taken;  ///< what was filled in last, if that was a test sample
    Sample m_filledIn;                  ///< as the form gives it
    bool m_asking = false;
    std::size_t m_shown = 0;
};

}  // namespace atlas::widgets
