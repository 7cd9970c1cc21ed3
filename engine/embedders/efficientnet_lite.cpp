#include "engine/embedders/efficientnet_lite.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <algorithm>
#include <array>

namespace atlas::engine {
namespace {

constexpr double kBatchNormEps = 1e-3;
constexpr std::int64_t kColours = 3;
constexpr std::int64_t kStemChannels = 32;
constexpr std::int64_t kStemKernel = 3;
constexpr std::int64_t kStemStride = 2;
constexpr std::int64_t kHeadChannels = 1280;
constexpr std::int64_t kLargestStride = 32;
constexpr float kPixelMean = 127.0F;
constexpr float kPixelScale = 128.0F;
/// Expanded activations of a group of pictures: what stays in a core's own cache between expansion and projection.
constexpr std::int64_t kGroupFloats = 1 << 18;

struct Stage {
    int kernel;
    int stride;  ///< of its first block
    int expansion;
    int channels;
    int blocks;
};
constexpr std::array kStages{Stage{3, 1, 1, 16, 1}, Stage{3, 2, 6, 24, 2},  Stage{5, 2, 6, 40, 2},
                             Stage{3, 2, 6, 80, 3}, Stage{5, 1, 6, 112, 3}, Stage{5, 2, 6, 192, 4},
                             Stage{3, 1, 6, 320, 1}};

/// A convolution with the BatchNorm after it.
struct NormedConvolution {
    at::Tensor weight;
    at::Tensor bias;
};

/// Formula: w' = w s, b' = beta - mean s with s = gamma / sqrt(var + eps), in double.
NormedConvolution fold(WeightSource &source, const std::string &convolution, const std::string &norm,
                       at::IntArrayRef shape)
{
    const std::int64_t outputs = shape[0];
    const at::Tensor weight = source.take(convolution + ".weight", shape, Init::Normal).to(at::kDouble);
    const at::Tensor gamma = source.take(norm + ".weight", {outputs}, Init::Ones).to(at::kDouble);
    const at::Tensor beta = source.take(norm + ".bias", {outputs}, Init::Zeros).to(at::kDouble);
    const at::Tensor mean = source.take(norm + ".running_mean", {outputs}, Init::Zeros).to(at::kDouble);
    const at::Tensor variance = source.take(norm + ".running_var", {outputs}, Init::Ones).to(at::kDouble);
    const at::Tensor scale = gamma / (variance + kBatchNormEps).sqrt();
    return {(weight * scale.view({outputs, 1, 1, 1})).to(at::kFloat), (beta - mean * scale).to(at::kFloat)};
}

struct BlockShape {
    std::string name;
    std::int64_t inputs;
    std::int64_t expanded;
    std::int64_t outputs;
    int kernel;
    int stride;

