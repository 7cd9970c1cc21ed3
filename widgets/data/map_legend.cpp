#include "widgets/data/map_legend.h"

#include "widgets/charts/format.h"
#include "widgets/charts/point_cloud.h"
#include "widgets/frame/flow_layout.h"

#include <QToolButton>

namespace atlas::widgets {

namespace {
constexpr int kBetween = 4;
}

MapLegend::MapLegend(QWidget *parent) : QWidget(parent), m_layout(new FlowLayout(this, kBetween)) {}

void MapLegend::show(const PointCloud &cloud)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < int(cloud.groups().size()); ++i) {
        const CloudGroup &group = cloud.groups()[std::size_t(i)];
        const QString name = QString(group.name).replace(QLatin1Char('&'), QStringLiteral("&&"));
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("mapGroup.%1").arg(i));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(cloud.markOf(i));
        button->setText(QStringLiteral(" %1  %2").arg(name, format::count(group.count)));
        button->setToolTip(tr("Show or hide these samples"));
        button->setCheckable(true);
        button->setChecked(group.shown);
        connect(button, &QToolButton::toggled, this, [this, i](bool shown) { Q_EMIT toggled(i, shown); });
        m_layout->addWidget(button);
        button->show();
    }
}

}  // namespace atlas::widgets
