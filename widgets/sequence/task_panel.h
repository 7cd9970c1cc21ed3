#pragma once

#include "widgets/sequence/task_facts.h"

#include <QVariantMap>
#include <QWidget>

class QVBoxLayout;

namespace atlas::widgets {

/// The chosen card in the inspector: how the task was made, its role and metric, what came since, every check with what
/// to do about it, and what may be done with a task that nothing uses.
class TaskPanel final : public QWidget {
    Q_OBJECT

public:
    explicit TaskPanel(QWidget *parent = nullptr);

    struct Where {
        bool inSequence = false;
        bool writable = true;
    };
    void showNothing();
    void showTask(const TaskFacts &facts, const Where &where);

Q_SIGNALS:
    void roleChosen(const QString &task, bool upstream);
    void metricChosen(const QString &task, const QString &metric);
    void versionWanted(const QString &task);
    void makeAgainWanted(const QString &task);
    void makeTaskWanted(const QString &dataset);
    void samplesWanted(const QVariantMap &argument);  ///< of the data page
    void renameWanted(const QString &task);
    void removeWanted(const QString &task);

private:
    void clear();
    void addFacts(const TaskFacts &facts);
    void addChoices(const TaskFacts &facts, const Where &where);
    void addInflow(const TaskFacts &facts, bool writable);
    void addChecks(const TaskFacts &facts, bool writable);
    void addCheck(const TaskFacts &facts, const storage::TaskCheck &check, bool writable);
    void addButtons(const TaskFacts &facts, bool writable);

    QVBoxLayout *m_layout;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_rows = nullptr;
};

}  // namespace atlas::widgets
