#include "widgets/train/live_charts.h"

#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/series_window.h"
#include "storage/versions/run_data.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/glossary.h"
#include "widgets/frame/theme.h"
#include "widgets/session.h"
#include "widgets/stored_line.h"
#include "widgets/training_service.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace atlas::widgets {

namespace {

constexpr int kDrawMs = 120;
constexpr int kOutline = 2400;   ///< groups of points of a long curve: twice the pixels of a wide window
constexpr int kAllHeight = 430;  ///< pixels from which all three charts have room

/// The curves of a run as they are read: long ones reduced, with the series they are of.
struct Curve {
    SeriesKey key;
    std::vector<SeriesPoint> points;
    std::int64_t series = 0;
    std::int64_t count = 0;

    bool reduced() const { return count > std::int64_t(points.size()); }
};

std::vector<Curve> readCurves(storage::Connection &connection, std::int64_t run)
{
    using Steps = std::numeric_limits<std::int64_t>;
    storage::ResultStore store(connection);
    std::vector<Curve> curves;
    for (const storage::Series &series : store.series(run)) {
        curves.push_back({series.key,
                          series.count < StoredLine::kLong
                              ? store.points(series.id)
                              : storage::readSeriesWindow(connection, series.id, 0, Steps::max(), kOutline),
                          series.id, series.count});
    }
    return curves;
}

}  // namespace

LiveCharts::LiveCharts(TrainingService *training, QWidget *parent)
    : QWidget(parent), m_task(new QComboBox(this)), m_which(new QComboBox(this)), m_loss(new LineChart(this)),
      m_validation(new LineChart(this)), m_gates(new LineChart(this)), m_timer(new QTimer(this))
{
    m_task->setObjectName(QStringLiteral("liveTask"));
    m_task->setAccessibleName(tr("Task"));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_task->setToolTip(tr("Which task's learning is drawn"));
    connect(m_task, &QComboBox::activated, this, &LiveCharts::draw);
    m_loss->setObjectName(QStringLiteral("lossChart"));
    m_loss->setTerm(m_loss->objectName());
    m_validation->setObjectName(QStringLiteral("validationChart"));
    m_validation->setTerm(m_validation->objectName());
    m_gates->setObjectName(QStringLiteral("gateChart"));
    m_gates->setTerm(m_gates->objectName());
    m_loss->setAxes({.xTitle = tr("step"), .yTitle = tr("loss"), .referenceY = 0});
    m_validation->setAxes({.xTitle = tr("step"), .yTitle = tr("score, %"), .form = ValueForm::Share});
    m_gates->setAxes({.xTitle = tr("step"), .yTitle = tr("weight"), .referenceY = 0});

    m_which->addItems({tr("All"), tr("Loss"), tr("Validation"), tr("Gates")});
    int item = 1;  // after "All"
    for (const LineChart *chart : {m_loss, m_validation, m_gates}) {
        m_which->setItemData(item++, withTerm({}, chart->objectName()), Qt::ToolTipRole);
    }
    m_which->setObjectName(QStringLiteral("liveWhich"));
    m_which->setAccessibleName(tr("Charts"));
    m_which->setToolTip(tr("Which charts are shown; where there is no room for all, it is the loss"));
    connect(m_which, &QComboBox::currentIndexChanged, this, &LiveCharts::layCharts);
    auto *below = new CardSplitter(Qt::Horizontal, QStringLiteral("liveSplitter"), this);
    below->addWidget(m_validation);
    below->addWidget(m_gates);
    m_below = below;
    auto *charts = new CardSplitter(Qt::Vertical, QStringLiteral("liveRowsSplitter"), this);
    charts->addWidget(m_loss);
    charts->addWidget(below);
    auto *top = new QHBoxLayout;
    auto *label = new QLabel(tr("Task:"), this);
    label->setBuddy(m_task);
    top->addWidget(label);
    top->addWidget(m_task);
    top->addStretch();
    top->addWidget(m_which);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(top);
    layout->addWidget(charts, 1);

    m_timer->setSingleShot(true);
    m_timer->setInterval(kDrawMs);
    connect(m_timer, &QTimer::timeout, this, &LiveCharts::draw);
    if (training != nullptr) {
        connect(training, &TrainingService::pointsAdded, this,
                [this](const QString &uuid, const LiveSeries::Points &points) {
                    if (uuid != runUuid()) {
                        return;
                    }
                    for (const auto &[key, point] : points) {
                        m_series.add(key, point);
                        m_latestTask = placeOf(key, m_run.tasks).task;
                        if (const auto stored = m_stored.find(key); stored != m_stored.end()) {
                            stored->second->grow(1);
                        }
                    }
                    drawLater();
                });
    }
    draw();
}

