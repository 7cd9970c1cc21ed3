#include "engine/learning/class_weights.h"
#include "engine/learning/losses.h"

#include "core/error.h"

#include <torch/types.h>

#include <QTest>

#include <cmath>
#include <limits>

using namespace atlas::engine;
using atlas::HeadForm;
using atlas::LabelForm;

namespace {

constexpr double kAbsent = -std::numeric_limits<double>::infinity();

const Loss &oneOfMany()
{
    return lossFor(LabelForm::Single, HeadForm::Concatenate);
}

const Loss &eachForItself()
{
    return lossFor(LabelForm::Multi, HeadForm::Concatenate);
}

LossOptions options(const char *form)
{
    return {.form = &lossForm(form)};
}

void compareClose(double actual, double expected, double tolerance = 1e-12)
{
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)));
}

/// One sample whose classes have these probabilities.
at::Tensor logitsOf(std::vector<double> probabilities)
{
    return torch::tensor(probabilities, torch::kDouble).log().unsqueeze(0);
}

double valueOf(const Loss &loss, const at::Tensor &logits, std::int64_t target, const LossOptions &how)
{
    return loss.compute(logits, torch::tensor({target}, torch::kLong), how).item<double>();
}

}  // namespace

class TestLosses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formsEqualHandWorkedValues();
    void formsBecomePlainAtTheirLimits();
    void plainOptionsLeaveEveryBitAsItWas();
    void smoothingSpreadsOverTheClasses();
    void absentChoicesGetNothingOfALabel_data();
    void absentChoicesGetNothingOfALabel();
    void weightsMultiplyASamplesCost();
    void samplesMayCountDifferently();
    void binaryFormsEqualHandWorkedValues();
    void gradientsEqualDifferences_data();
    void gradientsEqualDifferences();
    void wrongAnswersPullLessWithTheRobustForm();
    void lossesStayNumbersWhereAnswersAreCertain_data();
    void lossesStayNumbersWhereAnswersAreCertain();
    void anUnknownFormIsRefused();
    void effectiveNumbersEqualHandWorkedValues();
    void aSamplesMeanWeightIsOne();
    void imbalanceLooksAtClassesThatHaveSamples();
};

void TestLosses::formsEqualHandWorkedValues()
{
    const at::Tensor logits = logitsOf({0.2, 0.8});
    compareClose(valueOf(oneOfMany(), logits, 0, options("plain")), -std::log(0.2));
    compareClose(valueOf(oneOfMany(), logits, 0, options("focal")), -0.64 * std::log(0.2));
    compareClose(valueOf(oneOfMany(), logits, 1, options("focal")), -0.04 * std::log(0.8));
    LossOptions robust = options("robust");
    robust.robustQ = 0.5;
    compareClose(valueOf(oneOfMany(), logits, 0, robust), (1 - std::sqrt(0.2)) / 0.5);
    robust.robustQ = 1;
    compareClose(valueOf(oneOfMany(), logits, 0, robust), 0.8);  // the absolute error
}

void TestLosses::formsBecomePlainAtTheirLimits()
{
    const at::Tensor logits = logitsOf({0.3, 0.7});
    LossOptions focal = options("focal");
    focal.focalGamma = 0;
    compareClose(valueOf(oneOfMany(), logits, 0, focal), -std::log(0.3));
    LossOptions robust = options("robust");
    robust.robustQ = 1e-9;
    compareClose(valueOf(oneOfMany(), logits, 0, robust), -std::log(0.3), 1e-6);
}

void TestLosses::plainOptionsLeaveEveryBitAsItWas()
{
    const at::Tensor logits = torch::randn({7, 4});
    const at::Tensor classes = torch::randint(4, {7}, torch::kLong);
    const at::Tensor weights = torch::rand({7, 4});
    QVERIFY(torch::equal(oneOfMany().compute(logits, classes, options("plain")),
                         torch::nll_loss(torch::log_softmax(logits, 1), classes)));
    QVERIFY(torch::equal(eachForItself().compute(logits, weights, options("plain")),
                         torch::binary_cross_entropy_with_logits(logits, weights) * 4.0));
}

void TestLosses::smoothingSpreadsOverTheClasses()
{
    LossOptions smoothed = options("plain");
    smoothed.labelSmoothing = 0.1;
    const double expected = -(0.9 + 0.1 / 3) * std::log(0.5) - 0.1 / 3 * (std::log(0.3) + std::log(0.2));
    compareClose(valueOf(oneOfMany(), logitsOf({0.5, 0.3, 0.2}), 0, smoothed), expected);
}

