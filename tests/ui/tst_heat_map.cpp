#include "tests/support/screenshot.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/palette.h"
#include "widgets/frame/theme.h"

#include <QApplication>
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

/// Losses and gains of the same sizes in turn, after which nothing changed; the upper triangle is empty.
HeatMapData changes(int size)
{
    HeatMapData data;
    data.rowTitle = QStringLiteral("学習後");
    data.columnTitle = QStringLiteral("評価したタスク");
    data.valueTitle = QStringLiteral("change");
    data.scale = HeatMapData::Scale::Change;
    data.range = 0.2;
    for (int row = 0; row < size; ++row) {
        const QString name = QStringLiteral("基板の外観検査と部品の実装状態 %1").arg(row + 1);
        data.rows << name;
        data.columns << name;
        std::vector<HeatMapData::Cell> cells(static_cast<std::size_t>(size));
        for (int column = 0; column <= row; ++column) {
            const int turn = (row + column) % 3;
            const double level = turn == 0 ? 0.0 : turn == 1 ? -0.6 : 0.6;
            cells[std::size_t(column)] = {.value = 0.2 * level,
                                          .level = level,
                                          .text = turn == 0   ? QStringLiteral("0.0")
                                                  : turn == 1 ? QStringLiteral("\u221212.0")
                                                              : QStringLiteral("+12.0"),
                                          .details = QStringLiteral("a change")};
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
    void lossesAreToldFromGainsWithoutColourAndNumbers();
    void numbersWithTheirSignsNeedNoSlash();
    void looksRightInBothThemesAndInGrey();

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

void TestHeatMap::lossesAreToldFromGainsWithoutColourAndNumbers()
{
    m_map->resize(900, 800);
    m_map->setData(changes(50));
    m_map->grab();
    QTest::qWait(30);  // the note gets its room
    m_map->grab();
    const QImage grey = plot()->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    const auto contrastIn = [&](int row, int column) {
        const QPoint centre = m_map->centreOf(row, column);
        int darkest = 255;
        int lightest = 0;
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const int value = qGray(grey.pixel(centre + QPoint(dx, dy)));
                darkest = std::min(darkest, value);
                lightest = std::max(lightest, value);
            }
        }
        return lightest - darkest;
    };
    for (int row = 10; row < 50; ++row) {
        for (int column = 0; column <= row; ++column) {
            const double level = m_map->data().cells[std::size_t(row)][std::size_t(column)].level;
            const QString where = QStringLiteral("%1 %2: %3").arg(row).arg(column).arg(contrastIn(row, column));
            QVERIFY2(level < 0 ? contrastIn(row, column) > 40 : contrastIn(row, column) < 25, qPrintable(where));
        }
    }
}

void TestHeatMap::numbersWithTheirSignsNeedNoSlash()
{
    m_map->setData(changes(4));
    QTest::qWait(30);
    const QImage image = plot()->grab().toImage();
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column <= row; ++column) {
            // Along a falling line near the upper left corner, where a slash would run and no number stands.
            const QPoint centre = m_map->centreOf(row, column);
            const QPoint half = (m_map->centreOf(3, 3) - m_map->centreOf(2, 2)) / 2;
            const double level = m_map->data().cells[std::size_t(row)][std::size_t(column)].level;
            QCOMPARE(image.pixelColor(centre - 0.7 * half).name(), chart_palette::diverging(level).name());
        }
    }
}

void TestHeatMap::looksRightInBothThemesAndInGrey()
{
    for (const int size : {8, 20, 50}) {
        m_map->setData(changes(size));
        for (const auto mode : {theme::Mode::Dark, theme::Mode::Light}) {
            theme::apply(*qApp, mode);
            QTest::qWait(30);
            const QString name =
                QStringLiteral("heat-map-change-%1%2").arg(size).arg(mode == theme::Mode::Dark ? "-dark" : "");
            const QString file = atlas::test::saveScreenshot(*m_map, name);
            QVERIFY(!file.isEmpty());
            if (mode == theme::Mode::Light) {
                QVERIFY(QImage(file).convertToFormat(QImage::Format_Grayscale8).save(file.chopped(4) + "-grey.png"));
            }
        }
    }
}

QTEST_MAIN(TestHeatMap)
#include "tst_heat_map.moc"
