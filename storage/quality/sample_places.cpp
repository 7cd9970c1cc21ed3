#include "storage/quality/sample_places.h"

#include "storage/dataset_store.h"
#include "storage/query.h"

#include <cmath>

namespace atlas::storage {
namespace {

constexpr char kSelect[] =
    "SELECT s.id, i.x, i.y, s.split, s.review, (SELECT l.class_id FROM sample_label l JOIN label_class c "
    "ON c.id = l.class_id WHERE l.sample_id = s.id ORDER BY c.position, c.id LIMIT 1), i.suggestions ->> '$[0][0]', "
    "i.suggestions ->> '$[0][1]', i.given, i.suspicious, i.label FROM sample s "
    "LEFT JOIN sample_insight i ON i.sample_id = s.id WHERE s.dataset_id = ? AND s.removed = 0 ORDER BY s.id";

/// Whether the label that was looked at (LabelRows::describe) begins with this class.
bool beginsWith(const std::string &label, const std::string &name)
{
    return label.starts_with(name) && (label.size() == name.size() || label.compare(name.size(), 2, ", ") == 0 ||
                                       label.compare(name.size(), 2, " (") == 0);
}

}  // namespace

SamplePlaces readSamplePlaces(Connection &connection, std::int64_t dataset)
{
    SamplePlaces places;
    places.record = InsightStore(connection).record(dataset);
    places.classes = DatasetStore(connection).classes(dataset);
    std::unordered_map<std::int64_t, std::string> names;
    for (const LabelClass &one : places.classes) {
        names.emplace(one.id, one.name);
    }
    Query query(connection, kSelect);
    query.bind(dataset);
    while (query.step()) {
        SamplePlace place{.sample = query.integer(0),
                          .x = static_cast<float>(query.real(1)),
                          .y = static_cast<float>(query.real(2)),
                          .labelClass = query.integer(5),
                          .split = static_cast<Split>(query.integer(3)),
                          .review = static_cast<ReviewState>(query.integer(4))};
        if (!std::isfinite(place.x) || !std::isfinite(place.y)) {
            ++places.unplaced;
            continue;
        }
        if (const std::int64_t suggested = query.integer(6); names.contains(suggested)) {
            place.suggestedClass = suggested;
            place.suggested = query.real(7);
        }
        const auto carried = names.find(place.labelClass);
        if (carried != names.end() && beginsWith(query.text(10), carried->second)) {  // else labelled otherwise since
            place.given = query.real(8);
            place.suspicious = query.integer(9) != 0 && place.review == ReviewState::Labelled;
        }
        places.placed.push_back(place);
    }
    return places;
}

}  // namespace atlas::storage
