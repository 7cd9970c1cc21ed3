#include "core/scores.h"
#include "measured_run.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace atlas;
using atlas::test::measuredRun;

/// One run with everything that any measure needs, and each measure of it worked out by hand. A measure that is added
/// to the registry needs its line here.
class TestMeasuresByHand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMeasureHasTheValueWorkedOutByHand();
    void noMeasureChangesWhatItIsComputedFrom();
};

namespace {

MeasureInput wholeInput()
{
    MeasureInput input;
    input.run = measuredRun({{0.8, 0.3, 0.2}, {0.9, 0.5, 0.25}, {0.6, 0.7, 0.4}}, {0.2, 0.2, 0.2});
    input.run.run.spec.maxTrain = 500;  // of 1000
    for (AccuracyCell &cell : input.run.cells) {
        cell.secondsPerSample = cell.afterTask == 0 ? 0.002 : 0.005;
        for (const Score &score : scores()) {
            cell.scores.emplace(score.name, 0.1 * (cell.evalTask + 1));  // 0.2 on average
        }
    }
    input.run.costs[0] = {0, 10, 50, 1000, 30, 4000, 7'000'000, 0.2};
    input.run.costs[1] = {1, 20, 20, 500, 20, 1000, 9'000'000, 0.2};
    input.run.costs[2] = {2, 10, 10, 0, 10, 100, 8'000'000, 0.2};
    input.single = measuredRun({{0.8}, {0.8, 0.6}, {0.8, 0.6, 0.7}});
    input.joint = measuredRun({{0.5}, {0.5, 0.5}, {0.85, 0.7, 0.6}});
    input.shares.push_back(measuredRun({{0.9}, {0.9, 0.9}, {0.8, 0.8, 0.8}}));  // all labels
    input.inside = {{1, 0, {0.8, 0.5, 0.75}}, {2, 1, {0.5, 0.45, 0.7}}};
    const std::vector<Prediction> answers{{1, 0, 0, 0.9, 1}, {2, 0, 0, 0.9, 1}, {3, 0, 1, 0.6, 0}, {4, 1, 1, 0.6, 1}};
    input.answers = {answers, answers, answers};
    return input;
}

std::map<std::string, double> byHand()
{
    std::map<std::string, double> values{
        {"average_accuracy", (0.6 + 0.7 + 0.4) / 3},
        {"average_incremental", (0.8 + (0.9 + 0.5) / 2 + (0.6 + 0.7 + 0.4) / 3) / 3},
        {"plasticity", (0.8 + 0.5 + 0.4) / 3},
        {"intransigence", ((0.85 - 0.8) + (0.7 - 0.5) + (0.6 - 0.4)) / 3},
        {"bwt", ((0.6 - 0.8) + (0.7 - 0.5)) / 2},
        {"forgetting_from_first", ((0.8 - 0.6) + (0.5 - 0.7)) / 2},
        {"forgetting_from_max", ((0.9 - 0.6) + (0.5 - 0.7)) / 2},
        {"climb_forgetting", (100 * (0.8 - 0.6) / (0.8 - 0.2) + 100 * (0.5 - 0.7) / (0.5 - 0.2)) / 2},
        {"stability", (0.6 / 0.8 + 0.7 / 0.5) / 2},
        {"minimum_accuracy", (0.6 + 0.7) / 2},
        {"stability_gap", ((0.8 - 0.5) + (0.5 - 0.45)) / 2},
        {"fwt", ((0.3 - 0.2) + (0.25 - 0.2)) / 2},
        {"climb_transfer", (0 + 100 * (0.5 - 0.6) / (0.6 - 0.2) + 100 * (0.4 - 0.7) / (0.7 - 0.2)) / 3},
        {"low_shot_transfer", (100 * (0.5 - 0.6) / (0.6 - 0.2) + 100 * (0.4 - 0.7) / (0.7 - 0.2)) / 2},
        {"data_efficiency", (0.6 + 0.7 + 0.4) / 3 / 0.8},
        {"adapter_parameters", 1500},
        {"head_parameters", 60},
        {"bytes_added", 5100},
        {"train_seconds", 40},
        {"samples_per_second", (50.0 * 10 + 20.0 * 20 + 10.0 * 10) / 40},
        {"peak_memory_bytes", 9'000'000},
        {"evaluate_ms_per_sample", (3 * 2.0 + 6 * 5.0) / 9},
        {"class_recall", 0.5},       // of the second class one in two
        {"calibration_error", 0.1},  // two with 0.9 all right, two with 0.6 half right
    };
    for (const Score &score : scores()) {
        values.emplace(score.name, (0.1 + 0.2 + 0.3) / 3);
    }
    values["accuracy"] = (0.6 + 0.7 + 0.4) / 3;  // the tasks' own score
    return values;
}

}  // namespace

void TestMeasuresByHand::everyMeasureHasTheValueWorkedOutByHand()
{
    const MeasureInput input = wholeInput();
    const std::map<std::string, double> expected = byHand();
    const std::vector<MeasureResult> results = computeMeasures(input);
    QCOMPARE(results.size(), measures().size());
    for (std::size_t i = 0; i < results.size(); ++i) {
        const std::string &name = measures()[i].name;
        QVERIFY2(expected.contains(name), (name + " is not worked out by hand").c_str());
        QVERIFY2(results[i].value.has_value(), (name + ": " + results[i].reason).c_str());
        QVERIFY2(std::abs(*results[i].value - expected.at(name)) < 1e-9 * std::max(1.0, std::abs(expected.at(name))),
                 qPrintable(QStringLiteral("%1: %2, expected %3")
                                .arg(QString::fromStdString(name))
                                .arg(*results[i].value, 0, 'g', 15)
                                .arg(expected.at(name), 0, 'g', 15)));
    }
    QCOMPARE(expected.size(), results.size());
}

void TestMeasuresByHand::noMeasureChangesWhatItIsComputedFrom()
{
    const MeasureInput input = wholeInput();
    const AccuracyMatrix before = input.run.matrix();
    const auto first = computeMeasures(input);
    const auto second = computeMeasures(input);
    QVERIFY(input.run.matrix() == before);
    for (std::size_t i = 0; i < first.size(); ++i) {
        QVERIFY2(first[i].value == second[i].value, measures()[i].name.c_str());
    }
}

QTEST_GUILESS_MAIN(TestMeasuresByHand)
#include "tst_measures_by_hand.moc"
