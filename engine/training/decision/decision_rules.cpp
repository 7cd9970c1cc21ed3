#include "engine/training/decision/decision_rules.h"

#include "core/translatable.h"
#include "engine/training/policy.h"

#include <algorithm>
#include <cmath>

namespace atlas::engine {
namespace {

SettingSpec choice(const char *key, const char *title, const char *value, std::vector<std::string> choices,
                   const char *help)
{
    return {.key = key,
            .title = title,
            .type = SettingType::Choice,
            .defaultValue = value,
            .minimum = 0,
            .maximum = 0,
            .unit = {},
            .help = help,
            .choices = std::move(choices),
            .advanced = true};
}

SettingSpec real(const char *key, const char *title, const char *value, double maximum, const char *unit,
                 const char *help)
{
    return {.key = key,
            .title = title,
            .type = SettingType::Real,
            .defaultValue = value,
            .minimum = 0,
            .maximum = maximum,
            .unit = unit,
            .help = help,
            .choices = {},
            .advanced = true};
}

}  // namespace

DecisionRules::DecisionRules(const Settings &settings)
    : delta(settings.real("delta")), target(settings.real("target")), probeShare(settings.real("probe_share")),
      undecided(settings.text("undecided")), pruneEpsilon(settings.real("prune_epsilon")),
      pruneTotal(settings.real("prune_total")), effects(settings.boolean("effects"))
{
    const std::string &wanted = settings.text("prune");
    prune = wanted == "on" || (wanted == "policy" && settings.text("policy") == "automatic");
}

std::int64_t DecisionRules::probeEpochs(std::int64_t epochs) const
{
    return std::max<std::int64_t>(1, std::llround(probeShare * static_cast<double>(epochs)));
}

std::vector<SettingSpec> decisionSettings()
{
    SettingSpec policy = choice(
        "policy", QT_TRANSLATE_NOOP("Setting", "Reuse or expand"), "automatic", policyNames(),
        QT_TRANSLATE_NOOP("Setting", "Whether each task adds an adapter: always (as published), never, automatic "
                                     "(a short probe must show a gain larger than chance), or ask a person "
                                     "after the probe."));
    policy.advanced = false;
    return {
        std::move(policy),
        choice("undecided", QT_TRANSLATE_NOOP("Setting", "When the probe decides nothing"), "reuse",
               {QT_TRANSLATE_NOOP("Setting", "reuse"), QT_TRANSLATE_NOOP("Setting", "expand"),
                QT_TRANSLATE_NOOP("Setting", "ask")},
               QT_TRANSLATE_NOOP("Setting", "What policy automatic does when the gain may be chance and may be not: "
                                            "reuse adds nothing that was not shown to be needed, and the task can be "
                                            "expanded later; expand is the published way; or ask a person.")),
        real("delta", QT_TRANSLATE_NOOP("Setting", "Gain worth an adapter"), "0.005", 1, "",
             QT_TRANSLATE_NOOP("Setting", "How much the task's score (0 to 1) must gain on validation for an adapter "
                                          "of its own to be added.")),
        real("target", QT_TRANSLATE_NOOP("Setting", "Score that is enough"), "0", 1, "",
             QT_TRANSLATE_NOOP("Setting", "A validation score (0 to 1) that satisfies you: the decision shows how far "
                                          "stage 1 comes towards it, and where the probe decides nothing, a score "
                                          "that reaches it is reused; 0 sets none.")),
        real("probe_share", QT_TRANSLATE_NOOP("Setting", "Length of the probe"), "0.2", 1, "",
             QT_TRANSLATE_NOOP("Setting", "The share of stage 2's epochs that policies automatic and ask train before "
                                          "they decide; stage 2 goes on from there with the rest.")),
        choice("prune", QT_TRANSLATE_NOOP("Setting", "Drop sites that are not needed"), "policy",
               {QT_TRANSLATE_NOOP("Setting", "policy"), QT_TRANSLATE_NOOP("Setting", "on"),
                QT_TRANSLATE_NOOP("Setting", "off")},
               QT_TRANSLATE_NOOP("Setting", "After an expansion the places in the backbone at which the new adapter "
                                            "does nothing for validation are taken out again; policy does so with "
                                            "policy automatic only. The first task's adapter stays whole, since "
                                            "later tasks may use it.")),
        real("prune_epsilon", QT_TRANSLATE_NOOP("Setting", "Loss that a dropped site may cost"), "0.002", 10, "nats",
             QT_TRANSLATE_NOOP("Setting", "A site is dropped when the validation loss without it surely rises by less "
                                          "than this.")),
        real("prune_total", QT_TRANSLATE_NOOP("Setting", "Loss that all dropped sites may cost"), "0.01", 10, "nats",
             QT_TRANSLATE_NOOP("Setting", "However many sites are dropped, the validation loss surely rises by less "
                                          "than this.")),
        {.key = "effects",
         .title = QT_TRANSLATE_NOOP("Setting", "Measure what adapters do"),
         .type = SettingType::Bool,
         .defaultValue = "true",
         .minimum = 0,
         .maximum = 0,
         .unit = {},
         .help = QT_TRANSLATE_NOOP("Setting", "After each task the validation loss is measured without each of the "
                                              "adapters it uses; costs a few passes over 200 samples for each."),
         .choices = {},
         .advanced = true},
    };
}

}  // namespace atlas::engine
