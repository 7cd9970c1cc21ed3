#include "bench/adapter_setup.h"
#include "bench/bench.h"
#include "engine/learning/adapter_hook.h"

#include <torch/types.h>

namespace atlas::bench {

namespace {

constexpr std::int64_t kTokens = 185;

class MixingBench final : public BenchCase {
public:
    explicit MixingBench(const BenchArguments &arguments)
        : m_generator(at::detail::createCPUGenerator(1)), m_setup(arguments, 1, m_generator),
          m_hook(m_setup.bank, m_setup.gates, kHeads, m_setup.options)
    {
        const auto type = wantsBf16(arguments) ? at::kBFloat16 : at::kFloat;
        m_h = torch::randn({arguments.batch, kTokens, kWidth}).to(type).requires_grad_();
        m_gradient = torch::randn({arguments.batch, kTokens, kWidth}).to(type);
        m_mask = torch::ones({arguments.batch, kTokens});
    }

    void step() override
    {
        m_h.mutable_grad().reset();
        for (auto &entry : m_setup.trained()) {
            entry.second.mutable_grad().reset();
        }
        m_hook.apply(0, engine::Site::Mlp, m_h, m_mask).backward(m_gradient);
    }

private:
    at::Generator m_generator;
    AdapterSetup m_setup;
    engine::AdapterHook m_hook;
    at::Tensor m_h, m_gradient, m_mask;
};

}  // namespace

std::unique_ptr<BenchCase> makeMixingBench(const BenchArguments &arguments)
{
    return std::make_unique<MixingBench>(arguments);
}

}  // namespace atlas::bench
