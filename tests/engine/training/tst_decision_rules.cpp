#include "core/decision_answer.h"
#include "core/error.h"
#include "core/user_name.h"
#include "engine/learning/gate_set.h"
#include "engine/training/decision/ablation.h"
#include "engine/training/decision/gain_test.h"
#include "engine/training/decision/task_signature.h"
#include "engine/training/policy.h"
#include "training_fixture.h"

#include <QTest>

#include <torch/types.h>
#include <torch/utils.h>

#include <cmath>

using namespace atlas;
using namespace atlas::test;
using engine::TaskSignature;

/// The arithmetic of decisions: tests of a gain, policies, signatures.
class DecisionRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twentySamplesAreUndecided();
    void theIntervalDecidesOverManySamples_data();
    void theIntervalDecidesOverManySamples();
    void fewSamplesCanDecideWhenAllAgree();
    void automaticFollowsTheVerdict_data();
    void automaticFollowsTheVerdict();
    void aPersonsWordsAreKept();
    void whoDecidesOtherwiseMustSayWhy();
    void aPersonIsAskedWhenTheProbeDecidesNothing();
    void theCovarianceIsThatOfLedoitAndWolf();
    void distancesAreCalibrated();
    void aSignatureSurvivesItsFile();
    void aSignatureOfFewOrEqualSamplesIsUsable();
};

namespace {

/// n scores of which the first `right` are 1.
std::vector<double> scores(std::size_t n, std::size_t right)
{
    std::vector<double> made(n, 0);
    std::fill_n(made.begin(), right, 1.0);
    return made;
}

engine::DecisionRules rulesFor(const char *undecided)
{
    engine::DecisionRules rules;
    rules.undecided = undecided;
    return rules;
}

}  // namespace

void DecisionRulesTest::twentySamplesAreUndecided()
{
    // Three of twenty become right: an interval of the normal kind would call that sure.
    const engine::GainTest test = engine::testGain(scores(20, 10), scores(20, 13), 0.005);
    QCOMPARE(test.gain, 0.15);
    QVERIFY(test.gain - 1.645 * test.se > 0.005);
    QVERIFY(test.p.has_value());
    QVERIFY(std::abs(*test.p - 0.125) < 1e-12);
    QCOMPARE(test.verdict, std::string("undecided"));
}

void DecisionRulesTest::theIntervalDecidesOverManySamples_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("surely better") << 300 << 340 << "expand";
    QTest::newRow("the same") << 300 << 300 << "reuse";
    QTest::newRow("worse") << 300 << 290 << "reuse";
    QTest::newRow("perhaps") << 300 << 303 << "undecided";
}

void DecisionRulesTest::theIntervalDecidesOverManySamples()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(QString, verdict);
    const engine::GainTest test = engine::testGain(scores(400, static_cast<std::size_t>(before)),
                                                   scores(400, static_cast<std::size_t>(after)), 0.005);
    QVERIFY(!test.p);
    QCOMPARE(test.n, std::int64_t{400});
    QCOMPARE(QString::fromStdString(test.verdict), verdict);
}

void DecisionRulesTest::fewSamplesCanDecideWhenAllAgree()
{
    QCOMPARE(engine::testGain(scores(20, 10), scores(20, 16), 0.005).verdict, std::string("expand"));
    QCOMPARE(engine::testGain(scores(20, 16), scores(20, 10), 0.005).verdict, std::string("reuse"));
    QCOMPARE(engine::testGain(scores(20, 10), scores(20, 10), 0.005).verdict, std::string("undecided"));
}

void DecisionRulesTest::automaticFollowsTheVerdict_data()
{
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("undecided");
    QTest::addColumn<double>("sufficiency");
    QTest::addColumn<bool>("expands");
    QTest::newRow("expand") << "expand"
                            << "reuse" << 0.5 << true;
    QTest::newRow("reuse") << "reuse"
                           << "expand" << 0.5 << false;
    QTest::newRow("undecided, reuse") << "undecided"
                                      << "reuse" << 0.5 << false;
    QTest::newRow("undecided, expand") << "undecided"
                                       << "expand" << 0.5 << true;
    QTest::newRow("undecided, but enough") << "undecided"
                                           << "expand" << 1.0 << false;
    QTest::newRow("undecided, nobody there") << "undecided"
                                             << "ask" << 0.5 << false;
    QTest::newRow("nothing measured") << ""
                                      << "reuse" << 0.5 << true;
}

void DecisionRulesTest::automaticFollowsTheVerdict()
{
    QFETCH(QString, verdict);
    QFETCH(QString, undecided);
    QFETCH(double, sufficiency);
    QFETCH(bool, expands);
    DecisionRecord proposal;
    proposal.verdict = verdict.toStdString();
    proposal.sufficiency = sufficiency;
    RecordingObserver nobody;
    QCOMPARE(engine::policy("automatic").expand(proposal, rulesFor(qPrintable(undecided)), nobody), expands);
    QVERIFY(!proposal.reason.empty());
    QVERIFY(proposal.decidedBy.empty());
}

