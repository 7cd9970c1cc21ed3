#pragma once

#include "core/run_record.h"

namespace atlas::storage {

class Connection;

/// A run as a short list names it.
struct RunChoice {
    std::int64_t id = 0;
    std::string uuid;
    std::string name;
    std::string sequence;
    RunStatus status = RunStatus::Queued;
    std::vector<std::string> aliases = {};  ///< names of models that stand for it now
};

struct RunChoiceRequest {
    std::string wanted = {};       ///< uuid of a run that is among them wherever it lies; empty = none in particular
    std::int64_t finished = 50;    ///< so many of those that are finished, besides those that have an alias
    std::int64_t unfinished = 0;   ///< so many of the others; 0 = they cannot be chosen
    bool wantedUnfinished = true;  ///< `wanted` is among them even if it is not finished
};

/// Finished runs first, then the others; each newest first.
struct RunChoices {
    std::vector<RunChoice> runs;
    std::int64_t more = 0;  ///< could be chosen as well and are not among them
    std::int64_t all = 0;   ///< runs of the project, whatever became of them

    const RunChoice *find(const std::string &uuid) const;  ///< nullptr = it is not among them
    const RunChoice *serving() const;                      ///< the one in production; nullptr = none is
};

/// The runs that somebody is likely to look for: however many there are, few rows are read.
/// Threads: the connection's.
RunChoices readRunChoices(Connection &connection, const RunChoiceRequest &request);

}  // namespace atlas::storage
