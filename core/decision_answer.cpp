#include "core/decision_answer.h"

#include "core/translatable.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace atlas {
namespace {

constexpr std::string_view kFullWidthColon = "\xEF\xBC\x9A";  // what Japanese input methods write

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, text.find_last_not_of(kSpace) + 1 - first));
}

/// Where the answer ends and where its reason begins.
std::pair<std::size_t, std::size_t> colonOf(std::string_view text)
{
    const std::size_t ascii = text.find(':');
    const std::size_t wide = text.find(kFullWidthColon);
    if (ascii == std::string_view::npos && wide == std::string_view::npos) {
        return {text.size(), text.size()};
    }
    return ascii < wide ? std::pair(ascii, ascii + 1) : std::pair(wide, wide + kFullWidthColon.size());
}

}  // namespace

std::optional<DecisionAnswer> parseDecisionAnswer(const std::string &text)
{
    const std::string_view whole = text;
    const auto [end, reason] = colonOf(whole);
    std::string word = trimmed(whole.substr(0, end));
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const std::string decision : {"expand", "reuse"}) {
        if (word == decision || word == decision.substr(0, 1)) {
            return DecisionAnswer{decision, trimmed(whole.substr(reason))};
        }
    }
    return std::nullopt;
}

std::string toText(const DecisionAnswer &answer)
{
    return answer.why.empty() ? answer.decision : answer.decision + ": " + answer.why;
}

Recommendation recommendation(const DecisionRecord &proposal)
{
    if (proposal.verdict.empty()) {
        return {"expand", QT_TRANSLATE_NOOP("Decision", "There are no validation samples to measure a gain with.")};
    }
    if (proposal.verdict == "expand") {
        return {"expand", QT_TRANSLATE_NOOP("Decision", "The gain on validation is surely worth an adapter.")};
    }
    if (proposal.verdict == "reuse") {
        return {"reuse", QT_TRANSLATE_NOOP("Decision", "The gain on validation is surely not worth an adapter.")};
    }
    if (proposal.sufficiency && *proposal.sufficiency >= 1) {
        return {"reuse", QT_TRANSLATE_NOOP("Decision",
                                           "The gain on validation could be chance, and the target is reached without "
                                           "it.")};
    }
    return {"reuse", QT_TRANSLATE_NOOP("Decision", "The gain on validation could be chance, and nothing need be added "
                                                   "that was not shown to be needed.")};
}

bool differsFromVerdict(const DecisionRecord &proposal, const std::string &decision)
{
    return (proposal.verdict == "expand" || proposal.verdict == "reuse") && proposal.verdict != decision;
}

bool isOverridden(const DecisionRecord &decision)
{
    return !decision.decidedBy.empty() && differsFromVerdict(decision, decision.decision);
}

}  // namespace atlas
