#include "widgets/compare/pareto_panel.h"

#include "core/pareto.h"
#include "core/translatable.h"
#include "widgets/charts/scatter_chart.h"
#include "widgets/frame/flow_layout.h"
#include "widgets/frame/theme.h"
#include "widgets/results/measure_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace atlas::widgets {

namespace {

/// What the axis of a figure counts in.
struct AxisUnit {
    MeasureUnit unit;
    double scale;
    const char *name;
};

constexpr AxisUnit kUnits[] = {{MeasureUnit::Share, 100, "%"},
                               {MeasureUnit::Points, 100, QT_TRANSLATE_NOOP("ParetoPanel", "points")},
                               {MeasureUnit::Bytes, 1e-6, "MB"},
                               {MeasureUnit::Seconds, 1, QT_TRANSLATE_NOOP("ParetoPanel", "s")},
                               {MeasureUnit::Parameters, 1e-3, QT_TRANSLATE_NOOP("ParetoPanel", "thousands")}};

ScatterFigure figureOf(const Measure &measure)
{
    ScatterFigure figure{.title = measureTitle(measure),
                         .text = [unit = measure.unit](double value) { return measureValue(unit, value); }};
    const auto *found = std::ranges::find(kUnits, measure.unit, &AxisUnit::unit);
    if (found != std::end(kUnits)) {
        figure.scale = found->scale;
        figure.unit = QCoreApplication::translate("ParetoPanel", found->name);
    }
    return figure;
}

/// A figure as the front takes it: larger is better.
double asBetter(const Measure &measure, double value)
{
    return measure.better == Better::Lower ? -value : value;
}

constexpr int kLeastChart = 180;  ///< pixels; below that the marks run into each other, and the table gives way

QComboBox *figureBox(const char *name, const QString &what, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(what);
    box->setToolTip(what);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const RunFigure &figure : runFigures()) {
        box->addItem(measureTitle(figure.described()), QString::fromLatin1(figure.name));
    }
    return box;
}

std::size_t placeOf(const QComboBox *box)
{
    return std::size_t(runFigure(box->currentData().toString().toStdString()) - runFigures().data());
}

}  // namespace

ParetoPanel::ParetoPanel(const CompareModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_across(figureBox("paretoAcross", tr("Across"), this)),
      m_up(figureBox("paretoUp", tr("Up"), this)), m_size(figureBox("paretoSize", tr("Size of the marks"), this)),
      m_everything(new QCheckBox(tr("All rows of the table"), this)), m_choices(new QWidget(this)),
      m_chart(new ScatterChart(this))
{
    m_chart->setObjectName(QStringLiteral("paretoChart"));
    m_across->setCurrentIndex(m_across->findData(QStringLiteral("bytes")));
    m_up->setCurrentIndex(m_up->findData(QStringLiteral("accuracy")));
    m_size->insertItem(0, tr("all the same"), QString());
    m_size->setCurrentIndex(m_size->findData(QStringLiteral("seconds")));
    m_everything->setObjectName(QStringLiteral("paretoAll"));
    m_everything->setToolTip(tr("Draw every run of the table, not only what is ticked"));
    for (QComboBox *box : {m_across, m_up, m_size}) {
        connect(box, &QComboBox::activated, this, &ParetoPanel::draw);
    }
    connect(m_everything, &QCheckBox::toggled, this, &ParetoPanel::draw);
    connect(model, &CompareModel::arranged, this, &ParetoPanel::drawLater);
    connect(m_chart, &ScatterChart::hovered, this,
            [this](int point) { Q_EMIT lookedAt(point < 0 ? QStringList() : m_drawn[std::size_t(point)].uuids); });
    connect(m_chart, &ScatterChart::chosen, this,
            [this](int point) { Q_EMIT chosen(m_drawn[std::size_t(point)].uuids); });
    auto *flow = new FlowLayout(m_choices, theme::kGap);
    const auto add = [&](const QString &title, QWidget *choice) {
        auto *pair = new QWidget(m_choices);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme::kGap);
        if (!title.isEmpty()) {
            auto *label = new QLabel(title, pair);
            label->setBuddy(choice);
            row->addWidget(label);
        }
        row->addWidget(choice);
        pair->setMinimumHeight(theme::kControlHeight);
        flow->addWidget(pair);
    };
    add(tr("Up:"), m_up);
    add(tr("Across:"), m_across);
    add(tr("Size:"), m_size);
    add({}, m_everything);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_choices);
    layout->addWidget(m_chart, 1);
}

void ParetoPanel::setLines(std::vector<ComparedLine> compared, const std::map<QString, int> &styles)
{
    m_compared = std::move(compared);
    m_styles = styles;
    drawLater();
}

void ParetoPanel::drawLater()
{
    m_stale = true;
    if (isVisible()) {
        draw();
    }
}

void ParetoPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(m_choices->heightForWidth(width()) + 2 * theme::kGap + kLeastChart);
}

void ParetoPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        draw();
    }
}

void ParetoPanel::setHighlight(const QStringList &uuids)
{
    const auto found = std::ranges::find_if(
        m_drawn, [&](const ComparedLine &line) { return !uuids.isEmpty() && line.uuids.contains(uuids.front()); });
    m_chart->setHighlight(found == m_drawn.end() ? -1 : int(found - m_drawn.begin()));
}

void ParetoPanel::draw()
{
    m_stale = false;
    const std::size_t x = placeOf(m_across);
    const std::size_t y = placeOf(m_up);
    const bool sized = !m_size->currentData().toString().isEmpty();
    const std::size_t size = sized ? placeOf(m_size) : 0;
    const Measure &across = runFigures()[x].described();
    const Measure &up = runFigures()[y].described();

    const bool everything = m_everything->isChecked() || m_compared.size() < 2;
    m_drawn.clear();
    std::vector<ParetoPoint> plane;
    for (const ComparedLine &line : everything ? m_model->allLines() : m_compared) {
        if (line.figures[x] && line.figures[y]) {
            m_drawn.push_back(line);
            plane.push_back({asBetter(across, *line.figures[x]), asBetter(up, *line.figures[y])});
        }
    }
    const ParetoFront front = paretoFront(plane);
    std::vector<ScatterPoint> points;
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const ComparedLine &line = m_drawn[i];
        const auto style = m_styles.find(line.uuids.front());
        points.push_back({.name = line.name,
                          .x = *line.figures[x],
                          .y = *line.figures[y],
                          .size = sized ? line.figures[size].value_or(std::nan("")) : 0,
                          .style = style == m_styles.end() ? 0 : style->second,
                          .strong = front.onFront(i),
                          .remark = front.onFront(i)
                                        ? tr("No other is better in both.")
                                        : tr("Dominated by %1.").arg(m_drawn[std::size_t(front.dominatedBy[i])].name)});
    }
    m_chart->setFigures(figureOf(across), figureOf(up),
                        sized ? figureOf(runFigures()[size].described()) : ScatterFigure());
    m_chart->setPoints(std::move(points), front.front);
    m_chart->setTitle(m_drawn.empty()
                          ? tr("No run has both figures yet")
                          : tr("%1 of %n run(s) or groups are not beaten in both figures", nullptr, int(m_drawn.size()))
                                .arg(front.front.size()));
    m_chart->setSubtitle(
        sized ? tr("%1 against %2; size of the mark: %3")
                    .arg(measureTitle(up), measureTitle(across), measureTitle(runFigures()[size].described()))
              : tr("%1 against %2").arg(measureTitle(up), measureTitle(across)));
}

}  // namespace atlas::widgets
