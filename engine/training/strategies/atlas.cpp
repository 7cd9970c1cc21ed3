#include "core/translatable.h"
#include "engine/training/strategies/adapter_free.h"
#include "engine/training/strategies/adapter_settings.h"
#include "engine/training/strategies/strategies.h"

#include <algorithm>
#include <ranges>

namespace atlas::engine {
namespace {

constexpr const char *kStage1 = "stage1";
constexpr const char *kStage2 = "stage2";
constexpr const char *kProbe = "probe";

/// Two stages per task (METHOD section 3): first the task learns to use the adapters there are, then it adds its own.
/// Policies that measure take every step only where it is worth it: before stage 1 there is a head on the frozen
/// backbone, and older adapters stay out where a head beside them, trained as long, is not surely better; the first
/// epochs of stage 2 are a stage of their own, the probe.
/// Source: ATLAS, arXiv 2410.10923.
class Atlas final : public Strategy {
public:
    explicit Atlas(const Settings &settings)
        : m_settings(settings), m_policy(engine::policy(settings.text("policy"))), m_rules(settings)
    {
    }

    GateOptions gateOptions() const override
    {
        GateOptions options;
        options.maskPadding = !m_settings.boolean("reference");
        options.scaling = m_settings.text("gate") == "published" ? GateScaling::Published : GateScaling::Normalised;
        options.scoreScale = m_settings.text("score_scale") == "width" ? ScoreScale::Width : ScoreScale::HeadWidth;
        options.form = m_settings.text("evaluation") == "lowrank" ? MixingForm::LowRank : MixingForm::Plain;
        return options;
    }

    int bottleneck(int width) const override { return bottleneckOf(m_settings, width); }

    std::vector<StagePlan> stages(const RunModel &model) const override
    {
        const std::int64_t epochs = m_settings.integer("epochs");
        const std::int64_t chosen = m_settings.integer("stage1_epochs");
        const double coefficient = m_settings.real("ortho");
        std::vector<StagePlan> stages;
        if (!model.learned.empty()) {
            if (triesOlder()) {
                stages.push_back(headStage(epochs));
            }
            stages.push_back({.name = kStage1,
                              .epochs = chosen > 0     ? chosen
                                        : triesOlder() ? epochs
                                                       : (epochs + 1) / 2,
                              .queryRateFactor = m_settings.real("query_lr_multiplier"),
                              .orthogonality = OrthogonalityOptions{.coefficient = coefficient, .keys = false},
                              .expansion = false,
                              .trial = triesOlder()});
        }
        StagePlan expansion{.name = kStage2,
                            .epochs = epochs,
                            .queryRateFactor = 1,
                            .orthogonality = OrthogonalityOptions{.coefficient = coefficient, .keys = true},
                            .expansion = !model.learned.empty()};
        if (expansion.expansion && m_policy.probes()) {
            StagePlan probe = expansion;
            probe.name = kProbe;
            probe.epochs = m_rules.probeEpochs(epochs);
            probe.probe = true;
            expansion.epochs = std::max<std::int64_t>(1, epochs - probe.epochs);
            stages.push_back(std::move(probe));
        }
        stages.push_back(std::move(expansion));
        return stages;
    }

    GateSet startingGates(const RunModel &model) const override
    {
        return triesOlder() ? GateSet(model.bank.layers()) : olderGates(model);
    }

    void begin(const StagePlan &stage, RunModel &model, TaskModel &task, at::Generator &generator) const override
    {
        if (stage.name == kStage1) {
            task.gates = olderGates(model);
        } else if (addsAdapter(stage) && !model.bank.hasTask(task.task)) {  // stage 2 goes on from the probe
            model.bank.add(task.task, generator);
            task.gates.add(task.task, model.bank, generator);
        }
    }

    void markTrainable(const StagePlan &stage, RunModel &model, TaskModel &task) const override
    {
        for (int older = 0; older < task.task; ++older) {
            model.bank.setTrainable(older, false);
        }
        task.head->setTrainable(true);
        task.gates.setKeysTrainable(false);
        // Stage 2 of the published code leaves the queries to old adapters as stage 1 made them; where they belong to
        // this task alone they may go on learning.
        task.gates.setQueriesTrainable(stage.name == kStage1 || !answersWithNewest());
        if (addsAdapter(stage)) {
            model.bank.setTrainable(task.task, true);
            task.gates.setTrainable(task.task, true);
        }
    }

    std::vector<int> storedAdapters(int task) const override { return {task}; }
    bool answersWithNewest() const override { return m_settings.text("sharing") == "published"; }
    const Policy *policy() const override { return &m_policy; }
    DecisionRules decisionRules() const override { return m_rules; }

private:
    static bool addsAdapter(const StagePlan &stage) { return stage.name == kProbe || stage.name == kStage2; }

    /// With shared queries no task can leave out what others use.
    bool triesOlder() const { return m_policy.probes() && !answersWithNewest(); }

