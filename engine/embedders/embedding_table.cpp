#include "engine/embedders/embedding_table.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {

void DenseTable::copyRow(std::int64_t row, float *to) const
{
    std::copy_n(m_table.data_ptr<float>() + row * width(), width(), to);
}

}  // namespace atlas::engine
