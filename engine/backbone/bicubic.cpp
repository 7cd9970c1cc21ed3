#include "engine/backbone/bicubic.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace atlas::engine {
namespace {

constexpr int kPrecisionBits = 22;
constexpr double kKernelRadius = 2.0;

double cubicKernel(double x)
{
    constexpr double a = -0.5;
    x = std::fabs(x);
    if (x < 1.0) {
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0;
    }
    if (x < 2.0) {
        return (((x - 5.0) * x + 8.0) * x - 4.0) * a;
    }
    return 0.0;
}

/// The input pixels that one output pixel is made of.
struct Taps {
    int first = 0;
    std::vector<std::int32_t> weights;  ///< fixed point, kPrecisionBits
};

std::vector<Taps> tapsFor(int inputSize, int outputSize)
{
    const double scale = static_cast<double>(inputSize) / outputSize;
    const double widening = std::max(scale, 1.0);
    const double radius = kKernelRadius * widening;
    const double step = 1.0 / widening;

    std::vector<Taps> all(static_cast<std::size_t>(outputSize));
    std::vector<double> real;
    for (int out = 0; out < outputSize; ++out) {
        const double centre = (out + 0.5) * scale;
        const int first = std::max(static_cast<int>(centre - radius + 0.5), 0);
        const int last = std::min(static_cast<int>(centre + radius + 0.5), inputSize);
        real.clear();
        double sum = 0.0;
        for (int in = first; in < last; ++in) {
            real.push_back(cubicKernel((in - centre + 0.5) * step));
            sum += real.back();
        }
        Taps &taps = all[static_cast<std::size_t>(out)];
        taps.first = first;
        for (double weight : real) {
            weight = (sum != 0.0 ? weight / sum : weight) * (1 << kPrecisionBits);
            taps.weights.push_back(static_cast<std::int32_t>(weight < 0 ? weight - 0.5 : weight + 0.5));
        }
    }
    return all;
}

/// One pass over `lines` independent lines of `inputSize` places; a place holds `inner` values, which share its taps.
void resample(const std::uint8_t *in, std::uint8_t *out, const std::vector<Taps> &taps, std::int64_t lines,
              std::int64_t inputSize, std::int64_t inner)
{
    const auto outputSize = static_cast<std::int64_t>(taps.size());
    std::vector<std::int32_t> sums(static_cast<std::size_t>(inner));
    for (std::int64_t line = 0; line < lines; ++line) {
        const std::uint8_t *source = in + line * inputSize * inner;
        std::uint8_t *target = out + line * outputSize * inner;
        for (const Taps &tap : taps) {
            std::fill(sums.begin(), sums.end(), 1 << (kPrecisionBits - 1));
            const std::uint8_t *pixel = source + tap.first * inner;
            for (const std::int32_t weight : tap.weights) {
                for (std::int64_t i = 0; i < inner; ++i) {
                    sums[static_cast<std::size_t>(i)] += pixel[i] * weight;
                }
                pixel += inner;
            }
            for (const std::int32_t sum : sums) {
                *target++ = static_cast<std::uint8_t>(std::clamp(sum >> kPrecisionBits, 0, 255));
            }
        }
    }
}

at::Tensor resizeWidth(const at::Tensor &image, int width)
{
    if (image.size(1) == width) {
        return image;
    }
    at::Tensor result = at::empty({image.size(0), width, image.size(2)}, image.options());
    resample(image.data_ptr<std::uint8_t>(), result.data_ptr<std::uint8_t>(),
             tapsFor(static_cast<int>(image.size(1)), width), image.size(0), image.size(1), image.size(2));
    return result;
}

/// Seen as one line of rows: every value of a row shares its taps.
at::Tensor resizeHeight(const at::Tensor &image, int height)
{
    if (image.size(0) == height) {
        return image;
    }
    at::Tensor result = at::empty({height, image.size(1), image.size(2)}, image.options());
    resample(image.data_ptr<std::uint8_t>(), result.data_ptr<std::uint8_t>(),
             tapsFor(static_cast<int>(image.size(0)), height), 1, image.size(0), image.size(1) * image.size(2));
    return result;
}

/// When Pillow 13 takes the columns first: where that drops more rows than twice the columns (found by trying).
bool columnsFirst(const at::Tensor &image, int height, int width)
{
    const std::int64_t droppedRows = image.size(0) - height;
    const std::int64_t droppedColumns = image.size(1) - width;
    return droppedRows > 0 && droppedRows > 2 * droppedColumns;
}

}  // namespace

at::Tensor resizeBicubic(const at::Tensor &image, int height, int width)
{
    const at::Tensor whole = image.contiguous();
    if (columnsFirst(whole, height, width)) {
        return resizeWidth(resizeHeight(whole, height), width);
    }
    return resizeHeight(resizeWidth(whole, width), height);
}

}  // namespace atlas::engine
