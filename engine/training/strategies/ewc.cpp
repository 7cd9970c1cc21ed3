#include "core/translatable.h"
#include "engine/training/ewc_penalty.h"
#include "engine/training/strategies/fine_tuning.h"
#include "engine/training/strategies/strategies.h"

namespace atlas::engine {
namespace {

/// Fine-tuning that is held back where earlier tasks' losses are sensitive. Of all earlier tasks the sum of their
/// Fisher information and the place that their penalties together pull to are kept, in the newest package.
/// Source: Kirkpatrick et al. 2017 (arXiv 1612.00796). CLiMB's code, where lambda = 100 and 1 % come from, takes
/// squares of batch gradients' running sum and the penalty of one earlier task drawn at each step; here it is per
/// sample and the sum over all earlier tasks, so that lambda does not depend on the batch size or the number of tasks
/// drawn.
class Ewc final : public FineTuning {
public:
    using FineTuning::FineTuning;

    std::vector<std::unique_ptr<ExtraLoss>> extraLosses(const LearningContext &context) const override
    {
        std::vector<std::unique_ptr<ExtraLoss>> losses;
        EwcMemory memory = earlier(context.model);
        if (lambda() > 0 && !memory.empty()) {
            losses.push_back(std::make_unique<EwcPenalty>(context.model.tuned, std::move(memory), lambda()));
        }
        return losses;
    }

    TensorMap remember(const LearningContext &context, const TaskModel &learned) const override
    {
        return toMap(measureEwc(context, learned, earlier(context.model), settings().real("fisher_share")).state());
    }

private:
    double lambda() const { return settings().real("lambda"); }

    static EwcMemory earlier(const RunModel &model)
    {
        return EwcMemory::load(model.tuned.parameters(),
                               model.learned.empty() ? TensorMap() : model.learned.back().kept);
    }
};

}  // namespace

StrategyDescription strategies::ewc()
{
    return {
        .name = "ewc",
        .help = QT_TRANSLATE_NOOP("Strategy", "Full fine-tuning that holds on to the weights that mattered to "
                                              "earlier tasks, by the squared gradients of single training samples "
                                              "(empirical Fisher information); penalties of all earlier tasks "
                                              "add up."),
        .settings = {{.key = "lambda",
                      .title = QT_TRANSLATE_NOOP("Setting", "Strength of EWC"),
                      .type = SettingType::Real,
                      .defaultValue = "100",
                      .minimum = 0,
                      .maximum = 1e9,
                      .unit = {},
                      .help = QT_TRANSLATE_NOOP("Setting", "How strongly weights are held where earlier tasks left "
                                                           "them. The number belongs to the per-sample Fisher "
                                                           "without a factor 1/2; other programs' numbers differ."),
                      .choices = {},
                      .advanced = false},
                     {.key = "fisher_share",
                      .title = QT_TRANSLATE_NOOP("Setting", "Samples for the Fisher information"),
                      .type = SettingType::Real,
                      .defaultValue = "0.01",
                      .minimum = 0,
                      .maximum = 1,
                      .unit = QT_TRANSLATE_NOOP("Setting", "of the training samples"),
                      .help = QT_TRANSLATE_NOOP("Setting", "Share of a task's training samples that say which "
                                                           "weights matter to it; at least 16 are taken."),
                      .choices = {},
                      .advanced = true},
                     fineTuningRateSetting()},
        .make = [](const Settings &settings) -> std::unique_ptr<Strategy> { return std::make_unique<Ewc>(settings); }};
}

}  // namespace atlas::engine
