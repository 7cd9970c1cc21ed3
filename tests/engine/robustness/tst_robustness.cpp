#include "core/error.h"
#include "core/robustness.h"
#include "engine/robustness/gradient_attack.h"
#include "engine/tensor/runtime.h"
#include "engine/training/evaluator.h"
#include "engine/training/loaded_run.h"
#include "engine/training/prepared_task.h"
#include "engine/training/task_network.h"
#include "tests/engine/training/training_fixture.h"

#include <torch/autograd.h>
#include <torch/types.h>
#include <torch/utils.h>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace atlas;
using namespace atlas::engine;
using namespace atlas::test;

/// One small run that every test here asks.
class RobustnessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void strengthZeroIsThePlainEvaluation();
    void theSameSeedMeasuresTheSame();
    void whatATaskLacksIsNotTried();
    void pixelAttacksLowerTheConfidenceInTheTruth();
    void gradientsAreThoseOfFiniteDifferences();
    void featureAttacksMoveByTheirDeviation();
    void aSubsetIsDrawnBySeed();
    void itStopsWhenAsked();
    void holdingUpIsReadFromTheCurve();

private:
    RobustnessRequest request(std::size_t task) const;
    std::vector<RobustnessCurve> measure(const RobustnessRequest &request) const;

    std::unique_ptr<TrainingFixture> m_fixture;
    TrainRequest m_trained;
    RecordingObserver m_observer;
};

void RobustnessTest::initTestCase()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    m_fixture = std::make_unique<TrainingFixture>();
    m_trained = m_fixture->request("run", {m_fixture->imageTask(), m_fixture->textTask(), m_fixture->pairTask()});
    m_trained.spec.settings = {{"epochs", "12"}, {"min_steps", "60"}};
    makeEngine()->train(m_trained, m_observer, {});
}

RobustnessRequest RobustnessTest::request(std::size_t task) const
{
    RobustnessRequest request;
    request.backboneFolder = m_trained.backboneFolder;
    request.modelFolder = m_trained.modelFolder;
    for (const TaskData &data : m_trained.tasks) {
        request.tasks.push_back(data.task);
    }
    request.task = m_trained.tasks[task].task.name;
    request.test = m_trained.tasks[task].test;
    return request;
}

std::vector<RobustnessCurve> RobustnessTest::measure(const RobustnessRequest &request) const
{
    RecordingObserver silent;
    return makeEngine()->measureRobustness(request, silent, {});
}

void RobustnessTest::strengthZeroIsThePlainEvaluation()
{
    for (const int task : {0, 1, 2}) {
        const AccuracyCell &cell = m_observer.cells.at({2, task});
        const std::vector<Prediction> &predictions = m_observer.predictions.at({2, task});
        double confidence = 0;
        for (const Prediction &one : predictions) {
            confidence += one.confidence / static_cast<double>(predictions.size());
        }
        const std::vector<RobustnessCurve> curves = measure(request(static_cast<std::size_t>(task)));
        QVERIFY(!curves.empty());
        for (const RobustnessCurve &curve : curves) {
            const RobustnessPoint &plain = curve.points.front();
            QCOMPARE(plain.strength, 0.0);
            QCOMPARE(plain.score, cell.scores.at("accuracy"));
            QCOMPARE(plain.n, cell.n);
            QVERIFY(std::abs(plain.confidence - confidence) < 1e-12);
            QVERIFY(plain.low <= plain.score && plain.score <= plain.high);
            QVERIFY(std::ranges::is_sorted(curve.points, {}, &RobustnessPoint::strength));
        }
    }
}

void RobustnessTest::theSameSeedMeasuresTheSame()
{
    RobustnessRequest asked = request(0);
    asked.perturbations = {"noise", "occlusion"};
    const std::vector<RobustnessCurve> first = measure(asked);
    QVERIFY(first == measure(asked));
    QCOMPARE(first.size(), std::size_t{2});
    QCOMPARE(first[0].perturbation, std::string("noise"));
    asked.seed = 2;
    const std::vector<RobustnessCurve> other = measure(asked);
    QVERIFY(first[0].points[5].confidence != other[0].points[5].confidence);
}

