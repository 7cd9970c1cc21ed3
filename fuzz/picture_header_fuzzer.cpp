#include "fuzz/input.h"
#include "fuzz/promise.h"
#include "pictures/picture_header.h"

using namespace atlas;
using atlas::fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    if (const auto header = pictures::readPictureHeader(input.bytes())) {
        promise(header->format[0] != '\0', "a picture has a format");
        promise(header->orientation >= 1 && header->orientation <= 8, "EXIF knows eight orientations");
        promise(header->channels >= 0 && header->channels <= 255, "channels are a byte");
        promise(header->dataBegin <= size, "the scan begins inside the file");
        pictures::isUsualName("picture.jpg", *header);
    }
    return 0;
}
