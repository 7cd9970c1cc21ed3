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

class Session;

/// What is selected in the table of runs: facts, tags of all of them, note and its history of a single one.
class RunInspector final : public QWidget {
    Q_OBJECT

public:
    explicit RunInspector(QWidget *parent = nullptr);

    void setSession(Session *session);
    void setRuns(const std::vector<const RunRow *> &runs, const RunTable &table);
    void editTags();
    void editNote();

Q_SIGNALS:
    void written();  ///< tags or a note

private:
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
    QLabel *m_title;
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