void RobustnessTest::whatATaskLacksIsNotTried()
{
    const auto triedOn = [this](std::size_t task) {
        std::vector<std::string> names;
        for (const RobustnessCurve &curve : measure(request(task))) {
            names.push_back(curve.perturbation);
        }
        return names;
    };
    const std::vector<std::string> pictures = triedOn(0);
    QVERIFY(std::ranges::find(pictures, "blur") != pictures.end());
    QVERIFY(std::ranges::find(pictures, "fgsm-pixels") != pictures.end());
    QVERIFY(std::ranges::find(pictures, "typos") == pictures.end());
    QCOMPARE(triedOn(1), (std::vector<std::string>{"typos", "dropped-words", "fgsm-features"}));
    RobustnessRequest asked = request(1);
    asked.perturbations = {"blur"};
    QVERIFY_EXCEPTION_THROWN(measure(asked), Error);
}

void RobustnessTest::pixelAttacksLowerTheConfidenceInTheTruth()
{
    startRuntime();
    const RobustnessRequest asked = request(0);
    LoadedRun run = loadRun(asked.backboneFolder, asked.modelFolder, asked.tasks, 0, "fp32");
    const Task &task = asked.tasks[0];
    const TaskModel &learned = run.model.learned[0];
    const Classifier classifier(task);
    const std::vector<const Sample *> samples = addressesOf(asked.test);
    const Targets targets = encodeLabels(task, samples);
    TaskNetwork network(*run.backbone, *run.strategy, run.model, learned, run.limits());
    NullObserver silent;
    const PreparedSplit split(*run.backbone, task, samples, 1, std::make_shared<CacheBudget>(), silent, {});
    const std::unique_ptr<InputFeatures> features = network.features(split, {});
    const AttackedTask attacked{.classifier = classifier, .head = *learned.head, .targets = targets};
    const PixelScale scale = run.backbone->pixelScale().value();
    const auto lossOf = [&](const FeatureSource &source) {
        return evaluate(task, classifier, *learned.head, source, targets, run.limits(), {}).loss;
    };
    const double plain = lossOf(*features);
    const double none = lossOf(PixelAttack(*features, scale, attacked, 0));
    QVERIFY2(std::abs(none - plain) < 1e-5, qPrintable(QString::number(none - plain)));
    double last = plain;
    for (const double levels : {1.0, 4.0, 16.0}) {
        const double loss = lossOf(PixelAttack(*features, scale, attacked, levels));
        QVERIFY2(loss > last, qPrintable(QStringLiteral("%1: %2 after %3").arg(levels).arg(loss).arg(last)));
        last = loss;
    }
    const at::Tensor deviation = deviationOf(*features, run.limits(), {});
    QVERIFY(lossOf(FeatureAttack(*features, deviation, attacked, 0.4)) > plain);
}

