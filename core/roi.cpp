#include "core/roi.h"

#include "core/error.h"
#include "core/registry.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace atlas {
namespace {

const std::array<RoiAssumption, 13> &assumptions()
{
    static const std::array<RoiAssumption, 13> list{{
        {"items_per_month", QT_TRANSLATE_NOOP("Roi", "Items a month"),
         QT_TRANSLATE_NOOP("Roi", "How many pictures, texts or questions come in a month."), RoiUnit::CountPerMonth},
        {"automatic_share", QT_TRANSLATE_NOOP("Roi", "Handled automatically"),
         QT_TRANSLATE_NOOP("Roi", "The share of them that the model answers without a person."), RoiUnit::Share},
        {"minutes_saved", QT_TRANSLATE_NOOP("Roi", "Time saved per item"),
         QT_TRANSLATE_NOOP("Roi", "What a person would spend on one of them."), RoiUnit::Minutes},
        {"staff_rate", QT_TRANSLATE_NOOP("Roi", "An hour of a person"),
         QT_TRANSLATE_NOOP("Roi", "What an hour of the people who do it now costs."), RoiUnit::MoneyPerHour},
        {"mistake_share", QT_TRANSLATE_NOOP("Roi", "Wrong among automatic answers"),
         QT_TRANSLATE_NOOP("Roi", "The share of automatic answers that are wrong and not noticed in time."),
         RoiUnit::Share},
        {"mistake_cost", QT_TRANSLATE_NOOP("Roi", "Cost of a wrong answer"),
         QT_TRANSLATE_NOOP("Roi", "What one wrong answer costs, on average."), RoiUnit::MoneyEach},
        {"training_hours", QT_TRANSLATE_NOOP("Roi", "Training"),
         QT_TRANSLATE_NOOP("Roi", "Hours of the machine for this model, trials included."), RoiUnit::Hours},
        {"machine_rate", QT_TRANSLATE_NOOP("Roi", "An hour of the machine"),
         QT_TRANSLATE_NOOP("Roi", "What an hour of the training machine costs."), RoiUnit::MoneyPerHour},
        {"labels", QT_TRANSLATE_NOOP("Roi", "Samples labelled"),
         QT_TRANSLATE_NOOP("Roi", "How many samples had to be labelled for this model."), RoiUnit::Count},
        {"label_cost", QT_TRANSLATE_NOOP("Roi", "Cost of a label"),
         QT_TRANSLATE_NOOP("Roi", "What labelling one sample costs."), RoiUnit::MoneyEach},
        {"storage_size", QT_TRANSLATE_NOOP("Roi", "Storage"),
         QT_TRANSLATE_NOOP("Roi", "Size of what is kept: data, backbone and the packages of all tasks."),
         RoiUnit::Gigabytes},
        {"storage_rate", QT_TRANSLATE_NOOP("Roi", "Price of storage"),
         QT_TRANSLATE_NOOP("Roi", "What a gigabyte costs in a month."), RoiUnit::MoneyPerGigabyteMonth},
        {"months", QT_TRANSLATE_NOOP("Roi", "Months in use"),
         QT_TRANSLATE_NOOP("Roi", "Over how many months the return is counted."), RoiUnit::Months},
    }};
    return list;
}

const std::vector<RoiFigure> &figures()
{
    constexpr double kMinutesPerHour = 60;
    static const std::vector<RoiFigure> list{
        {.name = "value_per_month",
         .title = QT_TRANSLATE_NOOP("Roi", "Work saved a month"),
         .help = QT_TRANSLATE_NOOP("Roi", "What people would cost who do by hand what the model does."),
         .unit = RoiUnit::MoneyPerMonth,
         .over = {{.factors = {"items_per_month", "automatic_share", "minutes_saved", "staff_rate"},
                   .divisor = kMinutesPerHour}}},
        {.name = "mistakes_per_month",
         .title = QT_TRANSLATE_NOOP("Roi", "Wrong answers a month"),
         .help = QT_TRANSLATE_NOOP("Roi", "What its wrong answers cost."),
         .unit = RoiUnit::MoneyPerMonth,
         .over = {{.factors = {"items_per_month", "automatic_share", "mistake_share", "mistake_cost"}}}},
        {.name = "storage_per_month",
         .title = QT_TRANSLATE_NOOP("Roi", "Storage a month"),
         .help = QT_TRANSLATE_NOOP("Roi", "What keeping it costs."),
         .unit = RoiUnit::MoneyPerMonth,
         .over = {{.factors = {"storage_size", "storage_rate"}}}},
        {.name = "gain_per_month",
         .title = QT_TRANSLATE_NOOP("Roi", "Gain a month"),
         .help = QT_TRANSLATE_NOOP("Roi", "Work saved less wrong answers and storage."),
         .unit = RoiUnit::MoneyPerMonth,
         .over = {{.factors = {"value_per_month"}},
                  {.factors = {"mistakes_per_month"}, .minus = true},
                  {.factors = {"storage_per_month"}, .minus = true}}},
        {.name = "one_time",
         .title = QT_TRANSLATE_NOOP("Roi", "Cost once"),
         .help = QT_TRANSLATE_NOOP("Roi", "Training and labelling."),
         .over = {{.factors = {"training_hours", "machine_rate"}}, {.factors = {"labels", "label_cost"}}}},
        {.name = "total_cost",
         .title = QT_TRANSLATE_NOOP("Roi", "Cost in all"),
         .help = QT_TRANSLATE_NOOP("Roi", "Cost once, and wrong answers and storage over all months."),
         .over = {{.factors = {"one_time"}},
                  {.factors = {"mistakes_per_month", "months"}},
                  {.factors = {"storage_per_month", "months"}}}},
        {.name = "net",
         .title = QT_TRANSLATE_NOOP("Roi", "Net gain"),
         .help = QT_TRANSLATE_NOOP("Roi", "Gain over all months less the cost once."),
         .over = {{.factors = {"gain_per_month", "months"}}, {.factors = {"one_time"}, .minus = true}}},
        {.name = "return",
         .title = QT_TRANSLATE_NOOP("Roi", "Return on the cost"),
         .help = QT_TRANSLATE_NOOP("Roi", "Net gain per unit of money spent."),
         .unit = RoiUnit::Ratio,
         .over = {{.factors = {"net"}}},
         .under = {{.factors = {"total_cost"}}}},
        {.name = "payback_months",
         .title = QT_TRANSLATE_NOOP("Roi", "Paid back after"),
         .help = QT_TRANSLATE_NOOP("Roi", "Months until the gain has made up for the cost once."),
         .unit = RoiUnit::Months,
         .over = {{.factors = {"one_time"}}},
         .under = {{.factors = {"gain_per_month"}}}},
    };
    return list;
}

std::string shortNumber(double value)
{
    char text[32];
    const auto [end, code] = std::to_chars(text, text + sizeof text, value);
    return code == std::errc() ? std::string(text, end) : std::string();
}

std::string sumText(const std::vector<RoiTerm> &terms, const std::function<std::string(const std::string &)> &word)
{
    std::string text;
    for (const RoiTerm &term : terms) {
        text += text.empty() ? (term.minus ? "−" : "") : (term.minus ? " − " : " + ");
        for (std::size_t i = 0; i < term.factors.size(); ++i) {
            text += (i > 0 ? " × " : "") + word(term.factors[i]);
        }
        if (term.divisor != 1) {
            text += " ÷ " + shortNumber(term.divisor);
        }
    }
    return text;
}

using Known = std::map<std::string, RoiResult>;

/// Adds what a name lacks, each once.
void note(std::vector<std::string> &lacking, const RoiResult &of)
{
    for (const std::string &name : of.lacking) {
        if (std::ranges::find(lacking, name) == lacking.end()) {
            lacking.push_back(name);
        }
    }
}

RoiResult sumOf(const std::vector<RoiTerm> &terms, const Known &known)
{
    RoiResult result{.value = 0};
    for (const RoiTerm &term : terms) {
        double product = (term.minus ? -1 : 1) / term.divisor;
        for (const std::string &name : term.factors) {
            const RoiResult &factor = known.at(name);
            note(result.lacking, factor);
            if (!factor.value) {
                result.value.reset();
                continue;
            }
            product *= *factor.value;
        }
        if (result.value) {
            *result.value += product;
        }
    }
    return result;
}

RoiResult figureOf(const RoiFigure &figure, const Known &known)
{
    RoiResult result = sumOf(figure.over, known);
    if (figure.under.empty()) {
        return result;
    }
    const RoiResult under = sumOf(figure.under, known);
    note(result.lacking, under);
    // What is divided by nothing, or by a loss, has no meaning: a cost that never comes back.
    if (!result.value || !under.value || *under.value <= 0) {
        result.value.reset();
    } else {
        *result.value /= *under.value;
    }
    return result;
}

}  // namespace

