#pragma once

#include "core/run_record.h"

#include <optional>
#include <vector>

namespace atlas {

/// What became of a sample between two evaluations. In the order in which people want to see them.
enum class AnswerChange {
    Lost,        ///< answered better then than now
    Wrong,       ///< wrong, as it was then
    Found,       ///< answered better now than then
    Right,       ///< right, as it was then
    WrongAlone,  ///< wrong; there is no earlier answer to hold it against
    RightAlone
};

/// One test sample as it is answered now, and as it was answered before.
struct AnsweredSample {
    Prediction now;
    std::optional<Prediction> then;
    AnswerChange change = AnswerChange::RightAlone;

    bool flipped() const { return change == AnswerChange::Lost || change == AnswerChange::Found; }
    bool right() const;  ///< now
};

inline constexpr double kRightFrom = 0.5;  ///< a soft answer counts as right from this score on

/// Pairs the answers of two evaluations by sample; `then` may be empty. Sorted by change, and inside by confidence,
/// the surest first: what is surely wrong is worth a look before what is a guess.
std::vector<AnsweredSample> answerChanges(const std::vector<Prediction> &then, const std::vector<Prediction> &now);

/// How many there are of a change.
std::int64_t countOf(const std::vector<AnsweredSample> &samples, AnswerChange change);

}  // namespace atlas
