#include "core/decision_facts.h"
#include "tests/support/decision_samples.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace atlas;

class TestDecisionFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingKnownIsListed();
    void whatIsNotKnownIsLeftOut();
    void groupsAreNotTorn();
    void everyPlaceOfAFormHasItsValue();
    void aQuestionHasNoOutcome();
    void aTaskWithoutAnyAdapterIsSaidToBe();
};

namespace {

std::set<std::string> idsOf(const DecisionRecord &decision)
{
    std::set<std::string> ids;
    for (const DecisionFact &fact : decisionFacts(decision)) {
        ids.insert(fact.id);
    }
    return ids;
}

}  // namespace

void TestDecisionFacts::everythingKnownIsListed()
{
    const std::set<std::string> all{"novelty", "stage1",  "sufficiency", "gain",       "measured",
                                    "delta",   "test",    "verdict",     "parameters", "bytes",
                                    "time",    "policy",  "decision",    "decided_by", "reason",
                                    "sites",   "pruning", "plain",       "older"};
    QCOMPARE(idsOf(test::wholeDecision()), all);
    QVERIFY(idsOf(test::overriddenDecision()).contains("why"));
    for (const DecisionFact &fact : decisionFacts(test::wholeDecision())) {
        QVERIFY2(*fact.title != '\0' && *fact.help != '\0', fact.id);
    }
}

void TestDecisionFacts::whatIsNotKnownIsLeftOut()
{
    DecisionRecord first;
    first.policy = "always";
    first.decision = "first";
    first.reason = "The first task has nothing to reuse.";
    QCOMPARE(idsOf(first), (std::set<std::string>{"policy", "decision", "decided_by", "reason"}));
    DecisionRecord old;  // as a row of schema 1 is read
    old.policy = "always";
    old.decision = "expand";
    old.stage1 = 0.6;
    old.gain = 0.03;
    const std::set<std::string> ids = idsOf(old);
    QVERIFY(ids.contains("gain") && ids.contains("stage1") && !ids.contains("measured") && !ids.contains("bytes"));
}

void TestDecisionFacts::groupsAreNotTorn()
{
    std::set<std::string> seen;
    std::string group;
    for (const DecisionFact &fact : decisionFacts(test::wholeDecision())) {
        if (fact.group != group) {
            group = fact.group;
            QVERIFY2(seen.insert(group).second, group.c_str());
        }
    }
    QCOMPARE(seen.size(), std::size_t{4});
}

void TestDecisionFacts::everyPlaceOfAFormHasItsValue()
{
    for (const DecisionRecord &decision :
         {test::wholeDecision(), test::overriddenDecision(), test::proposal("undecided")}) {
        for (const DecisionFact &fact : decisionFacts(decision)) {
            const std::string_view form = fact.form;
            QVERIFY2(form.find("%1") != std::string_view::npos, fact.id);
            for (std::size_t i = 0; i + 1 < form.size(); ++i) {
                if (form[i] == '%' && form[i + 1] >= '1' && form[i + 1] <= '9') {
                    QVERIFY2(std::size_t(form[i + 1] - '0') <= fact.values.size(), fact.id);
                }
            }
        }
    }
}

void TestDecisionFacts::aQuestionHasNoOutcome()
{
    const std::set<std::string> ids = idsOf(test::proposal("undecided"));
    QVERIFY(ids.contains("verdict") && ids.contains("time") && ids.contains("policy"));
    QVERIFY(!ids.contains("decision") && !ids.contains("decided_by") && !ids.contains("reason"));
}

void TestDecisionFacts::aTaskWithoutAnyAdapterIsSaidToBe()
{
    DecisionRecord decision = test::overriddenDecision();
    const auto told = [&decision] {
        for (const DecisionFact &fact : decisionFacts(decision)) {
            if (fact.id == std::string_view("decision")) {
                return fact.values[0].text;
            }
        }
        return std::string();
    };
    QVERIFY(told().starts_with("reused"));
    decision.older = kOlderLeft;
    QVERIFY(told().starts_with("nothing is needed"));
}

QTEST_GUILESS_MAIN(TestDecisionFacts)
#include "tst_decision_facts.moc"
