#include "engine/training/run_folder.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <cctype>

namespace atlas::engine {

std::string fileNameOf(const std::string &task)
{
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string name;
    for (const char character : task) {
        const auto byte = static_cast<unsigned char>(character);
        const bool plain =
            byte >= 0x80 || std::isalnum(byte) != 0 || byte == '_' || byte == '-' || (byte == '.' && !name.empty());
        if (plain) {
            name += character;
        } else {
            name += '%';
            name += kDigits[byte >> 4];
            name += kDigits[byte & 15];
        }
    }
    return name;
}

std::filesystem::path checkpointFile(const std::filesystem::path &modelFolder)
{
    return modelFolder / "checkpoint.safetensors";
}

std::filesystem::path packageFile(const std::filesystem::path &modelFolder, const std::string &task)
{
    return modelFolder / fileNameOf(task) / "package.safetensors";
}

std::filesystem::path logitsFile(const std::filesystem::path &modelFolder, int afterTask, const std::string &task)
{
    return modelFolder / "logits" / ("after" + std::to_string(afterTask) + "." + fileNameOf(task) + ".safetensors");
}

void makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(
            error == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io,
            say(QT_TRANSLATE_NOOP("Sentence", "Could not make the folder %1: %2."), folder.string(), error.message()),
            say(QT_TRANSLATE_NOOP("Sentence", "Check its permissions and the free space; nothing was changed.")));
    }
}

}  // namespace atlas::engine
