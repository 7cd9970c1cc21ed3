#include "widgets/results/classes_panel.h"

#include "storage/connection.h"
#include "storage/result_store.h"
#include "widgets/charts/card_splitter.h"
#include "widgets/charts/format.h"
#include "widgets/charts/heat_map.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {
constexpr int kConfusionWidth = 660;
constexpr int kTableWidth = 360;
}  // namespace

ClassesPanel::ClassesPanel(QWidget *parent)
    : ResultPanel(parent), m_cells(new QComboBox(this)), m_confusion(new HeatMap(this)), m_table(new PlainTable(this))
{
    m_cells->setObjectName(QStringLiteral("classesCell"));
    m_cells->setAccessibleName(tr("Task and moment"));
    m_cells->setToolTip(tr("Which task's test split, and after which task was learned. A click into the accuracy "
                           "matrix chooses too."));
    m_cells->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_confusion->setObjectName(QStringLiteral("confusion"));
    m_table->setObjectName(QStringLiteral("classTable"));
    m_table->setAccessibleName(tr("Classes"));
    connect(m_cells, &QComboBox::activated, this, [this](int index) {
        const QPoint cell = m_cells->itemData(index).toPoint();
        chooseCell(cell.y(), cell.x());
        Q_EMIT cellChosen(cell.y(), cell.x());
    });

    auto *top = new QHBoxLayout;
    auto *label = new QLabel(tr("Shown:"), this);
    label->setBuddy(m_cells);
    top->addWidget(label);
    top->addWidget(m_cells);
    top->addStretch();
    auto *splitter = new CardSplitter(Qt::Horizontal, QStringLiteral("classesSplitter"), this);
    splitter->addWidget(m_confusion);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kConfusionWidth, kTableWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
}

void ClassesPanel::showResults(bool anotherRun)
{
    if (anotherRun || results().cell(m_after, m_eval) == nullptr) {
        m_after = results().learned() - 1;
        m_eval = 0;
        showReport({});
    }
    fillCells();
}

void ClassesPanel::chooseCell(int afterTask, int evalTask)
{
    if (results().cell(afterTask, evalTask) == nullptr) {
        return;
    }
    m_after = afterTask;
    m_eval = evalTask;
    fillCells();
    readAgain();
}

void ClassesPanel::fillCells()
{
    m_cells->clear();
    for (const AccuracyCell &cell : results().cells) {
        if (cell.afterTask < 0) {
            continue;  // what the run it goes on from answered
        }
        m_cells->addItem(
            tr("%1 after %2 was learned").arg(taskName(results(), cell.evalTask), taskName(results(), cell.afterTask)),
            QPoint(cell.evalTask, cell.afterTask));
    }
    m_cells->setCurrentIndex(m_cells->findData(QPoint(m_eval, m_after)));
}

void ClassesPanel::readMore()
{
    if (results().cell(m_after, m_eval) == nullptr) {
        return;
    }
    const Task task = results().tasks[std::size_t(m_eval)];
    read(
        [run = results().run.id, after = m_after, eval = m_eval, task](storage::Connection &connection) {
            return classReport(task, storage::ResultStore(connection).predictions(run, after, eval));
        },
        [this](const ClassReport &report) { showReport(report); });
}

void ClassesPanel::showReport(const ClassReport &report)
{
    HeatMapData map;
    map.rowTitle = tr("is");
    map.columnTitle = tr("answered");
    map.valueTitle = tr("samples");
    map.outlineDiagonal = true;
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
        const ClassRow &row = report.rows[i];
        map.rows << row.name;
        map.columns << row.name;
        std::vector<HeatMapData::Cell> cells;
        for (std::size_t j = 0; j < report.rows.size(); ++j) {
            const qint64 count = report.confusion[i][j];
            const double share = row.n > 0 ? double(count) / double(row.n) : std::nan("");
            cells.push_back({.value = double(count),
                             .level = share,
                             .text = format::count(count),
                             .details = tr("%1 answered as %2: %3 of %4 (%5)")
                                            .arg(row.name, report.rows[j].name, format::count(count),
                                                 format::count(row.n), format::percent(share))});
        }
        map.cells.push_back(std::move(cells));
        rows.push_back({row.name, format::count(row.n), row.n > 0 ? format::percent(row.recall()) : tr("no samples"),
                        row.answered > 0 ? format::percent(row.precision()) : tr("never answered")});
    }
    m_confusion->setTitle(confusionSentence(report));
    m_confusion->setSubtitle(
        tr("Test samples of each class by answer (n = %1); colour: share of the row").arg(format::count(report.n)));
    m_confusion->setData(std::move(map));
    m_table->setContent({{tr("Class"), false},
                         {tr("Samples"), true, tr("Test samples of the class")},
                         {tr("Found"), true, tr("Recall: share of the class that was answered with it")},
                         {tr("Trusted"), true, tr("Precision: share of these answers that were right")}},
                        rows);
}

}  // namespace atlas::widgets
