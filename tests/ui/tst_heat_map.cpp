#include "widgets/charts/heat_map.h"
#include "widgets/charts/palette.h"

#include <QSignalSpy>
#include <QTest>

using namespace atlas::widgets;

namespace {

/// 3 x 3 with an empty upper triangle.
HeatMapData lowerTriangle()
{
    HeatMapData data;
    data.rowTitle = QStringLiteral("after");
    data.columnTitle = QStringLiteral("on");
    data.valueTitle = QStringLiteral("accuracy");
    data.outlineDiagonal = true;
    for (int row = 0; row < 3; ++row) {
        data.rows << QStringLiteral("task %1").arg(row);
        data.columns << QStringLiteral("task %1").arg(row);
        std::vector<HeatMapData::Cell> cells(3);
        for (int column = 0; column <= row; ++column) {
            const double value = 0.9 - 0.1 * row - 0.05 * column;
            cells[std::size_t(column)] = {.value = value,
                                          .level = value,
                                          .text = QString::number(100 * value),
                                          .details = QStringLiteral("cell %1 %2").arg(row).arg(column)};
        }
        data.cells.push_back(std::move(cells));
    }
    return data;
}

}  // namespace

class TestHeatMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void drawsEachCellInTheColourOfItsLevel();
    void clickChoosesACell();
    void emptyCellsCannotBeChosen();
    void arrowsMoveOverFilledCells();
    void tableHoldsFilledCellsOnly();
    void keepsTheChosenCellWhenDataCome();
    void enterAndDoubleClickActivateACell();

private:
    QWidget *plot() const { return m_map->findChild<QWidget *>(QStringLiteral("chartPlot")); }

    std::unique_ptr<HeatMap> m_map;
};

void TestHeatMap::init()
{
    m_map = std::make_unique<HeatMap>();
    m_map->resize(600, 420);
    m_map->setTitle(QStringLiteral("All tasks are kept"));
    m_map->setData(lowerTriangle());
    m_map->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
    m_map->grab();
}

void TestHeatMap::cleanup()
{
    m_map.reset();
}

void TestHeatMap::drawsEachCellInTheColourOfItsLevel()
{
    const QImage image = plot()->grab().toImage();
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column <= row; ++column) {
            const QPoint beside = m_map->centreOf(row, column) - QPoint(40, 0);  // the number stands in the middle
            const double level = m_map->data().cells[std::size_t(row)][std::size_t(column)].level;
            QCOMPARE(image.pixelColor(beside).name(), chart_palette::cividis(level).name());
        }
    }
}

void TestHeatMap::clickChoosesACell()
{
    QSignalSpy chosen(m_map.get(), &HeatMap::cellChosen);
    QTest::mouseClick(plot(), Qt::LeftButton, {}, m_map->centreOf(2, 1));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toInt(), 2);
    QCOMPARE(chosen[0][1].toInt(), 1);
    QCOMPARE(m_map->currentCell(), QPoint(1, 2));
    QVERIFY(m_map->accessibleDescription().contains(QStringLiteral("cell 2 1")));
}

void TestHeatMap::emptyCellsCannotBeChosen()
{
    QSignalSpy chosen(m_map.get(), &HeatMap::cellChosen);
    QTest::mouseClick(plot(), Qt::LeftButton, {}, m_map->centreOf(0, 2));
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_map->currentCell(), QPoint(-1, -1));
}

void TestHeatMap::arrowsMoveOverFilledCells()
{
    QTest::keyClick(plot(), Qt::Key_Down);  // enters at the first cell
    QCOMPARE(m_map->currentCell(), QPoint(0, 0));
    QTest::keyClick(plot(), Qt::Key_Right);  // empty: stays
    QCOMPARE(m_map->currentCell(), QPoint(0, 0));
    QTest::keyClick(plot(), Qt::Key_Down);
    QTest::keyClick(plot(), Qt::Key_Right);
    QCOMPARE(m_map->currentCell(), QPoint(1, 1));
}

void TestHeatMap::tableHoldsFilledCellsOnly()
{
    const ChartTable table = m_map->table();
    QCOMPARE(table.columns, QStringList({QStringLiteral("after"), QStringLiteral("on"), QStringLiteral("accuracy")}));
    QCOMPARE(table.rows.size(), std::size_t{6});
    QCOMPARE(table.rows[1][0].toString(), QStringLiteral("task 1"));
    QCOMPARE(table.rows[1][2].toDouble(), 0.9 - 0.1);
}

void TestHeatMap::keepsTheChosenCellWhenDataCome()
{
    m_map->setCurrentCell(2, 0);
    m_map->setData(lowerTriangle());
    QCOMPARE(m_map->currentCell(), QPoint(0, 2));
    HeatMapData smaller = lowerTriangle();
    smaller.cells[2][0] = {};
    m_map->setData(smaller);
    QCOMPARE(m_map->currentCell(), QPoint(-1, -1));
}

void TestHeatMap::enterAndDoubleClickActivateACell()
{
    QSignalSpy activated(m_map.get(), &HeatMap::cellActivated);
    plot()->setFocus();
    QTest::keyClick(plot(), Qt::Key_Return);  // none is chosen yet
    QCOMPARE(activated.count(), 0);
    m_map->setCurrentCell(1, 0);
    QTest::keyClick(plot(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated[0], QVariantList({1, 0}));
    QTest::mouseDClick(plot(), Qt::LeftButton, {}, m_map->centreOf(2, 1));
    QCOMPARE(activated.count(), 2);
    QCOMPARE(activated[1], QVariantList({2, 1}));
    QTest::mouseDClick(plot(), Qt::LeftButton, {}, m_map->centreOf(0, 2));  // empty
    QCOMPARE(activated.count(), 2);
}

QTEST_MAIN(TestHeatMap)
#include "tst_heat_map.moc"
