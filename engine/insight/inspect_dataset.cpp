#include "engine/insight/inspect_dataset.h"

#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/insight/confident_learning.h"
#include "engine/insight/copies.h"
#include "engine/insight/diverse_order.h"
#include "engine/insight/insight_features.h"
#include "engine/insight/neighbours.h"
#include "engine/insight/out_of_fold.h"
#include "engine/insight/outliers.h"
#include "engine/insight/projection.h"
#include "engine/insight/standard_rows.h"
#include "engine/tensor/runtime.h"
#include "engine/training/open_feature_cache.h"
#include "engine/training/precision.h"
#include "engine/training/seeds.h"
#include "engine/training/training_settings.h"

#include <torch/types.h>

#include <algorithm>

namespace atlas::engine {
namespace {

constexpr std::int64_t kJudgedBy = 10;  ///< neighbours that loneliness and the map are measured by
constexpr std::int64_t kNamed = 5;      ///< of them are told
constexpr std::int64_t kSuggested = 3;

/// Parts of the work, with the share of progress that each is given.
struct Phase {
    double begin;
    double end;
    const char *what;
};
constexpr Phase kReading{0, 0.5, QT_TRANSLATE_NOOP("Sentence", "Reading the samples")};
constexpr Phase kMeasuring{0.5, 0.55, QT_TRANSLATE_NOOP("Sentence", "Looking for what lies alone")};
constexpr Phase kComparing{0.55, 0.6, QT_TRANSLATE_NOOP("Sentence", "Comparing the samples")};
constexpr Phase kJudging{0.6, 0.85, QT_TRANSLATE_NOOP("Sentence", "Judging the labels")};
constexpr Phase kDrawing{0.85, 0.9, QT_TRANSLATE_NOOP("Sentence", "Drawing the map")};
constexpr Phase kOrdering{0.9, 1, QT_TRANSLATE_NOOP("Sentence", "Looking for the most diverse")};

class Inspection {
public:
    Inspection(const InsightRequest &request, Observer &observer, const std::stop_token &stop)
        : m_request(request), m_observer(observer), m_stop(stop), m_kind(taskKind(request.kind))
    {
    }

    std::vector<SampleInsight> run()
    {
        if (m_request.samples.empty()) {
            return {};
        }
        read();
        compare();
        judge();
        draw();
        order();
        m_observer.progress(1, say(QT_TRANSLATE_NOOP("Sentence", "Done")));
        return std::move(m_insights);
    }

private:
    Step stepOf(const Phase &phase) const
    {
        return [this, phase](double done) {
            throwIfStopped(m_stop);
            m_observer.progress(phase.begin + done * (phase.end - phase.begin), say(phase.what));
        };
    }

    std::uint64_t seedOf(const char *use) const { return deriveSeed(m_request.seed, {"insight", use}); }
    std::int64_t size() const { return static_cast<std::int64_t>(m_samples.size()); }

    void read()
    {
        const int threads = m_request.threads > 0 ? m_request.threads : availableCores();
        m_observer.progress(-1, say(QT_TRANSLATE_NOOP("Sentence", "Loading the backbone")));
        startRuntime(threads);
        const std::shared_ptr<Backbone> backbone = loadBackbone(m_request.backboneFolder);
        const ComputePlace place = choosePlace("auto", "fp32");
        backbone->to(place.device, place.bf16);
        openFeatureCache(*backbone, m_request.cacheFolder,
                         TrainingSettings(Settings(commonSettings(), {})).featureCacheBytes, m_observer);
        const InsightFeatures features =
            insightFeatures(*backbone, m_kind, m_request.samples, threads, m_observer, stepOf(kReading), m_stop);
        m_raw = unitRows(features.rows);
        m_rows = standardRows(features.rows);
        m_unit = unitRows(m_rows);
        for (const std::int64_t i : features.places) {
            const Sample &sample = m_request.samples[static_cast<std::size_t>(i)];
            m_samples.push_back(&sample);
            m_insights.push_back({.sample = sample.id});
        }
    }

    void compare()
    {
        const std::vector<Outlyingness> outliers =
            outliersAmong(nearestOf(m_raw, kJudgedBy, stepOf(kMeasuring)).distances);
        m_raw.reset();
        m_neighbours = nearestOf(m_unit, kJudgedBy, stepOf(kComparing));
        const auto *places = m_neighbours.places.data_ptr<std::int64_t>();
        const std::int64_t k = m_neighbours.places.size(1);
        for (std::int64_t i = 0; i < size(); ++i) {
            SampleInsight &insight = insightOf(i);
            insight.outlier = outliers[static_cast<std::size_t>(i)].ratio;
            insight.lonely = outliers[static_cast<std::size_t>(i)].lonely;
            for (std::int64_t j = 0; j < std::min(k, kNamed); ++j) {
                insight.nearest.push_back(m_samples[static_cast<std::size_t>(places[i * k + j])]->id);
            }
        }
    }

