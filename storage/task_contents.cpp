#include "storage/task_contents.h"

#include "core/error.h"
#include "core/observer.h"
#include "storage/quality/content_key.h"
#include "storage/quality/measure_store.h"
#include "storage/quality/near_duplicates.h"
#include "storage/query.h"
#include "storage/sample_loader.h"

#include <algorithm>
#include <unordered_set>

namespace atlas::storage {
namespace {

constexpr std::size_t kPage = 2000;

struct Placed {
    std::int64_t id = 0;
    Split split = Split::Train;
};

std::vector<Placed> placesOf(Connection &connection, std::int64_t task)
{
    Query query(connection, "SELECT t.sample_id, t.split FROM task_sample t JOIN sample s ON s.id = t.sample_id "
                            "WHERE t.task_id = ? AND s.removed = 0 ORDER BY t.sample_id");
    query.bind(task);
    std::vector<Placed> places;
    while (query.step()) {
        places.push_back({query.integer(0), static_cast<Split>(query.integer(1))});
    }
    return places;
}

/// One picture and nothing else: what a sketch says all of.
bool isPictureAlone(const Sample &sample)
{
    return sample.image && !sample.image2 && sample.question.empty() && sample.choices.empty();
}

/// Test samples in a group that is also trained on.
std::vector<std::int64_t> lookAlikesIn(const std::vector<HeldPicture> &pictures)
{
    std::vector<std::int64_t> found;
    for (const std::vector<ListedPicture> &group : lookAlikes({&pictures})) {
        if (std::ranges::none_of(group, [](const ListedPicture &one) { return one.picture->split == Split::Train; })) {
            continue;
        }
        for (const ListedPicture &one : group) {
            if (one.picture->split == Split::Test) {
                found.push_back(one.picture->id);
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

std::vector<std::int64_t> readIds(Query &query)
{
    std::vector<std::int64_t> ids;
    while (query.step()) {
        ids.push_back(query.integer(0));
    }
    return ids;
}

void countLabels(Connection &connection, TaskContents &contents)
{
    for (std::vector<std::int64_t> &counts : contents.classes) {
        counts.assign(contents.task.classes.size(), 0);
    }
    Query classes(connection, "SELECT t.split, c.position, count(*) FROM task_sample t "
                              "JOIN sample s ON s.id = t.sample_id AND s.removed = 0 "
                              "JOIN sample_label l ON l.sample_id = t.sample_id "
                              "JOIN task_class c ON c.task_id = t.task_id AND c.class_id = l.class_id "
                              "WHERE t.task_id = ? GROUP BY t.split, c.position");
    classes.bind(contents.task.id);
    while (classes.step()) {
        contents.classes.at(static_cast<std::size_t>(classes.integer(0) - 1))
            .at(static_cast<std::size_t>(classes.integer(1))) = classes.integer(2);
    }
    Query samples(connection, "SELECT t.split, count(*) FROM task_sample t "
                              "JOIN sample s ON s.id = t.sample_id AND s.removed = 0 WHERE t.task_id = ? "
                              "AND EXISTS (SELECT 1 FROM sample_label l WHERE l.sample_id = s.id) GROUP BY t.split");
    samples.bind(contents.task.id);
    while (samples.step()) {
        contents.samples.at(static_cast<std::size_t>(samples.integer(0) - 1)) = samples.integer(1);
    }
    const Task &task = contents.task;
    contents.lost = task.trainCount + task.validationCount + task.testCount - contents.samples[0] -
                    contents.samples[1] - contents.samples[2];
}

}  // namespace

std::vector<std::vector<ListedPicture>> lookAlikes(const std::vector<const std::vector<HeldPicture> *> &lists)
{
    std::vector<std::optional<pictures::PictureSketch>> sketches;
    std::vector<ListedPicture> listed;
    for (std::size_t list = 0; list < lists.size(); ++list) {
        for (const HeldPicture &picture : *lists[list]) {
            sketches.push_back(picture.sketch);
            listed.push_back({&picture, list});
        }
    }
    std::vector<std::vector<ListedPicture>> groups;
    for (const std::vector<std::size_t> &places : nearDuplicates(sketches)) {
        std::vector<ListedPicture> &group = groups.emplace_back();
        for (const std::size_t place : places) {
            group.push_back(listed[place]);
        }
    }
    return groups;
}

TaskContents TaskContentsReader::read(Connection &connection, const std::filesystem::path &assets, const Task &task,
                                      const std::stop_token &stop)
{
    TaskContents contents;
    contents.task = task;
    countLabels(connection, contents);
    Query disputed(connection, "SELECT t.sample_id FROM task_sample t JOIN sample s ON s.id = t.sample_id "
                               "WHERE t.task_id = ? AND s.removed = 0 AND s.review IN (3, 4) ORDER BY t.sample_id");
    contents.disputed = readIds(disputed.bind(task.id));
    Query relabelled(connection, "SELECT DISTINCT e.sample_id FROM event e JOIN task_sample t "
                                 "ON t.task_id = ? AND t.sample_id = e.sample_id "
                                 "WHERE e.what = 'label' AND e.at_us > ? ORDER BY e.sample_id");
    contents.relabelled = readIds(relabelled.bind(task.id, task.createdUs));
    contents.prints = printsOf(connection, assets, task, stop);
    return contents;
}

std::size_t TaskContentsReader::timesRead() const
{
    const std::lock_guard lock(m_mutex);
    return m_timesRead;
}

std::shared_ptr<const TaskPrints> TaskContentsReader::printsOf(Connection &connection,
                                                               const std::filesystem::path &assets, const Task &task,
                                                               const std::stop_token &stop)
{
    const std::vector<Placed> places = placesOf(connection, task.id);
    auto prints = std::make_shared<TaskPrints>();
    prints->samples = static_cast<std::int64_t>(places.size());
    for (const Placed &placed : places) {
        prints->idSum += placed.id;
    }
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_prints.find(task.id);
        if (known != m_prints.end() && known->second->samples == prints->samples &&
            known->second->idSum == prints->idSum) {
            return known->second;
        }
    }
    const auto measures = MeasureStore(connection).ofDataset(task.datasetId);
    SampleLoader loader(connection, assets);
    std::unordered_set<std::string> seen;
    for (std::size_t begin = 0; begin < places.size(); begin += kPage) {
        throwIfStopped(stop);
        const std::size_t end = std::min(places.size(), begin + kPage);
        std::vector<std::int64_t> ids;
        std::map<std::int64_t, Split> splits;
        for (std::size_t i = begin; i < end; ++i) {
            ids.push_back(places[i].id);
            splits[places[i].id] = places[i].split;
        }
        for (const Sample &sample : loader.load(ids)) {
            const Split split = splits.at(sample.id);
            prints->of.at(static_cast<std::size_t>(splitPlace(split)))
                .push_back({std::stoull(contentKey(sample).substr(0, 16), nullptr, 16), sample.id});
            const auto measured = isPictureAlone(sample) && seen.insert(sample.image->sha256).second
                                      ? measures.find(sample.image->sha256)
                                      : measures.end();
            if (measured != measures.end()) {
                prints->pictures.push_back({measured->second.sketch, sample.id, split});
            }
        }
    }
    for (std::vector<HeldSample> &samples : prints->of) {
        std::ranges::sort(samples);
    }
    throwIfStopped(stop);
    prints->lookAlikes = lookAlikesIn(prints->pictures);
    const std::lock_guard lock(m_mutex);
    m_prints[task.id] = prints;
    ++m_timesRead;
    return prints;
}

}  // namespace atlas::storage
