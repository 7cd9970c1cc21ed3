#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace atlas::storage {

class Connection;

/// A changeset as SQLite's session extension writes it (https://www.sqlite.org/sessionintro.html).
using Changeset = std::vector<std::byte>;

/// Records what happens to the tables of curation (sample, sample_choice, sample_label, opinion, label_class,
/// finding_kept) on a connection.
/// Threads: the connection's.  Errors of all: OutOfMemory, Internal.
class ChangeRecorder {
public:
    explicit ChangeRecorder(Connection &connection);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder &) = delete;
    ChangeRecorder &operator=(const ChangeRecorder &) = delete;

    /// While one lives, nothing is recorded: for rows that are inserted hidden and then shown.
    class Pause {
    public:
        explicit Pause(ChangeRecorder &recorder);
        ~Pause();
        Pause(const Pause &) = delete;
        Pause &operator=(const Pause &) = delete;

    private:
        ChangeRecorder &m_recorder;
    };

    /// The difference between now and then; empty where all is as it was.
    Changeset changes();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What takes `changes` back.
Changeset inverted(std::span<const std::byte> changes);

/// Makes the changes, all or none.  Errors: BadInput where a row is not as it was when they were recorded.
void applyChanges(Connection &connection, std::span<const std::byte> changes);

/// Samples whose own row, labels or opinions the changes touch, ascending.
std::vector<std::int64_t> changedSamples(std::span<const std::byte> changes);

}  // namespace atlas::storage
