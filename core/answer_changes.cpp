#include "core/answer_changes.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace atlas {
namespace {

constexpr double kSameScore = 1e-9;

AnswerChange changeOf(const AnsweredSample &sample)
{
    const bool right = sample.now.score >= kRightFrom;
    if (!sample.then) {
        return right ? AnswerChange::RightAlone : AnswerChange::WrongAlone;
    }
    const double gained = sample.now.score - sample.then->score;
    if (gained < -kSameScore) {
        return AnswerChange::Lost;
    }
    if (gained > kSameScore) {
        return AnswerChange::Found;
    }
    return right ? AnswerChange::Right : AnswerChange::Wrong;
}

}  // namespace

bool AnsweredSample::right() const
{
    return now.score >= kRightFrom;
}

std::vector<AnsweredSample> answerChanges(const std::vector<Prediction> &then, const std::vector<Prediction> &now)
{
    std::unordered_map<std::int64_t, const Prediction *> before;
    for (const Prediction &prediction : then) {
        before.emplace(prediction.sampleId, &prediction);
    }
    std::vector<AnsweredSample> samples;
    samples.reserve(now.size());
    for (const Prediction &prediction : now) {
        AnsweredSample sample{.now = prediction, .then = {}};
        if (const auto found = before.find(prediction.sampleId); found != before.end()) {
            sample.then = *found->second;
        }
        sample.change = changeOf(sample);
        samples.push_back(std::move(sample));
    }
    std::ranges::stable_sort(
        samples, {}, [](const AnsweredSample &sample) { return std::tuple(sample.change, -sample.now.confidence); });
    return samples;
}

std::int64_t countOf(const std::vector<AnsweredSample> &samples, AnswerChange change)
{
    return std::ranges::count(samples, change, &AnsweredSample::change);
}

}  // namespace atlas
