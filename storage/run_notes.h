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

struct NewName {
    std::string before;
    std::string after;  ///< in one line, without blanks at its ends
};

/// What a table of runs shows, as its page wrote it.
struct SavedView {
    std::string name;
    std::string view;  ///< JSON of core/run_view.h
};

/// What people say of runs, what they call them, and how they look at them.
/// Threads: the connection's. What writes needs a writer's job.
class RunNotes {
public:
    explicit RunNotes(Connection &connection) : m_connection(connection) {}

    /// A tag is one word: white space becomes "-".  Errors: BadInput for an empty one.
    void addTag(std::span<const std::int64_t> runs, const std::string &tag);
    void removeTag(std::span<const std::int64_t> runs, const std::string &tag);
    std::vector<std::string> tagsOf(std::int64_t run);         ///< by name
    std::vector<std::pair<std::string, std::int64_t>> tags();  ///< each with the runs that carry it, by name

    /// Calls the run so from now on: RunStore::find() takes the new name and no longer the old one. An entry of the
    /// audit trail, which speaks of runs by their names. The name it has already changes nothing. Errors: NotFound
    /// (run); BadInput (no name; another run has it; it could be taken for something else: a number, an id, an option,
    /// a model version or its alias, or the name that another run would be given).
    NewName rename(std::int64_t run, const std::string &name, const std::string &actor);

    /// The same text as the newest note is no new one.  Errors: NotFound (run).
    void write(std::int64_t run, const std::string &text, const std::string &actor);
    std::vector<RunNote> notes(std::int64_t run);  ///< newest first

    /// Errors: BadInput (no name, no JSON).
    void saveView(const SavedView &view, const std::string &actor);
    void removeView(const std::string &name);
    std::vector<SavedView> views();           ///< by name
    SavedView view(const std::string &name);  ///< Errors: NotFound

private:
    Connection &m_connection;
};

}  // namespace atlas::storage
