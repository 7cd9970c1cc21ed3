#pragma once

#include <QColor>

/// Sizes (pixels at 96 to the inch) and colours that the parts of the page layout share.
namespace atlas::report {

inline constexpr double kPixelsPerInch = 96;
inline constexpr double kChartGap = 14;
inline constexpr double kCellGap = 8;     ///< between columns
inline constexpr double kSidesMeet = 18;  ///< between numbers and a text that follows them
inline constexpr double kCellPadding = 2.5;
inline constexpr double kAfterBlock = 10;  ///< below tables and charts
inline constexpr double kHeadPoints = 8;   ///< of tables, in every form of the report that has pages
inline constexpr double kCellPoints = 8.5;
inline constexpr double kExactPoints = 7.2;
inline const QColor kText(0x1b, 0x1f, 0x24);
inline const QColor kSecondary(0x50, 0x58, 0x62);
inline const QColor kLine(0xc4, 0xc9, 0xd0);

}  // namespace atlas::report
