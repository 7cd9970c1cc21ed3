#pragma once

#include "storage/audit_trail.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace atlas::widgets {

class PlainTable;
class Session;

/// Rows of the trail as people read them: when, who, what, about, before, after.
std::vector<QStringList> auditRows(const std::vector<storage::AuditEntry> &entries);

/// The same entries as they stand in the trail: what their hashes cover.
QStringList auditTexts(const std::vector<storage::AuditEntry> &entries);

/// "Verified: 41 entries, head hash 3f9c…"; in the other case what is wrong.
QString chainSentence(const storage::ChainCheck &check);

/// Who decided what, verified while it is read: every entry, and whether one was changed, removed or put in.
class AuditSheet final : public QWidget {
    Q_OBJECT

public:
    explicit AuditSheet(Session *session, QWidget *parent = nullptr);

Q_SIGNALS:
    void read();  ///< what is shown is there

private:
    struct Trail {
        std::vector<storage::AuditEntry> entries;
        storage::ChainCheck check;
    };
    void show(const Trail &trail);

    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_hash;
    QLabel *m_problems;
    PlainTable *m_table;
};

}  // namespace atlas::widgets
