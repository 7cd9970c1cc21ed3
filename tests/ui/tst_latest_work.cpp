#include "core/error.h"
#include "widgets/latest_work.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace atlas;
using namespace atlas::widgets;

class TestLatestWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheThreadThatAsked();
    void onlyWhatWasAskedForLastIsAnswered();
    void afterStopNothingIsAnswered();
    void failuresAreToldButForStopping();
    void theEndWaitsForTheWork();
};

void TestLatestWork::answersOnTheThreadThatAsked()
{
    LatestWork work;
    QThread *worked = nullptr;
    QThread *answered = nullptr;
    work.start([&](const std::stop_token &) -> LatestWork::Answer {
        worked = QThread::currentThread();
        return [&] { answered = QThread::currentThread(); };
    });
    QTRY_COMPARE(answered, QThread::currentThread());
    QVERIFY(worked != answered);
}

void TestLatestWork::onlyWhatWasAskedForLastIsAnswered()
{
    LatestWork work;
    QList<int> answers;
    std::atomic<int> stopped = 0;
    for (int i = 0; i < 20; ++i) {
        work.start([&, i](const std::stop_token &stop) -> LatestWork::Answer {
            while (i < 19 && !stop.stop_requested()) {
                QThread::usleep(100);
            }
            stopped += stop.stop_requested() ? 1 : 0;
            return [&answers, i] { answers << i; };
        });
    }
    QTRY_COMPARE(answers, QList<int>{19});
    QTest::qWait(20);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(stopped.load(), 19);
}

void TestLatestWork::afterStopNothingIsAnswered()
{
    LatestWork work;
    std::atomic<bool> ended = false;
    bool answered = false;
    work.start([&](const std::stop_token &stop) -> LatestWork::Answer {
        while (!stop.stop_requested()) {
            QThread::usleep(100);
        }
        ended = true;
        return [&] { answered = true; };
    });
    work.stop();
    QTRY_VERIFY(ended);
    QTest::qWait(20);
    QVERIFY(!answered);
}

void TestLatestWork::failuresAreToldButForStopping()
{
    LatestWork work;
    QSignalSpy failed(&work, &LatestWork::failed);
    work.start([](const std::stop_token &) -> LatestWork::Answer {
        throw Error(ErrorCode::Io, "The disk is gone.", "Plug it in.");
    });
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first(), (QList<QVariant>{"The disk is gone.", "Plug it in."}));
    work.start([](const std::stop_token &) -> LatestWork::Answer { throw std::runtime_error("odd"); });
    QTRY_COMPARE(failed.count(), 2);
    for (const ErrorCode quiet : {ErrorCode::Cancelled, ErrorCode::NotFound}) {
        bool next = false;
        work.start([quiet](const std::stop_token &) -> LatestWork::Answer { throw Error(quiet, "gone"); });
        QTest::qWait(20);
        work.start([&](const std::stop_token &) -> LatestWork::Answer { return [&] { next = true; }; });
        QTRY_VERIFY(next);
    }
    QCOMPARE(failed.count(), 2);
}

void TestLatestWork::theEndWaitsForTheWork()
{
    std::atomic<bool> began = false;
    std::atomic<bool> ended = false;
    {
        LatestWork work;
        work.start([&](const std::stop_token &stop) -> LatestWork::Answer {
            began = true;
            while (!stop.stop_requested()) {
                QThread::usleep(100);
            }
            ended = true;
            return [] {};
        });
        QTRY_VERIFY(began);
    }
    QVERIFY(ended);
}

QTEST_MAIN(TestLatestWork)
#include "tst_latest_work.moc"
