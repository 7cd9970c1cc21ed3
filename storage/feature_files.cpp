#include "storage/feature_files.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

namespace atlas::storage {
namespace {

std::filesystem::path folderOf(const std::filesystem::path &cacheFolder)
{
    return cacheFolder / "features";
}

}  // namespace

std::int64_t cachedFeatureBytes(const std::filesystem::path &cacheFolder)
{
    std::int64_t bytes = 0;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folderOf(cacheFolder), error)) {
        const auto size = entry.file_size(error);
        bytes += error ? 0 : static_cast<std::int64_t>(size);
    }
    return bytes;
}

void clearCachedFeatures(const std::filesystem::path &cacheFolder)
{
    std::error_code error;
    std::filesystem::remove_all(folderOf(cacheFolder), error);
    if (error) {
        throw Error(ErrorCode::Io,
                    say(QT_TRANSLATE_NOOP("Sentence", "The folder %1 could not be removed: %2."),
                        folderOf(cacheFolder).string(), error.message()),
                    say(QT_TRANSLATE_NOOP("Sentence", "Close other programs that use the project and try again.")));
    }
}

}  // namespace atlas::storage
