#include "widgets/sequence/task_facts.h"

#include "core/scores.h"
#include "core/task_kind.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "widgets/charts/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TaskFacts)
};

QString translated(const std::string &text, const storage::TaskCheck &check)
{
    QString said = QCoreApplication::translate("TaskCheck", text.c_str());
    said.replace(QStringLiteral("%n"), format::count(check.n));
    for (std::size_t i = 0; i < check.words.size(); ++i) {
        // Not arg(): a class may be called "%1".
        said.replace(QStringLiteral("%") + QString::number(i + 1), QString::fromStdString(check.words[i]));
    }
    return said;
}

}  // namespace

double TaskFacts::imbalance() const
{
    if (classCounts.empty() || classCounts.back() <= 0) {
        return 0;
    }
    return double(classCounts.front()) / double(classCounts.back());
}

QString TaskFacts::inflow() const
{
    if (!looked || datasetOnly || !details.sandboxOf.empty()) {
        return {};
    }
    if (!news.newest.empty() && news.newest != task.name) {
        return Tr::tr("newer: %1").arg(QString::fromStdString(news.newest));
    }
    return news.added > 0 ? Tr::tr("+%1 new").arg(format::count(news.added)) : QString();
}

std::vector<TaskFacts> readTaskFacts(storage::Connection &connection, const std::filesystem::path &assets)
{
    storage::TaskStore store(connection, assets);
    std::vector<TaskFacts> out;
    std::set<std::int64_t> used;
    for (Task &task : store.list()) {
        used.insert(task.datasetId);
        TaskFacts facts;
        facts.details = store.details(task.name);
        facts.task = std::move(task);
        out.push_back(std::move(facts));
    }
    for (const Dataset &dataset : storage::DatasetStore(connection).list()) {
        if (!used.contains(dataset.id)) {
            TaskFacts facts;
            facts.datasetOnly = true;
            facts.task.datasetId = dataset.id;
            facts.task.dataset = dataset.name;
            facts.task.kind = dataset.kind;
            facts.labelled = dataset.labelledCount;
            out.push_back(std::move(facts));
        }
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

QString metricTitle(const std::string &metric)
{
    const auto all = scores();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Score &score) { return score.name == metric; });
    return found == all.end() ? QString::fromStdString(metric)
                              : QCoreApplication::translate("Score", found->title.c_str());
}

QString checkText(const storage::TaskCheck &check)
{
    return translated(check.sentence, check);
}

QString checkAdvice(const storage::TaskCheck &check)
{
    return translated(check.advice, check);
}

bool isCaution(const storage::TaskCheck &check)
{
    return check.level == storage::TaskCheck::Level::Caution;
}

}  // namespace atlas::widgets
