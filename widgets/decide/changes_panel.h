#pragma once

#include "core/verdict.h"

#include <QFrame>

class QLabel;

namespace atlas::widgets {

class PlainTable;

/// What putting a run into production would cost the tasks that serve now: the worst first.
class ChangesPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ChangesPanel(QWidget *parent = nullptr);

    /// `served`: what serves now in words ("v2, atlas 3"); empty = nothing does, or this run itself.
    void setChanges(const QString &served, const std::vector<TaskChange> &changes);

private:
    QLabel *m_title;
    QLabel *m_sentence;
    PlainTable *m_table;
};

}  // namespace atlas::widgets
