#include "tests/engine/starter/fake_encoders.h"

#include <QTest>

using namespace atlas::engine;

namespace {

PreparedInput inputOf(const Starter &starter, const std::vector<std::string> &texts, const std::vector<int> &shades,
                      int width = 64)
{
    PreparedInput input;
    for (const std::string &text : texts) {
        input.texts.push_back(starter.embedders().text(text));
    }
    for (const int shade : shades) {
        const std::string sum = std::to_string(shade) + "x" + std::to_string(width);
        input.pictures.push_back(starter.embedders().picture(
            sum,
            [shade, width] {
                at::Tensor picture = torch::full({64, width, 3}, shade, at::kByte);
                picture.narrow(1, 0, 8).fill_(shade / 2);
                return picture;
            },
            shades.size() > 1));
    }
    PreparedInput *pointer = &input;
    starter.complete({&pointer, 1}, 1, {});
    return input;
}

at::Tensor pooled(const Starter &starter, const std::vector<const PreparedInput *> &inputs)
{
    const at::NoGradGuard frozen;
    return starter.pool(starter.encode(starter.embed(inputs), nullptr));
}

}  // namespace

class TestStarter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anInputIsTheSameInEveryBatch()
    {
        const auto starter = atlas::test::fakeStarter();
        const PreparedInput text = inputOf(*starter, {"words"}, {});
        const PreparedInput picture = inputOf(*starter, {}, {120}, 128);
        const PreparedInput both = inputOf(*starter, {"is it?"}, {200});
        const PreparedInput pair = inputOf(*starter, {}, {10, 20});
        const std::vector<const PreparedInput *> all{&text, &picture, &both, &pair};
        const at::Tensor together = pooled(*starter, all);
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY(at::allclose(together[static_cast<std::int64_t>(i)], pooled(*starter, {all[i]})[0], 1e-5, 1e-6));
        }
    }

    void tokensAreCountedBeforeAndAfterEmbedding()
    {
        const auto starter = atlas::test::fakeStarter();
        PreparedInput input;
        input.texts.push_back(starter->embedders().text("word"));
        input.pictures.push_back(starter->embedders().picture("p", [] {
            return torch::zeros({32, 64, 3}, at::kByte);
        }));
        const int before = starter->tokenCount(input);
        PreparedInput *pointer = &input;
        starter->complete({&pointer, 1}, 1, {});
        QCOMPARE(starter->tokenCount(input), before);
        QCOMPARE(starter->embed({&input}).tokens.size(1), before);
    }

    void theOrderOfAPairCounts()
    {
        const auto starter = atlas::test::fakeStarter();
        const PreparedInput one = inputOf(*starter, {}, {10, 200});
        const PreparedInput other = inputOf(*starter, {}, {200, 10});
        QVERIFY(!at::allclose(pooled(*starter, {&one}), pooled(*starter, {&other}), 1e-4, 1e-5));
    }

    void ownFeaturesHoldWhatAnInputHasAndZeros()
    {
        const auto starter = atlas::test::fakeStarter();
        const PreparedInput text = inputOf(*starter, {"words"}, {});
        const PreparedInput same = inputOf(*starter, {}, {90, 90});
        const PreparedInput differs = inputOf(*starter, {}, {90, 180});
        const at::Tensor rows = starter->ownFeatures({&text, &same, &differs});
        QCOMPARE(rows.size(1), starter->ownWidth());
        const int textWidth = starter->starterConfig().textWidth;
        QVERIFY(at::equal(rows[0].narrow(0, 0, textWidth), text.texts[0].pooled.to(at::kFloat)));
        QCOMPARE(rows[0].slice(0, textWidth).abs().sum().item<float>(), 0.0F);
        const std::int64_t differences = 2 * (textWidth + kPictureSummaryWidth);
        QCOMPARE(rows[1].slice(0, differences).abs().sum().item<float>(), 0.0F);
        QVERIFY(rows[2].slice(0, differences).abs().sum().item<float>() > 0);
    }

    void aSmallChangeAnywhereShowsInTheMaximum()
    {
        const auto starter = atlas::test::fakeStarter();
        PreparedInput input = inputOf(*starter, {}, {90, 90});
        input.pictures[1].tokens = input.pictures[1].tokens.clone();
        // The last stride-8 cell of the last channel in the last token.
        input.pictures[1].tokens[-1][-1] += 1;
        const at::Tensor row = starter->ownFeatures({&input})[0];
        const std::int64_t end = row.numel() - 3 * kFineChannels;
        QVERIFY(std::abs(row[end - 40 - 1].item<float>() - 1) < 1e-2F);  // max d of the last channel
        QCOMPARE(row[end - 1].item<float>(), 0.0F);                      // max -d: nothing vanished
    }

    void whatAppearedAndWhatVanishedAreToldApart()
    {
        const auto starter = atlas::test::fakeStarter();
        const PreparedInput brighter = inputOf(*starter, {}, {90, 180});
        const PreparedInput darker = inputOf(*starter, {}, {180, 90});
        const FeatureGroup fine = starter->ownGroups().back();
        const at::Tensor rows = starter->ownFeatures({&brighter, &darker}).narrow(1, fine.begin, fine.count);
        QVERIFY(!at::equal(rows[0], rows[1]));
        const std::int64_t last = fine.count - 3 * kFineChannels;
        const auto figure = [&](int row, std::int64_t which) {
            return rows[row].narrow(0, last + which * kFineChannels, kFineChannels);
        };
        QVERIFY(at::allclose(figure(0, 0), figure(1, 0)));  // mean |d|
        QVERIFY(at::allclose(figure(0, 1), figure(1, 2)));  // max d and max -d change places
        QVERIFY(figure(0, 1).min().item<float>() > 0);
    }

    void groupsCoverAllOwnFeatures()
    {
        const auto starter = atlas::test::fakeStarter();
        std::int64_t next = 0;
        for (const FeatureGroup &group : starter->ownGroups()) {
            QCOMPARE(group.begin, next);
            QVERIFY(group.count > 0);
            next += group.count;
        }
        QCOMPARE(next, std::int64_t{starter->ownWidth()});
    }

    void gradientsReachEveryWeight()
    {
        const auto starter = atlas::test::fakeStarter();
        for (auto &[name, weight] : starter->parameters()) {
            weight.requires_grad_(true);
        }
        const PreparedInput input = inputOf(*starter, {"a"}, {30, 60});
        starter->pool(starter->encode(starter->embed({&input}), nullptr)).sum().backward();
        for (const auto &[name, weight] : starter->parameters()) {
            QVERIFY2(weight.grad().defined(), name.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestStarter)
#include "tst_starter.moc"
