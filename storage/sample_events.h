#pragma once

#include <cstdint>
#include <string>

namespace atlas::storage {

class Connection;

/// What a sample's history tells of.
namespace event {
inline constexpr char kImport[] = "import";
inline constexpr char kLabel[] = "label";
inline constexpr char kOpinion[] = "opinion";  ///< describeOpinions()
inline constexpr char kReview[] = "review";
inline constexpr char kNote[] = "note";
inline constexpr char kSplit[] = "split";
inline constexpr char kPlace[] = "place";  ///< placeName()
}  // namespace event

/// "removed" or "in the dataset".
const char *placeName(bool removed) noexcept;

/// Writes the history of samples; it only ever grows.
/// Requires: a writer's job, that of the change itself.
class SampleEvents {
public:
    SampleEvents(Connection &connection, std::string actor);

    void write(const std::string &what, std::int64_t sample, const std::string &before, const std::string &after);

private:
    Connection &m_connection;
    std::string m_actor;
};

}  // namespace atlas::storage