void DecisionRulesTest::aPersonsWordsAreKept()
{
    DecisionRecord proposal;
    proposal.verdict = "expand";
    RecordingObserver person;
    person.answer = "reuse: the adapter is too large";
    QVERIFY(!engine::policy("ask").expand(proposal, rulesFor("reuse"), person));
    QCOMPARE(proposal.decidedBy, userName());
    QCOMPARE(proposal.why, std::string("the adapter is too large"));
    QVERIFY(proposal.reason.find("otherwise") != std::string::npos);
    QCOMPARE(proposal.decision, std::string("reuse"));
    QCOMPARE(person.decisions.size(), std::size_t{1});  // told as soon as it is taken
    QVERIFY(isOverridden(person.decisions[0]));
    person.answer = "perhaps";
    QVERIFY_EXCEPTION_THROWN(engine::policy("ask").expand(proposal, rulesFor("reuse"), person), Error);
}

void DecisionRulesTest::whoDecidesOtherwiseMustSayWhy()
{
    DecisionRecord proposal;
    proposal.verdict = "expand";
    RecordingObserver person;
    person.answer = "reuse";
    QVERIFY_EXCEPTION_THROWN(engine::policy("ask").expand(proposal, rulesFor("reuse"), person), Error);
    QVERIFY(person.decisions.empty());
    person.answer = "expand";
    QVERIFY(engine::policy("ask").expand(proposal, rulesFor("reuse"), person));
    QVERIFY(!isOverridden(proposal));
    proposal.verdict = "undecided";
    person.answer = "reuse";
    QVERIFY(!engine::policy("ask").expand(proposal, rulesFor("reuse"), person));
}

void DecisionRulesTest::aPersonIsAskedWhenTheProbeDecidesNothing()
{
    DecisionRecord proposal;
    proposal.verdict = "undecided";
    RecordingObserver person;
    person.answer = "expand: a customer needs it";
    QVERIFY(engine::policy("automatic").expand(proposal, rulesFor("ask"), person));
    QCOMPARE(person.proposals.size(), std::size_t{1});
    QCOMPARE(proposal.why, std::string("a customer needs it"));
    proposal.verdict = "reuse";
    QVERIFY(!engine::policy("automatic").expand(proposal, rulesFor("ask"), person));
    QCOMPARE(person.proposals.size(), std::size_t{1});  // nobody is asked what is sure
}

void DecisionRulesTest::theCovarianceIsThatOfLedoitAndWolf()
{
    at::Tensor rows =
        torch::tensor({1.0, 2.0, 0.0, 2.0, 1.0, 1.0, 0.0, 3.0, -1.0, 4.0, -2.0, 2.0, 1.0, 0.0, 5.0}, torch::kDouble)
            .reshape({5, 3});
    rows = rows - rows.mean(0);
    const at::Tensor expected = torch::tensor({2.487720977, -0.931767359, 0.340453458, -0.931767359, 2.989441863,
                                               -1.039278978, 0.340453458, -1.039278978, 3.562837161},
                                              torch::kDouble)
                                    .reshape({3, 3});
    // What keeps the matrix invertible is a millionth of the mean variance.
    QVERIFY(torch::allclose(engine::shrunkCovariance(rows), expected, 0, 1e-5));
}

void DecisionRulesTest::distancesAreCalibrated()
{
    torch::manual_seed(1);
    const at::Tensor mixing = torch::randn({16, 16});
    const auto draw = [&](std::int64_t n) { return torch::randn({n, 16}).mm(mixing) + 3; };
    const TaskSignature signature = TaskSignature::fit(draw(600), draw(300));
    double distance = 0;
    double percentile = 0;
    const std::vector<double> distances = signature.distances(draw(400));
    for (const double value : distances) {
        distance += value / 400;
        percentile += signature.percentile(value) / 400;
    }
    QVERIFY2(std::abs(distance - 1) < 0.15, qPrintable(QString::number(distance)));
    QVERIFY2(std::abs(percentile - 0.5) < 0.07, qPrintable(QString::number(percentile)));
    QCOMPARE(signature.percentile(signature.distances(torch::full({1, 16}, 100.0))[0]), 1.0);
    QCOMPARE(signature.percentile(0), 0.0);
}

void DecisionRulesTest::aSignatureSurvivesItsFile()
{
    torch::manual_seed(2);
    const at::Tensor rows = torch::randn({50, 8});
    const TaskSignature before = TaskSignature::fit(rows, torch::randn({20, 8}));
    engine::TensorMap file;
    for (const auto &[name, tensor] : before.parameters()) {
        file[name] = tensor.clone();
    }
    engine::TensorMap broken = file;
    const TaskSignature after = TaskSignature::load(file);
    QVERIFY(file.empty());
    QCOMPARE(after.distances(rows), before.distances(rows));
    QCOMPARE(after.percentile(0.9), before.percentile(0.9));
    broken["signature.factor"] = torch::zeros({5});
    QVERIFY_EXCEPTION_THROWN(TaskSignature::load(broken), Error);
}

void DecisionRulesTest::aSignatureOfFewOrEqualSamplesIsUsable()
{
    torch::manual_seed(3);
    for (const at::Tensor &rows : {torch::randn({1, 12}), torch::ones({30, 12}), torch::randn({4, 12})}) {
        const TaskSignature signature = TaskSignature::fit(rows, torch::empty({0, 12}));
        for (const double distance : signature.distances(torch::randn({3, 12}))) {
            QVERIFY(std::isfinite(distance));
            QVERIFY(signature.percentile(distance) >= 0 && signature.percentile(distance) <= 1);
        }
    }
}

QTEST_GUILESS_MAIN(DecisionRulesTest)
#include "tst_decision_rules.moc"
