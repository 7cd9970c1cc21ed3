#include "storage/versions/state_difference.h"

#include "storage/label_rows.h"

#include <algorithm>
#include <set>

namespace atlas::storage {
namespace {

using Names = std::map<std::int64_t, std::string>;
using Groups = std::map<std::pair<std::string, std::string>, std::vector<std::int64_t>>;

Names namesOf(const DataState &state)
{
    Names names;
    for (const ClassState &one : state.classes) {
        names.emplace(one.id, one.name);
    }
    return names;
}

/// The labels that `state` has and `other` has not.
std::string labelsOnlyOf(const SampleState &state, const SampleState &other, const Names &names)
{
    std::vector<Label> only;
    for (const auto &label : state.labels) {
        if (std::ranges::find(other.labels, label) == other.labels.end()) {
            const auto name = names.find(label.first);
            only.push_back({name != names.end() ? name->second : "class " + std::to_string(label.first), label.second});
        }
    }
    return LabelRows::describe(only);
}

std::vector<StateChange> sorted(Groups groups)
{
    std::vector<StateChange> changes;
    for (auto &[words, samples] : groups) {
        changes.push_back({words.first, words.second, std::move(samples)});
    }
    std::ranges::stable_sort(changes, std::greater<>(),
                             [](const StateChange &change) { return change.samples.size(); });
    return changes;
}

void compareClasses(const DataState &from, const DataState &to, StateDifference &found)
{
    const Names before = namesOf(from);
    const Names after = namesOf(to);
    std::vector<std::int64_t> orderBefore;
    std::vector<std::int64_t> orderAfter;
    for (const ClassState &one : from.classes) {
        if (after.contains(one.id)) {
            orderBefore.push_back(one.id);
        } else {
            found.classesRemoved.push_back(one.name);
        }
    }
    for (const ClassState &one : to.classes) {
        const auto old = before.find(one.id);
        if (old == before.end()) {
            found.classesAdded.push_back(one.name);
            continue;
        }
        orderAfter.push_back(one.id);
        if (old->second != one.name) {
            found.classesRenamed.emplace_back(old->second, one.name);
        }
    }
    // A class that came or went moves no other, but where it stands among them is seen only by the whole order.
    found.classesMoved = orderBefore != orderAfter;
}

}  // namespace

bool StateDifference::empty() const
{
    return added.empty() && removed.empty() && labels.empty() && reviews.empty() && splits.empty() &&
           contents.empty() && classesAdded.empty() && classesRemoved.empty() && classesRenamed.empty() &&
           !classesMoved;
}

std::vector<std::int64_t> StateDifference::samples() const
{
    std::set<std::int64_t> all(added.begin(), added.end());
    all.insert(removed.begin(), removed.end());
    all.insert(contents.begin(), contents.end());
    for (const auto *changes : {&labels, &reviews, &splits}) {
        for (const StateChange &change : *changes) {
            all.insert(change.samples.begin(), change.samples.end());
        }
    }
    return {all.begin(), all.end()};
}

StateDifference difference(const DataState &from, const DataState &to)
{
    StateDifference found;
    compareClasses(from, to, found);
    // A class is called what it is called later, so that one that was renamed does not look like two.
    Names names = namesOf(to);
    names.merge(namesOf(from));
    Groups labels;
    Groups reviews;
    Groups splits;
    for (const auto &[id, after] : to.samples) {
        const auto old = from.samples.find(id);
        if (old == from.samples.end()) {
            found.added.push_back(id);
            continue;
        }
        const SampleState &before = old->second;
        if (before.labels != after.labels) {
            labels[{labelsOnlyOf(before, after, names), labelsOnlyOf(after, before, names)}].push_back(id);
        }
        if (before.review != after.review) {
            reviews[{reviewStateName(before.review), reviewStateName(after.review)}].push_back(id);
        }
        if (before.split != after.split) {
            splits[{splitName(before.split), splitName(after.split)}].push_back(id);
        }
        if (before.content != after.content) {
            found.contents.push_back(id);
        }
    }
    for (const auto &[id, before] : from.samples) {
        if (!to.samples.contains(id)) {
            found.removed.push_back(id);
        }
    }
    found.labels = sorted(std::move(labels));
    found.reviews = sorted(std::move(reviews));
    found.splits = sorted(std::move(splits));
    return found;
}

}  // namespace atlas::storage
