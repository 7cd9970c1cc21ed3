#include "widgets/compare/compare_charts.h"

#include "storage/connection.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/charts/line_chart.h"
#include "widgets/charts/result_words.h"
#include "widgets/compare/curve_panel.h"
#include "widgets/compare/difference_panel.h"
#include "widgets/compare/pareto_panel.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"
#include "widgets/session.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace atlas::widgets {

namespace {

/// The line that ends highest, nullptr when none has a point.
const LineSeries *highest(const std::vector<LineSeries> &lines)
{
    const LineSeries *best = nullptr;
    for (const LineSeries &line : lines) {
        if (!line.points.empty() && (best == nullptr || line.points.back().y() > best->points.back().y())) {
            best = &line;
        }
    }
    return best;
}

/// The lines that end as high as one, by what is written of them.
QStringList endingLike(const std::vector<LineSeries> &lines, const LineSeries &one)
{
    QStringList names;
    for (const LineSeries &line : lines) {
        if (!line.points.empty() && readAlike(line.points.back().y(), one.points.back().y())) {
            names << line.name;
        }
    }
    return names;
}

void showLines(LineChart &chart, TaskLines lines, const QString &title, const QString &yTitle, ValueForm form)
{
    chart.setTitle(title);
    chart.setSubtitle(lines.lines.empty() ? QString()
                                          : seedsWords(int(lines.lines.size()), lines.leastSeeds, lines.mostSeeds));
    const bool named = !lines.names.empty() && lines.names.front() != QString::number(1);
    chart.setAxes({.xTitle = named ? CompareCharts::tr("after learning") : CompareCharts::tr("tasks learned"),
                   .yTitle = yTitle,
                   .form = form,
                   .xNames = lines.names,
                   .referenceY = form == ValueForm::Difference ? std::optional(0.0) : std::nullopt});
    chart.setSeries(std::move(lines.lines));
}

}  // namespace

CompareCharts::CompareCharts(const CompareModel *model, QWidget *parent)
    : QTabWidget(parent), m_model(model), m_curves(new CurvePanel(this)), m_pareto(new ParetoPanel(model, this)),
      m_differences(new DifferencePanel(model, this))
{
    setObjectName(QStringLiteral("compareCharts"));
    setDocumentMode(true);
    addTab(orNothing(makeOverTasks()), tr("Over tasks"));
    addTab(orNothing(makeOneTask()), tr("One task"));
    addTab(orNothing(m_curves), tr("Curves"));
    addTab(m_pareto, tr("Trade-offs"));
    addTab(m_differences, tr("Differences"));
    connect(m_pareto, &ParetoPanel::lookedAt, this, &CompareCharts::lookedAt);
    connect(m_pareto, &ParetoPanel::chosen, this, &CompareCharts::chosen);
    show(std::vector<DrawnLine>());
}

QWidget *CompareCharts::orNothing(QWidget *content)
{
    auto *nothing = new EmptyState(this);
    nothing->setContent({.icon = QStringLiteral("page-compare"),
                         .title = tr("Nothing is ticked"),
                         .text = tr("Tick runs in the table, or choose some and press Space: they are drawn here."),
                         .details = {}});
    auto *stack = new QStackedWidget(this);
    stack->addWidget(content);
    stack->addWidget(nothing);
    m_stacks.push_back(stack);
    return stack;
}

QWidget *CompareCharts::makeOverTasks()
{
    auto *across = new CardSplitter(Qt::Horizontal, QStringLiteral("compareSplitter"), this);
    m_average = new LineChart(across);
    m_average->setObjectName(QStringLiteral("averageChart"));
    m_forgetting = new LineChart(across);
    m_forgetting->setObjectName(QStringLiteral("forgettingChart"));
    across->addWidget(m_average);
    across->addWidget(m_forgetting);
    across->setContentsMargins(0, theme::kGap, 0, 0);
    return across;
}

QWidget *CompareCharts::makeOneTask()
{
    auto *panel = new QWidget(this);
    m_task = new QComboBox(panel);
    m_task->setObjectName(QStringLiteral("compareTask"));
    m_task->setAccessibleName(tr("Task"));
    m_task->setToolTip(tr("The task whose score is drawn"));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_task, &QComboBox::activated, this, &CompareCharts::showOneTask);
    m_oneTask = new LineChart(panel);
    m_oneTask->setObjectName(QStringLiteral("taskChart"));
    auto *label = new QLabel(tr("Task:"), panel);
    label->setBuddy(m_task);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(label);
    row->addWidget(m_task);
    row->addStretch();
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(row);
    layout->addWidget(m_oneTask, 1);
    return panel;
}

void CompareCharts::setSession(Session *session, JobList *jobs)
{
    m_session = session;
    m_curves->setSession(session, jobs);
    m_differences->setSession(session);
    m_styles.clear();
    ++m_ticket;
    show(std::vector<DrawnLine>());
}

void CompareCharts::setLines(const std::vector<ComparedLine> &lines, bool measured)
{
    if (measured) {
        m_differences->forget();
    }
    const int ticket = ++m_ticket;
    if (!m_session || lines.empty()) {
        show(std::vector<DrawnLine>());
        return;
    }
    m_session->read(
        this,
        [lines](storage::Connection &connection) {
            std::vector<DrawnLine> drawn;
            for (const ComparedLine &line : lines) {
                drawn.push_back({line, 0, storage::readRunCurves(connection, line.runs)});
            }
            return drawn;
        },
        [this, ticket](std::vector<DrawnLine> drawn) {
            if (ticket == m_ticket) {
                show(std::move(drawn));
            }
        });
}