void TestLosses::absentChoicesGetNothingOfALabel_data()
{
    QTest::addColumn<QString>("form");
    for (const LossForm &form : lossForms()) {
        QTest::newRow(form.name.c_str()) << QString::fromStdString(form.name);
    }
}

void TestLosses::absentChoicesGetNothingOfALabel()
{
    QFETCH(QString, form);
    LossOptions smoothed = options(form.toUtf8().constData());
    smoothed.labelSmoothing = 0.2;
    smoothed.focalGamma = 0.5;
    const at::Tensor two = logitsOf({0.6, 0.4});
    const at::Tensor padded = torch::constant_pad_nd(two, {0, 2}, kAbsent).requires_grad_();
    const at::Tensor value = oneOfMany().compute(padded, torch::tensor({1}, torch::kLong), smoothed);
    compareClose(value.item<double>(), valueOf(oneOfMany(), two, 1, smoothed));
    value.backward();
    QVERIFY(torch::isfinite(padded.grad()).all().item<bool>());
    QCOMPARE(padded.grad()[0][2].item<double>(), 0.0);
}

void TestLosses::weightsMultiplyASamplesCost()
{
    LossOptions weighted = options("plain");
    weighted.classWeights = torch::tensor({3.0F, 0.5F});
    const at::Tensor logits = torch::cat({logitsOf({0.2, 0.8}), logitsOf({0.2, 0.8})});
    const at::Tensor value = oneOfMany().compute(logits, torch::tensor({0, 1}, torch::kLong), weighted);
    compareClose(value.item<double>(), -(3 * std::log(0.2) + 0.5 * std::log(0.8)) / 2);
    // The mean over a batch is the mean of its parts': gradients may be accumulated.
    const double first = valueOf(oneOfMany(), logits.narrow(0, 0, 1), 0, weighted);
    const double second = valueOf(oneOfMany(), logits.narrow(0, 1, 1), 1, weighted);
    compareClose(value.item<double>(), (first + second) / 2);
}

void TestLosses::samplesMayCountDifferently()
{
    const at::Tensor logits = torch::cat({logitsOf({0.8, 0.2}), logitsOf({0.4, 0.6})});
    const at::Tensor target = torch::tensor({0, 0}, torch::kLong);
    LossOptions how;
    how.sampleWeights = torch::tensor({1.5F, 0.5F});
    compareClose(oneOfMany().compute(logits, target, how).item<double>(),
                 (-1.5 * std::log(0.8) - 0.5 * std::log(0.4)) / 2);
    how.sampleWeights = torch::ones({2});
    compareClose(oneOfMany().compute(logits, target, how).item<double>(),
                 oneOfMany().compute(logits, target).item<double>());
    const at::Tensor truth = torch::tensor({{1.0F, 0.0F}, {0.0F, 1.0F}});
    const at::Tensor scores = torch::zeros({2, 2}, torch::kDouble);
    how.sampleWeights = torch::tensor({2.0F, 0.0F});
    compareClose(eachForItself().compute(scores, truth, how).item<double>(), 2 * std::log(2.0));
}

void TestLosses::binaryFormsEqualHandWorkedValues()
{
    const double logit = std::log(0.8 / 0.2);  // sigmoid 0.8
    const at::Tensor logits = torch::tensor({{logit, logit}}, torch::kDouble);
    const at::Tensor target = torch::tensor({{1.0, 0.25}}, torch::kDouble);
    LossOptions weighted = options("plain");
    weighted.classWeights = torch::tensor({2.0F, 4.0F});
    const double second = -(0.25 * std::log(0.8) + 0.75 * std::log(0.2));
    compareClose(eachForItself().compute(logits, target, weighted).item<double>(), -2 * std::log(0.8) + 4 * second);
    const double focal = -0.04 * std::log(0.8) - 0.25 * 0.04 * std::log(0.8) - 0.75 * 0.64 * std::log(0.2);
    compareClose(eachForItself().compute(logits, target, options("focal")).item<double>(), focal);
}

void TestLosses::gradientsEqualDifferences_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<bool>("binary");
    QTest::addColumn<double>("smoothing");
    for (const LossForm &form : lossForms()) {
        const QString name = QString::fromStdString(form.name);
        QTest::newRow(qPrintable(name)) << name << false << 0.0;
        QTest::newRow(qPrintable(name + ", smoothed")) << name << false << 0.1;
        QTest::newRow(qPrintable(name + ", binary")) << name << true << 0.0;
    }
}

