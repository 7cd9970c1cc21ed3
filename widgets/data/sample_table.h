#pragma once

#include <QTableView>

namespace atlas::widgets {

class SampleModel;
class SamplePainter;

/// Samples as rows: pictures small, texts wrapped. Rows are of one height, so that 100,000 samples lay out at once.
class SampleTable final : public QTableView {
    Q_OBJECT

public:
    SampleTable(SampleModel *model, SamplePainter *painter, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void hideEmptyColumns();

    SampleModel *m_model;
    bool m_looked = false;  ///< the first page was seen since the list was read
};

}  // namespace atlas::widgets
