#pragma once

#include "storage/quality/quality_data.h"

#include <functional>
#include <span>

namespace atlas::storage {

/// Something odd about some samples or classes of a dataset.
struct Finding {
    std::vector<std::int64_t> samples;  ///< in the order in which to look at them; of copies the first is to stay
    std::vector<std::int64_t> classes;  ///< ids; the first is the one the others would be merged into
    std::vector<std::string> words;     ///< %1, %2 of the check's sentence
    std::string key;                    ///< tells it from all others of the dataset, now and after another look
};

/// One kind of oddity: how it is found, what is said of it, what can be done about it.
/// A new one is an entry of its family in storage/quality/checks/<family>.cpp.
struct QualityCheck {
    std::string name;                ///< "copies"
    std::string title;               ///< English, translatable in context "QualityCheck"
    std::string sentence;            ///< of one finding, same context: %n samples, %1, %2 its words
    std::string help;                ///< why it matters and what to do, same context
    ProblemLevel level;              ///< errors and warnings are counted on the page's badge
    bool oneByOne;                   ///< its finding lists samples to be looked at one by one, the worst first
    std::vector<std::string> fixes;  ///< names of fixes (quality_fix.h), the usual one first
    std::function<std::vector<Finding>(const QualityData &)> find;
};

/// All checks, the gravest first.
std::span<const QualityCheck> qualityChecks();

struct CheckFindings {
    const QualityCheck *check = nullptr;
    std::vector<Finding> findings;
};

/// What every check finds and nobody has let stand; checks that find nothing are left out.
/// Blocks.  Errors: Cancelled between two checks.
std::vector<CheckFindings> inspectQuality(const QualityData &data, const std::stop_token &stop);

}  // namespace atlas::storage
