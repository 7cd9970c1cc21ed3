#include "widgets/charts/run_charts/knowledge_map.h"

#include "core/translatable.h"
#include "widgets/charts/format.h"
#include "widgets/charts/registry.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

#include <QLocale>

#include <algorithm>
#include <set>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ResultChart)
};

constexpr double kLeastRange = 0.05;  ///< nats; effects under it are faint, whatever the greatest is

/// Nats with the digits that their standard errors leave, and a minus as wide as a plus.
QString nats(double value)
{
    const QString digits = QLocale().toString(std::abs(value), 'f', 2);
    const bool below = value < 0 && std::abs(value) >= 0.005;
    return below ? format::withMinus(QStringLiteral("-") + digits) : digits;
}

/// Over all layers that the adapter is in: the effect whose layers hold those of all others of the pair.
bool isWhole(const AdapterEffect &effect, const std::vector<AdapterEffect> &effects)
{
    return std::ranges::none_of(effects, [&](const AdapterEffect &other) {
        return other.task == effect.task && other.adapter == effect.adapter &&
               other.lastLayer - other.firstLayer > effect.lastLayer - effect.firstLayer;
    });
}

void setColours(HeatMapData &data)
{
    double range = kLeastRange;
    for (const auto &row : data.cells) {
        for (const auto &cell : row) {
            range = std::isfinite(cell.value) ? std::max(range, std::abs(cell.value)) : range;
        }
    }
    for (auto &row : data.cells) {
        for (auto &cell : row) {
            cell.level = cell.value / range;
        }
    }
    data.range = range;
    data.unit = 1;
    data.scale = HeatMapData::Scale::Change;
    data.valueTitle = Tr::tr("rise of the loss");
}

QString layersOf(const AdapterEffect &effect)
{
    return effect.firstLayer == effect.lastLayer
               ? Tr::tr("layer %1").arg(effect.firstLayer + 1)
               : Tr::tr("layers %1 to %2").arg(effect.firstLayer + 1).arg(effect.lastLayer + 1);
}

HeatMapData::Cell cellOf(const RunResults &results, const AdapterEffect &effect)
{
    const QString number = nats(effect.effect);
    const QString task = taskName(results, effect.task);
    const QString sure = isSure(effect) ? Tr::tr("More than chance explains.") : Tr::tr("Chance may explain it.");
    const QString what =
        effect.effect < 0
            ? Tr::tr("%1 without the adapter of %2 in %3: its validation loss is lower by %4 (±%5; n = %6).")
            : Tr::tr("%1 without the adapter of %2 in %3: its validation loss is higher by %4 (±%5; n = %6).");
    return {.value = effect.effect,
            .level = effect.effect,
            .text = isSure(effect) ? number : QStringLiteral("(%1)").arg(number),
            .details = what.arg(task, taskName(results, effect.adapter), layersOf(effect),
                                nats(std::abs(effect.effect)), nats(1.96 * effect.se), format::count(effect.n)) +
                       QLatin1Char('\n') + sure};
}

/// Of older adapters the one that a later task would miss most, as far as chance does not explain it.
const AdapterEffect *mostMissed(const std::vector<const AdapterEffect *> &effects)
{
    const AdapterEffect *most = nullptr;
    for (const AdapterEffect *effect : effects) {
        if (effect->adapter != effect->task && effect->effect > 0 && isSure(*effect) &&
            (most == nullptr || effect->effect > most->effect)) {
            most = effect;
        }
    }
    return most;
}

void show(ChartView &view, const RunResults &results)
{
    auto &map = static_cast<HeatMap &>(view);
    HeatMapData data;
    data.rowTitle = Tr::tr("task");
    data.columnTitle = Tr::tr("without the adapter of");
    data.outlineDiagonal = true;
    const std::size_t n = results.tasks.size();
    for (int task = 0; task < int(n); ++task) {
        data.rows << Tr::tr("%1  %2").arg(task + 1).arg(taskName(results, task));
        data.columns << taskName(results, task);
        data.cells.emplace_back(n);
    }
    std::vector<const AdapterEffect *> whole;
    for (const AdapterEffect &effect : results.effects) {
        const bool known = effect.task >= 0 && effect.task < int(n) && effect.adapter >= 0 && effect.adapter < int(n);
        if (known && isWhole(effect, results.effects)) {
            data.cells[std::size_t(effect.task)][std::size_t(effect.adapter)] = cellOf(results, effect);
            whole.push_back(&effect);
        }
    }
    setColours(data);
    if (whole.empty()) {
        map.setTitle(whyNoKnowledge(results).title);
    } else if (const AdapterEffect *most = mostMissed(whole)) {
        map.setTitle(Tr::tr("%1 is served most by the adapter of %2: without it its loss would be %3 higher")
                         .arg(taskName(results, most->task), taskName(results, most->adapter), nats(most->effect)));
    } else {
        map.setTitle(Tr::tr("No later task needs an older adapter by more than chance explains"));
    }
    map.setSubtitle(Tr::tr("Rise of a task's validation loss without the adapter; orange = missed, blue = better "
                           "without, outlined = its own, (in brackets) = chance may explain it"));
    map.setData(std::move(data));
}

