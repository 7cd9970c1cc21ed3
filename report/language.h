#pragma once

#include <QString>

namespace atlas::report {

/// Languages a report can be written in, as --lang takes them: "en, ja".
QStringList languages();

/// Makes this process speak the language: texts, numbers, dates. Dates are those of UTC, wherever the report is made.
/// Errors: Usage (naming the languages there are).
void useLanguage(const QString &language);

}  // namespace atlas::report
