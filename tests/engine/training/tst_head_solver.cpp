#include "engine/learning/linear_classifier.h"
#include "engine/training/head_solver.h"
#include "tests/engine/starter/fake_encoders.h"
#include "training_fixture.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr std::int64_t kNoise = 300;
constexpr std::int64_t kTelling = 3;
constexpr int kSamples = 60;

/// Rows that were made beforehand.
class GivenFeatures final : public engine::FeatureSource {
public:
    GivenFeatures(const engine::PreparedSplit &split, at::Tensor rows) : m_split(split), m_rows(std::move(rows)) {}
    const engine::PreparedSplit &split() const override { return m_split; }
    at::Tensor rows(const engine::MicroBatch &samples, const std::stop_token &) const override
    {
        return m_rows.index_select(0, torch::tensor(samples, at::kLong));
    }

private:
    const engine::PreparedSplit &m_split;
    at::Tensor m_rows;
};

/// A text task of two classes; the features of its samples are noise, then a few that tell the class, then a constant.
class Problem {
public:
    /// Of the training labels every `wrongEach`th is wrong; 0 = none is.
    explicit Problem(int wrongEach = 0)
        : m_data(makeData(wrongEach)), m_task{m_data, engine::Classifier(m_data.task), made(m_data.train),
                                              made(m_data.validation)}
    {
    }

    /// Makes the features of all samples of a split.
    GivenFeatures train() const { return {*m_task.train.split, rowsOf(m_task.train, 1)}; }
    GivenFeatures validation() const { return {*m_task.validation.split, rowsOf(m_task.validation, 2)}; }
    const engine::PreparedTask &task() const { return m_task; }

    /// What is looked at, after the head was solved for.
    std::vector<std::int64_t> solve(std::vector<engine::FeatureGroup> groups, bool validated, double labelDoubt = 0)
    {
        const GivenFeatures ofTrain = train();
        const GivenFeatures ofValidation = validation();
        const engine::StagePart part{
            .task = m_task, .head = head, .train = ofTrain, .validation = validated ? &ofValidation : nullptr};
        const std::function<void(double, const Sentence &)> progress = [](double, const Sentence &) {};
        engine::StageState state;
        const std::stop_token stop;
        solved = engine::solveHead({.part = part,
                                    .stage = "fit",
                                    .groups = std::move(groups),
                                    .limits = {.width = 16},
                                    .observer = observer,
                                    .progress = progress,
                                    .stop = stop,
                                    .labelDoubt = labelDoubt,
                                    .seed = 1},
                                   head, state);
        const std::int64_t *columns = solved.columns.data_ptr<std::int64_t>();
        return {columns, columns + solved.columns.numel()};
    }

    static bool isWrong(int sample, int wrongEach) { return wrongEach > 0 && sample % wrongEach == 1; }

    engine::SolvedHead solved;
    engine::LinearClassifier head{"animals", kNoise + kTelling + 1, 2};
    RecordingObserver observer;

private:
    static TaskData makeData(int wrongEach)
    {
        TaskData data;
        data.task.name = "animals";
        data.task.kind = "text";
        data.task.metric = "accuracy";
        data.task.classes = {"cat", "dog"};
        for (int i = 0; i < kSamples; ++i) {
            Sample sample;
            sample.text = "word " + std::to_string(i);
            sample.labels = {{.name = data.task.classes[static_cast<std::size_t>(i % 2)]}};
            data.validation.push_back(sample);
            if (isWrong(i, wrongEach)) {
                sample.labels[0].name = data.task.classes[static_cast<std::size_t>((i + 1) % 2)];
            }
            data.train.push_back(sample);
        }
        return data;
    }

    engine::LabelledSplit made(const std::vector<Sample> &samples)
    {
        engine::LabelledSplit split;
        split.targets = engine::encodeLabels(m_data.task, engine::addressesOf(samples));
        split.split = std::make_unique<engine::PreparedSplit>(
            *m_backbone, m_data.task, engine::addressesOf(samples), 1,
            std::make_shared<engine::CacheBudget>(engine::CacheBudget{.limit = 1 << 24}), observer, std::stop_token());
        return split;
    }

    static at::Tensor rowsOf(const engine::LabelledSplit &split, std::uint64_t seed)
    {
        auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
        const std::int64_t n = split.split->size();
        const at::Tensor sign = torch::arange(n).remainder(2).mul(2).sub(1).to(at::kFloat).unsqueeze(1);
        const at::Tensor telling = sign + 0.8 * torch::randn({n, kTelling}, generator);
        return torch::cat({torch::randn({n, kNoise}, generator), telling, torch::ones({n, 1})}, 1);
    }

    std::shared_ptr<engine::Starter> m_backbone = fakeStarter();
    TaskData m_data;
    engine::PreparedTask m_task;
};

const std::vector<engine::FeatureGroup> kGroups{{0, kNoise}, {kNoise, kTelling}, {kNoise + kTelling, 1}};

}  // namespace

class HeadSolverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFewFeaturesThatTellAreNotDrownedByManyThatDoNot();
    void ofOneKindAllThatChangeAreFitted();
    void withoutValidationNothingIsChosen();
    void everyGroupIsTriedToItsOwnBestPenalty();
    void aRefitIsTheFitToBothSplits();
    void labelsThatAllOthersContradictCountLess();
    void trustIsOnlyMeasuredWhereItIsAskedFor();
};

