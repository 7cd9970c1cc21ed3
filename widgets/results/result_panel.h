#pragma once

#include "core/run_results.h"
#include "widgets/charts/registry.h"
#include "widgets/session.h"

#include <QPointer>
#include <QVariant>
#include <QWidget>

#include <vector>

namespace atlas::widgets {

/// One tab of the results page. What is in the results is shown at once; what has to be read beside them (samples,
/// curves, other runs) only while the tab is looked at, and one read at a time, however fast a training goes on.
class ResultPanel : public QWidget {
    Q_OBJECT

public:
    explicit ResultPanel(QWidget *parent = nullptr) : QWidget(parent) {}

    void setResults(Session *session, const RunResults &results);
    void readAgain();  ///< what is read beside the results has changed

    /// Something was chosen elsewhere; shown here too, without a signal for what is shown already.
    virtual void chooseTask(int task);
    virtual void chooseCell(int afterTask, int evalTask);

Q_SIGNALS:
    void taskChosen(int task);
    void cellChosen(int afterTask, int evalTask);
    void cellActivated(int afterTask, int evalTask);  ///< its samples are wanted
    void openPage(const QString &id, const QVariant &argument = {});

protected:
    const RunResults &results() const { return m_results; }
    Session *session() const { return m_session; }

    /// The registry's charts of this place; they show the results by themselves.
    std::vector<ChartView *> makeCharts(ResultChart::Place place);

    virtual void showResults(bool anotherRun);
    virtual void readMore();  ///< calls read() once

    /// `query` on the reader thread, then `done` on this one, unless another run is shown by then.
    template <typename Query, typename Done>
    void read(Query query, Done done)
    {
        m_reading = true;
        m_session->read(
            this, std::move(query),
            [this, ticket = m_ticket, done = std::move(done)](auto answer) {
                if (ticket == m_ticket) {
                    done(std::move(answer));
                }
                finished();
            },
            [this](const Error &error) { failed(error); });
    }

    void showEvent(QShowEvent *event) override;

private:
    struct View {
        const ResultChart *chart;
        ChartView *view;
    };

    void readIfSeen();
    void finished();
    void failed(const Error &error);

    QPointer<Session> m_session;
    RunResults m_results;
    std::vector<View> m_views;
    bool m_stale = false;
    bool m_reading = false;
    int m_ticket = 0;
};

}  // namespace atlas::widgets
