#include "engine/training/run_model.h"

namespace atlas::engine {

void RunModel::adoptNewest()
{
    for (std::size_t i = 0; i < learned.size(); ++i) {
        if (!learned[i].tuned.empty()) {
            tuned.put(learned[i].tuned);
            learned[i].tuned.clear();
        }
        if (i + 1 < learned.size()) {
            learned[i].kept.clear();
        }
    }
}

void RunModel::to(const std::string &device)
{
    bank.to(device);
    if (prompts) {
        prompts->to(device);
    }
    for (TaskModel &task : learned) {
        task.gates.to(device);
        task.head->to(device);
    }
}

}  // namespace atlas::engine
