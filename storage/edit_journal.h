#pragma once

#include "storage/change_recorder.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace atlas::storage {

/// One step of curating a dataset, as lists and the undo button tell of it.
struct Edit {
    std::int64_t id = 0;
    std::int64_t atUs = 0;
    std::string actor;
    std::string what;    ///< a name of edit::, below
    std::string detail;  ///< what it was done with: names of classes, a file
    std::int64_t samples = 0;
};

/// Names of steps.
namespace edit {
inline constexpr char kLabel[] = "label";
inline constexpr char kUnlabel[] = "unlabel";
inline constexpr char kReview[] = "review";
inline constexpr char kNote[] = "note";
inline constexpr char kRemove[] = "remove";
inline constexpr char kImport[] = "import";
inline constexpr char kAccept[] = "accept";
inline constexpr char kSplit[] = "split";
inline constexpr char kOpinion[] = "opinion";    ///< a second one, given or changed
inline constexpr char kWithdraw[] = "withdraw";  ///< of an opinion
inline constexpr char kSettle[] = "settle";      ///< of several opinions one is taken
inline constexpr char kKeep[] = "keep";          ///< findings that are to stand
inline constexpr char kAddClass[] = "add class";
inline constexpr char kRenameClass[] = "rename class";
inline constexpr char kMergeClasses[] = "merge classes";
inline constexpr char kSplitClass[] = "split class";
inline constexpr char kDeleteClass[] = "delete class";
inline constexpr char kMoveClass[] = "move class";
inline constexpr char kClassKey[] = "class key";
inline constexpr char kGoBack[] = "go back";  ///< to a data version

/// Whether a step of that name changes which samples or classes there are, or what classes are called: lists are to be
/// read again then, not only the samples it touched.
bool changesLists(const std::string &what);
}  // namespace edit

/// A step taken back or done again, and the samples it touched.
struct AppliedEdit {
    Edit edit;
    std::vector<std::int64_t> samples;
};

/// What can be taken back and what can be done again.
struct EditState {
    std::optional<Edit> undo;
    std::optional<Edit> redo;
    std::int64_t undoable = 0;  ///< steps back to the start
};

/// The undoable steps of one dataset: unlimited, kept in the database, in the transaction of what they tell of.
/// Steps are taken back newest first. A new step makes those that were taken back unreachable; they are forgotten,
/// while the history of each sample (table event) keeps all.
/// Requires: record, undo and redo run inside a writer's job.
class EditJournal {
public:
    EditJournal(Connection &connection, std::int64_t dataset) : m_connection(connection), m_dataset(dataset) {}

    /// Runs `work` and keeps what it changed as one step; a step that changed nothing is not kept. Returns the samples
    /// it touched. Errors: those of `work`.
    std::vector<std::int64_t> record(const std::string &what, const std::string &detail, const std::string &actor,
                                     const std::function<void(ChangeRecorder &)> &work);

    /// Takes the newest step back, or does the last one taken back again; writes that into the samples' history.
    /// Nothing where there is no step.  Errors: BadInput where something else changed the same rows since.
    std::optional<AppliedEdit> undo(const std::string &actor);
    std::optional<AppliedEdit> redo(const std::string &actor);

    EditState state();

private:
    std::optional<AppliedEdit> apply(bool backwards, const std::string &actor);
    std::optional<Edit> next(bool backwards);

    Connection &m_connection;
    std::int64_t m_dataset;
};

}  // namespace atlas::storage
