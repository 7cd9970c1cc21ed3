#pragma once

#include "widgets/compare/compare_curves.h"

#include <QPointer>
#include <QTabWidget>

#include <map>

class QComboBox;
class QStackedWidget;

namespace atlas::widgets {

class CurvePanel;
class DifferencePanel;
class JobList;
class LineChart;
class ParetoPanel;
class Session;

/// The charts under the table of runs, for what is ticked: all show the same lines in the same styles, and stand out
/// together.
class CompareCharts final : public QTabWidget {
    Q_OBJECT

public:
    explicit CompareCharts(const CompareModel *model, QWidget *parent = nullptr);

    void setSession(Session *session, JobList *jobs);
    /// Reads what the lines are drawn from. `measured`: results may have changed since.
    void setLines(const std::vector<ComparedLine> &lines, bool measured = false);
    /// These runs stand out; none = all do, or the baseline where there are many lines.
    void setHighlight(const QStringList &uuids);

Q_SIGNALS:
    void lookedAt(const QStringList &uuids);  ///< in a chart
    void chosen(const QStringList &uuids);
    void drawn();  ///< what setLines asked for is shown

private:
    QWidget *orNothing(QWidget *content);  ///< in its place, while nothing is ticked, what to do
    QWidget *makeOverTasks();
    QWidget *makeOneTask();
    void giveStyles(std::vector<DrawnLine> &drawn);
    void show(std::vector<DrawnLine> drawn);
    void showOverTasks();
    void showOneTask();
    void highlight();

    const CompareModel *m_model;
    QPointer<Session> m_session;
    LineChart *m_average = nullptr;
    LineChart *m_forgetting = nullptr;
    QComboBox *m_task = nullptr;
    LineChart *m_oneTask = nullptr;
    CurvePanel *m_curves;
    ParetoPanel *m_pareto;
    DifferencePanel *m_differences;
    std::vector<QStackedWidget *> m_stacks;
    std::vector<DrawnLine> m_drawn;
    std::map<QString, int> m_styles;  ///< by the first run of a line: a line keeps its look while it is shown
    QStringList m_highlighted;
    int m_ticket = 0;  ///< of the last question: only its answer counts
};

}  // namespace atlas::widgets
