#pragma once

#include <QString>

#include <span>

class QWidget;

namespace atlas {
struct RunResults;
}

namespace atlas::widgets {

class ChartView;

/// A chart over one run's results. A new one is a new file in run_charts and one line in registry.cpp.
struct ResultChart {
    enum class Place {
        Main,        ///< the large one of the overview
        Beside,      ///< stacked beside it
        Forgetting,  ///< the tabs
        Knowledge,
        Cost
    };

    const char *name;   ///< stable; the widget's objectName
    const char *title;  ///< English, translatable in context "ResultChart": what it is called
    Place place = Place::Beside;
    ChartView *(*make)(QWidget *parent) = nullptr;
    /// Fills a view that `make` made. Called again whenever the results changed.
    void (*show)(ChartView &view, const RunResults &results) = nullptr;
};

std::span<const ResultChart> resultCharts();

}  // namespace atlas::widgets
