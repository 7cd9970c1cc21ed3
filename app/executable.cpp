#include "app/executable.h"

namespace atlas::app {

std::filesystem::path executableFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

std::filesystem::path shareFolder()
{
    return executableFolder().parent_path() / "share" / "atlas-workbench";
}

}  // namespace atlas::app
