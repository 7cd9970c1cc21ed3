#pragma once

#include <QWidget>

namespace atlas::widgets {

class FlowLayout;
class PointCloud;

/// The groups of the map with mark, name and count; each is a switch that shows or hides its points.
class MapLegend final : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget *parent = nullptr);

    void show(const PointCloud &cloud);

Q_SIGNALS:
    void toggled(int group, bool shown);

private:
    FlowLayout *m_layout;
};

}  // namespace atlas::widgets
