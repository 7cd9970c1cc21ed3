#pragma once

#include "widgets/sequence/task_facts.h"

#include <QWidget>

class QLabel;
class QSpinBox;

namespace atlas::widgets {

/// Asks how large a sampled copy of a sequence is to be, and says what it will be.
class SandboxSheet final : public QWidget {
    Q_OBJECT

public:
    SandboxSheet(const QString &sequence, std::vector<TaskFacts> tasks, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted(const storage::SandboxRequest &request);
    void cancelled();

private:
    void describe();

    QString m_sequence;
    std::vector<TaskFacts> m_tasks;
    QSpinBox *m_train;
    QSpinBox *m_seed;
    QLabel *m_facts;
};

}  // namespace atlas::widgets
