#include "pictures/picture_measures.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas::pictures {
namespace {

constexpr int kSide = 256;
constexpr int kEdgeSide = 64;

using Histogram = std::array<double, 256>;

cv::Mat atMost(const cv::Mat &picture, int side)
{
    const int longer = std::max(picture.cols, picture.rows);
    if (longer <= side) {
        return picture;
    }
    const double scale = static_cast<double>(side) / longer;
    const cv::Size size(std::max(1, cvRound(picture.cols * scale)), std::max(1, cvRound(picture.rows * scale)));
    cv::Mat small;
    cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

/// The value under which that share of the counts lies.
int percentile(const Histogram &histogram, double share)
{
    double total = 0;
    for (const double count : histogram) {
        total += count;
    }
    double below = 0;
    for (std::size_t value = 0; value < histogram.size(); ++value) {
        below += histogram[value];
        if (below >= share * total) {
            return static_cast<int>(value);
        }
    }
    return 255;
}

Histogram brightnessOf(const cv::Mat &rgb)
{
    constexpr double kRed = 0.241, kGreen = 0.691, kBlue = 0.068;
    Histogram histogram{};
    for (int y = 0; y < rgb.rows; ++y) {
        const auto *row = rgb.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgb.cols; ++x) {
            const double red = row[x][0], green = row[x][1], blue = row[x][2];
            const double bright = std::sqrt(kRed * red * red + kGreen * green * green + kBlue * blue * blue);
            histogram[static_cast<std::size_t>(std::min(255.0, std::round(bright)))] += 1;
        }
    }
    return histogram;
}

Histogram greyValuesOf(const cv::Mat &grey)
{
    Histogram histogram{};
    for (int y = 0; y < grey.rows; ++y) {
        const auto *row = grey.ptr<std::uint8_t>(y);
        for (int x = 0; x < grey.cols; ++x) {
            histogram[row[x]] += 1;
        }
    }
    return histogram;
}

/// In bits.
double entropyOf(const Histogram &histogram, double total)
{
    double entropy = 0;
    for (const double count : histogram) {
        if (count > 0) {
            entropy -= count / total * std::log2(count / total);
        }
    }
    return entropy;
}

double deviationOf(const Histogram &values)
{
    double sum = 0, squares = 0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    const double mean = sum / values.size();
    return std::sqrt(std::max(0.0, squares / values.size() - mean * mean));
}

double sharpnessOf(const cv::Mat &rgb)
{
    constexpr double kScale = 0.01, kLeastSpread = 0.18;
    const cv::Matx33f findEdges(-1, -1, -1, -1, 8, -1, -1, -1, -1);
    cv::Mat grey, edges;
    cv::cvtColor(atMost(rgb, kEdgeSide), grey, cv::COLOR_RGB2GRAY);
    cv::filter2D(grey, edges, CV_8U, findEdges, cv::Point(-1, -1), 0, cv::BORDER_REPLICATE);
    cv::Scalar mean, deviation;
    cv::meanStdDev(edges, mean, deviation);
    const double byEdges = 1 - std::exp(-kScale * deviation[0]);
    const double bySpread = 1 - std::exp(-kScale * deviationOf(greyValuesOf(grey)));
    return std::min(1.0, byEdges + (bySpread > kLeastSpread ? bySpread : 0));
}

}  // namespace

PictureMeasures measure(const cv::Mat &rgb)
{
    constexpr double kBright = 0.99, kDim = 0.05, kBits = 0.1;
    const cv::Mat small = atMost(rgb, kSide);
    cv::Mat grey;
    cv::cvtColor(small, grey, cv::COLOR_RGB2GRAY);
    const Histogram bright = brightnessOf(small);
    return {.dark = percentile(bright, kBright) / 255.0,
            .light = 1 - percentile(bright, kDim) / 255.0,
            .information = std::min(1.0, kBits * entropyOf(greyValuesOf(grey), static_cast<double>(grey.total()))),
            .sharpness = sharpnessOf(rgb),
            .sketch = sketchOf(rgb)};
}

}  // namespace atlas::pictures
