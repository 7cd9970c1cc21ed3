#pragma once

#include "engine/training/prepared_task.h"

namespace atlas::engine {

/// Gives a learned task the temperature (learning/temperature.h) that its validation samples ask for, and says so; 1
/// where it has none. `answering` is the model whose gates, weights or prompts the task answers with.
/// Errors: Cancelled.
void calibrate(const RunContext &context, RunModel &model, const TaskModel &answering, const PreparedTask &task,
               TaskModel &learned);

}  // namespace atlas::engine
