#include "engine/robustness/robustness_meter.h"

#include "core/error.h"
#include "core/judging.h"
#include "core/score_interval.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/robustness/changed_samples.h"
#include "engine/robustness/gradient_attack.h"
#include "engine/robustness/perturbation_registry.h"
#include "engine/tensor/runtime.h"
#include "engine/training/evaluator.h"
#include "engine/training/loaded_run.h"
#include "engine/training/prepared_task.h"
#include "engine/training/seeds.h"
#include "engine/training/task_network.h"

#include <torch/types.h>

#include <algorithm>
#include <cstdio>

namespace atlas::engine {
namespace {

constexpr double kRight = 0.5;  ///< scores of one sample from which its answer counts as right

/// How far all curves together are.
class Progress {
public:
    Progress(Observer &observer, std::string task, std::size_t evaluations)
        : m_observer(observer), m_task(std::move(task)), m_evaluations(evaluations)
    {
    }

    void begin(const Sentence &what) { m_what = say(QT_TRANSLATE_NOOP("Sentence", "%1: %2"), m_task, what); }
    void within(double fraction)
    {
        m_observer.progress((static_cast<double>(m_done) + fraction) / static_cast<double>(m_evaluations), m_what);
    }
    void next() { ++m_done; }

private:
    Observer &m_observer;
    std::string m_task;
    Sentence m_what;
    std::size_t m_evaluations;
    std::size_t m_done = 0;
};

/// A task of a loaded run with its test samples, asked again and again.
class Meter {
public:
    Meter(const RobustnessRequest &request, Observer &observer, const std::stop_token &stop)
        : m_request(request), m_observer(observer), m_stop(stop), m_place(placeOf(request.tasks, request.task)),
          m_task(request.tasks[m_place]), m_samples(chosen(request)), m_targets(encodeLabels(m_task, pointers())),
          m_run(loadRun(request.backboneFolder, request.modelFolder, request.tasks, m_place, request.precision)),
          m_learned(m_run.model.learned[m_place]),
          m_classifier(m_task), m_attacked{.classifier = m_classifier, .head = *m_learned.head, .targets = m_targets},
          m_network(*m_run.backbone, *m_run.strategy, m_run.model,
                    TaskNetwork::answering(*m_run.strategy, m_run.model, m_learned), m_run.limits())
    {
    }

    std::vector<RobustnessCurve> measure()
    {
        const std::vector<const Perturbation *> perturbations = asked();
        std::size_t evaluations = 1;
        for (const Perturbation *perturbation : perturbations) {
            evaluations += perturbation->info.strengths.size();
        }
        Progress progress(m_observer, m_task.name, evaluations);
        progress.begin(say(QT_TRANSLATE_NOOP("Sentence", "as it is")));
        const PreparedSplit split(*m_run.backbone, m_task, pointers(), availableCores(), m_memory, m_observer, m_stop);
        const std::unique_ptr<InputFeatures> features = m_network.features(split, m_stop);
        const Evaluation plain = evaluated(*features, progress);
        m_before = plain.predictions(m_classifier, pointers(), m_learned.temperature);

        std::vector<RobustnessCurve> curves;
        for (const Perturbation *perturbation : perturbations) {
            RobustnessCurve curve{.perturbation = perturbation->info.name,
                                  .score = m_task.metric,
                                  .seed = m_request.seed,
                                  .points = {pointOf(0, plain)}};
            if (perturbation->attacked == Attacked::Nothing) {
                underChanges(*perturbation, curve, progress);
            } else {
                underAttack(*perturbation, *features, curve, progress);
            }
            curves.push_back(std::move(curve));
        }
        return curves;
    }

private:
    static std::vector<Sample> chosen(const RobustnessRequest &request)
    {
        if (request.test.empty()) {
            throw Error(ErrorCode::BadInput,
                        say(QT_TRANSLATE_NOOP("Sentence", "The task %1 has no test samples. Nothing was measured."),
                            request.task),
                        say(QT_TRANSLATE_NOOP("Sentence", "Make the next version of the task with a test split.")));
        }
        std::vector<Sample> samples;
        const std::uint64_t seed = deriveSeed(request.seed, {request.task, "robustness"});
        for (const Sample *sample : chooseSamples(request.test, request.limit, seed)) {
            samples.push_back(*sample);
        }
        return samples;
    }

    std::vector<const Sample *> pointers() const { return addressesOf(m_samples); }

    bool allowed(const Perturbation &perturbation) const
    {
        if (!changesKind(perturbation, taskKind(m_task.kind))) {
            return false;
        }
        // Heads that see the embedders' own features alone are not reached by pixels either.
        return perturbation.attacked != Attacked::Pixels ||
               (m_run.backbone->pixelScale() && !m_network.summariesOnly() &&
                std::ranges::any_of(m_samples, [](const Sample &sample) { return sample.image.has_value(); }));
    }

    std::vector<const Perturbation *> asked() const
    {
        std::vector<const Perturbation *> found;
        for (const Perturbation &one : allPerturbations()) {
            if (m_request.perturbations.empty() && allowed(one)) {
                found.push_back(&one);
            }
        }
        for (const std::string &name : m_request.perturbations) {
            const Perturbation &one = perturbation(name);
            if (!allowed(one)) {
                throw Error(
                    ErrorCode::Usage,
                    say(QT_TRANSLATE_NOOP("Sentence", "The perturbation \"%1\" cannot be tried on the task %2."), name,
                        m_task.name),
                    one.attacked == Attacked::Pixels
                        ? say(QT_TRANSLATE_NOOP(
                              "Sentence",
                              "It needs pictures and a backbone that takes pixels; fgsm-features works everywhere."))
                        : say(QT_TRANSLATE_NOOP("Sentence", "Its samples have nothing that it changes.")));
            }
            found.push_back(&one);
        }
        return found;
    }

