#include "core/error.h"
#include "core/hash.h"
#include "core/sentence.h"
#include "core/translatable.h"
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
        throw Error(
            ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("Sentence", "%1: there is no task package."), modelFolder.string()),
            say(QT_TRANSLATE_NOOP("Sentence", "Only a finished run with its files can become a model version.")));
    }
    std::ranges::sort(files, {}, &PackageFile::path);
    return files;
}

std::vector<Sentence> packageProblems(const ModelVersion &version, const fs::path &modelFolder)
{
    std::vector<Sentence> problems;
    for (const PackageFile &file : version.files) {
        const fs::path place = modelFolder / file.path;
        try {
            if (const std::string found = sha256OfFile(place); found != file.sha256) {
                problems.push_back(
                    say(QT_TRANSLATE_NOOP(
                            "Sentence",
                            "%1: the content changed since %2 was registered: expected SHA-256 %3, but it is %4"),
                        place.string(), version.key(), file.sha256, found));
            }
        } catch (const Error &error) {
            problems.push_back(say(QT_TRANSLATE_NOOP("Sentence", "%1: %2"), place.string(), error.sentence()));
        }
    }
    return problems;
}

void requireSound(const ModelVersion &version, const fs::path &modelFolder)
{
    if (const std::vector<Sentence> problems = packageProblems(version, modelFolder); !problems.empty()) {
        throw Error(
            ErrorCode::Damaged,
            say(QT_TRANSLATE_NOOP("Sentence", "%1 is not what was registered. %2"), version.key(), problems.front()),
            say(QT_TRANSLATE_NOOP(
                "Sentence", "Nothing was changed. Bring the files back from a copy, or choose another version.")));
    }
}

}  // namespace atlas::storage
