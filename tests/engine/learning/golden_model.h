#pragma once

#include "engine/backbone/vilt.h"
#include "engine/learning/adapter_hook.h"
#include "engine/learning/head.h"
#include "engine/tensor/tensor_file.h"
#include "tests/support/shared_data.h"

#include <torch/types.h>

#include <QTest>

#include <memory>
#include <string>

/// The goldens' network: tiny-vilt with T adapters, their gates and one head, all under the goldens' names.
namespace atlas::test {

inline constexpr int kGoldenBottleneck = 8;
inline constexpr int kGoldenClasses = 5;

inline double maxDifference(const at::Tensor &actual, const at::Tensor &expected)
{
    return (actual.to(at::kDouble) - expected.to(at::kDouble)).abs().max().item<double>();
}

/// Tensors whose names begin with `prefix`, without it.
inline engine::TensorMap under(const engine::StateDict &tensors, const std::string &prefix)
{
    engine::TensorMap result;
    for (const auto &[name, tensor] : tensors) {
        if (name.starts_with(prefix)) {
            result.emplace(name.substr(prefix.size()), tensor);
        }
    }
    return result;
}

struct GoldenModel {
    std::shared_ptr<engine::Vilt> vilt;
    engine::AdapterBank bank;
    engine::GateSet gates;
    engine::Head head;

    /// `parameters` under the registered names.
    GoldenModel(std::shared_ptr<engine::Vilt> backbone, int tasks, engine::TensorMap parameters)
        : vilt(std::move(backbone)), bank(vilt->config().width, kGoldenBottleneck, vilt->config().layers),
          gates(vilt->config().layers), head(makeHead())
    {
        for (int task = 0; task < tasks; ++task) {
            bank.load(task, parameters);
        }
        gates = engine::GateSet::load(vilt->config().layers, vilt->config().width, parameters);
        head.load(parameters);
        engine::requireEmpty(parameters, "The golden");
    }

    engine::NamedTensors parameters(int tasks) const
    {
        engine::NamedTensors all;
        for (int task = 0; task < tasks; ++task) {
            const engine::NamedTensors adapters = bank.parameters(task);
            all.insert(all.end(), adapters.begin(), adapters.end());
        }
        for (const engine::NamedTensors &more : {gates.parameters(), head.parameters()}) {
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    }

private:
    engine::Head makeHead() const
    {
        at::Generator generator = at::detail::createCPUGenerator(1);
        return engine::Head("x", vilt->config().width, kGoldenClasses, generator);
    }
};

}  // namespace atlas::test

#define ATLAS_CLOSE(actual, expected, tolerance)                                                                       \
    do {                                                                                                               \
        QCOMPARE((actual).sizes(), (expected).sizes());                                                                \
        const double difference = atlas::test::maxDifference((actual), (expected));                                    \
        QVERIFY2(difference <= (tolerance), qPrintable(QStringLiteral("%1 differs by %2, allowed %3")                  \
                                                           .arg(QStringLiteral(#actual))                               \
                                                           .arg(difference)                                            \
                                                           .arg(tolerance)));                                          \
    } while (false)
