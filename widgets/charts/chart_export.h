#pragma once

#include "widgets/charts/chart_table.h"

#include <QImage>
#include <QString>

class QCustomPlot;

namespace atlas::widgets {

/// What stands over an exported picture.
struct ChartCaption {
    QString title;
    QString subtitle;
};

/// The plot with its title, at twice the pixels of the screen.
QImage chartPicture(QCustomPlot &plot, const ChartCaption &caption);

/// Writes the chart as one step (the old file stands until the new one is whole); the form follows from the file's
/// suffix: .png, .pdf (vectors), .csv (every point).
/// Errors: Usage (another suffix), Io, DiskFull.
void saveChart(QCustomPlot &plot, const ChartCaption &caption, const ChartTable &table, const QString &file);

}  // namespace atlas::widgets
