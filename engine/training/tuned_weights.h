#pragma once

#include "engine/backbone/backbone.h"
#include "engine/learning/named_tensors.h"

namespace atlas::engine {

/// Where among the joint layers a weight stands: its layer, or `layers` for what comes after them (final LayerNorm,
/// pooler).
int jointLayerOf(const std::string &name, int layers);

/// The backbone weights that a run trains further. A run loads a backbone of its own, so they are changed in place.
/// Parameters are float32 whatever the backbone computes in: in bf16 they are copies that the network's weights are
/// rounded from, because steps are smaller than what bf16 can tell apart.
/// Threads: one caller at a time.
class TunedWeights {
public:
    /// None: the backbone stays as it is.
    TunedWeights() = default;

    /// All joint weights from the layer `lowest` on. `resettable` keeps their pretrained values.
    /// Requires: the backbone is where it computes and outlives this.
    TunedWeights(Backbone &backbone, int lowest, bool resettable = false);

    bool empty() const { return m_parameters.empty(); }

    /// "tuned.{name}", float32 leaves: what the optimiser, checkpoints and packages hold.
    const NamedTensors &parameters() const { return m_parameters; }
    /// The network's own tensors, in the same order: what gradients are taken of.
    const std::vector<at::Tensor> &network() const { return m_network; }

    void setTrainable(bool trainable);
    /// Whether training changes them at present; never when empty.
    bool trainable() const;

    /// Adds the gradients of the network's tensors to those of the parameters, where they are not the same.
    void collectGradients();
    /// Drops gradients that were not collected.
    void discardGradients();
    /// Writes the parameters into the network, where they are not the same. To be called whenever they changed.
    void publish();

    /// Back to the pretrained values.  Requires: resettable.
    void reset();

    /// Copies of all values.
    TensorMap copy() const;
    /// Takes all values out of the map.  Errors: BadInput (missing key, other shape).
    void load(TensorMap &from);
    /// Copies all values of the map.  Errors: as load().
    void put(const TensorMap &values);

private:
    NamedTensors m_parameters;
    std::vector<at::Tensor> m_network;
    TensorMap m_pretrained;
};

}  // namespace atlas::engine
