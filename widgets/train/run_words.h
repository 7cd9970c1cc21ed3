#pragma once

#include "core/run_record.h"
#include "widgets/frame/theme.h"

#include <QString>

namespace atlas::widgets {

QString statusWord(RunStatus status);  ///< "waiting", "training", ...
theme::Role statusRole(RunStatus status);
QString scoreTitle(const std::string &score);       ///< the name of a Score as people read it; an unknown one as it is
QString stageWord(const std::string &stage);        ///< "stage 1" for "stage1", ...; an unknown one as it is
QString strategyWord(const std::string &strategy);  ///< as the form calls it; an unknown one by its name
QString strategyTip(const std::string &strategy);   ///< how filters and commands call it
QString messageOf(const RunRecord &run);            ///< what it is doing, or how it ended; may be empty

bool isOver(RunStatus status);  ///< nothing will happen any more unless somebody asks for it
bool canResume(RunStatus status);
bool canStop(RunStatus status);

/// Seconds of work so far: until now for a run that is being trained.
double secondsOf(const RunRecord &run, std::int64_t nowUs);

/// "12 min left" from progress and time so far; empty where that would be a guess (under 3 %).
QString timeLeft(const RunRecord &run, std::int64_t nowUs);

}  // namespace atlas::widgets