const char *roiUnitName(RoiUnit unit) noexcept
{
    constexpr const char *kNames[] = {
        "count",     "count_per_month", "share",           "minutes",        "hours",      "months",
        "gigabytes", "money",           "money_per_month", "money_per_hour", "money_each", "money_per_gigabyte_month",
        "ratio"};
    return kNames[static_cast<std::size_t>(unit)];
}

std::span<const RoiAssumption> roiAssumptions()
{
    return assumptions();
}

std::span<const RoiFigure> roiFigures()
{
    return figures();
}

void setAssumption(RoiSheet &sheet, const std::string &name, std::optional<double> value)
{
    const RoiAssumption &known = findNamed(roiAssumptions(), name, say(QT_TRANSLATE_NOOP("Sentence", "assumption")));
    if (!value) {
        sheet.values.erase(name);
        return;
    }
    const bool share = known.unit == RoiUnit::Share;
    if (!std::isfinite(*value) || *value < 0 || (share && *value > 1)) {
        throw Error(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("Sentence", "The assumption \"%1\" cannot be %2."), name, shortNumber(*value)),
            share ? say(QT_TRANSLATE_NOOP("Sentence", "Give a number from 0 to 1."))
                  : say(QT_TRANSLATE_NOOP("Sentence", "Give a number of 0 or more.")));
    }
    sheet.values[name] = *value;
}

