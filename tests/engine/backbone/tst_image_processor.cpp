#include "core/error.h"
#include "core/files.h"
#include "core/safetensors.h"
#include "engine/backbone/image_processor.h"
#include "engine/backbone/picture_decoder.h"
#include "tests/support/shared_data.h"

#include <torch/types.h>

#include <opencv2/imgcodecs.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using atlas::Error;
using atlas::ErrorCode;
using atlas::engine::decodePicture;
using atlas::engine::ImageProcessor;
using atlas::engine::ImageProcessorConfig;

namespace {

at::Tensor bytes(const atlas::SafetensorsFile &file, const std::string &name)
{
    const atlas::TensorView &view = file.at(name);
    at::Tensor tensor = at::empty(view.shape, at::kByte);
    std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    return tensor;
}

std::vector<std::int64_t> numbers(const atlas::SafetensorsFile &file, const std::string &name)
{
    const atlas::TensorView &view = file.at(name);
    std::vector<std::int64_t> values(static_cast<std::size_t>(view.elements()));
    std::memcpy(values.data(), view.bytes.data(), view.bytes.size());
    return values;
}

}  // namespace

class TestImageProcessor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void resizedPicturesEqualPillowBitForBit_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < 7; ++i) {
            QTest::addRow("picture %d", i) << i;
        }
    }
    void resizedPicturesEqualPillowBitForBit()
    {
        QFETCH(int, index);
        ATLAS_NEED_SHARED(atlas::test::golden("images.safetensors"));
        const auto file = atlas::SafetensorsFile::open(atlas::test::golden("images.safetensors"));
        const ImageProcessor processor(
            ImageProcessor::configFromJson(atlas::test::golden("tiny-vilt") / "preprocessor_config.json"));
        const at::Tensor ours = processor.resize(bytes(file, "raw." + std::to_string(index)));
        const at::Tensor expected = bytes(file, "resized_u8." + std::to_string(index));
        QVERIFY(ours.sizes() == expected.sizes());
        QVERIFY(at::equal(ours, expected));
    }

    void enlargingTo384EqualsPillow()
    {
        ATLAS_NEED_SHARED(atlas::test::golden("image384.safetensors"));
        const auto file = atlas::SafetensorsFile::open(atlas::test::golden("image384.safetensors"));
        const ImageProcessor processor(
            ImageProcessor::configFromJson(atlas::test::golden("preprocessor_config_384.json")));
        const at::Tensor ours = processor.resize(bytes(file, "raw"));
        QVERIFY(at::equal(ours, bytes(file, "resized_u8").squeeze(0)));
    }

    void sizesFollowThePublishedRule()
    {
        ATLAS_NEED_SHARED(atlas::test::golden("images.safetensors"));
        const auto file = atlas::SafetensorsFile::open(atlas::test::golden("images.safetensors"));
        const auto sizes = numbers(file, "sizes384");
        const ImageProcessor processor({.shortestEdge = 384, .divisor = 32});
        for (std::size_t row = 0; row < sizes.size(); row += 4) {
            const auto target = processor.targetSize(static_cast<int>(sizes[row]), static_cast<int>(sizes[row + 1]));
            QCOMPARE(target.has_value(), sizes[row + 2] != -1);
            if (target) {
                QCOMPARE(static_cast<std::int64_t>(target->first), sizes[row + 2]);
                QCOMPARE(static_cast<std::int64_t>(target->second), sizes[row + 3]);
            }
        }
    }

    void normalizedPixelsEqualTheGoldens()
    {
        ATLAS_NEED_SHARED(atlas::test::golden("images.safetensors"));
        const auto file = atlas::SafetensorsFile::open(atlas::test::golden("images.safetensors"));
        const atlas::TensorView &view = file.at("pair32.pixel_values");
        at::Tensor expected = at::empty(view.shape, at::kFloat);
        std::memcpy(expected.data_ptr(), view.bytes.data(), view.bytes.size());
        const ImageProcessor processor({.shortestEdge = 64, .divisor = 16});
        const at::Tensor ours = processor.normalize(bytes(file, "resized_u8.3"));
        const at::Tensor part = expected[0].slice(1, 0, ours.size(1)).slice(2, 0, ours.size(2));
        QVERIFY((ours - part).abs().max().item<float>() < 1e-6F);
    }

    void thinPicturesKeepOnePatch()
    {
        const ImageProcessor processor({.shortestEdge = 64, .divisor = 16});
        QVERIFY(!processor.targetSize(1, 1000));
        const at::Tensor resized = processor.resize(at::full({1, 1000, 3}, 7, at::kByte));
        QCOMPARE(resized.size(1), 16);
        QVERIFY(resized.eq(7).all().item<bool>());
    }

    void everyKindOfPictureBecomesRgb_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QList<int>>("bgra");
        QTest::addColumn<QList<int>>("rgb");
        QTest::newRow("grey") << CV_8UC1 << "png" << QList<int>{9} << QList<int>{9, 9, 9};
        QTest::newRow("grey, 16 bit") << CV_16UC1 << "png" << QList<int>{257 * 80} << QList<int>{80, 80, 80};
        QTest::newRow("colour") << CV_8UC3 << "png" << QList<int>{1, 2, 3} << QList<int>{3, 2, 1};
        QTest::newRow("colour, 16 bit") << CV_16UC3 << "tiff" << QList<int>{257, 514, 771} << QList<int>{3, 2, 1};
        QTest::newRow("transparent on white")
            << CV_8UC4 << "png" << QList<int>{0, 10, 20, 0} << QList<int>{255, 255, 255};
        QTest::newRow("half transparent")
            << CV_8UC4 << "png" << QList<int>{0, 100, 255, 51} << QList<int>{255, 224, 204};
    }
    void everyKindOfPictureBecomesRgb()
    {
        QFETCH(int, type);
        QFETCH(QString, suffix);
        QFETCH(QList<int>, bgra);
        QFETCH(QList<int>, rgb);
        cv::Scalar colour;
        for (int i = 0; i < bgra.size(); ++i) {
            colour[i] = bgra[i];
        }
        const std::string file = m_folder.filePath("picture." + suffix).toStdString();
        QVERIFY(cv::imwrite(file, cv::Mat(5, 4, type, colour)));
        const at::Tensor picture = decodePicture(file);
        QVERIFY(picture.sizes() == at::IntArrayRef({5, 4, 3}));
        for (int c = 0; c < 3; ++c) {
            QCOMPARE(picture[2][1][c].item<int>(), rgb[c]);
        }
    }

    void unreadablePicturesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("no picture");
        QTest::newRow("cut off") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    }
    void unreadablePicturesAreNamed()
    {
        QFETCH(QByteArray, content);
        const std::filesystem::path file = m_folder.filePath("broken.png").toStdString();
        atlas::writeFileAtomically(file, content.toStdString());
        try {
            decodePicture(file);
            QFAIL("a broken picture was accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::BadInput);
            QVERIFY(QString::fromStdString(error.message()).contains("broken.png"));
        }
    }

    void configsThatAskForOtherProcessingAreRefused_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("bilinear") << R"({"size": 64, "size_divisor": 16, "resample": 2})";
        QTest::newRow("not resized") << R"({"do_resize": false})";
        QTest::newRow("shorter than a patch") << R"({"size": 8, "size_divisor": 16})";
        QTest::newRow("no divisor") << R"({"size_divisor": 0})";
        QTest::newRow("size is a text") << R"({"size": "large"})";
        QTest::newRow("no JSON") << "{";
    }
    void configsThatAskForOtherProcessingAreRefused()
    {
        QFETCH(QString, json);
        const std::filesystem::path file = m_folder.filePath("preprocessor_config.json").toStdString();
        atlas::writeFileAtomically(file, json.toStdString());
        QVERIFY_EXCEPTION_THROWN(ImageProcessor::configFromJson(file), Error);
    }

    void bothFormsOfTheConfigAreRead()
    {
        const std::filesystem::path file = m_folder.filePath("preprocessor_config.json").toStdString();
        atlas::writeFileAtomically(file, std::string(R"({"size": {"shortest_edge": 96}, "size_divisor": 16,
                                                         "image_std": [0.25, 0.5, 1.0]})"));
        const ImageProcessorConfig config = ImageProcessor::configFromJson(file);
        QCOMPARE(config.shortestEdge, 96);
        QCOMPARE(config.divisor, 16);
        QCOMPARE(config.mean[0], 0.5F);
        QCOMPARE(config.std[2], 1.0F);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestImageProcessor)
#include "tst_image_processor.moc"
