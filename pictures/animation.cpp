#include "pictures/animation.h"

#include <opencv2/imgproc.hpp>

#include <gif_lib.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace atlas::pictures {
namespace {

struct CloseGif {
    void operator()(GifFileType *gif) const { DGifCloseFile(gif, nullptr); }
};
struct CloseAnimation {
    void operator()(WebPAnimDecoder *decoder) const { WebPAnimDecoderDelete(decoder); }
};

int readFrom(GifFileType *gif, GifByteType *into, int count)
{
    auto &left = *static_cast<std::span<const std::byte> *>(gif->UserData);
    const std::size_t taken = std::min(left.size(), static_cast<std::size_t>(count));
    std::memcpy(into, left.data(), taken);
    left = left.subspan(taken);
    return static_cast<int>(taken);
}

/// In which order the rows of an interlaced frame come: every eighth, the ones between, and so on.
std::vector<int> rowOrder(int height, bool interlaced)
{
    std::vector<int> order;
    if (!interlaced) {
        for (int row = 0; row < height; ++row) {
            order.push_back(row);
        }
        return order;
    }
    for (const auto &[first, step] : {std::pair{0, 8}, {4, 8}, {2, 4}, {1, 2}}) {
        for (int row = first; row < height; row += step) {
            order.push_back(row);
        }
    }
    return order;
}

/// The colour that stands for "nothing here", or -1.
int transparentColour(const GifByteType *extension)
{
    GraphicsControlBlock control{};
    return extension != nullptr && DGifExtensionToGCB(extension[0], extension + 1, &control) == GIF_OK
               ? control.TransparentColor
               : NO_TRANSPARENT_COLOR;
}

bool readExtension(GifFileType *gif, int &transparent)
{
    int code = 0;
    GifByteType *block = nullptr;
    if (DGifGetExtension(gif, &code, &block) == GIF_ERROR) {
        return false;
    }
    if (code == GRAPHICS_EXT_FUNC_CODE) {
        transparent = transparentColour(block);
    }
    while (block != nullptr) {
        if (DGifGetExtensionNext(gif, &block) == GIF_ERROR) {
            return false;
        }
    }
    return true;
}

/// Draws the frame that begins onto the canvas.
bool drawFrame(GifFileType *gif, int transparent, cv::Mat &canvas)
{
    if (DGifGetImageDesc(gif) == GIF_ERROR) {
        return false;
    }
    const GifImageDesc &frame = gif->Image;
    const ColorMapObject *colours = frame.ColorMap != nullptr ? frame.ColorMap : gif->SColorMap;
    if (colours == nullptr || frame.Width <= 0 || frame.Height <= 0 || frame.Width > canvas.cols ||
        (frame.Interlace && frame.Height > canvas.rows)) {
        return false;
    }
    std::vector<GifPixelType> line(static_cast<std::size_t>(frame.Width));
    for (const int row : rowOrder(frame.Height, frame.Interlace)) {
        const int y = frame.Top + row;
        if (!frame.Interlace && y >= canvas.rows) {
            break;  // what follows is not seen, and a few bytes make billions of it
        }
        if (DGifGetLine(gif, line.data(), frame.Width) == GIF_ERROR) {
            return false;
        }
        for (int column = 0; column < frame.Width && y >= 0 && y < canvas.rows; ++column) {
            const int x = frame.Left + column;
            const int index = line[static_cast<std::size_t>(column)];
            if (x >= 0 && x < canvas.cols && index != transparent && index < colours->ColorCount) {
                const GifColorType &colour = colours->Colors[index];
                canvas.at<cv::Vec4b>(y, x) = {colour.Blue, colour.Green, colour.Red, 255};
            }
        }
    }
    return true;
}

}  // namespace

FirstFrame firstGifFrame(std::span<const std::byte> bytes)
{
    int fault = 0;
    const std::unique_ptr<GifFileType, CloseGif> gif(DGifOpen(&bytes, readFrom, &fault));
    FirstFrame first;
    if (!gif || gif->SWidth <= 0 || gif->SHeight <= 0) {
        return first;
    }
    int transparent = NO_TRANSPARENT_COLOR;
    for (GifRecordType record = UNDEFINED_RECORD_TYPE; record != TERMINATE_RECORD_TYPE;) {
        if (DGifGetRecordType(gif.get(), &record) == GIF_ERROR) {
            return first;  // the frame that is there stands, what follows is cut off
        }
        if (record == IMAGE_DESC_RECORD_TYPE && !first.pixels.empty()) {
            first.more = true;
            return first;
        }
        if (record == IMAGE_DESC_RECORD_TYPE) {
            cv::Mat canvas = cv::Mat::zeros(gif->SHeight, gif->SWidth, CV_8UC4);
            if (!drawFrame(gif.get(), transparent, canvas)) {
                return first;
            }
            first.pixels = canvas;
        } else if (record == EXTENSION_RECORD_TYPE && !readExtension(gif.get(), transparent)) {
            return first;
        }
    }
    return first;
}

FirstFrame firstWebpFrame(std::span<const std::byte> bytes)
{
    WebPAnimDecoderOptions options{};
    FirstFrame first;
    if (WebPAnimDecoderOptionsInit(&options) == 0) {
        return first;
    }
    options.color_mode = MODE_BGRA;
    const WebPData data{reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()};
    const std::unique_ptr<WebPAnimDecoder, CloseAnimation> decoder(WebPAnimDecoderNew(&data, &options));
    WebPAnimInfo info{};
    std::uint8_t *pixels = nullptr;
    int time = 0;
    if (!decoder || WebPAnimDecoderGetInfo(decoder.get(), &info) == 0 ||
        WebPAnimDecoderGetNext(decoder.get(), &pixels, &time) == 0) {
        return first;
    }
    first.more = info.frame_count > 1;
    first.pixels =
        cv::Mat(static_cast<int>(info.canvas_height), static_cast<int>(info.canvas_width), CV_8UC4, pixels).clone();
    return first;
}

}  // namespace atlas::pictures
