#pragma once

#include "core/task_kind.h"
#include "storage/quality/quality_check.h"
#include "storage/quality/sample_places.h"
#include "widgets/charts/point_cloud.h"

namespace atlas::widgets {

class ClassColours;

/// What the points of the map are told apart by.
enum class MapColour { Label, Split, Review, Finding, Suggestion, Doubt };

struct MapColourChoice {
    MapColour colour;
    const char *title;  ///< English, translatable in context "MapColours"
    const char *help;   ///< one sentence, same context
};

/// In the order of the list.
std::span<const MapColourChoice> mapColourChoices();
QString mapColourTitle(const MapColourChoice &choice);
QString mapColourHelp(const MapColourChoice &choice);

/// The groups of the map and which of them each place belongs to.
struct MapGroups {
    std::vector<CloudGroup> groups;
    std::vector<int> ofPlace;  ///< in the order of the places
};

/// With more than eight classes the rarest ones share the group "other".
MapGroups mapGroups(MapColour colour, const storage::SamplePlaces &places, const TaskKind &kind,
                    const ClassColours &colours, const std::vector<storage::CheckFindings> &findings);

}  // namespace atlas::widgets
