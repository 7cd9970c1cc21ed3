#include "storage/task_checks.h"

#include "core/error.h"
#include "core/measures.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/task_filter.h"
#include "storage/task_store.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>

namespace atlas::storage {
namespace {

using Level = TaskCheck::Level;

constexpr std::int64_t kFewTrain = 50;
constexpr std::int64_t kFewTest = 50;
constexpr std::int64_t kFewPerClass = 5;
constexpr double kImbalanced = 10;
constexpr double kWideInterval = 0.05;  ///< half of a 95 % interval
constexpr std::size_t kMostNames = 3;
constexpr std::size_t kMostClasses = 20;  ///< in a filter

std::string percentNumber(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", 100 * share);
    return text;
}

/// "a, b, c …"
std::string listed(const std::vector<std::string> &names)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i) {
        text += (i == 0 ? "" : ", ") + names[i];
    }
    return names.size() > kMostNames ? text + " …" : text;
}

/// Classes whose count in the split is at least `least` and at most `most`.
std::vector<std::string> classesWith(const TaskContents &contents, Split split, std::int64_t least, std::int64_t most)
{
    std::vector<std::string> names;
    const std::vector<std::int64_t> &counts = contents.ofClass(split);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] >= least && counts[i] <= most) {
            names.push_back(contents.task.classes[i]);
        }
    }
    return names;
}

TaskCheck ofClasses(const char *name, Level level, const std::vector<std::string> &classes, const char *one,
                    const char *several, const char *advice)
{
    return {.name = name,
            .level = level,
            .sentence = classes.size() == 1 ? one : several,
            .advice = advice,
            .n = static_cast<std::int64_t>(classes.size()),
            .words = {listed(classes)},
            .remedy = TaskRemedy::ShowSamples,
            .filter = filterOfClasses(classes),
            .samples = {}};
}

TaskCheck ofSamples(const char *name, Level level, std::vector<std::int64_t> samples, const char *one,
                    const char *several, const char *advice)
{
    const auto n = static_cast<std::int64_t>(samples.size());
    return {.name = name,
            .level = level,
            .sentence = n == 1 ? one : several,
            .advice = advice,
            .n = n,
            .words = {},
            .remedy = TaskRemedy::ShowSamples,
            .filter = {},
            .samples = std::move(samples)};
}

void checkSizes(const TaskContents &contents, std::vector<TaskCheck> &checks)
{
    const auto say = [&](const char *name, Level level, const char *sentence, const char *advice, std::int64_t n,
                         std::vector<std::string> words = {}) {
        checks.push_back({.name = name,
                          .level = level,
                          .sentence = sentence,
                          .advice = advice,
                          .n = n,
                          .words = std::move(words),
                          .remedy = TaskRemedy::None,
                          .filter = {},
                          .samples = {}});
    };
    const std::int64_t train = contents.count(Split::Train);
    const std::int64_t test = contents.count(Split::Test);
    const char *const again = QT_TRANSLATE_NOOP("TaskCheck", "All its samples were removed or lost their label. Bring "
                                                             "them back on the data page, or make the task again.");
    if (train == 0) {
        say("empty-train", Level::Caution, QT_TRANSLATE_NOOP("TaskCheck", "no training samples"), again, 0);
        checks.back().remedy = TaskRemedy::MakeAgain;
    } else if (train < kFewTrain) {
        say("few-train", Level::Caution, QT_TRANSLATE_NOOP("TaskCheck", "training samples: only %n"),
            QT_TRANSLATE_NOOP("TaskCheck", "Under %1 the result is mostly chance. Label more and make the next "
                                           "version of the task."),
            train, {std::to_string(kFewTrain)});
    }
    if (contents.count(Split::Validation) == 0) {
        say("empty-validation", Level::Caution, QT_TRANSLATE_NOOP("TaskCheck", "no validation samples"),
            QT_TRANSLATE_NOOP("TaskCheck", "They pick the best epoch and decide between reuse and expansion. Make the "
                                           "task again with a share for validation."),
            0);
        checks.back().remedy = TaskRemedy::MakeAgain;
    }
    if (test == 0) {
        say("empty-test", Level::Caution, QT_TRANSLATE_NOOP("TaskCheck", "no test samples"), again, 0);
        checks.back().remedy = TaskRemedy::MakeAgain;
        return;
    }
    const double half = 1.96 * standardErrorOfShare(0.5, static_cast<double>(test));
    if (half > kWideInterval) {
        say("small-test", test < kFewTest ? Level::Caution : Level::Note,
            QT_TRANSLATE_NOOP("TaskCheck", "test of %n: known to ±%1 points"),
            QT_TRANSLATE_NOOP("TaskCheck", "Differences smaller than that say nothing. A larger test part narrows it."),
            test, {percentNumber(half)});
    }
}

