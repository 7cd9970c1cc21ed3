#include "fuzz/dry_run.h"
#include "fuzz/promise.h"
#include "fuzz/scratch_folder.h"

#include <zlib.h>

using namespace atlas;

namespace {

std::string packed(const std::string &bytes)
{
    const std::filesystem::path file = fuzz::ScratchFolder::instance().write("packed.gz", {});
    gzFile stream = gzopen(file.c_str(), "wb1");
    gzwrite(stream, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(stream);
    return file.string();
}

}  // namespace

/// Pictures, their labels and the names of classes; as they are, packed, or as damaged packed files.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    const auto folder = scratch.clear();
    const std::vector<std::string> files = input.files(3);
    const auto images = folder / "train-images-idx3-ubyte.gz";  // the name binds nobody: zlib looks at the bytes
    if (input.flag(7)) {
        std::filesystem::rename(packed(files[0]), images);
    } else {
        scratch.write(images.filename(), files[0]);
    }
    if (!files[1].empty()) {
        scratch.write("train-labels-idx1-ubyte", files[1]);
    }
    if (!files[2].empty()) {
        scratch.write("labels.txt", files[2]);
    }
    fuzz::dryRun("idx", fuzz::requestFor(folder, input));
    return 0;
}
