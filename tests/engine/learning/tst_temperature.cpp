#include "engine/learning/temperature.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <QTest>

#include <cmath>
#include <limits>

using namespace atlas::engine;
using atlas::HeadForm;
using atlas::LabelForm;

namespace {

const Loss &lossOfForm(LabelForm form)
{
    return lossFor(form, HeadForm::Concatenate);
}

/// Logits, and labels drawn with exactly the probabilities they give.
struct Drawn {
    at::Tensor logits;
    at::Tensor target;
};

Drawn calibrated(LabelForm form, std::int64_t samples = 4000)
{
    torch::manual_seed(7);
    const at::Tensor logits = 1.5 * torch::randn({samples, 4}, torch::kDouble);
    if (form == LabelForm::Single) {
        return {logits, torch::multinomial(logits.softmax(1), 1).squeeze(1)};
    }
    return {logits, torch::bernoulli(logits.sigmoid()).to(torch::kFloat)};
}

}  // namespace

class TestTemperature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAKnownScaling_data();
    void findsAKnownScaling();
    void neverRaisesTheLoss();
    void aFewRightAnswersDoNotAskForCertainty();
    void absentChoicesStayAbsent();
    void givesTheSameBytesTwice();
    void nothingToFitIsOne();
};

void TestTemperature::findsAKnownScaling_data()
{
    QTest::addColumn<bool>("binary");
    QTest::addColumn<double>("scale");
    for (const double scale : {0.4, 1.0, 3.0}) {
        QTest::addRow("softmax, %g", scale) << false << scale;
        QTest::addRow("sigmoid, %g", scale) << true << scale;
    }
}

void TestTemperature::findsAKnownScaling()
{
    QFETCH(bool, binary);
    QFETCH(double, scale);
    const LabelForm form = binary ? LabelForm::Multi : LabelForm::Single;
    const Drawn drawn = calibrated(form);
    const double found = fitTemperature(lossOfForm(form), drawn.logits * scale, drawn.target);
    QVERIFY2(std::abs(found / scale - 1) < 0.06, qPrintable(QString::number(found)));
    // Scaled logits ask for the same probabilities.
    const double once = fitTemperature(lossOfForm(form), drawn.logits, drawn.target);
    QVERIFY(std::abs(found / once / scale - 1) < 1e-3);
}

void TestTemperature::neverRaisesTheLoss()
{
    for (int draw = 0; draw < 40; ++draw) {
        torch::manual_seed(draw);
        const at::Tensor logits = torch::randn({1 + draw % 9, 3}) * (1 + draw);
        const at::Tensor target = torch::randint(3, {logits.size(0)}, torch::kLong);
        const Loss &loss = lossOfForm(LabelForm::Single);
        const double temperature = fitTemperature(loss, logits, target);
        const at::Tensor exact = logits.to(torch::kDouble);
        QVERIFY(loss.compute(exact / temperature, target).item<double>() <= loss.compute(exact, target).item<double>());
        QVERIFY(torch::equal((logits / temperature).argmax(1), logits.argmax(1)));
    }
}

void TestTemperature::aFewRightAnswersDoNotAskForCertainty()
{
    const at::Tensor logits = torch::tensor({{2.0, 0.0}, {2.0, 0.0}, {0.0, 2.0}}, torch::kDouble);
    const at::Tensor target = torch::tensor({0, 0, 1}, torch::kLong);
    const double temperature = fitTemperature(lossOfForm(LabelForm::Single), logits, target);
    QVERIFY(temperature < 1);
    QVERIFY((logits / temperature).softmax(1).max().item<double>() < 0.99);
}

void TestTemperature::absentChoicesStayAbsent()
{
    const double absent = -std::numeric_limits<double>::infinity();
    const at::Tensor logits =
        torch::tensor({{3.0, 0.0, absent}, {0.0, 3.0, 1.0}, {3.0, 0.0, absent}, {0.0, 3.0, 1.0}}, torch::kDouble);
    const at::Tensor target = torch::tensor({0, 0, 1, 1}, torch::kLong);
    const double temperature = fitTemperature(lossFor(LabelForm::Single, HeadForm::PerInput), logits, target);
    QVERIFY(temperature > 2);
    QCOMPARE((logits / temperature).softmax(1)[0][2].item<double>(), 0.0);
}

void TestTemperature::givesTheSameBytesTwice()
{
    const Drawn drawn = calibrated(LabelForm::Single, 50);
    const Loss &loss = lossOfForm(LabelForm::Single);
    QCOMPARE(fitTemperature(loss, drawn.logits, drawn.target), fitTemperature(loss, drawn.logits, drawn.target));
}

void TestTemperature::nothingToFitIsOne()
{
    const Loss &loss = lossOfForm(LabelForm::Single);
    QCOMPARE(fitTemperature(loss, torch::empty({0, 3}), torch::empty({0}, torch::kLong)), 1.0);
    QCOMPARE(fitTemperature(loss, torch::full({2, 3}, std::nan("")), torch::zeros({2}, torch::kLong)), 1.0);
}

QTEST_APPLESS_MAIN(TestTemperature)
#include "tst_temperature.moc"
