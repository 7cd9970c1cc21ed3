#include "storage/import/import_review.h"

#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/import/import_findings.h"
#include "storage/import/problems.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <set>

namespace atlas::storage {
namespace {

const char *kindOf(const Sample &sample)
{
    return !sample.choices.empty()                    ? "choice"
           : sample.image2                            ? "image-pair"
           : sample.image && !sample.question.empty() ? "image-text"
           : sample.image                             ? "image"
                                                      : "text";
}

/// The kind that most rows are of; a few rows that lack a field do not change it.
std::string kindOfMost(const std::deque<ImportEntry> &entries)
{
    std::map<std::string, std::size_t> counts;
    for (const ImportEntry &entry : entries) {
        if (entry.sample) {
            ++counts[kindOf(*entry.sample)];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == counts.end() ? std::string() : most->first;
}

/// "2" before "10" before words, which are ordered by their bytes.
bool classBefore(const std::string &a, const std::string &b)
{
    const auto isNumber = [](const std::string &name) {
        return std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c); });
    };
    const bool number = isNumber(a);
    if (number != isNumber(b)) {
        return number;
    }
    return number && a.size() != b.size() ? a.size() < b.size() : a < b;
}

class Review {
public:
    Review(const ImportRequest &request, ImportReport &report) : m_request(request), m_report(report) {}

    void add(ImportEntry &entry, std::vector<ReviewedSample> &samples)
    {
        const bool reviewed = entry.sample && entry.sample->review != ReviewState::Unlabelled;
        if (entry.sample) {
            checkFields(entry);
        }
        if (!entry.sample && isLost(entry)) {
            ++m_report.read;
            ++m_report.skipped;
        }
        std::ranges::move(entry.problems, std::back_inserter(m_report.problems));
        if (entry.sample) {
            ++m_report.read;
            m_turned += entry.turned ? 1 : 0;
            m_converted += entry.converted ? 1 : 0;
            samples.push_back({std::move(*entry.sample), entry.measures, reviewed});
        }
    }

    /// After all samples were added and looked at together.
    void tellCounts(const std::vector<ReviewedSample> &samples)
    {
        for (const ReviewedSample &reviewed : samples) {
            count(reviewed.sample);
        }
        m_report.classes.assign(m_classes.begin(), m_classes.end());
        std::sort(m_report.classes.begin(), m_report.classes.end(),
                  [](const auto &a, const auto &b) { return classBefore(a.first, b.first); });
        m_report.splits.assign(m_splits.begin(), m_splits.end());
        tellUnlabelled();
        tell(code::kTurned, m_turned,
             QT_TRANSLATE_NOOP("Sentence", "%1 pictures were turned upright as their EXIF data says."));
        tell(code::kConverted, m_converted,
             QT_TRANSLATE_NOOP("Sentence", "%1 pictures became 8-bit RGB: grey ones, 16-bit ones (scaled), printing "
                                           "inks, transparency (on white)."));
    }

private:
    /// A row or file that came to nothing. What forbids the whole, or is only told, is none.
    static bool isLost(const ImportEntry &entry)
    {
        return entry.wasSample || std::ranges::any_of(entry.problems, [](const Problem &problem) {
                   return problem.level == ProblemLevel::Error && !forbidsImport(problem);
               });
    }

    std::string source() const { return m_request.source.filename().string(); }

    void tell(const char *code, std::int64_t count, const char *what)
    {
        if (count > 0) {
            m_report.problems.push_back(infoProblem(code, source(), say(what, count)));
        }
    }

    /// Where most have labels, one that has none was forgotten; where none has, labelling is yet to come.
    void tellUnlabelled()
    {
        if (m_unlabelled == 0) {
            return;
        }
        const bool some = !m_classes.empty();
        const Sentence what = say(QT_TRANSLATE_NOOP("Sentence", "%1 samples have no label yet."), m_unlabelled);
        const Sentence hint =
            say(QT_TRANSLATE_NOOP("Sentence", "Label them on the Data page before a task is made of them."));
        m_report.problems.push_back(some ? warningProblem(code::kUnlabelled, source(), what, hint)
                                         : infoProblem(code::kUnlabelled, source(), what, hint));
    }

    void checkFields(ImportEntry &entry)
    {
        Sample &sample = *entry.sample;
        if (const std::string field = missingField(taskKind(m_request.kind), sample); !field.empty()) {
            entry.problems.push_back(errorProblem(
                code::kMissingField, sample.source,
                say(QT_TRANSLATE_NOOP("Sentence", "The row has no %1, which the kind %2 needs."), field,
                    m_request.kind),
                say(QT_TRANSLATE_NOOP("Sentence", "Fill it in and import again; the other rows are kept."))));
            entry.sample.reset();
            return;
        }
        if (m_request.split && *m_request.split != Split::Unassigned) {
            sample.split = *m_request.split;
        }
        if (!sample.externalId.empty() && !m_ids.emplace(sample.split, sample.externalId).second) {
            entry.problems.push_back(warningProblem(
                code::kDuplicateId, sample.source,
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "The id \"%1\" was borne by an earlier row; this one was taken without."),
                    sample.externalId),
                say(QT_TRANSLATE_NOOP("Sentence", "Give every row an id of its own, or none."))));
            sample.externalId.clear();
        }
        settleReview(sample);
    }

    /// What the source says stands where it makes sense: nothing can be verified that has no label.
    static void settleReview(Sample &sample)
    {
        const bool labelled = !sample.labels.empty();
        if (sample.review == ReviewState::Unlabelled || sample.review == ReviewState::Labelled ||
            (sample.review == ReviewState::Verified && !labelled)) {
            sample.review = labelled ? ReviewState::Labelled : ReviewState::Unlabelled;
        }
    }

    void count(const Sample &sample)
    {
        constexpr std::size_t kPreviewRows = 20;
        m_unlabelled += sample.labels.empty() ? 1 : 0;
        for (const Label &label : sample.labels) {
            ++m_classes[label.name];
        }
        ++m_splits[sample.split];
        if (m_report.preview.size() < kPreviewRows) {
            m_report.preview.push_back(sample);
        }
    }

    const ImportRequest &m_request;
    ImportReport &m_report;
    std::map<std::string, std::int64_t> m_classes;
    std::map<Split, std::int64_t> m_splits;
    std::set<std::pair<Split, std::string>> m_ids;
    std::int64_t m_unlabelled = 0;
    std::int64_t m_turned = 0;
    std::int64_t m_converted = 0;
};

}  // namespace

std::vector<Sample> reviewEntries(std::deque<ImportEntry> &entries, ImportRequest &request, ImportReport &report)
{
    if (request.kind.empty()) {
        request.kind = kindOfMost(entries);
    }
    std::vector<ReviewedSample> reviewed;
    Review review(request, report);
    for (ImportEntry &entry : entries) {
        review.add(entry, reviewed);
    }
    std::ranges::move(findTogether(reviewed, request), std::back_inserter(report.problems));
    review.tellCounts(reviewed);
    std::vector<Sample> samples;
    samples.reserve(reviewed.size());
    for (ReviewedSample &one : reviewed) {
        samples.push_back(std::move(one.sample));
    }
    return samples;
}

}  // namespace atlas::storage
