#pragma once

#include <QWidget>

#include <utility>
#include <vector>

namespace atlas::widgets {

/// Names with horizontal bars and counts; what does not fit is summed up in the last line.
class ClassBars final : public QWidget {
    Q_OBJECT

public:
    explicit ClassBars(int most, QWidget *parent = nullptr);

    void show(std::vector<std::pair<QString, qint64>> bars);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_most;
    std::vector<std::pair<QString, qint64>> m_bars;
    int m_hidden = 0;
};

}  // namespace atlas::widgets
