#pragma once

#include <QPointF>

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

class QObject;

namespace atlas::widgets {

class FunctionJob;

/// Where the points of a line are that is too long to be held: asked for the part that is looked at.
/// Threads: GUI thread, but for readAll().
class LineSource {
public:
    using Points = std::vector<QPointF>;
    using Got = std::function<void(Points)>;

    virtual ~LineSource() = default;

    virtual qint64 count() const = 0;  ///< points there are

    /// What is drawn from one x to another, reduced for a picture of so many columns so that no spike is lost, with a
    /// neighbour on either side of the range. Does not block; no answer comes when `context` is gone.
    virtual void readWindow(QObject *context, double from, double to, int columns, Got got) const = 0;

    /// The next points after an x, at most `most`; none after the last. Does not block, likewise.
    virtual void readPage(QObject *context, double after, int most, Got got) const = 0;

    /// Every point, in pieces, for an export. Blocks: any thread but the GUI's.
    /// Errors: those of the source; Cancelled.
    virtual void readAll(const std::function<void(std::span<const QPointF>)> &take,
                         const std::stop_token &stop) const = 0;

    /// Starts such an export where people see it and can stop it.
    virtual void start(std::unique_ptr<FunctionJob> job) const = 0;
};

}  // namespace atlas::widgets
