#include "fuzz/dry_run.h"
#include "fuzz/scratch_folder.h"

using namespace atlas;

/// A table of texts and pictures, comma-separated or with tabs, and its labels beside it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    scratch.clear();
    scratch.writePicture("a.pgm");
    const std::vector<std::string> files = input.files(2);
    const bool tabs = input.flag(6);
    const auto table = scratch.write(tabs ? "train.tsv" : "train.csv", files[0]);
    if (!files[1].empty()) {
        scratch.write("train-labels.lst", files[1]);
    }
    fuzz::dryRun(tabs ? "tsv" : "csv", fuzz::requestFor(input.flag(5) ? table.parent_path() : table, input));
    return 0;
}