    bool hasExpansion() const { return expanded != inputs; }
    bool hasResidual() const { return stride == 1 && inputs == outputs; }
};

std::vector<BlockShape> blockShapes()
{
    std::vector<BlockShape> shapes;
    std::int64_t inputs = kStemChannels;
    for (const Stage &stage : kStages) {
        for (int i = 0; i < stage.blocks; ++i) {
            shapes.push_back({"_blocks." + std::to_string(shapes.size()) + ".", inputs, inputs * stage.expansion,
                              stage.channels, stage.kernel, i == 0 ? stage.stride : 1});
            inputs = stage.channels;
        }
    }
    return shapes;
}

NormedConvolution takeExpand(WeightSource &source, const BlockShape &shape)
{
    return fold(source, shape.name + "_expand_conv", shape.name + "_bn0", {shape.expanded, shape.inputs, 1, 1});
}

NormedConvolution takeDepthwise(WeightSource &source, const BlockShape &shape)
{
    return fold(source, shape.name + "_depthwise_conv", shape.name + "_bn1",
                {shape.expanded, 1, shape.kernel, shape.kernel});
}

NormedConvolution takeProject(WeightSource &source, const BlockShape &shape)
{
    return fold(source, shape.name + "_project_conv", shape.name + "_bn2", {shape.outputs, shape.expanded, 1, 1});
}

NormedConvolution takeStem(WeightSource &source)
{
    return fold(source, "_conv_stem", "_bn0", {kStemChannels, kColours, kStemKernel, kStemKernel});
}

NormedConvolution takeHead(WeightSource &source)
{
    return fold(source, "_conv_head", "_bn1", {kHeadChannels, kStages.back().channels, 1, 1});
}

PackedMatrix pack(const NormedConvolution &convolution)
{
    return {convolution.weight.flatten(1), convolution.bias};
}

std::vector<float> numbers(const at::Tensor &tensor)
{
    const at::Tensor dense = tensor.contiguous();
    const float *first = dense.data_ptr<float>();
    return {first, first + dense.numel()};
}

/// What SAME padding adds above (and to the left) of a side.
std::int64_t paddingBefore(std::int64_t side, std::int64_t kernel, std::int64_t stride)
{
    const std::int64_t outputs = (side + stride - 1) / stride;
    return std::max<std::int64_t>((outputs - 1) * stride + kernel - side, 0) / 2;
}

/// The stem's windows of one picture as rows of (row, column, colour); what lies outside stays 0.
/// Shapes: picture (3, H, W) -> rows (H/2 * W/2, 27).
void gatherWindows(const std::uint8_t *picture, std::int64_t height, std::int64_t width, float *rows)
{
    constexpr std::int64_t kWindow = kStemKernel * kStemKernel * kColours;
    const std::int64_t padTop = paddingBefore(height, kStemKernel, kStemStride);
    const std::int64_t padLeft = paddingBefore(width, kStemKernel, kStemStride);
    for (std::int64_t outY = 0; outY < height / kStemStride; ++outY) {
        for (std::int64_t outX = 0; outX < width / kStemStride; ++outX, rows += kWindow) {
            for (std::int64_t tap = 0; tap < kStemKernel * kStemKernel; ++tap) {
                const std::int64_t y = outY * kStemStride - padTop + tap / kStemKernel;
                const std::int64_t x = outX * kStemStride - padLeft + tap % kStemKernel;
                const bool inside = y >= 0 && y < height && x >= 0 && x < width;
                for (std::int64_t colour = 0; colour < kColours; ++colour) {
                    const std::uint8_t *plane = picture + colour * height * width;
                    rows[tap * kColours + colour] =
                        inside ? (static_cast<float>(plane[y * width + x]) - kPixelMean) / kPixelScale : 0.0F;
                }
            }
        }
    }
}

at::Tensor channelsFirst(const at::Tensor &values)
{
    return values.permute({0, 3, 1, 2}).contiguous();
}

std::string shapeText(const at::Tensor &pictures)
{
    std::string text = pictures.defined() ? c10::toString(pictures.scalar_type()) : "nothing";
    if (pictures.defined()) {
        for (const std::int64_t side : pictures.sizes()) {
            text += " " + std::to_string(side);
        }
    }
    return text;
}

void requirePictures(const at::Tensor &pictures)
{
    if (!pictures.defined() || pictures.scalar_type() != at::kByte || pictures.dim() != 4 ||
        pictures.size(1) != kColours || pictures.size(2) <= 0 || pictures.size(3) <= 0 ||
        pictures.size(2) % kLargestStride != 0 || pictures.size(3) % kLargestStride != 0) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP(
                            "Sentence", "Expected pictures as bytes (B, 3, H, W) with H and W multiples of 32, is %1."),
                        shapeText(pictures)));
    }
}

}  // namespace

EfficientNetLite::EfficientNetLite(WeightSource &source)
    : m_stem(stemOf(source)), m_blocks(blocksOf(source)), m_head(headOf(source))
{
}

PackedMatrix EfficientNetLite::stemOf(WeightSource &source)
{
    const NormedConvolution stem = takeStem(source);
    return pack({stem.weight.permute({0, 2, 3, 1}), stem.bias});
}

PackedMatrix EfficientNetLite::headOf(WeightSource &source)
{
    return pack(takeHead(source));
}

std::vector<EfficientNetLite::Block> EfficientNetLite::blocksOf(WeightSource &source)
{
    std::vector<Block> blocks;
    for (const BlockShape &shape : blockShapes()) {
        std::optional<PackedMatrix> expand;
        if (shape.hasExpansion()) {
            expand = pack(takeExpand(source, shape));
        }
        const NormedConvolution depthwise = takeDepthwise(source, shape);
        blocks.push_back({std::move(expand),
                          {shape.kernel, shape.stride, numbers(depthwise.weight.squeeze(1).permute({1, 2, 0})),
                           numbers(depthwise.bias)},
                          pack(takeProject(source, shape)),
                          shape.hasResidual()});
    }
    return blocks;
}

void EfficientNetLite::askFor(WeightSource &source)
{
    takeStem(source);
    for (const BlockShape &shape : blockShapes()) {
        if (shape.hasExpansion()) {
            takeExpand(source, shape);
        }
        takeDepthwise(source, shape);
        takeProject(source, shape);
    }
    takeHead(source);
}

