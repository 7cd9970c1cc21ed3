#pragma once

#include <QString>

#include <optional>

/// Numbers as people read them, in the user's locale. Every figure of the window goes through here.
namespace atlas::widgets::format {

QString percent(double share);                 ///< 0.834 -> "83.4 %"
QString percent(std::optional<double> share);  ///< "not defined" for none
QString percentNumber(double share);           ///< 0.834 -> "83.4", where the sign stands elsewhere
QString points(double difference);             ///< -0.03 -> "−3.0 points"; the difference of two percentages
QString unsignedPoints(double difference);     ///< -0.03 -> "3.0 points"
QString duration(double seconds);              ///< 380 -> "6 min 20 s"
QString bytes(double bytes);                   ///< 600000 -> "0.6 MB" (decimal units)
QString count(qint64 number);                  ///< 1501 -> "1,501"
QString number(double value, int digits = 3);  ///< significant digits, exponent only where needed
/// "-3.5" -> "−3.5" (U+2212, as wide as a plus): one minus on everything that is read. Files keep the hyphen.
QString withMinus(QString number);
QString unbroken(QString words);        ///< "n = 300" stays on one line
QString dateTime(qint64 microseconds);  ///< since 1970, UTC -> local, short

}  // namespace atlas::widgets::format