void checkClasses(const TaskContents &contents, std::vector<TaskCheck> &checks)
{
    const std::vector<std::int64_t> &train = contents.ofClass(Split::Train);
    if (contents.count(Split::Train) == 0) {
        return;  // said already
    }
    if (const auto none = classesWith(contents, Split::Train, 0, 0); !none.empty()) {
        checks.push_back(ofClasses(
            "class-not-trained", Level::Caution, none, QT_TRANSLATE_NOOP("TaskCheck", "%1 has no training samples"),
            QT_TRANSLATE_NOOP("TaskCheck", "%n classes have no training samples: %1"),
            QT_TRANSLATE_NOOP("TaskCheck", "What was never shown can never be answered. Label some and make "
                                           "the next version, or make the task again without it.")));
    }
    const auto rare = classesWith(contents, Split::Train, 1, kFewPerClass - 1);
    if (!rare.empty()) {
        checks.push_back(ofClasses(
            "few-per-class", Level::Caution, rare, QT_TRANSLATE_NOOP("TaskCheck", "%1 has under %2 training samples"),
            QT_TRANSLATE_NOOP("TaskCheck", "%n classes have under %2 training samples: %1"),
            QT_TRANSLATE_NOOP("TaskCheck", "Label more of them and make the next version, or join them with another "
                                           "class.")));
        checks.back().words.push_back(std::to_string(kFewPerClass));
    }
    if (contents.count(Split::Test) > 0) {
        if (const auto none = classesWith(contents, Split::Test, 0, 0); !none.empty()) {
            checks.push_back(ofClasses(
                "class-not-tested", Level::Note, none, QT_TRANSLATE_NOOP("TaskCheck", "%1 is never tested"),
                QT_TRANSLATE_NOOP("TaskCheck", "%n classes are never tested: %1"),
                QT_TRANSLATE_NOOP("TaskCheck", "No figure says how well they are answered. Label more of them: the "
                                               "next version takes some for the test.")));
        }
    }
    const auto [least, most] = std::ranges::minmax_element(train);
    if (rare.empty() && *least > 0 && static_cast<double>(*most) > kImbalanced * static_cast<double>(*least)) {
        checks.push_back(
            {.name = "imbalance",
             .level = Level::Note,
             .sentence = QT_TRANSLATE_NOOP("TaskCheck", "the largest class has %n times the smallest"),
             .advice = QT_TRANSLATE_NOOP("TaskCheck", "Accuracy then says little about rare classes: choose balanced "
                                                      "accuracy or F1 for this task."),
             .n = std::llround(static_cast<double>(*most) / static_cast<double>(*least)),
             .words = {},
             .remedy = TaskRemedy::ShowSamples,
             .filter = filterOfClasses(classesWith(contents, Split::Train, *least, *least)),
             .samples = {}});
    }
}

/// Samples of `tested` whose content `trained` has too.
std::vector<std::int64_t> commonOf(const std::vector<HeldSample> &trained, const std::vector<HeldSample> &tested)
{
    std::vector<std::int64_t> common;
    auto other = trained.begin();
    for (const HeldSample &sample : tested) {
        while (other != trained.end() && other->content < sample.content) {
            ++other;
        }
        if (other != trained.end() && other->content == sample.content) {
            common.push_back(sample.id);
        }
    }
    std::ranges::sort(common);
    return common;
}

const std::vector<HeldSample> &heldIn(const TaskContents &contents, Split split)
{
    return contents.prints->of[static_cast<std::size_t>(splitPlace(split))];
}

void checkLeaks(const TaskContents &contents, std::vector<TaskCheck> &checks)
{
    if (!contents.prints) {
        return;
    }
    const std::vector<std::int64_t> copies = commonOf(heldIn(contents, Split::Train), heldIn(contents, Split::Test));
    if (!copies.empty()) {
        checks.push_back(ofSamples(
            "leak", Level::Caution, copies, QT_TRANSLATE_NOOP("TaskCheck", "a test sample has a copy in training"),
            QT_TRANSLATE_NOOP("TaskCheck", "%n test samples have copies in training"),
            QT_TRANSLATE_NOOP("TaskCheck", "The test then says too much. The quality panel of the data page "
                                           "finds the copies: keep those of the test part, remove the "
                                           "others.")));
    }
    std::vector<std::int64_t> alike;
    std::ranges::set_difference(contents.prints->lookAlikes, copies, std::back_inserter(alike));
    if (!alike.empty()) {
        checks.push_back(ofSamples(
            "near-leak", Level::Caution, std::move(alike),
            QT_TRANSLATE_NOOP("TaskCheck", "a test picture looks almost like one in training"),
            QT_TRANSLATE_NOOP("TaskCheck", "%n test pictures look almost like some in training"),
            QT_TRANSLATE_NOOP("TaskCheck", "Shots of one scene on both sides make the test say too much. Look "
                                           "at them; give them one group, or remove those in training.")));
    }
}