void CompareCharts::giveStyles(std::vector<DrawnLine> &drawn)
{
    std::map<QString, int> kept;
    std::set<int> taken;
    for (const DrawnLine &line : drawn) {
        if (const auto found = m_styles.find(line.line.uuids.front()); found != m_styles.end()) {
            kept.insert(*found);
            taken.insert(found->second);
        }
    }
    int next = 0;
    for (DrawnLine &line : drawn) {
        const auto [place, added] = kept.try_emplace(line.line.uuids.front(), 0);
        if (added) {
            while (taken.contains(next)) {
                ++next;
            }
            taken.insert(next);
            place->second = next;
        }
        line.style = place->second;
    }
    m_styles = std::move(kept);
}

void CompareCharts::show(std::vector<DrawnLine> drawn)
{
    giveStyles(drawn);
    m_drawn = std::move(drawn);
    std::vector<ComparedLine> lines;
    QStringList tasks;
    for (const DrawnLine &line : m_drawn) {
        lines.push_back(line.line);
        for (const storage::RunCurve &curve : line.curves) {
            for (const std::string &task : curve.tasks) {
                if (const QString name = QString::fromStdString(task); !tasks.contains(name)) {
                    tasks << name;
                }
            }
        }
    }
    const QString before = m_task->currentText();
    m_task->clear();
    m_task->addItems(tasks);
    m_task->setCurrentIndex(std::max(0, int(tasks.indexOf(before))));
    m_task->setEnabled(!tasks.isEmpty());
    for (QStackedWidget *stack : m_stacks) {
        stack->setCurrentIndex(m_drawn.empty() ? 1 : 0);
    }
    showOverTasks();
    showOneTask();
    m_curves->setLines(m_drawn);
    m_pareto->setLines(lines, m_styles);
    m_differences->setLines(lines);
    highlight();
    Q_EMIT this->drawn();
}

void CompareCharts::showOverTasks()
{
    TaskLines average = averageOverTasks(m_drawn);
    const LineSeries *best = highest(average.lines);
    const QString none = tr("Nothing is measured yet");
    QString title = none;
    if (best != nullptr) {
        const QString value = format::percent(best->points.back().y());
        const QStringList names = endingLike(average.lines, *best);
        title = (names.size() > 1           ? tr("%1 end highest: %2 on average each")
                 : average.lines.size() > 1 ? tr("%1 ends highest: %2 on average")
                                            : tr("%1 ends at %2 on average"))
                    .arg(listed(names), value);
    }
    showLines(*m_average, std::move(average), title, tr("average score, %"), ValueForm::Share);

    TaskLines forgetting = forgettingOverTasks(m_drawn);
    const LineSeries *worst = highest(forgetting.lines);
    title = none;
    if (worst != nullptr && worst->points.back().y() <= kNoticeable) {
        title = tr("Nothing that can be seen was forgotten");
    } else if (worst != nullptr) {
        const QString value = format::unsignedPoints(worst->points.back().y());
        const QStringList names = endingLike(forgetting.lines, *worst);
        title = (names.size() > 1              ? tr("%1 forget most: %2 each")
                 : forgetting.lines.size() > 1 ? tr("%1 forgets most: %2")
                                               : tr("%1 forgets %2"))
                    .arg(listed(names), value);
    }
    showLines(*m_forgetting, std::move(forgetting), title, tr("forgotten, points"), ValueForm::Difference);
}

void CompareCharts::showOneTask()
{
    TaskLines lines = scoreOverTasks(m_drawn, m_task->currentText().toStdString());
    const LineSeries *best = highest(lines.lines);
    QString title = tr("Nothing is measured of %1 yet").arg(m_task->currentText());
    if (best != nullptr) {
        const QStringList names = endingLike(lines.lines, *best);
        title = (names.size() > 1 ? tr("On %1, %2 end highest: %3 each") : tr("On %1, %2 ends highest: %3"))
                    .arg(m_task->currentText(), listed(names), format::percent(best->points.back().y()));
    }
    showLines(*m_oneTask, std::move(lines), title, tr("score, %"), ValueForm::Share);
}

void CompareCharts::setHighlight(const QStringList &uuids)
{
    m_highlighted = uuids;
    highlight();
}

void CompareCharts::highlight()
{
    const auto found = std::ranges::find_if(m_drawn, [this](const DrawnLine &line) {
        return std::ranges::any_of(m_highlighted, [&](const QString &uuid) { return line.line.uuids.contains(uuid); });
    });
    int style = found == m_drawn.end() ? -1 : found->style;
    if (style < 0 && int(m_drawn.size()) > kMostNamed) {
        style = m_drawn.front().style;
    }
    for (LineChart *chart : {m_average, m_forgetting, m_oneTask}) {
        chart->setHighlight(style);
    }
    m_curves->setHighlight(style);
    m_pareto->setHighlight(m_highlighted);
}

}  // namespace atlas::widgets
