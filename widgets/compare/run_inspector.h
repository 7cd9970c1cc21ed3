#pragma once

#include "storage/run_notes.h"
#include "widgets/compare/compare_model.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace atlas::widgets {

class FactList;
class RunNameField;
class Session;

/// What is selected in the table of runs: tags of all of them; of a single one its name, the ways on from it, facts,
/// note and its history.
class RunInspector final : public QWidget {
    Q_OBJECT

public:
    explicit RunInspector(QWidget *parent = nullptr);

    void setSession(Session *session);
    void setRuns(const std::vector<const RunRow *> &runs, const RunTable &table);
    void editName();
    void editTags();
    void editNote();
    void rename(std::int64_t run, const QString &name);  ///< what stands against it is said at the name

Q_SIGNALS:
    void written();  ///< tags, a note or a name
    void renamed(qint64 run, const QString &before, const QString &after);
    void resultsWanted();  ///< of the run that is selected, like the two below
    void decideWanted();
    void tryWanted();

private:
    QWidget *makeWays();
    void showWays(const std::vector<const RunRow *> &runs);
    void showFacts(const std::vector<const RunRow *> &runs, const RunTable &table);
    void showTags(const std::vector<const RunRow *> &runs);
    void showNotes(const std::vector<storage::RunNote> &notes);
    void readNotes();
    void addTag();
    void removeTag(const QString &tag);
    void saveNote();
    bool writable() const;

    QPointer<Session> m_session;
    std::vector<std::int64_t> m_runs;
    RunNameField *m_name;
    QLabel *m_hint;
    QPushButton *m_results;
    QPushButton *m_decide;
    QPushButton *m_try;
    QWidget *m_ways;
    FactList *m_facts;
    QLabel *m_tagsTitle;
    QWidget *m_chips;
    QLineEdit *m_newTag;
    QWidget *m_noteArea;
    QPlainTextEdit *m_note;
    QPushButton *m_save;
    QLabel *m_history;
    QString m_savedNote;
};

}  // namespace atlas::widgets
