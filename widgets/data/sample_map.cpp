#include "widgets/data/sample_map.h"

#include "storage/sample_store.h"
#include "widgets/charts/format.h"
#include "widgets/data/class_colours.h"
#include "widgets/data/map_legend.h"
#include "widgets/data/map_tip.h"
#include "widgets/data/row_selection.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"
#include "widgets/session.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas::widgets {

namespace {

constexpr int kReadAfterMs = 250;  ///< many labels in a row are read once
constexpr int kTellAfterMs = 120;  ///< the mouse must have rested on a point

}  // namespace

SampleMap::SampleMap(SampleModel *model, const ClassColours *colours, SamplePainter *painter, Thumbnails *thumbnails,
                     QItemSelectionModel *selection, QWidget *parent)
    : QWidget(parent), m_model(model), m_colours(colours), m_selection(selection), m_by(new QComboBox(this)),
      m_missing(theme::caption({}, this)), m_lookAgain(new QPushButton(tr("Look again"), this)),
      m_legend(new MapLegend(this)), m_stack(new QStackedWidget(this)), m_content(new QWidget),
      m_cloud(new PointCloud(m_content)), m_empty(new EmptyState), m_tip(new MapTip(painter, thumbnails, this))
{
    setObjectName(QStringLiteral("sampleMap"));
    m_cloud->setObjectName(QStringLiteral("mapCloud"));
    m_cloud->setTable([this] { return table(); });
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kGap);
    column->setSpacing(theme::kGap);
    column->addWidget(makeBar());
    column->addWidget(m_legend);
    column->addWidget(m_cloud, 1);
    auto *hint = theme::caption(tr("Draw a line around samples to choose them; Shift adds, Ctrl takes away. The wheel "
                                   "zooms, the right button moves, a double click shows all."),
                                m_content);
    hint->setObjectName(QStringLiteral("mapHint"));
    column->addWidget(hint);
    m_empty->setObjectName(QStringLiteral("mapEmpty"));
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(m_cloud->area());

    m_soon.setSingleShot(true);
    m_soon.setInterval(kReadAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &SampleMap::read);
    m_tellSoon.setSingleShot(true);
    m_tellSoon.setInterval(kTellAfterMs);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SampleMap::rebuild);
    connect(m_model, &SampleModel::refreshed, this, &SampleMap::rebuild);
    connect(m_selection, &QItemSelectionModel::selectionChanged, this, &SampleMap::showChoice);
    connect(m_selection, &QItemSelectionModel::currentChanged, this, &SampleMap::showChoice);
    connect(m_legend, &MapLegend::toggled, this, [this](int group, bool shown) {
        m_cloud->setGroupShown(group, shown);
        describe();
    });
    connect(m_cloud, &PointCloud::lassoed, this, &SampleMap::choose);
    connect(m_cloud, &PointCloud::clicked, this, [this](int point, Qt::KeyboardModifiers modifiers) {
        if (point >= 0) {
            m_selection->setCurrentIndex(m_model->index(m_rows[std::size_t(point)], 0), QItemSelectionModel::NoUpdate);
        }
        const bool chosen = point >= 0 && m_selection->isRowSelected(m_rows[std::size_t(point)], {});
        choose(point >= 0 ? std::vector{point} : std::vector<int>(),
               modifiers == Qt::ControlModifier && !chosen ? Qt::ShiftModifier : modifiers);
    });
    connect(m_cloud, &PointCloud::stepped, this, &SampleMap::step);
    connect(m_cloud, &PointCloud::allWanted, this, [this] {
        std::vector<int> rows(std::size_t(m_model->rowCount()));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[row] = int(row);
        }
        apply(rows);
    });
    connect(m_cloud, &PointCloud::hovered, this, [this](int point) {
        m_tip->hide();
        m_told = 0;
        m_tellSoon.disconnect();
        if (point >= 0) {
            connect(&m_tellSoon, &QTimer::timeout, this, [this, point] { tell(point); });
            m_tellSoon.start();
        } else {
            m_tellSoon.stop();
        }
    });
    showState();
}

