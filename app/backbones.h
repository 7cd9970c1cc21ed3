#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace atlas::app {

/// A backbone that was found.
struct FoundBackbone {
    std::string name;
    std::filesystem::path folder;
};

/// Every backbone that can be chosen by name, best first: the user's data folder, then the program's own share folder
/// (so a user's `starter` stands before the one of the package).
std::vector<FoundBackbone> listBackbones();

/// A name of listBackbones() or a folder; empty = the best there is (`starter` where it is installed, else `mini`).
/// Errors: NotFound, naming what there is.
FoundBackbone findBackbone(const std::string &nameOrFolder);

}  // namespace atlas::app
