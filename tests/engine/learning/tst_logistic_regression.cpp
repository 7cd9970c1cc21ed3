#include "engine/learning/linear_classifier.h"
#include "engine/learning/logistic_regression.h"
#include "engine/learning/losses.h"

#include <torch/types.h>

#include <QTest>

#include <cmath>
#include <functional>

using namespace atlas;
using namespace atlas::engine;

namespace {

/// Eight samples at x = 1 and x = -1; three of four at each have the label that the sign says.
at::Tensor signs()
{
    return torch::tensor({1., 1., 1., 1., -1., -1., -1., -1.}, torch::kDouble).unsqueeze(1);
}

at::Tensor truth()
{
    return torch::tensor({1, 1, 1, 0, 0, 0, 0, 1}, torch::kLong);
}

/// Where an increasing function crosses 0.
double rootOf(const std::function<double(double)> &function)
{
    double low = -50;
    double high = 50;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (function(middle) < 0 ? low : high) = middle;
    }
    return low;
}

double sigmoid(double x)
{
    return 1 / (1 + std::exp(-x));
}

LogisticSolution fit(const LogisticProblem &problem, double c, const LogisticSolution &start = {})
{
    return fitLogistic(problem, c, start, [] {});
}

constexpr double kSamples = 8;

}  // namespace

class TestLogisticRegression : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheKnownOptimum_data();
    void findsTheKnownOptimum();
    void theGradientVanishesWhereverItStarts();
    void aCheckMayStopIt();
    void aConstantColumnIsDividedByOne();
};

void TestLogisticRegression::findsTheKnownOptimum_data()
{
    QTest::addColumn<double>("c");
    for (const double c : {0.001, 0.1, 10.0}) {
        QTest::addRow("C = %g", c) << c;
    }
}

void TestLogisticRegression::findsTheKnownOptimum()
{
    QFETCH(double, c);
    // Softmax over two classes: by symmetry w_1 = -w_0 = u / 2, and the derivative is that of the objective by u.
    const Loss &softmax = lossFor(LabelForm::Single, HeadForm::Concatenate);
    const LogisticSolution classes =
        fit({signs(), 2, 8, [&](const at::Tensor &scores) { return softmax.compute(scores, truth()); }}, c);
    const double u = rootOf([c](double x) { return sigmoid(x) - 0.75 + x / (2 * c * kSamples); });
    QVERIFY(std::abs(classes.weight[1][0].item<double>() - u / 2) < 1e-5);
    QVERIFY(std::abs(classes.weight[0][0].item<double>() + u / 2) < 1e-5);
    QVERIFY(classes.bias.abs().max().item<double>() < 1e-5);

    // One class judged for itself.
    const Loss &binary = lossFor(LabelForm::Multi, HeadForm::Concatenate);
    const at::Tensor weights = truth().to(torch::kDouble).unsqueeze(1);
    const LogisticSolution one =
        fit({signs(), 1, 8, [&](const at::Tensor &scores) { return binary.compute(scores, weights); }}, c);
    const double w = rootOf([c](double x) { return sigmoid(x) - 0.75 + x / (c * kSamples); });
    QVERIFY(std::abs(one.weight.item<double>() - w) < 1e-5);

    // Two choices per sample at x = 1 and x = -1; the first is right three times of four.
    const at::Tensor rows = torch::tensor({1., -1., 1., -1., 1., -1., 1., -1.}, torch::kDouble).unsqueeze(1);
    const at::Tensor right = torch::tensor({0, 0, 0, 1}, torch::kLong);
    const LogisticSolution choice = fit({rows, 1, 4,
                                         [&](const at::Tensor &scores) {
                                             return softmax.compute(choiceLogits(scores, {2, 2, 2, 2}), right);
                                         }},
                                        c);
    const double v = rootOf([c](double x) { return 2 * (sigmoid(2 * x) - 0.75) + x / (c * 4); });
    QVERIFY(std::abs(choice.weight.item<double>() - v) < 1e-5);
}

void TestLogisticRegression::theGradientVanishesWhereverItStarts()
{
    at::Generator random = at::detail::createCPUGenerator(3);
    const at::Tensor rows = torch::empty({60, 7}, torch::kDouble).normal_(0, 1, random);
    const at::Tensor target = torch::empty({60}, torch::kLong).random_(0, 4, random);
    const Loss &loss = lossFor(LabelForm::Single, HeadForm::Concatenate);
    const LogisticProblem problem{rows, 4, 60, [&](const at::Tensor &scores) { return loss.compute(scores, target); }};
    const double c = 1;
    const LogisticSolution found = fit(problem, c);
    at::Tensor weight = found.weight.clone().requires_grad_();
    at::Tensor bias = found.bias.clone().requires_grad_();
    const at::Tensor value = problem.loss(torch::linear(rows, weight, bias)) + weight.square().sum() / (2 * c * 60);
    value.backward();
    QVERIFY(weight.grad().abs().max().item<double>() < 1e-5);
    QVERIFY(bias.grad().abs().max().item<double>() < 1e-5);
    QVERIFY(std::abs(value.item<double>() - found.objective) < 1e-12);

    const LogisticSolution again = fit(problem, c, fit(problem, 0.01));
    QVERIFY((again.weight - found.weight).abs().max().item<double>() < 1e-3);
    QVERIFY(std::abs(again.objective - found.objective) < 1e-8);
    QVERIFY(torch::equal(fit(problem, c).weight, found.weight));  // the same bytes each time
}

void TestLogisticRegression::aCheckMayStopIt()
{
    const Loss &loss = lossFor(LabelForm::Single, HeadForm::Concatenate);
    const LogisticProblem problem{signs(), 2, 8,
                                  [&](const at::Tensor &scores) { return loss.compute(scores, truth()); }};
    QVERIFY_EXCEPTION_THROWN(fitLogistic(problem, 1, {}, [] { throw std::runtime_error("stop"); }), std::runtime_error);
}

void TestLogisticRegression::aConstantColumnIsDividedByOne()
{
    LinearClassifier head("x", 2, 1);
    const at::Tensor rows = torch::tensor({{1.f, 0.1f}, {3.f, 0.1f}, {1.f, 0.1f}, {3.f, 0.1f}});
    head.standardiseBy(rows);
    const at::Tensor standard = head.standardised(rows);
    QVERIFY(torch::allclose(standard.select(1, 0), torch::tensor({-1.f, 1.f, -1.f, 1.f})));
    QVERIFY(standard.select(1, 1).abs().max().item<double>() < 1e-6);
    head.set(torch::tensor({{2.f, 5.f}}), torch::tensor({0.5f}));
    QVERIFY(std::abs(head.forward(torch::tensor({{5.f, 1.1f}})).item<double>() - (2 * 3 + 5 * 1 + 0.5)) < 1e-5);
}

QTEST_GUILESS_MAIN(TestLogisticRegression)
#include "tst_logistic_regression.moc"
