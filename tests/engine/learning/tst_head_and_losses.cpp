#include "engine/learning/head.h"
#include "engine/learning/losses.h"

#include "core/error.h"

#include <torch/nn/functional.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/types.h>
#include <torch/utils.h>

#include <QTest>

#include <cmath>

using namespace atlas::engine;
using atlas::HeadForm;
using atlas::LabelForm;

namespace {

Head headOf(std::uint64_t seed, int inputs = 64, int outputs = 5)
{
    at::Generator generator = at::detail::createCPUGenerator(seed);
    return Head("notes", inputs, outputs, generator);
}

}  // namespace

class TestHeadAndLosses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headEqualsTheModulesOfTheFrontEnd();
    void headBeginsAsLinearLayersDo();
    void headComputesInFp32();
    void headGoesThroughAFile();
    void lossFollowsFromLabelsAndHead();
    void severalLabelsPerChoiceAreRefused();
    void crossEntropyIsTheMean();
    void binaryLossSumsOverClasses();
    void missingChoicesTakeNoPart();
    void targetsAreReadFromWeights();
};

void TestHeadAndLosses::headEqualsTheModulesOfTheFrontEnd()
{
    Head head = headOf(1);
    torch::nn::Linear first(64, 128), second(128, 5);
    torch::nn::LayerNorm norm(torch::nn::LayerNormOptions({128}));
    TensorMap file{{"head.notes.fc1.weight", first->weight.detach()},  {"head.notes.fc1.bias", first->bias.detach()},
                   {"head.notes.ln.weight", torch::rand({128})},       {"head.notes.ln.bias", torch::rand({128})},
                   {"head.notes.fc2.weight", second->weight.detach()}, {"head.notes.fc2.bias", second->bias.detach()}};
    {
        const torch::NoGradGuard noGrad;
        norm->weight.copy_(file.at("head.notes.ln.weight"));
        norm->bias.copy_(file.at("head.notes.ln.bias"));
    }
    head.load(file);
    QVERIFY(file.empty());
    const at::Tensor x = torch::randn({3, 64});
    const at::Tensor expected = second(torch::nn::functional::gelu(norm(first(x))));
    QVERIFY(torch::allclose(head.forward(x), expected, 1e-5, 1e-6));
}

void TestHeadAndLosses::headBeginsAsLinearLayersDo()
{
    const NamedTensors parameters = headOf(1, 400, 300).parameters();
    QCOMPARE(parameters.size(), std::size_t(6));
    for (const auto &[name, tensor] : parameters) {
        QVERIFY(tensor.requires_grad());
        const double largest = tensor.abs().max().item<double>();
        if (name.find(".fc1.") != std::string::npos) {
            QVERIFY(largest <= 0.05 && largest > 0.049);
        } else if (name.find(".fc2.") != std::string::npos) {
            const double bound = 1 / std::sqrt(800.0);
            QVERIFY(largest <= bound && largest > 0.98 * bound);
        }
    }
    QVERIFY(torch::equal(headOf(2).parameters()[0].second, headOf(2).parameters()[0].second));
    QVERIFY(!torch::equal(headOf(2).parameters()[0].second, headOf(3).parameters()[0].second));
}

void TestHeadAndLosses::headComputesInFp32()
{
    QCOMPARE(headOf(1).forward(torch::randn({2, 64}).to(at::kBFloat16)).scalar_type(), at::kFloat);
}

void TestHeadAndLosses::headGoesThroughAFile()
{
    const Head written = headOf(1);
    TensorMap file = toMap(written.parameters());
    Head read = headOf(2);
    read.load(file);
    for (std::size_t i = 0; i < 6; ++i) {
        QVERIFY(torch::equal(read.parameters()[i].second, written.parameters()[i].second));
    }
    TensorMap other = toMap(headOf(1, 64, 6).parameters());
    QVERIFY_EXCEPTION_THROWN(read.load(other), atlas::Error);
}

void TestHeadAndLosses::lossFollowsFromLabelsAndHead()
{
    QCOMPARE(std::string(lossFor(LabelForm::Single, HeadForm::Concatenate).name), std::string("cross_entropy"));
    QCOMPARE(std::string(lossFor(LabelForm::Single, HeadForm::PerInput).name), std::string("cross_entropy"));
    QCOMPARE(std::string(lossFor(LabelForm::Multi, HeadForm::Concatenate).name), std::string("bce"));
    QCOMPARE(std::string(lossFor(LabelForm::Soft, HeadForm::Concatenate).name), std::string("bce"));
}

void TestHeadAndLosses::severalLabelsPerChoiceAreRefused()
{
    QVERIFY_EXCEPTION_THROWN(lossFor(LabelForm::Multi, HeadForm::PerInput), atlas::Error);
}

void TestHeadAndLosses::crossEntropyIsTheMean()
{
    const Loss &loss = lossFor(LabelForm::Single, HeadForm::Concatenate);
    const at::Tensor logits = torch::tensor({{0.0F, 0.0F}, {0.0F, std::log(3.0F)}});
    const at::Tensor target = torch::tensor({0, 1}, at::kLong);
    const double expected = (std::log(2.0) - std::log(0.75)) / 2;
    QVERIFY(std::abs(loss.compute(logits, target).item<double>() - expected) < 1e-6);
    QVERIFY(std::abs(loss.probabilities(logits)[1][1].item<double>() - 0.75) < 1e-6);
}

void TestHeadAndLosses::binaryLossSumsOverClasses()
{
    const Loss &loss = lossFor(LabelForm::Soft, HeadForm::Concatenate);
    const at::Tensor logits = torch::zeros({2, 3});
    const at::Tensor target = torch::full({2, 3}, 0.3);
    QVERIFY(std::abs(loss.compute(logits, target).item<double>() - 3 * std::log(2.0)) < 1e-6);
}

void TestHeadAndLosses::missingChoicesTakeNoPart()
{
    const at::Tensor scores = torch::tensor({{1.0F}, {1.0F}, {1.0F}, {2.0F}, {2.0F}}).requires_grad_();
    const at::Tensor logits = choiceLogits(scores, {3, 2});
    QCOMPARE(logits.sizes(), at::IntArrayRef({2, 3}));
    const Loss &loss = lossFor(LabelForm::Single, HeadForm::PerInput);
    const at::Tensor value = loss.compute(logits, torch::tensor({2, 0}, at::kLong));
    QVERIFY(std::abs(value.item<double>() - (std::log(3.0) + std::log(2.0)) / 2) < 1e-6);
    value.backward();
    QVERIFY(torch::isfinite(scores.grad()).all().item<bool>());
    QVERIFY(std::abs(scores.grad()[3].item<double>() + 0.25) < 1e-6);
    QCOMPARE(loss.probabilities(logits)[1][2].item<double>(), 0.0);
}

void TestHeadAndLosses::targetsAreReadFromWeights()
{
    const std::vector<std::vector<double>> truth{{0, 1, 0}, {0.3, 0.6, 1}};
    const at::Tensor classes = targetOf(lossFor(LabelForm::Single, HeadForm::Concatenate), truth);
    QVERIFY(torch::equal(classes, torch::tensor({1, 2}, at::kLong)));
    const at::Tensor weights = targetOf(lossFor(LabelForm::Soft, HeadForm::Concatenate), truth);
    QVERIFY(torch::allclose(weights, torch::tensor({{0.0F, 1.0F, 0.0F}, {0.3F, 0.6F, 1.0F}})));
}

QTEST_APPLESS_MAIN(TestHeadAndLosses)
#include "tst_head_and_losses.moc"
