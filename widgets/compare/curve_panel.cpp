#include "widgets/compare/curve_panel.h"

#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/series_window.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/stored_line.h"
#include "widgets/train/run_words.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>
#include <limits>
#include <map>

namespace atlas::widgets {

namespace {

constexpr int kOutline = 2400;  ///< groups of points of a long curve: twice the pixels of a wide window

struct MetricWord {
    const char *metric;
    const char *title;
    ValueForm form = ValueForm::Number;
};

constexpr std::array kWords{
    MetricWord{"loss", QT_TRANSLATE_NOOP("CurvePanel", "Loss")},
    MetricWord{"task_loss", QT_TRANSLATE_NOOP("CurvePanel", "Loss of the task")},
    MetricWord{"ortho", QT_TRANSLATE_NOOP("CurvePanel", "Overlap with earlier adapters")},
    MetricWord{"validation", QT_TRANSLATE_NOOP("CurvePanel", "Validation score"), ValueForm::Share},
    MetricWord{"gate", QT_TRANSLATE_NOOP("CurvePanel", "Weight of an adapter")},
    MetricWord{"learning_rate", QT_TRANSLATE_NOOP("CurvePanel", "Learning rate")},
    MetricWord{"samples_per_second", QT_TRANSLATE_NOOP("CurvePanel", "Samples a second")},
    MetricWord{"calibration_error", QT_TRANSLATE_NOOP("CurvePanel", "Calibration error")}};

const MetricWord *wordOf(const QString &metric)
{
    const auto found =
        std::ranges::find_if(kWords, [&](const MetricWord &word) { return metric == QLatin1String(word.metric); });
    return found == kWords.end() ? nullptr : &*found;
}

QString titleOf(const QString &metric)
{
    const MetricWord *word = wordOf(metric);
    return word == nullptr ? metric : QCoreApplication::translate("CurvePanel", word->title);
}

/// What is read of one run.
struct ReadCurve {
    storage::FoundSeries series;
    std::vector<SeriesPoint> points;

    bool isLong() const { return series.points >= StoredLine::kLong; }
};

std::vector<std::vector<ReadCurve>> readAll(storage::Connection &connection,
                                            const std::vector<std::vector<std::int64_t>> &lines, const SeriesKey &key)
{
    std::vector<std::vector<ReadCurve>> read;
    storage::ResultStore store(connection);
    for (const std::vector<std::int64_t> &runs : lines) {
        read.emplace_back();
        for (const storage::FoundSeries &series : storage::findSeries(connection, runs, key)) {
            if (series.id == 0) {
                continue;
            }
            ReadCurve curve{series, {}};
            curve.points = curve.isLong()
                               ? storage::readSeriesWindow(connection, series.id, 0,
                                                           std::numeric_limits<std::int64_t>::max(), kOutline)
                               : store.points(series.id);
            read.back().push_back(std::move(curve));
        }
    }
    return read;
}

/// One line over all steps that any of the runs has.
LineSeries joined(const DrawnLine &drawn, const std::vector<ReadCurve> &curves)
{
    std::map<std::int64_t, std::vector<double>> bySteps;
    for (const ReadCurve &curve : curves) {
        for (const SeriesPoint &point : curve.points) {
            bySteps[point.step].push_back(point.value);
        }
    }
    std::vector<double> steps;
    std::vector<std::vector<double>> values;
    for (auto &[step, list] : bySteps) {
        steps.push_back(double(step));
        values.push_back(std::move(list));
    }
    return spreadLine(drawn.line.name, drawn.style, steps, values);
}

LineSeries alone(const DrawnLine &drawn, const ReadCurve &curve)
{
    LineSeries line{.name = drawn.line.name, .style = drawn.style, .points = {}, .low = {}, .high = {}};
    for (const SeriesPoint &point : curve.points) {
        line.points.emplace_back(double(point.step), point.value);
    }
    return line;
}

/// "notes · stage 2 · parts" for "notes/stage2/parts".
QString contextTitle(const QString &context)
{
    QStringList parts = context.split(QLatin1Char('/'));
    if (parts.size() > 1) {
        parts[1] = stageWord(parts[1].toStdString());
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

CurvePanel::CurvePanel(QWidget *parent)
    : QWidget(parent), m_metric(new QComboBox(this)), m_context(new QComboBox(this)), m_chart(new LineChart(this))
{
    m_chart->setObjectName(QStringLiteral("curveChart"));
    m_metric->setObjectName(QStringLiteral("curveMetric"));
    m_metric->setAccessibleName(tr("Curve"));
    m_metric->setToolTip(tr("What is drawn over the steps of the training"));
    m_metric->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_context->setObjectName(QStringLiteral("curveContext"));
    m_context->setAccessibleName(tr("Part of the training"));
    m_context->setToolTip(tr("The task and the stage in which it was measured"));
    m_context->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_metric, &QComboBox::activated, this, [this] {
        fillContexts();
        readCurves();
    });
    connect(m_context, &QComboBox::activated, this, &CurvePanel::readCurves);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_metric);
    row->addWidget(m_context);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(row);
    layout->addWidget(m_chart, 1);
}

void CurvePanel::setSession(Session *session, JobList *jobs)
{
    m_session = session;
    m_jobs = jobs;
    setLines({});
}

void CurvePanel::setLines(std::vector<DrawnLine> drawn)
{
    m_drawn = std::move(drawn);
    m_stale = true;
    if (isVisible()) {
        readChoices();
    }
}

void CurvePanel::setHighlight(int style)
{
    m_chart->setHighlight(style);
}

void CurvePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        readChoices();
    }
}

