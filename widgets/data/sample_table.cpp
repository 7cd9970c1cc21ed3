#include "widgets/data/sample_table.h"

#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/sample_painter.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cstring>

namespace atlas::widgets {

namespace {

constexpr int kPictureRow = 72;
constexpr int kChoiceRow = 88;
constexpr int kTextRow = 48;
constexpr int kLeastText = 160;

class CellDelegate final : public QStyledItemDelegate {
public:
    CellDelegate(const SampleModel *model, SamplePainter *painter, QTableView *view)
        : QStyledItemDelegate(view), m_model(model), m_painter(painter), m_view(view)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const SampleColumn &column = m_model->column(index.column());
        const bool label = column.form == ColumnForm::Label;
        const Sample *sample = column.form == ColumnForm::Text ? nullptr : m_model->sample(index.row());
        if (!sample) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem empty(option);
        initStyleOption(&empty, index);
        empty.text.clear();
        m_view->style()->drawControl(QStyle::CE_ItemViewItem, &empty, painter, m_view);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (label) {
            m_painter->label(*painter, option.rect.adjusted(8, 0, -8, 0), taskKind(m_model->dataset().kind), *sample,
                             m_model->suggestion(index.row()));
        } else {
            const auto &asset = std::strcmp(column.field, "image2") == 0 ? sample->image2 : sample->image;
            if (asset) {
                const QRect area = option.rect.adjusted(8, 4, -8, -4);
                m_painter->picture(*painter, area, *asset, int(96 * m_view->devicePixelRatioF()));
            }
        }
        painter->restore();
    }

private:
    const SampleModel *m_model;
    SamplePainter *m_painter;
    QTableView *m_view;
};

}  // namespace

SampleTable::SampleTable(SampleModel *model, SamplePainter *painter, QWidget *parent)
    : QTableView(parent), m_model(model)
{
    setObjectName(QStringLiteral("sampleTable"));
    setAccessibleName(tr("Samples as a table"));
    setProperty("frameless", true);
    setModel(model);
    setItemDelegate(new CellDelegate(model, painter, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setDragDropMode(DragOnly);  // onto a class
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(true);
    setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_looked = false;
        layOut();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &SampleTable::hideEmptyColumns);
}

void SampleTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

/// Optional fields that no sample of the first page has take no room: what is rare can be seen in the inspector.
void SampleTable::hideEmptyColumns()
{
    if (m_looked || m_model->dataset().id == 0 || !m_model->index(0, 0).data(SampleModel::LoadedRole).toBool()) {
        return;
    }
    m_looked = true;
    const TaskKind &kind = taskKind(m_model->dataset().kind);
    const int rows = std::min(m_model->rowCount(), SamplePages::kSize);
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const SampleColumn &column = m_model->column(i);
        const auto &optional = kind.optionalFields;
        bool used = std::find(optional.begin(), optional.end(), column.field) == optional.end();
        for (int row = 0; row < rows && !used; ++row) {
            const Sample *sample = m_model->sample(row);
            used = sample && (column.form == ColumnForm::Picture ? sample->image.has_value()
                                                                 : !column.text(kind, *sample).isEmpty());
        }
        setColumnHidden(i, !used);
    }
    layOut();
}

void SampleTable::layOut()
{
    const int columns = m_model->columnCount();
    int fixed = 0;
    int flexible = 0;
    int height = kTextRow;
    for (int i = 0; i < columns; ++i) {
        const SampleColumn &column = m_model->column(i);
        if (isColumnHidden(i)) {
            continue;
        }
        fixed += column.width;
        flexible += column.width == 0 ? 1 : 0;
        height = std::max(height, column.form == ColumnForm::Picture ? kPictureRow : 0);
        height = std::max(height, std::strcmp(column.field, "choice") == 0 ? kChoiceRow : 0);
    }
    verticalHeader()->setDefaultSectionSize(height);
    const int rest = viewport()->width() - fixed;
    const int share = flexible > 0 ? std::max(kLeastText, rest / flexible) : 0;
    for (int i = 0; i < columns; ++i) {
        const int width = m_model->column(i).width;
        if (!isColumnHidden(i)) {
            setColumnWidth(i, width == 0 ? share : width);
        }
    }
    horizontalHeader()->setStretchLastSection(flexible == 0);
}

}  // namespace atlas::widgets
