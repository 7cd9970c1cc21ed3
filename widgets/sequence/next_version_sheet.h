#pragma once

#include "widgets/sequence/task_facts.h"

#include <QWidget>

class QRadioButton;

namespace atlas::widgets {

/// What becomes of a task's next version in the sequence.
enum class VersionPlace { Instead, Beside, Outside };

/// Says what came for a task since it was made, and asks where its next version is to stand.
class NextVersionSheet final : public QWidget {
    Q_OBJECT

public:
    /// `inSequence`: the task is one of the sequence's, so that a place can be chosen.
    NextVersionSheet(const TaskFacts &task, bool inSequence, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted(VersionPlace place);
    void cancelled();

private:
    VersionPlace place() const;

    QRadioButton *m_instead;
    QRadioButton *m_beside;
    QRadioButton *m_outside;
};

}  // namespace atlas::widgets
