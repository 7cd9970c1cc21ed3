#pragma once

#include <QString>

#include <functional>

namespace atlas {
class Error;
class Sentence;
}  // namespace atlas

namespace atlas::widgets {

/// The sentence in the language of the window; what has no translation stays English.
QString inWords(const Sentence &sentence);
/// A text with its places %1 to %9 filled with the values from the first on, in one pass: a value that holds "%1" is
/// not filled again, as it would be by QString::arg. Places without a value stay.
QString filled(const QString &text, std::size_t values, const std::function<QString(std::size_t index)> &value);
/// What went wrong and what to do.
QString inWords(const Error &error);

}  // namespace atlas::widgets
