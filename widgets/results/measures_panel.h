#pragma once

#include "core/measure.h"

#include <QWidget>

namespace atlas::widgets {

class PlainTable;
class Session;

/// Every measure of a run: value, intervals, what it stands on, or why it is not defined; the formula as a tooltip.
/// The measures are computed on the reader thread, and only while the panel is shown.
class MeasuresPanel : public QWidget {
    Q_OBJECT

public:
    explicit MeasuresPanel(QWidget *parent = nullptr);

    void setRun(Session *session, const RunRecord &run);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void showMeasures(const std::vector<MeasureResult> &results);

    Session *m_session = nullptr;
    RunRecord m_run;
    PlainTable *m_table;
    bool m_stale = false;
    int m_ticket = 0;
};

}  // namespace atlas::widgets
