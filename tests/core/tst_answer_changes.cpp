#include "core/answer_changes.h"

#include <QTest>

using namespace atlas;

class TestAnswerChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairsBySampleWhateverTheOrder();
    void whatWasLostComesFirstAndTheSurestOfIt();
    void withoutAnEarlierAnswerThereIsNoChange();
    void softAnswersChangeByTheirScore();
};

namespace {

Prediction answer(std::int64_t sample, double score, double confidence = 0.5)
{
    return {
        .sampleId = sample, .predicted = score > 0 ? 0 : 1, .expected = 0, .confidence = confidence, .score = score};
}

std::vector<std::int64_t> idsOf(const std::vector<AnsweredSample> &samples)
{
    std::vector<std::int64_t> ids;
    for (const AnsweredSample &sample : samples) {
        ids.push_back(sample.now.sampleId);
    }
    return ids;
}

}  // namespace

void TestAnswerChanges::pairsBySampleWhateverTheOrder()
{
    const auto samples = answerChanges({answer(1, 1), answer(2, 0), answer(3, 1), answer(4, 0)},
                                       {answer(4, 0), answer(3, 1), answer(2, 1), answer(1, 0)});
    QCOMPARE(idsOf(samples), (std::vector<std::int64_t>{1, 4, 2, 3}));
    QCOMPARE(samples[0].change, AnswerChange::Lost);
    QCOMPARE(samples[1].change, AnswerChange::Wrong);
    QCOMPARE(samples[2].change, AnswerChange::Found);
    QCOMPARE(samples[3].change, AnswerChange::Right);
    QVERIFY(samples[0].flipped() && samples[2].flipped() && !samples[1].flipped() && !samples[3].flipped());
    QVERIFY(!samples[0].right() && samples[2].right());
    QCOMPARE(samples[0].then->score, 1.0);
    QCOMPARE(countOf(samples, AnswerChange::Lost), 1);
}

void TestAnswerChanges::whatWasLostComesFirstAndTheSurestOfIt()
{
    const auto samples = answerChanges({answer(1, 1), answer(2, 1), answer(3, 0)},
                                       {answer(1, 0, 0.6), answer(2, 0, 0.9), answer(3, 0, 0.99)});
    QCOMPARE(idsOf(samples), (std::vector<std::int64_t>{2, 1, 3}));
}

void TestAnswerChanges::withoutAnEarlierAnswerThereIsNoChange()
{
    const auto samples = answerChanges({answer(1, 1)}, {answer(2, 1), answer(3, 0), answer(1, 1)});
    QCOMPARE(idsOf(samples), (std::vector<std::int64_t>{1, 3, 2}));
    QCOMPARE(samples[1].change, AnswerChange::WrongAlone);
    QCOMPARE(samples[2].change, AnswerChange::RightAlone);
    QVERIFY(!samples[1].then && !samples[1].flipped());
    QVERIFY(answerChanges({answer(1, 1)}, {}).empty());
}

void TestAnswerChanges::softAnswersChangeByTheirScore()
{
    const auto samples =
        answerChanges({answer(1, 1), answer(2, 0.3), answer(3, 0.3)}, {answer(1, 0.6), answer(2, 0.3), answer(3, 0.6)});
    QCOMPARE(idsOf(samples), (std::vector<std::int64_t>{1, 2, 3}));
    QCOMPARE(samples[0].change, AnswerChange::Lost);
    QCOMPARE(samples[1].change, AnswerChange::Wrong);
    QCOMPARE(samples[2].change, AnswerChange::Found);
    QVERIFY(samples[0].right());  // worse, and still right
}

QTEST_GUILESS_MAIN(TestAnswerChanges)
#include "tst_answer_changes.moc"
