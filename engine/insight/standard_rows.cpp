#include "engine/insight/standard_rows.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr std::int64_t kRowsHeld = 2048;  ///< rows held in double precision at a time

}  // namespace

RowStandard RowStandard::of(const at::Tensor &rows)
{
    const std::int64_t n = rows.size(0);
    const auto meanOver = [&](const auto &of) {
        at::Tensor sum = torch::zeros({rows.size(1)}, torch::kDouble);
        for (std::int64_t begin = 0; begin < n; begin += kRowsHeld) {
            sum += of(rows.narrow(0, begin, std::min(kRowsHeld, n - begin)).to(torch::kDouble)).sum(0);
        }
        return sum / static_cast<double>(n);
    };
    const at::Tensor mean = meanOver([](const at::Tensor &block) { return block; });
    const at::Tensor deviation = meanOver([&](const at::Tensor &block) { return (block - mean).square(); }).sqrt();
    // What rounding leaves of a column that never changes is no deviation.
    const at::Tensor live = (deviation > 1e-7 * mean.abs()).nonzero().squeeze(1);
    return {.columns = live,
            .mean = mean.index_select(0, live).to(torch::kFloat),
            .deviation = deviation.index_select(0, live).to(torch::kFloat)};
}

at::Tensor RowStandard::apply(const at::Tensor &rows) const
{
    if (columns.numel() == 0) {
        return torch::zeros({rows.size(0), 1});
    }
    return rows.index_select(1, columns).sub_(mean).div_(deviation);
}

at::Tensor standardRows(const at::Tensor &rows)
{
    return rows.size(0) == 0 ? rows : RowStandard::of(rows).apply(rows);
}

at::Tensor unitRows(const at::Tensor &rows)
{
    return rows / rows.norm(2, {1}, true).clamp_min(1e-12);
}

}  // namespace atlas::engine