void CurvePanel::readChoices()
{
    m_stale = false;
    std::vector<std::int64_t> runs;
    for (const DrawnLine &line : m_drawn) {
        runs.insert(runs.end(), line.line.runs.begin(), line.line.runs.end());
    }
    if (!m_session || runs.empty()) {
        showChoices({});
        return;
    }
    m_session->read(
        this, [runs](storage::Connection &connection) { return storage::readSeriesChoices(connection, runs); },
        [this](const std::vector<storage::SeriesChoice> &choices) { showChoices(choices); });
}

void CurvePanel::showChoices(const std::vector<storage::SeriesChoice> &choices)
{
    m_choices = choices;
    const QString before = m_metric->currentData().toString();
    m_metric->clear();
    for (const storage::SeriesChoice &choice : choices) {
        const QString metric = QString::fromStdString(choice.key.metric);
        if (m_metric->findData(metric) < 0) {
            m_metric->addItem(titleOf(metric), metric);
        }
    }
    for (const QString &wanted : {QStringLiteral("validation"), before}) {
        if (const int place = m_metric->findData(wanted); place >= 0) {
            m_metric->setCurrentIndex(place);
        }
    }
    m_metric->setEnabled(m_metric->count() > 0);
    fillContexts();
    readCurves();
}

void CurvePanel::fillContexts()
{
    const QString before = m_context->currentData().toString();
    const std::string metric = m_metric->currentData().toString().toStdString();
    m_context->clear();
    for (const storage::SeriesChoice &choice : m_choices) {
        if (choice.key.metric == metric) {
            const QString context = QString::fromStdString(choice.key.context);
            m_context->addItem(contextTitle(context), context);
        }
    }
    m_context->setCurrentIndex(std::max(0, m_context->findData(before)));
    m_context->setEnabled(m_context->count() > 0);
}

void CurvePanel::readCurves()
{
    const SeriesKey key{m_metric->currentData().toString().toStdString(),
                        m_context->currentData().toString().toStdString()};
    if (!m_session || key.metric.empty()) {
        m_chart->setSeries({});
        m_chart->setTitle(tr("These runs have kept no curves"));
        m_chart->setSubtitle({});
        return;
    }
    std::vector<std::vector<std::int64_t>> runs;
    for (const DrawnLine &line : m_drawn) {
        runs.push_back(line.line.runs);
    }
    m_session->read(
        this, [runs, key](storage::Connection &connection) { return readAll(connection, runs, key); },
        [this, key, drawn = m_drawn](const std::vector<std::vector<ReadCurve>> &read) {
            std::vector<LineSeries> lines;
            int least = std::numeric_limits<int>::max();
            int most = 0;
            for (std::size_t i = 0; i < read.size(); ++i) {
                if (read[i].empty()) {
                    continue;
                }
                least = std::min(least, int(read[i].size()));
                most = std::max(most, int(read[i].size()));
                if (std::ranges::none_of(read[i], &ReadCurve::isLong)) {
                    lines.push_back(joined(drawn[i], read[i]));
                    continue;
                }
                for (const ReadCurve &curve : read[i]) {
                    lines.push_back(alone(drawn[i], curve));  // too long to be averaged: each seed by itself
                    if (curve.isLong()) {
                        lines.back().source =
                            std::make_shared<StoredLine>(m_session, m_jobs, curve.series.id, curve.series.points);
                    }
                }
            }
            const QString metric = QString::fromStdString(key.metric);
            const MetricWord *word = wordOf(metric);
            m_chart->setAxes({.xTitle = tr("step"),
                              .yTitle = word != nullptr && word->form == ValueForm::Share
                                            ? tr("%1, %").arg(titleOf(metric))
                                            : titleOf(metric),
                              .form = word != nullptr ? word->form : ValueForm::Number});
            m_chart->setTitle(tr("%1 of %n line(s) while they learned %2", nullptr, int(lines.size()))
                                  .arg(titleOf(metric), m_context->currentText()));
            const QString seeds = seedsWords(int(lines.size()), least, most);
            const auto lacking = int(std::ranges::count_if(read, [](const auto &line) { return line.empty(); }));
            m_chart->setSubtitle(lacking > 0 ? tr("%1 %n other(s) kept no such curve.", nullptr, lacking).arg(seeds)
                                             : seeds);
            m_chart->setSeries(std::move(lines));
        });
}

}  // namespace atlas::widgets
