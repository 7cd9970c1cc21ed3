#include "storage/task_store.h"

#include "core/error.h"
#include "storage/query.h"
#include "storage/sample_loader.h"
#include "storage/split_random.h"
#include "storage/task_builder.h"
#include "storage/test_draw.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace atlas::storage {
namespace {

constexpr std::int64_t kLeastValidation = 100;

std::vector<std::int64_t> idsOf(Connection &connection, std::int64_t task, Split split)
{
    Query query(connection, "SELECT t.sample_id FROM task_sample t JOIN sample s ON s.id = t.sample_id "
                            "WHERE t.task_id = ? AND t.split = ? AND s.removed = 0 ORDER BY t.sample_id");
    query.bind(task, static_cast<int>(split));
    std::vector<std::int64_t> ids;
    while (query.step()) {
        ids.push_back(query.integer(0));
    }
    return ids;
}

/// Takes out samples that since the task was made lost their label or got one the task has no output for.
void keepLabelled(std::vector<Sample> &samples, const Task &task)
{
    const std::unordered_set<std::string> known(task.classes.begin(), task.classes.end());
    std::erase_if(samples, [&](const Sample &sample) {
        return sample.labels.empty() ||
               std::ranges::any_of(sample.labels, [&](const Label &label) { return !known.contains(label.name); });
    });
}

std::vector<Sample> samplesOf(Connection &connection, const std::filesystem::path &assets, const Task &task,
                              Split split)
{
    std::vector<Sample> samples = SampleLoader(connection, assets).load(idsOf(connection, task.id, split));
    keepLabelled(samples, task);
    return samples;
}

std::vector<Sample> drawFrom(std::vector<Sample> samples, std::int64_t count, const Task &task, std::uint64_t seed)
{
    std::vector<Sample> drawn;
    for (const std::size_t i :
         drawStratified(labelStrata(samples, task.classes), static_cast<std::size_t>(count), seed)) {
        drawn.push_back(std::move(samples[i]));
    }
    return drawn;
}

}  // namespace

TaskData TaskStore::load(const std::string &name, std::int64_t maxTrain, std::uint64_t seed)
{
    const Task task = known(name);
    TaskData data;
    data.task = task;
    data.train = samplesOf(m_connection, m_assets, task, Split::Train);
    data.validation = samplesOf(m_connection, m_assets, task, Split::Validation);
    data.test = samplesOf(m_connection, m_assets, task, Split::Test);
    const auto all = static_cast<std::int64_t>(data.train.size());
    if (maxTrain > 0 && maxTrain < all) {
        const double share = static_cast<double>(maxTrain) / static_cast<double>(all);
        const auto validation =
            std::max<std::int64_t>(kLeastValidation, std::llround(share * static_cast<double>(data.validation.size())));
        data.train = drawFrom(std::move(data.train), maxTrain, task, seed);
        data.validation = drawFrom(std::move(data.validation), validation, task, seed);
    }
    data.task.trainCount = static_cast<std::int64_t>(data.train.size());
    data.task.validationCount = static_cast<std::int64_t>(data.validation.size());
    data.task.testCount = static_cast<std::int64_t>(data.test.size());
    return data;
}

std::optional<Sample> drawTestSample(Connection &connection, const std::filesystem::path &assets, const Task &task,
                                     const TestDraw &draw)
{
    std::vector<std::int64_t> ids = idsOf(connection, task.id, Split::Test);
    shuffleBySeed(ids, draw.seed);
    std::ranges::stable_partition(ids, [&](std::int64_t id) { return id != draw.besides; });
    SampleLoader loader(connection, assets);
    for (const std::int64_t id : ids) {  // one after another: the first will do nearly always
        std::vector<Sample> sample = loader.load({&id, 1});
        keepLabelled(sample, task);
        if (!sample.empty()) {
            return std::move(sample.front());
        }
    }
    return std::nullopt;
}

}  // namespace atlas::storage
