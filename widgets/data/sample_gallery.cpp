#include "widgets/data/sample_gallery.h"

#include "widgets/data/sample_model.h"
#include "widgets/data/thumbnail_delegate.h"
#include "widgets/frame/theme.h"

#include <QScrollBar>

namespace atlas::widgets {

namespace {
constexpr int kBatch = 500;
}

SampleGallery::SampleGallery(SampleModel *model, SamplePainter *painter, QWidget *parent)
    : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("sampleGallery"));
    setAccessibleName(tr("Samples as pictures"));
    setProperty("frameless", true);
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setLayoutMode(Batched);
    setBatchSize(kBatch);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setMouseTracking(true);
    setSpacing(0);
    setModel(model);
    setItemDelegate(new ThumbnailDelegate(model, painter, this));
    connect(model, &QAbstractItemModel::modelReset, this, &SampleGallery::layOut);
}

void SampleGallery::setEdge(int edge)
{
    if (m_edge != edge) {
        const QModelIndex keep = currentIndex();
        m_edge = edge;
        layOut();
        if (keep.isValid()) {
            scrollTo(keep, PositionAtCenter);
        }
    }
}

void SampleGallery::resizeEvent(QResizeEvent *event)
{
    layOut();
    QListView::resizeEvent(event);
}

void SampleGallery::layOut()
{
    const int least = m_edge + 2 * ThumbnailDelegate::kPadding + theme::kGap;
    const int room = viewport()->width() - 1;
    const int columns = std::max(1, room / least);
    const QSize cell(std::max(least, room / columns), ThumbnailDelegate::cellHeight(*m_model, m_edge));
    if (cell != gridSize()) {
        setGridSize(cell);
        verticalScrollBar()->setSingleStep(cell.height() / 3);
    }
}

}  // namespace atlas::widgets
