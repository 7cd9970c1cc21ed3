#include "storage/import/sample_matcher.h"

#include "storage/quality/content_key.h"
#include "storage/sample_store.h"

#include <algorithm>
#include <span>

namespace atlas::storage {
namespace {

std::string idKey(const Sample &sample)
{
    return "id " + sample.externalId;
}

bool mayBe(const SampleMatcher::Known &known, const Sample &sample)
{
    return known.source == sample.source || known.split == sample.split || known.split == Split::Unassigned ||
           sample.split == Split::Unassigned;
}

}  // namespace

SampleMatcher::SampleMatcher(SampleStore &store, std::int64_t dataset)
{
    constexpr std::size_t kBatch = 1000;
    const std::vector<std::int64_t> ids = store.ids(dataset, {});
    m_known.reserve(ids.size());
    for (std::size_t begin = 0; begin < ids.size(); begin += kBatch) {
        const std::size_t count = std::min(kBatch, ids.size() - begin);
        for (Sample &sample : store.load(std::span(ids).subspan(begin, count))) {
            if (!sample.externalId.empty()) {
                m_byKey.emplace(idKey(sample), m_known.size());
            }
            m_byKey.emplace(contentKey(sample), m_known.size());
            m_known.push_back({sample.id, sample.split, std::move(sample.source)});
        }
    }
}

const SampleMatcher::Known *SampleMatcher::takeFrom(const std::string &key, const Sample &sample)
{
    const auto [begin, end] = m_byKey.equal_range(key);
    auto best = end;
    for (auto entry = begin; entry != end; ++entry) {
        const Known &known = m_known[entry->second];
        if (m_taken.contains(entry->second) || !mayBe(known, sample)) {
            continue;
        }
        // Of equal rows the one from the same place first, then the oldest.
        const bool sameSource = known.source == sample.source;
        if (best == end || (sameSource && m_known[best->second].source != sample.source) ||
            (sameSource == (m_known[best->second].source == sample.source) && entry->second < best->second)) {
            best = entry;
        }
    }
    if (best == end) {
        return nullptr;
    }
    m_taken.insert(best->second);
    return &m_known[best->second];
}

const SampleMatcher::Known *SampleMatcher::take(const Sample &sample)
{
    if (!sample.externalId.empty()) {
        if (const Known *known = takeFrom(idKey(sample), sample)) {
            return known;
        }
    }
    return takeFrom(contentKey(sample), sample);
}

}  // namespace atlas::storage
