#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/charts/format.h"
#include "widgets/decide/decide_words.h"
#include "widgets/results/run_figures.h"

#include <QCoreApplication>

namespace atlas::report {

namespace format = widgets::format;

namespace {

constexpr std::size_t kReasonsOnOnePage = 4;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString missedSentence(const ReportInput &input, const QString &name)
{
    const Ruling &judgement = input.judgement;
    const int missed = int(judgement.count(Outcome::Missed));
    const Check &worst = judgement.checks.front();
    return Tr::tr("%1 should not go into production: it misses %n of %2 targets. Worst: %3; measured: %4.", nullptr,
                  missed)
        .arg(name, format::count(qint64(judgement.checks.size())),
             words::asked(worst.target, input.decision.roi.currency),
             words::measured(worst, input.decision.roi.currency));
}

QString undecidedSentence(const ReportInput &input, const QString &name)
{
    const Ruling &judgement = input.judgement;
    if (judgement.lack != Lack::None) {
        return Tr::tr("Nothing is decided about %1: %2.").arg(name, widgets::lackWords(judgement.lack));
    }
    return Tr::tr("Nothing is decided about %1: for %n target(s) there is no figure.", nullptr,
                  int(judgement.count(Outcome::Unknown)))
        .arg(name);
}

/// How it stands beside what it is held against, in one sentence.
QString baselineSentence(const ReportInput &input)
{
    if (!input.baseline) {
        return Tr::tr("There is no earlier model to compare with: none was named and none is in production.");
    }
    const QString name = words::text(input.baselineRun()->input.run.run.name);
    const QString other = input.baselineServes ? Tr::tr("%1 (in production)").arg(name) : name;
    const GroupDifference *difference = input.difference();
    if (difference == nullptr) {
        return Tr::tr("It cannot be compared with %1: no task was answered by both.").arg(other);
    }
    const PairedDifference &average = difference->average;
    const QString tasks = Tr::tr("%n task(s)", nullptr, int(difference->tasks.size()));
    const QString samples = format::count(average.n);
    if (!difference->significant()) {
        return Tr::tr("Against %1 no difference can be told from chance: %2 on average over %3 and %4 test samples.")
            .arg(other, words::change(average), tasks, samples);
    }
    return (average.difference < 0
                ? Tr::tr("Against %1 it is worse: %2 on average over %3 and %4 test samples; chance does not explain "
                         "it.")
                : Tr::tr("Against %1 it is better: %2 on average over %3 and %4 test samples; chance does not explain "
                         "it."))
        .arg(other, words::change(average), tasks, samples);
}

QString outcomeWords(const Check &check)
{
    const QString word = widgets::outcomeWord(check.outcome);
    const QString sign = check.outcome == Outcome::Met      ? QStringLiteral("✓")
                         : check.outcome == Outcome::Missed ? QStringLiteral("✕")
                                                            : QStringLiteral("?");
    return check.chance ? Tr::tr("%1 %2, could be chance").arg(sign, word) : Tr::tr("%1 %2").arg(sign, word);
}

Table reasons(const ReportInput &input, std::size_t most)
{
    Table table{
        .columns = {{Tr::tr("Asked"), false, 3}, {Tr::tr("Measured"), false, 3.4}, {Tr::tr("Outcome"), false, 1.8}},
        .rows = {}};
    for (const Check &check : input.judgement.checks) {
        if (table.rows.size() == most) {
            break;
        }
        table.rows.push_back({words::asked(check.target, input.decision.roi.currency),
                              words::measured(check, input.decision.roi.currency), outcomeWords(check)});
    }
    return table;
}

std::vector<Block> write(const ReportInput &input, Extent extent)
{
    std::vector<Block> blocks{verdictWords(input), Paragraph{baselineSentence(input)},
                              Paragraph{Tr::tr("%1.").arg(widgets::headline(input.results()))}};
    if (!input.judgement.checks.empty()) {
        const std::size_t most = extent == Extent::OnePage ? kReasonsOnOnePage : input.judgement.checks.size();
        blocks.push_back(reasons(input, most));
        if (most < input.judgement.checks.size()) {
            blocks.push_back(Paragraph{Tr::tr("The worst %1 of %2 targets; the full report lists all.")
                                           .arg(most)
                                           .arg(input.judgement.checks.size()),
                                       Paragraph::Kind::Note});
        }
    } else if (extent == Extent::Full) {
        blocks.push_back(Paragraph{Tr::tr("Set targets on the page Decide, then make this report again: it will say go "
                                          "or no-go, and why."),
                                   Paragraph::Kind::Note});
    }
    return blocks;
}

}  // namespace

Verdict verdictWords(const ReportInput &input)
{
    const QString name = words::text(input.results().run.name);
    const QString word = widgets::verdictWord(input.judgement.verdict);
    switch (input.judgement.verdict) {
    case atlas::Verdict::Go:
        return {
            Tone::Good, Tr::tr("GO"),
            Tr::tr("%1 can go into production: it meets all %n target(s).", nullptr, int(input.judgement.checks.size()))
                .arg(name)};
    case atlas::Verdict::NoGo: return {Tone::Bad, word, missedSentence(input, name)};
    case atlas::Verdict::Undecided: break;
    }
    return {Tone::Caution, word, undecidedSentence(input, name)};
}

SectionKind verdictSection()
{
    return {.id = "verdict", .title = "", .inSummary = true, .write = &write};
}

}  // namespace atlas::report
