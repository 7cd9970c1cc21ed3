#pragma once

#include "widgets/charts/chart_table.h"

#include <QImage>
#include <QPicture>
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

/// The plot alone, `size` pixels large, as drawing commands.
QPicture chartVectors(QCustomPlot &plot, QSize size);

/// Writes the chart as one step (the old file stands until the new one is whole); the form follows from the file's
/// suffix: .png, .pdf (vectors), .csv (every point).
/// Errors: Usage (another suffix), Io, DiskFull.
void saveChart(QCustomPlot &plot, const ChartCaption &caption, const ChartTable &table, const QString &file);

/// A job that writes a table as CSV, however many rows it goes on with; the file is whole or as it was.
std::unique_ptr<FunctionJob> saveRows(const ChartTable &table, const QString &file);

}  // namespace atlas::widgets
