#include "engine/learning/gate_set.h"

#include "core/error.h"

#include <torch/types.h>

#include <algorithm>
#include <charconv>

namespace atlas::engine {

namespace {

/// The adapters that the file names at a site: T of every "layer.{i}.{site}.T.query" or ".key", ascending.
std::vector<int> adaptersNamed(const TensorMap &from, int layer, Site site)
{
    const std::string prefix = "layer." + std::to_string(layer) + "." + siteName(site) + ".";
    std::vector<int> tasks;
    for (auto entry = from.lower_bound(prefix); entry != from.end() && entry->first.starts_with(prefix); ++entry) {
        const char *begin = entry->first.data() + prefix.size();
        const char *end = entry->first.data() + entry->first.size();
        int task = -1;
        const auto parsed = std::from_chars(begin, end, task);
        const std::string_view rest(parsed.ptr, static_cast<std::size_t>(end - parsed.ptr));
        if (parsed.ec == std::errc() && task >= 0 && (rest == ".query" || rest == ".key")) {
            tasks.push_back(task);
        }
    }
    std::sort(tasks.begin(), tasks.end());
    tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
    return tasks;
}

}  // namespace

GateSet::GateSet(int layers) : m_layers(layers), m_sites(2 * static_cast<std::size_t>(layers)) {}

const std::vector<Gate> &GateSet::at(int layer, Site site) const
{
    return m_sites.at(2 * static_cast<std::size_t>(layer) + (site == Site::Mlp ? 1 : 0));
}

std::vector<Gate> &GateSet::sites(int layer, Site site)
{
    return m_sites.at(2 * static_cast<std::size_t>(layer) + (site == Site::Mlp ? 1 : 0));
}

void GateSet::add(int task, const AdapterBank &bank, at::Generator &generator)
{
    for (int layer = 0; layer < m_layers; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            if (!bank.has(task, layer, site)) {
                continue;
            }
            const torch::Device device = bank.at(task, layer, site).upBias.device();
            Gate gate;
            gate.adapter = task;
            gate.query = torch::empty({bank.width()}).normal_(0, 1, generator).to(device);
            gate.key = torch::empty({bank.width()}).normal_(0, 1, generator).to(device);
            add(layer, site, std::move(gate));
        }
    }
}

void GateSet::add(int layer, Site site, Gate gate)
{
    sites(layer, site).push_back(std::move(gate));
}

void GateSet::remove(int task, int layer, Site site)
{
    std::erase_if(sites(layer, site), [task](const Gate &gate) { return gate.adapter == task; });
}

void GateSet::removeTask(int task)
{
    for (std::vector<Gate> &site : m_sites) {
        std::erase_if(site, [task](const Gate &gate) { return gate.adapter == task; });
    }
}

void GateSet::addMissing(const GateSet &other)
{
    for (std::size_t site = 0; site < m_sites.size(); ++site) {
        std::vector<Gate> &own = m_sites[site];
        for (const Gate &gate : other.m_sites[site]) {
            const auto place = std::ranges::lower_bound(own, gate.adapter, {}, &Gate::adapter);
            if (place == own.end() || place->adapter != gate.adapter) {
                own.insert(place, {gate.adapter, gate.query.detach().clone(), gate.key.detach().clone()});
            }
        }
    }
}

std::set<int> GateSet::adapters() const
{
    std::set<int> adapters;
    for (const std::vector<Gate> &site : m_sites) {
        for (const Gate &gate : site) {
            adapters.insert(gate.adapter);
        }
    }
    return adapters;
}

std::int64_t GateSet::elementCountOf(int adapter) const
{
    std::int64_t count = 0;
    for (const std::vector<Gate> &site : m_sites) {
        for (const Gate &gate : site) {
            count += gate.adapter == adapter ? gate.query.numel() + gate.key.numel() : 0;
        }
    }
    return count;
}

GateSet GateSet::copy() const
{
    GateSet result(m_layers);
    result.addMissing(*this);
    return result;
}

void GateSet::setQueriesTrainable(bool trainable)
{
    for (std::vector<Gate> &site : m_sites) {
        for (Gate &gate : site) {
            gate.query.requires_grad_(trainable);
        }
    }
}

void GateSet::setKeysTrainable(bool trainable)
{
    for (std::vector<Gate> &site : m_sites) {
        for (Gate &gate : site) {
            gate.key.requires_grad_(trainable);
        }
    }
}

void GateSet::setTrainable(int task, bool trainable)
{
    for (std::vector<Gate> &site : m_sites) {
        for (Gate &gate : site) {
            if (gate.adapter == task) {
                gate.query.requires_grad_(trainable);
                gate.key.requires_grad_(trainable);
            }
        }
    }
}

NamedTensors GateSet::parameters() const
{
    NamedTensors result;
    for (int layer = 0; layer < m_layers; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            for (const Gate &gate : at(layer, site)) {
                const std::string prefix = sitePrefix(layer, site, gate.adapter);
                result.emplace_back(prefix + "query", gate.query);
                result.emplace_back(prefix + "key", gate.key);
            }
        }
    }
    return result;
}

GateSet GateSet::load(int layers, int width, TensorMap &from)
{
    GateSet result(layers);
    for (int layer = 0; layer < layers; ++layer) {
        for (const Site site : {Site::Attention, Site::Mlp}) {
            for (const int task : adaptersNamed(from, layer, site)) {
                Gate gate{task, torch::empty({width}), torch::empty({width})};
                takeInto(from, sitePrefix(layer, site, task) + "query", gate.query);
                takeInto(from, sitePrefix(layer, site, task) + "key", gate.key);
                result.add(layer, site, std::move(gate));
            }
        }
    }
    return result;
}

void GateSet::to(const std::string &device)
{
    for (std::vector<Gate> &site : m_sites) {
        for (Gate &gate : site) {
            for (at::Tensor *tensor : {&gate.query, &gate.key}) {
                *tensor = tensor->detach().to(torch::Device(device)).requires_grad_(tensor->requires_grad());
            }
        }
    }
}

}  // namespace atlas::engine
