#include "widgets/sequence/sequence_facts.h"

#include "core/label_share.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "widgets/charts/format.h"
#include "widgets/train/run_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace atlas::widgets {

namespace {
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SequenceFacts)
};
}  // namespace

std::map<std::string, PastCost> readPastCosts(storage::Connection &connection, const std::filesystem::path &assets)
{
    struct Sum {
        double seconds = 0;
        double samples = 0;
        double bytes = 0;
        int tasks = 0;
    };
    std::map<std::string, std::int64_t> trainCounts;
    for (const Task &task : storage::TaskStore(connection, assets).list()) {
        trainCounts[task.name] = task.trainCount;
    }
    std::map<std::string, Sum> sums;
    storage::ResultStore results(connection);
    for (const RunRecord &run : storage::RunStore(connection).list()) {
        if (run.status != RunStatus::Finished) {
            continue;
        }
        Sum &sum = sums[run.spec.strategy];
        for (const TaskCost &cost : results.costs(run.id)) {
            const auto task = std::size_t(cost.task);
            const auto count = task < run.tasks.size() ? trainCounts.find(run.tasks[task]) : trainCounts.end();
            if (count == trainCounts.end() || run.spec.origin.tookOver(cost.task)) {
                continue;
            }
            sum.seconds += cost.trainSeconds;
            sum.samples += usedSamples(run.spec, double(count->second));
            sum.bytes += double(cost.bytesAdded);
            ++sum.tasks;
        }
    }
    std::map<std::string, PastCost> out;
    for (const auto &[strategy, sum] : sums) {
        if (sum.tasks > 0 && sum.samples > 0) {
            out[strategy] = {.secondsPerSample = sum.seconds / sum.samples, .bytesPerTask = sum.bytes / sum.tasks};
        }
    }
    return out;
}

std::vector<std::pair<QString, QString>> sequenceFacts(const std::vector<TaskFacts> &tasks,
                                                       const std::map<std::string, PastCost> &past)
{
    std::int64_t train = 0;
    std::int64_t test = 0;
    std::size_t classes = 0;
    QStringList kinds;
    std::int64_t upstream = 0;
    for (const TaskFacts &facts : tasks) {
        upstream += facts.upstream ? 1 : 0;
        train += facts.task.trainCount;
        test += facts.task.testCount;
        classes += facts.task.classes.size();
        if (const QString kind = kindTitle(facts.task.kind); !kinds.contains(kind)) {
            kinds << kind;
        }
    }
    std::vector<std::pair<QString, QString>> out{
        {Tr::tr("Tasks"), format::count(qint64(tasks.size()))},
        {Tr::tr("Roles"), Tr::tr("%1 upstream, %2 downstream")
                              .arg(format::count(upstream), format::count(qint64(tasks.size()) - upstream))},
        {Tr::tr("Training samples"), format::count(train)},
        {Tr::tr("Test samples"), format::count(test)},
        {Tr::tr("Classes"), format::count(qint64(classes))},
        {Tr::tr("Kinds"), kinds.isEmpty() ? Tr::tr("none") : kinds.join(QStringLiteral(", "))},
    };
    for (const auto &[strategy, cost] : past) {
        out.emplace_back(Tr::tr("With %1").arg(strategyWord(strategy)),
                         Tr::tr("about %1, %2")
                             .arg(format::duration(cost.secondsPerSample * double(train)),
                                  format::bytes(cost.bytesPerTask * double(tasks.size()))));
    }
    if (past.empty()) {
        out.emplace_back(Tr::tr("Time and size"), Tr::tr("known after the first run"));
    }
    return out;
}

}  // namespace atlas::widgets
