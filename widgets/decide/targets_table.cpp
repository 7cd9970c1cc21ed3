#include "widgets/decide/targets_table.h"

#include "widgets/decide/targets_model.h"
#include "widgets/decide/whole_table.h"
#include "widgets/frame/theme.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace atlas::widgets {

namespace {
constexpr int kMostOfNames = 3;    ///< a share of 1/n of the width is enough for what is asked
constexpr int kLeastReason = 120;  ///< pixels; under that the table is wider than the page
}  // namespace

TargetsTable::TargetsTable(TargetsModel *model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setObjectName(QStringLiteral("targetsTable"));
    setAccessibleName(tr("Targets"));
    setModel(model);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setSelectionMode(SingleSelection);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
}

void TargetsTable::fit()
{
    clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHead(row)) {
            setSpan(row, 0, 1, TargetsModel::ColumnCount);
        }
    }
    for (const int column : {TargetsModel::Result, TargetsModel::Reason, TargetsModel::Certainty}) {
        setColumnHidden(column, !m_model->hasContent(column));
    }
    measure();
    share();
}

void TargetsTable::measure()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_needs.clear();
    for (int column = 0; column < TargetsModel::ColumnCount; ++column) {
        int need = isColumnHidden(column) ? 0 : horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; need > 0 && row < m_model->rowCount(); ++row) {
            if (!m_model->isHead(row)) {
                const QModelIndex index = m_model->index(row, column);
                need = std::max(need, itemDelegateForIndex(index)->sizeHint(option, index).width());
            }
        }
        m_needs << (need > 0 ? need + theme::kGap : 0);
    }
}

void TargetsTable::share()
{
    if (m_needs.isEmpty()) {
        return;
    }
    const int width = viewport()->width();
    QList<int> widths = m_needs;
    widths[TargetsModel::What] = std::min(widths[TargetsModel::What], width / kMostOfNames);
    int others = 0;
    for (int column = 0; column < TargetsModel::ColumnCount; ++column) {
        others += column == TargetsModel::Reason ? 0 : widths[column];
    }
    if (widths[TargetsModel::Reason] > 0) {
        const int most = std::max(kLeastReason, width - others);
        widths[TargetsModel::Reason] = std::min(widths[TargetsModel::Reason], most);
    }
    for (int column = 0; column < TargetsModel::ColumnCount; ++column) {
        setColumnWidth(column, widths[column]);
    }
    showWhole(this);
}

void TargetsTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
}

void TargetsTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fit();  // only now it has its style
}

void TargetsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        share();
    }
}

}  // namespace atlas::widgets
