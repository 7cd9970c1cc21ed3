#pragma once

#include <QString>

namespace atlas {
class Error;
class Sentence;
}  // namespace atlas

namespace atlas::widgets {

/// The sentence in the language of the window; what has no translation stays English.
QString inWords(const Sentence &sentence);
/// What went wrong and what to do.
QString inWords(const Error &error);

}  // namespace atlas::widgets
