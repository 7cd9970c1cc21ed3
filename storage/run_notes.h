#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace atlas::storage {

class Connection;

struct RunNote {
    std::int64_t atUs = 0;
    std::string actor;
    std::string text;  ///< "" = the note was taken away
};

/// What a table of runs shows, as its page wrote it.
struct SavedView {
    std::string name;
    std::string view;  ///< JSON
};

/// What people say of runs, and how they look at them.
/// Threads: the connection's. What writes needs a writer's job.
class RunNotes {
public:
    explicit RunNotes(Connection &connection) : m_connection(connection) {}

    /// A tag is one word: white space becomes "-".  Errors: BadInput for an empty one.
    void addTag(std::span<const std::int64_t> runs, const std::string &tag);
    void removeTag(std::span<const std::int64_t> runs, const std::string &tag);
    std::vector<std::string> tagsOf(std::int64_t run);         ///< by name
    std::vector<std::pair<std::string, std::int64_t>> tags();  ///< each with the runs that carry it, by name

    /// The same text as the newest note is no new one.  Errors: NotFound (run).
    void write(std::int64_t run, const std::string &text, const std::string &actor);
    std::vector<RunNote> notes(std::int64_t run);  ///< newest first

    /// Errors: BadInput (no name, no JSON).
    void saveView(const SavedView &view, const std::string &actor);
    void removeView(const std::string &name);
    std::vector<SavedView> views();  ///< by name

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
