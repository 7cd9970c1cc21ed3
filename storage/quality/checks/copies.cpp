// What stands more than once: copies, look-alikes, and what they cost where they lie.

#include "core/translatable.h"
#include "storage/label_rows.h"
#include "storage/quality/checks/checks.h"

#include <algorithm>
#include <set>

namespace atlas::storage::checks {
namespace {

using Group = std::vector<const Sample *>;

std::vector<Group> groupsOf(const QualityData &data, const PlaceGroups &places)
{
    std::vector<Group> groups;
    for (const std::vector<std::size_t> &members : places) {
        Group &group = groups.emplace_back();
        for (const std::size_t place : members) {
            group.push_back(&data.samples[place]);
        }
    }
    return groups;
}

std::set<std::string> labelsOf(const Group &group)
{
    std::set<std::string> labels;
    for (const Sample *sample : group) {
        if (!sample->labels.empty()) {
            labels.insert(LabelRows::describe(sample->labels));
        }
    }
    return labels;
}

/// Test samples first: when one copy is to stay, the test must stay what it was. Then labelled ones, then the oldest.
void putKeeperFirst(Group &group)
{
    std::ranges::stable_sort(group, {}, [](const Sample *sample) {
        return std::tuple(-static_cast<int>(sample->split), sample->labels.empty(), sample->id);
    });
}

bool crossesParts(const Group &group)
{
    return std::ranges::any_of(group, [&](const Sample *sample) { return sample->split != group.front()->split; });
}

Finding findingOf(Group group)
{
    putKeeperFirst(group);
    Finding finding;
    for (const Sample *sample : group) {
        finding.samples.push_back(sample->id);
    }
    return finding;
}

std::string joined(const std::set<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        text += (text.empty() ? "" : " / ") + name;
    }
    return text;
}

template <typename Wanted>
std::vector<Finding> select(std::vector<Group> groups, Wanted wanted)
{
    std::vector<Finding> findings;
    for (Group &group : groups) {
        if (wanted(group)) {
            findings.push_back(findingOf(std::move(group)));
        }
    }
    return findings;
}

std::vector<Finding> contradictions(const QualityData &data)
{
    std::vector<Finding> findings;
    for (const Group &group : groupsOf(data, data.copies)) {
        if (const std::set<std::string> labels = labelsOf(group); labels.size() > 1) {
            findings.push_back(findingOf(group));
            findings.back().words = {joined(labels)};
        }
    }
    return findings;
}

std::vector<Finding> leaks(const QualityData &data)
{
    return select(groupsOf(data, data.copies),
                  [](const Group &group) { return crossesParts(group) && labelsOf(group).size() < 2; });
}

std::vector<Finding> copies_(const QualityData &data)
{
    return select(groupsOf(data, data.copies),
                  [](const Group &group) { return !crossesParts(group) && labelsOf(group).size() < 2; });
}

std::vector<Finding> nearLeaks(const QualityData &data)
{
    return select(groupsOf(data, data.lookAlikes), crossesParts);
}

std::vector<Finding> lookAlikes(const QualityData &data)
{
    return select(groupsOf(data, data.lookAlikes), [](const Group &group) { return !crossesParts(group); });
}

}  // namespace

std::vector<QualityCheck> copies()
{
    return {
        {.name = "contradictions",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Contradictory labels"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n samples show the same and are labelled %1."),
         .help =
             QT_TRANSLATE_NOOP("QualityCheck", "The same cannot be two things. Label them alike, or flag them until "
                                               "somebody decides: no task uses disputed samples."),
         .level = ProblemLevel::Error,
         .oneByOne = false,
         .fixes = {"dispute", "keep-first", "keep"},
         .find = contradictions},
        {.name = "leaks",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Copies in several parts"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n copies lie in different parts of the data."),
         .help =
             QT_TRANSLATE_NOOP("QualityCheck", "A test sample that was trained on makes the test say too much. Keep "
                                               "the one in the test part and remove the others."),
         .level = ProblemLevel::Error,
         .oneByOne = false,
         .fixes = {"keep-first", "keep"},
         .find = leaks},
        {.name = "near-leaks",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Look-alikes in several parts"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n pictures look almost the same and lie in different parts."),
         .help =
             QT_TRANSLATE_NOOP("QualityCheck", "Shots of one scene in training and test make the test say too much. "
                                               "Look at them; remove all but the one in the test part."),
         .level = ProblemLevel::Warning,
         .oneByOne = false,
         .fixes = {"keep-first", "keep"},
         .find = nearLeaks},
        {.name = "copies",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Copies"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n samples show the same."),
         .help = QT_TRANSLATE_NOOP("QualityCheck", "Copies count double and teach nothing new. Keep one."),
         .level = ProblemLevel::Warning,
         .oneByOne = false,
         .fixes = {"keep-first", "keep"},
         .find = copies_},
        {.name = "look-alikes",
         .title = QT_TRANSLATE_NOOP("QualityCheck", "Look-alikes"),
         .sentence = QT_TRANSLATE_NOOP("QualityCheck", "%n pictures look almost the same."),
         .help =
             QT_TRANSLATE_NOOP("QualityCheck", "The same picture saved anew, or shots of one scene. Keep one, or let "
                                               "them stand if each matters."),
         .level = ProblemLevel::Info,
         .oneByOne = false,
         .fixes = {"keep-first", "keep"},
         .find = lookAlikes},
    };
}

}  // namespace atlas::storage::checks
