#include "core/decision_facts.h"
#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/train/decision_words.h"

#include <QCoreApplication>

namespace atlas::report {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

std::vector<Block> write(const ReportInput &input, Extent)
{
    const RunResults &results = input.results();
    if (results.decisions.empty()) {
        return {};
    }
    QStringList lines;
    for (const DecisionRecord &decision : results.decisions) {
        QString line = widgets::decisionSentence(decision, widgets::taskName(results, decision.task));
        if (const QString person = widgets::personSentence(decision); !person.isEmpty()) {
            line += QLatin1Char(' ') + person;
        }
        lines << line;
    }
    Table table{.columns = {{Tr::tr("Task"), false, 2},
                            {Tr::tr("Without an adapter of its own"), true, 1.8},
                            {Tr::tr("Gain by one"), true, 1.7},
                            {Tr::tr("n"), true, 0.7},
                            {Tr::tr("Learned in"), true, 1.3},
                            {Tr::tr("Size added"), true, 1.2}},
                .rows = {}};
    for (const DecisionRecord &decision : results.decisions) {
        QString seconds = QStringLiteral("–");
        QString bytes = QStringLiteral("–");
        for (const TaskCost &cost : results.costs) {
            if (cost.task == decision.task) {
                seconds = widgets::format::duration(cost.trainSeconds);
                bytes = widgets::format::bytes(double(cost.bytesAdded));
            }
        }
        table.rows.push_back(
            {widgets::taskName(results, decision.task),
             decision.decision == "first" ? QStringLiteral("–") : widgets::format::percent(decision.stage1),
             decision.gain ? widgets::format::points(*decision.gain) : QStringLiteral("–"),
             decision.n > 0 ? widgets::format::count(decision.n) : QStringLiteral("–"), seconds, bytes});
    }
    return {Paragraph{Tr::tr("For each task, whether what earlier tasks know was enough or something was added.")},
            List{std::move(lines)}, std::move(table),
            Paragraph{Tr::tr("Scores and gains of this table are of validation samples, on which the decisions stood."),
                      Paragraph::Kind::Note}};
}

}  // namespace

SectionKind decisionsSection()
{
    return {
        .id = "decisions", .title = QT_TRANSLATE_NOOP("Report", "Reuse or expand: what was decided"), .write = &write};
}

}  // namespace atlas::report
