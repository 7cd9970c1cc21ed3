#include "core/decision_json.h"

namespace atlas {
namespace {

/// Calls `visit` with the name and value of every input, so that writing and reading cannot differ.
template <typename Record, typename Visit>
void visitInputs(Record &decision, Visit visit)
{
    visit("plain", decision.plain);
    visit("older_gain", decision.olderGain);
    visit("older_se", decision.olderSe);
    visit("older", decision.older);
    visit("gain_of", decision.gainOf);
    visit("test", decision.test);
    visit("p", decision.p);
    visit("n", decision.n);
    visit("delta", decision.delta);
    visit("verdict", decision.verdict);
    visit("random", decision.random);
    visit("target", decision.target);
    visit("sufficiency", decision.sufficiency);
    visit("nearest", decision.nearest);
    visit("seed", decision.seed);
    visit("pruning_increase", decision.pruningIncrease);
    visit("decided_by", decision.decidedBy);
    visit("why", decision.why);
}

struct Write {
    nlohmann::ordered_json &json;

    template <typename Value>
    void operator()(const char *name, const Value &value) const
    {
        json[name] = value;
    }
    void operator()(const char *name, const std::string &text) const
    {
        if (!text.empty()) {
            json[name] = text;
        }
    }
    void operator()(const char *name, const std::optional<double> &number) const
    {
        if (number) {
            json[name] = *number;
        }
    }
};

struct Read {
    const nlohmann::ordered_json &json;

    template <typename Value>
    void operator()(const char *name, Value &value) const
    {
        if (const auto found = json.find(name); found != json.end()) {
            found->get_to(value);
        }
    }
    void operator()(const char *name, std::optional<double> &number) const
    {
        if (const auto found = json.find(name); found != json.end()) {
            number = found->get<double>();
        }
    }
};

}  // namespace

nlohmann::ordered_json decisionInputs(const DecisionRecord &decision)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    visitInputs(decision, Write{json});
    if (decision.cost) {
        json["cost"] = {{"parameters", decision.cost->parameters},
                        {"bytes", decision.cost->bytes},
                        {"ms_before", decision.cost->msBefore},
                        {"ms_after", decision.cost->msAfter}};
    }
    return json;
}

void setDecisionInputs(DecisionRecord &decision, const nlohmann::ordered_json &inputs)
{
    visitInputs(decision, Read{inputs});
    if (const auto cost = inputs.find("cost"); cost != inputs.end()) {
        decision.cost = ExpansionCost{.parameters = cost->at("parameters").get<std::int64_t>(),
                                      .bytes = cost->at("bytes").get<std::int64_t>(),
                                      .msBefore = cost->at("ms_before").get<double>(),
                                      .msAfter = cost->at("ms_after").get<double>()};
    }
}

}  // namespace atlas
