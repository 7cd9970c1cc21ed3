#include "tests/engine/starter/fake_encoders.h"

#include "core/error.h"

#include <QTemporaryDir>
#include <QTest>

using namespace atlas::engine;
using atlas::test::FakeImageEncoder;
using atlas::test::FakeTextEncoder;

namespace {

at::Tensor picture(int height, int width, int shade)
{
    return torch::full({height, width, 3}, shade, at::kByte);
}

}  // namespace

class TestFrozenEmbedders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        FakeTextEncoder::asked = 0;
        FakeImageEncoder::asked = 0;
        m_config = atlas::test::smallStarterConfig();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void sizesKeepTheAspectInCellsOf32_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("side");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("square") << 300 << 300 << 128 << QSize(128, 128);
        QTest::newRow("tiny") << 4 << 4 << 128 << QSize(128, 128);
        QTest::newRow("portrait") << 128 << 96 << 224 << QSize(192, 256);
        QTest::newRow("a line") << 1 << 5000 << 128 << QSize(512, 32);
    }
    void sizesKeepTheAspectInCellsOf32()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, side);
        QFETCH(QSize, expected);
        const auto [newHeight, newWidth] = embeddedSize(height, width, side);
        QCOMPARE(QSize(newWidth, newHeight), expected);
    }

    void partsOfAllSizesComeOutInPlace()
    {
        const auto embedders = atlas::test::fakeEmbedders(m_config);
        std::vector<FrozenPart> parts;
        for (const char *text : {"a", "longer", "", "a"}) {
            parts.push_back(embedders->text(text));
        }
        for (const int width : {64, 128, 64}) {
            const std::string sum = "sum of " + std::to_string(parts.size());
            parts.push_back(embedders->picture(sum, [width] { return picture(64, width, width); }));
        }
        embed(*embedders, parts, 2);
        QCOMPARE(FakeTextEncoder::asked.load(), 3);       // "a" once
        QCOMPARE(FakeImageEncoder::asked.load(), 2 * 3);  // for tokens and for the summary
        QCOMPARE(parts[0].tokens.size(0), 3);
        QCOMPARE(parts[1].tokens.size(0), 8);
        QVERIFY(at::equal(parts[0].tokens, parts[3].tokens));
        QCOMPARE(parts[4].tokens.size(1), kPictureTokenWidth);
        QCOMPARE(parts[4].pooled.size(0), kPictureSummaryWidth);
        QCOMPARE(parts[5].rows * parts[5].columns, static_cast<int>(parts[5].tokens.size(0)));
        QVERIFY(parts[5].columns > parts[5].rows);
        // A batch of its own gives the same.
        std::vector<FrozenPart> alone{embedders->picture("sum of 6", [] { return picture(64, 64, 64); })};
        embed(*embedders, alone, 1);
        QVERIFY(at::equal(alone[0].tokens, parts[6].tokens));
    }

    void longTextsKeepTheirClosingToken()
    {
        const auto embedders = atlas::test::fakeEmbedders(m_config);
        const FrozenPart part = embedders->text("a text of far more letters than the limit");
        QCOMPARE(part.raw.front().numel(), m_config.maxTextTokens);
        QCOMPARE(part.raw.front()[-1].item<std::int64_t>(), 2);
    }

    void theSecondTimeNothingIsDecodedOrEmbedded()
    {
        const auto cacheFile = [this] { return m_folder->filePath("f").toStdString(); };
        std::vector<FrozenPart> fresh;
        for (int round = 0; round < 2; ++round) {
            const auto embedders = atlas::test::fakeEmbedders(m_config);
            embedders->useCache(std::make_shared<FeatureCache>(cacheFile(), embedders->identity(), 1 << 24));
            std::vector<FrozenPart> parts{embedders->text("words"),
                                          embedders->picture(
                                              "sum",
                                              [round] {
                                                  if (round > 0) {
                                                      throw atlas::Error(atlas::ErrorCode::Internal, "decoded again");
                                                  }
                                                  return picture(64, 96, 40);
                                              },
                                              /*compared=*/true)};
            embed(*embedders, parts, 1);
            if (round == 0) {
                fresh = parts;
                continue;
            }
            for (std::size_t i = 0; i < parts.size(); ++i) {
                QVERIFY(at::equal(parts[i].tokens, fresh[i].tokens));
                QVERIFY(at::equal(parts[i].pooled, fresh[i].pooled));
                QCOMPARE(parts[i].fine.defined(), i == 1);
                QVERIFY(i != 1 || at::equal(parts[i].fine, fresh[i].fine));
                QCOMPARE(parts[i].rows, fresh[i].rows);
                QCOMPARE(parts[i].columns, fresh[i].columns);
            }
        }
        QCOMPARE(FakeTextEncoder::asked.load(), 1);
        QCOMPARE(FakeImageEncoder::asked.load(), 2);
    }

    void aStopIsHeard()
    {
        const auto embedders = atlas::test::fakeEmbedders(m_config);
        std::vector<FrozenPart> parts{embedders->text("words")};
        std::stop_source stop;
        stop.request_stop();
        try {
            FrozenPart *part = parts.data();
            embedders->embed({&part, 1}, 1, stop.get_token());
            QFAIL("it went on");
        } catch (const atlas::Error &error) {
            QCOMPARE(error.code(), atlas::ErrorCode::Cancelled);
        }
    }

private:
    static void embed(const FrozenEmbedders &embedders, std::vector<FrozenPart> &parts, int threads)
    {
        std::vector<FrozenPart *> pointers;
        for (FrozenPart &part : parts) {
            pointers.push_back(&part);
        }
        embedders.embed(pointers, threads, {});
    }

    StarterConfig m_config;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFrozenEmbedders)
#include "tst_frozen_embedders.moc"
