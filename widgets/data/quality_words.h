#pragma once

#include "storage/quality/quality_fix.h"

#include <QIcon>
#include <QString>

namespace atlas::widgets {

QString checkTitle(const storage::QualityCheck &check);
QString checkHelp(const storage::QualityCheck &check);
/// What is said of one finding: "3 samples show the same."
QString findingSentence(const storage::QualityCheck &check, const storage::Finding &finding);
QString fixTitle(const storage::QualityFix &fix);
QString fixHelp(const storage::QualityFix &fix);
/// Sign and colour of how grave something is.
QIcon levelIcon(storage::ProblemLevel level);

}  // namespace atlas::widgets
