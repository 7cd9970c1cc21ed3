#include <qcustomplot.h>

#include "widgets/charts/bar_chart.h"
#include "widgets/charts/bar_rows.h"
#include "widgets/charts/format.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr double kTallestRow = 44;   ///< pixels; few bars stand at the top instead of spreading
constexpr double kNameShare = 0.36;  ///< of the plot's width that names may take
constexpr int kBesideValue = 12;
constexpr int kTickSpace = 90;
constexpr int kNarrow = 340;

double scaleOf(ValueForm form)
{
    return form == ValueForm::Number ? 1 : 100;
}

/// Ticks of a bar chart's values, written as the values are, and none beyond 100 % (where only labels stand).
class ValueTicker : public QCPAxisTicker {
public:
    explicit ValueTicker(const BarAxis &axis) : m_axis(axis) {}

protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const double value = tick / scaleOf(m_axis.form);
        return m_axis.text != nullptr ? m_axis.text(value) : format::number(tick, 6);
    }

    QVector<double> createTickVector(double step, const QCPRange &range) override
    {
        QVector<double> ticks = QCPAxisTicker::createTickVector(step, range);
        constexpr double kAll = 100 + 1e-9;
        if (m_axis.form == ValueForm::Share) {
            ticks.removeIf([](double tick) { return tick > kAll; });
        }
        return ticks;
    }

private:
    BarAxis m_axis;
};

}  // namespace

struct BarChart::Parts {
    explicit Parts(QCustomPlot &plot) : rows(new BarRows(plot.axisRect(), QStringLiteral("main"))) {}

    QPointer<BarRows> rows;  ///< owned by the plot
};

BarChart::BarChart(QWidget *parent) : ChartView(parent), m_parts(std::make_unique<Parts>(plot()))
{
    QCustomPlot &p = plot();
    p.setMouseTracking(true);
    p.setLocale(QLocale());
    p.yAxis->setRangeReversed(true);
    p.axisRect()->setMinimumMargins(QMargins(8, 4, 8, 4));
    m_parts->rows->setBars(&m_bars);
}

BarChart::~BarChart() = default;

void BarChart::setBars(std::vector<Bar> bars, const BarAxis &axis)
{
    m_bars = std::move(bars);
    m_axis = axis;
    m_current = m_current < int(m_bars.size()) ? m_current : -1;
    m_parts->rows->setScale(scaleOf(axis.form));
    m_parts->rows->setCurrent(m_current);
    restyle(screenLook());
    refresh();
}

void BarChart::setSummary(const QString &sentence)
{
    m_sentence = sentence;
    refresh();
}

QString BarChart::textOf(const Bar &bar) const
{
    if (!std::isfinite(bar.value)) {
        return m_axis.undefined.isEmpty() ? tr("not defined") : m_axis.undefined;
    }
    return m_axis.text != nullptr ? m_axis.text(bar.value) : valueText(bar.value, m_axis.form);
}

QString BarChart::detailsOf(const Bar &bar) const
{
    if (!bar.details.isEmpty()) {
        return bar.details;
    }
    if (bar.low && bar.high) {
        const auto text = [this](double value) {
            return m_axis.text != nullptr ? m_axis.text(value) : valueText(value, m_axis.form);
        };
        return tr("%1: %2 (%3 – %4)").arg(bar.name, textOf(bar), text(*bar.low), text(*bar.high));
    }
    return tr("%1: %2").arg(bar.name, textOf(bar));
}

void BarChart::setCurrentBar(int bar)
{
    const int wanted = bar >= 0 && bar < int(m_bars.size()) ? bar : -1;
    if (wanted == m_current) {
        return;
    }
    m_current = wanted;
    m_parts->rows->setCurrent(wanted);
    refresh();
    if (wanted >= 0) {
        Q_EMIT barChosen(wanted);
    }
}

int BarChart::barAt(const QPoint &position) const
{
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const QRect row = rowOf(i);
        if (position.y() >= row.top() && position.y() <= row.bottom()) {
            return i;
        }
    }
    return -1;
}

QRect BarChart::rowOf(int bar) const
{
    return m_parts->rows->rowOf(bar).toRect();
}

