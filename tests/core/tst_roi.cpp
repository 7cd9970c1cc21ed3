#include "core/error.h"
#include "core/roi.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace atlas;

class RoiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeSheetWorkedByHand();
    void nothingIsAssumed();
    void oneBlankTakesWhatNeedsItAway();
    void aLossIsNeverPaidBack();
    void whatIsPrintedIsWhatIsComputed();
    void everyNameOfAFormulaIsKnown();
    void nonsenseIsRefused();
};

namespace {

RoiSheet wholeSheet()
{
    RoiSheet sheet;
    sheet.values = {{"items_per_month", 10'000},
                    {"automatic_share", 0.8},
                    {"minutes_saved", 1.5},
                    {"staff_rate", 30},
                    {"mistake_share", 0.01},
                    {"mistake_cost", 5},
                    {"training_hours", 40},
                    {"machine_rate", 2.5},
                    {"labels", 3000},
                    {"label_cost", 0.5},
                    {"storage_size", 20},
                    {"storage_rate", 0.1},
                    {"months", 12}};
    return sheet;
}

double valueOf(const RoiSheet &sheet, const std::string &figure)
{
    return roiResult(sheet, figure).value.value_or(std::nan(""));
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

}  // namespace

void RoiTest::aWholeSheetWorkedByHand()
{
    const RoiSheet sheet = wholeSheet();
    QVERIFY(near(valueOf(sheet, "value_per_month"), 6000));    // 10,000 x 0.8 x 1.5 min = 200 h, x 30
    QVERIFY(near(valueOf(sheet, "mistakes_per_month"), 400));  // 8,000 x 0.01 x 5
    QVERIFY(near(valueOf(sheet, "storage_per_month"), 2));
    QVERIFY(near(valueOf(sheet, "gain_per_month"), 5598));
    QVERIFY(near(valueOf(sheet, "one_time"), 1600));               // 100 + 1,500
    QVERIFY(near(valueOf(sheet, "total_cost"), 1600 + 12 * 402));  // 6,424
    QVERIFY(near(valueOf(sheet, "net"), 12 * 5598 - 1600));        // 65,576
    QVERIFY(near(valueOf(sheet, "return"), 65576.0 / 6424));
    QVERIFY(near(valueOf(sheet, "payback_months"), 1600.0 / 5598));
}

void RoiTest::nothingIsAssumed()
{
    for (const RoiResult &result : computeRoi({})) {
        QVERIFY(!result.value);
        QVERIFY(!result.lacking.empty());
    }
    QCOMPARE(roiResult({}, "net").lacking.size(), roiAssumptions().size());
}

void RoiTest::oneBlankTakesWhatNeedsItAway()
{
    RoiSheet sheet = wholeSheet();
    setAssumption(sheet, "mistake_cost", std::nullopt);
    QVERIFY(roiResult(sheet, "value_per_month").value);
    QVERIFY(roiResult(sheet, "one_time").value);
    for (const char *figure : {"mistakes_per_month", "gain_per_month", "net", "return", "payback_months"}) {
        const RoiResult result = roiResult(sheet, figure);
        QVERIFY2(!result.value, figure);
        QCOMPARE(result.lacking, std::vector<std::string>{"mistake_cost"});
    }
    setAssumption(sheet, "mistake_cost", 0);  // typed: mistakes cost nothing
    QVERIFY(near(valueOf(sheet, "gain_per_month"), 5998));
}

void RoiTest::aLossIsNeverPaidBack()
{
    RoiSheet sheet = wholeSheet();
    sheet.values["mistake_cost"] = 500;
    QVERIFY(valueOf(sheet, "gain_per_month") < 0);
    QVERIFY(valueOf(sheet, "net") < 0);
    const RoiResult result = roiResult(sheet, "payback_months");
    QVERIFY(!result.value);
    QVERIFY(result.lacking.empty());  // all was provided: there is no such month
}

void RoiTest::whatIsPrintedIsWhatIsComputed()
{
    const RoiSheet sheet = wholeSheet();
    const auto number = [&](const std::string &name) {
        const auto found = sheet.values.find(name);
        return QString::number(found != sheet.values.end() ? found->second : valueOf(sheet, name)).toStdString();
    };
    const auto name = [](const std::string &text) { return text; };
    const auto figure = [](const char *wanted) {
        return *std::ranges::find(roiFigures(), std::string(wanted), &RoiFigure::name);
    };
    QCOMPARE(figure("value_per_month").formula(name),
             std::string("items_per_month × automatic_share × minutes_saved × staff_rate ÷ 60"));
    QCOMPARE(figure("value_per_month").formula(number), std::string("10000 × 0.8 × 1.5 × 30 ÷ 60"));
    QCOMPARE(figure("gain_per_month").formula(number), std::string("6000 − 400 − 2"));
    QCOMPARE(figure("one_time").formula(name), std::string("training_hours × machine_rate + labels × label_cost"));
    QCOMPARE(figure("net").formula(name), std::string("gain_per_month × months − one_time"));
    QCOMPARE(figure("payback_months").formula(number), std::string("1600 ÷ 5598"));
}

void RoiTest::everyNameOfAFormulaIsKnown()
{
    std::set<std::string> known;
    std::set<std::string> used;
    for (const RoiAssumption &assumption : roiAssumptions()) {
        QVERIFY(known.insert(assumption.name).second);
    }
    for (const RoiFigure &figure : roiFigures()) {
        for (const auto &terms : {figure.over, figure.under}) {
            for (const RoiTerm &term : terms) {
                for (const std::string &name : term.factors) {
                    QVERIFY2(known.contains(name), name.c_str());
                    used.insert(name);
                }
            }
        }
        QVERIFY(known.insert(figure.name).second);
    }
    for (const RoiAssumption &assumption : roiAssumptions()) {
        QVERIFY2(used.contains(assumption.name), assumption.name.c_str());  // nothing is asked for in vain
    }
}

void RoiTest::nonsenseIsRefused()
{
    RoiSheet sheet;
    QVERIFY_EXCEPTION_THROWN(setAssumption(sheet, "hope", 1), Error);
    QVERIFY_EXCEPTION_THROWN(setAssumption(sheet, "months", -1), Error);
    QVERIFY_EXCEPTION_THROWN(setAssumption(sheet, "automatic_share", 80), Error);
    QVERIFY_EXCEPTION_THROWN(setAssumption(sheet, "months", std::nan("")), Error);
    QVERIFY_EXCEPTION_THROWN(roiResult(sheet, "luck"), Error);
    QVERIFY(sheet.values.empty());
}

QTEST_GUILESS_MAIN(RoiTest)
#include "tst_roi.moc"
