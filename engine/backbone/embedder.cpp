#include "engine/backbone/embedder.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {

TextBatch makeTextBatch(const std::vector<const PreparedInput *> &inputs, int padId)
{
    std::size_t longest = 0;
    std::size_t shortest = SIZE_MAX;
    for (const PreparedInput *input : inputs) {
        longest = std::max(longest, input->ids.size());
        shortest = std::min(shortest, input->ids.size());
    }
    const auto rows = static_cast<std::int64_t>(inputs.size());
    const auto columns = static_cast<std::int64_t>(longest);
    TextBatch batch;
    batch.ids = at::full({rows, columns}, padId, at::kLong);
    batch.typeIds = at::zeros({rows, columns}, at::kLong);
    batch.mask = at::zeros({rows, columns});
    batch.padded = shortest != longest;
    for (std::int64_t row = 0; row < rows; ++row) {
        const PreparedInput &input = *inputs[static_cast<std::size_t>(row)];
        std::ranges::copy(input.ids, batch.ids.data_ptr<std::int64_t>() + row * columns);
        std::ranges::copy(input.typeIds, batch.typeIds.data_ptr<std::int64_t>() + row * columns);
        std::fill_n(batch.mask.data_ptr<float>() + row * columns, input.ids.size(), 1.0F);
    }
    return batch;
}

EmbeddedBatch concatenate(const EmbeddedBatch &first, const EmbeddedBatch &second)
{
    return {at::cat({first.tokens, second.tokens}, 1), at::cat({first.mask, second.mask}, 1),
            first.padded || second.padded};
}

}  // namespace atlas::engine
