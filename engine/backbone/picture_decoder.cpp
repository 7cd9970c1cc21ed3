#include "engine/backbone/picture_decoder.h"

#include "core/error.h"
#include "core/files.h"

#include <ATen/Functions.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <string>

namespace atlas::engine {
namespace {

constexpr std::uintmax_t kFileLimit = 512u << 20;

[[noreturn]] void throwUnreadable(const std::filesystem::path &file, const std::string &why)
{
    throw Error(ErrorCode::BadInput, "The picture " + file.string() + " cannot be read: " + why + ".",
                "Open it in another program and save it again as PNG or JPEG, or remove the sample.");
}

/// JPEG knows no transparency, so it need not be asked for; every other format may hold it.
bool mayBeTransparent(const std::string &bytes)
{
    return bytes.compare(0, 2, "\xFF\xD8") != 0;
}

cv::Mat toEightBits(const cv::Mat &picture, const std::filesystem::path &file)
{
    if (picture.depth() == CV_8U) {
        return picture;
    }
    if (picture.depth() != CV_16U) {
        throwUnreadable(file, "its channels are neither 8 nor 16 bits wide");
    }
    cv::Mat result;
    picture.convertTo(result, CV_8U, 255.0 / 65535.0);
    return result;
}

/// BGRA over white, rounded.
cv::Mat onWhite(const cv::Mat &bgra)
{
    cv::Mat result(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto *in = bgra.ptr<cv::Vec4b>(y);
        auto *out = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            const int alpha = in[x][3];
            for (int c = 0; c < 3; ++c) {
                out[x][c] = static_cast<std::uint8_t>((in[x][c] * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
    }
    return result;
}

cv::Mat decodeBgr(const std::string &bytes, const std::filesystem::path &file)
{
    const cv::Mat buffer(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char *>(bytes.data()));
    if (mayBeTransparent(bytes)) {
        const cv::Mat raw = cv::imdecode(buffer, cv::IMREAD_UNCHANGED);
        if (raw.channels() == 4) {
            return onWhite(toEightBits(raw, file));
        }
    }
    return toEightBits(cv::imdecode(buffer, cv::IMREAD_COLOR | cv::IMREAD_ANYDEPTH), file);
}

}  // namespace

at::Tensor decodePicture(const std::filesystem::path &file)
{
    return decodePictureBytes(readFile(file, kFileLimit), file);
}

at::Tensor decodePictureBytes(const std::string &bytes, const std::filesystem::path &name)
{
    if (bytes.empty()) {
        throwUnreadable(name, "the file is empty");
    }
    try {
        const cv::Mat bgr = decodeBgr(bytes, name);
        if (bgr.empty()) {
            throwUnreadable(name, "it is damaged or of an unknown format");
        }
        at::Tensor rgb = at::empty({bgr.rows, bgr.cols, 3}, at::kByte);
        cv::Mat target(bgr.rows, bgr.cols, CV_8UC3, rgb.data_ptr());
        cv::cvtColor(bgr, target, cv::COLOR_BGR2RGB);
        return rgb;
    } catch (const cv::Exception &error) {
        throwUnreadable(name, error.what());
    }
}

}  // namespace atlas::engine
