#include "app/commands/terminal_asker.h"
#include "core/error.h"
#include "tests/support/decision_samples.h"

#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <future>
#include <string>

using namespace atlas;
using app::TerminalAsker;
using namespace std::chrono_literals;

/// Asks on a terminal of its own: what a person types goes into one end, the program has the other.
class TestTerminalAsker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsEverythingAndTakesTheAnswer();
    void asksAgainUntilItIsAnAnswerWithItsReason();
    void aStopEndsTheQuestion();
    void theEndOfTheInputMeansNobodyIsThere();
    void aPipeIsNobody();

private:
    void type(const std::string &text) { QCOMPARE(::write(m_person, text.data(), text.size()), ssize_t(text.size())); }
    std::string shown();
    auto ask(const std::string &verdict)
    {
        return std::async(std::launch::async, [this, verdict] {
            return TerminalAsker(m_program, m_program).ask(test::proposal(verdict), "notes", m_stop.get_token());
        });
    }

    int m_person = -1;
    int m_program = -1;
    std::stop_source m_stop;
};

void TestTerminalAsker::init()
{
    m_stop = {};
    m_person = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(m_person >= 0 && ::grantpt(m_person) == 0 && ::unlockpt(m_person) == 0);
    m_program = ::open(::ptsname(m_person), O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(m_program >= 0);
    QVERIFY(TerminalAsker(m_program, m_program).somebodyIsThere());
}

void TestTerminalAsker::cleanup()
{
    ::close(m_program);
    ::close(m_person);
}

std::string TestTerminalAsker::shown()
{
    constexpr int kQuietMs = 200;  // a terminal hands on what was written in pieces, each when it gets to it
    std::string text;
    pollfd output{.fd = m_person, .events = POLLIN, .revents = 0};
    while (::poll(&output, 1, kQuietMs) > 0) {
        std::array<char, 8192> bytes{};
        const ssize_t count = ::read(m_person, bytes.data(), bytes.size());
        if (count <= 0) {
            break;
        }
        text.append(bytes.data(), std::size_t(count));
    }
    return text;
}

void TestTerminalAsker::showsEverythingAndTakesTheAnswer()
{
    auto answer = ask("undecided");
    type("e: a customer needs it\n");
    const std::optional<DecisionAnswer> taken = answer.get();
    QVERIFY(taken.has_value());
    QCOMPARE(taken->decision, std::string("expand"));
    QCOMPARE(taken->why, std::string("a customer needs it"));
    const std::string text = shown();
    for (const char *part : {"notes", "98.0 %, nearest to parts", "61.2 % (guessing: 25.0 %)", "+3.1 points", "n = 140",
                             "p = 0.013", "undecided: the gain could be chance", "152064", "608256 bytes", "4.1 ms",
                             "4.6 ms", "Recommended: reuse.", "[e]xpand or [r]euse"}) {
        QVERIFY2(text.find(part) != std::string::npos, (std::string(part) + " is not in:\n" + text).c_str());
    }
}

void TestTerminalAsker::asksAgainUntilItIsAnAnswerWithItsReason()
{
    auto answer = ask("expand");
    type("perhaps\nr\nr: the device is full\n");
    const std::optional<DecisionAnswer> taken = answer.get();
    QVERIFY(taken.has_value());
    QCOMPARE(taken->why, std::string("the device is full"));
    const std::string text = shown();
    QVERIFY2(text.find("Answer e or r") != std::string::npos, text.c_str());
    QVERIFY2(text.find("The test says expand. To decide otherwise, say why") != std::string::npos, text.c_str());
}

void TestTerminalAsker::aStopEndsTheQuestion()
{
    auto answer = ask("undecided");
    QVERIFY(answer.wait_for(100ms) == std::future_status::timeout);
    m_stop.request_stop();
    QVERIFY(answer.wait_for(2s) == std::future_status::ready);
    QVERIFY_EXCEPTION_THROWN(answer.get(), Error);
}

void TestTerminalAsker::theEndOfTheInputMeansNobodyIsThere()
{
    auto answer = ask("undecided");
    type("\x04");
    QVERIFY(!answer.get().has_value());
}

void TestTerminalAsker::aPipeIsNobody()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QVERIFY(!TerminalAsker(ends[0], ends[1]).somebodyIsThere());
    QVERIFY(!TerminalAsker(ends[0], m_program).somebodyIsThere());
    ::close(ends[0]);
    ::close(ends[1]);
}

QTEST_GUILESS_MAIN(TestTerminalAsker)
#include "tst_terminal_asker.moc"
