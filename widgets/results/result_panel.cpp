#include "widgets/results/result_panel.h"

#include "widgets/charts/chart_view.h"
#include "widgets/charts/line_chart.h"
#include "widgets/sentence_words.h"

namespace atlas::widgets {

void ResultPanel::setResults(Session *session, const RunResults &results)
{
    const bool another = results.run.uuid != m_results.run.uuid || session != m_session;
    m_session = session;
    m_results = results;
    m_ticket += another ? 1 : 0;
    for (const View &view : m_views) {
        if (auto *lines = qobject_cast<LineChart *>(view.view); another && lines != nullptr) {
            lines->setAxes({});  // the part of another run that was looked at closely is not this one's
        }
        view.chart->show(*view.view, m_results);
    }
    showResults(another);
    readAgain();
}

void ResultPanel::readAgain()
{
    m_stale = true;
    readIfSeen();
}

void ResultPanel::chooseTask(int) {}

void ResultPanel::chooseCell(int, int) {}

void ResultPanel::showResults(bool) {}

void ResultPanel::readMore() {}

std::vector<ChartView *> ResultPanel::makeCharts(ResultChart::Place place)
{
    std::vector<ChartView *> made;
    for (const ResultChart &chart : resultCharts()) {
        if (chart.place == place) {
            ChartView *view = chart.make(this);
            view->setObjectName(QString::fromLatin1(chart.name));
            view->setTerm(view->objectName());
            m_views.push_back({&chart, view});
            made.push_back(view);
        }
    }
    return made;
}

void ResultPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readIfSeen();
}

void ResultPanel::readIfSeen()
{
    if (m_stale && !m_reading && isVisible() && m_session != nullptr && !m_results.run.uuid.empty()) {
        m_stale = false;
        readMore();
    }
}

void ResultPanel::finished()
{
    m_reading = false;
    readIfSeen();
}

void ResultPanel::failed(const Error &error)
{
    m_reading = false;
    if (m_session != nullptr) {
        Q_EMIT m_session->failed(inWords(error.sentence()), inWords(error.advice()));
    }
}

}  // namespace atlas::widgets
