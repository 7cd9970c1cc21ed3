#include "app/decide.h"

#include "app/compare.h"
#include "app/figures.h"
#include "core/csv.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace atlas::app {
namespace {

using Json = nlohmann::ordered_json;

std::string plain(double value, int decimals)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

std::string amount(const TargetKind &kind, double value)
{
    return kind.money ? plain(value, 2) : figureText(kind.unit, value);
}

const char *lackWords(Lack lack)
{
    switch (lack) {
    case Lack::NotFinished: return "the run is not finished";
    case Lack::NothingAsked: return "nothing is asked yet: set targets with atlas targets";
    case Lack::NotInRun: return "the run did not learn this task";
    case Lack::NotMeasured: return "it was not measured";
    case Lack::LearnedTogether:
        return "all tasks were learned together, so no task has a score from when it was learned";
    case Lack::NoRate: return "what an hour of the machine costs was not given: atlas roi --set machine_rate=";
    case Lack::DroppedTask: return "the version in production knows this task and the run does not";
    case Lack::None: break;
    }
    return "";
}

std::string subjectOf(const Check &check)
{
    const std::string title = targetKind(check.target.kind).title;
    const std::string task = check.target.task.empty() ? check.measured.task : check.target.task;
    return task.empty() ? title : title + " (" + task + ")";
}

std::string headline(const storage::DecisionCase &decision)
{
    const Ruling &ruling = decision.ruling;
    const auto met = std::to_string(ruling.count(Outcome::Met));
    const auto all = std::to_string(ruling.checks.size());
    switch (ruling.verdict) {
    case Verdict::Go: return "GO: " + met + " of " + all + " targets are met.";
    case Verdict::NoGo:
        return "NO GO: " + std::to_string(ruling.count(Outcome::Missed)) + " of " + all + " targets are missed.";
    case Verdict::Undecided: break;
    }
    return std::string("UNDECIDED: ") + (ruling.lack != Lack::None ? std::string(lackWords(ruling.lack)) + "."
                                                                   : std::to_string(ruling.count(Outcome::Unknown)) +
                                                                         " of " + all + " targets cannot be told.");
}

Json toJson(const Check &check)
{
    const TargetKind &kind = targetKind(check.target.kind);
    return {{"target", check.target.kind},
            {"task", check.target.task.empty() ? Json(nullptr) : Json(check.target.task)},
            {"unit", kind.money ? "money" : measureUnitName(kind.unit)},
            {"asked", check.target.asked},
            {"outcome", outcomeName(check.outcome)},
            {"measured", number(check.measured.value)},
            {"interval", interval(check.measured.interval)},
            {"n", check.measured.n},
            {"worst_task", check.measured.task.empty() ? Json(nullptr) : Json(check.measured.task)},
            {"chance", check.chance},
            {"why", lackName(check.measured.lack)},
            {"words", inWords(check)}};
}

std::string shareText(const std::optional<double> &value)
{
    return value ? figureText(MeasureUnit::Share, *value) : "none";
}

std::string changeWords(const TaskChange &change)
{
    if (!change.after) {
        return change.task + ": would be lost; now " + shareText(change.before);
    }
    return change.task + ": " + shareText(change.before) + " -> " + shareText(change.after) +
           (change.paired ? ", n = " + std::to_string(change.paired->n) + ": " + inWords(*change.paired) : "");
}

}  // namespace

std::string inWords(const Check &check)
{
    const TargetKind &kind = targetKind(check.target.kind);
    const std::string subject = subjectOf(check) + " " + amount(kind, check.target.asked);
    if (!check.measured.value) {
        return subject + ": unknown, " + lackWords(check.measured.lack);
    }
    std::string text = subject + ": " + amount(kind, *check.measured.value);
    if (check.measured.interval) {
        text += " [" + amount(kind, check.measured.interval->low) + ", " + amount(kind, check.measured.interval->high) +
                "]";
    }
    if (check.measured.n > 0) {
        text += ", n = " + std::to_string(check.measured.n);
    }
    return text + ": " + outcomeName(check.outcome) + (check.chance ? "; could be chance" : "");
}

Json toJson(const Targets &targets)
{
    Json list = Json::array();
    for (const Target &target : targets) {
        list.push_back({{"target", target.kind},
                        {"task", target.task.empty() ? Json(nullptr) : Json(target.task)},
                        {"asked", target.asked}});
    }
    return list;
}

Json toJson(const RoiSheet &sheet)
{
    Json json{{"currency", sheet.currency.empty() ? Json(nullptr) : Json(sheet.currency)},
              {"assumptions", Json::object()},
              {"figures", Json::object()}};
    for (const RoiAssumption &assumption : roiAssumptions()) {
        const auto found = sheet.values.find(assumption.name);
        json["assumptions"][assumption.name] = {
            {"value", found == sheet.values.end() ? Json(nullptr) : Json(found->second)},
            {"unit", roiUnitName(assumption.unit)}};
    }
    const std::vector<RoiResult> results = computeRoi(sheet);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RoiFigure &figure = roiFigures()[i];
        json["figures"][figure.name] = {{"value", number(results[i].value)},
                                        {"unit", roiUnitName(figure.unit)},
                                        {"formula", figure.formula([](const std::string &name) { return name; })},
                                        {"lacking", results[i].lacking}};
    }
    return json;
}

