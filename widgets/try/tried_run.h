#pragma once

#include "core/run_record.h"
#include "core/task.h"

#include <QString>

#include <vector>

namespace atlas::widgets {

/// A finished run that is tried, with what its panels need of it.
struct TriedRun {
    RunRecord run;
    std::vector<Task> tasks;             ///< in learning order
    std::vector<AdapterEffect> effects;  ///< over all layers

    bool empty() const { return run.uuid.empty(); }
    QString uuid() const { return QString::fromStdString(run.uuid); }
    QString name() const { return QString::fromStdString(run.name); }
    const Task *task(const std::string &name) const
    {
        for (const Task &task : tasks) {
            if (task.name == name) {
                return &task;
            }
        }
        return nullptr;
    }
};

}  // namespace atlas::widgets
