#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "pictures/picture_decoder.h"
#include "pictures/picture_measures.h"
#include "storage/import/picture_check.h"

using namespace atlas;
using atlas::fuzz::promise;

namespace {

void checkDecoded(const pictures::DecodedPicture &picture)
{
    promise(picture.rgb.empty() == (picture.fault != pictures::Fault::None), "a picture is there or a fault");
    if (!picture.rgb.empty()) {
        promise(picture.rgb.type() == CV_8UC3, "what is seen is 8-bit RGB");
        pictures::measure(picture.rgb);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::uint64_t kMostPixels = 1'000'000;  // what is allowed to be large takes long and finds nothing
    constexpr int kSide = 16;
    const fuzz::Input input(data, size);
    const auto header = pictures::readPictureHeader(input.bytes());
    if (!header || header->width > kMostPixels || header->width * header->height > kMostPixels) {
        return 0;
    }
    const pictures::DecodedPicture whole = pictures::decodePicture(input.bytes());
    checkDecoded(whole);
    if (!whole.rgb.empty()) {
        const bool lies = header->orientation >= 5;
        promise(static_cast<std::uint64_t>(lies ? whole.rgb.rows : whole.rgb.cols) == header->width &&
                    static_cast<std::uint64_t>(lies ? whole.rgb.cols : whole.rgb.rows) == header->height,
                "a picture is as large as its header says");
    }
    checkDecoded(pictures::decodePicture(input.bytes(), kSide));
    if (input.flag(0)) {
        const storage::PictureCheck check = storage::checkPicture(input.bytes(), "picture.png");
        promise(check.fault.has_value() == whole.rgb.empty(), "the importer sees what training sees");
    }
    return 0;
}
