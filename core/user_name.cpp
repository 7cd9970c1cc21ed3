#include "core/user_name.h"

#include <pwd.h>
#include <unistd.h>

namespace atlas {

std::string userName()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry != nullptr ? entry->pw_name : "uid " + std::to_string(::getuid());
}

}  // namespace atlas