std::string toText(const RoiSheet &sheet)
{
    std::string text = "Currency: " + (sheet.currency.empty() ? "not provided" : sheet.currency) + "\n";
    for (const RoiAssumption &assumption : roiAssumptions()) {
        const auto found = sheet.values.find(assumption.name);
        text += "  " + assumption.name + " (" + roiUnitName(assumption.unit) +
                "): " + (found == sheet.values.end() ? "not provided" : exactDigits(found->second)) + "\n";
    }
    const std::vector<RoiResult> results = computeRoi(sheet);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RoiFigure &figure = roiFigures()[i];
        text += figure.name + " = " + figure.formula([](const std::string &name) { return name; });
        if (results[i].value) {
            text += " = " + plain(*results[i].value, 2) + "\n";
        } else if (results[i].lacking.empty()) {
            text += ": has no meaning here\n";
        } else {
            text += ": needs";
            for (const std::string &name : results[i].lacking) {
                text += " " + name;
            }
            text += "\n";
        }
    }
    return text;
}

Json toJson(const storage::DecisionCase &decision)
{
    const RunRecord &run = decision.run.input.run.run;
    Json json{{"run", run.uuid},
              {"name", run.name},
              {"sequence", run.spec.sequence},
              {"version", decision.version ? Json(decision.version->key()) : Json(nullptr)},
              {"verdict", verdictName(decision.ruling.verdict)},
              {"why", lackName(decision.ruling.lack)},
              {"words", headline(decision)},
              {"checks", Json::array()},
              {"production", decision.served ? Json(decision.served->key()) : Json(nullptr)},
              {"changes", Json::array()},
              {"roi", toJson(decision.roi)}};
    for (const Check &check : decision.ruling.checks) {
        json["checks"].push_back(toJson(check));
    }
    for (const TaskChange &change : decision.changes) {
        json["changes"].push_back({{"task", change.task},
                                   {"before", number(change.before)},
                                   {"after", number(change.after)},
                                   {"paired", change.paired ? toJson(*change.paired) : Json(nullptr)},
                                   {"words", changeWords(change)}});
    }
    return json;
}

std::string toText(const storage::DecisionCase &decision)
{
    std::string text = decision.run.input.run.run.name + "\n" + headline(decision) + "\n";
    for (const Check &check : decision.ruling.checks) {
        text += "  " + inWords(check) + "\n";
    }
    if (decision.production) {
        text += "Against " + decision.served->key() + " (" + decision.served->run.name + "), which is in production:\n";
        for (const TaskChange &change : decision.changes) {
            text += "  " + changeWords(change) + "\n";
        }
    } else {
        text += decision.served ? "It is in production.\n" : "No version is in production.\n";
    }
    return text;
}

Json toJson(const storage::ModelVersion &version)
{
    Json json{{"version", version.key()},
              {"run", version.run.uuid},
              {"name", version.run.name},
              {"backbone", {{"name", version.run.spec.backboneName}, {"sha256", version.run.spec.backboneSha256}}},
              {"aliases", version.aliases},
              {"note", version.note},
              {"at_us", version.atUs},
              {"actor", version.actor},
              {"data", Json::array()},
              {"files", Json::array()}};
    for (const DataVersionRef &data : version.data) {
        json["data"].push_back({{"dataset", data.dataset}, {"version", versionKey(data)}, {"uuid", data.uuid}});
    }
    for (const storage::PackageFile &file : version.files) {
        json["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return json;
}

Json toJson(const storage::AliasEvent &event)
{
    return {{"alias", event.alias},  {"what", event.what},       {"version", "v" + std::to_string(event.version)},
            {"name", event.runName}, {"verdict", event.verdict}, {"reason", event.reason},
            {"at_us", event.atUs},   {"actor", event.actor}};
}

std::string toText(const storage::AliasEvent &event)
{
    return momentText(event.atUs) + "  " + event.actor + "  " + event.what + "  " + event.alias + "  v" +
           std::to_string(event.version) + " (" + event.runName + ")" +
           (event.verdict.empty() ? "" : "  verdict " + event.verdict) + ": " + event.reason + "\n";
}

Json toJson(const storage::UpdatePolicy &policy)
{
    const auto whole = [](const std::optional<std::int64_t> &value) { return value ? Json(*value) : Json(nullptr); };
    return {{"new_samples", whole(policy.newSamples)}, {"age_days", whole(policy.ageDays)},
            {"below", number(policy.below)},           {"decides", policy.decides},
            {"second_person", policy.secondPerson},    {"note", policy.note}};
}

Json toJson(const storage::ChainCheck &check)
{
    Json problems = Json::array();
    for (const storage::ChainProblem &problem : check.problems) {
        problems.push_back({{"entry", problem.seq}, {"words", storage::inWords(problem)}});
    }
    return {{"sound", check.sound()},
            {"entries", check.entries},
            {"head_hash", check.headHash},
            {"problems", std::move(problems)}};
}

std::string toText(const storage::ChainCheck &check)
{
    std::string text = check.sound() ? "Audit trail verified: " : "Audit trail NOT sound: ";
    text += std::to_string(check.entries) + " entries, head hash " + check.headHash + "\n";
    for (const storage::ChainProblem &problem : check.problems) {
        text += "  " + storage::inWords(problem) + "\n";
    }
    return text;
}

std::string momentText(std::int64_t us)
{
    const std::time_t seconds = us / 1'000'000;
    std::tm moment{};
    gmtime_r(&seconds, &moment);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S UTC", &moment);
    return text.data();
}

}  // namespace atlas::app
