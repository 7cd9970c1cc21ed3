#pragma once

#include "storage/audit_trail.h"

#include <QStringList>

namespace atlas::widgets {

/// An entry of the audit trail as people read it, by the names and figures of the page. What the trail holds stays as
/// it was written; a text that is not understood is shown as it is.
struct AuditWords {
    QString about;
    QStringList before;
    QStringList after;
    QStringList changes;  ///< what is other than before
};

AuditWords auditWords(const storage::AuditAct &act);

}  // namespace atlas::widgets
