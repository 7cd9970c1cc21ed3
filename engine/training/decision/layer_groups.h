#pragma once

#include <algorithm>
#include <vector>

namespace atlas::engine {

/// Neighbouring layers that are looked at together, `last` among them.
struct LayerGroup {
    int first = 0;
    int last = 0;

    bool holds(int layer) const { return layer >= first && layer <= last; }
};

/// Lower, middle and upper layers: three groups of like size, fewer where there are fewer layers.
inline std::vector<LayerGroup> layerGroups(int layers)
{
    const int count = std::min(3, layers);
    std::vector<LayerGroup> groups;
    for (int i = 0; i < count; ++i) {
        groups.push_back({.first = i * layers / count, .last = (i + 1) * layers / count - 1});
    }
    return groups;
}

}  // namespace atlas::engine
