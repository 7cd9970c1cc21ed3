#include "storage/decide/audit_text.h"
#include "storage/decide/target_store.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;

/// What the audit trail holds in one line is read back as what it tells of.
class TestAuditText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void targetsComeBack();
    void assumptionsComeBack();
    void policiesComeBack();
    void movesComeBack();
    void whatIsNoneOfTheseIsNotGuessedAt();
};

void TestAuditText::targetsComeBack()
{
    const Targets all[] = {{},
                           {{"average", "", 0.75}},
                           {{"minimum", "notes", 0.9}, {"worst_drop", "", 0.02}, {"bytes_added", "", 5.25e6}},
                           {{"minimum", "parts; of line = 2", 0.1}, {"drop", "日本語 タスク", 0.333333333333}}};
    for (const Targets &targets : all) {
        const std::optional<Targets> read = targetsFromText(toText(targets));
        QVERIFY2(read && *read == targets, toText(targets).c_str());
    }
}

void TestAuditText::assumptionsComeBack()
{
    for (const RoiSheet &sheet :
         {RoiSheet{}, RoiSheet{.currency = "JPY"}, RoiSheet{.values = {{"labels", 3000}, {"label_cost", 0.5}}},
          RoiSheet{.values = {{"months", 12}, {"automatic_share", 0.8}}, .currency = "EUR"}}) {
        const std::optional<RoiSheet> read = roiFromText(toText(sheet));
        QVERIFY2(read && *read == sheet, toText(sheet).c_str());
    }
}

void TestAuditText::policiesComeBack()
{
    for (const UpdatePolicy &policy :
         {UpdatePolicy{}, UpdatePolicy{.newSamples = 500, .below = 0.8},
          UpdatePolicy{.ageDays = 90, .secondPerson = true},
          UpdatePolicy{.decides = "Head of quality", .note = "See the handbook; chapter 3; page 2."}}) {
        const std::optional<UpdatePolicy> read = policyFromText(toText(policy));
        QVERIFY2(read && *read == policy, toText(policy).c_str());
    }
}

void TestAuditText::movesComeBack()
{
    QCOMPARE(moveFromText("v2 (atlas 12); verdict: no_go; reason: no other; reason: none"),
             (MoveText{"v2 (atlas 12)", Verdict::NoGo, "no other; reason: none"}));
    QCOMPARE(moveFromText("not production; reason: too slow"), (MoveText{"not production", {}, "too slow"}));
}

void TestAuditText::whatIsNoneOfTheseIsNotGuessedAt()
{
    for (const char *text :
         {"later_kind = 3", "average = much", "average", "minimum = 0.5", "average = 0.750", "average = 7"}) {
        QVERIFY2(!targetsFromText(text), text);
    }
    for (const char *text : {"months = soon", "moon = 3", "labels"}) {
        QVERIFY2(!roiFromText(text), text);
    }
    QVERIFY(!policyFromText("days = many"));
    QVERIFY(!moveFromText("v2 (atlas 12)"));
    QVERIFY(!moveFromText("v2; verdict: perhaps; reason: none"));
}

QTEST_GUILESS_MAIN(TestAuditText)
#include "tst_audit_text.moc"