void HeadSolverTest::aFewFeaturesThatTellAreNotDrownedByManyThatDoNot()
{
    Problem problem;
    QCOMPARE(problem.solve(kGroups, true), (std::vector<std::int64_t>{kNoise, kNoise + 1, kNoise + 2}));
    const auto parameters = engine::toMap(problem.head.parameters());
    const at::Tensor weight = parameters.at("head.animals.weight");
    QCOMPARE(weight.narrow(1, 0, kNoise).abs().sum().item<float>(), 0.0F);
    QVERIFY(weight.narrow(1, kNoise, kTelling).abs().min().item<float>() > 0);
}

void HeadSolverTest::ofOneKindAllThatChangeAreFitted()
{
    Problem problem;
    const std::vector<std::int64_t> columns = problem.solve({}, true);
    QCOMPARE(columns.size(), static_cast<std::size_t>(kNoise + kTelling));  // the constant one is left out
    QCOMPARE(columns.back(), kNoise + kTelling - 1);
}

void HeadSolverTest::withoutValidationNothingIsChosen()
{
    Problem problem;
    QCOMPARE(problem.solve(kGroups, false).size(), static_cast<std::size_t>(kNoise + kTelling));
    QCOMPARE(problem.observer.values("loss", "animals/fit").size(), std::size_t{1});
}

void HeadSolverTest::everyGroupIsTriedToItsOwnBestPenalty()
{
    // The best fit of the telling columns comes first and is never beaten: the noise after them still has its path.
    Problem problem;
    problem.solve({{kNoise, kTelling}, {0, kNoise}}, true);
    const std::vector<double> scores = problem.observer.values("validation", "animals/fit");
    const std::vector<double> losses = problem.observer.values("loss", "animals/fit");
    std::size_t paths = 1;
    std::vector<std::size_t> lengths{0};
    for (std::size_t i = 0; i < losses.size(); ++i) {
        if (i > 0 && losses[i] > losses[i - 1]) {  // a weaker penalty fits better: this is another path's first
            ++paths;
            lengths.push_back(0);
        }
        ++lengths.back();
    }
    QCOMPARE(paths, std::size_t{3});
    for (const std::size_t length : lengths) {
        QVERIFY2(length >= 4, qPrintable(QString::number(length)));
    }
    QCOMPARE(scores.size(), losses.size());
}

void HeadSolverTest::aRefitIsTheFitToBothSplits()
{
    Problem problem;
    problem.solve(kGroups, true);
    engine::LinearClassifier narrow = problem.head.on(problem.solved.columns);
    engine::refit(narrow, problem.solved, 0, kNoise + kTelling + 1, problem.task(), problem.train(),
                  problem.validation(), {});
    QVERIFY(!torch::allclose(narrow.weight(), problem.head.on(problem.solved.columns).weight(), 1e-3, 1e-3));

    // The gradient of the objective over all samples is 0 there.
    at::Tensor weight = narrow.weight().clone().requires_grad_(true);
    const at::Tensor rows = torch::cat({problem.train().rows(engine::allPlaces(kSamples), {}),
                                        problem.validation().rows(engine::allPlaces(kSamples), {})});
    const at::Tensor inputs = narrow.standardised(rows.index_select(1, problem.solved.columns));
    const at::Tensor truth =
        torch::cat({problem.task().train.targets.indices, problem.task().validation.targets.indices});
    const at::Tensor objective =
        torch::cross_entropy_loss(torch::linear(inputs, weight, narrow.bias()), truth) +
        weight.square().sum() / (2 * problem.solved.penalty * 2 * static_cast<double>(kSamples));
    objective.backward();
    QVERIFY2(weight.grad().abs().max().item<double>() < 2e-4,
             qPrintable(QString::number(weight.grad().abs().max().item<double>())));
}

void HeadSolverTest::labelsThatAllOthersContradictCountLess()
{
    constexpr int kWrongEach = 7;
    Problem problem(kWrongEach);
    problem.solve({{kNoise, kTelling}, {0, kNoise}}, true, 1);
    QVERIFY(problem.solved.trust.defined());
    QVERIFY(std::abs(problem.solved.trust.mean().item<double>() - 1) < 1e-5);
    double wrong = 0, right = 0;
    int wrongs = 0;
    for (int i = 0; i < kSamples; ++i) {
        const double trust = problem.solved.trust[i].item<double>();
        (Problem::isWrong(i, kWrongEach) ? wrong : right) += trust;
        wrongs += Problem::isWrong(i, kWrongEach) ? 1 : 0;
    }
    QVERIFY2(wrong / wrongs < 0.5 * right / (kSamples - wrongs), qPrintable(QString::number(wrong / wrongs)));
    // What is found is found again.
    Problem again(kWrongEach);
    again.solve({{kNoise, kTelling}, {0, kNoise}}, true, 1);
    QVERIFY(torch::equal(again.solved.trust, problem.solved.trust));
}

void HeadSolverTest::trustIsOnlyMeasuredWhereItIsAskedFor()
{
    Problem problem(7);
    problem.solve(kGroups, true, 0);
    QVERIFY(!problem.solved.trust.defined());
    problem.solve(kGroups, false, 1);
    QVERIFY(!problem.solved.trust.defined());
}

QTEST_GUILESS_MAIN(HeadSolverTest)
#include "tst_head_solver.moc"
