#include "engine/training/calibration.h"

#include "engine/learning/temperature.h"
#include "engine/training/evaluator.h"
#include "engine/training/task_network.h"

#include <cstdio>

namespace atlas::engine {

void calibrate(const RunContext &context, RunModel &model, const TaskModel &answering, const PreparedTask &task,
               TaskModel &learned)
{
    if (!task.validation) {
        learned.temperature = 1;
        return;
    }
    TaskNetwork network(*context.backbone, *context.strategy, model, answering, context.limits);
    const std::unique_ptr<FeatureSource> features = network.features(*task.validation.split, context.stop);
    const Targets &targets = task.validation.targets;
    const Evaluation evaluation =
        evaluate(task.data.task, task.classifier, *learned.head, *features, targets, context.limits, context.stop);
    const Loss &loss = task.classifier.loss();
    learned.temperature = fitTemperature(loss, evaluation.logits, targets.of(loss));
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", learned.temperature);
    context.observer.log(LogLevel::Info, "Task " + task.data.task.name + ": temperature " + text + ", from " +
                                             std::to_string(task.validation.split->size()) +
                                             " validation samples; above 1 the model was too sure of itself.");
}

}  // namespace atlas::engine
