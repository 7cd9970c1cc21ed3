#include "fuzz/scratch_folder.h"

#include "fuzz/promise.h"

#include <stdlib.h>

#include <fstream>
#include <string>
#include <system_error>

namespace atlas::fuzz {
namespace fs = std::filesystem;

ScratchFolder &ScratchFolder::instance()
{
    static ScratchFolder folder;
    return folder;
}

ScratchFolder::ScratchFolder()
{
    std::error_code error;
    const fs::path memory = "/dev/shm";
    const bool useMemory = std::getenv("TMPDIR") == nullptr && fs::is_directory(memory, error);
    std::string made = ((useMemory ? memory : fs::temp_directory_path()) / "atlas-fuzz-XXXXXX").string();
    promise(mkdtemp(made.data()) != nullptr, "there is a folder to write into");
    m_folder = fs::canonical(made);
}

ScratchFolder::~ScratchFolder()
{
    std::error_code error;
    fs::remove_all(m_folder, error);
}

const fs::path &ScratchFolder::clear()
{
    for (const fs::directory_entry &entry : fs::directory_iterator(m_folder)) {
        fs::remove_all(entry.path());
    }
    return m_folder;
}

fs::path ScratchFolder::write(const fs::path &name, std::string_view bytes) const
{
    const fs::path file = m_folder / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
}

fs::path ScratchFolder::writePicture(const fs::path &name) const
{
    return write(name, "P5 4 4 255\n0123456789abcdef");
}

}  // namespace atlas::fuzz
