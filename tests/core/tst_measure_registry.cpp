#include "core/error.h"
#include "measured_run.h"
#include "tests/support/shared_data.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <cmath>
#include <fstream>
#include <set>

using namespace atlas;
using atlas::test::measuredRun;
using atlas::test::resultOf;
using atlas::test::rightOf;

class TestMeasureRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMeasureDescribesItself();
    void namesAreThoseOfTheCommandLine();
    void aWrongNameListsTheRightOnes();
    void agreesWithTheGoldenFile();
    void agreesWithTheGoldenFileOnClimb();
    void worksByHandOnThreeTasks();
    void whatIsMissingIsSaidInWords_data();
    void whatIsMissingIsSaidInWords();
    void tasksLearnedNoBetterThanGuessingAreLeftOut();
    void lowShotTransferIsOfLaterTasksOnly();
    void stabilityGapIsTheDepthOfTheDip();
    void dataEfficiencyOrdersTheShares();
    void costsOfAdaptersAndHeadsStandApart();
    void answersGiveRecallAndCalibration();
    void severalLabelsHaveNoCalibration();
    void forgettingKeepsThePairingOfAnswers();
    void intervalsAreTheSameEachTime();
    void seedsGiveATInterval();
    void seedsThatLearnedLessAreLeftOut();
    void aRunWithoutAnythingGivesReasonsOnly();
};

