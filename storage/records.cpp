#include "storage/records.h"

#include <algorithm>

namespace atlas::storage {

bool ImportReport::hasErrors() const
{
    return std::ranges::any_of(problems, [](const Problem &problem) { return problem.level == ProblemLevel::Error; });
}

}  // namespace atlas::storage
