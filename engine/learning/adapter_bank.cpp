#include "engine/learning/adapter_bank.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <array>

namespace atlas::engine {

namespace {

constexpr double kInitialDeviation = 0.02;
constexpr std::array kSites{Site::Attention, Site::Mlp};

/// The parts of an adapter under their registered names.
template <typename AdapterType>
auto partsOf(AdapterType &adapter)
{
    return std::array{std::pair{"down.weight", &adapter.downWeight}, std::pair{"down.bias", &adapter.downBias},
                      std::pair{"up.weight", &adapter.upWeight}, std::pair{"up.bias", &adapter.upBias}};
}

}  // namespace

std::string sitePrefix(int layer, Site site, int task)
{
    return "layer." + std::to_string(layer) + "." + siteName(site) + "." + std::to_string(task) + ".";
}

AdapterBank::AdapterBank(int width, int bottleneck, int layers)
    : m_width(width), m_bottleneck(bottleneck), m_layers(layers)
{
    if (bottleneck < 1 || bottleneck > width) {
        throw Error(
            ErrorCode::Usage,
            say(QT_TRANSLATE_NOOP("Sentence",
                                  "The adapters' bottleneck should be from 1 to the backbone's width %1, but is %2."),
                width, bottleneck),
            say(QT_TRANSLATE_NOOP("Sentence", "Choose another bottleneck width; 1/16 of the backbone's is usual.")));
    }
}

Adapter AdapterBank::blank() const
{
    const auto options = torch::dtype(torch::kFloat32).device(torch::Device(m_device));
    return {torch::zeros({m_bottleneck, m_width}, options), torch::zeros({m_bottleneck}, options),
            torch::zeros({m_width, m_bottleneck}, options), torch::zeros({m_width}, options)};
}

void AdapterBank::add(int task, at::Generator &generator)
{
    for (int layer = 0; layer < m_layers; ++layer) {
        for (const Site site : kSites) {
            add(task, layer, site, generator);
        }
    }
}

void AdapterBank::add(int task, int layer, Site site, at::Generator &generator)
{
    if (has(task, layer, site)) {
        throw Error(ErrorCode::Internal,
                    "Task " + std::to_string(task) + " already has an adapter at " + sitePrefix(layer, site, task));
    }
    // Drawn on the CPU, so that a seed gives the same adapter on every device.
    Adapter adapter = blank();
    adapter.downWeight.copy_(torch::empty({m_bottleneck, m_width}).normal_(0, kInitialDeviation, generator));
    adapter.upWeight.copy_(torch::empty({m_width, m_bottleneck}).normal_(0, kInitialDeviation, generator));
    m_adapters.emplace(Place{layer, site, task}, std::move(adapter));
}

void AdapterBank::remove(int task, int layer, Site site)
{
    m_adapters.erase(Place{layer, site, task});
}

void AdapterBank::removeTask(int task)
{
    std::erase_if(m_adapters, [task](const auto &entry) { return entry.first.task == task; });
}

bool AdapterBank::has(int task, int layer, Site site) const
{
    return m_adapters.contains(Place{layer, site, task});
}

bool AdapterBank::hasTask(int task) const
{
    return std::any_of(m_adapters.begin(), m_adapters.end(),
                       [task](const auto &entry) { return entry.first.task == task; });
}

int AdapterBank::siteCount(int task) const
{
    return static_cast<int>(std::count_if(m_adapters.begin(), m_adapters.end(),
                                          [task](const auto &entry) { return entry.first.task == task; }));
}

const Adapter &AdapterBank::at(int task, int layer, Site site) const
{
    const auto found = m_adapters.find(Place{layer, site, task});
    if (found == m_adapters.end()) {
        throw Error(ErrorCode::Internal, "There is no adapter " + sitePrefix(layer, site, task) + "*.");
    }
    return found->second;
}

std::vector<int> AdapterBank::tasksAt(int layer, Site site) const
{
    std::vector<int> tasks;
    for (const auto &entry : m_adapters) {
        if (entry.first.layer == layer && entry.first.site == site) {
            tasks.push_back(entry.first.task);
        }
    }
    return tasks;
}

void AdapterBank::setTrainable(int task, bool trainable)
{
    setRequiresGrad(parameters(task), trainable);
}

NamedTensors AdapterBank::parameters(int task) const
{
    NamedTensors result;
    for (const auto &[place, adapter] : m_adapters) {
        if (place.task == task) {
            for (const auto &[name, tensor] : partsOf(adapter)) {
                result.emplace_back(sitePrefix(place.layer, place.site, task) + name, *tensor);
            }
        }
    }
    return result;
}

void AdapterBank::load(int task, TensorMap &from)
{
    for (int layer = 0; layer < m_layers; ++layer) {
        for (const Site site : kSites) {
            const std::string prefix = sitePrefix(layer, site, task);
            Adapter adapter = blank();
            const auto parts = partsOf(adapter);
            if (std::none_of(parts.begin(), parts.end(),
                             [&](const auto &part) { return from.contains(prefix + part.first); })) {
                m_adapters.erase(Place{layer, site, task});
                continue;
            }
            for (const auto &[name, tensor] : parts) {
                takeInto(from, prefix + name, *tensor);
            }
            m_adapters.insert_or_assign(Place{layer, site, task}, std::move(adapter));
        }
    }
}

void AdapterBank::to(const std::string &device)
{
    m_device = device;
    for (auto &entry : m_adapters) {
        for (const auto &part : partsOf(entry.second)) {
            at::Tensor &tensor = *part.second;
            tensor = tensor.detach().to(torch::Device(device)).requires_grad_(tensor.requires_grad());
        }
    }
}

}  // namespace atlas::engine
