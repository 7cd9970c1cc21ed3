#include "report/sections/pareto.h"

#include "core/pareto.h"
#include "core/translatable.h"
#include "report/report_charts.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/charts/format.h"
#include "widgets/charts/scatter_chart.h"

#include <QCoreApplication>

namespace atlas::report {

namespace format = widgets::format;

namespace {

constexpr std::size_t kFewRuns = 6;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// What a group of runs costs and gives; several seeds are their mean.
struct Candidate {
    QString name;
    std::optional<double> accuracy;
    std::optional<double> sd;
    std::optional<double> bytes;
    std::optional<double> seconds;
    std::int64_t seeds = 0;
};

Candidate candidateOf(const RunGroup &group)
{
    const GroupFigure accuracy = figureOf(group, measure("average_accuracy"));
    Candidate candidate{.name = words::text(group.first().name),
                        .accuracy = accuracy.value,
                        .sd = accuracy.sd,
                        .bytes = figureOf(group, measure("bytes_added")).value,
                        .seconds = figureOf(group, measure("train_seconds")).value,
                        .seeds = accuracy.n};
    if (group.runs.size() > 1) {
        candidate.name = Tr::tr("%1 and %n more seed(s)", nullptr, int(group.runs.size()) - 1).arg(candidate.name);
    }
    return candidate;
}

std::vector<Candidate> candidatesOf(const ReportInput &input)
{
    std::vector<Candidate> candidates;
    for (const RunGroup &group : input.groups) {
        candidates.push_back(candidateOf(group));
    }
    return candidates;
}

/// Of the candidates with both figures.
struct TradeOff {
    std::vector<std::size_t> places;  ///< of the candidates
    ParetoFront front;                ///< over them
};

TradeOff tradeOff(const std::vector<Candidate> &candidates)
{
    TradeOff trade;
    std::vector<ParetoPoint> points;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].accuracy && candidates[i].bytes) {
            points.push_back({*candidates[i].accuracy, -*candidates[i].bytes});
            trade.places.push_back(i);
        }
    }
    trade.front = paretoFront(points);
    return trade;
}

std::vector<QString> tradeOffWords(const std::vector<Candidate> &candidates, const TradeOff &trade)
{
    std::vector<QString> words(candidates.size(), Tr::tr("no figures"));
    for (std::size_t i = 0; i < trade.places.size(); ++i) {
        words[trade.places[i]] = trade.front.onFront(i)
                                     ? Tr::tr("on the front")
                                     : Tr::tr("%1 is as good and no larger")
                                           .arg(candidates[trade.places[std::size_t(trade.front.dominatedBy[i])]].name);
    }
    return words;
}

Chart scatter(const std::vector<Candidate> &candidates, const TradeOff &trade, QSize size)
{
    constexpr double kPercent = 100;
    constexpr double kMegabytes = 1e-6;
    widgets::ScatterChart chart;
    chart.setFigures(
        {Tr::tr("Size added"), [](double value) { return format::bytes(value); }, kMegabytes, QStringLiteral("MB")},
        {Tr::tr("Average accuracy"), [](double value) { return format::percent(value); }, kPercent,
         QStringLiteral("%")});
    std::vector<widgets::ScatterPoint> points;
    for (std::size_t i = 0; i < trade.places.size(); ++i) {
        const Candidate &candidate = candidates[trade.places[i]];
        points.push_back({.name = candidate.name,
                          .x = *candidate.bytes,
                          .y = *candidate.accuracy,
                          .style = int(trade.places[i]),
                          .strong = trade.front.onFront(i)});
    }
    chart.setPoints(std::move(points), trade.front.front);
    chart.setTitle(
        trade.front.front.size() == trade.places.size()
            ? Tr::tr("No run is both more accurate and smaller than another")
            : Tr::tr("%n run(s) are as accurate as can be had for their size", nullptr, int(trade.front.front.size())));
    chart.setSubtitle(Tr::tr("Filled and joined: on the front; faint: another run is as good and no larger"));
    return drawn(chart, size);
}

std::vector<Block> write(const ReportInput &input, Extent)
{
    if (input.groups.size() < 2) {
        return {};
    }
    const std::vector<Candidate> candidates = candidatesOf(input);
    const TradeOff trade = tradeOff(candidates);
    const std::vector<QString> dominated = tradeOffWords(candidates, trade);
    Table table{.columns = {{Tr::tr("Run"), false, 2.4},
                            {Tr::tr("Average accuracy"), true, 1.6},
                            {Tr::tr("Size added"), true, 1.1},
                            {Tr::tr("Training time"), true, 1.3},
                            {Tr::tr("Trade-off"), false, 2.6}},
                .rows = {}};
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Candidate &candidate = candidates[i];
        QString accuracy = format::percent(candidate.accuracy);
        if (candidate.sd) {
            accuracy = Tr::tr("%1 ± %2").arg(accuracy, format::percentNumber(*candidate.sd));
        }
        table.rows.push_back(
            {candidate.name, accuracy, candidate.bytes ? format::bytes(*candidate.bytes) : QStringLiteral("–"),
             candidate.seconds ? format::duration(*candidate.seconds) : QStringLiteral("–"), dominated[i]});
    }
    std::vector<Block> blocks{
        Paragraph{Tr::tr("A run is on the front where no other is both at least as accurate and at most as large.")}};
    if (!trade.places.empty()) {
        blocks.push_back(
            Charts{{scatter(candidates, trade, trade.places.size() > kFewRuns ? kWholeWidth : kLowWidth)}});
    }
    blocks.push_back(std::move(table));
    blocks.push_back(Paragraph{Tr::tr("± is the standard deviation over seeds."), Paragraph::Kind::Note});
    return blocks;
}

}  // namespace

std::optional<Chart> paretoChart(const ReportInput &input, QSize size)
{
    const std::vector<Candidate> candidates = candidatesOf(input);
    const TradeOff trade = tradeOff(candidates);
    return trade.places.size() > 1 ? std::optional(scatter(candidates, trade, size)) : std::nullopt;
}

SectionKind paretoSection()
{
    return {
        .id = "pareto", .title = QT_TRANSLATE_NOOP("Report", "Accuracy, size and time of the runs"), .write = &write};
}

}  // namespace atlas::report
