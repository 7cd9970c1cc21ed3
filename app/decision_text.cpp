#include "app/decision_text.h"

#include "core/decision_answer.h"
#include "core/decision_facts.h"

#include <algorithm>
#include <cstdio>

namespace atlas::app {
namespace {

constexpr std::size_t kTitleWidth = 20;

std::string printed(const char *form, double value)
{
    char text[48];
    std::snprintf(text, sizeof text, form, value);
    return text;
}

std::string digits(double value)
{
    return printed("%.3g", value);
}

std::string plain(const FactValue &value)
{
    using Unit = FactValue::Unit;
    switch (value.unit) {
    case Unit::Name:
    case Unit::Words: break;
    case Unit::Share: return printed("%.1f %%", 100 * value.number);
    case Unit::Points: return printed("%+.1f points", 100 * value.number);
    case Unit::PlainPoints: return printed("%.1f", 100 * value.number);
    case Unit::Count: return printed("%.0f", value.number);
    case Unit::Bytes: return printed("%.0f bytes", value.number);
    case Unit::Milliseconds: return printed("%.3g ms", value.number);
    case Unit::Number: return digits(value.number);
    }
    return value.text;
}

std::string plain(const DecisionFact &fact)
{
    std::string text;
    for (const char *c = fact.form; *c != '\0'; ++c) {
        if (*c == '%' && c[1] >= '1' && c[1] <= '9') {
            text += plain(fact.values.at(static_cast<std::size_t>(*++c - '1')));
        } else {
            text += *c;
        }
    }
    return text;
}

}  // namespace

std::string decisionLines(const DecisionRecord &decision, const std::string &task)
{
    std::string line = decision.decision + " " + task + ":";
    if (decision.gain && decision.se) {
        line += " gain " + printed("%+.3g", *decision.gain) + " (se " + digits(*decision.se) + ", n " +
                std::to_string(decision.n) + ", delta " + digits(decision.delta) + ", test: " + decision.verdict + "),";
    }
    if (decision.olderGain) {
        line += " older adapters " + decision.older + " (loss " + printed("%+.3g", -*decision.olderGain) + ", se " +
                digits(decision.olderSe.value_or(0)) + "),";
    }
    if (decision.novelty) {
        line += " novelty " + digits(*decision.novelty) + " from " + decision.nearest + ",";
    }
    if (decision.sufficiency) {
        line += " sufficiency " + digits(*decision.sufficiency) + ",";
    }
    if (decision.sites > 0) {
        line += " " + std::to_string(decision.sitesKept) + " of " + std::to_string(decision.sites) + " sites.";
    }
    line += " " + decision.reason + "\n";
    if (!decision.decidedBy.empty()) {
        line += isOverridden(decision)
                    ? "    overridden by " + decision.decidedBy + ", the test said " + decision.verdict
                    : "    decided by " + decision.decidedBy;
        line += decision.why.empty() ? "\n" : ": " + decision.why + "\n";
    }
    return line;
}

std::string factLines(const DecisionRecord &decision, const std::string &indent)
{
    std::string lines;
    for (const DecisionFact &fact : decisionFacts(decision)) {
        std::string title = fact.title;
        title.resize(std::max(kTitleWidth, title.size() + 2), ' ');
        lines += indent + title + plain(fact) + "\n";
    }
    return lines;
}

}  // namespace atlas::app