namespace {

void compareClose(const std::optional<double> &actual, double expected)
{
    QVERIFY(actual.has_value());
    QVERIFY2(std::abs(*actual - expected) < 1e-12,
             qPrintable(QStringLiteral("%1, expected %2").arg(*actual, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

std::vector<double> shares(std::vector<double> percent)
{
    for (double &value : percent) {
        value /= 100;
    }
    return percent;
}

AccuracyMatrix shares(AccuracyMatrix percent)
{
    for (auto &row : percent) {
        row = shares(row);
    }
    return percent;
}

/// A joint run: its last row is what counts.
RunResults jointRun(const std::vector<double> &scores)
{
    AccuracyMatrix matrix;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        matrix.emplace_back(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(i + 1));
    }
    return measuredRun(matrix);
}

}  // namespace

void TestMeasureRegistry::everyMeasureDescribesItself()
{
    std::set<std::string> names;
    for (const Measure &measure : measures()) {
        QVERIFY2(names.insert(measure.name).second, measure.name.c_str());
        QVERIFY2(!measure.title.empty() && !measure.formula.empty() && !measure.help.empty(), measure.name.c_str());
        QVERIFY2(!measure.needs.empty(), measure.name.c_str());
        QVERIFY2(measure.value || measure.tasks || measure.compute, measure.name.c_str());
        QVERIFY2(*measureUnitName(measure.unit) != '\0', measure.name.c_str());
    }
}

void TestMeasureRegistry::namesAreThoseOfTheCommandLine()
{
    for (const char *name : {"average_accuracy", "average_incremental", "bwt", "fwt", "forgetting_from_first",
                             "forgetting_from_max", "f1_macro", "balanced_accuracy"}) {
        QCOMPARE(measure(name).name, std::string(name));
    }
}

void TestMeasureRegistry::aWrongNameListsTheRightOnes()
{
    try {
        measure("accurracy");
        QFAIL("no error");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
        QVERIFY(error.hint().find("average_accuracy") != std::string::npos);
    }
}

void TestMeasureRegistry::agreesWithTheGoldenFile()
{
    const auto file = test::golden("metrics.json");
    ATLAS_NEED_SHARED(file);
    const auto golden = nlohmann::json::parse(std::ifstream(file));
    const auto random = shares(golden["random_init"].get<std::vector<double>>());
    MeasureInput input;
    input.run = measuredRun(shares(golden["R"].get<AccuracyMatrix>()), random);
    input.joint = jointRun(shares(golden["joint"].get<std::vector<double>>()));

    const std::map<std::string, std::string> keys{{"ACC", "average_accuracy"},
                                                  {"average_incremental", "average_incremental"},
                                                  {"BWT", "bwt"},
                                                  {"FWT", "fwt"},
                                                  {"forgetting", "forgetting_from_max"},
                                                  {"intransigence", "intransigence"}};
    int compared = 0;
    for (const auto &[key, value] : golden["metrics"].items()) {
        if (const auto name = keys.find(key); name != keys.end()) {
            compareClose(resultOf(input, name->second).value, value.get<double>() / 100);
            ++compared;
        } else {
            QCOMPARE(key, std::string("forgetting_any"));  // a function of its own: tst_measures
        }
    }
    QCOMPARE(compared, 6);

    input.run = measuredRun(shares(golden["single_task"]["R"].get<AccuracyMatrix>()), random);
    for (const auto &[key, value] : golden["single_task"]["metrics"].items()) {
        compareClose(resultOf(input, keys.at(key)).value, value.get<double>() / 100);
    }
    QVERIFY(!resultOf(input, "bwt").value);
}

void TestMeasureRegistry::agreesWithTheGoldenFileOnClimb()
{
    const auto file = test::golden("metrics.json");
    ATLAS_NEED_SHARED(file);
    const auto climb = nlohmann::json::parse(std::ifstream(file))["climb"];
    const auto share = [&](const char *key) { return climb[key].get<double>() / 100; };
    MeasureInput input;
    input.run = measuredRun({{share("cl")}}, {share("random")});
    input.single = measuredRun({{share("single")}});
    QVERIFY(std::abs(*resultOf(input, "climb_transfer").value - climb["transfer_pct"].get<double>()) < 1e-10);
    input.run = measuredRun({{share("best")}, {share("later"), 0.5}}, {share("random"), 0.1});
    QVERIFY(std::abs(*resultOf(input, "climb_forgetting").value - climb["forgetting_pct"].get<double>()) < 1e-10);
}

void TestMeasureRegistry::worksByHandOnThreeTasks()
{
    MeasureInput input;
    input.run = measuredRun({{0.8}, {0.9, 0.5}, {0.6, 0.7, 0.4}}, {0.2, 0.2, 0.2});
    input.single = measuredRun({{0.8}, {0.8, 0.6}, {0.8, 0.6, 0.7}});
    compareClose(resultOf(input, "average_accuracy").value, 1.7 / 3);
    compareClose(resultOf(input, "average_incremental").value, (0.8 + 0.7 + 1.7 / 3) / 3);
    compareClose(resultOf(input, "bwt").value, (-0.2 + 0.2) / 2);
    compareClose(resultOf(input, "forgetting_from_first").value, 0.0);
    compareClose(resultOf(input, "forgetting_from_max").value, (0.3 - 0.2) / 2);
    compareClose(resultOf(input, "plasticity").value, 1.7 / 3);
    compareClose(resultOf(input, "stability").value, (0.6 / 0.8 + 0.7 / 0.5) / 2);
    compareClose(resultOf(input, "minimum_accuracy").value, (0.6 + 0.7) / 2);
    const MeasureResult lost = resultOf(input, "climb_forgetting");
    compareClose(lost.tasks[0].value, 100 * 0.2 / 0.6);
    compareClose(lost.tasks[1].value, -100 * 0.2 / 0.3);
    QVERIFY(!lost.tasks[2].value);
    const MeasureResult transfer = resultOf(input, "climb_transfer");
    compareClose(transfer.tasks[0].value, 0);
    compareClose(transfer.tasks[1].value, -100 * 0.1 / 0.4);
    compareClose(transfer.tasks[2].value, -100 * 0.3 / 0.5);
    compareClose(transfer.value, (0 - 25.0 - 60.0) / 3);
    QCOMPARE(lost.n, 300);
}

void TestMeasureRegistry::whatIsMissingIsSaidInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    QTest::newRow("fwt") << "fwt"
                         << "no head";
    QTest::newRow("transfer") << "climb_transfer"
                              << "single-task";
    QTest::newRow("low shot") << "low_shot_transfer"
                              << "fewer samples";
    QTest::newRow("intransigence") << "intransigence"
                                   << "joint";
    QTest::newRow("stability gap") << "stability_gap"
                                   << "while another";
    QTest::newRow("data efficiency") << "data_efficiency"
                                     << "other limits";
    QTest::newRow("calibration") << "calibration_error"
                                 << "not stored";
    QTest::newRow("f1") << "f1_macro"
                        << "not taken";
}

void TestMeasureRegistry::whatIsMissingIsSaidInWords()
{
    QFETCH(QString, name);
    QFETCH(QString, word);
    MeasureInput input;
    input.run = measuredRun({{0.8}, {0.7, 0.5}}, {0.2, 0.2});
    const MeasureResult result = resultOf(input, name.toStdString());
    QVERIFY(!result.value);
    QVERIFY2(result.reason.find(word.toStdString()) != std::string::npos, result.reason.c_str());
}

void TestMeasureRegistry::tasksLearnedNoBetterThanGuessingAreLeftOut()
{
    // One standard error of 0.51 from 100 samples is 0.05: 0.51 is no better than guessing, 0.9 is.
    MeasureInput input;
    input.run = measuredRun({{0.51}, {0.45, 0.9}, {0.45, 0.8, 0.9}}, {0.5, 0.5, 0.5});
    input.single = measuredRun({{0.52}, {0.5, 0.8}, {0.5, 0.5, 0.53}});
    const MeasureResult lost = resultOf(input, "climb_forgetting");
    QVERIFY(!lost.tasks[0].value);
    compareClose(lost.value, 100 * 0.1 / 0.4);
    const MeasureResult transfer = resultOf(input, "climb_transfer");
    QVERIFY(!transfer.tasks[0].value && !transfer.tasks[2].value);
    compareClose(transfer.value, 100 * 0.1 / 0.3);

    input.run = measuredRun({{0.51}, {0.45, 0.9}}, {0.5, 0.5});
    input.single = measuredRun({{0.4}, {0.5, 0.52}});
    for (const char *name : {"climb_forgetting", "climb_transfer"}) {
        const MeasureResult result = resultOf(input, name);
        QVERIFY(!result.value);
        QVERIFY2(result.reason.find("one standard error") != std::string::npos, result.reason.c_str());
    }
}

void TestMeasureRegistry::lowShotTransferIsOfLaterTasksOnly()
{
    MeasureInput input;
    input.run = measuredRun({{0.8}, {0.8, 0.7}, {0.8, 0.7, 0.9}}, {0.2, 0.2, 0.2});
    input.run.run.spec.maxTrain = 100;
    input.run.tasks[2].trainCount = 80;  // all of its samples were used
    input.single = measuredRun({{0.6}, {0.6, 0.6}, {0.6, 0.6, 0.6}});
    const MeasureResult result = resultOf(input, "low_shot_transfer");
    compareClose(result.value, 100 * 0.1 / 0.4);
    QVERIFY(!result.tasks[0].value && !result.tasks[2].value);
}

void TestMeasureRegistry::stabilityGapIsTheDepthOfTheDip()
{
    MeasureInput input;
    input.run = measuredRun({{0.8}, {0.8, 0.7}});
    input.inside = {{1, 0, {0.8, 0.5, 0.75}}};  // it recovers: the matrix alone shows nothing
    compareClose(resultOf(input, "stability_gap").value, 0.3);
    compareClose(resultOf(input, "forgetting_from_first").value, 0);
}

void TestMeasureRegistry::dataEfficiencyOrdersTheShares()
{
    MeasureInput input;
    input.run = measuredRun({{0.8}});
    for (const auto &[limit, score] : {std::pair{500, 0.7}, std::pair{10, 0.4}}) {
        input.shares.push_back(measuredRun({{score}}));
        input.shares.back().run.spec.maxTrain = limit;
    }
    input.shares.push_back(measuredRun({{0.5}}));
    input.shares.back().run.spec.settings["train_share"] = "0.1";
    const MeasureResult result = resultOf(input, "data_efficiency");
    compareClose(result.value, 0.5);
    QCOMPARE(result.table, (std::vector<std::vector<double>>{{0.01, 0.4}, {0.1, 0.5}, {0.5, 0.7}, {1.0, 0.8}}));
}

void TestMeasureRegistry::costsOfAdaptersAndHeadsStandApart()
{
    MeasureInput input;
    input.run = measuredRun({{0.8}, {0.7, 0.6}});
    input.run.costs[0] = {0, 10, 50, 1000, 30, 4000, 7'000'000, 0};
    input.run.costs[1] = {1, 30, 10, 0, 20, 100, 9'000'000, 0};
    compareClose(resultOf(input, "adapter_parameters").value, 1000);
    compareClose(resultOf(input, "head_parameters").value, 50);
    compareClose(resultOf(input, "bytes_added").value, 4100);
    compareClose(resultOf(input, "train_seconds").value, 40);
    compareClose(resultOf(input, "samples_per_second").value, (50.0 * 10 + 10.0 * 30) / 40);
    compareClose(resultOf(input, "peak_memory_bytes").value, 9'000'000);
    for (AccuracyCell &cell : input.run.cells) {
        cell.secondsPerSample = cell.afterTask == 0 ? 0.001 : 0.004;
    }
    compareClose(resultOf(input, "evaluate_ms_per_sample").value, 3);
}

void TestMeasureRegistry::answersGiveRecallAndCalibration()
{
    MeasureInput input;
    input.run = measuredRun({{0.75}});
    input.answers = {{{1, 0, 0, 0.9, 1}, {2, 0, 0, 0.9, 1}, {3, 0, 1, 0.6, 0}, {4, 1, 1, 0.6, 1}}};
    const MeasureResult recall = resultOf(input, "class_recall");
    compareClose(recall.value, 0.5);
    QCOMPARE(recall.tasks[0].classes, (std::vector<double>{1, 0.5}));
    // Two answers with 0.9, both right: 0.1 off; two with 0.6, one right: 0.1 off.
    compareClose(resultOf(input, "calibration_error").value, 0.1);
}

void TestMeasureRegistry::severalLabelsHaveNoCalibration()
{
    MeasureInput input;
    input.run = measuredRun({{0.75}});
    input.run.tasks[0].labelForm = LabelForm::Multi;
    input.answers = {{{1, 0, 0, 0.9, 1}}};
    const MeasureResult result = resultOf(input, "calibration_error");
    QVERIFY(!result.value);
    QVERIFY(result.reason.find("several labels") != std::string::npos);
}

void TestMeasureRegistry::forgettingKeepsThePairingOfAnswers()
{
    // Exactly the same answers before and after: whatever samples are drawn, nothing is forgotten.
    MeasureInput input;
    input.run = measuredRun({{0.7}, {0.7, 0.5}});
    input.samples = {{{rightOf(100, 70), rightOf(100, 70)}, {}, {}}, {{rightOf(100, 50)}, {}, {}}};
    const MeasureResult forgotten = resultOf(input, "forgetting_from_first");
    QVERIFY(forgotten.interval.has_value());
    QCOMPARE(forgotten.interval->low, 0.0);
    QCOMPARE(forgotten.interval->high, 0.0);
    QCOMPARE(forgotten.interval->n, 200);
    QVERIFY(forgotten.interval->statistic.find("bootstrap") != std::string::npos);
    // The accuracy of the first task alone would vary by +-0.09.
    const MeasureResult average = resultOf(input, "average_accuracy");
    const double half = (average.interval->high - average.interval->low) / 2;
    const double normal = 1.96 * std::sqrt(0.7 * 0.3 / 100 + 0.5 * 0.5 / 100) / 2;
    QVERIFY2(std::abs(half - normal) < 0.006, qPrintable(QString::number(half)));
}

void TestMeasureRegistry::intervalsAreTheSameEachTime()
{
    MeasureInput input;
    input.run = measuredRun({{0.7}});
    input.samples = {{{rightOf(100, 70)}, {}, {}}};
    const auto first = resultOf(input, "average_accuracy").interval;
    const auto second = resultOf(input, "average_accuracy").interval;
    QCOMPARE(first->low, second->low);
    QCOMPARE(first->high, second->high);
}

void TestMeasureRegistry::seedsGiveATInterval()
{
    MeasureInput input;
    input.run = measuredRun({{0.6}});
    input.seeds = {measuredRun({{0.7}}), measuredRun({{0.8}})};
    const MeasureResult result = resultOf(input, "average_accuracy");
    QVERIFY(result.seeds.has_value());
    QCOMPARE(result.seeds->n, 3);
    const double half = 4.3027 * 0.1 / std::sqrt(3.0);
    QVERIFY(std::abs(result.seeds->low - (0.7 - half)) < 1e-9);
    QVERIFY(std::abs(result.seeds->high - (0.7 + half)) < 1e-9);
    QVERIFY(result.seeds->statistic.find("seeds") != std::string::npos);
    input.seeds.clear();
    QVERIFY(!resultOf(input, "average_accuracy").seeds);
}

void TestMeasureRegistry::seedsThatLearnedLessAreLeftOut()
{
    MeasureInput input;
    input.run = measuredRun({{0.6}, {0.6, 0.5}}, {0.1, 0.1});
    input.single = measuredRun({{0.6}, {0.6, 0.5}});
    input.seeds = {measuredRun({{0.7}})};
    QVERIFY(!resultOf(input, "average_accuracy").seeds);
    input.seeds = {measuredRun({{0.7}, {0.6, 0.5}})};
    QVERIFY(resultOf(input, "average_accuracy").seeds);
    QVERIFY(!resultOf(input, "climb_transfer").seeds);  // the other seed's single-task run is another
}

void TestMeasureRegistry::aRunWithoutAnythingGivesReasonsOnly()
{
    const std::vector<MeasureResult> results = computeMeasures({});
    QCOMPARE(results.size(), measures().size());
    for (const MeasureResult &result : results) {
        QVERIFY(!result.value);
        QVERIFY(!result.reason.empty());
    }
}

QTEST_GUILESS_MAIN(TestMeasureRegistry)
#include "tst_measure_registry.moc"
