#include "widgets/charts/registry.h"

#include <array>

// The order is the order on the page.
#define ATLAS_RESULT_CHARTS(CHART)                                                                                     \
    CHART(accuracyMatrix)                                                                                              \
    CHART(accuracyCurves)                                                                                              \
    CHART(forgettingCurves)                                                                                            \
    CHART(changeMatrix)                                                                                                \
    CHART(knowledgeMap)                                                                                                \
    CHART(taskTime)                                                                                                    \
    CHART(taskSize)

namespace atlas::widgets {

#define ATLAS_DECLARE(chart) ResultChart chart();
ATLAS_RESULT_CHARTS(ATLAS_DECLARE)
#undef ATLAS_DECLARE

std::span<const ResultChart> resultCharts()
{
#define ATLAS_MAKE(chart) chart(),
    static const std::array kCharts{ATLAS_RESULT_CHARTS(ATLAS_MAKE)};
#undef ATLAS_MAKE
    return kCharts;
}

}  // namespace atlas::widgets
