#pragma once

#include "core/measure.h"
#include "core/run_record.h"

#include <unordered_map>

namespace atlas {

/// A run as lists show it: what it was asked to do and what it came to, without its results.
struct RunRow {
    struct TaskScore {
        std::uint32_t task = 0;  ///< place in RunTable::tasks
        double score = 0;        ///< after the last task was learned, by the task's metric; NaN = not measured
    };

    std::int64_t id = 0;
    std::string uuid;
    std::string name;
    std::string sequence;
    std::string strategy;
    std::string backbone;  ///< name and the start of its hash
    std::string precision;
    std::string origin;  ///< "version of 1a2b3c4d"; empty = it began with nothing
    std::uint64_t seed = 0;
    std::int64_t maxTrain = 0;
    RunStatus status = RunStatus::Queued;
    double progress = 0;
    std::int64_t createdUs = 0;
    std::int64_t startedUs = 0;
    std::int64_t endedUs = 0;
    int learned = 0;  ///< tasks of the last row of the matrix that is measured whole
    std::optional<double> accuracy;
    std::optional<double> forgetting;
    std::optional<std::int64_t> adapterParameters;
    std::optional<std::int64_t> headParameters;
    std::optional<std::int64_t> bytes;
    std::optional<double> trainSeconds;
    std::vector<TaskScore> tasks;   ///< in learning order
    std::vector<std::string> tags;  ///< sorted
    std::string note;               ///< the newest
};

struct RunTable {
    std::vector<RunRow> rows;                  ///< newest first
    std::vector<std::string> tasks;            ///< names, in the order in which the rows name them first
    int rowOf(const std::string &uuid) const;  ///< -1 = not there
};

/// The settings of all runs of a table, each text once: half a million of them take a few megabytes.
class RunSettings {
public:
    struct Entry {
        std::uint32_t key = 0;    ///< place in keys()
        std::uint32_t value = 0;  ///< place in values()

        bool operator==(const Entry &) const = default;
    };

    RunSettings() : m_begins{0} {}

    /// Adds a setting of the row that is being filled.
    void add(const std::string &key, const std::string &value);
    void endRow();  ///< the next row begins

    std::size_t rows() const { return m_begins.size() - 1; }
    const std::vector<std::string> &keys() const { return m_keys; }
    const std::vector<std::string> &values() const { return m_values; }
    /// By key; none for a row that is not there yet.
    std::span<const Entry> of(std::size_t row) const;
    const std::string *value(std::size_t row, std::uint32_t key) const;  ///< nullptr = the run has no such setting
    std::optional<std::uint32_t> keyNamed(const std::string &name) const;

private:
    using Pool = std::unordered_map<std::string, std::uint32_t>;
    static std::uint32_t place(const std::string &text, Pool &pool, std::vector<std::string> &texts);

    std::vector<std::string> m_keys;
    std::vector<std::string> m_values;
    Pool m_keyPool;
    Pool m_valuePool;
    std::vector<std::uint32_t> m_begins;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_lastValue;  ///< by key: neighbours have the same more often than not
};

/// What rows are told from.
struct RunScene {
    const RunTable &table;
    const RunSettings &settings;
};

/// A figure of a row: what it is called in filters and what it is in the registry of measures.
struct RunFigure {
    const char *name;
    const char *measure;
    std::optional<double> (*value)(const RunRow &row);

    const Measure &described() const { return atlas::measure(measure); }
};

/// accuracy, forgetting, adapters, heads, bytes, seconds
std::span<const RunFigure> runFigures();
const RunFigure *runFigure(const std::string &name);  ///< nullptr = there is none

std::optional<double> taskScore(const RunRow &row, std::uint32_t task);

/// Rows of one recipe (core/run_recipe.h), which differ in their seed alone, in the order of `rows`. A seed that is
/// there already begins another group. Rows of which the settings are not known yet are alone.
std::vector<std::vector<std::size_t>> groupBySeed(const RunTable &table, const RunSettings &settings,
                                                  std::span<const std::size_t> rows);

/// A few of these rows to look at first: over the sequence that the newest finished run learned, the newest finished
/// run of each recipe, at most `most`. In the order of `rows`, newest first.
std::vector<std::size_t> runsToBeginWith(const RunScene &scene, std::span<const std::size_t> rows, std::size_t most);

/// The keys in which these rows are not the same, by name. A setting that only other strategies have is no difference.
std::vector<std::uint32_t> differingKeys(const RunTable &table, const RunSettings &settings,
                                         std::span<const std::size_t> rows);

/// Mean, and standard deviation (n - 1) where there are several.
struct RunFigureSpread {
    std::optional<double> mean;
    std::optional<double> sd;
    std::int64_t n = 0;
};

RunFigureSpread spreadOf(std::span<const double> values);

}  // namespace atlas
