#include "core/error.h"
#include "engine/learning/prompt_pool.h"

#include <torch/types.h>

#include <QTest>

using namespace atlas;
using namespace atlas::engine;

namespace {

constexpr int kWidth = 6;

/// Keys along the axes, so that a query says which prompts it picks; prompt i is filled with i + 1.
PromptPool axisPool()
{
    at::Generator generator = at::detail::createCPUGenerator(1);
    PromptPool pool({.pool = 4, .length = 2, .chosen = 2}, kWidth, generator);
    TensorMap values;
    values["prompts.keys"] = torch::eye(4, kWidth) * 3;
    values["prompts.values"] = torch::arange(1, 5).view({4, 1, 1}).expand({4, 2, kWidth}).to(torch::kFloat);
    pool.load(values);
    return pool;
}

EmbeddedBatch someTokens()
{
    EmbeddedBatch batch;
    batch.tokens = torch::full({2, 3, kWidth}, 9.0);
    batch.mask = torch::tensor({{1.f, 1.f, 1.f}, {1.f, 1.f, 0.f}});
    batch.padded = true;
    return batch;
}

/// The first input is nearest to keys 2, then 0; the second to 3, then 1.
at::Tensor someQueries()
{
    return torch::tensor({{0.5f, 0.f, 1.f, 0.f, 0.f, 0.f}, {0.f, 0.1f, 0.f, 0.2f, 0.f, 0.f}});
}

}  // namespace

class TestPromptPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chosenPromptsStandBehindTheFirstToken();
    void onlyWhatWasChosenLearns();
    void pullIsTheMeanDistanceOfChosenKeys();
    void morePromptsThanThereAreAreRefused();
};

void TestPromptPool::chosenPromptsStandBehindTheFirstToken()
{
    PromptPool pool = axisPool();
    const EmbeddedBatch result = pool.insert(someTokens(), someQueries());
    const at::Tensor column = result.tokens.select(2, 0);
    QVERIFY(torch::equal(column,
                         torch::tensor({{9.f, 3.f, 3.f, 1.f, 1.f, 9.f, 9.f}, {9.f, 4.f, 4.f, 2.f, 2.f, 9.f, 9.f}})));
    QVERIFY(torch::equal(result.mask,
                         torch::tensor({{1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f}, {1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 0.f}})));
    QVERIFY(result.padded);
    QVERIFY(!pool.takePull().defined());  // nothing is recorded while nothing trains
}

void TestPromptPool::onlyWhatWasChosenLearns()
{
    PromptPool pool = axisPool();
    pool.setTrainable(true);
    const EmbeddedBatch batch = someTokens();
    pool.insert({batch.tokens.narrow(0, 0, 1), batch.mask.narrow(0, 0, 1), true}, someQueries().narrow(0, 0, 1))
        .tokens.sum()
        .backward();
    const at::Tensor gradient = pool.parameters()[1].second.grad().sum({1, 2});
    QVERIFY(torch::equal(gradient, torch::tensor({2.f * kWidth, 0.f, 2.f * kWidth, 0.f})));
}

void TestPromptPool::pullIsTheMeanDistanceOfChosenKeys()
{
    PromptPool pool = axisPool();
    pool.setTrainable(true);
    pool.insert(someTokens(), someQueries());
    const double first = (1 - 1 / std::sqrt(1.25)) + (1 - 0.5 / std::sqrt(1.25));
    const double second = (1 - 2 / std::sqrt(5.0)) + (1 - 1 / std::sqrt(5.0));
    const at::Tensor pull = pool.takePull();
    QVERIFY(std::abs(pull.item<double>() - (first + second) / 4) < 1e-6);
    pull.backward();
    QVERIFY(pool.parameters()[0].second.grad().abs().sum().item<double>() > 0);
    QVERIFY(!pool.takePull().defined());
}

void TestPromptPool::morePromptsThanThereAreAreRefused()
{
    at::Generator generator = at::detail::createCPUGenerator(1);
    QVERIFY_EXCEPTION_THROWN(PromptPool({.pool = 2, .length = 1, .chosen = 3}, kWidth, generator), Error);
}

QTEST_GUILESS_MAIN(TestPromptPool)
#include "tst_prompt_pool.moc"
