#include "support/decision_samples.h"
#include "support/screenshot.h"
#include "widgets/frame/theme.h"
#include "widgets/train/decision_card.h"
#include "widgets/train/decision_list.h"
#include "widgets/train/decision_words.h"

#include <QLabel>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

class TestDecisionCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsEveryInput();
    void aTaskThatNeedsNothingIsSaidTo();
    void explainsEachInTooltips();
    void nothingIsCut_data();
    void nothingIsCut();
    void anOverrideStandsApartFromTheVerdict();
    void valuesAreNotTakenForPlaces();
    void cardsThatDidNotChangeStay();
    void picturesOfTheCards();

private:
    static QString value(const QWidget &card, const char *id)
    {
        const auto *label = card.findChild<QLabel *>(QStringLiteral("fact.") + QLatin1String(id));
        return label == nullptr ? QString() : label->text();
    }
};

void TestDecisionCard::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestDecisionCard::showsEveryInput()
{
    const DecisionCard card(test::wholeDecision(), QStringLiteral("notes"));
    const std::map<const char *, QString> expected{
        {"novelty", QStringLiteral("98.0\u00a0%, nearest to parts")},
        {"stage1", QStringLiteral("61.2\u00a0% (guessing: 25.0\u00a0%)")},
        {"sufficiency", QStringLiteral("80.0\u00a0%; reuse goes 65.8\u00a0% of the way")},
        {"gain", QStringLiteral("+3.1 points ± 0.9")},
        {"measured", QStringLiteral("a short probe, n\u00a0=\u00a0140")},
        {"delta", QStringLiteral("+0.5 points")},
        {"test", QStringLiteral("exact McNemar test, one-sided 95 %, p\u00a0=\u00a00.013")},
        {"verdict", QStringLiteral("expand: surely worth an adapter")},
        {"parameters", QStringLiteral("152,064")},
        {"bytes", QStringLiteral("0.6 MB")},
        {"time", QStringLiteral("4.1 ms → 4.6 ms")},
        {"policy", QStringLiteral("automatic")},
        {"decision", QStringLiteral("expanded: the task has an adapter of its own")},
        {"decided_by", QStringLiteral("the policy")},
        {"reason", QStringLiteral("The gain on validation is surely worth an adapter.")},
        {"sites", QStringLiteral("9 of 12")},
        {"pruning", QStringLiteral("0.0012 nats")},
    };
    for (const auto &[id, text] : expected) {
        QCOMPARE(value(card, id), text);
    }
    QVERIFY(card.findChild<QLabel *>(QStringLiteral("decisionPerson")) == nullptr);
    QVERIFY(card.accessibleName().contains(QStringLiteral("notes gains +3.1 points (±0.9)")));
}

void TestDecisionCard::aTaskThatNeedsNothingIsSaidTo()
{
    DecisionRecord decision = test::wholeDecision();
    decision.decision = "reuse";
    decision.verdict = "reuse";
    decision.older = kOlderLeft;
    const DecisionCard card(decision, QStringLiteral("notes"));
    QVERIFY(card.accessibleName().contains(QStringLiteral("notes needs no adapter")));
    QCOMPARE(value(card, "decision"), QStringLiteral("nothing is needed: the frozen backbone serves it"));
    QCOMPARE(value(card, "older"), QStringLiteral("left out: no sure help (loss falls by 0.021 ± 0.004 nats)"));
}

void TestDecisionCard::explainsEachInTooltips()
{
    const DecisionCard card(test::wholeDecision(), QStringLiteral("notes"));
    for (const DecisionFact &fact : decisionFacts(test::wholeDecision())) {
        const auto *label = card.findChild<QLabel *>(QStringLiteral("fact.") + QLatin1String(fact.id));
        QVERIFY2(label != nullptr && label->toolTip().startsWith(QStringLiteral("<p>")), fact.id);
    }
}

void TestDecisionCard::nothingIsCut_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("inspector at its narrowest") << 208;
    QTest::newRow("inspector") << 272;
    QTest::newRow("wide") << 700;
}