EfficientNetLite::FeatureMap EfficientNetLite::stem(const at::Tensor &pictures) const
{
    const at::Tensor bytes = pictures.contiguous();
    const std::int64_t height = bytes.size(2);
    const std::int64_t width = bytes.size(3);
    FeatureMap out{height / kStemStride, width / kStemStride, m_stem.outputs(), {}};
    out.values = at::empty({bytes.size(0), out.height, out.width, out.channels});
    const std::int64_t pixels = out.height * out.width;
    std::vector<float> windows(static_cast<std::size_t>(pixels * m_stem.inputs()));
    for (std::int64_t i = 0; i < bytes.size(0); ++i) {
        gatherWindows(bytes.data_ptr<std::uint8_t>() + i * kColours * height * width, height, width, windows.data());
        m_stem.multiply(windows.data(), pixels, out.values.data_ptr<float>() + i * pixels * out.channels,
                        {.activation = Activation::Relu6});
    }
    return out;
}

EfficientNetLite::FeatureMap EfficientNetLite::apply(const Block &block, const FeatureMap &x)
{
    const std::int64_t batch = x.values.size(0);
    const std::int64_t expanded = block.project.inputs();
    DepthwiseProduct product;
    product.height = x.height;
    product.width = x.width;
    product.channels = expanded;
    product.kernel = block.depthwise.kernel;
    product.stride = block.depthwise.stride;
    product.padTop = paddingBefore(x.height, product.kernel, product.stride);
    product.padLeft = paddingBefore(x.width, product.kernel, product.stride);
    product.outHeight = x.height / product.stride;
    product.outWidth = x.width / product.stride;
    product.weights = block.depthwise.weights.data();
    product.bias = block.depthwise.bias.data();

    FeatureMap out{product.outHeight, product.outWidth, block.project.outputs(), {}};
    out.values = at::empty({batch, out.height, out.width, out.channels});
    const std::int64_t pixels = x.height * x.width;
    const std::int64_t outPixels = out.height * out.width;
    const std::int64_t group = std::clamp<std::int64_t>(kGroupFloats / (pixels * expanded), 1, batch);
    const at::Tensor wide = at::empty({block.expand ? group * pixels * expanded : 0});
    const at::Tensor filtered = at::empty({group * outPixels * expanded});
    for (std::int64_t first = 0; first < batch; first += group) {
        const std::int64_t count = std::min(group, batch - first);
        const float *in = x.values.data_ptr<float>() + first * pixels * x.channels;
        const float *source = in;
        if (block.expand) {
            block.expand->multiply(in, count * pixels, wide.data_ptr<float>(), {.activation = Activation::Relu6});
            source = wide.data_ptr<float>();
        }
        for (std::int64_t i = 0; i < count; ++i) {
            product.x = source + i * pixels * expanded;
            product.y = filtered.data_ptr<float>() + i * outPixels * expanded;
            denseKernels().depthwise(product);
        }
        block.project.multiply(filtered.data_ptr<float>(), count * outPixels,
                               out.values.data_ptr<float>() + first * outPixels * out.channels,
                               {.residual = block.residual ? in : nullptr});
    }
    return out;
}

at::Tensor EfficientNetLite::pooledHead(const FeatureMap &x) const
{
    const std::int64_t batch = x.values.size(0);
    const std::int64_t pixels = x.height * x.width;
    const at::Tensor cells = at::empty({batch, pixels, m_head.outputs()});
    m_head.multiply(x.values.data_ptr<float>(), batch * pixels, cells.data_ptr<float>(),
                    {.activation = Activation::Relu6});
    return cells.mean(1);
}

ImageEncoder::Maps EfficientNetLite::forward(const at::Tensor &pictures) const
{
    const at::NoGradGuard noGradients;
    requirePictures(pictures);
    Maps maps;
    FeatureMap x = stem(pictures);
    std::size_t block = 0;
    for (const Stage &stage : kStages) {
        for (int i = 0; i < stage.blocks; ++i) {
            x = apply(m_blocks[block++], x);
        }
        switch (stage.channels) {
        case 24: maps.stride4 = channelsFirst(x.values); break;
        case 40: maps.stride8 = channelsFirst(x.values); break;
        case 112: maps.stride16 = channelsFirst(x.values); break;
        case 320: maps.stride32 = channelsFirst(x.values); break;
        default: break;
        }
    }
    maps.pooled = pooledHead(x);
    return maps;
}

std::string EfficientNetLite::describe() const
{
    return "EfficientNet-Lite0, " + std::to_string(m_blocks.size()) + " blocks, ImageNet weights, fp32";
}

}  // namespace atlas::engine
