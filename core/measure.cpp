#include "core/measure.h"

#include "core/measure_groups/groups.h"
#include "core/registry.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <array>
#include <cmath>
#include <numeric>

namespace atlas {
namespace {

const char *const kNoMeaning = QT_TRANSLATE_NOOP("Measure", "It cannot be computed from what was measured.");

using Values = std::vector<std::optional<double>>;

/// Over the tasks for which it is defined.
std::optional<double> meanOf(const Values &values)
{
    double sum = 0;
    int defined = 0;
    for (const auto &value : values) {
        if (value && !std::isnan(*value)) {
            sum += *value;
            ++defined;
        }
    }
    return defined > 0 ? std::optional(sum / defined) : std::nullopt;
}

std::optional<double> valueOf(const Measure &measure, const ScoreTable &table)
{
    return measure.value ? measure.value(table) : meanOf(measure.tasks(table));
}

std::vector<double> definedValues(const Measure &measure, const std::vector<ScoreTable> &tables)
{
    std::vector<double> values;
    for (const ScoreTable &table : tables) {
        if (const auto value = valueOf(measure, table)) {
            values.push_back(*value);
        }
    }
    return values;
}

std::int64_t testSamples(const ScoreTable &table)
{
    return static_cast<std::int64_t>(std::accumulate(table.counts.begin(), table.counts.end(), 0.0));
}

MeasureResult ofTable(const Measure &measure, const MeasureContext &context)
{
    MeasureResult result;
    result.value = valueOf(measure, context.table());
    result.n = testSamples(context.table());
    if (measure.tasks) {
        for (const auto &value : measure.tasks(context.table())) {
            const bool measured = value && !std::isnan(*value);
            result.tasks.push_back({measured ? value : std::nullopt, {}});
        }
    }
    if (!result.value) {
        return result;
    }
    // A figure that most resamples leave undefined has no interval worth showing.
    if (auto values = definedValues(measure, context.resampled()); 2 * values.size() > context.resampled().size()) {
        result.interval = percentileInterval(std::move(values), result.n);
    }
    result.seeds = seedInterval(definedValues(measure, context.seeds()));
    return result;
}

MeasureResult resultOf(const Measure &measure, const MeasureContext &context)
{
    for (const Requirement *need : measure.needs) {
        if (!need->met(context)) {
            return {.value = {}, .reason = need->reason};
        }
    }
    MeasureResult result = measure.compute ? measure.compute(context) : ofTable(measure, context);
    if (!result.value && result.reason.empty()) {
        result.reason = *measure.undefined != '\0' ? measure.undefined : kNoMeaning;
    }
    return result;
}

std::vector<Measure> collect()
{
    std::vector<Measure> all;
#define ATLAS_COLLECT(group)                                                                                           \
    for (Measure & measure : measure_groups::group()) {                                                                \
        all.push_back(std::move(measure));                                                                             \
    }
    ATLAS_MEASURE_GROUPS(ATLAS_COLLECT)
#undef ATLAS_COLLECT
    return all;
}

}  // namespace

const char *measureUnitName(MeasureUnit unit) noexcept
{
    static constexpr std::array kNames{"share", "points",  "percent",    "ratio",       "parameters",
                                       "bytes", "seconds", "per second", "milliseconds"};
    return kNames[static_cast<std::size_t>(unit)];
}

MeasureContext::MeasureContext(const MeasureInput &input)
    : m_input(input),
      m_table(scoreTable(input.run, input.single ? &*input.single : nullptr, input.joint ? &*input.joint : nullptr)),
      m_resampled(resampledTables(m_table, input.samples))
{
    for (const RunResults &other : input.seeds) {
        if (ScoreTable table = scoreTable(other); table.tasks() == m_table.tasks()) {
            m_seeds.push_back(std::move(table));
        }
    }
    if (!m_seeds.empty()) {
        m_seeds.insert(m_seeds.begin(), scoreTable(input.run));
    }
}

std::span<const Measure> measures()
{
    static const std::vector<Measure> registry = collect();
    return registry;
}

const Measure &measure(const std::string &name)
{
    return findNamed(measures(), name, say(QT_TRANSLATE_NOOP("Sentence", "measure")));
}

std::vector<MeasureResult> computeMeasures(const MeasureInput &input)
{
    const MeasureContext context(input);
    std::vector<MeasureResult> results;
    for (const Measure &measure : measures()) {
        results.push_back(resultOf(measure, context));
    }
    return results;
}

}  // namespace atlas
