#include "storage/quality/quality_fix.h"

#include "core/translatable.h"
#include "storage/class_editor.h"
#include "storage/curation.h"
#include "storage/quality/suggestions.h"
#include "storage/query.h"

#include <algorithm>

namespace atlas::storage {
namespace {

using Ids = std::vector<std::int64_t>;

/// The chosen ones of the findings' samples, each once, in their order.
Ids samplesOf(const FixRequest &request)
{
    Ids ids;
    for (const Finding &finding : request.findings) {
        for (const std::int64_t id : finding.samples) {
            const bool wanted = request.only.empty() || std::ranges::find(request.only, id) != request.only.end();
            if (wanted) {
                ids.push_back(id);
            }
        }
    }
    std::ranges::sort(ids);
    const auto rest = std::ranges::unique(ids);
    ids.erase(rest.begin(), rest.end());
    return ids;
}

void keepFirst(Connection &connection, const Dataset &dataset, const std::string &actor, const FixRequest &request)
{
    Ids others;
    for (const Finding &finding : request.findings) {
        others.insert(others.end(), finding.samples.begin() + 1, finding.samples.end());
    }
    Curation(connection, dataset, actor).remove(others);
}

void keep(Connection &connection, const Dataset &dataset, const std::string &actor, const FixRequest &request)
{
    EditJournal(connection, dataset.id).record(edit::kKeep, {}, actor, [&](ChangeRecorder &) {
        for (const Finding &finding : request.findings) {
            Query(connection, "INSERT OR IGNORE INTO finding_kept (dataset_id, key) VALUES (?, ?)")
                .bind(dataset.id, finding.key)
                .run();
        }
    });
}

auto markAs(ReviewState state)
{
    return [state](Connection &connection, const Dataset &dataset, const std::string &actor,
                   const FixRequest &request) { Curation(connection, dataset, actor).mark(samplesOf(request), state); };
}

void removeSamples(Connection &connection, const Dataset &dataset, const std::string &actor, const FixRequest &request)
{
    Curation(connection, dataset, actor).remove(samplesOf(request));
}

void accept(Connection &connection, const Dataset &dataset, const std::string &actor, const FixRequest &request)
{
    acceptSuggestions(connection, dataset, actor, samplesOf(request), AcceptFor::All);
}

void merge(Connection &connection, const Dataset &dataset, const std::string &actor, const FixRequest &request)
{
    for (const Finding &finding : request.findings) {
        ClassEditor(connection, dataset, actor).merge(finding.classes, finding.classes.front());
    }
}

void deleteClasses(Connection &connection, const Dataset &dataset, const std::string &actor, const FixRequest &request)
{
    for (const Finding &finding : request.findings) {
        for (const std::int64_t id : finding.classes) {
            ClassEditor(connection, dataset, actor).remove(id);
        }
    }
}

}  // namespace

std::span<const QualityFix> qualityFixes()
{
    static const std::vector<QualityFix> registry{
        {"keep-first", QT_TRANSLATE_NOOP("QualityFix", "Keep one"),
         QT_TRANSLATE_NOOP("QualityFix", "Keeps the first (of the test part, where one lies there) and removes the "
                                         "others from the dataset. The files stay."),
         keepFirst},
        {"keep", QT_TRANSLATE_NOOP("QualityFix", "Let stand"),
         QT_TRANSLATE_NOOP("QualityFix", "It is as it should be: do not tell of it again."), keep},
        {"dispute", QT_TRANSLATE_NOOP("QualityFix", "Flag"),
         QT_TRANSLATE_NOOP("QualityFix", "Marks them as disputed: no task uses them until somebody decides."),
         markAs(ReviewState::Disputed)},
        {"skip", QT_TRANSLATE_NOOP("QualityFix", "Skip"),
         QT_TRANSLATE_NOOP("QualityFix", "Leaves them out of every new task; they stay in the dataset."),
         markAs(ReviewState::Skipped)},
        {"verify", QT_TRANSLATE_NOOP("QualityFix", "Verify"),
         QT_TRANSLATE_NOOP("QualityFix", "They are right as they are: do not tell of them again."),
         markAs(ReviewState::Verified)},
        {"accept", QT_TRANSLATE_NOOP("QualityFix", "Take the suggestion"),
         QT_TRANSLATE_NOOP("QualityFix", "Gives the label that is suggested."), accept},
        {"remove", QT_TRANSLATE_NOOP("QualityFix", "Remove"),
         QT_TRANSLATE_NOOP("QualityFix", "Takes them out of the dataset. The files stay."), removeSamples},
        {"merge", QT_TRANSLATE_NOOP("QualityFix", "Merge"),
         QT_TRANSLATE_NOOP("QualityFix", "Makes them one class, under the name that most samples carry."), merge},
        {"delete-class", QT_TRANSLATE_NOOP("QualityFix", "Delete the class"),
         QT_TRANSLATE_NOOP("QualityFix", "The samples stay and lose this label."), deleteClasses},
    };
    return registry;
}

const QualityFix &qualityFix(const std::string &name)
{
    const std::span<const QualityFix> all = qualityFixes();
    const auto found = std::ranges::find(all, name, &QualityFix::name);
    if (found == all.end()) {
        throw Error(ErrorCode::Internal, "There is no fix \"" + name + "\".");
    }
    return *found;
}

}  // namespace atlas::storage
