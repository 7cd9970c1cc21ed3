#pragma once

#include <QByteArray>
#include <QFont>

namespace atlas::report {

/// Makes what Qt wrote fit for a report, without moving a byte of it:
/// - the moment at which it was made is taken out, so that the same report is the same file;
/// - glyphs that a font uses for a radical (U+2E80 to U+2FDF) as well as for a character are told to be the character:
///   Qt writes the first code point with that glyph, and a search for the word would miss it.
QByteArray settledPdf(QByteArray pdf, const QFont &font);

}  // namespace atlas::report
