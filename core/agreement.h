#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace atlas {

/// The classes that one person gave one sample, as numbers, ascending; one for single labels, several for multi-label
/// data. Empty = did not judge it.
using Judgement = std::vector<int>;

/// Who judged what: units[u][r] is what person r said of sample u; every row has one place for each person.
struct JudgementTable {
    std::size_t people = 0;
    std::vector<std::vector<Judgement>> units;
};

/// Chance-corrected agreement of two people.
struct Kappa {
    double value = 0;
    double standardError = 0;
    double low = 0;   ///< of 95 %, cut to -1 .. 1
    double high = 0;  ///< the same
    double observed = 0;
    double expected = 0;  ///< by chance, as often as each of the two uses each class
    std::int64_t n = 0;   ///< samples that both judged
};

/// Cohen's kappa, nominal; of multi-label data each set of classes is a category of its own.
/// Formula: (p_o - p_e) / (1 - p_e), p_o = share of equal judgements, p_e = sum_i p_i. p_.i; the interval is
/// kappa -+ 1.96 s with the large-sample error
///   s^2 = { sum_i p_ii [1 - (p_i. + p_.i)(1 - kappa)]^2 + (1 - kappa)^2 sum_{i != j} p_ij (p_.i + p_j.)^2
///           - [kappa - p_e (1 - kappa)]^2 } / (n (1 - p_e)^2),
/// which is too narrow for a few samples and 0 where all judgements are equal.
/// Not defined (nullopt) for no samples, and where both used one and the same class only (p_e = 1).
/// Source: Cohen 1960; Fleiss, Cohen & Everitt 1969.
std::optional<Kappa> cohenKappa(std::span<const std::pair<Judgement, Judgement>> judgements);

/// How unlike two sets of classes are: 0 for equal ones, 1 for sets without a class in common; of single labels 0 or 1.
/// Formula: 1 - J M, J = |A and B| / |A or B|, M = 1 (equal), 2/3 (one holds the other), 1/3 (they overlap), 0.
/// Source: Passonneau 2006 (MASI).  Requires: neither is empty.
double masiDistance(const Judgement &a, const Judgement &b);

/// Krippendorff's alpha for any number of people and missing judgements; nominal for single labels, by masiDistance for
/// sets of classes. Units that fewer than two judged do not count.
/// Formula: 1 - D_o / D_e,
///   D_o = 1/n sum_u 1/(m_u - 1) sum_{i != j} d(v_ui, v_uj),   D_e = 1/(n (n - 1)) sum_{c, k} n_c n_k d(c, k),
/// m_u = judgements of unit u, n = sum_u m_u, n_c = how often c was given.
/// Not defined where no unit was judged twice, and where only one value was ever given (D_e = 0).
/// Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
std::optional<double> krippendorffAlpha(const JudgementTable &table);

/// What kappa and alpha are called by convention: "poor" below 0, "slight" to 0.2, "fair" to 0.4, "moderate" to 0.6,
/// "substantial" to 0.8, else "almost perfect". English, translatable in context "Agreement".
/// Source: Landis & Koch 1977, who call the bounds arbitrary.
const char *agreementBand(double value) noexcept;

/// Two people of a table.
struct PairAgreement {
    std::size_t first = 0;
    std::size_t second = 0;
    std::int64_t both = 0;  ///< samples that both judged, not 0
    double agreed = 0;      ///< share of them with equal judgements
    std::optional<Kappa> kappa;
};

/// What is taken for what.
struct Confusion {
    int a = 0;
    int b = 0;  ///< above a; -1 = a was given by one and left out by the other, who gave no other class instead
    std::int64_t count = 0;  ///< of pairs of judgements
};

/// All that is told of a table.
struct Agreement {
    std::int64_t units = 0;              ///< that two or more judged
    std::vector<std::size_t> disagreed;  ///< those of them with unequal judgements
    std::optional<double> agreed;        ///< share of equal pairs of judgements; not defined without units
    std::optional<double> alpha;
    std::vector<PairAgreement> pairs;  ///< most samples first
    std::vector<Confusion> confused;   ///< most often first
};

Agreement agreementOf(const JudgementTable &table);

}  // namespace atlas
