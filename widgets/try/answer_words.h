#pragma once

#include "widgets/try/tried_run.h"

#include "engine/api/engine.h"

#include <QString>
#include <QStringList>

namespace atlas::widgets {

/// Share of a task's own samples from which one that is farther is called unlike all of them.
inline constexpr double kUnlike = 0.99;

/// What was answered, as people read it: a class, or an option of the sample.
QString answeredClass(const Task &task, const Sample &sample, int index);

/// The class that was answered with the probability of it.
double confidenceOf(const engine::Answer &answer);

/// What the confidence means: "Of 100 answers as sure as this one, about 91 are right."
QString confidenceWords(double confidence);

/// The most probable classes after the answer, "scratch 6.1 %".
QStringList runnersUp(const Task &task, const Sample &sample, const engine::Answer &answer, int most);

/// To which task the sample was given and how sure that is; empty where the task was named.
QString routeWords(const engine::Answer &answer);

/// A caution, where the sample is unlike what its task has learned; empty = it is usual, or nobody knows.
QString cautionWords(const engine::Answer &answer);

}  // namespace atlas::widgets
