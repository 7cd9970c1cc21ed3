#include "app/backbones.h"

#include "app/executable.h"
#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <cstdlib>

namespace atlas::app {
namespace {

/// Names in the order in which they are preferred when none is given.
constexpr const char *kPreferred[] = {"starter", "mini"};

std::filesystem::path userDataFolder()
{
    if (const char *data = std::getenv("XDG_DATA_HOME"); data && *data) {
        return std::filesystem::path(data) / "atlas-workbench";
    }
    const char *home = std::getenv("HOME");
    return std::filesystem::path(home ? home : ".") / ".local" / "share" / "atlas-workbench";
}

std::size_t rank(const std::string &name)
{
    return static_cast<std::size_t>(std::ranges::find(kPreferred, name) - std::begin(kPreferred));
}

}  // namespace

std::vector<FoundBackbone> listBackbones()
{
    std::vector<FoundBackbone> found;
    for (const std::filesystem::path &folder : {userDataFolder() / "backbones", shareFolder() / "backbones"}) {
        std::error_code error;
        for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename().string();
            const bool known = std::ranges::any_of(found, [&](const auto &other) { return other.name == name; });
            if (entry.is_directory() && !known && std::filesystem::exists(entry.path() / "config.json")) {
                found.push_back({name, entry.path()});
            }
        }
    }
    std::ranges::sort(found, {},
                      [](const FoundBackbone &backbone) { return std::pair(rank(backbone.name), backbone.name); });
    return found;
}

FoundBackbone findBackbone(const std::string &nameOrFolder)
{
    const std::vector<FoundBackbone> known = listBackbones();
    if (nameOrFolder.empty() && !known.empty()) {
        return known.front();
    }
    for (const FoundBackbone &backbone : known) {
        if (backbone.name == nameOrFolder) {
            return backbone;
        }
    }
    if (!nameOrFolder.empty() && std::filesystem::is_directory(nameOrFolder)) {
        const std::filesystem::path folder = std::filesystem::canonical(nameOrFolder);
        return {folder.filename().string(), folder};
    }
    throw Error(ErrorCode::NotFound,
                nameOrFolder.empty()
                    ? say(QT_TRANSLATE_NOOP("Sentence", "No backbone is installed."))
                    : say(QT_TRANSLATE_NOOP("Sentence", "There is no backbone \"%1\" and no folder of that name."),
                          nameOrFolder),
                known.empty()
                    ? say(QT_TRANSLATE_NOOP("Sentence", "Install the program whole, or give a Hugging Face folder."))
                    : say(QT_TRANSLATE_NOOP("Sentence", "Known backbones: %1; or give a Hugging Face folder."),
                          commaList(known, &FoundBackbone::name)));
}

}  // namespace atlas::app
