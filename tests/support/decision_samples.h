#pragma once

#include "core/run_record.h"

namespace atlas::test {

/// A decision about the second task with every input there is: the policy's, or a person's against the test.
inline DecisionRecord wholeDecision()
{
    DecisionRecord decision;
    decision.task = 1;
    decision.policy = "automatic";
    decision.stage1 = 0.612;
    decision.gain = 0.031;
    decision.se = 0.009;
    decision.novelty = 0.98;
    decision.decision = "expand";
    decision.sitesKept = 9;
    decision.sites = 12;
    decision.reason = "The gain on validation is surely worth an adapter.";
    decision.plain = 0.608;
    decision.olderGain = 0.021;
    decision.olderSe = 0.004;
    decision.older = kOlderKept;
    decision.gainOf = "probe";
    decision.test = "exact McNemar test, one-sided 95 %";
    decision.p = 0.013;
    decision.n = 140;
    decision.delta = 0.005;
    decision.verdict = "expand";
    decision.random = 0.25;
    decision.target = 0.8;
    decision.sufficiency = 0.658;
    decision.nearest = "parts";
    decision.cost = ExpansionCost{.parameters = 152'064, .bytes = 608'256, .msBefore = 4.1, .msAfter = 4.6};
    decision.seed = 1;
    decision.pruningIncrease = 0.0012;
    return decision;
}

inline DecisionRecord overriddenDecision()
{
    DecisionRecord decision = wholeDecision();
    decision.policy = "ask";
    decision.decision = "reuse";
    decision.sitesKept = 0;
    decision.pruningIncrease.reset();
    decision.reason = "A person decided otherwise than the probe suggests.";
    decision.decidedBy = "hana";
    decision.why = "The device has no room for another adapter.";
    return decision;
}

/// What a person is asked about: nothing is decided yet.
inline DecisionRecord proposal(const std::string &verdict)
{
    DecisionRecord decision = wholeDecision();
    decision.policy = "ask";
    decision.decision.clear();
    decision.reason.clear();
    decision.verdict = verdict;
    decision.sites = 0;
    decision.sitesKept = 0;
    decision.pruningIncrease.reset();
    return decision;
}

}  // namespace atlas::test
