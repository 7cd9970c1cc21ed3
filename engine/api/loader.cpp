#include "engine/api/loader.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>
#include <vector>

namespace atlas::engine {
namespace {

constexpr const char *kLibrary = "libatlas_engine.so";
constexpr const char *kEntry = "atlasMakeEngine";

using MakeEngine = Engine *(*)();

/// The folder of the program or library that this code is linked into.
std::filesystem::path ownFolder()
{
    Dl_info info{};
    if (::dladdr(reinterpret_cast<const void *>(&loadEngine), &info) == 0 || info.dli_fname == nullptr) {
        return {};
    }
    std::error_code error;
    std::filesystem::path self = std::filesystem::canonical(info.dli_fname, error);
    if (error) {
        // A program started through PATH carries its bare name here.
        self = std::filesystem::read_symlink("/proc/self/exe", error);
    }
    return self.parent_path();
}

std::vector<std::string> candidates()
{
    const std::filesystem::path folder = ownFolder();
    std::vector<std::string> places;
    if (!folder.empty()) {
        for (const char *relative : {".", "../lib", "../lib/atlas-workbench"}) {
            const std::filesystem::path file = (folder / relative / kLibrary).lexically_normal();
            std::error_code error;
            if (std::filesystem::exists(file, error)) {
                places.push_back(file.string());
            }
        }
    }
    places.emplace_back(kLibrary);
    return places;
}

}  // namespace

std::unique_ptr<Engine> loadEngine()
{
    std::string tried;
    for (const std::string &place : candidates()) {
        // Never closed: LibTorch keeps threads and thread-local state that do not survive an unload.
        void *library = ::dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) {
            const char *reason = ::dlerror();
            tried += (tried.empty() ? "" : "; ") + place + ": " + (reason ? reason : "unknown reason");
            continue;
        }
        const auto make = reinterpret_cast<MakeEngine>(::dlsym(library, kEntry));
        if (make == nullptr) {
            throw Error(ErrorCode::Internal,
                        say(QT_TRANSLATE_NOOP("Sentence", "%1 lacks the entry %2."), place, kEntry),
                        say(QT_TRANSLATE_NOOP(
                            "Sentence", "The library and the program are of different versions; install both anew.")));
        }
        return std::unique_ptr<Engine>(make());
    }
    throw Error(ErrorCode::Internal,
                say(QT_TRANSLATE_NOOP("Sentence", "The engine library could not be loaded (%1)."), tried),
                say(QT_TRANSLATE_NOOP(
                    "Sentence", "It belongs beside the program or in ../lib, and needs LibTorch, OpenCV and ICU.")));
}

}  // namespace atlas::engine
