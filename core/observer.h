#pragma once

#include "core/sentence.h"

#include <stop_token>
#include <string>

namespace atlas {

enum class LogLevel { Info, Warning, Error };

/// Who watches a long work. Called from the working thread; implementations must not block for long and must not throw.
class Observer {
public:
    virtual ~Observer() = default;

    /// What is being done and how much of it is done (0..1; negative = not known).
    virtual void progress(double fraction, const Sentence &what) = 0;
    /// For logs, which are English.
    virtual void log(LogLevel level, const std::string &message) = 0;
};

/// An observer that ignores everything.
class NullObserver final : public Observer {
public:
    void progress(double, const Sentence &) override {}
    void log(LogLevel, const std::string &) override {}
};

/// Errors: Cancelled when a stop was asked for.
void throwIfStopped(const std::stop_token &stop);

}  // namespace atlas
