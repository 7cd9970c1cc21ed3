#include "core/error.h"
#include "core/scores.h"

#include <QTest>

using namespace atlas;

namespace {

/// Expected and predicted classes of single-label samples.
Judged single(int classes, const std::vector<std::pair<int, int>> &pairs)
{
    Judged judged;
    judged.classes = classes;
    for (const auto &[expected, predicted] : pairs) {
        judged.predicted.push_back(predicted);
        judged.truth.emplace_back(classes, 0.0);
        judged.truth.back()[static_cast<std::size_t>(expected)] = 1;
    }
    return judged;
}

double compute(const char *name, const Judged &judged)
{
    return score(name).compute(judged);
}

}  // namespace

class TestScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksAHandWorkedExample();
    void classesThatNeverOccurDoNotCount();
    void multiLabelCountsEveryLabel();
    void answersScoreByTheirWeight();
    void emptyEvaluationScoresZero();
    void unknownScoreNamesTheKnownOnes();
    void confusionHasExpectedInRows();
};

void TestScores::worksAHandWorkedExample()
{
    // class 0: 2 of 3 found, 1 wrongly claimed; class 1: 1 of 2 found, 1 wrongly claimed
    const Judged judged = single(2, {{0, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 0}});
    QCOMPARE(compute("accuracy", judged), 3.0 / 5);
    QCOMPARE(compute("f1_macro", judged), (4.0 / 6 + 2.0 / 4) / 2);
    QCOMPARE(compute("balanced_accuracy", judged), (2.0 / 3 + 1.0 / 2) / 2);
    QCOMPARE(compute("f1_micro", judged), 3.0 / 5);
}

void TestScores::classesThatNeverOccurDoNotCount()
{
    const Judged judged = single(5, {{0, 0}, {1, 1}});
    QCOMPARE(compute("f1_macro", judged), 1.0);
    QCOMPARE(compute("balanced_accuracy", judged), 1.0);
}

void TestScores::multiLabelCountsEveryLabel()
{
    Judged judged;
    judged.classes = 3;
    judged.labelForm = LabelForm::Multi;
    judged.predicted = {0, 2};
    judged.chosen = {{0, 1}, {2}};
    judged.truth = {{1, 0, 0}, {0, 1, 1}};
    // hits: 0 of the first, 2 of the second; 3 chosen, 3 expected
    QCOMPARE(compute("f1_micro", judged), 2.0 * 2 / (3 + 3));
}

void TestScores::answersScoreByTheirWeight()
{
    Judged judged;
    judged.classes = 3;
    judged.labelForm = LabelForm::Soft;
    judged.predicted = {0, 1};
    judged.truth = {{0.6, 1.0, 0}, {0.3, 1.0, 0}};
    QCOMPARE(compute("vqa_score", judged), 0.8);
    QCOMPARE(compute("accuracy", judged), 0.5);
}

void TestScores::emptyEvaluationScoresZero()
{
    for (const Score &known : scores()) {
        QCOMPARE(known.compute(single(2, {})), 0.0);
    }
}

void TestScores::unknownScoreNamesTheKnownOnes()
{
    try {
        score("accurracy");
        QFAIL("no error");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
        QVERIFY(error.hint().find("balanced_accuracy") != std::string::npos);
    }
}

void TestScores::confusionHasExpectedInRows()
{
    const auto counts = confusion(single(2, {{0, 1}, {0, 1}, {1, 1}}));
    QCOMPARE(counts[0][1], 2);
    QCOMPARE(counts[1][1], 1);
    QCOMPARE(counts[1][0], 0);
}

QTEST_GUILESS_MAIN(TestScores)
#include "tst_scores.moc"
