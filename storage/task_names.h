#pragma once

#include "core/error.h"

#include <string>

namespace atlas::storage {

/// Why a task or a sequence cannot get that name: it is empty, or taken.
Error unfitName(const std::string &from, const std::string &to);

}  // namespace atlas::storage
