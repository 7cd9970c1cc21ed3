#include "fuzz/dry_run.h"
#include "fuzz/scratch_folder.h"

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    scratch.clear();
    scratch.writePicture("a.pgm");
    fuzz::dryRun("label-studio", fuzz::requestFor(scratch.write("tasks.json", input.text()), input));
    return 0;
}
