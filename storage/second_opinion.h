#pragma once

#include "core/sample.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atlas::storage {

class Connection;

/// What a person is asked to judge without seeing what others said.
struct OpinionQueue {
    std::vector<std::int64_t> samples;  ///< those without an opinion of this person first
    std::int64_t judged = 0;            ///< how many of them have one
    bool again = false;                 ///< nothing is labelled by others: own labels, judged another time
};

/// Samples that others labelled, `size` of them or all (0), drawn at random with a fixed seed. A person who comes back
/// gets the same ones until all are judged, then the next.
OpinionQueue opinionQueue(Connection &connection, std::int64_t dataset, const std::string &actor, std::size_t size);

/// How many of the samples have an opinion of this person.
std::int64_t judgedAmong(Connection &connection, const std::string &actor, const std::vector<std::int64_t> &samples);

/// Takes out of the samples what could tell a label to somebody who is to judge without: labels and review state become
/// those of this person's own opinion; note, ids, group and source (folders are often named for classes) become empty.
void hideFrom(Connection &connection, const std::string &actor, std::vector<Sample> &samples);

}  // namespace atlas::storage
