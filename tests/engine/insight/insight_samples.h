#pragma once

#include "engine/insight/carried_classes.h"

#include <torch/types.h>

#include <cstdint>
#include <numeric>
#include <vector>

namespace atlas::test {

/// Rows around one centre for each class, class after class, that a line can tell apart.  -> (classes x each, 12)
inline at::Tensor clusters(std::int64_t classes, std::int64_t each, double spread = 0.3)
{
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(7);
    const at::Tensor centres = torch::eye(classes, 12).repeat_interleave(each, 0) * 2;
    return centres + torch::randn({classes * each, 12}, generator) * spread;
}

/// One class for each sample of clusters().
inline engine::CarriedClasses oneEach(int classes, int each)
{
    engine::CarriedClasses carried;
    for (int label = 0; label < classes; ++label) {
        for (int i = 0; i < each; ++i) {
            carried.push_back({label});
        }
    }
    return carried;
}

/// No sample is a copy of another.
inline std::vector<std::int64_t> alone(std::size_t n)
{
    std::vector<std::int64_t> sets(n);
    std::iota(sets.begin(), sets.end(), std::int64_t{0});
    return sets;
}

}  // namespace atlas::test
