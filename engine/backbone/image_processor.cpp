#include "engine/backbone/image_processor.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "engine/backbone/bicubic.h"
#include "engine/backbone/picture_decoder.h"

#include <ATen/Functions.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace atlas::engine {
namespace {

constexpr std::uintmax_t kConfigLimit = 1u << 20;
constexpr int kPillowBicubic = 3;
constexpr double kLongestToShortest = 1333.0 / 800.0;

[[noreturn]] void throwBadConfig(const std::filesystem::path &file, const Sentence &why)
{
    throw Error(
        ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "%1: %2."), file.string(), why),
        say(QT_TRANSLATE_NOOP("Sentence", "Use the preprocessor_config.json that belongs to this ViLT folder.")));
}

std::array<float, 3> threeNumbers(const nlohmann::json &config, const char *key)
{
    return config.contains(key) ? config[key].get<std::array<float, 3>>() : std::array<float, 3>{0.5F, 0.5F, 0.5F};
}

ImageProcessorConfig parseConfig(const nlohmann::json &json, const std::filesystem::path &file)
{
    for (const char *step : {"do_resize", "do_normalize", "do_rescale"}) {
        if (!json.value(step, true)) {
            throwBadConfig(file, say(QT_TRANSLATE_NOOP("Sentence", "expected %1 true, but it is false"), step));
        }
    }
    if (const int filter = json.value("resample", kPillowBicubic); filter != kPillowBicubic) {
        throwBadConfig(file, say(QT_TRANSLATE_NOOP("Sentence", "expected resample 3 (bicubic), but it is %1"), filter));
    }
    ImageProcessorConfig config;
    if (json.contains("size")) {
        const auto &size = json["size"];
        config.shortestEdge = size.is_object() ? size.at("shortest_edge").get<int>() : size.get<int>();
    }
    config.divisor = json.value("size_divisor", config.divisor);
    config.mean = threeNumbers(json, "image_mean");
    config.std = threeNumbers(json, "image_std");
    constexpr int kLargestEdge = 4096;
    if (config.divisor < 1 || config.shortestEdge < config.divisor || config.shortestEdge > kLargestEdge) {
        throwBadConfig(
            file, say(QT_TRANSLATE_NOOP("Sentence",
                                        "expected 1 <= size_divisor <= shortest edge <= %1, but they are %2 and %3"),
                      kLargestEdge, config.divisor, config.shortestEdge));
    }
    if (std::any_of(config.std.begin(), config.std.end(), [](float value) { return !(value > 0); })) {
        throwBadConfig(file, say(QT_TRANSLATE_NOOP("Sentence", "expected image_std above 0")));
    }
    return config;
}

/// (height, width) before the sides are checked: either may be 0.
std::pair<int, int> ruledSize(int height, int width, const ImageProcessorConfig &config)
{
    const int longest = static_cast<int>(kLongestToShortest * config.shortestEdge);
    const double scale = static_cast<double>(config.shortestEdge) / std::min(height, width);
    double newHeight = height < width ? config.shortestEdge : scale * height;
    double newWidth = height < width ? scale * width : config.shortestEdge;
    if (const double longer = std::max(newHeight, newWidth); longer > longest) {
        const double shrink = longest / longer;
        newHeight *= shrink;
        newWidth *= shrink;
    }
    const auto floored = [&config](double side) {
        return static_cast<int>(side + 0.5) / config.divisor * config.divisor;
    };
    return {floored(newHeight), floored(newWidth)};
}

}  // namespace

ImageProcessorConfig ImageProcessor::configFromJson(const std::filesystem::path &preprocessorConfig)
{
    try {
        return parseConfig(nlohmann::json::parse(readFile(preprocessorConfig, kConfigLimit)), preprocessorConfig);
    } catch (const nlohmann::json::exception &error) {
        throwBadConfig(preprocessorConfig,
                       say(QT_TRANSLATE_NOOP("Sentence", "it cannot be understood: %1"), error.what()));
    }
}

std::optional<std::pair<int, int>> ImageProcessor::targetSize(int height, int width) const
{
    const auto size = ruledSize(height, width, m_config);
    return size.first > 0 && size.second > 0 ? std::optional(size) : std::nullopt;
}

std::pair<int, int> ImageProcessor::clampedSize(int height, int width) const
{
    const auto [ruledHeight, ruledWidth] = ruledSize(height, width, m_config);
    return {std::max(ruledHeight, m_config.divisor), std::max(ruledWidth, m_config.divisor)};
}

at::Tensor ImageProcessor::prepare(const std::filesystem::path &image) const
{
    return resize(decodePicture(image));
}

at::Tensor ImageProcessor::resize(const at::Tensor &hwc) const
{
    const auto [height, width] = clampedSize(static_cast<int>(hwc.size(0)), static_cast<int>(hwc.size(1)));
    return resizeBicubic(hwc, height, width).permute({2, 0, 1}).contiguous();
}

at::Tensor ImageProcessor::normalize(const at::Tensor &u8) const
{
    const auto column = [&u8](const std::array<float, 3> &values) {
        return at::tensor(at::ArrayRef<float>(values), at::kFloat).view({3, 1, 1}).to(u8.device());
    };
    return u8.to(at::kFloat).div(255.0).sub(column(m_config.mean)).div(column(m_config.std));
}

}  // namespace atlas::engine
