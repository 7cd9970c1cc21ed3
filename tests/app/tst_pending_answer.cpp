#include "app/window/pending_answer.h"
#include "core/error.h"

#include <QTest>

#include <future>
#include <thread>

using namespace atlas;
using app::PendingAnswer;
using namespace std::chrono_literals;

class TestPendingAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerArrives();
    void aStopEndsTheWaiting();
    void onlyTheOpenQuestionIsAnswered();
    void somethingElseIsDoneMeanwhile();
};

void TestPendingAnswer::theAnswerArrives()
{
    PendingAnswer pending;
    pending.open("run");
    auto waited = std::async(std::launch::async, [&] { return pending.wait({}); });
    QVERIFY(waited.wait_for(50ms) == std::future_status::timeout);
    QVERIFY(pending.give("run", {"reuse", "too large"}));
    QCOMPARE(waited.get().why, std::string("too large"));
}

void TestPendingAnswer::aStopEndsTheWaiting()
{
    PendingAnswer pending;
    std::stop_source stop;
    pending.open("run");
    auto waited = std::async(std::launch::async, [&] { return pending.wait(stop.get_token()); });
    QVERIFY(waited.wait_for(50ms) == std::future_status::timeout);
    stop.request_stop();
    try {
        waited.get();
        QFAIL("the waiting ended without an error");
    } catch (const Error &error) {
        QVERIFY(error.code() == ErrorCode::Cancelled);
    }
    QVERIFY(!pending.give("run", {"reuse", {}}));
}

void TestPendingAnswer::onlyTheOpenQuestionIsAnswered()
{
    PendingAnswer pending;
    QVERIFY(!pending.give("run", {"reuse", {}}));
    pending.open("run");
    QVERIFY(!pending.give("another", {"reuse", {}}));
    QVERIFY(pending.give("run", {"expand", {}}));
    QVERIFY(!pending.give("run", {"reuse", {}}));  // the first answer counts
    QCOMPARE(pending.wait({}).decision, std::string("expand"));
    QVERIFY(!pending.give("run", {"reuse", {}}));
}

void TestPendingAnswer::somethingElseIsDoneMeanwhile()
{
    PendingAnswer pending;
    pending.open("run");
    int times = 0;
    const DecisionAnswer answer = pending.wait({}, [&] {
        if (++times == 2) {
            pending.give("run", {"reuse", {}});  // also from within
        }
    });
    QCOMPARE(answer.decision, std::string("reuse"));
    QCOMPARE(times, 2);
}

QTEST_GUILESS_MAIN(TestPendingAnswer)
#include "tst_pending_answer.moc"
