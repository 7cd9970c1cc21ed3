#include "core/observer.h"

#include "core/error.h"
#include "core/run_record.h"
#include "core/sample.h"
#include "core/sentence.h"
#include "core/task.h"
#include "core/translatable.h"

#include <array>
#include <utility>

namespace atlas {

const char *splitName(Split split) noexcept
{
    switch (split) {
    case Split::Train: return "train";
    case Split::Validation: return "validation";
    case Split::Test: return "test";
    case Split::Unassigned: break;
    }
    return "auto";
}

std::optional<Split> parseSplit(const std::string &name) noexcept
{
    if (name == "train" || name == "training") {
        return Split::Train;
    }
    if (name == "validation" || name == "valid" || name == "val" || name == "dev") {
        return Split::Validation;
    }
    if (name == "test" || name == "testing") {
        return Split::Test;
    }
    if (name == "auto" || name.empty()) {
        return Split::Unassigned;
    }
    return std::nullopt;
}

const char *reviewStateName(ReviewState state) noexcept
{
    switch (state) {
    case ReviewState::Unlabelled: return "unlabelled";
    case ReviewState::Labelled: return "labelled";
    case ReviewState::Verified: return "verified";
    case ReviewState::Disputed: return "disputed";
    case ReviewState::Skipped: return "skipped";
    }
    return "unlabelled";
}

std::optional<ReviewState> parseReviewState(const std::string &name) noexcept
{
    for (const ReviewState state : {ReviewState::Unlabelled, ReviewState::Labelled, ReviewState::Verified,
                                    ReviewState::Disputed, ReviewState::Skipped}) {
        if (name == reviewStateName(state)) {
            return state;
        }
    }
    return std::nullopt;
}

const char *labelFormName(LabelForm form) noexcept
{
    switch (form) {
    case LabelForm::Single: return "single";
    case LabelForm::Multi: return "multi";
    case LabelForm::Soft: return "soft";
    }
    return "single";
}

namespace {
constexpr std::array<std::pair<RunStatus, const char *>, 7> kRunStatusNames{{
    {RunStatus::Queued, QT_TRANSLATE_NOOP("Sentence", "queued")},
    {RunStatus::Running, QT_TRANSLATE_NOOP("Sentence", "running")},
    {RunStatus::Paused, QT_TRANSLATE_NOOP("Sentence", "paused")},
    {RunStatus::Interrupted, QT_TRANSLATE_NOOP("Sentence", "interrupted")},
    {RunStatus::Finished, QT_TRANSLATE_NOOP("Sentence", "finished")},
    {RunStatus::Failed, QT_TRANSLATE_NOOP("Sentence", "failed")},
    {RunStatus::Cancelled, QT_TRANSLATE_NOOP("Sentence", "cancelled")},
}};
}

const char *runStatusName(RunStatus status) noexcept
{
    for (const auto &[value, name] : kRunStatusNames) {
        if (value == status) {
            return name;
        }
    }
    return "queued";
}

std::optional<RunStatus> parseRunStatus(const std::string &name) noexcept
{
    for (const auto &[value, text] : kRunStatusNames) {
        if (name == text) {
            return value;
        }
    }
    return std::nullopt;
}

void throwIfStopped(const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        throw Error(ErrorCode::Cancelled, say(QT_TRANSLATE_NOOP("Sentence", "Stopped.")));
    }
}

}  // namespace atlas
