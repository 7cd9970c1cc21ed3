#pragma once

#include "storage/audit_trail.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace atlas::widgets {

class PlainTable;

/// The newest entries of the audit trail, below the question they belong to.
class HistoryPanel final : public QFrame {
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void setEntries(const std::vector<storage::AuditEntry> &entries);  ///< newest first

    static constexpr int kShown = 8;

Q_SIGNALS:
    void trailWanted();

private:
    PlainTable *m_table;
    QLabel *m_none;
};

}  // namespace atlas::widgets
