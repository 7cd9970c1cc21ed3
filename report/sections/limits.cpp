#include "core/measures.h"
#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace atlas::report {

namespace format = widgets::format;

namespace {

constexpr std::int64_t kFewSamples = 100;
constexpr qsizetype kOnOnePage = 3;
constexpr qsizetype kLineOnOnePage = 240;  ///< letters
constexpr double kNormal95 = 1.96;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

void addUnfinished(const ReportInput &input, QStringList &lines)
{
    const RunResults &results = input.results();
    if (results.run.status != RunStatus::Finished) {
        lines << Tr::tr("%1 is not finished: %2 of %3 tasks are learned. All figures may still change.")
                     .arg(words::text(results.run.name), format::count(results.learned()),
                          format::count(qint64(results.tasks.size())));
    }
}

/// Tasks of which something is to be known, each with a word.
QString listed(const QStringList &tasks)
{
    return tasks.join(Tr::tr(", "));
}

void addTasks(const ReportInput &input, QStringList &lines)
{
    const RunResults &results = input.results();
    const int last = results.learned() - 1;
    QStringList guessing;
    QStringList few;
    double widest = 0;
    for (int task = 0; task <= last; ++task) {
        const AccuracyCell *cell = results.cell(last, task);
        const auto score = results.score(last, task);
        if (cell == nullptr || !score) {
            continue;
        }
        const QString name = widgets::taskName(results, task);
        const double half = kNormal95 * standardErrorOfShare(*score, double(cell->n));
        const auto cost = std::ranges::find(results.costs, task, &TaskCost::task);
        if (cost != results.costs.end() && *score - half <= cost->randomScore) {
            guessing << Tr::tr("%1 (%2, guessing gives %3)")
                            .arg(name, format::percent(*score), format::percent(cost->randomScore));
        }
        if (cell->n < kFewSamples) {
            few << Tr::tr("%1 (n = %2)").arg(name, format::count(cell->n));
            widest = std::max(widest, half);
        }
    }
    if (!guessing.isEmpty()) {
        lines << Tr::tr("%n task(s) are not surely better than guessing: %1.", nullptr, int(guessing.size()))
                     .arg(listed(guessing));
    }
    if (!few.isEmpty()) {
        lines << Tr::tr("%n task(s) were judged on fewer than %1 test samples, so that a score may be off by up to %2: "
                        "%3.",
                        nullptr, int(few.size()))
                     .arg(format::count(kFewSamples), format::unsignedPoints(widest), listed(few));
    }
}

void addChance(const ReportInput &input, QStringList &lines)
{
    if (const GroupDifference *difference = input.difference(); difference && !difference->significant()) {
        lines << Tr::tr("Chance could explain the average difference from %1.")
                     .arg(words::text(input.baselineRun()->input.run.run.name));
    }
    QStringList tasks;
    for (const TaskChange &change : input.changes) {
        if (change.paired && change.paired->difference != 0 && !change.paired->significant()) {
            tasks << words::text(change.task);
        }
    }
    if (!tasks.isEmpty()) {
        lines << Tr::tr("Chance could explain the change of: %1.").arg(listed(tasks));
    }
    for (const Check &check : input.judgement.checks) {
        if (check.chance) {
            lines << Tr::tr("Other test samples might turn this target: %1.")
                         .arg(words::asked(check.target, input.decision.roi.currency));
        }
    }
}

void addTraining(const ReportInput &input, QStringList &lines)
{
    const RunResults &results = input.results();
    if (input.subject().input.seeds.empty()) {
        lines << Tr::tr("It was trained with one seed: how much it would differ with another is not known.");
    }
    if (results.run.spec.maxTrain > 0) {
        lines << Tr::tr("It learned from at most %n training sample(s) of each task.", nullptr,
                        int(results.run.spec.maxTrain));
    }
    if (results.data.empty()) {
        lines << Tr::tr("Which version of the data it learned from is not on record.");
    }
    if (!input.decision.audit.sound()) {
        lines << Tr::tr("The audit trail was changed from outside: %n entry(s) do not follow.", nullptr,
                        int(input.decision.audit.problems.size()));
    }
}

std::vector<Block> write(const ReportInput &input, Extent extent)
{
    QStringList lines;
    addUnfinished(input, lines);
    addTasks(input, lines);
    addChance(input, lines);
    addTraining(input, lines);
    const qsizetype found = lines.size();
    if (extent == Extent::OnePage) {
        lines = lines.mid(0, kOnOnePage);
        for (QString &line : lines) {
            line = line.size() > kLineOnOnePage ? line.left(kLineOnOnePage) + QStringLiteral("…") : line;
        }
        if (found > lines.size()) {
            lines << Tr::tr("%n more in the full report.", nullptr, int(found - lines.size()));
        }
    }
    lines << Tr::tr("Scores are those on this project's test samples. Of inputs that look different they say nothing.");
    return {List{std::move(lines)}};
}

}  // namespace

SectionKind limitsSection()
{
    return {.id = "limits",
            .title = QT_TRANSLATE_NOOP("Report", "Limits and known weaknesses"),
            .inSummary = true,
            .write = &write};
}

}  // namespace atlas::report
