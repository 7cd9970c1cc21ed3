#pragma once

#include "core/measure.h"
#include "widgets/results/result_panel.h"

namespace atlas::widgets {

class PlainTable;

/// Every measure of a run: value, intervals, what it stands on, or why it is not defined; the formula as a tooltip.
/// The measures are computed on the reader thread, and only while the panel is shown.
class MeasuresPanel final : public ResultPanel {
    Q_OBJECT

public:
    explicit MeasuresPanel(QWidget *parent = nullptr);

protected:
    void showResults(bool anotherRun) override;
    void readMore() override;

private:
    void showMeasures(const std::vector<MeasureResult> &results);

    PlainTable *m_table;
};

}  // namespace atlas::widgets
