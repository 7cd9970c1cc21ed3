#pragma once

#include "report/document.h"

/// How the parts of an ODT file look.
namespace atlas::report::odt {

inline constexpr double kTextWidthMm = 174;
inline constexpr double kCellPaddingMm = 0.8;

/// A file of the archive: its root element with the namespaces.
QString part(const char *root, const QString &content);

/// Of rows and cells: office programs look for them among the styles of the text itself and nowhere else.
QString boxStyles();

/// The file styles.xml. Fonts are named, not embedded: office programs put the next one like it in their place.
QString styles(const Document &document);

}  // namespace atlas::report::odt
