#pragma once

#include "core/measure.h"
#include "core/paired.h"

#include <map>

namespace atlas {

/// A run with its measures and the answers it gave for each task after the last one was learned.
struct ComparedRun {
    MeasureInput input;
    std::vector<MeasureResult> measures;  ///< in the order of the registry
};

/// Runs that differ in their seed alone.
struct RunGroup {
    std::vector<const ComparedRun *> runs;

    const RunRecord &first() const { return runs.front()->input.run.run; }
};

/// In the order in which each was named first.
std::vector<RunGroup> groupBySeed(const std::vector<ComparedRun> &runs);

/// One figure of a group: the mean over its seeds.
struct GroupFigure {
    std::optional<double> value;
    std::optional<double> sd;          ///< over seeds, n - 1; where there are several
    std::optional<Interval> interval;  ///< over seeds where there are several, else over test samples
    std::int64_t n = 0;                ///< runs that have the figure
};

/// The mean of a measure of the registry.
GroupFigure figureOf(const RunGroup &group, const Measure &measure);

/// The mean score on a task after the last one was learned, by the task's metric.
GroupFigure taskFigure(const RunGroup &group, const std::string &task);

/// The settings, and all else a run is asked to do, in which the groups are not the same: key -> one value per group,
/// empty where a group has none. A setting that only other strategies have is no difference.
std::map<std::string, std::vector<std::string>> differingSettings(const std::vector<RunGroup> &groups);

/// How a group differs from the first on the same test samples; of several seeds each sample's mean score counts.
struct GroupDifference {
    std::vector<std::string> tasks;  ///< that both have answered
    std::vector<PairedDifference> byTask;
    PairedDifference average;       ///< mean over tasks; bootstrap within each
    std::optional<Interval> seeds;  ///< t over the seeds that both have, of the average; where there are two or more

    /// Chance is a poor explanation of the average, neither over samples nor, where that is known, over seeds.
    bool significant() const;
};

GroupDifference differenceOf(const RunGroup &first, const RunGroup &second, const BootstrapOptions &options = {});

}  // namespace atlas