std::string RoiFigure::formula(const std::function<std::string(const std::string &name)> &word) const
{
    const std::string top = sumText(over, word);
    if (under.empty()) {
        return top;
    }
    const auto grouped = [](const std::vector<RoiTerm> &terms, const std::string &text) {
        return terms.size() > 1 ? "(" + text + ")" : text;
    };
    return grouped(over, top) + " ÷ " + grouped(under, sumText(under, word));
}

std::vector<RoiResult> computeRoi(const RoiSheet &sheet)
{
    Known known;
    for (const RoiAssumption &assumption : roiAssumptions()) {
        const auto found = sheet.values.find(assumption.name);
        known[assumption.name] =
            found == sheet.values.end() ? RoiResult{.lacking = {assumption.name}} : RoiResult{.value = found->second};
    }
    std::vector<RoiResult> results;
    for (const RoiFigure &figure : roiFigures()) {
        results.push_back(figureOf(figure, known));
        known[figure.name] = results.back();
    }
    return results;
}

RoiResult roiResult(const RoiSheet &sheet, const std::string &figure)
{
    const auto place = static_cast<std::size_t>(
        &findNamed(roiFigures(), figure, say(QT_TRANSLATE_NOOP("Sentence", "figure"))) - roiFigures().data());
    return computeRoi(sheet)[place];
}

}  // namespace atlas
