#pragma once

#include "core/run_record.h"
#include "core/sample.h"
#include "core/sentence.h"
#include "core/task.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atlas::storage {

/// A class of a dataset. The id is permanent: renaming never changes what a label means.
struct LabelClass {
    std::int64_t id = 0;
    std::string name;
    int position = 0;        ///< order in lists and keys
    std::int64_t count = 0;  ///< samples that carry it
    std::string key;         ///< chosen by a person; empty = by position
};

/// In which order samples are listed; where nothing is known of a sample it comes last.
enum class SampleOrder {
    Imported,
    Label,
    LeastSure,    ///< unlabelled ones by the probability of what is suggested, lowest first, then the labelled ones
    MostDiverse,  ///< unlabelled ones, each as far as can be from all before it, then the labelled ones
    Doubtful      ///< by the probability of the label they carry, lowest first
};

/// Which samples of a dataset to list, and in which order. Empty members do not filter.
struct SampleFilter {
    std::string text;                 ///< words in any text, id, source or label (case-insensitive)
    std::vector<std::string> labels;  ///< carries one of these; "" = unlabelled
    std::vector<std::string> withoutLabels;
    std::optional<Split> split;
    std::optional<ReviewState> review;
    std::optional<ReviewState> withoutReview;
    std::vector<std::int64_t> taskIds;              ///< belongs to one of these tasks
    std::optional<std::vector<std::int64_t>> only;  ///< one of these, in this order
    SampleOrder order = SampleOrder::Imported;      ///< of those without `only`
};

/// One step of a sample's history.
struct SampleEvent {
    std::int64_t atUs = 0;
    std::string actor;
    std::string what;  ///< "label", "review", "note", "import"
    std::string before;
    std::string after;
};

enum class ProblemLevel { Error, Warning, Info };

const char *problemLevelName(ProblemLevel level) noexcept;  ///< "error", "warning", "info"

/// Something an import found. Codes are stable upper-case names (CORRUPT_IMAGE, MISSING_COLUMN, ...).
struct Problem {
    ProblemLevel level = ProblemLevel::Error;
    std::string code;
    std::string where;  ///< "path" or "path:line"
    Sentence message;
    Sentence hint;
};

struct ImportReport {
    std::int64_t read = 0;
    std::int64_t imported = 0;
    std::int64_t skipped = 0;
    std::vector<Problem> problems;
    std::vector<Sample> preview;                                ///< the first rows as they will be (dry run and sheet)
    std::string format;                                         ///< which importer read it
    std::vector<std::pair<std::string, std::int64_t>> classes;  ///< name, samples
    std::vector<std::pair<Split, std::int64_t>> splits;

    bool hasErrors() const;
};

struct ImportRequest {
    std::filesystem::path source;                          ///< folder or file
    std::string dataset;                                   ///< made if absent
    std::string kind;                                      ///< empty = found out
    std::string format;                                    ///< empty = found out
    std::optional<Split> split;                            ///< empty = as the source says
    std::vector<std::pair<std::string, std::string>> map;  ///< field = column
    std::filesystem::path labels;                          ///< a file of labels beside the source, one per line
    std::vector<std::filesystem::path> only;               ///< of a folder of pictures these files; empty = all
    std::string encoding;                                  ///< of its texts, "UTF-8", "CP932"; empty = found out
    char delimiter = 0;                                    ///< between the fields of a table; 0 = found out
    std::optional<bool> header;                            ///< the first line names columns; empty = found out
    bool multiLabel = false;
    bool link = false;  ///< leave files where they are instead of copying them
    bool dryRun = false;
    std::string actor;
};

/// A stored curve without its points.
struct Series {
    std::int64_t id = 0;
    SeriesKey key;
    std::int64_t count = 0;
    std::int64_t lastStep = 0;
    double last = 0;
    double minimum = 0;
    double maximum = 0;
};

}  // namespace atlas::storage
