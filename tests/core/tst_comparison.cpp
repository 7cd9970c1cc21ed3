#include "core/comparison.h"
#include "core/judging.h"
#include "measured_run.h"

#include <QTest>

using namespace atlas;

class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsOfOtherSeedsAreOneGroup();
    void onlyDifferingSettingsAreTold();
    void figuresOfSeveralSeedsHaveADeviation();
    void differencesArePairedBySample();
    void seedsCanTakeAVerdictBack();
    void onlySharedTasksAreHeldAgainstEachOther();
    void answersAreJudgedAsTrainingDoes();
};

namespace {

/// A finished run over tasks of 100 test samples, so many of which were right after the last one.
ComparedRun comparedRun(std::uint64_t seed, const std::vector<int> &right,
                        std::map<std::string, std::string> settings = {})
{
    ComparedRun run;
    AccuracyMatrix matrix;
    for (std::size_t i = 0; i < right.size(); ++i) {
        matrix.emplace_back();
        for (std::size_t j = 0; j <= i; ++j) {
            matrix.back().push_back(right[j] / 100.0);
        }
        std::vector<Prediction> answers;
        for (int k = 0; k < 100; ++k) {
            answers.push_back({.sampleId = k + 1, .score = k < right[i] ? 1.0 : 0.0});
        }
        run.input.answers.push_back(answers);
    }
    run.input.run = test::measuredRun(matrix);
    run.input.run.run.uuid = "uuid" + std::to_string(seed);
    run.input.run.run.spec.seed = seed;
    run.input.run.run.spec.strategy = "atlas";
    run.input.run.run.spec.settings = std::move(settings);
    run.measures = computeMeasures(run.input);
    return run;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-12;
}

}  // namespace

void ComparisonTest::runsOfOtherSeedsAreOneGroup()
{
    std::vector<ComparedRun> runs;
    runs.push_back(comparedRun(1, {50, 60}, {{"epochs", "2"}}));
    runs.push_back(comparedRun(1, {50, 60}, {{"epochs", "4"}}));
    runs.push_back(comparedRun(2, {50, 60}, {{"epochs", "2"}}));
    runs.push_back(comparedRun(2, {50, 60}, {{"epochs", "2"}}));  // the same again is no other seed
    const auto groups = groupBySeed(runs);
    QCOMPARE(groups.size(), 3U);
    QCOMPARE(groups[0].runs.size(), 2U);
    QCOMPARE(groups[0].runs[1], &runs[2]);
    runs[2].input.run.run.spec.origin.run = "another";
    runs[2].input.run.run.spec.origin.how = "transfer";
    QCOMPARE(groupBySeed(runs).size(), 3U);
    QCOMPARE(groupBySeed(runs)[0].runs[1], &runs[3]);
}

void ComparisonTest::onlyDifferingSettingsAreTold()
{
    const std::vector<ComparedRun> runs{
        comparedRun(1, {50, 60}, {{"epochs", "2"}, {"gate", "normalised"}}),
        comparedRun(1, {50, 60}, {{"epochs", "4"}, {"gate", "normalised"}, {"new", "1"}})};
    const auto settings = differingSettings(groupBySeed(runs));
    QCOMPARE(settings.size(), 2U);
    QCOMPARE(settings.at("epochs"), (std::vector<std::string>{"2", "4"}));
    QCOMPARE(settings.at("new"), (std::vector<std::string>{"", "1"}));
    // What another strategy alone has says nothing.
    std::vector<ComparedRun> others{comparedRun(1, {50, 60}, {{"epochs", "2"}, {"gate", "normalised"}}),
                                    comparedRun(1, {50, 60}, {{"epochs", "2"}})};
    others[1].input.run.run.spec.strategy = "ewc";
    const auto told = differingSettings(groupBySeed(others));
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told.at("strategy"), (std::vector<std::string>{"atlas", "ewc"}));
}

void ComparisonTest::figuresOfSeveralSeedsHaveADeviation()
{
    const std::vector<ComparedRun> runs{comparedRun(1, {50, 60}), comparedRun(2, {54, 64}), comparedRun(3, {52, 62})};
    const RunGroup group = groupBySeed(runs).front();
    const GroupFigure average = figureOf(group, measure("average_accuracy"));
    QCOMPARE(average.n, std::int64_t{3});
    QVERIFY(near(*average.value, 0.57));
    QVERIFY(near(*average.sd, 0.02));
    QVERIFY(average.interval->low < 0.53 && average.interval->high > 0.61);  // t of two degrees of freedom
    QVERIFY(near(*taskFigure(group, "t1").value, 0.62));
    const std::vector<ComparedRun> alone{comparedRun(1, {50, 60})};
    const GroupFigure one = taskFigure(groupBySeed(alone).front(), "t0");
    QVERIFY(!one.sd);
    QCOMPARE(one.interval->n, std::int64_t{100});
    QVERIFY(!taskFigure(group, "absent").value);
}