ChartView *make(QWidget *parent)
{
    return new HeatMap(parent);
}

}  // namespace

bool isSure(const AdapterEffect &effect)
{
    return std::abs(effect.effect) > 1.96 * effect.se;
}

MissingKnowledge whyNoKnowledge(const RunResults &results)
{
    const bool adapters =
        std::ranges::any_of(results.costs, [](const TaskCost &cost) { return cost.adapterParameters > 0; });
    if (results.learned() == 0) {
        return {Tr::tr("No task has been learned yet"),
                Tr::tr("After each task it is measured what it would lose without each adapter.")};
    }
    if (!adapters) {
        return {Tr::tr("This run has no adapters"),
                Tr::tr("Its strategy adds none, so there is no knowledge of single tasks to take away. Runs of the "
                       "strategy atlas show here which older task serves which later one.")};
    }
    return {Tr::tr("What adapters do was not measured for this run"),
            Tr::tr("It is measured when a task that mixes several adapters is learned. Strategies that use one "
                   "adapter at a time, and runs of older versions of the program, have no such figures.")};
}

void showLayerMap(HeatMap &map, const RunResults &results, int task)
{
    HeatMapData data;
    data.rowTitle = Tr::tr("without the adapter of");
    data.columnTitle = Tr::tr("in");
    std::set<int> adapters;
    std::set<std::pair<int, int>> groups;
    for (const AdapterEffect &effect : results.effects) {
        if (effect.task == task && !isWhole(effect, results.effects)) {
            adapters.insert(effect.adapter);
            groups.emplace(effect.firstLayer, effect.lastLayer);
        }
    }
    for (const auto &[first, last] : groups) {
        data.columns << layersOf({.firstLayer = first, .lastLayer = last});
    }
    std::vector<const AdapterEffect *> parts;
    for (const int adapter : adapters) {
        data.rows << taskName(results, adapter);
        data.cells.emplace_back(groups.size());
        for (const AdapterEffect &effect : results.effects) {
            const auto group = groups.find({effect.firstLayer, effect.lastLayer});
            if (effect.task == task && effect.adapter == adapter && group != groups.end() &&
                !isWhole(effect, results.effects)) {
                data.cells.back()[std::size_t(std::distance(groups.begin(), group))] = cellOf(results, effect);
                parts.push_back(&effect);
            }
        }
    }
    setColours(data);
    const QString name = taskName(results, task);
    if (parts.empty()) {
        map.setTitle(Tr::tr("Layers were not measured apart for %1").arg(name));
    } else if (const AdapterEffect *most = mostMissed(parts)) {
        map.setTitle(Tr::tr("%1 uses the adapter of %2 most in %3")
                         .arg(name, taskName(results, most->adapter), layersOf(*most)));
    } else if (std::ranges::none_of(parts, [task](const AdapterEffect *part) { return part->adapter != task; })) {
        map.setTitle(Tr::tr("%1 uses no adapter of an older task").arg(name));
    } else {
        map.setTitle(Tr::tr("No layer group of an older adapter is missed by %1 for certain").arg(name));
    }
    map.setSubtitle(Tr::tr("Rise of the validation loss of %1 without the adapter in those layers").arg(name));
    map.setData(std::move(data));
}

ResultChart knowledgeMap()
{
    return {.name = "knowledgeMap",
            .title = QT_TRANSLATE_NOOP("ResultChart", "Knowledge map"),
            .place = ResultChart::Place::Knowledge,
            .make = &make,
            .show = &show};
}

}  // namespace atlas::widgets
