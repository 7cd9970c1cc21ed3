#pragma once

#include "core/task_kind.h"
#include "storage/versions/state_difference.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace atlas::widgets {

/// What is different between two states of a dataset, a line for each kind of change with the way to its samples, and
/// the button that goes back.
class VersionDifference final : public QWidget {
    Q_OBJECT

public:
    explicit VersionDifference(QWidget *parent = nullptr);

    enum class Back { Hidden, Disabled, Enabled };

    void showWords(const QString &title, const QString &words);  ///< nothing to compare
    /// `note`: what was written down of the version. `same`: the words where nothing is different.
    void showDifference(const TaskKind &kind, const QString &title, const QString &note,
                        const storage::StateDifference &difference, const QString &same);
    void setBack(Back back);

Q_SIGNALS:
    /// `what` says in words which samples they are.
    void showWanted(const std::vector<std::int64_t> &samples, const QString &what);
    void backWanted();

private:
    void clear();
    void addLine(const QString &text, const std::vector<std::int64_t> &samples);

    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_back;
    QWidget *m_box;
    QVBoxLayout *m_lines;
};

}  // namespace atlas::widgets
