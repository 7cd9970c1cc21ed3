#pragma once

#include "core/run_results.h"

#include <QTabWidget>

#include <vector>

namespace atlas::widgets {

class ResultPanel;
class Session;

/// The tabs under the figures. What is chosen in one is shown in the others: a task, or a cell of the matrix.
class ResultsTabs final : public QTabWidget {
    Q_OBJECT

public:
    explicit ResultsTabs(QWidget *parent = nullptr);

    void setResults(Session *session, const RunResults &results);
    void curvesGrew();  ///< of the run that is shown

    void chooseTask(int task);
    void chooseCell(int afterTask, int evalTask);

Q_SIGNALS:
    void cellChosen(int afterTask, int evalTask);
    void cellActivated(int afterTask, int evalTask);
    void openPage(const QString &id, const QVariant &argument);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void add(ResultPanel *panel, const QString &title, const QString &help);

    std::vector<ResultPanel *> m_panels;
    std::vector<ResultPanel *> m_followingCurves;
    RunResults m_results;
    int m_task = -1;
    QPoint m_cell{-1, -1};  ///< x = task judged, y = after which one
};

}  // namespace atlas::widgets
