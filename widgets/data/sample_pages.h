#pragma once

#include "core/sample.h"

#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace atlas::widgets {

/// The last used pages of a long list of samples; a page is kSize rows. Forgets the page unused for longest.
class SamplePages {
public:
    static constexpr int kSize = 256;
    static constexpr int kMost = 64;

    void clear();
    void put(int page, std::vector<std::optional<Sample>> rows);

    /// nullptr when the row's page is not held, or its sample is gone.
    const Sample *find(int row);
    bool holds(int page) const { return m_pages.contains(page); }
    /// Replaces a sample that is held. False when it is not.
    bool replace(int row, Sample sample);

private:
    struct Page {
        std::vector<std::optional<Sample>> rows;
        std::list<int>::iterator use;
    };

    std::unordered_map<int, Page> m_pages;
    std::list<int> m_uses;  // last used first
};

}  // namespace atlas::widgets