void checkLabels(const TaskContents &contents, std::vector<TaskCheck> &checks)
{
    if (!contents.relabelled.empty()) {
        checks.push_back(ofSamples(
            "relabelled", Level::Note, contents.relabelled,
            QT_TRANSLATE_NOOP("TaskCheck", "a label was changed since it was made"),
            QT_TRANSLATE_NOOP("TaskCheck", "%n labels were changed since it was made"),
            QT_TRANSLATE_NOOP("TaskCheck", "The next run learns them as they are now; figures of earlier runs "
                                           "were judged by the old ones. A next version keeps the two "
                                           "apart.")));
    }
    if (!contents.disputed.empty()) {
        checks.push_back(
            ofSamples("disputed", Level::Note, contents.disputed,
                      QT_TRANSLATE_NOOP("TaskCheck", "a sample is disputed or skipped by now"),
                      QT_TRANSLATE_NOOP("TaskCheck", "%n samples are disputed or skipped by now"),
                      QT_TRANSLATE_NOOP("TaskCheck", "They are still learned and tested. Decide on them, or "
                                                     "make the next version, which leaves them out.")));
    }
    if (contents.lost > 0) {
        checks.push_back({.name = "lost",
                          .level = Level::Note,
                          .sentence = contents.lost == 1
                                          ? QT_TRANSLATE_NOOP("TaskCheck", "a sample was removed or lost its label")
                                          : QT_TRANSLATE_NOOP("TaskCheck", "%n samples were removed or lost their "
                                                                           "label"),
                          .advice = QT_TRANSLATE_NOOP("TaskCheck", "They are left out of training and test, so figures "
                                                                   "of earlier runs stand on other samples. Make the "
                                                                   "next version."),
                          .n = contents.lost,
                          .words = {},
                          .remedy = TaskRemedy::NextVersion,
                          .filter = {},
                          .samples = {}});
    }
}

std::string replaced(std::string text, const std::string &what, const std::string &by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::ranges::find(names, name) != names.end();
}

TaskCheck tooLate(const std::string &downstream)
{
    return {.name = "upstream-late",
            .level = Level::Caution,
            .sentence = QT_TRANSLATE_NOOP("TaskCheck", "upstream, but learned after %1"),
            .advice = QT_TRANSLATE_NOOP("TaskCheck", "An upstream task is learned for later ones to reuse: move it "
                                                     "before the tasks that are judged, or make it a downstream one."),
            .n = 0,
            .words = {downstream},
            .remedy = TaskRemedy::None,
            .filter = {},
            .samples = {}};
}

/// Test samples of a task and the task that trains on almost the same pictures, by their places.
std::map<std::pair<std::size_t, std::size_t>, std::set<std::int64_t>>
lookAlikesAcross(const std::vector<TaskContents> &contents)
{
    static const std::vector<HeldPicture> kNone;
    std::vector<const std::vector<HeldPicture> *> lists;
    for (const TaskContents &one : contents) {
        lists.push_back(one.prints ? &one.prints->pictures : &kNone);
    }
    std::map<std::pair<std::size_t, std::size_t>, std::set<std::int64_t>> found;
    for (const std::vector<ListedPicture> &group : lookAlikes(lists)) {
        for (const ListedPicture &tested : group) {
            for (const ListedPicture &trained : group) {
                if (tested.picture->split == Split::Test && trained.picture->split == Split::Train) {
                    found[{tested.list, trained.list}].insert(tested.picture->id);
                }
            }
        }
    }
    return found;
}

TaskCheck nearLeakFrom(const std::string &task, std::vector<std::int64_t> samples)
{
    TaskCheck check =
        ofSamples("near-leak-across", Level::Caution, std::move(samples),
                  QT_TRANSLATE_NOOP("TaskCheck", "a test picture looks almost like one that %1 trains on"),
                  QT_TRANSLATE_NOOP("TaskCheck", "%n test pictures look almost like some that %1 trains on"),
                  QT_TRANSLATE_NOOP("TaskCheck", "Shots of one scene in both tasks make the test say too much. Look at "
                                                 "them, and remove those that %1 trains on."));
    check.words = {task};
    return check;
}

}  // namespace

