#include "core/run_recipe.h"

#include "core/comma_list.h"
#include "core/label_share.h"

#include <array>

namespace atlas {
namespace {

constexpr const char *kMaxTrain = "max_train";
constexpr std::size_t kShortHash = 12;
constexpr std::size_t kShortId = 8;

/// A part of every recipe that is no setting: of a run with all it measured, and of a row of a table.
struct RecipePart {
    const char *name;
    std::string (*ofRun)(const RunRecord &run);
    std::string (*ofRow)(const RunTable &table, const RunRow &row);
};

constexpr std::array kParts{
    RecipePart{"strategy", [](const RunRecord &run) { return run.spec.strategy; },
               [](const RunTable &, const RunRow &row) { return row.strategy; }},
    RecipePart{"backbone",
               [](const RunRecord &run) { return backboneFact(run.spec.backboneName, run.spec.backboneSha256); },
               [](const RunTable &, const RunRow &row) { return row.backbone; }},
    RecipePart{kMaxTrain, [](const RunRecord &run) { return std::to_string(run.spec.maxTrain); },
               [](const RunTable &, const RunRow &row) { return std::to_string(row.maxTrain); }},
    RecipePart{"precision", [](const RunRecord &run) { return run.spec.precision; },
               [](const RunTable &, const RunRow &row) { return row.precision; }},
    RecipePart{"origin", [](const RunRecord &run) { return originFact(run.spec.origin.how, run.spec.origin.run); },
               [](const RunTable &, const RunRow &row) { return row.origin; }},
    RecipePart{"tasks", [](const RunRecord &run) { return commaList(run.tasks); },
               [](const RunTable &table, const RunRow &row) {
                   return commaList(row.tasks, [&](const RunRow::TaskScore &task) { return table.tasks[task.task]; });
               }}};

}  // namespace

RunRecipe recipeOf(const RunRecord &run)
{
    RunRecipe recipe = run.spec.settings;
    for (const RecipePart &part : kParts) {
        recipe[part.name] = part.ofRun(run);
    }
    return recipe;
}

bool sameRecipe(const RunRecord &a, const RunRecord &b)
{
    return a.spec.strategy == b.spec.strategy && recipeOf(a) == recipeOf(b);  // the first to have done at once
}

bool sameButForLabels(const RunRecord &a, const RunRecord &b)
{
    if (a.spec.strategy != b.spec.strategy) {
        return false;
    }
    RunRecipe own = recipeOf(a);
    RunRecipe other = recipeOf(b);
    for (const char *name : {kMaxTrain, kTrainShare}) {
        own.erase(name);
        other.erase(name);
    }
    return own == other;
}

std::string recipeKey(const RunScene &scene, std::size_t row)
{
    std::string key;
    for (const RecipePart &part : kParts) {
        key += part.ofRow(scene.table, scene.table.rows[row]);
        key += '\0';
    }
    const std::span<const RunSettings::Entry> settings = scene.settings.of(row);
    return key.append(reinterpret_cast<const char *>(settings.data()), settings.size_bytes());
}

std::string backboneFact(const std::string &name, const std::string &sha256)
{
    return name + " " + sha256.substr(0, kShortHash);
}

std::string originFact(const std::string &how, const std::string &uuid)
{
    return how.empty() ? std::string() : how + " of " + uuid.substr(0, kShortId);
}

}  // namespace atlas
