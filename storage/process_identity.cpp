#include "storage/process_identity.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>

namespace atlas::storage {
namespace {

ProcessIdentity describe()
{
    ProcessIdentity identity;
    std::array<char, 256> host{};
    if (gethostname(host.data(), host.size() - 1) == 0) {
        identity.host = host.data();
    }
    identity.program = program_invocation_short_name;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> identity.bootId;
    return identity;
}

}  // namespace

ProcessIdentity thisProcess()
{
    static const ProcessIdentity described = describe();
    ProcessIdentity identity = described;
    identity.pid = getpid();  // asked anew: a forked child is another process
    return identity;
}

bool hasEnded(const ProcessIdentity &process)
{
    const ProcessIdentity here = thisProcess();
    if (process.host != here.host) {
        return false;
    }
    if (process.bootId != here.bootId) {
        return true;
    }
    return kill(static_cast<pid_t>(process.pid), 0) != 0 && errno == ESRCH;
}

}  // namespace atlas::storage