    void judge()
    {
        const Step step = stepOf(kJudging);
        step(0);
        if (m_kind.head == HeadForm::PerInput) {
            return;  // options have no classes that one classifier could tell apart
        }
        const CarriedClasses carried = carriedClasses(m_samples, m_request.classes, m_request.multiLabel);
        std::vector<std::string> groups;
        for (const Sample *sample : m_samples) {
            groups.push_back(sample->group);
        }
        const std::vector<std::int64_t> sets = copySets(m_rows, groups);
        const std::optional<OutOfFold> answers =
            outOfFold({.rows = m_rows,
                       .carried = carried,
                       .sets = sets,
                       .classes = static_cast<std::int64_t>(m_request.classes.size()),
                       .multiLabel = m_request.multiLabel,
                       .seed = seedOf("folds")},
                      step);
        if (!answers) {
            m_observer.log(LogLevel::Info, "Too few samples are labelled to suggest classes or to judge labels.");
            return;
        }
        take(*answers, confidentLearning(answers->probabilities, carried, answers->judged, m_request.multiLabel));
    }

    void take(const OutOfFold &answers, const std::vector<LabelVerdict> &verdicts)
    {
        const auto [best, classes] = answers.probabilities.topk(std::min(kSuggested, answers.probabilities.size(1)), 1);
        const auto probabilities = best.accessor<float, 2>();
        const auto places = classes.accessor<std::int64_t, 2>();
        std::int64_t suspicious = 0;
        for (std::int64_t i = 0; i < size(); ++i) {
            SampleInsight &insight = insightOf(i);
            for (std::int64_t j = 0; j < best.size(1); ++j) {
                insight.suggestions.emplace_back(m_request.classes[static_cast<std::size_t>(places[i][j])],
                                                 probabilities[i][j]);
            }
            insight.given = verdicts[static_cast<std::size_t>(i)].given;
            insight.suspicious = verdicts[static_cast<std::size_t>(i)].suspicious;
            suspicious += insight.suspicious ? 1 : 0;
        }
        m_observer.log(LogLevel::Info, "Labels judged by logistic regression with C = " + std::to_string(answers.c) +
                                           " on " + std::to_string(m_rows.size(1)) +
                                           " features: " + std::to_string(suspicious) + " look wrong.");
    }

    void draw()
    {
        const at::Tensor map =
            neighbourMap(principalMap(m_rows, seedOf("directions")), m_neighbours, seedOf("map"), stepOf(kDrawing));
        const auto places = map.accessor<float, 2>();
        for (std::int64_t i = 0; i < size(); ++i) {
            insightOf(i).x = places[i][0];
            insightOf(i).y = places[i][1];
        }
    }

    void order()
    {
        std::vector<std::int64_t> labelled, unlabelled;
        for (std::int64_t i = 0; i < size(); ++i) {
            (m_samples[static_cast<std::size_t>(i)]->labels.empty() ? unlabelled : labelled).push_back(i);
        }
        std::ranges::stable_sort(unlabelled, {}, [&](std::int64_t i) { return insightOf(i).sample; });
        std::int64_t place = 0;
        for (const std::int64_t i : diverseOrder(m_unit, labelled, unlabelled, stepOf(kOrdering))) {
            insightOf(i).diverse = place++;
        }
    }

    SampleInsight &insightOf(std::int64_t i) { return m_insights[static_cast<std::size_t>(i)]; }

    const InsightRequest &m_request;
    Observer &m_observer;
    const std::stop_token &m_stop;
    const TaskKind &m_kind;
    std::vector<const Sample *> m_samples;  ///< those that can be read
    std::vector<SampleInsight> m_insights;  ///< of them
    at::Tensor m_raw;                       ///< (n, F), of length 1
    at::Tensor m_rows;                      ///< (n, F'), standardised
    at::Tensor m_unit;                      ///< the latter, of length 1
    Neighbours m_neighbours;
};

}  // namespace

std::vector<SampleInsight> inspectDataset(const InsightRequest &request, Observer &observer,
                                          const std::stop_token &stop)
{
    return Inspection(request, observer, stop).run();
}

}  // namespace atlas::engine
