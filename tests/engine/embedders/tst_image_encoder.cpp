#include "core/error.h"
#include "core/files.h"
#include "engine/embedders/efficientnet_lite.h"
#include "engine/embedders/image_encoder.h"
#include "engine/tensor/tensor_file.h"
#include "tests/support/shared_data.h"

#include <ATen/ATen.h>

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

using namespace atlas;
using namespace atlas::engine;

namespace {

constexpr double kTolerance = 1e-4;  ///< of the largest value
constexpr const char *kFile = "efficientnet-lite0-57934424.pth";

double relativeDifference(const at::Tensor &actual, const at::Tensor &expected)
{
    return actual.sizes() == expected.sizes() ? ((actual - expected).abs().max() / expected.abs().max()).item<double>()
                                              : INFINITY;
}

/// A convolution as LibTorch has it, padded as TensorFlow's SAME.
at::Tensor sameConvolution(const at::Tensor &x, const at::Tensor &weight, std::int64_t stride, std::int64_t groups)
{
    const auto total = [&](std::int64_t side) {
        return std::max<std::int64_t>(((side + stride - 1) / stride - 1) * stride + weight.size(2) - side, 0);
    };
    const std::int64_t rows = total(x.size(2));
    const std::int64_t columns = total(x.size(3));
    const at::Tensor padded =
        at::constant_pad_nd(x, {columns / 2, columns - columns / 2, rows / 2, rows - rows / 2}, 0);
    return at::conv2d(padded, weight, at::Tensor(), {stride, stride}, at::IntArrayRef({0, 0}), at::IntArrayRef({1, 1}),
                      groups);
}

}  // namespace

class TestImageEncoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsEqualTheGoldens_data()
    {
        QTest::addColumn<QString>("size");
        QTest::newRow("square") << "96x96";
        QTest::newRow("wide") << "64x128";
    }
    void mapsEqualTheGoldens()
    {
        QFETCH(QString, size);
        ATLAS_NEED_SHARED(test::embedderFile(kFile));
        ATLAS_NEED_SHARED(test::golden("embedders.safetensors"));
        const auto encoder = loadImageEncoder(test::embedderFile(kFile));
        const StateDict golden = loadTensors(test::golden("embedders.safetensors"));
        const std::string name = "image." + size.toStdString() + ".";
        const ImageEncoder::Maps maps = encoder->forward(golden.at(name + "in"));
        const std::array<std::pair<const char *, at::Tensor>, 4> parts{std::pair{"stride8", maps.stride8},
                                                                       {"stride16", maps.stride16},
                                                                       {"stride32", maps.stride32},
                                                                       {"pooled", maps.pooled}};
        for (const auto &[part, actual] : parts) {
            const double difference = relativeDifference(actual, golden.at(name + part));
            QVERIFY2(difference <= kTolerance, qPrintable(QStringLiteral("%1: %2").arg(part).arg(difference)));
            QVERIFY(actual.is_contiguous());
        }
    }

    void picturesOfABatchAndThreadsDoNotMeet()
    {
        const EfficientNetLite encoder = random();
        const at::Tensor pictures = at::randint(0, 256, {5, 3, 64, 96}, at::kByte);
        const ImageEncoder::Maps together = encoder.forward(pictures);
        std::array<ImageEncoder::Maps, 5> alone;
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < alone.size(); ++i) {
                threads.emplace_back(
                    [&, i] { alone[i] = encoder.forward(pictures.narrow(0, static_cast<std::int64_t>(i), 1)); });
            }
        }
        for (std::size_t i = 0; i < alone.size(); ++i) {
            const auto row = static_cast<std::int64_t>(i);
            QVERIFY(at::allclose(alone[i].stride16[0], together.stride16[row], 1e-4, 1e-5));
            QVERIFY(at::allclose(alone[i].pooled[0], together.pooled[row], 1e-4, 1e-5));
        }
    }

    void mapsHaveTheSizesTheyPromise()
    {
        const ImageEncoder::Maps maps = random().forward(at::zeros({2, 3, 64, 32}, at::kByte));
        QVERIFY(maps.stride4.sizes() == at::IntArrayRef({2, 24, 16, 8}));
        QVERIFY(maps.stride8.sizes() == at::IntArrayRef({2, 40, 8, 4}));
        QVERIFY(maps.stride16.sizes() == at::IntArrayRef({2, 112, 4, 2}));
        QVERIFY(maps.stride32.sizes() == at::IntArrayRef({2, 320, 2, 1}));
        QVERIFY(maps.pooled.sizes() == at::IntArrayRef({2, 1280}));
    }

    void depthwiseKernelsEqualLibTorch_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("kernel");
        QTest::addColumn<int>("stride");
        for (const int channels : {3, 16, 40, 96}) {
            for (const int kernel : {3, 5}) {
                for (const int stride : {1, 2}) {
                    QTest::addRow("%d channels, %dx%d, stride %d", channels, kernel, kernel, stride)
                        << channels << kernel << stride;
                }
            }
        }
    }
    void depthwiseKernelsEqualLibTorch()
    {
        QFETCH(int, channels);
        QFETCH(int, kernel);
        QFETCH(int, stride);
        for (const auto &[height, width] : {std::pair{2, 4}, {8, 6}, {12, 20}}) {
            const at::Tensor x = at::randn({1, height, width, channels});
            const at::Tensor weights = at::randn({kernel, kernel, channels});
            const at::Tensor bias = at::randn({channels});
            const at::Tensor y = at::empty({1, height / stride, width / stride, channels});
            DepthwiseProduct product;
            product.height = height;
            product.width = width;
            product.channels = channels;
            product.kernel = kernel;
            product.stride = stride;
            product.outHeight = height / stride;
            product.outWidth = width / stride;
            product.padTop = std::max((product.outHeight - 1) * stride + kernel - height, 0L) / 2;
            product.padLeft = std::max((product.outWidth - 1) * stride + kernel - width, 0L) / 2;
            product.x = x.data_ptr<float>();
            product.weights = weights.data_ptr<float>();
            product.bias = bias.data_ptr<float>();
            product.y = y.data_ptr<float>();
            denseKernels().depthwise(product);
            const at::Tensor expected =
                (sameConvolution(x.permute({0, 3, 1, 2}), weights.permute({2, 0, 1}).unsqueeze(1), stride, channels) +
                 bias.view({1, channels, 1, 1}))
                    .clamp(0, 6);
            QVERIFY(at::allclose(y.permute({0, 3, 1, 2}), expected, 1e-4, 1e-5));
        }
    }

    void packedMatricesMultiply_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("outputs");
        for (const int rows : {1, 3, 7, 8, 29}) {
            for (const int outputs : {1, 16, 24, 40, 47, 48, 100}) {
                QTest::addRow("%d rows, %d outputs", rows, outputs) << rows << outputs;
            }
        }
    }
    void packedMatricesMultiply()
    {
        QFETCH(int, rows);
        QFETCH(int, outputs);
        const at::Tensor x = at::randn({rows, 19});
        const at::Tensor weight = at::randn({outputs, 19});
        const at::Tensor bias = at::randn({outputs});
        const at::Tensor residual = at::randn({rows, outputs});
        const PackedMatrix matrix(weight, bias);
        const at::Tensor y = at::empty({rows, outputs});
        matrix.multiply(x.data_ptr<float>(), rows, y.data_ptr<float>());
        QVERIFY(at::allclose(y, at::linear(x, weight, bias), 1e-4, 1e-5));
        matrix.multiply(x.data_ptr<float>(), rows, y.data_ptr<float>(),
                        {.activation = Activation::Relu6, .residual = residual.data_ptr<float>()});
        QVERIFY(at::allclose(y, (at::linear(x, weight, bias) + residual).clamp(0, 6), 1e-4, 1e-5));
    }

    void otherPicturesAreRefused_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("side");
        QTest::addColumn<bool>("bytes");
        QTest::newRow("grey") << 1 << 64 << true;
        QTest::newRow("no multiple of 32") << 3 << 65 << true;
        QTest::newRow("empty") << 3 << 0 << true;
        QTest::newRow("floats") << 3 << 64 << false;
    }
    void otherPicturesAreRefused()
    {
        QFETCH(int, channels);
        QFETCH(int, side);
        QFETCH(bool, bytes);
        const at::Tensor pictures = at::zeros({1, channels, side, side}, bytes ? at::kByte : at::kFloat);
        QVERIFY_EXCEPTION_THROWN(random().forward(pictures), Error);
    }

    void otherFilesAreRefused()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("weights.pth").toStdString();
        QVERIFY_EXCEPTION_THROWN(loadImageEncoder(file), Error);
        writeFileAtomically(file, std::string("not a zip"));
        QVERIFY_EXCEPTION_THROWN(loadImageEncoder(file), Error);
    }

private:
    static EfficientNetLite random()
    {
        RandomWeights weights(1);
        return EfficientNetLite(weights);
    }
};

QTEST_GUILESS_MAIN(TestImageEncoder)
#include "tst_image_encoder.moc"
