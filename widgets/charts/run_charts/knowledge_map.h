#pragma once

#include "core/run_results.h"
#include "widgets/charts/heat_map.h"

namespace atlas::widgets {

/// More than chance explains: |effect| > 1.96 se.
bool isSure(const AdapterEffect &effect);

/// Why a run has no knowledge map, and what would give one.
struct MissingKnowledge {
    QString title;
    QString text;
};
MissingKnowledge whyNoKnowledge(const RunResults &results);

/// What one task would lose without each adapter, by groups of layers.
void showLayerMap(HeatMap &map, const RunResults &results, int task);

}  // namespace atlas::widgets
