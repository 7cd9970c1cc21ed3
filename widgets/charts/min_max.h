#pragma once

#include <QPointF>

#include <cstddef>
#include <span>
#include <vector>

namespace atlas::widgets {

/// Which points of a long curve to draw so that the picture is the same as with all of them.
///
/// The x range is cut into `columns` of equal width (pixels of the screen); of each column the first, the lowest, the
/// highest and the last point are kept, so no spike is ever lost and lines enter and leave columns where they did.
/// One point on either side of the range is kept too, so that lines run out of the picture. What is not finite cannot
/// be drawn and is a gap: of a run of such points the first is kept. Whatever scale y has, if only it rises, the
/// extremes are the same points. Requires: points ascending in x, from <= to, columns >= 1. Returns ascending indices,
/// at most 4 a column, plus gaps, plus 2. All indices when there are no more than that. Source: M4, Jugel et al., VLDB
/// 2014. On a logarithmic x axis columns are of equal width there; what is not above 0 has no place on it.
std::vector<std::size_t> minMaxIndices(std::span<const QPointF> points, double from, double to, int columns,
                                       bool logarithmic = false);

}  // namespace atlas::widgets
