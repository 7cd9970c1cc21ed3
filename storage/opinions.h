#pragma once

#include "core/task.h"
#include "storage/edit_journal.h"

#include <span>

namespace atlas::storage {

/// What one person says of a sample.
struct Opinion {
    std::string actor;  ///< "" = it came with the data; "anna (again)" = anna of her own label, later
    std::int64_t atUs = 0;
    std::vector<Label> labels;  ///< by position of the class, never empty
};

/// Stands behind the name of who judges own labels another time.
inline constexpr char kAgain[] = " (again)";

/// Opinions of one sample, the first first; of whom the label came from as well. None where nobody gave a second one.
std::vector<Opinion> opinionsOf(Connection &connection, std::int64_t sample);

/// As the history shows them: "anna: cat, ben: dog"; empty = none.
std::string describeOpinions(Connection &connection, std::int64_t sample);

/// What labels stand for when two are compared: the names of those with the most weight, ascending.
std::vector<std::string> judgedNames(const std::vector<Label> &labels);

/// Puts one class in the place of another in all opinions of a dataset, or takes it out of them. A dispute that this
/// ends (two spellings of one class) is over: the sample is verified then.
/// Requires: inside an undoable step, after the samples' labels were changed in the same way.
void replaceInOpinions(Connection &connection, std::int64_t dataset, std::int64_t from,
                       std::optional<std::int64_t> into);

/// What a person says of samples that somebody has labelled already. Opinions leave the label as it is. One that is not
/// the label makes the sample disputed; one that is makes a merely labelled sample verified, unless it comes from whom
/// the label is from. Each call is one undoable step and returns the ids of the samples it changed.
/// Requires: a writer's job.  Errors: those of all stores; a step that fails changes nothing.
class Opinions {
public:
    using Ids = std::vector<std::int64_t>;

    Opinions(Connection &connection, const Dataset &dataset, std::string actor);

    /// Single-label datasets: this is the opinion now. Multi-label datasets: adds the class to it, or takes it out
    /// where all of them have it; an opinion without classes is none.
    Ids give(std::span<const std::int64_t> ids, const std::string &name);
    /// Takes own opinions back.
    Ids withdraw(std::span<const std::int64_t> ids);
    /// Of what was said of a sample these labels are taken; it is verified then. All opinions stay what they were.
    Ids settle(std::int64_t sample, const std::vector<Label> &labels);

private:
    struct Case;
    std::vector<Case> read(std::span<const std::int64_t> ids);
    void keepLabelAsOpinion(const Case &sample);
    void put(const Case &sample, const std::vector<Label> &mine);
    void write(std::int64_t sample, const Opinion &opinion);
    void remove(std::int64_t sample, const std::string &actor);

    Connection &m_connection;
    Dataset m_dataset;
    std::string m_actor;
};

}  // namespace atlas::storage
