#pragma once

#include "core/observer.h"

namespace atlas::storage {

/// The progress of a work of several parts, each of which counts from 0 to 1, as that of one.
/// Threads: begin() and progress() from one thread.
class PartedProgress final : public Observer {
public:
    explicit PartedProgress(Observer &next) : m_next(next) {}

    /// The next part takes the whole's progress from here to there.
    void begin(double from, double to)
    {
        m_from = from;
        m_to = to;
    }

    void progress(double fraction, const Sentence &what) override
    {
        m_next.progress(fraction < 0 ? fraction : m_from + fraction * (m_to - m_from), what);
    }
    void log(LogLevel level, const std::string &message) override { m_next.log(level, message); }

private:
    Observer &m_next;
    double m_from = 0;
    double m_to = 1;
};

}  // namespace atlas::storage
