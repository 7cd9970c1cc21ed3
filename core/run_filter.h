#pragma once

#include "core/run_table.h"

#include <memory>

namespace atlas {

/// What of a filter was not understood. `text` is English, translatable in context "RunFilter"; %1 stands for `what`
/// and %2 for `instead`.
struct RunFilterProblem {
    std::size_t at = 0;      ///< byte of the text where it begins
    std::size_t length = 0;  ///< bytes
    const char *text = "";
    std::string what;
    std::string instead;

    std::string words() const;  ///< in English
};

/// A way to write a term, as lists of help show it.
struct RunFilterHelp {
    const char *example;
    const char *text;  ///< English, translatable in context "RunFilter"
};

/// A question to rows of a table of runs. Terms are separated by spaces and must all hold; "-" before one turns it
/// round; text with spaces stands in quotes.
///   words                   in name, strategy, sequence, tasks, tags or note, whatever the case
///   strategy:atlas          is that; also sequence, name, tag, task, status, backbone, origin, id (its start); "*"
///                           stands for any text
///   note:later              has that in its note
///   accuracy>0.8  >80%      also <, <=, >=, =; figures: core/run_table.h, and seed, tasks, samples, progress
///   score.notes>=0.7        the score on a task
///   setting.policy=always   a setting; with < and > as a number
///   after:2026-11-01        begun on that day or later; before: earlier than that day
/// A run that lacks a figure meets no term about it, and so each that is turned round.
class RunFilter {
public:
    RunFilter();  ///< lets everything through
    ~RunFilter();
    RunFilter(RunFilter &&) noexcept;
    RunFilter &operator=(RunFilter &&) noexcept;

    /// Never throws: what cannot be understood is a problem, and the filter is then one that lets everything through.
    static RunFilter parse(const std::string &text);

    const std::optional<RunFilterProblem> &problem() const { return m_problem; }
    bool empty() const { return m_terms.empty(); }
    bool asksForSettings() const;

    /// The rows that meet all terms, in the order of the table. Ten thousand rows take some milliseconds.
    std::vector<std::size_t> matching(const RunTable &table, const RunSettings &settings) const;

    static std::span<const RunFilterHelp> help();

private:
    struct Term;
    friend class RunFilterParser;

    std::vector<std::unique_ptr<Term>> m_terms;
    std::optional<RunFilterProblem> m_problem;
};

}  // namespace atlas
