#include "storage/decide/update_policy.h"

#include "core/csv.h"
#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/audit_trail.h"
#include "storage/dataset_store.h"
#include "storage/decide/model_registry.h"
#include "storage/query.h"
#include "storage/run_results.h"
#include "storage/run_store.h"

namespace atlas::storage {
namespace {

void check(const UpdatePolicy &policy)
{
    if (policy.newSamples.value_or(1) <= 0 || policy.ageDays.value_or(1) <= 0) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "A number of samples or days in the update policy is not above 0.")),
            say(QT_TRANSLATE_NOOP("Sentence", "Leave it out, or give 1 or more.")));
    }
    if (const double below = policy.below.value_or(0); !(below >= 0 && below <= 1)) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The score in the update policy is %1."), exactDigits(below)),
                    say(QT_TRANSLATE_NOOP("Sentence", "Give a number from 0 to 1.")));
    }
}

/// Labelled samples of the datasets a run learned from, now less then.
std::optional<std::int64_t> newSamplesSince(Connection &connection, std::int64_t run)
{
    Query query(connection, "SELECT r.dataset_id, max(v.labelled) FROM run_data r "
                            "JOIN data_version v ON v.id = r.version_id WHERE r.run_id = ? GROUP BY r.dataset_id");
    query.bind(run);
    std::optional<std::int64_t> more;
    while (query.step()) {
        const std::int64_t now = DatasetStore(connection).get(query.integer(0)).labelledCount;
        more = more.value_or(0) + std::max<std::int64_t>(0, now - query.integer(1));
    }
    return more;
}

bool isDue(const UpdatePolicy &policy, const PolicyStatus &status)
{
    return (policy.newSamples && status.newSamples && *status.newSamples >= *policy.newSamples) ||
           (policy.ageDays && status.ageDays && *status.ageDays >= *policy.ageDays) ||
           (policy.below && status.average && *status.average < *policy.below);
}

}  // namespace

std::string toText(const UpdatePolicy &policy)
{
    std::string text;
    const auto add = [&](const std::string &part) { text += (text.empty() ? "" : "; ") + part; };
    if (policy.newSamples) {
        add("new samples = " + std::to_string(*policy.newSamples));
    }
    if (policy.ageDays) {
        add("days = " + std::to_string(*policy.ageDays));
    }
    if (policy.below) {
        add("average below = " + exactDigits(*policy.below));
    }
    if (!policy.decides.empty()) {
        add("decides: " + policy.decides);
    }
    if (policy.secondPerson) {
        add("a second person approves");
    }
    if (!policy.note.empty()) {
        add(policy.note);
    }
    return text;
}

UpdatePolicy readPolicy(Connection &connection)
{
    Query query(connection, "SELECT new_samples, age_days, below, decides, second_person, note FROM update_policy");
    UpdatePolicy policy;
    if (query.step()) {
        const auto optional = [&](int column) {
            return query.isNull(column) ? std::nullopt : std::optional(query.integer(column));
        };
        policy = {.newSamples = optional(0),
                  .ageDays = optional(1),
                  .below = query.optionalReal(2),
                  .decides = query.text(3),
                  .secondPerson = query.integer(4) != 0,
                  .note = query.text(5)};
    }
    return policy;
}

void writePolicy(Connection &connection, const UpdatePolicy &policy, const std::string &actor)
{
    check(policy);
    const UpdatePolicy before = readPolicy(connection);
    if (before == policy) {
        return;
    }
    Query(connection, "INSERT INTO update_policy (id, new_samples, age_days, below, decides, second_person, note, "
                      "at_us, actor) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                      "new_samples = excluded.new_samples, age_days = excluded.age_days, below = excluded.below, "
                      "decides = excluded.decides, second_person = excluded.second_person, note = excluded.note, "
                      "at_us = excluded.at_us, actor = excluded.actor")
        .bind(policy.newSamples, policy.ageDays, policy.below, policy.decides, policy.secondPerson ? 1 : 0, policy.note,
              nowUs(), actor)
        .run();
    AuditTrail(connection)
        .append({.actor = actor,
                 .action = audit::kPolicy,
                 .object = "project",
                 .before = toText(before),
                 .after = toText(policy)});
}

PolicyStatus readPolicyStatus(Connection &connection)
{
    PolicyStatus status;
    const std::optional<RunRecord> run = ModelRegistry(connection).resolve(kProduction);
    if (!run) {
        return status;
    }
    constexpr std::int64_t kDayUs = 86'400'000'000;
    status.newSamples = newSamplesSince(connection, run->id);
    status.ageDays = std::max<std::int64_t>(0, nowUs() - run->endedUs) / kDayUs;
    status.average = averageAccuracy(readRunResults(connection, {}, *run).matrix());
    status.due = isDue(readPolicy(connection), status);
    return status;
}

}  // namespace atlas::storage