QWidget *SampleMap::makeBar()
{
    auto *bar = new QWidget(m_content);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap);
    auto *by = theme::caption(tr("Colour by"), bar);
    by->setWordWrap(false);
    by->setBuddy(m_by);
    m_by->setObjectName(QStringLiteral("mapColour"));
    m_by->setAccessibleName(tr("What the map is coloured by"));
    for (const MapColourChoice &choice : mapColourChoices()) {
        m_by->addItem(mapColourTitle(choice), int(choice.colour));
        m_by->setItemData(m_by->count() - 1, mapColourHelp(choice), Qt::ToolTipRole);
    }
    m_by->setToolTip(m_by->itemData(0, Qt::ToolTipRole).toString());
    m_missing->setObjectName(QStringLiteral("mapMissing"));
    m_lookAgain->setObjectName(QStringLiteral("mapLookAgain"));
    m_lookAgain->setToolTip(tr("Lets the backbone look at all samples once more; labels stay as they are"));
    row->addWidget(by);
    row->addWidget(m_by);
    row->addSpacing(theme::kGap);
    row->addWidget(m_missing, 1);
    row->addWidget(m_lookAgain);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] {
        m_by->setToolTip(m_by->currentData(Qt::ToolTipRole).toString());
        rebuild();
    });
    connect(m_lookAgain, &QPushButton::clicked, this, &SampleMap::lookWanted);
    return bar;
}

void SampleMap::setSource(Session *session, const Dataset &dataset)
{
    const bool same = m_session == session && m_dataset.id == dataset.id;
    if (m_session && m_session != session) {
        m_session->disconnect(this);
    }
    if (session && m_session != session) {
        connect(session, &Session::samplesChanged, this, [this](qint64 changed) {
            if (changed == m_dataset.id) {
                readSoon();
            }
        });
    }
    m_session = session;
    m_dataset = dataset;
    if (!same) {
        ++m_generation;
        m_read = false;
        m_places = {};
        m_findings.clear();
        rebuild();
    }
    readSoon();
    showState();
}

void SampleMap::setFindings(const std::vector<storage::CheckFindings> &findings)
{
    m_findings = findings;
    if (MapColour(m_by->currentData().toInt()) == MapColour::Finding) {
        rebuild();
    }
}

void SampleMap::setLookPossible(bool possible)
{
    m_lookPossible = possible;
    showState();
}

void SampleMap::colourBy(MapColour colour)
{
    m_by->setCurrentIndex(m_by->findData(int(colour)));
}

void SampleMap::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        m_soon.start(0);
    }
}

void SampleMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_read) {
        recolour();
    }
}

void SampleMap::recolour()
{
    if (isVisible()) {
        rebuild();
    } else {
        m_stale = true;
    }
}

/// What nobody sees is read when it is seen.
void SampleMap::readSoon()
{
    m_stale = true;
    if (isVisible()) {
        m_soon.start(m_read ? kReadAfterMs : 0);
    }
}

void SampleMap::read()
{
    m_stale = false;
    if (!m_session || m_dataset.id == 0) {
        return;
    }
    m_session->read(
        this,
        [dataset = m_dataset.id](storage::Connection &connection) {
            return storage::readSamplePlaces(connection, dataset);
        },
        [this, generation = m_generation](storage::SamplePlaces places) {
            if (generation == m_generation) {
                take(std::move(places));
            }
        });
}

void SampleMap::take(storage::SamplePlaces places)
{
    m_read = true;
    m_places = std::move(places);
    m_placeOf.clear();
    m_placeOf.reserve(m_places.placed.size());
    for (std::size_t i = 0; i < m_places.placed.size(); ++i) {
        m_placeOf.emplace(m_places.placed[i].sample, int(i));
    }
    rebuild();
    showState();
}

