#pragma once

#include "widgets/compare/compare_curves.h"

#include <QPointer>
#include <QWidget>

class QComboBox;

namespace atlas::widgets {

class JobList;
class LineChart;
class Session;

/// Any curve that the compared runs have (loss, validation, gates) on one grid.
class CurvePanel final : public QWidget {
    Q_OBJECT

public:
    explicit CurvePanel(QWidget *parent = nullptr);

    void setSession(Session *session, JobList *jobs);
    void setLines(std::vector<DrawnLine> drawn);  ///< reads when it is looked at
    void setHighlight(int style);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void readChoices();
    void showChoices(const std::vector<storage::SeriesChoice> &choices);
    void fillContexts();
    void readCurves();

    QPointer<Session> m_session;
    QPointer<JobList> m_jobs;
    QComboBox *m_metric;
    QComboBox *m_context;
    LineChart *m_chart;
    std::vector<DrawnLine> m_drawn;
    std::vector<storage::SeriesChoice> m_choices;
    bool m_stale = true;
};

}  // namespace atlas::widgets
