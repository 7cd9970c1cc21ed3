#include "pictures/picture_sketch.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace atlas::pictures {
namespace {

constexpr int kSide = 32;
constexpr int kWaves = 8;
constexpr int kFields = 4;
constexpr double kFlat = 2;  ///< standard deviation of grey values

std::uint64_t hashOf(const cv::Mat &grey)
{
    cv::Mat values, waves;
    grey.convertTo(values, CV_32F);
    cv::dct(values, waves);
    std::array<float, kWaves * kWaves> slow{};
    for (std::size_t i = 0; i < slow.size(); ++i) {
        slow[i] = waves.at<float>(static_cast<int>(i) / kWaves, static_cast<int>(i) % kWaves);
    }
    std::array<float, kWaves *kWaves> sorted = slow;
    std::ranges::nth_element(sorted, sorted.begin() + sorted.size() / 2);
    const float median = sorted[sorted.size() / 2];
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < slow.size(); ++i) {
        hash |= static_cast<std::uint64_t>(slow[i] > median) << i;
    }
    return hash;
}

}  // namespace

std::optional<PictureSketch> sketchOf(const cv::Mat &rgb)
{
    cv::Mat small, grey;
    cv::resize(rgb, small, cv::Size(kSide, kSide), 0, 0, cv::INTER_AREA);
    cv::cvtColor(small, grey, cv::COLOR_RGB2GRAY);
    cv::Scalar mean, deviation;
    cv::meanStdDev(grey, mean, deviation);
    if (deviation[0] < kFlat) {
        return std::nullopt;
    }
    PictureSketch sketch{.hash = hashOf(grey)};
    cv::Mat fields(kFields, kFields, CV_8UC3, sketch.colours.data());
    cv::resize(small, fields, fields.size(), 0, 0, cv::INTER_AREA);
    return sketch;
}

bool looksLike(const PictureSketch &a, const PictureSketch &b)
{
    if (std::popcount(a.hash ^ b.hash) > kMostBits) {
        return false;
    }
    int apart = 0;
    for (std::size_t i = 0; i < a.colours.size(); ++i) {
        apart += std::abs(int{a.colours[i]} - int{b.colours[i]});
    }
    return apart <= kMostColour * static_cast<double>(a.colours.size());
}

}  // namespace atlas::pictures
