#include "widgets/sequence/task_facts.h"

#include "core/measures.h"
#include "core/task_kind.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/task_store.h"
#include "widgets/charts/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TaskFacts)
};

constexpr std::int64_t kFewTrain = 50;
constexpr std::int64_t kFewPerClass = 5;
constexpr double kImbalanced = 10;
constexpr double kWideInterval = 0.05;  ///< half of a 95 % interval

bool worse(const TaskCheck &a, const TaskCheck &b)
{
    return a.level > b.level;
}

}  // namespace

double TaskFacts::imbalance() const
{
    if (classCounts.empty() || classCounts.back() <= 0) {
        return 0;
    }
    return double(classCounts.front()) / double(classCounts.back());
}

std::vector<TaskCheck> checksOf(const Task &task, const std::vector<std::int64_t> &classCounts)
{
    using Level = TaskCheck::Level;
    std::vector<TaskCheck> checks;
    if (task.trainCount < kFewTrain) {
        checks.push_back({Level::Caution, Tr::tr("only %n training samples", nullptr, int(task.trainCount)),
                          Tr::tr("Label more: under %1 the result is mostly chance.").arg(kFewTrain)});
    }
    if (task.validationCount == 0) {
        checks.push_back({Level::Caution, Tr::tr("no validation samples"),
                          Tr::tr("Make the task again with a share for validation: it picks the best epoch.")});
    }
    const double half = 1.96 * standardErrorOfShare(0.5, double(std::max<std::int64_t>(task.testCount, 1)));
    if (half > kWideInterval) {
        checks.push_back(
            {task.testCount < kFewTrain ? Level::Caution : Level::Note,
             Tr::tr("test of %1: known to ±%2 points").arg(format::count(task.testCount), format::percentNumber(half)),
             Tr::tr("Differences smaller than that say nothing. A larger test split narrows it.")});
    }
    const auto rare =
        std::count_if(classCounts.begin(), classCounts.end(), [](std::int64_t n) { return n > 0 && n < kFewPerClass; });
    const auto none = std::count(classCounts.begin(), classCounts.end(), 0);
    if (rare > 0) {
        checks.push_back({Level::Caution,
                          Tr::tr("%n classes with under %1 samples", nullptr, int(rare)).arg(kFewPerClass),
                          Tr::tr("Label more of them, or join them with another class.")});
    }
    if (none > 0) {
        checks.push_back({Level::Note, Tr::tr("%n classes without samples", nullptr, int(none)),
                          Tr::tr("They can never be answered. Remove them or label some.")});
    }
    if (rare == 0 && !classCounts.empty() && classCounts.back() > 0 &&
        double(classCounts.front()) > kImbalanced * double(classCounts.back())) {
        checks.push_back({Level::Note,
                          Tr::tr("largest class has %1 times the smallest")
                              .arg(format::number(double(classCounts.front()) / double(classCounts.back()), 2)),
                          Tr::tr("Accuracy then says little about rare classes: choose balanced accuracy or F1 for "
                                 "this task.")});
    }
    std::stable_sort(checks.begin(), checks.end(), worse);
    return checks;
}

std::vector<TaskFacts> readTaskFacts(storage::Connection &connection, const std::filesystem::path &assets)
{
    storage::DatasetStore datasets(connection);
    std::map<std::int64_t, std::vector<std::int64_t>> counts;
    std::vector<TaskFacts> out;
    for (Task &task : storage::TaskStore(connection, assets).list()) {
        if (!counts.contains(task.datasetId)) {
            std::vector<std::int64_t> ofDataset;
            for (const storage::LabelClass &label : datasets.classes(task.datasetId)) {
                ofDataset.push_back(label.count);
            }
            std::sort(ofDataset.rbegin(), ofDataset.rend());
            counts.emplace(task.datasetId, std::move(ofDataset));
        }
        TaskFacts facts{.task = std::move(task), .classCounts = {}, .checks = {}};
        facts.classCounts = counts.at(facts.task.datasetId);
        facts.checks = checksOf(facts.task, facts.classCounts);
        out.push_back(std::move(facts));
    }
    return out;
}

QString kindTitle(const std::string &kind)
{
    const auto kinds = taskKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const TaskKind &k) { return k.name == kind; });
    return found == kinds.end() ? QString::fromStdString(kind)
                                : QCoreApplication::translate("TaskKind", found->title.c_str());
}

QString kindIcon(const std::string &kind)
{
    static const std::map<std::string, const char *> kIcons{{"image", "image-x-generic"},
                                                            {"text", "text-x-generic"},
                                                            {"image-text", "help-contents"},
                                                            {"image-pair", "view-split-left-right"},
                                                            {"choice", "view-list-details"}};
    const auto found = kIcons.find(kind);
    return QString::fromLatin1(found == kIcons.end() ? "dot" : found->second);
}

}  // namespace atlas::widgets