void TestDecisionCard::nothingIsCut()
{
    QFETCH(int, width);
    QScrollArea scroll;
    scroll.setWidgetResizable(true);
    auto *list = new DecisionList(DecisionList::Order::AsLearned, QStringLiteral("nothing"), &scroll);
    scroll.setWidget(list);
    DecisionRecord overridden = test::overriddenDecision();
    overridden.task = 2;
    list->setDecisions(
        {test::wholeDecision(), overridden},
        {QStringLiteral("parts"), QStringLiteral("statements about pictures"), QStringLiteral("boards")});
    scroll.resize(width + 20, 600);
    scroll.show();
    QVERIFY(QTest::qWaitForWindowExposed(&scroll));
    QTest::qWait(50);  // layouts are laid when control returns to the event loop
    for (const QLabel *label : list->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty()) {
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                     qPrintable(QStringLiteral("%1: %2 of %3 at %4")
                                    .arg(label->text())
                                    .arg(label->height())
                                    .arg(label->heightForWidth(label->width()))
                                    .arg(label->width())));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
    }
}

void TestDecisionCard::anOverrideStandsApartFromTheVerdict()
{
    const DecisionCard card(test::overriddenDecision(), QStringLiteral("notes"));
    QCOMPARE(value(card, "verdict"), QStringLiteral("expand: surely worth an adapter"));
    QCOMPARE(value(card, "decision"), QStringLiteral("reused: the adapters of earlier tasks serve it"));
    QCOMPARE(value(card, "decided_by"), QStringLiteral("hana, against the test"));
    QCOMPARE(value(card, "why"), QStringLiteral("The device has no room for another adapter."));
    const auto *person = card.findChild<QLabel *>(QStringLiteral("decisionPerson"));
    QVERIFY(person != nullptr);
    QCOMPARE(person->text(), QStringLiteral("hana decided otherwise than the test, which says expand: “The device has "
                                            "no room for another adapter.”"));
}

void TestDecisionCard::valuesAreNotTakenForPlaces()
{
    DecisionRecord decision = test::wholeDecision();
    decision.nearest = "%1 of all";
    const DecisionCard card(decision, QStringLiteral("%1 notes"));
    QCOMPARE(value(card, "novelty"), QStringLiteral("98.0\u00a0%, nearest to %1 of all"));
}

void TestDecisionCard::cardsThatDidNotChangeStay()
{
    const QStringList tasks{QStringLiteral("parts"), QStringLiteral("notes"), QStringLiteral("boards")};
    DecisionList list(DecisionList::Order::NewestFirst, QStringLiteral("nothing yet"));
    list.setDecisions({test::wholeDecision()}, tasks);
    auto *card = list.findChild<DecisionCard *>();
    QVERIFY(card != nullptr && !card->isFolded());
    DecisionRecord next = test::overriddenDecision();
    next.task = 2;
    list.setDecisions({test::wholeDecision(), next}, tasks);
    QCOMPARE(list.findChildren<DecisionCard *>().size(), 2);
    QVERIFY(list.findChildren<DecisionCard *>().contains(card));
    QVERIFY(card->isFolded());  // another is the newest now
    card->findChild<QToolButton *>(QStringLiteral("decisionFold"))->click();
    QVERIFY(!card->isFolded());
    next.sitesKept = 5;
    list.setDecisions({test::wholeDecision(), next}, tasks);
    QCOMPARE(list.findChildren<DecisionCard *>().size(), 2);
    QVERIFY(!card->isFolded());  // as the person left it
    list.setDecisions({}, tasks);
    QVERIFY(list.findChildren<DecisionCard *>().isEmpty());
}

void TestDecisionCard::picturesOfTheCards()
{
    for (const theme::Mode mode : {theme::Mode::Light, theme::Mode::Dark}) {
        theme::apply(*qApp, mode);
        QScrollArea scroll;
        scroll.setWidgetResizable(true);
        scroll.setFrameShape(QFrame::NoFrame);
        auto *list = new DecisionList(DecisionList::Order::AsLearned, QStringLiteral("nothing"), &scroll);
        scroll.setWidget(list);
        list->setDecisions({test::wholeDecision(),
                            [] {
                                DecisionRecord next = test::overriddenDecision();
                                next.task = 2;
                                return next;
                            }()},
                           {QStringLiteral("parts"), QStringLiteral("notes"), QStringLiteral("boards")});
        scroll.resize(272 + 20, 700);
        scroll.show();
        QVERIFY(QTest::qWaitForWindowExposed(&scroll));
        QTest::qWait(50);
        QVERIFY(!test::saveScreenshot(*list, mode == theme::Mode::Dark ? QStringLiteral("decision-cards-dark")
                                                                       : QStringLiteral("decision-cards"))
                     .isEmpty());
    }
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestDecisionCard)
#include "tst_decision_card.moc"
