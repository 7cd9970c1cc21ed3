#include "engine/learning/logistic_regression.h"

#include <torch/optim/lbfgs.h>
#include <torch/types.h>
#include <torch/utils.h>

namespace atlas::engine {
namespace {

constexpr std::int64_t kIterations = 300;
constexpr std::int64_t kHistory = 10;
constexpr double kChangeTolerance = 1e-10;

}  // namespace

LogisticSolution fitLogistic(const LogisticProblem &problem, double c, const LogisticSolution &start,
                             const std::function<void()> &check)
{
    const at::TensorOptions options = problem.rows.options().requires_grad(false);
    at::Tensor weight = start.weight.defined() ? start.weight.detach().to(options).clone()
                                               : torch::zeros({problem.outputs, problem.rows.size(1)}, options);
    at::Tensor bias =
        start.bias.defined() ? start.bias.detach().to(options).clone() : torch::zeros({problem.outputs}, options);
    weight.requires_grad_(true);
    bias.requires_grad_(true);

    torch::optim::LBFGS solver({weight, bias}, torch::optim::LBFGSOptions(1)
                                                   .max_iter(kIterations)
                                                   .history_size(kHistory)
                                                   .tolerance_grad(problem.tolerance)
                                                   .tolerance_change(kChangeTolerance)
                                                   .line_search_fn("strong_wolfe"));
    const double decay = 1 / (2 * c * static_cast<double>(problem.samples));
    const auto objective = [&] {
        const torch::AutoGradMode recorded(true);
        return problem.loss(torch::linear(problem.rows, weight, bias)) + decay * weight.square().sum();
    };
    solver.step([&] {
        check();
        weight.mutable_grad().reset();
        bias.mutable_grad().reset();
        const at::Tensor value = objective();
        value.backward();
        if (!bias.grad().defined()) {
            bias.mutable_grad() = torch::zeros_like(bias);
        }
        return value;
    });
    const double value = objective().item<double>();
    return {.weight = weight.detach(), .bias = bias.detach(), .objective = value};
}

}  // namespace atlas::engine