QString SampleMap::lookDuration() const
{
    // The starter on two busy cores; what the features' cache holds already takes no time.
    constexpr double kPicturesASecond = 40;
    constexpr double kTextsASecond = 90;
    constexpr double kMinute = 60;
    const bool pictures = everySampleHas(taskKind(m_dataset.kind), "image");
    const auto samples = double(m_places.placed.size()) + double(m_places.unplaced);
    const double seconds = samples / (pictures ? kPicturesASecond : kTextsASecond);
    const int minutes = int(std::ceil(seconds / kMinute));
    return minutes <= 1 ? tr("a minute") : tr("%n minutes", nullptr, minutes);
}

void SampleMap::showState()
{
    const auto placed = qint64(m_places.placed.size());
    const bool none = placed == 0;
    if (!m_read && m_dataset.id != 0) {
        m_empty->setContent({.title = tr("Reading the map…"), .busy = true});
    } else if (none) {
        m_empty->setContent(
            {.icon = QStringLiteral("sample-map"),
             .title = tr("No map yet"),
             .text = tr("A look at the samples by the backbone places what is alike close together, finds labels that "
                        "look wrong and suggests labels. It takes about %1 on a computer without a graphics card; you "
                        "can go on working. No label is changed.")
                         .arg(m_dataset.id != 0 ? lookDuration() : QString()),
             .primary = m_lookPossible ? tr("Look at the samples") : QString(),
             .onPrimary = [this] { Q_EMIT lookWanted(); }});
    }
    QWidget *shown = none ? static_cast<QWidget *>(m_empty) : m_content;
    const bool focused = shown != m_stack->currentWidget() && isAncestorOf(window()->focusWidget());
    m_stack->setCurrentWidget(shown);
    setFocusProxy(none ? static_cast<QWidget *>(m_empty) : m_cloud->area());
    if (focused) {
        setFocus();  // keys label what lies on the map as soon as it is there
    }
    const bool missing = m_places.unplaced > 0;
    m_missing->setText(missing ? tr("%1 of %2 samples are on the map; look again to place the rest.")
                                     .arg(format::count(placed), format::count(placed + m_places.unplaced))
                               : QString());
    m_lookAgain->setVisible(missing && m_lookPossible);
}

void SampleMap::rebuild()
{
    m_tip->hide();
    MapGroups made;
    if (!m_places.placed.empty()) {
        made = mapGroups(MapColour(m_by->currentData().toInt()), m_places, taskKind(m_dataset.kind), *m_colours,
                         m_findings);
    }
    for (CloudGroup &group : made.groups) {  // what was hidden stays so when it is counted anew
        for (const CloudGroup &before : m_cloud->groups()) {
            group.shown = group.name == before.name ? before.shown : group.shown;
        }
    }
    std::vector<CloudPoint> points(m_places.placed.size());
    m_rows.assign(points.size(), -1);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const storage::SamplePlace &place = m_places.placed[i];
        m_rows[i] = m_model->rowOf(place.sample);
        points[i] = {place.x, place.y, made.ofPlace[i], m_rows[i] >= 0};
    }
    m_cloud->setData(std::move(made.groups), std::move(points));
    m_legend->show(*m_cloud);
    describe();
    showChoice();
}

void SampleMap::describe()
{
    m_cloud->setTitle(tr("What lies close together looks alike to the backbone; long distances mean little."));
    const auto strong = std::ranges::count_if(m_cloud->points(), &CloudPoint::strong);
    const auto all = qint64(m_cloud->points().size());
    QString what = strong == all
                       ? tr("%1 samples of %2").arg(format::count(all), QString::fromStdString(m_dataset.name))
                       : tr("%1 of %2 samples pass the filter; the others are drawn faint")
                             .arg(format::count(strong), format::count(all));
    if (m_places.record) {
        what = tr("%1. Looked at on %2 with %3")
                   .arg(what, format::dateTime(m_places.record->atUs), QString::fromStdString(m_places.record->source));
    }
    m_cloud->setSubtitle(what);
    m_cloud->setSummary(tr("A map of %1 samples by %2.").arg(format::count(all), m_by->currentText()));
}