void LiveCharts::setSession(Session *session, JobList *jobs)
{
    m_session = session;
    m_jobs = jobs;
    setRun({});
}

QString LiveCharts::runUuid() const
{
    return QString::fromStdString(m_run.uuid);
}

void LiveCharts::setRun(const RunRecord &run)
{
    if (run.uuid == m_run.uuid && !run.uuid.empty()) {
        m_run = run;
        if (m_data.empty()) {
            readData();  // it is written down when the run begins
        }
        return;
    }
    m_run = run;
    m_series.clear();
    m_stored.clear();
    m_data.clear();
    m_latestTask.clear();
    ++m_ticket;
    readData();
    read();
    draw();
}

void LiveCharts::read()
{
    if (m_session == nullptr || m_run.uuid.empty()) {
        return;
    }
    m_session->read(
        this, [run = m_run.id](storage::Connection &connection) { return readCurves(connection, run); },
        [this, ticket = m_ticket](const std::vector<Curve> &curves) {
            if (ticket != m_ticket) {
                return;
            }
            // What was told live meanwhile is newer than what was read: it goes on top.
            const LiveSeries live = m_series;
            m_series.clear();
            for (const Curve &curve : curves) {
                for (const SeriesPoint &point : curve.points) {
                    m_series.add(curve.key, point);
                }
                if (curve.reduced()) {
                    m_stored[curve.key] = std::make_shared<StoredLine>(m_session, m_jobs, curve.series, curve.count);
                }
            }
            for (const auto &[key, points] : live.curves()) {
                for (const QPointF &point : points) {
                    m_series.add(key, {.step = std::int64_t(point.x()), .value = point.y()});
                }
            }
            if (m_latestTask.empty()) {
                for (const std::string &task : m_run.tasks) {
                    for (const auto &[key, points] : m_series.curves()) {
                        m_latestTask = placeOf(key, m_run.tasks).task == task ? task : m_latestTask;
                    }
                }
            }
            draw();
        });
}

void LiveCharts::readData()
{
    if (m_session == nullptr || m_run.uuid.empty()) {
        return;
    }
    m_session->read(
        this, [run = m_run.id](storage::Connection &connection) { return storage::runDataTitles(connection, run); },
        [this, ticket = m_ticket](std::map<std::string, std::string> titles) {
            std::erase_if(titles, [](const auto &entry) { return entry.second.empty(); });
            if (ticket == m_ticket && !titles.empty()) {
                m_data = std::move(titles);
                drawLater();
            }
        });
}

LineSeries LiveCharts::line(const QString &name, int style, const SeriesKey &key, const std::string &task) const
{
    const auto stored = m_stored.find(key);
    return {.name = name,
            .style = style,
            .points = m_series.curves().at(key),
            .low = {},
            .high = {},
            .data = QString::fromStdString(dataOf(task)),
            .source = stored == m_stored.end() ? nullptr : stored->second};
}

std::string LiveCharts::dataOf(const std::string &task) const
{
    const auto found = m_data.find(task);
    return found == m_data.end() ? std::string() : found->second;
}

void LiveCharts::layCharts()
{
    enum { All, Loss, Validation, Gates };
    int which = m_which->currentIndex();
    if (which == All && height() < kAllHeight) {
        which = Loss;
    }
    m_loss->setVisible(which == All || which == Loss);
    m_validation->setVisible(which == All || which == Validation);
    m_gates->setVisible(which == All || which == Gates);
    m_below->setVisible(which != Loss);
}

void LiveCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layCharts();
}

void LiveCharts::drawLater()
{
    if (!m_timer->isActive()) {
        m_timer->start();
    }
}

void LiveCharts::fillTasks()
{
    QStringList names{tr("the one being learned")};
    for (const std::string &task : m_run.tasks) {
        const bool any = std::any_of(m_series.curves().begin(), m_series.curves().end(),
                                     [&](const auto &entry) { return placeOf(entry.first, m_run.tasks).task == task; });
        if (any) {
            names << QString::fromStdString(task);
        }
    }
    QStringList shown;
    for (int i = 0; i < m_task->count(); ++i) {
        shown << m_task->itemText(i);
    }
    if (shown != names) {
        const QString before = m_task->currentIndex() > 0 ? m_task->currentText() : QString();
        m_task->clear();
        m_task->addItems(names);
        m_task->setCurrentIndex(std::max(0, before.isEmpty() ? 0 : int(names.indexOf(before))));
    }
}

std::string LiveCharts::shownTask() const
{
    return m_task->currentIndex() > 0 ? m_task->currentText().toStdString() : m_latestTask;
}

void LiveCharts::draw()
{
    fillTasks();
    const std::string task = shownTask();
    drawLoss(task);
    drawValidation(task);
    drawGates(task);
}

}  // namespace atlas::widgets