    /// Copies of the gates of all adapters there are, as the newest task has them that uses the adapter.
    static GateSet olderGates(const RunModel &model)
    {
        GateSet gates(model.bank.layers());
        for (const TaskModel &task : model.learned | std::views::reverse) {
            gates.addMissing(task.gates);
        }
        return gates;
    }

    Settings m_settings;
    const Policy &m_policy;
    DecisionRules m_rules;
};

std::vector<SettingSpec> atlasSettings()
{
    std::vector<SettingSpec> settings = decisionSettings();
    const std::vector<SettingSpec> own{
        {.key = "stage1_epochs",
         .title = QT_TRANSLATE_NOOP("Setting", "Epochs of stage 1"),
         .type = SettingType::Integer,
         .defaultValue = "0",
         .minimum = 0,
         .maximum = 1000,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How often stage 1, which only learns to use older adapters, sees all "
                                              "training samples at most; 0 takes half as many as stage 2, "
                                              "and as many where the policy tries older adapters "
                                              "against a head without."),
         .choices = {},
         .advanced = true},
        {.key = "query_lr_multiplier",
         .title = QT_TRANSLATE_NOOP("Setting", "Query learning rate factor"),
         .type = SettingType::Real,
         .defaultValue = "100",
         .minimum = 0,
         .maximum = 100000,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "In stage 1 queries learn this many times faster than the head."),
         .choices = {},
         .advanced = true},
        {.key = "ortho",
         .title = QT_TRANSLATE_NOOP("Setting", "Orthogonality"),
         .type = SettingType::Real,
         .defaultValue = "0.1",
         .minimum = 0,
         .maximum = 1000,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "How strongly queries (and keys in stage 2) of different adapters are "
                                              "kept apart; its share of the loss is charted."),
         .choices = {},
         .advanced = true},
        {.key = "gate",
         .title = QT_TRANSLATE_NOOP("Setting", "Gate"),
         .type = SettingType::Choice,
         .defaultValue = "normalised",
         .minimum = 0,
         .maximum = 0,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "published: weights as they are, whose sum grows with the number of "
                                              "tasks; normalised: weights that sum to 1."),
         .choices = {QT_TRANSLATE_NOOP("Setting", "published"), QT_TRANSLATE_NOOP("Setting", "normalised")},
         .advanced = true},
        {.key = "sharing",
         .title = QT_TRANSLATE_NOOP("Setting", "Sharing of queries"),
         .type = SettingType::Choice,
         .defaultValue = "own",
         .minimum = 0,
         .maximum = 0,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "own: each task keeps its queries, so that older tasks never change; "
                                              "published: all tasks share one set, and older tasks may be forgotten."),
         .choices = {QT_TRANSLATE_NOOP("Setting", "own"), QT_TRANSLATE_NOOP("Setting", "published")},
         .advanced = true},
        {.key = "reference",
         .title = QT_TRANSLATE_NOOP("Setting", "Gate sees padding"),
         .type = SettingType::Bool,
         .defaultValue = "false",
         .minimum = 0,
         .maximum = 0,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "As the published code has it: a prediction then depends on the samples "
                                              "beside it. For comparison only."),
         .choices = {},
         .advanced = true},
        {.key = "score_scale",
         .title = QT_TRANSLATE_NOOP("Setting", "Scale of gate scores"),
         .type = SettingType::Choice,
         .defaultValue = "width",
         .minimum = 0,
         .maximum = 0,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "What attention scores of the gate are divided by: the square root of "
                                              "the width (as published) or of a head's width."),
         .choices = {QT_TRANSLATE_NOOP("Setting", "width"), QT_TRANSLATE_NOOP("Setting", "head")},
         .advanced = true},
        {.key = "evaluation",
         .title = QT_TRANSLATE_NOOP("Setting", "Evaluation of adapters"),
         .type = SettingType::Choice,
         .defaultValue = "lowrank",
         .minimum = 0,
         .maximum = 0,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "The same numbers in two ways: lowrank is fast and small, plain is the "
                                              "textbook form for comparison."),
         .choices = {QT_TRANSLATE_NOOP("Setting", "lowrank"), QT_TRANSLATE_NOOP("Setting", "plain")},
         .advanced = true},
        bottleneckSetting(),
    };
    settings.insert(settings.end(), own.begin(), own.end());
    return settings;
}

}  // namespace

StrategyDescription strategies::atlas()
{
    return {.name = "atlas",
            .help =
                QT_TRANSLATE_NOOP("Strategy", "Learns to use the adapters of earlier tasks first, then adds a small "
                                              "adapter for what is new. Earlier tasks stay as they are."),
            .settings = atlasSettings(),
            .make = [](const Settings &settings) -> std::unique_ptr<Strategy> {
                return std::make_unique<Atlas>(settings);
            }};
}

}  // namespace atlas::engine