void SampleMap::showChoice()
{
    if (m_places.placed.empty()) {
        return;
    }
    std::vector<int> chosen;
    const auto placeOfRow = [this](int row) {
        const auto found = m_placeOf.find(m_model->idAt(row));
        return found == m_placeOf.end() ? -1 : found->second;
    };
    for (const int row : rowsOf(m_selection->selection())) {
        if (const int place = placeOfRow(row); place >= 0) {
            chosen.push_back(place);
        }
    }
    m_cloud->setChosen(std::move(chosen));
    m_cloud->setCurrent(placeOfRow(m_selection->currentIndex().row()));
}

void SampleMap::choose(std::vector<int> points, Qt::KeyboardModifiers modifiers)
{
    const bool add = modifiers.testFlag(Qt::ShiftModifier);
    const bool remove = !add && modifiers.testFlag(Qt::ControlModifier);
    if (points.empty() && (add || remove)) {
        return;
    }
    std::vector<int> rows;
    for (const int point : points) {
        if (const int row = m_rows[std::size_t(point)]; row >= 0) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    if (add || remove) {
        const std::vector<int> before = rowsOf(m_selection->selection());
        std::vector<int> after;
        if (add) {
            std::ranges::set_union(before, rows, std::back_inserter(after));
        } else {
            std::ranges::set_difference(before, rows, std::back_inserter(after));
        }
        rows = std::move(after);
    }
    apply(rows);
}

void SampleMap::apply(const std::vector<int> &rows)
{
    const bool currentInside = std::ranges::binary_search(rows, m_selection->currentIndex().row());
    m_selection->clearSelection();  // alone: comparing two long selections with each other takes seconds
    if (!rows.empty() && !currentInside) {
        m_selection->setCurrentIndex(m_model->index(rows.front(), 0), QItemSelectionModel::NoUpdate);
    }
    m_selection->select(selectionOf(*m_model, rows), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void SampleMap::step(int point, bool extend)
{
    const QModelIndex index = m_model->index(m_rows[std::size_t(point)], 0);
    m_selection->setCurrentIndex(index, (extend ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect) |
                                            QItemSelectionModel::Rows);
}

void SampleMap::tell(int point)
{
    if (!m_session || point >= int(m_places.placed.size())) {
        return;
    }
    const storage::SamplePlace place = m_places.placed[std::size_t(point)];
    m_told = place.sample;
    m_session->read(
        this,
        [assets = m_session->project().assetFolder(), id = place.sample](storage::Connection &connection) {
            return storage::SampleStore(connection, assets).load(std::vector{id});
        },
        [this, place](std::vector<Sample> samples) {
            const auto found = m_placeOf.find(place.sample);
            if (samples.empty() || found == m_placeOf.end() || m_told != place.sample) {
                return;
            }
            QString words;
            const auto suggested = std::ranges::find(m_places.classes, place.suggestedClass, &storage::LabelClass::id);
            if (place.suspicious) {
                words = tr("the label looks wrong");
            } else if (place.labelClass == 0 && suggested != m_places.classes.end()) {
                words = tr("%1?  %2").arg(labelTitle(taskKind(m_dataset.kind), suggested->name),
                                          format::percent(place.suggested));
            }
            const QPoint at = m_cloud->area()->mapTo(this, m_cloud->placeOf(found->second).toPoint());
            m_tip->show(m_dataset.kind, std::move(samples.front()), words, at);
        });
}

ChartTable SampleMap::table() const
{
    ChartTable table;
    table.columns = {tr("Sample"), tr("x"), tr("y"), tr("Group")};
    for (std::size_t i = 0; i < m_places.placed.size(); ++i) {
        const storage::SamplePlace &place = m_places.placed[i];
        const int group = m_cloud->points()[i].group;
        table.rows.push_back(
            {qlonglong(place.sample), double(place.x), double(place.y), m_cloud->groups()[std::size_t(group)].name});
    }
    return table;
}

}  // namespace atlas::widgets
