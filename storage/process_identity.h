#pragma once

#include <cstdint>
#include <string>

namespace atlas::storage {

/// Which process, in a way that another process can check later.
struct ProcessIdentity {
    std::string host;
    std::int64_t pid = 0;
    std::string bootId;   ///< differs after every start of the host
    std::string program;  ///< "atlas-workbench"
};

ProcessIdentity thisProcess();

/// Whether that process certainly has ended: only a process of this host can be known to.
bool hasEnded(const ProcessIdentity &process);

}  // namespace atlas::storage
