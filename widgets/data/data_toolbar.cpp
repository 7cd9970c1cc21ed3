#include "widgets/data/data_toolbar.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace atlas::widgets {

namespace {
constexpr std::array kEdges{96, 144, 224};
const QString kEdgeKey = QStringLiteral("pages/data/edge");
}  // namespace

DataToolbar::DataToolbar(QWidget *parent)
    : QWidget(parent), m_datasets(new QComboBox(this)), m_import(new QPushButton(tr("Import"), this)),
      m_gallery(new QToolButton(this)), m_table(new QToolButton(this)), m_map(new QToolButton(this)),
      m_size(new QSlider(Qt::Horizontal, this)), m_more(new QToolButton(this)), m_menu(new QMenu(m_more)),
      m_quality(new QToolButton(this)), m_task(new QPushButton(tr("Make a task"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    m_datasets->setObjectName(QStringLiteral("datasetChooser"));
    m_datasets->setAccessibleName(tr("Dataset"));
    m_datasets->setToolTip(tr("The dataset that is shown"));
    m_datasets->setMinimumWidth(88);
    m_datasets->setMaximumWidth(240);
    m_datasets->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setToolTip(tr("Take in a folder or a file (Ctrl+I)"));
    auto *menu = new QMenu(m_import);
    menu->addAction(theme::icon(QStringLiteral("folder")), tr("A folder…"), this, &DataToolbar::importFolderWanted);
    menu->addAction(theme::icon(QStringLiteral("document-open")), tr("A file…"), this, &DataToolbar::importFileWanted);
    m_import->setMenu(menu);
    m_import->setMinimumWidth(88);
    m_task->setObjectName(QStringLiteral("makeTask"));
    m_task->setToolTip(tr("The next step: make a task of this dataset, to be learned"));
    theme::makePrimary(m_task);
    m_size->setObjectName(QStringLiteral("thumbnailSize"));
    m_size->setAccessibleName(tr("Size of the pictures"));
    m_size->setToolTip(tr("Size of the pictures"));
    m_size->setRange(0, int(kEdges.size()) - 1);
    m_size->setPageStep(1);
    m_size->setFixedWidth(72);
    const auto saved = std::find(kEdges.begin(), kEdges.end(), QSettings().value(kEdgeKey, kEdges[1]).toInt());
    m_size->setValue(saved == kEdges.end() ? 1 : int(saved - kEdges.begin()));

    row->addWidget(m_datasets);
    row->addWidget(m_import);
    row->addWidget(m_more);
    row->addSpacing(theme::kGap);
    row->addWidget(makeViewSwitch());
    row->addWidget(m_size);
    row->addStretch(1);
    row->addWidget(m_quality);
    row->addWidget(m_task);
    m_more->setObjectName(QStringLiteral("datasetMenu"));
    m_more->setIcon(theme::icon(QStringLiteral("overflow-menu")));
    m_more->setAccessibleName(tr("More about this dataset"));
    m_more->setToolTip(tr("Classes, versions, export"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFixedHeight(theme::kControlHeight);
    m_more->setMenu(m_menu);
    m_quality->setObjectName(QStringLiteral("qualityButton"));
    m_quality->setCheckable(true);
    m_quality->setFixedHeight(theme::kControlHeight);
    m_quality->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_quality->setToolTip(tr("What is odd about this dataset, and what can be done about it (Alt+Q)"));
    setQuality(0, 0);
    connect(m_quality, &QToolButton::toggled, this, &DataToolbar::qualityToggled);
    connect(m_datasets, &QComboBox::activated, this,
            [this](int index) { Q_EMIT datasetChosen(m_datasets->itemData(index).toLongLong()); });
    connect(m_size, &QSlider::valueChanged, this, [this] {
        QSettings().setValue(kEdgeKey, edge());
        Q_EMIT edgeChanged(edge());
    });
    connect(m_task, &QPushButton::clicked, this, &DataToolbar::taskWanted);
}

QWidget *DataToolbar::makeViewSwitch()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *group = new QButtonGroup(box);
    const auto add = [&](QToolButton *button, const QString &name, const char *segment, const QString &icon,
                         const QString &what, View view) {
        button->setObjectName(name);
        button->setProperty("segment", QLatin1String(segment));
        button->setIcon(theme::icon(icon));
        button->setAccessibleName(what);
        button->setToolTip(what);
        button->setCheckable(true);
        button->setFixedHeight(theme::kControlHeight);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, view] { Q_EMIT viewChosen(view); });
    };
    add(m_gallery, QStringLiteral("viewGallery"), "first", QStringLiteral("view-grid"), tr("Show as pictures"),
        View::Gallery);
    add(m_table, QStringLiteral("viewTable"), "middle", QStringLiteral("view-list-details"), tr("Show as a table"),
        View::Table);
    add(m_map, QStringLiteral("viewMap"), "last", QStringLiteral("sample-map"),
        tr("Show as a map: what looks alike lies close together"), View::Map);
    return box;
}

void DataToolbar::setDatasets(const std::vector<Dataset> &datasets, std::int64_t current)
{
    m_datasets->clear();
    for (const Dataset &dataset : datasets) {
        m_datasets->addItem(QString::fromStdString(dataset.name), qlonglong(dataset.id));
        if (dataset.id == current) {
            m_datasets->setCurrentIndex(m_datasets->count() - 1);
        }
    }
    const bool any = !datasets.empty();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_datasets), static_cast<QWidget *>(m_gallery), static_cast<QWidget *>(m_table),
          static_cast<QWidget *>(m_map), static_cast<QWidget *>(m_size), static_cast<QWidget *>(m_more),
          static_cast<QWidget *>(m_quality), static_cast<QWidget *>(m_task)}) {
        widget->setVisible(any);
    }
}

void DataToolbar::setCounts(const std::vector<Dataset> &datasets)
{
    for (const Dataset &dataset : datasets) {
        if (const int index = m_datasets->findData(qlonglong(dataset.id)); index >= 0) {
            m_datasets->setItemData(index,
                                    tr("%1 samples, %2 labelled")
                                        .arg(format::count(dataset.sampleCount), format::count(dataset.labelledCount)),
                                    Qt::ToolTipRole);
        }
    }
}

void DataToolbar::setView(View view, bool galleryPossible)
{
    m_gallery->setEnabled(galleryPossible);
    (view == View::Gallery ? m_gallery : view == View::Table ? m_table : m_map)->setChecked(true);
    m_size->setEnabled(view == View::Gallery);
}

void DataToolbar::setQuality(int serious, int all)
{
    const auto role = serious > 0 ? theme::Role::Caution : theme::Role::Neutral;
    m_quality->setIcon(theme::icon(serious > 0 ? QStringLiteral("data-warning") : QStringLiteral("data-information"),
                                   theme::textColor(role)));
    m_quality->setText(all > 0 ? tr("Quality  %1").arg(format::count(all)) : tr("Quality"));
}

void DataToolbar::setQualityShown(bool shown)
{
    m_quality->setChecked(shown);
}

int DataToolbar::edge() const
{
    return kEdges[std::size_t(m_size->value())];
}

void DataToolbar::setWritable(bool writable)
{
    m_import->setEnabled(writable);
    m_task->setEnabled(writable);
}

}  // namespace atlas::widgets
