#include "widgets/data/sample_pages.h"

#include <utility>

namespace atlas::widgets {

void SamplePages::clear()
{
    m_pages.clear();
    m_uses.clear();
}

void SamplePages::put(int page, std::vector<std::optional<HeldSample>> rows)
{
    if (const auto held = m_pages.find(page); held != m_pages.end()) {
        held->second.rows = std::move(rows);
        return;
    }
    if (m_pages.size() >= std::size_t(kMost)) {
        m_pages.erase(m_uses.back());
        m_uses.pop_back();
    }
    m_uses.push_front(page);
    m_pages.emplace(page, Page{std::move(rows), m_uses.begin()});
}

const HeldSample *SamplePages::find(int row)
{
    const auto held = m_pages.find(row / kSize);
    if (held == m_pages.end()) {
        return nullptr;
    }
    Page &page = held->second;
    m_uses.splice(m_uses.begin(), m_uses, page.use);
    const std::size_t index = std::size_t(row % kSize);
    return index < page.rows.size() && page.rows[index] ? &*page.rows[index] : nullptr;
}

bool SamplePages::replace(int row, Sample sample)
{
    const auto held = m_pages.find(row / kSize);
    const std::size_t index = std::size_t(row % kSize);
    if (held == m_pages.end() || index >= held->second.rows.size()) {
        return false;
    }
    std::optional<HeldSample> &place = held->second.rows[index];
    place = HeldSample{std::move(sample), place ? std::move(place->suggestion) : std::nullopt};
    return true;
}

}  // namespace atlas::widgets
