#include "engine/training/decision/task_signature.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace atlas::engine {
namespace {

constexpr std::int64_t kMostDistances = 201;  ///< half a percentile apart
constexpr double kSmallestShare = 1e-6;       ///< of the mean variance; directions without any stay invertible
constexpr double kSmallestVariance = 1e-12;   ///< where all samples are the same
constexpr const char *kMeanName = "signature.mean";
constexpr const char *kFactorName = "signature.factor";
constexpr const char *kDistancesName = "signature.distances";

}  // namespace

at::Tensor shrunkCovariance(const at::Tensor &centred)
{
    const auto n = static_cast<double>(centred.size(0));
    const std::int64_t width = centred.size(1);
    const at::Tensor eye = torch::eye(width, torch::kDouble);
    const at::Tensor covariance = centred.t().mm(centred) / n;
    const double mean = covariance.trace().item<double>() / static_cast<double>(width);
    const double spread = (covariance - mean * eye).square().sum().item<double>();
    const double fourth = centred.square().sum(1).square().sum().item<double>();
    const double error = fourth / (n * n) - covariance.square().sum().item<double>() / n;
    const double shrinkage = spread > 0 ? std::clamp(error / spread, 0.0, 1.0) : 1;
    const double floor = std::max(kSmallestVariance, kSmallestShare * mean);
    return (1 - shrinkage) * covariance + (shrinkage * mean + floor) * eye;
}

TaskSignature TaskSignature::fit(const at::Tensor &rows, const at::Tensor &heldOut)
{
    TaskSignature signature;
    const at::Tensor samples = rows.to(torch::kDouble);
    signature.m_mean = samples.mean(0).to(torch::kFloat);
    const at::Tensor lower = torch::linalg_cholesky(shrunkCovariance(samples - samples.mean(0)));
    const at::Tensor places = torch::tril_indices(lower.size(0), lower.size(0));
    signature.m_factor = lower.index({places[0], places[1]}).to(torch::kFloat);

    std::vector<double> distances = signature.distances(heldOut.size(0) > 0 ? heldOut : rows);
    std::ranges::sort(distances);
    const auto n = static_cast<std::int64_t>(distances.size());
    const std::int64_t kept = std::min(n, kMostDistances);
    signature.m_distances = torch::empty({kept});
    for (std::int64_t i = 0; i < kept; ++i) {
        const std::int64_t place = kept > 1 ? i * (n - 1) / (kept - 1) : 0;
        signature.m_distances[i] = distances[static_cast<std::size_t>(place)];
    }
    return signature;
}

at::Tensor TaskSignature::lower() const
{
    const std::int64_t width = m_mean.size(0);
    at::Tensor lower = torch::zeros({width, width}, torch::kDouble);
    const at::Tensor places = torch::tril_indices(width, width);
    lower.index_put_({places[0], places[1]}, m_factor.to(torch::kDouble));
    return lower;
}

std::vector<double> TaskSignature::distances(const at::Tensor &rows) const
{
    const at::Tensor centred = rows.to(torch::kDouble) - m_mean.to(torch::kDouble);
    const at::Tensor solved = at::linalg_solve_triangular(lower(), centred.t().contiguous(), /*upper=*/false);
    // Rounded as stored distances are, so that a held-out sample finds itself among them.
    const at::Tensor distances =
        (solved.square().sum(0) / static_cast<double>(m_mean.size(0))).to(torch::kFloat).to(torch::kDouble);
    return {distances.data_ptr<double>(), distances.data_ptr<double>() + distances.numel()};
}

double TaskSignature::percentile(double distance) const
{
    const float *begin = m_distances.data_ptr<float>();
    const float *end = begin + m_distances.numel();
    const auto value = static_cast<float>(distance);
    const auto [first, last] = std::equal_range(begin, end, value);
    return static_cast<double>((first - begin) + (last - begin)) / 2 / static_cast<double>(m_distances.numel());
}

NamedTensors TaskSignature::parameters() const
{
    return {{kMeanName, m_mean}, {kFactorName, m_factor}, {kDistancesName, m_distances}};
}

TaskSignature TaskSignature::load(TensorMap &from)
{
    TaskSignature signature;
    for (const auto &[name, tensor] : {std::pair{kMeanName, &signature.m_mean},
                                       {kFactorName, &signature.m_factor},
                                       {kDistancesName, &signature.m_distances}}) {
        const auto found = from.find(name);
        if (found == from.end() || found->second.dim() != 1 || found->second.numel() == 0) {
            throw Error(ErrorCode::BadInput,
                        say(QT_TRANSLATE_NOOP("Sentence", "The tensor %1 is absent or no row of numbers."), name));
        }
        *tensor = found->second.to(torch::kFloat).contiguous().clone();
        from.erase(found);
    }
    const std::int64_t width = signature.m_mean.size(0);
    if (signature.m_factor.size(0) != width * (width + 1) / 2) {
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The tensor %1 should hold %2 numbers, but holds %3."),
                        kFactorName, width * (width + 1) / 2, signature.m_factor.size(0)));
    }
    return signature;
}

std::vector<std::string> TaskSignature::names()
{
    return {kMeanName, kFactorName, kDistancesName};
}

}  // namespace atlas::engine
