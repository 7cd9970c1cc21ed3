#include "engine/pretrain/autocast.h"

#include <torch/torch.h>

#include <ATen/autocast_mode.h>

namespace atlas::engine {

Bf16Products::Bf16Products(bool enabled) : m_enabled(enabled)
{
    if (m_enabled) {
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
        at::autocast::set_cpu_enabled(true);
        at::autocast::increment_nesting();
    }
}

Bf16Products::~Bf16Products()
{
    if (m_enabled) {
        at::autocast::decrement_nesting();
        at::autocast::clear_cache();
        at::autocast::set_cpu_enabled(false);
    }
}

}  // namespace atlas::engine
