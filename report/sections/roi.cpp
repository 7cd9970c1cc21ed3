#include "core/translatable.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/words.h"
#include "widgets/decide/decide_words.h"

#include <QCoreApplication>

namespace atlas::report {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString resultWords(const ReportInput &input, const RoiFigure &figure, const RoiResult &result)
{
    if (result.value) {
        return words::roiAmount(figure.unit, *result.value, input.decision.roi.currency);
    }
    if (result.lacking.empty()) {
        return Tr::tr("not defined");
    }
    QStringList names;
    for (const std::string &name : result.lacking) {
        names << widgets::roiTitle(name);
    }
    return Tr::tr("not provided: %1").arg(names.join(Tr::tr(", ")));
}

Table assumptions(const ReportInput &input)
{
    const RoiSheet &sheet = input.decision.roi;
    Table table{.columns = {{Tr::tr("Assumption, as typed"), false, 3}, {Tr::tr("Value"), true, 1.6}}, .rows = {}};
    for (const RoiAssumption &assumption : roiAssumptions()) {
        const auto value = sheet.values.find(assumption.name);
        table.rows.push_back({widgets::roiTitle(assumption.name),
                              value == sheet.values.end()
                                  ? Tr::tr("not provided")
                                  : words::roiAmount(assumption.unit, value->second, sheet.currency)});
    }
    return table;
}

Table figures(const ReportInput &input, const std::vector<RoiResult> &results)
{
    Table table{
        .columns = {{Tr::tr("Figure"), false, 1.7}, {Tr::tr("Formula"), false, 4}, {Tr::tr("Result"), true, 1.6}},
        .rows = {}};
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RoiFigure &figure = roiFigures()[i];
        table.rows.push_back(
            {widgets::roiTitle(figure.name),
             words::text(figure.formula([](const std::string &name) { return widgets::roiTitle(name).toStdString(); })),
             resultWords(input, figure, results[i])});
    }
    return table;
}

/// The net, the return and when it has come back: what a meeting asks for.
Paragraph inShort(const ReportInput &input, const std::vector<RoiResult> &results)
{
    QStringList parts;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RoiFigure &figure = roiFigures()[i];
        if (figure.name == "net" || figure.name == "return" || figure.name == "payback_months") {
            parts << Tr::tr("%1: %2").arg(widgets::roiTitle(figure.name), resultWords(input, figure, results[i]));
        }
    }
    return {parts.join(Tr::tr("; ")) + Tr::tr(".")};
}

std::vector<Block> write(const ReportInput &input, Extent extent)
{
    if (input.decision.roi.values.empty()) {
        return {
            Paragraph{Tr::tr("Not provided: nobody has typed what the model saves and costs. Nothing is assumed.")}};
    }
    const std::vector<RoiResult> results = computeRoi(input.decision.roi);
    if (extent == Extent::OnePage) {
        return {inShort(input, results),
                Paragraph{Tr::tr("From typed assumptions; they and the formulas are in the full report."),
                          Paragraph::Kind::Note}};
    }
    return {inShort(input, results), assumptions(input), figures(input, results),
            Paragraph{Tr::tr("Every number of the upper table was typed by a person; what is blank is not guessed."),
                      Paragraph::Kind::Note}};
}

}  // namespace

SectionKind roiSection()
{
    return {.id = "roi",
            .title = QT_TRANSLATE_NOOP("Report", "Return on the investment"),
            .inSummary = true,
            .write = &write};
}

}  // namespace atlas::report
