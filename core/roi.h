#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atlas {

/// What an assumption or a figure of the return is counted in. Money is of the sheet's own currency.
enum class RoiUnit {
    Count,
    CountPerMonth,
    Share,
    Minutes,
    Hours,
    Months,
    Gigabytes,
    Money,
    MoneyPerMonth,
    MoneyPerHour,
    MoneyEach,
    MoneyPerGigabyteMonth,
    Ratio
};

const char *roiUnitName(RoiUnit unit) noexcept;  ///< "count", "count_per_month", ...

/// A number that a person types. There are no defaults: what is not typed is not provided, and 0 is typed as 0.
/// Texts are English, translatable in context "Roi".
struct RoiAssumption {
    std::string name;   ///< "items_per_month", stable: the key in the database and in JSON
    std::string title;  ///< "Items a month"
    std::string help;
    RoiUnit unit = RoiUnit::Count;
};

/// The registry, in the order of forms.
std::span<const RoiAssumption> roiAssumptions();

/// What was typed: by name of an assumption.
struct RoiSheet {
    std::map<std::string, double> values = {};
    std::string currency = {};  ///< "JPY", "EUR", as typed; empty = not provided

    bool operator==(const RoiSheet &) const = default;
};

/// Errors: Usage (no such assumption), BadInput (not a number, less than 0, more than 1 for a share).
void setAssumption(RoiSheet &sheet, const std::string &name, std::optional<double> value);

/// Part of a sum: assumptions or figures named before it, multiplied with each other and divided by a number.
struct RoiTerm {
    std::vector<std::string> factors;
    double divisor = 1;
    bool minus = false;
};

/// A figure: sum of `over`, divided by the sum of `under` where there is one. What is computed and what is printed
/// come from these terms alone.
struct RoiFigure {
    std::string name;   ///< "net", stable
    std::string title;  ///< English, translatable in context "Roi"
    std::string help;
    RoiUnit unit = RoiUnit::Money;
    std::vector<RoiTerm> over;
    std::vector<RoiTerm> under = {};

    /// "a × b ÷ 60 − c", with `word` in the place of each name: a title, or the number that was typed.
    std::string formula(const std::function<std::string(const std::string &name)> &word) const;
};

/// The registry; each uses only figures before it: value_per_month, mistakes_per_month, storage_per_month,
/// gain_per_month, one_time, total_cost, net, return, payback_months.
std::span<const RoiFigure> roiFigures();

/// A figure, or why there is none.
struct RoiResult {
    std::optional<double> value = {};
    std::vector<std::string> lacking = {};  ///< assumptions that were not provided; empty and no value: no meaning (a
                                            ///< division by zero, or a cost that never comes back)
};

/// One result per figure of the registry.
std::vector<RoiResult> computeRoi(const RoiSheet &sheet);

/// The result of one figure.  Errors: Usage (no such figure).
RoiResult roiResult(const RoiSheet &sheet, const std::string &figure);

}  // namespace atlas
