#include "app/compare.h"
#include "app/results.h"
#include "report/report_input.h"
#include "report/writers.h"

namespace atlas::report {

namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<double> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json interval(const std::optional<Interval> &of)
{
    return of ? Json{{"low", of->low}, {"high", of->high}, {"n", of->n}, {"statistic", of->statistic}} : Json(nullptr);
}

Json projectOf(const ReportInput &input)
{
    Json json{{"name", input.project},
              {"uuid", input.projectUuid},
              {"program", "Atlas Workbench " ATLAS_VERSION},
              {"schema_version", input.schemaVersion},
              {"formula_version", kFormulaVersion},
              {"snapshot", nullptr}};
    if (input.snapshot) {
        json["snapshot"] = {{"project", input.snapshot->project}, {"content_sha256", input.snapshot->contentHash}};
    }
    return json;
}

Json judgementOf(const ReportInput &input)
{
    Json json{{"verdict", verdictName(input.judgement.verdict)},
              {"lack", lackName(input.judgement.lack)},
              {"checks", Json::array()}};
    for (const Check &check : input.judgement.checks) {
        json["checks"].push_back({{"kind", check.target.kind},
                                  {"task", check.target.task.empty() ? Json(nullptr) : Json(check.target.task)},
                                  {"asked", check.target.asked},
                                  {"outcome", outcomeName(check.outcome)},
                                  {"value", orNull(check.measured.value)},
                                  {"interval", interval(check.measured.interval)},
                                  {"n", check.measured.n},
                                  {"lack", lackName(check.measured.lack)},
                                  {"could_be_chance", check.chance},
                                  {"shortfall", check.shortfall}});
    }
    return json;
}

Json baselineOf(const ReportInput &input)
{
    if (!input.baseline) {
        return nullptr;
    }
    Json json{{"run", input.baselineRun()->input.run.run.uuid},
              {"in_production", input.baselineServes},
              {"average", nullptr},
              {"seeds", nullptr},
              {"significant", nullptr},
              {"settings", Json::object()},
              {"tasks", Json::array()}};
    if (const GroupDifference *difference = input.difference()) {
        json["average"] = app::toJson(difference->average);
        json["seeds"] = interval(difference->seeds);
        json["significant"] = difference->significant();
    }
    for (const auto &[key, values] : differingSettings({input.groups.front(), input.groups[*input.baseline]})) {
        json["settings"][key] = values;
    }
    for (const TaskChange &change : input.changes) {
        json["tasks"].push_back({{"task", change.task},
                                 {"before", orNull(change.before)},
                                 {"after", orNull(change.after)},
                                 {"paired", change.paired ? app::toJson(*change.paired) : Json(nullptr)}});
    }
    return json;
}

Json runsOf(const ReportInput &input)
{
    Json list = Json::array();
    for (const ComparedRun &run : input.runs) {
        Json json = app::toJson(app::MeasuredRun{run.input, run.measures, interferences(run.input)});
        Json &effects = json["adapter_effects"] = Json::array();
        for (const AdapterEffect &effect : run.input.run.effects) {
            effects.push_back({{"task", run.input.run.run.tasks.at(static_cast<std::size_t>(effect.task))},
                               {"adapter", run.input.run.run.tasks.at(static_cast<std::size_t>(effect.adapter))},
                               {"first_layer", effect.firstLayer},
                               {"last_layer", effect.lastLayer},
                               {"effect_nats", effect.effect},
                               {"se", effect.se},
                               {"n", effect.n}});
        }
        json["settings"] = run.input.run.run.spec.settings;
        list.push_back(std::move(json));
    }
    return list;
}

Json returnOf(const ReportInput &input)
{
    const RoiSheet &sheet = input.decision.roi;
    Json json{{"currency", sheet.currency.empty() ? Json(nullptr) : Json(sheet.currency)},
              {"assumptions", Json::object()},
              {"figures", Json::array()}};
    for (const RoiAssumption &assumption : roiAssumptions()) {
        const auto value = sheet.values.find(assumption.name);
        json["assumptions"][assumption.name] = value == sheet.values.end() ? Json(nullptr) : Json(value->second);
    }
    const std::vector<RoiResult> results = computeRoi(sheet);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RoiFigure &figure = roiFigures()[i];
        json["figures"].push_back({{"figure", figure.name},
                                   {"unit", roiUnitName(figure.unit)},
                                   {"formula", figure.formula([](const std::string &name) { return name; })},
                                   {"value", orNull(results[i].value)},
                                   {"not_provided", results[i].lacking}});
    }
    return json;
}

const char *reasonOf(LeftOut::Why why)
{
    static constexpr const char *kNames[] = {"not_measured", "answered_by_one", "samples_differ", "not_finished"};
    return kNames[static_cast<std::size_t>(why)];
}

Json traceOf(const ReportInput &input)
{
    const storage::ChainCheck &audit = input.decision.audit;
    Json json{{"data", Json::array()},
              {"packages", Json::array()},
              {"audit", {{"entries", audit.entries}, {"head", audit.headHash}, {"sound", audit.sound()}}},
              {"in_production", input.decision.production ? Json(input.decision.production->run.uuid) : Json(nullptr)},
              {"left_out", Json::array()}};
    for (const DataFact &fact : input.data) {
        json["data"].push_back({{"dataset", fact.version.dataset},
                                {"version", fact.version.number},
                                {"uuid", fact.version.uuid},
                                {"samples", fact.samples},
                                {"labelled", fact.labelled},
                                {"content_sha256", fact.contentHash}});
    }
    for (const PackageFact &fact : input.packages) {
        json["packages"].push_back({{"run", fact.run}, {"path", fact.path}, {"sha256", fact.sha256}});
    }
    for (const LeftOut &left : input.leftOut) {
        json["left_out"].push_back({{"why", reasonOf(left.why)},
                                    {"run", left.run},
                                    {"task", left.task.empty() ? Json(nullptr) : Json(left.task)},
                                    {"count", left.count},
                                    {"of", left.of}});
    }
    return json;
}

QByteArray write(const Document &, const ReportInput &input)
{
    const Json json{{"project", projectOf(input)}, {"judgement", judgementOf(input)}, {"baseline", baselineOf(input)},
                    {"runs", runsOf(input)},       {"return", returnOf(input)},       {"trace", traceOf(input)}};
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace

Writer jsonWriter()
{
    return {.suffix = "json", .write = &write, .data = true};
}

}  // namespace atlas::report
