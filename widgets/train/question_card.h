#pragma once

#include "core/decision_answer.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace atlas::widgets {

/// Asks whether a task reuses or expands while its run waits: all that was measured, what is recommended, two buttons
/// and a field for the reason, which is required where the answer goes against the test. Hidden while nothing is asked.
class QuestionCard final : public QFrame {
    Q_OBJECT

public:
    explicit QuestionCard(QWidget *parent = nullptr);

    /// Asks on behalf of a run; replaces an older question.
    void ask(const QString &runUuid, const QString &run, const QString &task, const DecisionRecord &proposal);
    void withdraw();

    QString runUuid() const { return m_runUuid; }  ///< empty = nothing is asked
    const DecisionRecord &proposal() const { return m_proposal; }
    QString question() const;  ///< in one sentence

Q_SIGNALS:
    void answered(const QString &runUuid, const DecisionAnswer &answer);

private:
    QPushButton *addButton(const char *decision, const QString &text, const QString &help);
    void answer(const char *decision);
    void refresh();

    QString m_runUuid;
    DecisionRecord m_proposal;
    bool m_sent = false;  ///< the run has the answer and goes on in a moment
    QLabel *m_title;
    QLabel *m_recommended;
    QScrollArea *m_scroll;
    QLineEdit *m_why;
    QLabel *m_hint;
    QPushButton *m_reuse;
    QPushButton *m_expand;
};

}  // namespace atlas::widgets
