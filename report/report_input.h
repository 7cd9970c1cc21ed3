#pragma once

#include "core/comparison.h"
#include "core/interference.h"
#include "core/verdict.h"
#include "report/decision_input.h"
#include "storage/project.h"
#include "storage/snapshot.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::report {

/// A state of a dataset that a run learned from.
struct DataFact {
    DataVersionRef version;
    std::int64_t samples = 0;
    std::int64_t labelled = 0;
    std::string contentHash;  ///< hexadecimal
};

/// What is kept of a learned task on disk.
struct PackageFact {
    std::string run;   ///< name
    std::string path;  ///< within the folder of its model
    std::string sha256;
};

/// Figures that are not counted, and why.
struct LeftOut {
    enum class Why {
        NotMeasured,    ///< the run has no score for the task after its last step
        OnlyOne,        ///< one of the two compared runs did not answer the task
        SamplesDiffer,  ///< `count` of `of` test samples were not answered by both
        NotFinished     ///< the run did not come to its end: what it learned until then counts
    };

    Why why = Why::NotMeasured;
    std::string run;  ///< name
    std::string task;
    std::int64_t count = 0;
    std::int64_t of = 0;
};

/// Everything a report is written from, read in one transaction.
struct ReportInput {
    ReportInput() = default;
    ReportInput(ReportInput &&) = default;
    ReportInput &operator=(ReportInput &&) = default;
    ReportInput(const ReportInput &) = delete;  ///< groups point into runs

    std::string project;  ///< name
    std::string projectUuid;
    int schemaVersion = 0;
    std::optional<storage::SnapshotFacts> snapshot;  ///< the project is a frozen copy

    std::vector<ComparedRun> runs;        ///< the one that is reported on, then the others in the order they were named
    std::vector<RunGroup> groups;         ///< of runs that differ in their seed alone; the first is reported on
    std::optional<std::size_t> baseline;  ///< place of a group
    bool baselineServes = false;          ///< it is what is in production, and was not named
    std::vector<std::optional<GroupDifference>> differences;  ///< per group: how the first differs from it
    std::vector<Interference> interferences;                  ///< in the run that is reported on
    std::vector<TaskChange> changes;                          ///< against the baseline

    DecisionInput decision;
    Ruling judgement;

    std::vector<DataFact> data;
    std::vector<PackageFact> packages;  ///< none where weights were taken away, as in a snapshot
    std::vector<LeftOut> leftOut;

    const ComparedRun &subject() const { return runs.front(); }
    const RunResults &results() const { return runs.front().input.run; }
    const ComparedRun *baselineRun() const { return baseline ? groups[*baseline].runs.front() : nullptr; }
    const GroupDifference *difference() const;
};

/// Reads what is needed of these runs (uuid, its start, name or number). The second one that is not the first with
/// another seed is the baseline; without it, the run in production is.
/// Threads: up to seconds for large test splits.  Errors: NotFound (a run), Usage (a run named twice), Cancelled.
ReportInput readReportInput(const storage::Project &project, const std::vector<std::string> &runs,
                            const std::stop_token &stop = {});

}  // namespace atlas::report
