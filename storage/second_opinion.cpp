#include "storage/second_opinion.h"

#include "storage/opinions.h"
#include "storage/query.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace atlas::storage {
namespace {

constexpr std::uint64_t kSeed = 1;

// An opinion of one's own label stands under another name (kAgain).
const std::string kMine = " EXISTS (SELECT 1 FROM opinion o WHERE o.sample_id = s.id AND o.actor = "
                          "CASE WHEN s.labelled_by = ?2 THEN ?2 || '" +
                          std::string(kAgain) + "' ELSE ?2 END)";

struct Candidate {
    std::int64_t id = 0;
    bool judged = false;
    std::uint64_t place = 0;
};

/// splitmix64 (Steele, Lea & Flood 2014) of the id: an order at random that other samples do not change.
std::uint64_t placeOf(std::int64_t id)
{
    std::uint64_t z = (static_cast<std::uint64_t>(id) + kSeed) * 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

std::vector<Candidate> candidates(Connection &connection, std::int64_t dataset, const std::string &actor, bool own)
{
    Query query(connection,
                "SELECT s.id," + kMine +
                    " FROM sample s WHERE s.dataset_id = ?1 AND s.removed = 0 AND s.review <> ?3 "
                    "AND EXISTS (SELECT 1 FROM sample_label l WHERE l.sample_id = s.id) AND s.labelled_by " +
                    (own ? "= ?2" : "<> ?2"));
    query.bind(dataset, actor, static_cast<int>(ReviewState::Skipped));
    std::vector<Candidate> found;
    while (query.step()) {
        found.push_back({query.integer(0), query.integer(1) != 0, placeOf(query.integer(0))});
    }
    std::ranges::sort(found, {}, &Candidate::place);
    return found;
}

}  // namespace

OpinionQueue opinionQueue(Connection &connection, std::int64_t dataset, const std::string &actor, std::size_t size)
{
    OpinionQueue queue;
    std::vector<Candidate> found = candidates(connection, dataset, actor, false);
    if (found.empty()) {
        found = candidates(connection, dataset, actor, true);
        queue.again = !found.empty();
    }
    if (size > 0 && found.size() > size) {
        const auto open = std::ranges::find(found, false, &Candidate::judged);
        const auto left = std::size_t(open == found.end() ? std::ssize(found) - 1 : open - found.begin());
        const std::size_t first = left / size * size;
        found.erase(found.begin() + std::ptrdiff_t(std::min(found.size(), first + size)), found.end());
        found.erase(found.begin(), found.begin() + std::ptrdiff_t(first));
    }
    std::ranges::stable_partition(found, [](const Candidate &one) { return !one.judged; });
    for (const Candidate &one : found) {
        queue.samples.push_back(one.id);
        queue.judged += one.judged ? 1 : 0;
    }
    return queue;
}

std::int64_t judgedAmong(Connection &connection, const std::string &actor, const std::vector<std::int64_t> &samples)
{
    Query query(connection, "SELECT count(*) FROM json_each(?1) j JOIN sample s ON s.id = j.value WHERE" + kMine);
    query.bind(nlohmann::json(samples).dump(), actor).first();
    return query.integer(0);
}

void hideFrom(Connection &connection, const std::string &actor, std::vector<Sample> &samples)
{
    for (Sample &sample : samples) {
        Query query(connection, "SELECT labelled_by FROM sample WHERE id = ?");
        const bool own = query.bind(sample.id).step() && query.text(0) == actor;
        const std::string me = own ? actor + kAgain : actor;
        sample.labels.clear();
        for (Opinion &opinion : opinionsOf(connection, sample.id)) {
            if (opinion.actor == me) {
                sample.labels = std::move(opinion.labels);
            }
        }
        sample.review = sample.labels.empty() ? ReviewState::Unlabelled : ReviewState::Labelled;
        sample.note.clear();
        sample.externalId.clear();
        sample.group.clear();
        sample.source.clear();
    }
}

}  // namespace atlas::storage
