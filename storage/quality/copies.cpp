#include "storage/quality/copies.h"

#include "storage/quality/content_key.h"
#include "storage/quality/near_duplicates.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace atlas::storage {

PlaceGroups copiesAmong(const std::vector<const Sample *> &samples)
{
    std::unordered_map<std::string, std::size_t> known;
    PlaceGroups groups;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto [entry, isNew] = known.emplace(contentKey(*samples[i]), groups.size());
        if (isNew) {
            groups.emplace_back();
        }
        groups[entry->second].push_back(i);
    }
    std::erase_if(groups, [](const std::vector<std::size_t> &group) { return group.size() < 2; });
    return groups;
}

PlaceGroups lookAlikesAmong(const std::vector<const Sample *> &samples, const MeasuresOf &measuresOf)
{
    std::unordered_set<std::string> seen;
    std::vector<std::optional<pictures::PictureSketch>> sketches;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Sample &sample = *samples[i];
        const bool alone = sample.image && !sample.image2 && sample.question.empty() && sample.choices.empty();
        const bool compared = alone && seen.insert(sample.image->sha256).second;
        const pictures::PictureMeasures *measures = compared ? measuresOf(i) : nullptr;
        sketches.push_back(measures != nullptr ? measures->sketch : std::nullopt);
    }
    return nearDuplicates(sketches);
}

}  // namespace atlas::storage
