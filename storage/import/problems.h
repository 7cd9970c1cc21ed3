#pragma once

#include "core/sentence.h"
#include "storage/records.h"

/// The codes of an import report. They are part of the command line's contract: added, never renamed.
namespace atlas::storage::code {

// What forbids the import of the whole file set.
inline constexpr const char *kUnknownFormat = "UNKNOWN_FORMAT";
inline constexpr const char *kUnreadable = "UNREADABLE";
inline constexpr const char *kEmptySource = "EMPTY_SOURCE";
inline constexpr const char *kAmbiguousSource = "AMBIGUOUS_SOURCE";
inline constexpr const char *kMissingColumn = "MISSING_COLUMN";
inline constexpr const char *kDuplicateHeader = "DUPLICATE_HEADER";
inline constexpr const char *kCountMismatch = "COUNT_MISMATCH";
inline constexpr const char *kBadFormat = "BAD_FORMAT";
inline constexpr const char *kTruncated = "TRUNCATED";
inline constexpr const char *kArchiveTooLarge = "ARCHIVE_TOO_LARGE";
inline constexpr const char *kKindMismatch = "KIND_MISMATCH";

// What costs one row.
inline constexpr const char *kBadRow = "BAD_ROW";
inline constexpr const char *kBadJson = "BAD_JSON";
inline constexpr const char *kMissingField = "MISSING_FIELD";
inline constexpr const char *kMissingFile = "MISSING_FILE";
inline constexpr const char *kUnsafePath = "UNSAFE_PATH";
inline constexpr const char *kCorruptImage = "CORRUPT_IMAGE";
inline constexpr const char *kEmptyFile = "EMPTY_FILE";
inline constexpr const char *kNotAnImage = "NOT_AN_IMAGE";
inline constexpr const char *kTooLarge = "TOO_LARGE";
inline constexpr const char *kLabelOutOfRange = "LABEL_OUT_OF_RANGE";
inline constexpr const char *kBadLabel = "BAD_LABEL";

// What is worth knowing.
inline constexpr const char *kUnlabelled = "UNLABELLED";
inline constexpr const char *kDuplicateId = "DUPLICATE_ID";
inline constexpr const char *kEmptyClass = "EMPTY_CLASS";
inline constexpr const char *kKeptVerified = "KEPT_VERIFIED";
inline constexpr const char *kExtraColumn = "EXTRA_COLUMN";
inline constexpr const char *kEncoding = "ENCODING";
inline constexpr const char *kIgnoredFile = "IGNORED_FILE";
inline constexpr const char *kNestedFolder = "NESTED_FOLDER";
inline constexpr const char *kNotListed = "NOT_LISTED";
inline constexpr const char *kUpdated = "UPDATED";
inline constexpr const char *kTooSmall = "IMAGE_TOO_SMALL";
inline constexpr const char *kExtremeAspect = "EXTREME_ASPECT";
inline constexpr const char *kMultiFrame = "MULTI_FRAME";
inline constexpr const char *kUnknownExtension = "UNKNOWN_EXTENSION";
inline constexpr const char *kExtensionMismatch = "EXTENSION_MISMATCH";
inline constexpr const char *kTurned = "EXIF_APPLIED";
inline constexpr const char *kConverted = "CONVERTED";
inline constexpr const char *kDuplicateImage = "DUPLICATE_IMAGE";
inline constexpr const char *kDuplicateText = "DUPLICATE_TEXT";
inline constexpr const char *kNearDuplicate = "NEAR_DUPLICATE";
inline constexpr const char *kContradictoryLabel = "CONTRADICTORY_LABEL";
inline constexpr const char *kDark = "DARK";
inline constexpr const char *kPale = "PALE";
inline constexpr const char *kBlurred = "BLURRED";
inline constexpr const char *kLittleInformation = "LITTLE_INFORMATION";
inline constexpr const char *kNameCollision = "NAME_COLLISION";
inline constexpr const char *kLabelVariant = "LABEL_VARIANT";
inline constexpr const char *kOneClass = "ONE_CLASS";
inline constexpr const char *kLongText = "LONG_TEXT";
inline constexpr const char *kNoHeader = "NO_HEADER";
inline constexpr const char *kBadType = "BAD_TYPE";
inline constexpr const char *kRepaired = "REPAIRED";
inline constexpr const char *kDuplicateKey = "DUPLICATE_KEY";

}  // namespace atlas::storage::code

namespace atlas::storage {

Problem errorProblem(const char *code, std::string where, Sentence message, Sentence hint = {});
Problem warningProblem(const char *code, std::string where, Sentence message, Sentence hint = {});
Problem infoProblem(const char *code, std::string where, Sentence message, Sentence hint = {});

/// Whether nothing of the file set may be imported because of it. Every other error costs exactly one row.
bool forbidsImport(const Problem &problem);

/// "file:line", as reports name places.
std::string place(const std::string &file, std::int64_t line);

}  // namespace atlas::storage
