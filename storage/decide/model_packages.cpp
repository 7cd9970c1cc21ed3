#include "core/error.h"
#include "core/hash.h"
#include "storage/decide/model_registry.h"

#include <algorithm>

namespace atlas::storage {
namespace fs = std::filesystem;

std::vector<PackageFile> hashPackages(const fs::path &modelFolder)
{
    constexpr char kPackage[] = "package.safetensors";
    std::vector<PackageFile> files;
    std::error_code code;
    for (const fs::directory_entry &entry : fs::directory_iterator(modelFolder, code)) {
        const fs::path file = entry.path() / kPackage;
        if (fs::is_regular_file(file)) {
            files.push_back({.path = (entry.path().filename() / kPackage).generic_string(),
                             .bytes = static_cast<std::int64_t>(fs::file_size(file)),
                             .sha256 = sha256OfFile(file)});
        }
    }
    if (files.empty()) {
        throw Error(ErrorCode::NotFound, modelFolder.string() + ": there is no task package.",
                    "Only a finished run with its files can become a model version.");
    }
    std::ranges::sort(files, {}, &PackageFile::path);
    return files;
}

std::vector<std::string> packageProblems(const ModelVersion &version, const fs::path &modelFolder)
{
    std::vector<std::string> problems;
    for (const PackageFile &file : version.files) {
        const fs::path place = modelFolder / file.path;
        try {
            if (const std::string found = sha256OfFile(place); found != file.sha256) {
                problems.push_back(place.string() + ": the content changed since " + version.key() +
                                   " was registered: expected SHA-256 " + file.sha256 + ", but it is " + found);
            }
        } catch (const Error &error) {
            problems.push_back(place.string() + ": " + error.message());
        }
    }
    return problems;
}

void requireSound(const ModelVersion &version, const fs::path &modelFolder)
{
    if (const std::vector<std::string> problems = packageProblems(version, modelFolder); !problems.empty()) {
        throw Error(ErrorCode::Damaged, version.key() + " is not what was registered. " + problems.front(),
                    "Nothing was changed. Bring the files back from a copy, or choose another version.");
    }
}

}  // namespace atlas::storage
