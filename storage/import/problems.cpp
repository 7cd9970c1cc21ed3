#include "storage/import/problems.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace atlas::storage {
namespace {

constexpr std::array<std::string_view, 11> kForbidding{
    code::kUnknownFormat, code::kUnreadable,      code::kEmptySource,     code::kAmbiguousSource,
    code::kMissingColumn, code::kDuplicateHeader, code::kCountMismatch,   code::kBadFormat,
    code::kTruncated,     code::kKindMismatch,    code::kArchiveTooLarge,
};

}  // namespace

Problem errorProblem(const char *code, std::string where, Sentence message, Sentence hint)
{
    return {ProblemLevel::Error, code, std::move(where), std::move(message), std::move(hint)};
}

Problem warningProblem(const char *code, std::string where, Sentence message, Sentence hint)
{
    return {ProblemLevel::Warning, code, std::move(where), std::move(message), std::move(hint)};
}

Problem infoProblem(const char *code, std::string where, Sentence message, Sentence hint)
{
    return {ProblemLevel::Info, code, std::move(where), std::move(message), std::move(hint)};
}

bool forbidsImport(const Problem &problem)
{
    return problem.level == ProblemLevel::Error &&
           std::find(kForbidding.begin(), kForbidding.end(), problem.code) != kForbidding.end();
}

std::string place(const std::string &file, std::int64_t line)
{
    return file + ":" + std::to_string(line);
}

}  // namespace atlas::storage