const char *taskCheckLevelName(TaskCheck::Level level) noexcept
{
    return level == TaskCheck::Level::Caution ? "caution" : "note";
}

std::string inEnglish(const TaskCheck &check, const std::string &text)
{
    std::string said = replaced(text, "%n", std::to_string(check.n));
    for (std::size_t i = 0; i < check.words.size(); ++i) {
        said = replaced(said, "%" + std::to_string(i + 1), check.words[i]);
    }
    return said;
}

std::string filterOfClasses(std::span<const std::string> classes)
{
    std::string filter;
    for (const std::string &name : classes.first(std::min(classes.size(), kMostClasses))) {
        filter += (filter.empty() ? "label:" : " label:") + quotedValue(name);
    }
    return filter;
}

void sortByLevel(std::vector<TaskCheck> &checks)
{
    std::ranges::stable_sort(checks, [](const TaskCheck &a, const TaskCheck &b) { return a.level > b.level; });
}

std::vector<TaskCheck> checksOf(const TaskContents &contents)
{
    std::vector<TaskCheck> checks;
    checkLeaks(contents, checks);
    checkSizes(contents, checks);
    checkClasses(contents, checks);
    checkLabels(contents, checks);
    sortByLevel(checks);
    return checks;
}

std::map<std::string, std::vector<TaskCheck>> checksAmong(const std::vector<TaskContents> &contents,
                                                          const TaskOrder &order)
{
    std::map<std::string, std::vector<TaskCheck>> checks;
    auto alike = lookAlikesAcross(contents);
    for (std::size_t i = 0; i < contents.size(); ++i) {
        for (std::size_t j = 0; j < contents.size(); ++j) {
            const TaskContents &tested = contents[i];
            const TaskContents &trained = contents[j];
            if (tested.task.id == trained.task.id || !tested.prints || !trained.prints) {
                continue;
            }
            std::vector<std::int64_t> common = commonOf(heldIn(trained, Split::Train), heldIn(tested, Split::Test));
            std::vector<std::int64_t> near;
            std::ranges::set_difference(alike[{i, j}], common, std::inserter(near, near.end()));
            if (!near.empty()) {
                checks[tested.task.name].push_back(nearLeakFrom(trained.task.name, std::move(near)));
            }
            if (common.empty()) {
                continue;
            }
            TaskCheck check =
                ofSamples("leak-across", Level::Caution, std::move(common),
                          QT_TRANSLATE_NOOP("TaskCheck", "a test sample is trained on by %1"),
                          QT_TRANSLATE_NOOP("TaskCheck", "%n test samples are trained on by %1"),
                          QT_TRANSLATE_NOOP("TaskCheck",
                                            "What %1 learns of them helps here, and the test says too much. Make both "
                                            "tasks of data that is parted once, or remove the copies."));
            check.words = {trained.task.name};
            checks[tested.task.name].push_back(std::move(check));
        }
    }
    std::string downstream;
    for (const std::string &task : order.tasks) {
        if (!contains(order.upstream, task)) {
            downstream = downstream.empty() ? task : downstream;
        } else if (!downstream.empty()) {
            checks[task].push_back(tooLate(downstream));
        }
    }
    return checks;
}

std::map<std::string, std::vector<TaskCheck>> inspectTasks(Connection &connection, const std::filesystem::path &assets,
                                                           const TaskOrder &order, TaskContentsReader &reader,
                                                           const std::stop_token &stop)
{
    TaskStore store(connection, assets);
    std::vector<TaskContents> contents;
    for (const std::string &name : order.tasks) {
        const std::optional<Task> task = store.find(name);
        if (!task) {
            throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no task \"%1\"."), name),
                        say(QT_TRANSLATE_NOOP("Sentence", "See the names with: atlas task PROJECT list")));
        }
        contents.push_back(reader.read(connection, assets, *task, stop));
    }
    std::map<std::string, std::vector<TaskCheck>> checks = checksAmong(contents, order);
    for (const TaskContents &one : contents) {
        std::vector<TaskCheck> &found = checks[one.task.name];
        const std::vector<TaskCheck> own = checksOf(one);
        found.insert(found.end(), own.begin(), own.end());
        sortByLevel(found);
    }
    return checks;
}

}  // namespace atlas::storage
