#pragma once

#include <span>

namespace atlas::widgets {

/// One step of the tour. English, translatable in context "Tour".
struct TourStep {
    const char
        *page;  ///< id of the page that is shown; empty = whichever is; steps of pages that are not there are skipped
    const char *target;  ///< objectName of what it points at
    const char *title;
    const char *text;        ///< one sentence
    bool needsRuns = false;  ///< the page has something to show when a run is finished
};

/// All steps in their order. A new one is one entry in tour_steps.cpp.
std::span<const TourStep> tourSteps();

/// Whether the start page still offers the tour: until it was taken or declined.
bool offersTour();
void setTourAnswered();

}  // namespace atlas::widgets
