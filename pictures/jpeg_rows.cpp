#include "pictures/jpeg_rows.h"

#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jpeglib.h>

namespace atlas::pictures {
namespace {

struct Failure {
    jpeg_error_mgr manager;
    std::jmp_buf back;
};

/// libjpeg cannot go on after an error; it asks not to be returned to.
void leave(j_common_ptr decoder)
{
    std::longjmp(reinterpret_cast<Failure *>(decoder->err)->back, 1);
}

void saySomewhereElse(j_common_ptr) {}

/// Apart from the caller: nothing with a destructor may live where longjmp passes.
std::uint64_t countRows(jpeg_decompress_struct &decoder, Failure &failure, std::span<const std::byte> bytes,
                        std::vector<JSAMPLE> &row)
{
    volatile std::uint64_t sound = 0;
    if (setjmp(failure.back) != 0) {
        return sound;
    }
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
    jpeg_read_header(&decoder, TRUE);
    jpeg_start_decompress(&decoder);
    row.resize(std::size_t{decoder.output_width} * static_cast<std::size_t>(decoder.output_components));
    JSAMPROW line = row.data();
    while (decoder.output_scanline < decoder.output_height) {
        jpeg_read_scanlines(&decoder, &line, 1);
        if (decoder.err->num_warnings > 0) {
            return sound;
        }
        sound = decoder.output_scanline;
    }
    return sound;
}

}  // namespace

std::uint64_t soundJpegRows(std::span<const std::byte> bytes)
{
    jpeg_decompress_struct decoder{};
    Failure failure{};
    decoder.err = jpeg_std_error(&failure.manager);
    failure.manager.error_exit = leave;
    failure.manager.output_message = saySomewhereElse;
    std::vector<JSAMPLE> row;
    const std::uint64_t rows = countRows(decoder, failure, bytes, row);
    jpeg_destroy_decompress(&decoder);
    return rows;
}

}  // namespace atlas::pictures