void RobustnessTest::gradientsAreThoseOfFiniteDifferences()
{
    startRuntime();
    const RobustnessRequest asked = request(0);
    LoadedRun run = loadRun(asked.backboneFolder, asked.modelFolder, asked.tasks, 0, "fp32");
    const Task &task = asked.tasks[0];
    const TaskModel &learned = run.model.learned[0];
    const Classifier classifier(task);
    const std::vector<const Sample *> samples = addressesOf(asked.test);
    const Targets targets = encodeLabels(task, samples);
    TaskNetwork network(*run.backbone, *run.strategy, run.model, learned, run.limits());
    NullObserver silent;
    const PreparedSplit split(*run.backbone, task, samples, 1, std::make_shared<CacheBudget>(), silent, {});
    const std::unique_ptr<InputFeatures> features = network.features(split, {});
    const AttackedTask attacked{.classifier = classifier, .head = *learned.head, .targets = targets};

    PreparedInput input = split.get({0}, {}).front()->front();
    const PixelScale scale = run.backbone->pixelScale().value();
    input.pixels = (input.pixels.to(torch::kFloat) / 255 - scale.mean[0]) / scale.std[0];
    const at::Tensor start = input.pixels.clone();
    const auto loss = [&](const at::Tensor &pixels) {
        input.pixels = pixels;
        return lossOfRows(attacked, split, {0}, features->rowsOf({&input}, {0}), {});
    };
    const at::Tensor leaf = start.clone().requires_grad_(true);
    const at::Tensor gradient = torch::autograd::grad({loss(leaf)}, {leaf}).front();
    const torch::NoGradGuard frozen;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{7});
    double error = 0;
    double size = 0;
    for (int i = 0; i < 10; ++i) {
        const at::Tensor direction = torch::randn(start.sizes(), generator);
        constexpr double kStep = 2e-2;
        const double expected =
            (loss(start + kStep * direction).item<double>() - loss(start - kStep * direction).item<double>()) /
            (2 * kStep);
        const double derived = (gradient * direction).sum().item<double>();
        error += std::abs(expected - derived);
        size += std::abs(expected);
    }
    QVERIFY2(error < 0.05 * size, qPrintable(QStringLiteral("%1 of %2").arg(error).arg(size)));
}

void RobustnessTest::featureAttacksMoveByTheirDeviation()
{
    startRuntime();
    const RobustnessRequest asked = request(1);
    LoadedRun run = loadRun(asked.backboneFolder, asked.modelFolder, asked.tasks, 1, "fp32");
    const TaskModel &learned = run.model.learned[1];
    const Classifier classifier(asked.tasks[1]);
    const std::vector<const Sample *> samples = addressesOf(asked.test);
    const Targets targets = encodeLabels(asked.tasks[1], samples);
    TaskNetwork network(*run.backbone, *run.strategy, run.model, learned, run.limits());
    NullObserver silent;
    const PreparedSplit split(*run.backbone, asked.tasks[1], samples, 1, std::make_shared<CacheBudget>(), silent, {});
    const std::unique_ptr<InputFeatures> features = network.features(split, {});
    const at::Tensor deviation = deviationOf(*features, run.limits(), {});
    const AttackedTask attacked{.classifier = classifier, .head = *learned.head, .targets = targets};
    const torch::NoGradGuard frozen;
    const at::Tensor plain = features->rows({0, 1}, {});
    const at::Tensor moved = FeatureAttack(*features, deviation, attacked, 0.1).rows({0, 1}, {}) - plain;
    QVERIFY((moved.abs() <= 0.1 * deviation + 1e-6).all().item<bool>());
    QVERIFY(((moved.abs() - 0.1 * deviation).abs() < 1e-6).to(torch::kFloat).mean().item<double>() > 0.9);
}

void RobustnessTest::aSubsetIsDrawnBySeed()
{
    RobustnessRequest asked = request(0);
    asked.perturbations = {"blur"};
    asked.limit = 5;
    const std::vector<RobustnessCurve> curves = measure(asked);
    QCOMPARE(curves.front().points.front().n, std::int64_t{5});
    QVERIFY(curves == measure(asked));
}

void RobustnessTest::itStopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    RecordingObserver silent;
    try {
        makeEngine()->measureRobustness(request(0), silent, stop.get_token());
        QFAIL("went on");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Cancelled);
    }
}

void RobustnessTest::holdingUpIsReadFromTheCurve()
{
    RobustnessCurve curve;
    for (const auto &[strength, score] : {std::pair{0.0, 0.90}, {1.0, 0.92}, {2.0, 0.85}, {4.0, 0.84}, {8.0, 0.90}}) {
        curve.points.push_back({.strength = strength, .score = score});
    }
    QCOMPARE(holdsUpTo(curve), 2.0);  // that it comes back at 8 does not count
    curve.points.resize(2);
    QCOMPARE(holdsUpTo(curve), 1.0);
    curve.points[1].score = 0.5;
    QCOMPARE(holdsUpTo(curve), 0.0);
}

QTEST_GUILESS_MAIN(RobustnessTest)
#include "tst_robustness.moc"