void TestLosses::gradientsEqualDifferences()
{
    QFETCH(QString, form);
    QFETCH(bool, binary);
    QFETCH(double, smoothing);
    LossOptions how = options(form.toUtf8().constData());
    how.labelSmoothing = smoothing;
    how.classWeights = torch::tensor({0.5F, 1.5F, 1.0F});
    const Loss &loss = binary ? eachForItself() : oneOfMany();
    const at::Tensor target = binary ? torch::tensor({{1.0, 0.0, 0.3}, {0.0, 1.0, 1.0}}, torch::kDouble)
                                     : torch::tensor({2, 0}, torch::kLong);
    const at::Tensor logits = torch::tensor({{0.3, -1.2, 0.7}, {2.0, 0.1, -0.4}}, torch::kDouble).requires_grad_();
    loss.compute(logits, target, how).backward();
    constexpr double kStep = 1e-6;
    for (std::int64_t row = 0; row < 2; ++row) {
        for (std::int64_t column = 0; column < 3; ++column) {
            const auto moved = [&](double by) {
                const at::Tensor other = logits.detach().clone();
                other[row][column] += by;
                return loss.compute(other, target, how).item<double>();
            };
            const double slope = (moved(kStep) - moved(-kStep)) / (2 * kStep);
            compareClose(logits.grad()[row][column].item<double>(), slope, 1e-7);
        }
    }
}

void TestLosses::wrongAnswersPullLessWithTheRobustForm()
{
    const auto pull = [](const char *form) {
        const at::Tensor logits = torch::tensor({{-6.0, 6.0}}, torch::kDouble).requires_grad_();
        oneOfMany().compute(logits, torch::tensor({0}, torch::kLong), options(form)).backward();
        return logits.grad().abs().max().item<double>();
    };
    QVERIFY(pull("plain") > 0.99);
    QVERIFY(pull("robust") < 0.01);
}

void TestLosses::lossesStayNumbersWhereAnswersAreCertain_data()
{
    absentChoicesGetNothingOfALabel_data();
}

void TestLosses::lossesStayNumbersWhereAnswersAreCertain()
{
    QFETCH(QString, form);
    LossOptions how = options(form.toUtf8().constData());
    how.focalGamma = 0.5;
    for (const std::int64_t target : {0, 1}) {
        const at::Tensor logits = torch::tensor({{200.0F, -200.0F}}).requires_grad_();
        const at::Tensor value = oneOfMany().compute(logits, torch::tensor({target}, torch::kLong), how);
        value.backward();
        QVERIFY(std::isfinite(value.item<double>()));
        QVERIFY(torch::isfinite(logits.grad()).all().item<bool>());
    }
}

void TestLosses::anUnknownFormIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(lossForm("hinge"), atlas::Error);
}

void TestLosses::effectiveNumbersEqualHandWorkedValues()
{
    // beta = 0.5: effective numbers 1, 1.5 and 1.75 for 1, 2 and 3 samples.
    const at::Tensor weights = classBalancedWeights({1, 2, 3}, 0.5);
    const double scale = 6 / (1 / 1.0 + 2 / 1.5 + 3 / 1.75);
    compareClose(weights[0].item<double>(), scale, 1e-6);
    compareClose(weights[1].item<double>(), scale / 1.5, 1e-6);
    compareClose(weights[2].item<double>(), scale / 1.75, 1e-6);
    // Near 1 they are in inverse proportion to the samples, at 0 all alike.
    const at::Tensor inverse = classBalancedWeights({10, 100}, 0.999999);
    compareClose((inverse[0] / inverse[1]).item<double>(), 10, 1e-2);
    QVERIFY(torch::allclose(classBalancedWeights({10, 100}, 0), torch::ones({2})));
}

void TestLosses::aSamplesMeanWeightIsOne()
{
    const std::vector<double> counts{400, 40, 4, 0};
    const at::Tensor weights = classBalancedWeights(counts, 0.999);
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        sum += counts[i] * weights[static_cast<std::int64_t>(i)].item<double>();
    }
    compareClose(sum / 444, 1, 1e-6);
    QCOMPARE(weights[3].item<double>(), 1.0);
}

void TestLosses::imbalanceLooksAtClassesThatHaveSamples()
{
    const std::vector<double> counts = classCounts({{1, 0, 0}, {1, 0, 0}, {0.5, 0, 1}});
    QCOMPARE(counts, (std::vector<double>{2.5, 0, 1}));
    const Imbalance found = imbalanceOf(counts);
    QCOMPARE(found.largest, std::size_t{0});
    QCOMPARE(found.smallest, std::size_t{2});
    QCOMPARE(found.ratio, 2.5);
    QCOMPARE(imbalanceOf({}).ratio, 1.0);
    QCOMPARE(imbalanceOf({0, 0}).ratio, 1.0);
}

QTEST_APPLESS_MAIN(TestLosses)
#include "tst_losses.moc"
