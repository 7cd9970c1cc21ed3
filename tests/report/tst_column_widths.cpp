#include "report/column_widths.h"

#include <QtTest>

#include <numeric>

using namespace atlas::report;

class TestColumnWidths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableIsAsWideAsItMayBe();
    void nothingIsCutWhereThereIsRoom();
    void whatIsTooWideSharesByWeight();
};

void TestColumnWidths::theTableIsAsWideAsItMayBe()
{
    for (const std::vector<double> &needed :
         {std::vector<double>{10, 20, 30}, std::vector<double>{100, 200, 300}, std::vector<double>{5, 500, 5}}) {
        const std::vector<double> widths = shareWidth(174, needed, {1, 2, 1});
        QCOMPARE(widths.size(), needed.size());
        QVERIFY(qFuzzyCompare(std::accumulate(widths.begin(), widths.end(), 0.0), 174.0));
    }
    QVERIFY(shareWidth(174, {}, {}).empty());
}

void TestColumnWidths::nothingIsCutWhereThereIsRoom()
{
    // By weight alone the first would have 87 of the 120 that it needs.
    const std::vector<double> widths = shareWidth(174, {120, 20, 10}, {2, 1, 1});
    QVERIFY(widths[0] >= 120);
    QVERIFY(widths[1] >= 20);
    QVERIFY(widths[2] >= 10);
}

void TestColumnWidths::whatIsTooWideSharesByWeight()
{
    const std::vector<double> widths = shareWidth(100, {10, 400, 400}, {1, 2, 1});
    QCOMPARE(widths[0], 10.0);  // whole: it needs less than its share
    QCOMPARE(widths[1], 60.0);
    QCOMPARE(widths[2], 30.0);
}

QTEST_APPLESS_MAIN(TestColumnWidths)
#include "tst_column_widths.moc"
