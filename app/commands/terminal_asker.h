#pragma once

#include "core/decision_answer.h"

#include <stop_token>
#include <string>

namespace atlas::app {

/// Asks whoever sits at a terminal whether a task reuses what was learned or is expanded.
class TerminalAsker {
public:
    /// File descriptors to read the answer from and to write the question to.
    TerminalAsker(int in, int out) : m_in(in), m_out(out) {}

    /// Whether both are terminals: otherwise nobody is there.
    bool somebodyIsThere() const;

    /// Prints what was measured and reads lines until one is an answer with the reason that it needs; nullopt when the
    /// input ends. A process in the background waits until it is brought to the front.
    /// Errors: Cancelled when a stop was asked for meanwhile.
    std::optional<DecisionAnswer> ask(const DecisionRecord &proposal, const std::string &task,
                                      const std::stop_token &stop);

private:
    std::optional<std::string> readLine(const std::stop_token &stop);
    void write(const std::string &text) const;

    int m_in;
    int m_out;
    std::string m_read;  ///< of the lines after the last one that was taken
};

}  // namespace atlas::app
