#include "fuzz/dry_run.h"
#include "fuzz/promise.h"
#include "fuzz/scratch_folder.h"
#include "storage/import/archive.h"
#include "storage/import/text_encoding.h"

#include <algorithm>
#include <array>

using namespace atlas;
using namespace atlas::storage;
using atlas::fuzz::promise;
namespace fs = std::filesystem;

namespace {

class CheckingSink final : public ImportSink {
public:
    void sample(IncomingSample) override { promise(false, "unpacking makes no samples"); }
    void problem(Problem problem) override
    {
        promise(isValidUtf8(problem.where) && isValidUtf8(problem.message.english()), "problems are UTF-8");
    }
    void progress(double fraction) override { promise(fraction >= 0, "progress is a share"); }
};

std::size_t entriesIn(const fs::path &folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

void checkUnpacked(const fs::path &folder)
{
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder)) {
        promise(entry.is_directory() || (entry.is_regular_file() && !entry.is_symlink()), "only files are unpacked");
        promise(isValidUtf8(entry.path().filename().string()), "names are written as UTF-8");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::array kNames{"set.zip", "set.tar", "set.tar.gz", "set.7z", "set.tar.xz", "...zip"};
    const fuzz::Input input(data, size);
    auto &scratch = fuzz::ScratchFolder::instance();
    const auto folder = scratch.clear();
    const auto file = scratch.write(kNames[input.choice(kNames.size())], input.text());
    if (!isArchive(file)) {
        return 0;
    }
    const fs::path cache = folder / "cache";
    CheckingSink sink;
    {
        const UnpackedArchive unpacked(file, cache, sink, {});
        promise(entriesIn(folder) == 2 && entriesIn(cache) == 1, "nothing is written outside the new folder");
        checkUnpacked(cache);
        fuzz::dryRun("folder", fuzz::requestFor(unpacked.root(), input));
    }
    promise(entriesIn(cache) == 0, "what was unpacked goes");
    return 0;
}
