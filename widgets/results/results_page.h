#pragma once

#include "core/run_results.h"
#include "widgets/frame/keeps_place.h"
#include "widgets/frame/page.h"

#include <array>

class QLabel;
class QPushButton;
class QTimer;

namespace atlas::widgets {

class FigureTile;
class ResultsInspector;
class ResultsTabs;
class RunChooser;
struct RunFigure;

/// What a run came to: one sentence, four figures, and tabs that look at it from all sides. While the run is being
/// trained the page follows it, at most twice a second, and keeps what was chosen.
/// open(): the uuid of a run (QString).
class ResultsPage final : public Page, public KeepsPlace {
    Q_OBJECT

public:
    explicit ResultsPage(const PageServices &services, QWidget *parent = nullptr);

    QWidget *toolbar() override;
    QWidget *inspector() override;
    void open(const QVariant &argument) override;
    QList<QPair<QString, QString>> keys() const override;
    QVariant place() const override;
    void goBackTo(const QVariant &place) override;

protected:
    void sessionChanged(Session *session) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What has to be read again; each holds what is after it.
    enum class Stale { Nothing, Curves, Results, Runs };
    struct Shown;

    void makeToolbar();
    QWidget *makeContent();
    void follow(TrainingService *training);
    void refreshLater(Stale what);
    void refresh();
    void readRuns();
    void showRuns(bool any);
    void readResults();
    void showResults(const Shown &shown);
    void showSamples(int afterTask, int evalTask);
    void compare();

    QWidget *m_toolbar;
    ResultsInspector *m_inspector;
    RunChooser *m_runs;
    QPushButton *m_compare = nullptr;
    QPushButton *m_decide = nullptr;
    QLabel *m_headline = nullptr;
    std::array<FigureTile *, 4> m_tiles{};
    ResultsTabs *m_tabs = nullptr;
    QTimer *m_timer;
    RunResults m_results;
    std::optional<RunResults> m_rival;
    QPoint m_cell{-1, -1};  ///< x = task judged, y = after which one
    QString m_wanted;       ///< uuid of the run to show
    Stale m_stale = Stale::Runs;
    bool m_rivalKnown = false;  ///< it was looked for since the list of runs was read
};

}  // namespace atlas::widgets
