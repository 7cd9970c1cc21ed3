#pragma once

#include "core/task_kind.h"

/// One function per file of this folder; the registry in task_kind.cpp calls them.
namespace atlas::kinds {

TaskKind image();
TaskKind text();
TaskKind imageText();
TaskKind imagePair();
TaskKind choice();

}  // namespace atlas::kinds
