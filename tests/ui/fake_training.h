#pragma once

#include "core/settings.h"
#include "widgets/jobs.h"
#include "widgets/training_service.h"

namespace atlas::test {

/// A training service that remembers what it was asked for.
class FakeTraining final : public widgets::TrainingService {
    Q_OBJECT

public:
    using TrainingService::TrainingService;

    static std::vector<engine::StrategyInfo> strategies()
    {
        const SettingSpec epochs{.key = "epochs",
                                 .title = "Epochs",
                                 .type = SettingType::Integer,
                                 .defaultValue = "20",
                                 .minimum = 1,
                                 .maximum = 1000,
                                 .unit = {},
                                 .help = "How often each stage sees all training samples at most.",
                                 .choices = {},
                                 .advanced = false};
        const SettingSpec rate{.key = "learning_rate",
                               .title = "Learning rate",
                               .type = SettingType::Real,
                               .defaultValue = "0.0005",
                               .minimum = 0,
                               .maximum = 1,
                               .unit = {},
                               .help = "How far one step changes the weights.",
                               .choices = {},
                               .advanced = false};
        const SettingSpec policy{.key = "policy",
                                 .title = "Reuse or expand",
                                 .type = SettingType::Choice,
                                 .defaultValue = "always",
                                 .minimum = 0,
                                 .maximum = 0,
                                 .unit = {},
                                 .help = "Whether each task adds an adapter.",
                                 .choices = {"always", "never", "automatic"},
                                 .advanced = false};
        const SettingSpec warmup{.key = "warmup",
                                 .title = "Warm-up",
                                 .type = SettingType::Real,
                                 .defaultValue = "0.1",
                                 .minimum = 0,
                                 .maximum = 1,
                                 .unit = "of all steps",
                                 .help = "Share of the steps in which the learning rate rises.",
                                 .choices = {},
                                 .advanced = true};
        const SettingSpec reference{.key = "reference",
                                    .title = "Gate sees padding",
                                    .type = SettingType::Bool,
                                    .defaultValue = "false",
                                    .minimum = 0,
                                    .maximum = 0,
                                    .unit = {},
                                    .help = "As the published code has it.",
                                    .choices = {},
                                    .advanced = true};
        return {{.name = "atlas",
                 .title = "Atlas, two stages",
                 .help = "Reuses, then adds what is new.",
                 .settings = {policy, epochs, rate, warmup, reference}},
                {.name = "independent",
                 .title = "An adapter for each task",
                 .help = "No sharing.",
                 .settings = {epochs, rate, warmup}},
                {.name = "shared",
                 .title = "One shared adapter",
                 .help = "Fine-tunes one adapter on and on.",
                 .settings = {epochs, rate, warmup}},
                {.name = "head_only",
                 .title = "Heads only",
                 .help = "Nothing but a head is learned.",
                 .settings = {epochs, rate, warmup}}};
    }

    void setSession(widgets::Session *) override {}
    void describe(QObject *, std::function<void(engine::EngineInfo, std::vector<engine::StrategyInfo>)> done,
                  std::function<void(QString)>) override
    {
        engine::EngineInfo info;
        info.summary = "LibTorch 1.13 on 2 cores, bf16.";
        done(info, strategies());
    }
    QStringList backboneNames() const override { return {QStringLiteral("mini")}; }
    widgets::Job *inspect(qint64 dataset, QObject *parent) override
    {
        inspected = dataset;
        return new widgets::FunctionJob(
            QStringLiteral("look"), [](Observer &, std::stop_token) {}, parent);
    }
    widgets::Job *suggest(qint64 dataset, const QString &uuid, const QString &task, QObject *parent) override
    {
        suggested = {QString::number(dataset), uuid, task};
        return new widgets::FunctionJob(
            QStringLiteral("suggest"), [](Observer &, std::stop_token) {}, parent);
    }
    void enqueue(const std::vector<RunSpec> &specs) override { enqueued = specs; }
    void pause(const QString &uuid) override { paused << uuid; }
    void cancel(const QString &uuid) override { cancelled << uuid; }
    void resume(const QString &uuid) override { resumed << uuid; }
    void answer(const QString &uuid, const DecisionAnswer &answer) override
    {
        answers.emplace_back(uuid, answer);
        if (onAnswer) {
            onAnswer(answer);
        }
    }

    qint64 inspected = 0;
    QStringList suggested;  ///< dataset, run, task
    std::vector<RunSpec> enqueued;
    QStringList paused;
    QStringList cancelled;
    QStringList resumed;
    std::vector<std::pair<QString, DecisionAnswer>> answers;
    std::function<void(const DecisionAnswer &)> onAnswer;  ///< hands it to whoever waits
};

}  // namespace atlas::test
