#include "core/translatable.h"
#include "report/report_charts.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/sections/pareto.h"

#include <QCoreApplication>

namespace atlas::report {

namespace {

constexpr std::size_t kFewTasks = 6;    ///< up to which two heat maps stand beside each other
constexpr std::size_t kManyTasks = 12;  ///< from which one needs more height
constexpr QSize kTallChart{700, 560};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

std::vector<Block> write(const ReportInput &input, Extent extent)
{
    const RunResults &results = input.results();
    if (results.learned() == 0) {
        return {
            Paragraph{Tr::tr("No task has been learned yet, so there is nothing to forget."), Paragraph::Kind::Lead}};
    }
    if (extent == Extent::OnePage) {
        const auto beside = paretoChart(input, kHalfWidth);
        return {Charts{{chartOf("changeMatrix", results, kHalfWidth),
                        beside ? *beside : chartOf("accuracyCurves", results, kHalfWidth)}}};
    }
    const bool few = results.tasks.size() <= kFewTasks;
    const Charts curves{{chartOf("accuracyCurves", results, few ? kLowWidth : kWholeWidth)}};
    if (few) {
        return {Charts{{chartOf("changeMatrix", results, kHalfWidth), chartOf("accuracyMatrix", results, kHalfWidth)}},
                curves};
    }
    const QSize size = results.tasks.size() >= kManyTasks ? kTallChart : kWholeWidth;
    return {Charts{{chartOf("changeMatrix", results, size)}}, curves,
            Charts{{chartOf("accuracyMatrix", results, size)}}};
}

}  // namespace

SectionKind forgettingSection()
{
    return {.id = "forgetting",
            .title = QT_TRANSLATE_NOOP("Report", "Forgetting and accuracy"),
            .inSummary = true,
            .write = &write};
}

}  // namespace atlas::report
