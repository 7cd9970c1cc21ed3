#include "engine/learning/orthogonality.h"

#include <torch/types.h>

namespace atlas::engine {

at::Tensor orthogonalityPenalty(const at::Tensor &rows)
{
    const at::Tensor excess = rows.matmul(rows.t()) - torch::eye(rows.size(0), rows.options());
    return (excess * excess).mean() / static_cast<double>(rows.size(0) * rows.size(1));
}

at::Tensor orthogonalityLoss(const GateSet &gates, const OrthogonalityOptions &options)
{
    at::Tensor total;
    const auto add = [&](const std::vector<at::Tensor> &rows) {
        const at::Tensor penalty = orthogonalityPenalty(torch::stack(rows)) * options.coefficient;
        total = total.defined() ? total + penalty : penalty;
    };
    for (int layer = 0; layer < gates.layers(); ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            const std::vector<Gate> &mixed = gates.at(layer, site);
            if (mixed.empty() || static_cast<int>(mixed.size()) < options.minimumRows) {
                continue;
            }
            std::vector<at::Tensor> queries, keys;
            for (const Gate &gate : mixed) {
                queries.push_back(gate.query);
                keys.push_back(gate.key);
            }
            add(queries);
            if (options.keys) {
                add(keys);
            }
        }
    }
    return total.defined() ? total : torch::zeros({});
}

}  // namespace atlas::engine
