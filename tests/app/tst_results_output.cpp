#include "app/results.h"
#include "core/decision_facts.h"
#include "tests/core/measured_run.h"
#include "tests/support/decision_samples.h"

#include <QTest>

using namespace atlas;
using namespace atlas::app;

class TestResultsOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void jsonHoldsEveryMeasureWithItsFormula();
    void whatIsNotDefinedIsNullWithItsReason();
    void tasksAreLists();
    void textNamesValueIntervalAndReason();
    void csvHasALinePerMeasureAndTask();
    void aRunThatHasMeasuredNothingIsPrinted();
    void verdictAndOverrideStandApart();
    void everyInputOfADecisionIsPrinted();
    void theStepThatCostAnOlderTaskIsNamed();

private:
    MeasuredRun m_run;
};

void TestResultsOutput::init()
{
    MeasureInput input;
    input.run = test::measuredRun({{0.8}, {0.7, 0.5}}, {0.5, 0.25});
    for (AccuracyCell &cell : input.run.cells) {
        cell.scores["f1_macro"] = cell.scores["accuracy"] - 0.1;
    }
    using test::rightOf;
    input.samples = {{{rightOf(100, 80), rightOf(100, 70)}, {}, {}}, {{rightOf(100, 50)}, {}, {}}};
    input.answers = {{{1, 0, 0, 0.75, 1}, {2, 1, 0, 0.75, 0}}, {}};
    m_run.input = input;
    m_run.measures = computeMeasures(m_run.input);
    m_run.interferences = interferences(m_run.input);
}

void TestResultsOutput::jsonHoldsEveryMeasureWithItsFormula()
{
    const auto json = toJson(m_run);
    for (const Measure &measure : measures()) {
        QVERIFY2(json["measures"].contains(measure.name), measure.name.c_str());
        QCOMPARE(json["measure_details"][measure.name]["formula"].get<std::string>(), measure.formula);
    }
    QCOMPARE(json["measures"]["formula_version"].get<int>(), kFormulaVersion);
    const auto &forgetting = json["measure_details"]["forgetting_from_first"];
    QVERIFY(std::abs(forgetting["value"].get<double>() - 0.1) < 1e-12);
    QVERIFY(forgetting["interval"]["low"].get<double>() > 0);
    QCOMPARE(forgetting["interval"]["n"].get<int>(), 200);
    QCOMPARE(forgetting["unit"].get<std::string>(), std::string("points"));
    QCOMPARE(json["confusion"][0]["counts"].dump(), std::string("[[1.0,1.0],[0.0,0.0]]"));
}

void TestResultsOutput::whatIsNotDefinedIsNullWithItsReason()
{
    const auto json = toJson(m_run);
    QVERIFY(json["measures"]["intransigence"].is_null());
    const auto &details = json["measure_details"]["intransigence"];
    QVERIFY(details["reason"].get<std::string>().find("joint") != std::string::npos);
    QCOMPARE(details["needs"].dump(), std::string(R"(["a learned task","a joint run"])"));
}

void TestResultsOutput::tasksAreLists()
{
    const auto json = toJson(m_run);
    QCOMPARE(json["measures"]["f1_macro"].size(), 2u);
    QVERIFY(json["measures"]["vqa_score"][0].is_null());
    // The first class was found once in two times, the second had no sample.
    QCOMPARE(json["measure_details"]["class_recall"]["classes"].dump(), std::string("[[0.5,null],[]]"));
}

void TestResultsOutput::textNamesValueIntervalAndReason()
{
    const std::string text = toText(m_run);
    QVERIFY2(text.find("Average accuracy              60.0 %  [") != std::string::npos, text.c_str());
    QVERIFY2(text.find("n = 200") != std::string::npos, text.c_str());
    QVERIFY2(text.find("not defined: It takes a finished run of the strategy joint") != std::string::npos,
             text.c_str());
    QVERIFY(text.find("mean_j R[T-1][j]") == std::string::npos);
    QVERIFY(toText(m_run, {.formulas = true}).find("mean_j R[T-1][j]") != std::string::npos);
}

void TestResultsOutput::csvHasALinePerMeasureAndTask()
{
    const QStringList lines = QString::fromStdString(toCsv(m_run)).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QVERIFY(lines[0].startsWith(QStringLiteral("measure,title,task,value,low,high,n,unit")));
    QVERIFY2(lines.filter(QStringLiteral("average_accuracy,")).size() == 3, qPrintable(lines[1]));
    QVERIFY(lines.size() > qsizetype(measures().size()));
    QVERIFY(!lines.filter(QStringLiteral("average_accuracy,Average accuracy,t0,0.7,")).isEmpty());
}

void TestResultsOutput::aRunThatHasMeasuredNothingIsPrinted()
{
    MeasuredRun empty;
    empty.measures = computeMeasures(empty.input);
    QVERIFY(toJson(empty)["measures"]["average_accuracy"].is_null());
    QVERIFY(toText(empty).find("No task has been learned yet.") != std::string::npos);
    QVERIFY(!toCsv(empty).empty());
}

void TestResultsOutput::verdictAndOverrideStandApart()
{
    m_run.input.run.decisions = {test::overriddenDecision()};
    const auto decision = toJson(m_run)["decisions"][0];
    QCOMPARE(decision["decision"].get<std::string>(), std::string("reuse"));
    QCOMPARE(decision["verdict"].get<std::string>(), std::string("expand"));
    QVERIFY(decision["overridden"].get<bool>());
    QCOMPARE(decision["decided_by"].get<std::string>(), std::string("hana"));
    const std::string text = toText(m_run);
    QVERIFY2(text.find("reuse t1: gain +0.031 (se 0.009, n 140, delta 0.005, test: expand)") != std::string::npos,
             text.c_str());
    QVERIFY2(text.find("overridden by hana, the test said expand: The device has no room") != std::string::npos,
             text.c_str());
    m_run.input.run.decisions = {test::wholeDecision()};
    QVERIFY(!toJson(m_run)["decisions"][0]["overridden"].get<bool>());
    QVERIFY(toText(m_run).find("overridden") == std::string::npos);
}

void TestResultsOutput::everyInputOfADecisionIsPrinted()
{
    m_run.input.run.decisions = {test::wholeDecision()};
    const std::string text = toText(m_run, {.decisions = true});
    for (const DecisionFact &fact : decisionFacts(test::wholeDecision())) {
        QVERIFY2(text.find(std::string("    ") + fact.title) != std::string::npos, fact.title);
    }
    QVERIFY2(text.find("+3.1 points ± 0.9\n") != std::string::npos, text.c_str());
}

void TestResultsOutput::theStepThatCostAnOlderTaskIsNamed()
{
    const auto json = toJson(m_run)["interference"];
    QCOMPARE(json.size(), std::size_t{1});
    const std::vector<std::string> &tasks = m_run.results().run.tasks;
    QCOMPARE(json[0]["step"].get<std::string>(), tasks[1]);
    QCOMPARE(json[0]["task"].get<std::string>(), tasks[0]);
    QVERIFY(std::abs(json[0]["value"].get<double>() + 0.1) < 1e-12);
    const std::string line = "Learning " + tasks[1] + " made " + tasks[0] + " worse by 10.0 points";
    QVERIFY2(toText(m_run).find(line) != std::string::npos, toText(m_run).c_str());
}

QTEST_GUILESS_MAIN(TestResultsOutput)
#include "tst_results_output.moc"
