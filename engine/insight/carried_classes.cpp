#include "engine/insight/carried_classes.h"

#include <algorithm>
#include <unordered_map>

namespace atlas::engine {

CarriedClasses carriedClasses(const std::vector<const Sample *> &samples, const std::vector<std::string> &classes,
                              bool multiLabel)
{
    std::unordered_map<std::string, int> places;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        places.emplace(classes[i], static_cast<int>(i));
    }
    CarriedClasses carried(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        double heaviest = 0;
        for (const Label &label : samples[i]->labels) {
            const auto place = places.find(label.name);
            if (place == places.end() || label.weight <= 0) {
                continue;
            }
            if (multiLabel) {
                carried[i].push_back(place->second);
            } else if (label.weight > heaviest) {
                heaviest = label.weight;
                carried[i] = {place->second};
            }
        }
        std::ranges::sort(carried[i]);
        carried[i].erase(std::ranges::unique(carried[i]).begin(), carried[i].end());
    }
    return carried;
}

std::vector<std::int64_t> countsOf(const CarriedClasses &carried, std::size_t classes)
{
    std::vector<std::int64_t> counts(classes);
    for (const std::vector<int> &own : carried) {
        for (const int label : own) {
            ++counts[static_cast<std::size_t>(label)];
        }
    }
    return counts;
}

}  // namespace atlas::engine
