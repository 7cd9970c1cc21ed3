#pragma once

#include "core/run_results.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace atlas::widgets {

class CellSamples;
class FactList;
class Session;

/// Right of the results: what is known of the run, and the cell that was chosen with the samples behind it.
class ResultsInspector final : public QWidget {
    Q_OBJECT

public:
    explicit ResultsInspector(QWidget *parent = nullptr);

    void setResults(Session *session, const RunResults &results);
    void chooseCell(int afterTask, int evalTask);

Q_SIGNALS:
    void openPage(const QString &id, const QVariant &argument);
    void samplesWanted();  ///< of the chosen cell, with more room

private:
    void showRun();
    void showCell();

    QPointer<Session> m_session;
    RunResults m_results;
    int m_after = -1;
    int m_eval = -1;
    QTabWidget *m_tabs;
    FactList *m_runFacts;
    QLabel *m_cellTitle;
    FactList *m_cellFacts;
    CellSamples *m_samples;
};

}  // namespace atlas::widgets
