#include "core/error.h"
#include "core/sentence.h"

#include <QTest>

using namespace atlas;

namespace {

QString english(const Sentence &sentence)
{
    return QString::fromStdString(sentence.english());
}

}  // namespace

class TestSentence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsFixedStaysAsItIs();
    void valuesStandInTheirPlaces();
    void aValueIsNotFilledAgain();
    void aSentenceStandsInASentence();
    void percentSignsThatAreNoPlacesStay();
    void nineValuesAndNoMore();
    void anErrorSaysItsSentences();
};

void TestSentence::whatIsFixedStaysAsItIs()
{
    QVERIFY(Sentence().empty());
    QVERIFY(Sentence("").empty());
    QVERIFY(Sentence("a").fixed());
    QCOMPARE(english("50 %1 of it"), QStringLiteral("50 %1 of it"));
    QVERIFY(!say("a").fixed());
    QCOMPARE(say("The run %1.", "a").text(), std::string("The run %1."));
}

void TestSentence::valuesStandInTheirPlaces()
{
    QCOMPARE(english(say("The run %1 was named twice.", std::string("pilot"))),
             QStringLiteral("The run pilot was named twice."));
    QCOMPARE(english(say("%2 of %1, %2", 10, 3)), QStringLiteral("3 of 10, 3"));
    QCOMPARE(english(say("%1 bytes", std::uint64_t(18446744073709551615U))),
             QStringLiteral("18446744073709551615 bytes"));
}

void TestSentence::aValueIsNotFilledAgain()
{
    QCOMPARE(english(say("%1 and %2", "%2", "b")), QStringLiteral("%2 and b"));
    QCOMPARE(english(say("%1!", say("the file %1", "%1.png"))), QStringLiteral("the file %1.png!"));
}

void TestSentence::aSentenceStandsInASentence()
{
    const Sentence sentence = say("There is no %1 \"%2\".", say("way to %1", say("go")), "x");
    QCOMPARE(english(sentence), QStringLiteral("There is no way to go \"x\"."));
    QCOMPARE(int(sentence.values().size()), 2);
    QVERIFY(!sentence.values()[0].fixed());
    QVERIFY(sentence.values()[1].fixed());
}

void TestSentence::percentSignsThatAreNoPlacesStay()
{
    QCOMPARE(english(say("100 % of %1, %0 %2 %", "a")), QStringLiteral("100 % of a, %0 %2 %"));
}

/// A place has one digit: "%10" is the first value and a nought.
void TestSentence::nineValuesAndNoMore()
{
    QCOMPARE(english(say("%1%2%3%4%5%6%7%8%9", 1, 2, 3, 4, 5, 6, 7, 8, 9)), QStringLiteral("123456789"));
    QCOMPARE(english(Sentence::translatable("%9 %10", std::vector<Sentence>(10, "a"))), QStringLiteral("a a0"));
}

void TestSentence::anErrorSaysItsSentences()
{
    const Error error(ErrorCode::Usage, say("The run %1 was named twice.", "a"), say("Name each run once."));
    QCOMPARE(error.message(), std::string("The run a was named twice."));
    QCOMPARE(error.hint(), std::string("Name each run once."));
    QCOMPARE(error.what(), "The run a was named twice. Name each run once.");
    QCOMPARE(error.whole().english(), std::string(error.what()));
    QCOMPARE(error.sentence().text(), std::string("The run %1 was named twice."));
    const Error bare(ErrorCode::Internal, "Out of order.");
    QVERIFY(bare.advice().empty());
    QCOMPARE(bare.what(), "Out of order.");
    QCOMPARE(bare.whole().english(), std::string(bare.what()));
}

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
