#pragma once

#include <string>

namespace atlas {

/// The login name of whoever runs the program, as histories record it; "uid 1000" where the system knows no name.
std::string userName();

}  // namespace atlas
