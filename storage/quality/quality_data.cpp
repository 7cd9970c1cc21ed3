#include "storage/quality/quality_data.h"

#include "core/observer.h"
#include "storage/dataset_store.h"
#include "storage/quality/measure_store.h"
#include "storage/query.h"
#include "storage/sample_store.h"

#include <algorithm>

namespace atlas::storage {

QualityData readQualityData(Connection &connection, const std::filesystem::path &assets, std::int64_t dataset,
                            const std::stop_token &stop)
{
    constexpr std::size_t kBatch = 4096;
    QualityData data;
    DatasetStore datasets(connection);
    data.dataset = datasets.get(dataset);
    data.classes = datasets.classes(dataset);
    SampleStore store(connection, assets);
    SampleFilter filter;
    filter.withoutReview = ReviewState::Skipped;
    const std::vector<std::int64_t> ids = store.ids(dataset, filter);
    data.samples.reserve(ids.size());
    for (std::size_t begin = 0; begin < ids.size(); begin += kBatch) {
        throwIfStopped(stop);
        std::ranges::move(store.load(std::span(ids).subspan(begin, std::min(kBatch, ids.size() - begin))),
                          std::back_inserter(data.samples));
    }
    data.measures = MeasureStore(connection).ofDataset(dataset);
    data.insights = InsightStore(connection).ofDataset(dataset);
    Query kept(connection, "SELECT key FROM finding_kept WHERE dataset_id = ?");
    kept.bind(dataset);
    while (kept.step()) {
        data.kept.insert(kept.text(0));
    }
    std::vector<const Sample *> all;
    for (const Sample &sample : data.samples) {
        all.push_back(&sample);
    }
    throwIfStopped(stop);
    data.copies = copiesAmong(all);
    data.lookAlikes = lookAlikesAmong(all, [&](std::size_t place) {
        const auto known = data.measures.find(data.samples[place].image->sha256);
        return known == data.measures.end() ? nullptr : &known->second;
    });
    return data;
}

}  // namespace atlas::storage
