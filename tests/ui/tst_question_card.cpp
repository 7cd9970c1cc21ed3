#include "support/decision_samples.h"
#include "widgets/frame/theme.h"
#include "widgets/train/question_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestQuestionCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void isHiddenUntilSomethingIsAsked();
    void asksWithAllInputsAndARecommendation();
    void anAnswerAgainstTheTestNeedsAReason_data();
    void anAnswerAgainstTheTestNeedsAReason();
    void whatIsUndecidedNeedsNone();
    void isAnsweredOnce();

private:
    void ask(const char *verdict)
    {
        m_card->ask(QStringLiteral("uuid"), QStringLiteral("atlas 3"), QStringLiteral("notes"),
                    test::proposal(verdict));
    }
    QPushButton *button(const QString &decision) const
    {
        return m_card->findChild<QPushButton *>(QStringLiteral("question.") + decision);
    }
    QString text(const char *name) const { return m_card->findChild<QLabel *>(QLatin1String(name))->text(); }
    QLineEdit *why() const { return m_card->findChild<QLineEdit *>(QStringLiteral("questionWhy")); }

    std::unique_ptr<QuestionCard> m_card;
    std::vector<DecisionAnswer> m_answers;
};

void TestQuestionCard::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestQuestionCard::init()
{
    m_answers.clear();
    m_card = std::make_unique<QuestionCard>();
    connect(m_card.get(), &QuestionCard::answered, this, [this](const QString &uuid, const DecisionAnswer &answer) {
        QCOMPARE(uuid, QStringLiteral("uuid"));
        m_answers.push_back(answer);
    });
}

void TestQuestionCard::isHiddenUntilSomethingIsAsked()
{
    QVERIFY(!m_card->isVisible());
    ask("undecided");
    QVERIFY(m_card->isVisible());
    m_card->withdraw();
    QVERIFY(!m_card->isVisible() && m_card->runUuid().isEmpty());
}

void TestQuestionCard::asksWithAllInputsAndARecommendation()
{
    ask("undecided");
    QCOMPARE(text("questionTitle"), QStringLiteral("atlas 3 asks: reuse what was learned for notes, or expand it?"));
    QVERIFY(text("questionRecommended").startsWith(QStringLiteral("Recommended: reuse.")));
    for (const char *id : {"novelty", "stage1", "sufficiency", "gain", "measured", "delta", "test", "verdict",
                           "parameters", "bytes", "time", "policy"}) {
        QVERIFY2(m_card->findChild<QLabel *>(QStringLiteral("fact.") + QLatin1String(id)) != nullptr, id);
    }
    QCOMPARE(button(QStringLiteral("reuse"))->property("look").toString(), QStringLiteral("primary"));
    QVERIFY(button(QStringLiteral("expand"))->property("look").toString().isEmpty());
}

void TestQuestionCard::anAnswerAgainstTheTestNeedsAReason_data()
{
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("other");
    QTest::newRow("expand") << "expand"
                            << "reuse";
    QTest::newRow("reuse") << "reuse"
                           << "expand";
}

void TestQuestionCard::anAnswerAgainstTheTestNeedsAReason()
{
    QFETCH(QString, verdict);
    QFETCH(QString, other);
    ask(verdict.toLatin1());
    QVERIFY(button(verdict)->isEnabled());
    QVERIFY(!button(other)->isEnabled());
    QVERIFY(text("questionHint").contains(QStringLiteral("give a reason first")));
    QCOMPARE(button(other)->toolTip(), text("questionHint"));
    QTest::keyClicks(why(), QStringLiteral("   "));
    QVERIFY(!button(other)->isEnabled());
    QTest::keyClicks(why(), QStringLiteral("the device is full"));
    QVERIFY(button(other)->isEnabled());
    QVERIFY(!text("questionHint").contains(QStringLiteral("reason first")));
    button(other)->click();
    QCOMPARE(m_answers.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(m_answers[0].decision), other);
    QCOMPARE(m_answers[0].why, std::string("the device is full"));
}

void TestQuestionCard::whatIsUndecidedNeedsNone()
{
    ask("undecided");
    QVERIFY(button(QStringLiteral("reuse"))->isEnabled() && button(QStringLiteral("expand"))->isEnabled());
    button(QStringLiteral("expand"))->click();
    QCOMPARE(m_answers.size(), std::size_t{1});
    QVERIFY(m_answers[0].why.empty());
}

void TestQuestionCard::isAnsweredOnce()
{
    ask("undecided");
    button(QStringLiteral("reuse"))->click();
    QVERIFY(!button(QStringLiteral("reuse"))->isEnabled() && !button(QStringLiteral("expand"))->isEnabled());
    QVERIFY(!why()->isEnabled());
    ask("undecided");  // of the next task
    QVERIFY(button(QStringLiteral("reuse"))->isEnabled() && why()->text().isEmpty());
}

QTEST_MAIN(TestQuestionCard)
#include "tst_question_card.moc"
