#include "fuzz/dry_run.h"
#include "fuzz/scratch_folder.h"

using namespace atlas;

/// The metadata of a Hugging Face image folder.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    const auto folder = scratch.clear();
    scratch.writePicture("train/a.pgm");
    scratch.writePicture("train/b.pgm");
    scratch.write(input.flag(6) ? "train/metadata.csv" : "train/metadata.jsonl", input.text());
    fuzz::dryRun("hf-imagefolder", fuzz::requestFor(input.flag(5) ? folder : folder / "train", input));
    return 0;
}
