#include "app/commands/terminal_asker.h"

#include "app/decision_text.h"
#include "core/observer.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>

namespace atlas::app {
namespace {

constexpr int kLookEveryMs = 200;  ///< so soon a stop is noticed
constexpr const char *kPrompt = "[e]xpand or [r]euse, reason after a colon: ";

/// Reading from the terminal would stop a process in the background, and its heartbeat with it.
bool inBackground(int terminal)
{
    const pid_t front = ::tcgetpgrp(terminal);
    return front != -1 && front != ::getpgrp();
}

/// What is wrong with the answer; empty = nothing.
std::string complaint(const DecisionRecord &proposal, const std::optional<DecisionAnswer> &answer)
{
    if (!answer) {
        return "Answer e or r, for example \"r: the adapter is too large\".\n";
    }
    if (differsFromVerdict(proposal, answer->decision) && answer->why.empty()) {
        return "The test says " + proposal.verdict + ". To decide otherwise, say why: \"" + answer->decision +
               ": the reason\".\n";
    }
    return {};
}

}  // namespace

bool TerminalAsker::somebodyIsThere() const
{
    return ::isatty(m_in) == 1 && ::isatty(m_out) == 1;
}

std::optional<DecisionAnswer> TerminalAsker::ask(const DecisionRecord &proposal, const std::string &task,
                                                 const std::stop_token &stop)
{
    const Recommendation recommended = recommendation(proposal);
    write("\nReuse what was learned for " + task + ", or expand it by an adapter?\n" + factLines(proposal, "  ") +
          "  Recommended: " + recommended.decision + ". " + recommended.reason + "\n");
    while (true) {
        write(kPrompt);
        const std::optional<std::string> line = readLine(stop);
        if (!line) {
            write("\n");
            return std::nullopt;
        }
        const std::optional<DecisionAnswer> answer = parseDecisionAnswer(*line);
        const std::string wrong = complaint(proposal, answer);
        if (wrong.empty()) {
            return answer;
        }
        write(wrong);
    }
}

std::optional<std::string> TerminalAsker::readLine(const std::stop_token &stop)
{
    while (true) {
        if (const std::size_t end = m_read.find('\n'); end != std::string::npos) {
            std::string line = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return line;
        }
        throwIfStopped(stop);
        if (inBackground(m_in)) {
            std::this_thread::sleep_for(std::chrono::milliseconds(kLookEveryMs));
            continue;
        }
        pollfd input{.fd = m_in, .events = POLLIN, .revents = 0};
        if (::poll(&input, 1, kLookEveryMs) <= 0) {
            continue;
        }
        std::array<char, 256> bytes{};
        const ssize_t count = ::read(m_in, bytes.data(), bytes.size());
        if (count <= 0) {
            return std::nullopt;
        }
        m_read.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

void TerminalAsker::write(const std::string &text) const
{
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t count = ::write(m_out, text.data() + done, text.size() - done);
        if (count <= 0) {
            return;  // the terminal is gone; reading from it will say so
        }
        done += static_cast<std::size_t>(count);
    }
}

}  // namespace atlas::app
