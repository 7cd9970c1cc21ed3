#pragma once

#include <QColor>
#include <Qt>

/// Colours and shapes of charts: told apart with any colour vision, and without colour at all.
namespace atlas::widgets::chart_palette {

enum class Marker { Disc, Square, Triangle, Diamond, Cross, TriangleDown };
inline constexpr int kMarkers = 6;

/// How line number `index` looks. Colour, marker and dash together repeat only after `kMarkers` times the colours.
struct LineStyle {
    QColor colour;
    Marker marker = Marker::Disc;
    Qt::PenStyle dash = Qt::SolidLine;
};

/// Okabe-Ito, reduced to the colours with a contrast of 3:1 or more on the theme's surface, ordered so that the first
/// four also differ in lightness.
LineStyle lineStyle(int index, bool dark);

/// Formula: cividis, linear between ten published values.  Requires: any t; clamped to [0, 1].
QColor cividis(double t);

/// Blue below zero, white at zero, orange above.  Requires: any t; clamped to [-1, 1].
QColor diverging(double t);

/// WCAG 2 relative luminance, 0..1.
double relativeLuminance(const QColor &colour);
double contrast(const QColor &one, const QColor &other);  ///< WCAG 2 contrast ratio, 1..21

/// Black or white, whichever can be read better on `background`.
QColor textOn(const QColor &background);

}  // namespace atlas::widgets::chart_palette
