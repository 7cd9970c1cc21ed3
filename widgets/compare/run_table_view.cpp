#include "widgets/compare/run_table_view.h"

#include "widgets/compare/compare_model.h"
#include "widgets/compare/run_figure_delegate.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSet>

namespace atlas::widgets {

namespace {

constexpr int kMostWidth = 280;  ///< pixels of a column that is not asked to be wider
constexpr int kLeastWidth = 64;
constexpr int kMeasuredRows = 60;  ///< of which the widths of the columns are told

void makeLook(QTableView *view)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTextElideMode(Qt::ElideRight);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(theme::kRowHeight);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);  // 10,000 rows lay out at once
}

}  // namespace

RunTableView::RunTableView(CompareModel *model, QWidget *parent)
    : QTableView(parent), m_model(model), m_baseline(new QTableView(this))
{
    setObjectName(QStringLiteral("runTable"));
    setAccessibleName(tr("Runs"));
    setModel(model);
    makeLook(this);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setMouseTracking(true);
    setSortingEnabled(false);
    setTabKeyNavigation(false);
    auto *delegate = new RunFigureDelegate(this);
    setItemDelegate(delegate);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setResizeContentsPrecision(kMeasuredRows);
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        const bool again = m_model->columns()[std::size_t(section)].id == m_model->orderColumn();
        // The first click puts the largest figure on top, and the first name.
        const Qt::SortOrder first =
            m_model->columns()[std::size_t(section)].figure() ? Qt::DescendingOrder : Qt::AscendingOrder;
        const Qt::SortOrder other = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        m_model->sort(section, again && m_model->order() == first ? other : first);
    });
    connect(header, &QHeaderView::sectionResized, this,
            [this](int section, int, int size) { m_baseline->setColumnWidth(section, size); });

    m_baseline->setObjectName(QStringLiteral("baselineRow"));
    m_baseline->setModel(model);
    makeLook(m_baseline);
    m_baseline->horizontalHeader()->hide();
    m_baseline->setItemDelegate(delegate);
    m_baseline->setSelectionModel(selectionModel());
    m_baseline->setFrameShape(QFrame::NoFrame);
    m_baseline->setFocusPolicy(Qt::NoFocus);
    m_baseline->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_baseline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_baseline->hide();
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_baseline->horizontalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RunTableView::layBaseline);
    connect(model, &CompareModel::modelReset, this, &RunTableView::layColumns);
    connect(model, &CompareModel::arranged, this, [this] {
        QHeaderView *columns = horizontalHeader();
        const auto &all = m_model->columns();
        const auto found = std::ranges::find(all, m_model->orderColumn(), &RunColumn::id);
        columns->setSortIndicator(found == all.end() ? -1 : int(found - all.begin()), m_model->order());
        layBaseline();
    });
    connect(this, &QAbstractItemView::entered, this,
            [this](const QModelIndex &index) { Q_EMIT lookedAt(m_model->uuidsOf(index)); });
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const QStringList uuids = m_model->uuidsOf(index); uuids.size() == 1) {
            Q_EMIT opened(uuids.front());
        } else {
            m_model->setUnfolded(index, true);
        }
    });
}

QStringList RunTableView::selectedRuns() const
{
    QStringList uuids;
    QSet<QString> taken;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex &row : rows) {
        for (const QString &uuid : m_model->uuidsOf(row)) {
            if (!taken.contains(uuid)) {
                taken.insert(uuid);
                uuids << uuid;
            }
        }
    }
    return uuids;
}

void RunTableView::toggleTicks()
{
    QStringList uuids = selectedRuns();
    if (uuids.isEmpty()) {
        uuids = m_model->uuidsOf(currentIndex());
    }
    const bool all = std::ranges::all_of(uuids, [this](const QString &uuid) { return m_model->isTicked(uuid); });
    m_model->setTicked(uuids, !all);
}

void RunTableView::layColumns()
{
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        setColumnWidth(column, std::clamp(columnWidth(column), kLeastWidth, kMostWidth));
        m_baseline->setColumnWidth(column, columnWidth(column));
    }
}

void RunTableView::layBaseline()
{
    const bool scrolled = verticalScrollBar()->value() > 0;
    const bool pinned = m_model->rowCount() > 0 && m_model->index(0, 0).data(CompareModel::BaselineRole).toBool();
    m_baseline->setVisible(scrolled && pinned);
    m_baseline->setGeometry(viewport()->x(), viewport()->y(), viewport()->width(), theme::kRowHeight + 1);
    m_baseline->horizontalScrollBar()->setValue(horizontalScrollBar()->value());
    m_baseline->verticalScrollBar()->setValue(0);
}

void RunTableView::updateGeometries()
{
    QTableView::updateGeometries();
    layBaseline();
}

void RunTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layBaseline();
}

void RunTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        toggleTicks();
        return;
    }
    const QModelIndex first = currentIndex().siblingAtColumn(0);
    if ((event->key() == Qt::Key_Right || event->key() == Qt::Key_Left) &&
        first.data(CompareModel::GroupRole).toBool()) {
        const QString uuid = m_model->uuidsOf(first).front();
        m_model->setUnfolded(first, event->key() == Qt::Key_Right);
        setCurrentIndex(m_model->indexOf(uuid));
        return;
    }
    QTableView::keyPressEvent(event);
}

bool RunTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        Q_EMIT lookedAt(hasFocus() ? m_model->uuidsOf(currentIndex()) : QStringList());
    }
    return QTableView::viewportEvent(event);
}

void RunTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT lookedAt(m_model->uuidsOf(current));
}

void RunTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

}  // namespace atlas::widgets
