#pragma once

#include "core/observer.h"
#include "engine/learning/adamw.h"
#include "engine/pretrain/objective.h"
#include "engine/training/seeds.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace atlas::engine {

/// How a pretraining run went.
struct PretrainRecord {
    std::int64_t steps = 0;
    double seconds = 0;                    ///< of training, over all continuations
    std::map<std::string, double> losses;  ///< objective -> mean over the last steps that were logged
};

/// One of a recipe's objectives with what it was made to ask.
struct PretrainPart {
    ObjectiveSpec spec;
    std::unique_ptr<Objective> objective;
};

/// The parts of a recipe. `find` gives an architecture's objective by name; `context` is what it is made from, and
/// holds the recipe.
template <typename Context, typename Find>
std::vector<PretrainPart> makeParts(const Context &context, Find find)
{
    std::vector<PretrainPart> parts;
    for (const ObjectiveSpec &spec : context.recipe.objectives) {
        Random random(deriveSeed(context.recipe.seed, {"head", spec.name}));
        parts.push_back({spec, find(spec.name).make(context, random)});
    }
    return parts;
}

/// The training loop: every step sums the weighted losses of all objectives.
/// Formula: rate = learning rate x warm-up x linear decay to 0, over the larger share of steps and time limit used.
class Pretrainer {
public:
    /// `threads` objectives are worked on at a time, each by one thread: small matrices gain little from being shared.
    /// The result does not depend on it.
    /// `network` is what trains beside the objectives' heads; `save` writes the network as it is then.
    Pretrainer(const Recipe &recipe, std::vector<PretrainPart> parts, NamedTensors network, std::function<void()> save,
               int threads);

    /// Trains, or goes on from `checkpoint` if it is there; the file is removed at the end. With every checkpoint the
    /// network is saved, so that an interrupted run leaves something to use.
    /// Errors: Cancelled (the checkpoint stays), BadInput (checkpoint of another recipe), DiskFull, Io.
    PretrainRecord run(const std::filesystem::path &checkpoint, Observer &observer, const std::stop_token &stop);

private:
    /// What one objective adds to a step.
    struct Share {
        double loss = 0;
        std::vector<at::Tensor> gradients;  ///< per parameter; undefined where the objective does not use it
    };

    NamedTensors allParameters() const;
    double progress() const;
    Share shareOf(const PretrainPart &part) const;
    std::vector<Share> shares() const;
    void step(double factor);
    void clipGradients() const;
    void report(Observer &observer);
    void save(const std::filesystem::path &checkpoint);
    void load(const std::filesystem::path &checkpoint);

    const Recipe &m_recipe;
    std::vector<PretrainPart> m_parts;
    NamedTensors m_network;
    std::function<void()> m_save;
    int m_threads;
    std::vector<double> m_lossSums;  ///< per part, since the last report
    std::unique_ptr<AdamW> m_optimizer;
    PretrainRecord m_record;
    std::int64_t m_lastReport = 0;
};

}  // namespace atlas::engine
