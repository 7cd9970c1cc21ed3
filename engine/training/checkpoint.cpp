#include "engine/training/checkpoint.h"

#include "core/decision_json.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/tensor/tensor_file.h"

#include <torch/types.h>

namespace atlas::engine {
namespace {

constexpr const char *kCheckpointFormat = "atlas-checkpoint-1";
constexpr const char *kHint = QT_TRANSLATE_NOOP(
    "Sentence", "Remove the file to train this task's run from its start, or restore it from a backup. "
                "Task packages of finished tasks are not touched.");

nlohmann::json toJson(const DecisionRecord &decision)
{
    nlohmann::json json{{"task", decision.task},
                        {"policy", decision.policy},
                        {"stage1", decision.stage1},
                        {"decision", decision.decision},
                        {"reason", decision.reason}};
    if (decision.gain && decision.se) {
        json["gain"] = *decision.gain;
        json["se"] = *decision.se;
    }
    if (decision.novelty) {
        json["novelty"] = *decision.novelty;
    }
    json["inputs"] = decisionInputs(decision);
    return json;
}

DecisionRecord decisionFromJson(const nlohmann::json &json)
{
    DecisionRecord decision;
    json.at("task").get_to(decision.task);
    json.at("policy").get_to(decision.policy);
    json.at("stage1").get_to(decision.stage1);
    json.at("decision").get_to(decision.decision);
    json.at("reason").get_to(decision.reason);
    if (json.contains("gain")) {
        decision.gain = json.at("gain").get<double>();
        decision.se = json.at("se").get<double>();
    }
    if (json.contains("novelty")) {
        decision.novelty = json.at("novelty").get<double>();
    }
    if (json.contains("inputs")) {  // absent in checkpoints of versions that did not keep them
        setDecisionInputs(decision, json.at("inputs"));
    }
    return decision;
}

/// The tensors whose names begin with `prefix`, without it; they leave `from`.
TensorMap takePrefixed(TensorMap &from, const std::string &prefix)
{
    TensorMap taken;
    for (auto entry = from.lower_bound(prefix); entry != from.end() && entry->first.starts_with(prefix);) {
        taken[entry->first.substr(prefix.size())] = entry->second;
        entry = from.erase(entry);
    }
    return taken;
}

template <typename Number>
std::vector<Number> takeNumbers(TensorMap &from, const std::string &name, at::ScalarType type)
{
    const auto found = from.find(name);
    if (found == from.end()) {
        return {};
    }
    const at::Tensor tensor = found->second.to(type).contiguous();
    std::vector<Number> numbers(tensor.data_ptr<Number>(), tensor.data_ptr<Number>() + tensor.numel());
    from.erase(found);
    return numbers;
}

RunProgress progressFromJson(const nlohmann::json &json)
{
    RunProgress progress;
    json.at("task").get_to(progress.task);
    json.at("stage").get_to(progress.stage);
    json.at("begun").get_to(progress.begun);
    json.at("evaluating").get_to(progress.evaluating);
    // Absent in checkpoints of versions in which every task was learned when it was reached.
    progress.learned = json.value("learned", progress.task + (progress.evaluating ? 1 : 0));
    json.at("train_seconds").get_to(progress.trainSeconds);
    json.at("samples").get_to(progress.samples);
    progress.decision = decisionFromJson(json.at("decision"));
    progress.stageState = stageStateFromJson(json.at("stage_state"));
    for (const auto &[task, penalty] : json.at("penalties").items()) {
        penalty.get_to(progress.solved[task].penalty);
    }
    return progress;
}

}  // namespace

void writeCheckpoint(const std::filesystem::path &file, const nlohmann::json &fingerprint, const RunProgress &progress,
                     const NamedTensors &model, const NamedTensors &optimizer)
{
    NamedTensors tensors;
    const auto append = [&tensors](const std::string &prefix, const auto &more) {
        for (const auto &[name, tensor] : more) {
            tensors.emplace_back(prefix + name, tensor.detach());
        }
    };
    append("model.", model);
    append("best.", progress.stageState.best);
    append("optimizer.", optimizer);
    append("fresh.", progress.fresh);
    append("before.", progress.before.weights);
    nlohmann::json penalties = nlohmann::json::object();
    for (const auto &[task, solved] : progress.solved) {
        tensors.emplace_back("solved." + task, solved.columns);
        if (solved.trust.defined()) {
            tensors.emplace_back("trust." + task, solved.trust);
        }
        penalties[task] = solved.penalty;
    }
    tensors.emplace_back("order", torch::tensor(progress.stageState.order, torch::kLong));
    tensors.emplace_back("before_scores", torch::tensor(progress.before.scores, torch::kDouble));
    tensors.emplace_back("before_losses", torch::tensor(progress.before.losses, torch::kDouble));
    const nlohmann::json state{{"task", progress.task},
                               {"stage", progress.stage},
                               {"begun", progress.begun},
                               {"learned", progress.learned},
                               {"evaluating", progress.evaluating},
                               {"train_seconds", progress.trainSeconds},
                               {"samples", progress.samples},
                               {"decision", toJson(progress.decision)},
                               {"penalties", penalties},
                               {"stage_state", engine::toJson(progress.stageState)}};
    saveTensors(file, tensors,
                {{"format", kCheckpointFormat}, {"fingerprint", fingerprint.dump()}, {"state", state.dump()}});
}

std::optional<Checkpoint> readCheckpoint(const std::filesystem::path &file)
{
    if (!std::filesystem::exists(file)) {
        return std::nullopt;
    }
    try {
        const SafetensorsFile opened = SafetensorsFile::open(file);
        const std::map<std::string, std::string> &metadata = opened.metadata();
        if (!metadata.contains("format") || metadata.at("format") != kCheckpointFormat || !metadata.contains("state") ||
            !metadata.contains("fingerprint")) {
            throw Error(
                ErrorCode::Damaged,
                say(QT_TRANSLATE_NOOP(
                        "Sentence", "The checkpoint %1 is damaged: it is not a checkpoint of this program's version."),
                    file.string()),
                say(kHint));
        }
        TensorMap tensors;
        for (const auto &[name, view] : opened.tensors()) {
            tensors[name] = toTensor(view);
        }
        Checkpoint checkpoint;
        checkpoint.fingerprint = nlohmann::json::parse(metadata.at("fingerprint"));
        checkpoint.progress = progressFromJson(nlohmann::json::parse(metadata.at("state")));
        RunProgress &progress = checkpoint.progress;
        checkpoint.model = takePrefixed(tensors, "model.");
        progress.stageState.best = takePrefixed(tensors, "best.");
        progress.stageState.optimizer = takePrefixed(tensors, "optimizer.");
        progress.fresh = takePrefixed(tensors, "fresh.");
        progress.before.weights = takePrefixed(tensors, "before.");
        for (auto &[task, columns] : takePrefixed(tensors, "solved.")) {
            progress.solved[task].columns = columns;
        }
        for (auto &[task, trust] : takePrefixed(tensors, "trust.")) {
            progress.solved[task].trust = trust;
        }
        progress.stageState.order = takeNumbers<std::int64_t>(tensors, "order", torch::kLong);
        progress.before.scores = takeNumbers<double>(tensors, "before_scores", torch::kDouble);
        progress.before.losses = takeNumbers<double>(tensors, "before_losses", torch::kDouble);
        requireEmpty(tensors, file.string());
        return checkpoint;
    } catch (const nlohmann::json::exception &error) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "The checkpoint %1 is damaged: %2."), file.string(), error.what()),
            say(kHint));
    } catch (const Error &error) {
        if (error.code() == ErrorCode::BadInput) {
            throw Error(
                ErrorCode::Damaged,
                say(QT_TRANSLATE_NOOP("Sentence", "The checkpoint %1 is damaged: %2"), file.string(), error.sentence()),
                say(kHint));
        }
        throw;
    }
}

void requireSameRun(const nlohmann::json &stored, const nlohmann::json &wanted, const std::string &file)
{
    Sentence differences;
    const nlohmann::json before = stored.flatten();
    const nlohmann::json now = wanted.flatten();
    for (const auto &[key, value] : now.items()) {
        const nlohmann::json other = before.value(key, nlohmann::json());
        if (other != value) {
            const Sentence one = say(QT_TRANSLATE_NOOP("Sentence", "%1 was %2 and is now %3"), key.substr(1),
                                     other.dump(), value.dump());
            differences = differences.empty() ? one : say(QT_TRANSLATE_NOOP("Sentence", "%1; %2"), differences, one);
        }
    }
    if (differences.empty() && stored != wanted) {
        differences = say(QT_TRANSLATE_NOOP("Sentence", "it had tasks or settings that are gone"));
    }
    if (!differences.empty()) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The checkpoint %1 belongs to another run: %2."), file, differences),
            say(QT_TRANSLATE_NOOP("Sentence", "Resume with the same settings and data, or start a new run.")));
    }
}

}  // namespace atlas::engine
