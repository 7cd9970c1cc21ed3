#pragma once

#include <QWidget>

class QLabel;

namespace atlas::widgets {

class SampleModel;
class SamplePainter;
class SampleView;

/// One sample over the whole page. Keys are handled by whoever installed a filter on it (LabelKeyFilter); the loupe
/// itself knows Space and Esc (back) and B (blink pairs).
class Loupe final : public QWidget {
    Q_OBJECT

public:
    Loupe(const SampleModel *model, SamplePainter *painter, QWidget *parent = nullptr);

    void showRow(int row);

Q_SIGNALS:
    void closed();
    void moveWanted(int rows);
    void choiceClicked(int position);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const SampleModel *m_model;
    SamplePainter *m_painter;
    int m_row = -1;
    SampleView *m_view;
    QLabel *m_place;
};

}  // namespace atlas::widgets
