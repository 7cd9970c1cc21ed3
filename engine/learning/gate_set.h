#pragma once

#include "engine/learning/adapter_bank.h"

#include <set>
#include <vector>

namespace atlas::engine {

/// The query and key with which a mixture looks at one adapter.  Shapes: (d) each; leaves, float32.
struct Gate {
    int adapter = 0;  ///< the task that added the adapter
    at::Tensor query;
    at::Tensor key;
};

/// What one task mixes: at every site the adapters it looks at, oldest first, each with query and key.
/// `sharing = own`: every task has its own set, made as a copy when the task starts. `sharing = published`: all tasks
/// use one set, which training changes in place.
class GateSet {
public:
    explicit GateSet(int layers);

    int layers() const { return m_layers; }

    const std::vector<Gate> &at(int layer, Site site) const;

    /// A gate with q and k from N(0, 1) for the adapter of `task` at every site where the bank has one.
    void add(int task, const AdapterBank &bank, at::Generator &generator);
    void add(int layer, Site site, Gate gate);
    /// Nothing happens when the site does not mix that adapter.
    void remove(int task, int layer, Site site);
    void removeTask(int task);

    /// Copies, at every site, of the gates of `other` whose adapters are not mixed there yet. Oldest stay first.
    void addMissing(const GateSet &other);

    /// The adapters that some site mixes, ascending.
    std::set<int> adapters() const;
    /// Numbers in the queries and keys of one adapter.
    std::int64_t elementCountOf(int adapter) const;

    /// Copies of all values, frozen: training the copy never changes what this set's task uses.
    GateSet copy() const;

    void setQueriesTrainable(bool trainable);
    void setKeysTrainable(bool trainable);
    /// Query and key of one adapter at every site.
    void setTrainable(int task, bool trainable);

    /// "layer.{i}.{attn|mlp}.{adapter}.{query|key}" by layer, site, adapter.
    NamedTensors parameters() const;
    /// Makes the set from a file: exactly the gates the file names.  Errors: BadInput (query without key, shape).
    static GateSet load(int layers, int width, TensorMap &from);

    void to(const std::string &device);

private:
    std::vector<Gate> &sites(int layer, Site site);

    int m_layers;
    std::vector<std::vector<Gate>> m_sites;  ///< 2 * layer + site
};

}  // namespace atlas::engine
