#pragma once

#include "storage/edit_journal.h"
#include "storage/records.h"

#include <span>

namespace atlas::storage {

/// What people do to the classes of one dataset. Ids are permanent: a renamed class is the same class in every task,
/// and a merged or deleted one is only hidden. Each call is one undoable step (edit_journal.h). Requires: a writer's
/// job.  Errors: NotFound, BadInput (names); a step that fails changes nothing.
class ClassEditor {
public:
    ClassEditor(Connection &connection, const Dataset &dataset, std::string actor);

    void add(const std::string &name);
    /// Errors: BadInput when another class has that name: it is merging that is meant then.
    void rename(std::int64_t id, const std::string &name);
    /// Samples that carry one of `from` carry `into` afterwards. Weights of soft labels add up, to 1 at most.
    void merge(std::span<const std::int64_t> from, std::int64_t into);
    /// The given samples of the class carry a class of that name instead.
    void split(std::int64_t id, std::span<const std::int64_t> samples, const std::string &name);
    /// Samples lose the label; those left without one are unlabelled again.
    void remove(std::int64_t id);
    /// Puts the class before the one that stands at `position` now; at the end when there is none.
    void move(std::int64_t id, int position);
    /// The key that gives the class; empty = by position. A key has one class: another loses it.
    void setKey(std::int64_t id, const std::string &key);

private:
    LabelClass get(std::int64_t id);
    std::vector<std::int64_t> carriers(std::int64_t id);
    void replaceLabel(std::int64_t sample, const std::string &from, const std::string &into);
    void step(const std::string &what, const std::string &detail, const std::function<void()> &work);

    Connection &m_connection;
    Dataset m_dataset;
    std::string m_actor;
};

}  // namespace atlas::storage
