#include "widgets/compare/run_table_view.h"

#include "widgets/compare/compare_model.h"
#include "widgets/compare/run_figure_delegate.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSet>

#include <numeric>

namespace atlas::widgets {

namespace {

constexpr int kMostWidth = 280;  ///< pixels of a column that is not asked to be wider
constexpr int kLeastWidth = 64;
constexpr int kMeasuredRows = 60;     ///< of which the widths of the columns are told
constexpr int kMostGrowth = 96;       ///< pixels that a column may become wider than what it holds
constexpr double kLeastShare = 0.88;  ///< of what it holds that a column keeps where that avoids scrolling

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
    setCornerWidget(new QWidget(this));  // between the scroll bars, without the style's box
    auto *delegate = new RunFigureDelegate(this);
    setItemDelegate(delegate);
    QHeaderView *header = horizontalHeader();
    header->viewport()->installEventFilter(this);
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
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
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        m_baseline->setColumnWidth(section, size);
        if (m_dragging && !m_laying) {
            m_dragged[m_model->columns()[std::size_t(section)].id] = size;
        }
    });

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
    connect(model, &CompareModel::modelReset, this, [this] { m_anew = true; });
    connect(model, &CompareModel::arranged, this, [this] {
        QHeaderView *columns = horizontalHeader();
        const auto &all = m_model->columns();
        const auto found = std::ranges::find(all, m_model->orderColumn(), &RunColumn::id);
        columns->setSortIndicator(found == all.end() ? -1 : int(found - all.begin()), m_model->order());
        measureColumns();
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

void RunTableView::measureColumns()
{
    const auto columns = std::size_t(m_model->columnCount());
    if (m_anew || m_natural.size() != columns) {
        m_natural.assign(columns, kLeastWidth);
        m_anew = false;
    }
    for (std::size_t i = 0; i < columns; ++i) {
        const int held = std::max(sizeHintForColumn(int(i)), horizontalHeader()->sectionSizeHint(int(i)));
        m_natural[i] = std::max(m_natural[i], std::min(held, kMostWidth));
    }
    layColumns();
}

void RunTableView::layColumns()
{
    if (m_natural.size() != std::size_t(m_model->columnCount())) {
        return;  // it is just being changed
    }
    std::vector<int> widths = m_natural;
    std::vector<std::size_t> free;
    int room = viewport()->width();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (const auto dragged = m_dragged.find(m_model->columns()[i].id); dragged != m_dragged.end()) {
            widths[i] = dragged->second;
            room -= widths[i];
        } else {
            free.push_back(i);
        }
    }
    const auto holds = [&](int sum, std::size_t i) { return sum + widths[i]; };
    const int spare = room - std::accumulate(free.begin(), free.end(), 0, holds);
    if (spare >= 0) {
        for (std::size_t k = 0; k < free.size(); ++k) {
            const int wider = spare / int(free.size()) + (int(k) < spare % int(free.size()) ? 1 : 0);
            widths[free[k]] += std::min(wider, kMostGrowth);
        }
    } else {
        // Figures give way: their headings keep room for an arrow. A name that is cut cannot be read.
        std::erase_if(free, [this](std::size_t i) { return !m_model->columns()[i].figure(); });
        const int held = std::accumulate(free.begin(), free.end(), 0, holds);
        const double share = held > 0 ? double(held + spare) / held : 0;
        for (const std::size_t i : free) {
            widths[i] = share >= kLeastShare ? int(share * widths[i]) : widths[i];
        }
    }
    const QScopedValueRollback laying(m_laying, true);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        setColumnWidth(int(i), widths[i]);
        m_baseline->setColumnWidth(int(i), widths[i]);
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
    layColumns();
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

bool RunTableView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == horizontalHeader()->viewport()) {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
            m_dragging = true;
        } else if (event->type() == QEvent::MouseButtonRelease) {
            m_dragging = false;
        }
    }
    return QTableView::eventFilter(watched, event);
}

bool RunTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        Q_EMIT lookedAt(hasFocus() ? chosenRow() : QStringList());
    }
    return QTableView::viewportEvent(event);
}

/// The row that the focus alone has put first was chosen by nobody.
QStringList RunTableView::chosenRow() const
{
    const QModelIndex current = currentIndex();
    return selectionModel()->isSelected(current) ? m_model->uuidsOf(current) : QStringList();
}

void RunTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT lookedAt(chosenRow());
}

void RunTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT lookedAt(chosenRow());
    Q_EMIT selectionMoved();
}

}  // namespace atlas::widgets