void BarChart::layAxes()
{
    QCustomPlot &p = plot();
    const QFontMetrics metrics(p.yAxis->tickLabelFont());
    const double scale = scaleOf(m_axis.form);
    const double height = std::max(40.0, p.height() - 2.6 * metrics.height());
    const auto n = double(m_bars.size());
    p.yAxis->setRange(-0.5, std::max(n, height / kTallestRow) - 0.5);

    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    const int step = std::max(1, int(std::ceil(n * metrics.height() / height)));
    const int limit = std::max(40, int(kNameShare * p.width()));
    int nameWidth = 0;
    for (int i = 0; i < int(m_bars.size()); i += step) {
        const QString name = metrics.elidedText(m_bars[std::size_t(i)].name, Qt::ElideMiddle, limit);
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(name));
        names->addTick(i, name);
    }
    p.yAxis->setTicker(names);

    // In a narrow chart the unit stands at the axis alone.
    const bool narrow = m_axis.text == nullptr && p.width() < kNarrow;
    QStringList texts;
    for (const Bar &bar : m_bars) {
        texts << (narrow && std::isfinite(bar.value) ? shortValueText(bar.value, m_axis.form) : textOf(bar));
    }
    m_parts->rows->setTexts(texts);
    // Room for the values beside the longest bars.
    double low = 0;
    double high = 0;
    int before = 0;
    int after = 0;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars[i];
        const int text = metrics.horizontalAdvance(texts[qsizetype(i)]) + kBesideValue;
        const bool below = std::isfinite(bar.value) && bar.value < 0;
        before = below ? std::max(before, text) : before;
        after = below ? after : std::max(after, text);
        for (const double edge : {bar.value, bar.low.value_or(0), bar.high.value_or(0)}) {
            if (std::isfinite(edge)) {
                low = std::min(low, scale * edge);
                high = std::max(high, scale * edge);
            }
        }
    }
    if (m_axis.form == ValueForm::Share) {
        high = std::max(high, 100.0);
    } else if (high == low) {
        high = m_axis.form == ValueForm::Difference ? 1 : 1e-3;  // all are 0: an axis there must be
    }
    // Whiskers end inside the picture too.
    before = std::max(before, low < 0 ? kBesideValue : 0);
    after = std::max(after, kBesideValue);
    const double width = std::max(60.0, p.width() - nameWidth - 24.0);
    const double perPixel = (high - low) / std::max(40.0, width - before - after);
    p.xAxis->setRange(low - before * perPixel, high + after * perPixel);

    const auto ticker = QSharedPointer<ValueTicker>::create(m_axis);
    ticker->setTickCount(std::clamp(int(width) / kTickSpace, 2, 6));
    p.xAxis->setTicker(ticker);
    p.xAxis->setLabel(m_axis.valueTitle);
}

void BarChart::restyle(const PlotLook &look)
{
    QCustomPlot &p = plot();
    applyLook(*p.xAxis, look);
    applyLook(*p.yAxis, look);
    m_parts->rows->setLook(look);
    p.yAxis->grid()->setVisible(false);
    p.yAxis->setBasePen(Qt::NoPen);
    p.yAxis->setTickPen(Qt::NoPen);
    p.yAxis->setTickLabelColor(look.text);
    layAxes();
}

void BarChart::resetView()
{
    setCurrentBar(-1);
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    layAxes();
}

void BarChart::step(int bars)
{
    if (m_bars.empty()) {
        return;
    }
    const int last = int(m_bars.size()) - 1;
    setCurrentBar(m_current < 0 ? (bars > 0 ? 0 : last) : std::clamp(m_current + bars, 0, last));
}

bool BarChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &plot()) {
        return ChartView::eventFilter(watched, event);
    }
    if (event->type() == QEvent::Resize) {
        layAxes();
    } else if (event->type() == QEvent::MouseButtonPress &&
               static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        if (const int bar = barAt(static_cast<QMouseEvent *>(event)->pos()); bar >= 0) {
            setCurrentBar(bar);
        }
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        return true;  // there is nothing to zoom out of; the chosen bar stays
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos());
        if (bar >= 0) {
            QToolTip::showText(help->globalPos(), detailsOf(m_bars[std::size_t(bar)]), &plot());
        } else {
            QToolTip::hideText();
        }
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        const int all = int(m_bars.size());
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_Down: step(1); return true;
        case Qt::Key_Home: step(-all); return true;
        case Qt::Key_End: step(all); return true;
        case Qt::Key_Escape:
            if (m_current >= 0) {
                setCurrentBar(-1);
                return true;
            }
            break;
        default: break;
        }
    }
    return ChartView::eventFilter(watched, event);
}

ChartTable BarChart::table() const
{
    ChartTable out;
    out.columns << (m_axis.nameTitle.isEmpty() ? tr("name") : m_axis.nameTitle)
                << (m_axis.valueTitle.isEmpty() ? tr("value") : m_axis.valueTitle);
    const bool banded = std::any_of(m_bars.begin(), m_bars.end(), [](const Bar &bar) { return bar.low && bar.high; });
    if (banded) {
        out.columns << tr("low") << tr("high");
    }
    const auto cell = [](std::optional<double> value) {
        return value && std::isfinite(*value) ? QVariant(*value) : QVariant();
    };
    for (const Bar &bar : m_bars) {
        QVariantList row{bar.name, cell(bar.value)};
        if (banded) {
            row << cell(bar.low) << cell(bar.high);
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

QString BarChart::summary() const
{
    QStringList words{m_sentence.isEmpty() ? title() : m_sentence};
    if (m_current >= 0) {
        words << detailsOf(m_bars[std::size_t(m_current)]);
    } else {
        QStringList values;
        for (const Bar &bar : m_bars) {
            values << tr("%1: %2").arg(bar.name, textOf(bar));
        }
        words << values.join(QStringLiteral("; "));
    }
    return words.join(QLatin1Char(' ')).trimmed();
}

}  // namespace atlas::widgets
