#include "storage/run_differences.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_results.h"
#include "storage/run_store.h"

namespace atlas::storage {
namespace {

std::vector<ComparedRun> readAnswers(Connection &connection, const std::filesystem::path &assets,
                                     std::span<const std::int64_t> runs)
{
    std::vector<ComparedRun> read;
    for (const std::int64_t id : runs) {
        const auto run = RunStore(connection).find(std::to_string(id));
        if (!run) {
            throw Error(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1 to compare."), id));
        }
        ComparedRun compared;
        compared.input.run = readRunResults(connection, assets, *run);
        const int last = compared.input.run.learned() - 1;
        for (int task = 0; task <= last; ++task) {
            compared.input.answers.push_back(ResultStore(connection).predictions(run->id, last, task));
        }
        read.push_back(std::move(compared));
    }
    return read;
}

RunGroup groupOf(const std::vector<ComparedRun> &runs)
{
    RunGroup group;
    for (const ComparedRun &run : runs) {
        group.runs.push_back(&run);
    }
    return group;
}

}  // namespace

GroupDifference readDifference(Connection &connection, const std::filesystem::path &assets,
                               std::span<const std::int64_t> baseline, std::span<const std::int64_t> runs)
{
    const std::vector<ComparedRun> first = readAnswers(connection, assets, baseline);
    const std::vector<ComparedRun> second = readAnswers(connection, assets, runs);
    return differenceOf(groupOf(first), groupOf(second));
}

}  // namespace atlas::storage
