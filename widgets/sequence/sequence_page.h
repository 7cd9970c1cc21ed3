#pragma once

#include "widgets/frame/page.h"
#include "widgets/sequence/sequence_command.h"
#include "widgets/sequence/sequence_facts.h"

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

/// Tasks in learning order: drag them from above into the sequence, drag or Ctrl+arrow them to their place. Every
/// change is kept at once and can be undone.
/// open(): the name of a task (QString) to choose, or nothing.
class SequencePage final : public Page {
    Q_OBJECT

public:
    explicit SequencePage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *toolbar() override;
    QWidget *inspector() override;
    void open(const QVariant &argument) override;

    QString currentSequence() const;

protected:
    void sessionChanged(Session *session) override;

private:
    struct Data {
        std::vector<TaskFacts> tasks;
        std::vector<TaskSequence> sequences;
        std::map<std::string, PastCost> past;
    };

    void makeToolbar();
    void makeInspector();
    QWidget *makeContent();
    void addKeys();
    void read();
    void showData(Data read);
    void refresh();  ///< models, facts and buttons from what is in memory
    void askName(const QString &title, const QString &suggestion, std::function<void(QString)> done);
    void create(const QString &name);
    void rename(const QString &name);
    void change(const QString &what, const QStringList &tasks);
    void apply(const SequenceState &from, const SequenceState &to);
    void move(const QString &task, int by);
    void showTask();
    SequenceState current() const;
    QString freeName() const;

    QWidget *m_toolbar;
    QWidget *m_inspector;
    QComboBox *m_sequences;
    QToolButton *m_new;
    QToolButton *m_rename;
    QToolButton *m_undoButton;
    QPushButton *m_train;
    TaskListModel *m_order;
    TaskListModel *m_palette;
    TaskListView *m_orderView = nullptr;
    TaskListView *m_paletteView = nullptr;
    QLabel *m_title = nullptr;
    QWidget *m_paletteArea = nullptr;
    FactList *m_facts = nullptr;
    FactList *m_taskFacts = nullptr;
    QLabel *m_checks = nullptr;
    QUndoStack *m_undo;
    Data m_data;
    std::map<QString, QStringList> m_states;  ///< sequences as the window has them; writes follow in order
    QString m_current;
    QString m_wanted;
    int m_writes = 0;  ///< on their way: what is read meanwhile would be older
};

}  // namespace atlas::widgets
