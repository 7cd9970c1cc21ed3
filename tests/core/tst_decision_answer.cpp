#include "core/decision_answer.h"
#include "tests/support/decision_samples.h"

#include <QTest>

using namespace atlas;

class TestDecisionAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAreRead_data();
    void answersAreRead();
    void whatIsNoAnswerIsRefused_data();
    void whatIsNoAnswerIsRefused();
    void textIsReadBackAsItWas();
    void theVerdictIsRecommended();
    void onlyASureVerdictCanBeOverridden();
};

void TestDecisionAnswer::answersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("why");
    QTest::newRow("letter") << "e"
                            << "expand"
                            << "";
    QTest::newRow("capital") << " R "
                             << "reuse"
                             << "";
    QTest::newRow("word") << "Expand"
                          << "expand"
                          << "";
    QTest::newRow("reason") << "r: the adapter is too large"
                            << "reuse"
                            << "the adapter is too large";
    QTest::newRow("colon in the reason") << "expand: classes are 3:1\r"
                                         << "expand"
                                         << "classes are 3:1";
    QTest::newRow("full width colon") << QStringLiteral("reuse：容量が足りない: 困る") << "reuse"
                                      << QStringLiteral("容量が足りない: 困る");
    QTest::newRow("no words behind the colon") << "e:"
                                               << "expand"
                                               << "";
}

void TestDecisionAnswer::answersAreRead()
{
    QFETCH(QString, text);
    const std::optional<DecisionAnswer> answer = parseDecisionAnswer(text.toStdString());
    QVERIFY(answer.has_value());
    QTEST(QString::fromStdString(answer->decision), "decision");
    QTEST(QString::fromStdString(answer->why), "why");
}

void TestDecisionAnswer::whatIsNoAnswerIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "yes", "expanded", "re", ":", ": because", "e r"}) {
        QTest::newRow(text) << text;
    }
}

void TestDecisionAnswer::whatIsNoAnswerIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!parseDecisionAnswer(text.toStdString()));
}

void TestDecisionAnswer::textIsReadBackAsItWas()
{
    for (const DecisionAnswer &answer : {DecisionAnswer{"expand", {}}, DecisionAnswer{"reuse", "too large: 3 MB"}}) {
        const std::optional<DecisionAnswer> read = parseDecisionAnswer(toText(answer));
        QVERIFY(read.has_value());
        QCOMPARE(read->decision, answer.decision);
        QCOMPARE(read->why, answer.why);
    }
}

void TestDecisionAnswer::theVerdictIsRecommended()
{
    QCOMPARE(recommendation(test::proposal("expand")).decision, std::string("expand"));
    QCOMPARE(recommendation(test::proposal("reuse")).decision, std::string("reuse"));
    QCOMPARE(recommendation(test::proposal("undecided")).decision, std::string("reuse"));
    QCOMPARE(recommendation(test::proposal("")).decision, std::string("expand"));
    DecisionRecord reached = test::proposal("undecided");
    reached.sufficiency = 1.1;
    QVERIFY(recommendation(reached).reason.find("target") != std::string::npos);
}

void TestDecisionAnswer::onlyASureVerdictCanBeOverridden()
{
    QVERIFY(differsFromVerdict(test::proposal("expand"), "reuse"));
    QVERIFY(!differsFromVerdict(test::proposal("expand"), "expand"));
    QVERIFY(!differsFromVerdict(test::proposal("undecided"), "expand"));
    QVERIFY(!differsFromVerdict(test::proposal(""), "reuse"));
    QVERIFY(isOverridden(test::overriddenDecision()));
    DecisionRecord policy = test::overriddenDecision();
    policy.decidedBy.clear();  // policy never, whose gain is measured for the record only
    QVERIFY(!isOverridden(policy));
}

QTEST_GUILESS_MAIN(TestDecisionAnswer)
#include "tst_decision_answer.moc"
