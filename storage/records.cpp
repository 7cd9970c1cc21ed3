#include "storage/records.h"

#include <algorithm>

namespace atlas::storage {

const char *problemLevelName(ProblemLevel level) noexcept
{
    switch (level) {
    case ProblemLevel::Error: return "error";
    case ProblemLevel::Warning: return "warning";
    case ProblemLevel::Info: return "info";
    }
    return "";
}

bool ImportReport::hasErrors() const
{
    return std::ranges::any_of(problems, [](const Problem &problem) { return problem.level == ProblemLevel::Error; });
}

}  // namespace atlas::storage
