#include "engine/backbone/picture_decoder.h"

#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "pictures/picture_decoder.h"

#include <ATen/Functions.h>

#include <cstring>
#include <span>
#include <string>

namespace atlas::engine {
namespace {

Sentence reason(const pictures::DecodedPicture &picture)
{
    switch (picture.fault) {
    case pictures::Fault::Empty: return say(QT_TRANSLATE_NOOP("Sentence", "the file is empty"));
    case pictures::Fault::NotAPicture: return say(QT_TRANSLATE_NOOP("Sentence", "it is of no known format"));
    case pictures::Fault::TooLarge:
        return say(QT_TRANSLATE_NOOP("Sentence", "it has more than 100 million pixels or 200 MB"));
    default: return say(QT_TRANSLATE_NOOP("Sentence", "it is damaged (%1)"), picture.why);
    }
}

}  // namespace

at::Tensor decodePicture(const std::filesystem::path &file)
{
    return decodePictureBytes(readFile(file, pictures::kMostPictureBytes), file);
}

at::Tensor decodePictureBytes(const std::string &bytes, const std::filesystem::path &name)
{
    const pictures::DecodedPicture picture = pictures::decodePicture(std::as_bytes(std::span(bytes)));
    if (picture.fault != pictures::Fault::None) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The picture %1 cannot be read: %2."), name.string(), reason(picture)),
            say(QT_TRANSLATE_NOOP(
                "Sentence", "Open it in another program and save it again as PNG or JPEG, or remove the sample.")));
    }
    const cv::Mat &rgb = picture.rgb;
    at::Tensor tensor = at::empty({rgb.rows, rgb.cols, 3}, at::kByte);
    std::memcpy(tensor.data_ptr(), rgb.data, rgb.total() * rgb.elemSize());
    return tensor;
}

}  // namespace atlas::engine
