#pragma once

#include "widgets/charts/chart_view.h"

#include <QPoint>

#include <cmath>
#include <memory>
#include <vector>

namespace atlas::widgets {

/// What a heat map shows.
struct HeatMapData {
    /// One cell; without a finite level it is empty (hatched).
    struct Cell {
        double value = std::nan("");  ///< goes to table and export
        double level = std::nan("");  ///< colour: 0..1 for Scale::Level, -1..1 for Scale::Change
        QString text;                 ///< in the cell
        QString details;              ///< tooltip and screen reader
    };
    enum class Scale { Level, Change };

    QStringList rows;
    QStringList columns;
    std::vector<std::vector<Cell>> cells;  ///< [row][column]
    QStringList columnData{};              ///< version of the data that each column stands on; empty = not known
    QString rowTitle;
    QString columnTitle;
    QString valueTitle;  ///< head of the value column in the table
    Scale scale = Scale::Level;
    double range = 1;   ///< value of level 1, for the scale beside the map
    double unit = 100;  ///< what the scale reads for a value of 1: percent of shares, 1 of plain numbers
    bool outlineDiagonal = false;
};

/// A matrix as coloured cells with their numbers. Level: cividis over 0 to 100 %, the same in every map; change:
/// blue - white - orange centred at 0, where cells without numbers and the scale beside them are struck through below
/// 0: in grey, too, a loss is told from a gain. A cell is chosen by click or with the arrow keys, and activated by
/// double click or Enter.
class HeatMap : public ChartView {
    Q_OBJECT

public:
    explicit HeatMap(QWidget *parent = nullptr);
    ~HeatMap() override;

    void setData(HeatMapData data);
    const HeatMapData &data() const { return m_data; }
    void setSummary(const QString &sentence);

    QPoint currentCell() const { return m_current; }  ///< x = column, y = row; (-1, -1) = none
    void setCurrentCell(int row, int column);         ///< emits cellChosen when it changed to a cell that is not empty
    QPoint cellAt(const QPoint &position) const;      ///< in the plot's pixels
    QPoint centreOf(int row, int column) const;       ///< the other way round

    ChartTable table() const override;
    QString summary() const override;

Q_SIGNALS:
    void cellChosen(int row, int column);
    void cellActivated(int row, int column);  ///< a double click, or Enter on the chosen one

protected:
    void restyle(const PlotLook &look) override;
    void resetView() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Parts;
    bool filled(int row, int column) const;
    void layAxes();
    void step(int rows, int columns);

    std::unique_ptr<Parts> m_parts;
    HeatMapData m_data;
    QString m_sentence;
    QPoint m_current{-1, -1};
};

}  // namespace atlas::widgets
