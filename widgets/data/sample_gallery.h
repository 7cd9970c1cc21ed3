#pragma once

#include <QListView>

namespace atlas::widgets {

class SampleModel;
class SamplePainter;

/// Thumbnails in a grid. One fixed cell size, so that 100,000 samples lay out at once; cells share the width that is
/// left over, so that the grid ends with the page.
class SampleGallery final : public QListView {
    Q_OBJECT

public:
    SampleGallery(SampleModel *model, SamplePainter *painter, QWidget *parent = nullptr);

    void setEdge(int edge);  ///< side of a thumbnail: 96, 144 or 224
    int edge() const { return m_edge; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    SampleModel *m_model;
    int m_edge = 144;
};

}  // namespace atlas::widgets
