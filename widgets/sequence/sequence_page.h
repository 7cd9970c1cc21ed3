#pragma once

#include "widgets/frame/keeps_place.h"
#include "widgets/frame/page.h"
#include "widgets/sequence/next_version_sheet.h"
#include "widgets/sequence/sequence_command.h"
#include "widgets/sequence/sequence_facts.h"
#include "widgets/sequence/task_checker.h"

#include <map>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QUndoStack;

namespace atlas::widgets {

class FactList;
class TaskListModel;
class TaskListView;
class TaskPanel;

/// Tasks in learning order: drag them from above into the sequence, drag or Ctrl+arrow them to their place, give them a
/// role, deal with what their checks say. Every change is kept at once and can be undone.
/// open(): the name of a task (QString) to choose, or nothing.
class SequencePage final : public Page, public KeepsPlace {
    Q_OBJECT

public:
    explicit SequencePage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *toolbar() override;
    QWidget *inspector() override;
    void open(const QVariant &argument) override;
    QVariant place() const override;  ///< the sequence that is shown
    void goBackTo(const QVariant &place) override;

    QString currentSequence() const;

protected:
    void sessionChanged(Session *session) override;

private:
    struct Data {
        std::vector<TaskFacts> tasks;
        std::vector<SequenceState> sequences;
        std::map<std::string, PastCost> past;
    };

    void makeToolbar();
    void makeInspector();
    QWidget *makeContent();
    void addKeys();
    void read();
    void showData(Data read);
    void refresh();  ///< models, facts and buttons from what is in memory
    void look();     ///< at all tasks, with the order as it is
    void askName(const QString &title, const QString &suggestion, std::function<void(QString)> done);
    void create(const QString &name);
    void rename(const QString &name);
    void change(const QString &what, const QStringList &tasks);  ///< roles stay with their tasks
    void change(const QString &what, const SequenceState &to);
    void apply(const SequenceState &from, const SequenceState &to);
    void move(const QString &task, int by);
    void showTask();
    void showMenu(const QString &task, const QPoint &at);
    void setRole(const QString &task, bool upstream);
    void askVersion(const QString &task);
    void takeVersion(const TaskFacts &task, VersionPlace place);
    void putVersion(const QString &task, const QString &version, VersionPlace place);
    void askSandbox();
    void makeSandbox(const storage::SandboxRequest &request);
    void makeAgain(const QString &task);
    void makeTask(const QString &dataset);
    void setMetric(const QString &task, const QString &metric);
    void writeMetric(const QString &task, const QString &metric);
    void askTaskName(const QString &task);
    void renameTask(const QString &from, const QString &to);
    void removeTask(const QString &task);
    QString whyItStays(const TaskFacts &task) const;  ///< what holds a task, in words; empty = it may go
    /// Writes a change of tasks in the order of all changes; what the window shows is read again behind the last one.
    void write(std::function<void(storage::TaskStore &)> job, std::function<void()> done = {});
    bool mayWrite() const;
    TaskFacts *find(const QString &task);
    TaskFacts chosen() const;  ///< the current card; without a name = none
    SequenceState current() const;
    QString freeName() const;

    QWidget *m_toolbar;
    QWidget *m_inspector;
    QComboBox *m_sequences;
    QToolButton *m_new;
    QToolButton *m_rename;
    QToolButton *m_undoButton;
    QPushButton *m_sandbox;
    QPushButton *m_train;
    TaskListModel *m_order;
    TaskListModel *m_palette;
    TaskListView *m_orderView = nullptr;
    TaskListView *m_paletteView = nullptr;
    QLabel *m_title = nullptr;
    QWidget *m_paletteArea = nullptr;
    FactList *m_facts = nullptr;
    TaskPanel *m_panel = nullptr;
    TaskListView *m_chosenIn = nullptr;  ///< whose current card the inspector shows
    QUndoStack *m_undo;
    Data m_data;
    std::shared_ptr<const TaskChecker::Looks> m_looks;
    std::map<QString, SequenceState> m_states;  ///< sequences as the window has them; writes follow in order
    QString m_current;
    QString m_wanted;
    int m_writes = 0;  ///< on their way: what is read meanwhile would be older
    bool m_tasksWritten = false;
    TaskChecker m_checker;
};

}  // namespace atlas::widgets
