#pragma once

namespace atlas::engine {

/// While it lives, matrix products on the CPU are computed in bf16, from fp32 weights and with fp32 gradients.
/// Threads: for the thread that makes it.
class Bf16Products {
public:
    explicit Bf16Products(bool enabled);
    ~Bf16Products();
    Bf16Products(const Bf16Products &) = delete;
    Bf16Products &operator=(const Bf16Products &) = delete;

private:
    bool m_enabled;
};

}  // namespace atlas::engine
