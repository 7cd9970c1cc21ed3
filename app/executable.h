#pragma once

#include <filesystem>

namespace atlas::app {

/// The folder this program's binary stands in.
std::filesystem::path executableFolder();

/// What is installed beside the program: <prefix>/share/atlas-workbench, in the build tree as in a package.
std::filesystem::path shareFolder();

}  // namespace atlas::app
