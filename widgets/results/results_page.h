#pragma once

#include "core/run_results.h"
#include "widgets/frame/page.h"

#include <array>
#include <map>

class QComboBox;
class QLabel;
class QTabWidget;
class QTimer;

namespace atlas::widgets {

class ChartView;
class ClassesPanel;
class CostPanel;
class FactList;
class FigureTile;
class MeasuresPanel;

/// What a run came to: one sentence, four figures, the matrix and the curves, then classes, cost and decisions.
/// open(): the uuid of a run (QString).
class ResultsPage final : public Page {
    Q_OBJECT

public:
    explicit ResultsPage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *toolbar() override;
    QWidget *inspector() override;
    void open(const QVariant &argument) override;

protected:
    void sessionChanged(Session *session) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeOverview();
    void refreshLater();
    void readRuns();
    void showRuns(const std::vector<RunRecord> &runs);
    void readResults();
    void showResults(const RunResults &results, const std::optional<RunResults> &rival);
    void showFacts(const RunResults &results);
    void chooseCell(int afterTask, int evalTask);

    QWidget *m_toolbar;
    QWidget *m_inspector;
    QComboBox *m_runs;
    QLabel *m_headline = nullptr;
    std::array<FigureTile *, 4> m_tiles{};
    std::map<QString, ChartView *> m_charts;
    QTabWidget *m_tabs = nullptr;
    ClassesPanel *m_classes = nullptr;
    CostPanel *m_cost = nullptr;
    MeasuresPanel *m_measures = nullptr;
    FactList *m_runFacts = nullptr;
    FactList *m_cellFacts = nullptr;
    QTimer *m_timer;
    RunResults m_results;
    QString m_wanted;  ///< uuid of the run to show
    bool m_stale = true;
};

}  // namespace atlas::widgets