    Evaluation evaluated(const FeatureSource &features, Progress &progress) const
    {
        Evaluation evaluation = evaluate(m_task, m_classifier, *m_learned.head, features, m_targets, m_run.limits(),
                                         m_stop, [&progress](double fraction) { progress.within(fraction); });
        progress.next();
        return evaluation;
    }

    RobustnessPoint pointOf(double strength, const Evaluation &evaluation) const
    {
        const Score &metric = atlas::score(m_task.metric);
        RobustnessPoint point{
            .strength = strength, .score = metric.compute(evaluation.judged), .n = std::int64_t(m_samples.size())};
        const std::optional<Interval> interval = scoreInterval(metric, evaluation.judged);
        point.low = interval ? interval->low : point.score;
        point.high = interval ? interval->high : point.score;
        for (const Prediction &one : evaluation.predictions(m_classifier, pointers(), m_learned.temperature)) {
            point.confidence += one.confidence / static_cast<double>(m_samples.size());
        }
        return point;
    }

    void underChanges(const Perturbation &perturbation, RobustnessCurve &curve, Progress &progress)
    {
        for (const double strength : perturbation.info.strengths) {
            progress.begin(words(perturbation, strength));
            progress.within(0);
            const PassingFolder folder(m_request.temporaryFolder);
            const std::vector<Sample> samples = changedSamples(m_samples, perturbation, strength, m_request.seed,
                                                               folder.path(), availableCores(), m_stop);
            const PreparedSplit split(*m_run.backbone, m_task, addressesOf(samples), availableCores(), m_memory,
                                      m_observer, m_stop);
            const Evaluation evaluation = evaluated(*m_network.features(split, m_stop), progress);
            curve.points.push_back(pointOf(strength, evaluation));
            findTurned(evaluation, samples, perturbation, strength, curve);
        }
    }

    void underAttack(const Perturbation &perturbation, const InputFeatures &features, RobustnessCurve &curve,
                     Progress &progress)
    {
        const bool pixels = perturbation.attacked == Attacked::Pixels;
        const at::Tensor deviation = pixels ? at::Tensor() : deviationOf(features, m_run.limits(), m_stop);
        const PixelScale scale = m_run.backbone->pixelScale().value_or(PixelScale{});
        for (const double strength : perturbation.info.strengths) {
            progress.begin(words(perturbation, strength));
            std::unique_ptr<FeatureSource> attack;
            if (pixels) {
                attack = std::make_unique<PixelAttack>(features, scale, m_attacked, strength);
            } else {
                attack = std::make_unique<FeatureAttack>(features, deviation, m_attacked, strength);
            }
            const Evaluation evaluation = evaluated(*attack, progress);
            curve.points.push_back(pointOf(strength, evaluation));
            findTurned(evaluation, m_samples, perturbation, strength, curve);
        }
    }

    /// Keeps the first sample that is turned, see TurnedSample.
    void findTurned(const Evaluation &evaluation, const std::vector<Sample> &samples, const Perturbation &perturbation,
                    double strength, RobustnessCurve &curve) const
    {
        if (curve.turned) {
            return;
        }
        const std::vector<Prediction> after = evaluation.predictions(m_classifier, pointers(), m_learned.temperature);
        std::optional<std::size_t> worst;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const bool turned = m_before[i].score >= kRight && after[i].score < kRight;
            if (turned && (!worst || after[i].confidence > after[*worst].confidence)) {
                worst = i;
            }
        }
        if (!worst) {
            return;
        }
        const Sample &sample = samples[*worst];
        const auto name = [this](int index) {
            return index >= 0 ? m_task.classes[static_cast<std::size_t>(index)] : std::string();
        };
        curve.turned = TurnedSample{.sample = sample.id,
                                    .strength = strength,
                                    .before = name(m_before[*worst].predicted),
                                    .confidenceBefore = m_before[*worst].confidence,
                                    .after = name(after[*worst].predicted),
                                    .confidenceAfter = after[*worst].confidence,
                                    .text = {},
                                    .picture = {}};
        if (perturbation.picture != nullptr && sample.image) {
            curve.turned->picture = thumbnailPng(sample.image->path);
        }
        if (perturbation.text != nullptr) {
            curve.turned->text = sample.text.empty() ? sample.question : sample.text;
        }
    }

    static Sentence words(const Perturbation &perturbation, double strength)
    {
        char text[32];
        std::snprintf(text, sizeof text, "%g", strength);
        return say(QT_TRANSLATE_NOOP("Sentence", "%1, %2 %3"), say(perturbation.info.title.c_str()), text,
                   say(perturbation.info.unit.c_str()));
    }

    const RobustnessRequest &m_request;
    Observer &m_observer;
    const std::stop_token &m_stop;
    std::size_t m_place;
    const Task &m_task;
    std::vector<Sample> m_samples;
    Targets m_targets;
    LoadedRun m_run;
    const TaskModel &m_learned;
    Classifier m_classifier;
    AttackedTask m_attacked;
    TaskNetwork m_network;
    std::shared_ptr<CacheBudget> m_memory = std::make_shared<CacheBudget>(CacheBudget{.limit = std::int64_t{1} << 29});
    std::vector<Prediction> m_before;
};

}  // namespace

std::vector<RobustnessCurve> measureRobustness(const RobustnessRequest &request, Observer &observer,
                                               const std::stop_token &stop)
{
    startRuntime();
    observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Loading the model")));
    return Meter(request, observer, stop).measure();
}

}  // namespace atlas::engine
