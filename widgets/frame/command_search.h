#pragma once

#include <QLineEdit>

#include <functional>
#include <vector>

class QCompleter;
class QStandardItemModel;

namespace atlas::widgets {

/// The one search field (Ctrl+K): pages, commands, tasks, runs, and samples as the last entry.
class CommandSearch final : public QLineEdit {
    Q_OBJECT

public:
    struct Entry {
        QString title;
        QString kind;  ///< "Page", "Command", "Task", "Run": shown at the right
        QString key;
        QString icon;
        std::function<void()> run;
    };

    explicit CommandSearch(QWidget *parent = nullptr);

    /// Asked for each time the field is entered; may be set again while it is open (tasks and runs come later).
    void setEntries(std::vector<Entry> entries);
    int matchCount() const;

Q_SIGNALS:
    void entered();                           ///< the entries are wanted
    void samplesWanted(const QString &text);  ///< nothing chosen: look for samples with these words

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void runRow(int row);
    void leave();

    QStandardItemModel *m_model;
    QCompleter *m_completer;
    std::vector<Entry> m_entries;
};

}  // namespace atlas::widgets
