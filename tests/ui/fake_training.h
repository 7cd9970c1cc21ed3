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
        info.perturbations = {{.name = "typos",
                               .title = "Typing mistakes",
                               .help = "Letters are taken for a neighbour, swapped, doubled or left out.",
                               .unit = "% of the letters",
                               .strengths = {1, 2, 5, 10, 20}},
                              {.name = "dropped-words",
                               .title = "Missing words",
                               .help = "Words are left out of texts and questions.",
                               .unit = "% of the words",
                               .strengths = {10, 20, 30, 50, 70}},
                              {.name = "fgsm-features",
                               .title = "Worst features (FGSM)",
                               .help = "Every feature is moved in the direction that hurts the answer most.",
                               .unit = "standard deviations of a feature",
                               .strengths = {0.02, 0.05, 0.1, 0.2, 0.4}}};
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
    QString runningRun() const override { return running; }
    void ask(const widgets::Question &question, QObject *context, std::function<void(engine::Answer)> done,
             std::function<void(QString, QString)> failed) override
    {
        questions.push_back(question);
        if (!running.isEmpty()) {
            return;  // as the engine: not before the training ends
        }
        QMetaObject::invokeMethod(
            context,
            [this, question, done = std::move(done), failed = std::move(failed)] {
                if (answerQuestion) {
                    done(answerQuestion(question));
                } else {
                    failed(QStringLiteral("The sample cannot be read."), QStringLiteral("Give another one."));
                }
            },
            Qt::QueuedConnection);
    }
    void cancelQuestion() override { ++questionsCancelled; }
    widgets::Job *answerFile(const QString &uuid, const QString &task, const QString &file, const QString &out,
                             QObject *parent) override
    {
        answeredFile = {uuid, task, file, out};
        auto *job = new widgets::FunctionJob(
            QStringLiteral("answer"),
            [this](Observer &observer, std::stop_token) {
                if (duringFile) {
                    duringFile(observer);
                }
            },
            parent);
        QMetaObject::invokeMethod(
            job, [job] { job->start(); }, Qt::QueuedConnection);
        return job;
    }
    widgets::Job *measureRobustness(const QString &uuid, const QStringList &tasks, const QStringList &perturbations,
                                    qint64 limit, QObject *parent) override
    {
        measured = QStringList{uuid, QString::number(limit)} + tasks + perturbations;
        auto *job = new widgets::FunctionJob(
            QStringLiteral("robustness"), [](Observer &, std::stop_token) {}, parent);
        QMetaObject::invokeMethod(
            job, [job] { job->start(); }, Qt::QueuedConnection);
        return job;
    }
    widgets::Job *exportPackage(const QString &uuid, const QString &task, const QString &out, QObject *parent) override
    {
        exported = {uuid, task, out};
        return new widgets::FunctionJob(
            QStringLiteral("export"), [](Observer &, std::stop_token) {}, parent);
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
    QString running;        ///< what runningRun() says
    std::vector<widgets::Question> questions;
    std::function<engine::Answer(const widgets::Question &)> answerQuestion;  ///< unset = it fails
    int questionsCancelled = 0;
    QStringList answeredFile;  ///< run, task, file, out
    std::function<void(Observer &)> duringFile;
    QStringList measured;  ///< run, limit, tasks and perturbations
    QStringList exported;  ///< run, task, out
    std::vector<RunSpec> enqueued;
    QStringList paused;
    QStringList cancelled;
    QStringList resumed;
    std::vector<std::pair<QString, DecisionAnswer>> answers;
    std::function<void(const DecisionAnswer &)> onAnswer;  ///< hands it to whoever waits
};

}  // namespace atlas::test
