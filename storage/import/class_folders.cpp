#include "storage/import/class_folders.h"

#include "core/error.h"
#include "core/files.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace atlas::storage {

std::string toJsonText(const ClassFolders &meaning)
{
    nlohmann::ordered_json json{{"splits", nlohmann::ordered_json::object()},
                                {"classes", nlohmann::ordered_json::array()}};
    for (const auto &[folder, split] : meaning.splits) {
        json["splits"][folder] = splitName(split);
    }
    for (const auto &[folder, name] : meaning.classes) {
        json["classes"].push_back({{"folder", folder}, {"name", name}});
    }
    return json.dump(2) + "\n";
}

std::optional<ClassFolders> readClassFolders(const std::filesystem::path &folder)
{
    constexpr std::uintmax_t kLargest = 10'000'000;
    std::error_code error;
    const std::filesystem::path file = folder / kClassFoldersFile;
    if (!std::filesystem::is_regular_file(file, error)) {
        return std::nullopt;
    }
    try {
        const auto json = nlohmann::json::parse(readFile(file, kLargest));
        ClassFolders meaning;
        for (const auto &[name, split] : json.at("splits").items()) {
            meaning.splits[name] = parseSplit(split.get<std::string>()).value_or(Split::Unassigned);
        }
        for (const auto &entry : json.at("classes")) {
            meaning.classes[entry.at("folder").get<std::string>()] = entry.at("name").get<std::string>();
        }
        return meaning;
    } catch (const nlohmann::json::exception &) {
        return std::nullopt;
    } catch (const Error &) {
        return std::nullopt;
    }
}

}  // namespace atlas::storage