void ComparisonTest::differencesArePairedBySample()
{
    // The same samples are right, and twenty more: far more certain than two shares of 100 would be.
    const std::vector<ComparedRun> runs{comparedRun(1, {50, 60}), comparedRun(2, {70, 80}, {{"epochs", "4"}})};
    const auto groups = groupBySeed(runs);
    const GroupDifference difference = differenceOf(groups[0], groups[1]);
    QVERIFY(near(difference.average.difference, 0.2));
    QCOMPARE(difference.average.onlySecond, std::int64_t{40});
    QCOMPARE(difference.average.onlyFirst, std::int64_t{0});
    QCOMPARE(difference.average.n, std::int64_t{200});
    QVERIFY(difference.average.interval->low > 0.1 && difference.average.interval->high < 0.3);
    QVERIFY(difference.significant());
    QCOMPARE(difference.byTask.size(), 2U);
    QVERIFY(difference.byTask[0].p && *difference.byTask[0].p < 0.001);
    QVERIFY(!difference.seeds);
    const GroupDifference none = differenceOf(groups[0], groups[0]);
    QCOMPARE(none.average.difference, 0.0);
    QVERIFY(!none.significant());
}

void ComparisonTest::seedsCanTakeAVerdictBack()
{
    const std::vector<ComparedRun> runs{comparedRun(1, {50, 60}), comparedRun(2, {60, 70}),
                                        comparedRun(1, {80, 90}, {{"epochs", "4"}}),
                                        comparedRun(2, {61, 71}, {{"epochs", "4"}})};
    const auto groups = groupBySeed(runs);
    const GroupDifference difference = differenceOf(groups[0], groups[1]);
    QVERIFY(near(difference.average.difference, 0.155));
    QVERIFY(difference.average.significant());
    QCOMPARE(difference.seeds->n, std::int64_t{2});
    QVERIFY(!difference.significant());  // 0.30 with one seed and 0.01 with the other
}

void ComparisonTest::onlySharedTasksAreHeldAgainstEachOther()
{
    std::vector<ComparedRun> runs{comparedRun(1, {50, 60}), comparedRun(1, {70, 80, 90})};
    const auto groups = groupBySeed(runs);
    QCOMPARE(groups.size(), 2U);
    const GroupDifference difference = differenceOf(groups[0], groups[1]);
    QCOMPARE(difference.tasks, (std::vector<std::string>{"t0", "t1"}));
    runs[1].input.answers = {};
    const GroupDifference nothing = differenceOf(groups[0], groups[1]);
    QVERIFY(nothing.tasks.empty());
    QVERIFY(!nothing.average.interval);
}

void ComparisonTest::answersAreJudgedAsTrainingDoes()
{
    Task task;
    task.classes = {"a", "b", "later"};
    std::vector<Sample> samples(3);
    samples[0].labels = {{"a", 1}};
    samples[1].labels = {{"b", 1}};
    samples[2].labels = {{"later", 1}};  // a class that the older version does not know
    const std::vector<std::vector<double>> probabilities{{0.9, 0.1}, {0.6, 0.4}, {0.2, 0.8}};
    const Judged judged = judge(task, samples, probabilities);
    QCOMPARE(judged.predicted, (std::vector<int>{0, 0, 1}));
    QCOMPARE(sampleScores(judged), (std::vector<double>{1, 0, 0}));
    QVERIFY(near(allScores(judged).at("accuracy"), 1.0 / 3));
    const auto predictions = predictionsOf(judged, samples, probabilities);
    QCOMPARE(predictions[2].expected, 2);
    QCOMPARE(predictions[1].confidence, 0.6);

    task.labelForm = LabelForm::Multi;
    samples[0].labels = {{"a", 1}, {"b", 1}};
    const Judged several = judge(task, samples, probabilities);
    QCOMPARE(several.chosen[0], std::vector<int>{0});
    QVERIFY(near(sampleScores(several)[0], 2.0 / 3));
    task.labelForm = LabelForm::Soft;
    samples[1].labels = {{"a", 0.3}, {"b", 1}};
    QCOMPARE(sampleScores(judge(task, samples, probabilities))[1], 0.3);
}

QTEST_APPLESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
