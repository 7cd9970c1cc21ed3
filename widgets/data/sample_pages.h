#pragma once

#include "core/sample.h"
#include "storage/quality/suggestions.h"

#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace atlas::widgets {

/// A row as it is held.
struct HeldSample {
    Sample sample;
    std::optional<storage::Suggestion> suggestion{};
};

/// The last used pages of a long list of samples; a page is kSize rows. Forgets the page unused for longest.
class SamplePages {
public:
    static constexpr int kSize = 256;
    static constexpr int kMost = 64;

    void clear();
    void put(int page, std::vector<std::optional<HeldSample>> rows);

    /// nullptr when the row's page is not held, or its sample is gone.
    const HeldSample *find(int row);
    bool holds(int page) const { return m_pages.contains(page); }
    /// Replaces a sample that is held; what is suggested for it stays. False when it is not.
    bool replace(int row, Sample sample);

private:
    struct Page {
        std::vector<std::optional<HeldSample>> rows;
        std::list<int>::iterator use;
    };

    std::unordered_map<int, Page> m_pages;
    std::list<int> m_uses;  // last used first
};

}  // namespace atlas::widgets
