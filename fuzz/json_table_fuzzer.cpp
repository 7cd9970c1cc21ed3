#include "fuzz/dry_run.h"
#include "fuzz/scratch_folder.h"

using namespace atlas;

/// JSON Lines or one array of objects, and labels beside it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    scratch.clear();
    scratch.writePicture("a.pgm");
    const std::vector<std::string> files = input.files(2);
    const bool lines = input.flag(6);
    const auto table = scratch.write(lines ? "test.jsonl" : "test.json", files[0]);
    if (!files[1].empty()) {
        scratch.write("test-labels.lst", files[1]);
    }
    fuzz::dryRun(lines ? "jsonl" : "json", fuzz::requestFor(table, input));
    return 0;
}
