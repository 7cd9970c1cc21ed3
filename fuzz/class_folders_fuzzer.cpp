#include "fuzz/dry_run.h"
#include "fuzz/promise.h"
#include "fuzz/scratch_folder.h"
#include "storage/import/class_folders.h"

using namespace atlas;
using namespace atlas::storage;

/// classes.json beside the folders that it speaks of.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    const auto folder = scratch.clear();
    scratch.writePicture("part/cat/a.pgm");
    scratch.writePicture("part/dog/b.pgm");
    scratch.writePicture("test/cat/c.pgm");
    scratch.write(kClassFoldersFile, input.text());
    fuzz::dryRun("folder", fuzz::requestFor(folder, input));
    if (const std::optional<ClassFolders> meaning = readClassFolders(folder)) {
        scratch.write(kClassFoldersFile, toJsonText(*meaning));
        const std::optional<ClassFolders> again = readClassFolders(folder);
        fuzz::promise(again && again->splits == meaning->splits && again->classes == meaning->classes,
                      "what was written comes back");
    }
    return 0;
}
