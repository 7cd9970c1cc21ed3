#include "app/window/engine_thread.h"

#include <QTest>

#include <atomic>
#include <future>

using atlas::app::EngineThread;

class TestEngineThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsJobsInOrderOnOneOtherThread();
    void dropsWhatIsQueuedWhenItEnds();
    void aLongJobGivesWayToBriefOnes();
};

void TestEngineThread::runsJobsInOrderOnOneOtherThread()
{
    EngineThread thread;
    std::vector<int> order;
    std::promise<std::thread::id> id;
    for (int i = 0; i < 5; ++i) {
        thread.post([&order, i](auto *, const atlas::Sentence &) { order.push_back(i); });
    }
    thread.post([&](auto *, const atlas::Sentence &) { id.set_value(std::this_thread::get_id()); });
    QVERIFY(id.get_future().get() != std::this_thread::get_id());
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4}));
}

void TestEngineThread::dropsWhatIsQueuedWhenItEnds()
{
    std::atomic<int> ran = 0;
    std::promise<void> started;
    std::promise<void> release;
    std::jthread releaser;
    {
        EngineThread thread;
        thread.post([&](auto *, const atlas::Sentence &) {
            started.set_value();
            release.get_future().wait();
            ++ran;
        });
        started.get_future().wait();
        thread.post([&](auto *, const atlas::Sentence &) { ++ran; });
        releaser = std::jthread([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            release.set_value();
        });
        // The thread ends here: the job that runs is waited for, the queued one is dropped.
    }
    QCOMPARE(ran.load(), 1);
}

void TestEngineThread::aLongJobGivesWayToBriefOnes()
{
    EngineThread thread;
    std::vector<std::string> order;
    std::promise<void> started;
    std::promise<void> queued;
    std::promise<void> done;
    thread.post([&](atlas::engine::Engine *engine, const atlas::Sentence &reason) {
        QVERIFY2(engine != nullptr, reason.english().c_str());
        started.set_value();
        queued.get_future().wait();
        order.push_back("step");
        thread.giveWay(*engine);
        order.push_back("step");
        thread.giveWay(*engine);  // nothing waits any more
    });
    started.get_future().wait();
    thread.post([&](auto *, const atlas::Sentence &) { order.push_back("usual"); });
    for (const char *name : {"one", "two"}) {
        thread.post([&order, name](auto *, const atlas::Sentence &) { order.push_back(name); },
                    EngineThread::Length::Brief);
    }
    thread.post([&](auto *, const atlas::Sentence &) { done.set_value(); });
    queued.set_value();
    done.get_future().wait();
    QCOMPARE(order, (std::vector<std::string>{"step", "one", "two", "step", "usual"}));
}

QTEST_GUILESS_MAIN(TestEngineThread)
#include "tst_engine_thread.moc"
