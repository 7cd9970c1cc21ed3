#pragma once

#include "engine/backbone/backbone.h"
#include "engine/learning/named_tensors.h"

#include <ATen/core/Generator.h>

#include <map>
#include <string>
#include <vector>

namespace atlas::engine {

/// One adapter at one site: A(h) = h + U silu(D h + d) + u.
/// Shapes: down.weight (r, d), down.bias (r), up.weight (d, r), up.bias (d); leaves, float32.
struct Adapter {
    at::Tensor downWeight;
    at::Tensor downBias;
    at::Tensor upWeight;
    at::Tensor upBias;

    bool requiresGrad() const { return downWeight.requires_grad(); }
};

/// All adapters of a model by the task that added them and their site. A task may have none (it reused what was there)
/// or miss single sites (pruned).
/// Threads: not thread-safe while it is changed.
class AdapterBank {
public:
    /// Requires: 0 < bottleneck (r) <= width (d).
    AdapterBank(int width, int bottleneck, int layers);

    int width() const { return m_width; }
    int bottleneck() const { return m_bottleneck; }
    int layers() const { return m_layers; }

    /// An adapter for `task` at every site, weights N(0, 0.02), biases 0, frozen until setTrainable().
    void add(int task, at::Generator &generator);
    /// At one site only. Requires: the task has none there.
    void add(int task, int layer, Site site, at::Generator &generator);
    void remove(int task, int layer, Site site);
    void removeTask(int task);

    bool has(int task, int layer, Site site) const;
    bool hasTask(int task) const;
    /// Sites at which the task has an adapter.
    int siteCount(int task) const;
    /// Errors: Internal when there is no such adapter.
    const Adapter &at(int task, int layer, Site site) const;
    /// Tasks that added an adapter at this site, ascending.
    std::vector<int> tasksAt(int layer, Site site) const;

    void setTrainable(int task, bool trainable);

    /// "layer.{i}.{attn|mlp}.{task}.{down.weight|down.bias|up.weight|up.bias}" by layer, then site.
    NamedTensors parameters(int task) const;
    /// Makes the task's adapters from a file: sites that the file does not name stay without one.
    /// Errors: BadInput (a part of an adapter is missing, a shape is another).
    void load(int task, TensorMap &from);

    void to(const std::string &device);

private:
    struct Place {
        int layer;
        Site site;
        int task;
        auto operator<=>(const Place &) const = default;
    };

    Adapter blank() const;

    int m_width;
    int m_bottleneck;
    int m_layers;
    std::string m_device = "cpu";
    std::map<Place, Adapter> m_adapters;
};

/// "layer.{i}.{attn|mlp}.{task}." with which the names of adapters, queries and keys begin.
std::string sitePrefix(int layer, Site site, int task);

}  // namespace atlas::engine
