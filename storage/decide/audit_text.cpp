#include "storage/decide/audit_text.h"

#include "core/error.h"
#include "storage/decide/target_store.h"

#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

namespace atlas::storage {
namespace {

constexpr std::string_view kBetween = "; ";
constexpr std::string_view kIs = " = ";

template <typename Number>
std::optional<Number> numberIn(std::string_view text)
{
    Number number{};
    const auto [stop, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    return code == std::errc() && stop == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                     : std::nullopt;
}

/// Parts as they stand between "; ".
std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(kBetween);
        parts.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + kBetween.size());
    }
    return parts;
}

using Entries = std::vector<std::pair<std::string, double>>;

/// "a = 1; b = 2". A name may hold what stands between entries: one ends where a number does.
std::optional<Entries> entriesOf(std::string_view text)
{
    Entries entries;
    std::string held;
    for (const std::string_view part : partsOf(text)) {
        held.append(held.empty() ? std::string_view() : kBetween).append(part);
        const std::size_t is = held.rfind(kIs);
        const auto number =
            is == std::string::npos ? std::nullopt : numberIn<double>(std::string_view(held).substr(is + kIs.size()));
        if (number) {
            entries.emplace_back(held.substr(0, is), *number);
            held.clear();
        }
    }
    return held.empty() ? std::optional(entries) : std::nullopt;
}

/// Only what would be written like that again has been understood.
template <typename Value>
std::optional<Value> understood(const Value &value, const std::string &text)
{
    return toText(value) == text ? std::optional(value) : std::nullopt;
}

std::optional<std::string_view> after(std::string_view text, std::string_view start)
{
    return text.starts_with(start) ? std::optional(text.substr(start.size())) : std::nullopt;
}

/// Takes one part of a policy; false = it is a note.
bool takePart(UpdatePolicy &policy, std::string_view part)
{
    if (const auto samples = after(part, "new samples = ")) {
        policy.newSamples = numberIn<std::int64_t>(*samples);
    } else if (const auto days = after(part, "days = ")) {
        policy.ageDays = numberIn<std::int64_t>(*days);
    } else if (const auto below = after(part, "average below = ")) {
        policy.below = numberIn<double>(*below);
    } else if (const auto decides = after(part, "decides: ")) {
        policy.decides = *decides;
    } else if (part == "a second person approves") {
        policy.secondPerson = true;
    } else {
        return false;
    }
    return true;
}

}  // namespace

std::optional<Targets> targetsFromText(const std::string &text)
{
    const std::optional<Entries> entries = entriesOf(text);
    if (!entries) {
        return std::nullopt;
    }
    Targets targets;
    for (const auto &[name, asked] : *entries) {
        const std::size_t space = name.find(' ');
        targets.push_back(
            {name.substr(0, space), space == std::string::npos ? std::string() : name.substr(space + 1), asked});
    }
    try {
        Targets known;
        for (const Target &target : targets) {
            setTarget(known, target.kind, target.task, target.asked);
        }
    } catch (const Error &) {  // of a later version of the program, or something else altogether
        return std::nullopt;
    }
    return understood(targets, text);
}

std::optional<RoiSheet> roiFromText(const std::string &text)
{
    std::string_view rest = text;
    RoiSheet sheet;
    if (const auto currency = after(rest, "currency = ")) {
        const std::size_t end = currency->find(kBetween);
        sheet.currency = currency->substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : currency->substr(end + kBetween.size());
    }
    const std::optional<Entries> entries = entriesOf(rest);
    if (!entries) {
        return std::nullopt;
    }
    try {
        for (const auto &[name, value] : *entries) {
            setAssumption(sheet, name, value);
        }
    } catch (const Error &) {
        return std::nullopt;
    }
    return understood(sheet, text);
}

std::optional<UpdatePolicy> policyFromText(const std::string &text)
{
    UpdatePolicy policy;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find(kBetween);
        if (!takePart(policy, rest.substr(0, end))) {
            policy.note = rest;  // always the last, with whatever it holds
            break;
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + kBetween.size());
    }
    return understood(policy, text);
}

std::optional<MoveText> moveFromText(const std::string &text)
{
    constexpr std::string_view kVerdict = "; verdict: ";
    constexpr std::string_view kReason = "; reason: ";
    const std::size_t reason = text.find(kReason);
    if (reason == std::string::npos) {
        return std::nullopt;
    }
    MoveText move{.what = text.substr(0, reason), .verdict = {}, .reason = text.substr(reason + kReason.size())};
    if (const std::size_t at = move.what.rfind(kVerdict); at != std::string::npos) {
        const std::string name = move.what.substr(at + kVerdict.size());
        for (const Verdict verdict : {Verdict::Go, Verdict::NoGo, Verdict::Undecided}) {
            if (name == verdictName(verdict)) {
                move.verdict = verdict;
            }
        }
        if (!move.verdict) {
            return std::nullopt;
        }
        move.what.resize(at);
    }
    return move;
}

}  // namespace atlas::storage
