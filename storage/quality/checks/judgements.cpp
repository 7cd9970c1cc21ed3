// What the features of a backbone, or a run, say of labels and samples (core/sample_insight.h).

#include "core/translatable.h"
#include "storage/label_rows.h"
#include "storage/quality/checks/checks.h"
#include "storage/quality/checks/listed.h"

namespace atlas::storage::checks {
namespace {

/// Samples for which `wanted` holds, by `order`, as one finding: they are gone through one by one.
template <typename Wanted, typename Order>
std::vector<Finding> sorted(const QualityData &data, Wanted wanted, Order order)
{
    std::vector<std::pair<double, std::int64_t>> found;
    for (const Sample &sample : data.samples) {
        const auto known = data.insights.find(sample.id);
        if (known != data.insights.end() && wanted(sample, known->second)) {
            found.emplace_back(order(known->second.insight), sample.id);
        }
    }
    return lowestFirst(std::move(found));
}

/// A verified label was looked at twice, and one that changed since was never judged.
std::vector<Finding> suspicious(const QualityData &data)
{
    return sorted(
        data,
        [](const Sample &sample, const StoredInsight &stored) {
            return stored.insight.suspicious && sample.review == ReviewState::Labelled &&
                   LabelRows::describe(sample.labels) == stored.label;
        },
        [](const SampleInsight &insight) { return insight.given; });
}

std::vector<Finding> lonely(const QualityData &data)
{
    return sorted(
        data,
        [](const Sample &sample, const StoredInsight &stored) {
            return stored.insight.lonely && sample.review != ReviewState::Verified;
        },
        [](const SampleInsight &insight) { return -insight.outlier; });
}

}  // namespace

std::vector<QualityCheck> judgements()
{
    return {
        {.name = "label-errors",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Labels that look wrong"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n labels contradict what is learned from all the others."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "Classifiers that have not seen the sample find its label unlikely "
                                                   "and another one likely (confident learning). Take the suggestion "
                                                   "(Enter), or verify the label (V): the most doubtful come first."),
         .level = ProblemLevel::Warning,
         .oneByOne = true,
         .fixes = {"accept", "verify", "dispute"},
         .find = suspicious},
        {.name = "outliers",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Unlike all others"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n samples are far from every other in this dataset."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "Strays, broken shots, or samples that somebody slipped in. Being "
                                                   "rare is no fault in itself: look before you leave one out."),
         .level = ProblemLevel::Info,
         .oneByOne = true,
         .fixes = {"skip", "verify"},
         .find = lonely},
    };
}

}  // namespace atlas::storage::checks
