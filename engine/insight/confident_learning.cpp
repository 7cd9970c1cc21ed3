#include "engine/insight/confident_learning.h"

#include <torch/types.h>

#include <algorithm>
#include <limits>

namespace atlas::engine {
namespace {

constexpr double kLeastOdds = 2;
constexpr double kMostOdds = 20;

/// Means of values given one by one.
class ClassMean {
public:
    void add(double value)
    {
        m_sum += value;
        ++m_count;
    }
    int count() const { return m_count; }
    double value() const { return m_count > 0 ? m_sum / m_count : 0; }

private:
    double m_sum = 0;
    int m_count = 0;
};

/// R of the formula.
double neededOdds(int classes, double disagreement)
{
    return std::clamp((classes - 1) * (1 - disagreement) / std::max(2 * disagreement, 1e-9), kLeastOdds, kMostOdds);
}

bool isWrong(double label, double other, double needed, const ClassMean &typical)
{
    return other >= needed * label && label <= typical.value() / 2;
}

/// The judged samples, and what they carry.
struct Judged {
    at::Tensor probabilities;  ///< (n, K) double
    const CarriedClasses &carried;
    std::vector<std::size_t> places{};

    std::size_t classes() const { return static_cast<std::size_t>(probabilities.size(1)); }
    const double *row(std::size_t i) const { return probabilities.data_ptr<double>() + i * classes(); }
    bool carries(std::size_t i, std::size_t label) const
    {
        return std::ranges::binary_search(carried[i], static_cast<int>(label));
    }
};

void judgeOnlyLabels(const Judged &judged, std::vector<LabelVerdict> &verdicts)
{
    std::vector<ClassMean> typical(judged.classes());
    ClassMean disagreement;
    for (const std::size_t i : judged.places) {
        const double *p = judged.row(i);
        const auto label = static_cast<std::size_t>(judged.carried[i].front());
        typical[label].add(p[label]);
        disagreement.add(std::max_element(p, p + judged.classes()) == p + label ? 0 : 1);
    }
    const auto used = std::ranges::count_if(typical, [](const ClassMean &mean) { return mean.count() > 0; });
    const double needed = neededOdds(static_cast<int>(used), disagreement.value());
    for (const std::size_t i : judged.places) {
        const double *p = judged.row(i);
        const auto label = static_cast<std::size_t>(judged.carried[i].front());
        double other = 0;
        for (std::size_t c = 0; c < judged.classes(); ++c) {
            other = c == label ? other : std::max(other, p[c]);
        }
        verdicts[i].suspicious = isWrong(p[label], other, needed, typical[label]);
    }
}

void judgeOneOfSeveral(const Judged &judged, std::size_t label, std::vector<LabelVerdict> &verdicts)
{
    ClassMean carried, absent, disagreement;
    for (const std::size_t i : judged.places) {
        const double p = judged.row(i)[label];
        const bool is = judged.carries(i, label);
        (is ? carried : absent).add(is ? p : 1 - p);
        disagreement.add((p > 0.5) == is ? 0 : 1);
    }
    if (carried.count() == 0) {
        return;  // nothing says what the class looks like
    }
    const double needed = neededOdds(2, disagreement.value());
    for (const std::size_t i : judged.places) {
        const double p = judged.row(i)[label];
        const bool is = judged.carries(i, label);
        if (isWrong(is ? p : 1 - p, is ? 1 - p : p, needed, is ? carried : absent)) {
            verdicts[i].suspicious = true;
        }
    }
}

}  // namespace

std::vector<LabelVerdict> confidentLearning(const at::Tensor &probabilities, const CarriedClasses &carried,
                                            const std::vector<bool> &judged, bool multiLabel)
{
    Judged samples{.probabilities = probabilities.to(torch::kDouble).contiguous(), .carried = carried};
    std::vector<LabelVerdict> verdicts(carried.size(), {.given = std::numeric_limits<double>::quiet_NaN()});
    for (std::size_t i = 0; i < carried.size(); ++i) {
        if (!judged[i]) {
            continue;
        }
        samples.places.push_back(i);
        verdicts[i].given = 1;
        for (const int label : carried[i]) {
            verdicts[i].given = std::min(verdicts[i].given, samples.row(i)[label]);
        }
    }
    if (!multiLabel) {
        judgeOnlyLabels(samples, verdicts);
        return verdicts;
    }
    for (std::size_t label = 0; label < samples.classes(); ++label) {
        judgeOneOfSeveral(samples, label, verdicts);
    }
    return verdicts;
}

}  // namespace atlas::engine
