#include "widgets/data/data_page.h"

#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "widgets/charts/format.h"
#include "widgets/data/class_sheet.h"
#include "widgets/data/data_inspector.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/dataset_classes.h"
#include "widgets/data/filter_bar.h"
#include "widgets/data/labeller.h"
#include "widgets/data/opinion_strip.h"
#include "widgets/data/quality_panel.h"
#include "widgets/data/quality_review.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_map.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/second_opinion.h"
#include "widgets/frame/sheet.h"
#include "widgets/session.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kReadClassesAfterMs = 200;  // many labels in a row are counted once
constexpr int kReadHistoryAfterMs = 120;  // not for each sample that arrow keys run over

bool hasPictures(const Dataset &dataset)
{
    const std::vector<std::string> &fields = taskKind(dataset.kind).requiredFields;
    return std::find(fields.begin(), fields.end(), "image") != fields.end();
}

}  // namespace

DataPage::DataPage(const PageServices &services, QWidget *parent)
    : Page(services, parent), m_model(new SampleModel(this)), m_labeller(new Labeller(this)),
      m_toolbar(new DataToolbar(this)), m_inspector(new DataInspector(&m_colours, this)), m_filter(new FilterBar),
      m_stack(new QStackedWidget), m_browser(new SampleBrowser(m_model, &m_colours)), m_none(new EmptyState),
      m_quality(new QualityReview(m_model, m_browser, m_labeller, this)),
      m_opinion(new SecondOpinion(m_model, m_browser, m_labeller, this)), m_classesSoon(new QTimer(this)),
      m_historySoon(new QTimer(this))
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(theme::separator(content));
    layout->addWidget(m_opinion->strip());
    m_stack->addWidget(m_browser);
    m_stack->addWidget(m_none);
    m_none->setObjectName(QStringLiteral("nothingFound"));
    auto *samples = new QHBoxLayout;
    samples->setSpacing(0);
    samples->addWidget(m_quality->panel());
    samples->addWidget(m_stack, 1);
    layout->addLayout(samples, 1);
    setContent(content);
    setFocusProxy(m_browser);
    m_browser->setEdge(m_toolbar->edge());
    m_classesSoon->setSingleShot(true);
    m_classesSoon->setInterval(kReadClassesAfterMs);
    m_historySoon->setSingleShot(true);
    m_historySoon->setInterval(kReadHistoryAfterMs);
    m_quality->setServices(services.jobs, services.training);
    m_quality->panel()->hide();
    connectParts();
    connectQuality();
    addCommands();
    connectOpinions();
    connectVersions();
    connectExport();
    sessionChanged(nullptr);
}

DataPage::~DataPage() = default;

QWidget *DataPage::toolbar()
{
    return m_toolbar;
}

QWidget *DataPage::inspector()
{
    return m_inspector;
}

void DataPage::connectParts()
{
    connect(m_toolbar, &DataToolbar::datasetChosen, this, &DataPage::chooseDataset);
    connect(m_toolbar, &DataToolbar::importFolderWanted, this, [this] { chooseSource(true); });
    connect(m_toolbar, &DataToolbar::importFileWanted, this, [this] { chooseSource(false); });
    connect(m_toolbar, &DataToolbar::taskWanted, this, &DataPage::makeTask);
    connect(m_toolbar, &DataToolbar::edgeChanged, m_browser, &SampleBrowser::setEdge);
    connect(m_toolbar, &DataToolbar::viewChosen, this, [this](DataToolbar::View view) {
        m_browser->setView(view);
        m_toolbar->setView(view, hasPictures(m_dataset));
        m_browser->focusSamples();
    });
    connect(m_filter, &FilterBar::left, m_browser, &SampleBrowser::focusSamples);
    connect(m_model, &SampleModel::begun, this, [this] {
        if (m_keep == 0) {
            showSamples();
        }
    });
    connect(m_model, &SampleModel::refreshed, this, &DataPage::showSamples);
    connect(m_model, &SampleModel::failed, this, [this](const QString &message, const QString &hint) {
        showError(message, hint, [this] { readDatasets(); });
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        showGroup();
        if (m_browser->currentRow() >= first.row() && m_browser->currentRow() <= last.row()) {
            showChoice();
        }
    });
    connect(m_browser, &SampleBrowser::scrolled, this, &DataPage::showGroup);
    connect(m_browser, &SampleBrowser::choiceChanged, this, &DataPage::showChoice);
    connect(m_browser, &SampleBrowser::choiceClicked, this, [this](int position) { label(std::to_string(position)); });
    connect(m_browser->keys(), &LabelKeyFilter::classKey, this,
            [this](int index) { label(m_classes[std::size_t(index)].name); });
    connect(m_browser->keys(), &LabelKeyFilter::actionKey, this, &DataPage::act);
    connect(m_inspector, &DataInspector::labelChosen, this, &DataPage::label);
    connect(m_inspector, &DataInspector::newClassWanted, this, &DataPage::addClass);
    connect(m_inspector, &DataInspector::manageClassesWanted, this, &DataPage::manageClasses);
    connect(m_inspector, &DataInspector::unlabelWanted, this, [this] { act(LabelAction::Unlabel); });
    connect(m_inspector, &DataInspector::reviewChosen, this,
            [this](ReviewState state) { m_labeller->review(m_model->ids(m_browser->chosenRows()), state); });
    connect(m_inspector, &DataInspector::noteChanged, m_labeller, &Labeller::note);
    connect(m_filter, &FilterBar::undoWanted, m_labeller, &Labeller::undo);
    connect(m_filter, &FilterBar::redoWanted, m_labeller, &Labeller::redo);
    connect(m_labeller, &Labeller::stateChanged, this,
            [this] { m_filter->setSteps(m_labeller->undoTitle(), m_labeller->redoTitle()); });
    connect(m_labeller, &Labeller::changed, m_model, &SampleModel::update);
    connect(m_labeller, &Labeller::listsChanged, this, &DataPage::readLists);
    connect(m_labeller, &Labeller::undone, this, [this](qint64 sample) {
        if (const int row = m_model->rowOf(sample); row >= 0) {
            m_browser->setCurrentRow(row);
        }
    });
    connect(m_labeller, &Labeller::failed, this, [this](const QString &message, const QString &hint) {
        showBanner({.role = theme::Role::Bad, .text = message + QLatin1Char(' ') + hint});
    });
    connect(m_classesSoon, &QTimer::timeout, this, &DataPage::readClasses);
    connect(m_historySoon, &QTimer::timeout, this, &DataPage::readHistory);
}

void DataPage::sessionChanged(Session *session)
{
    m_datasets.clear();
    m_dataset = {};
    m_classes.clear();
    m_model->setSource(nullptr, {});
    m_labeller->setSource(nullptr, {});
    m_quality->setSource(nullptr, {});
    m_opinion->setSource(nullptr, {});
    m_browser->map()->setSource(nullptr, {});
    m_browser->setCacheFolder(session ? session->project().cacheFolder() : std::filesystem::path());
    m_toolbar->setDatasets({}, 0);
    m_toolbar->setWritable(session && !session->readOnly());
    m_inspector->show(nullptr, 0);
    if (m_sheet) {
        m_sheet->close();
    }
    if (!session) {
        return;
    }
    connect(session, &Session::datasetsChanged, this, &DataPage::readDatasets);
    connect(session, &Session::samplesChanged, this, [this](qint64 dataset) {
        if (dataset == m_dataset.id) {
            m_classesSoon->start();
        }
    });
    readDatasets();
}

void DataPage::readDatasets()
{
    if (!session()) {
        return;
    }
    if (m_datasets.empty()) {
        showLoading(tr("Reading the datasets…"));
    }
    session()->read(
        this, [](storage::Connection &connection) { return storage::DatasetStore(connection).listUncounted(); },
        [this](const std::vector<Dataset> &datasets) { takeDatasets(datasets); },
        [this](const Error &error) {
            showError(QString::fromStdString(error.message()), QString::fromStdString(error.hint()),
                      [this] { readDatasets(); });
        });
}

void DataPage::readCounts()
{
    if (session()) {
        session()->read(
            this, [](storage::Connection &connection) { return storage::DatasetStore(connection).list(); },
            [this](const std::vector<Dataset> &datasets) { m_toolbar->setCounts(datasets); });
    }
}

void DataPage::takeDatasets(const std::vector<Dataset> &datasets)
{
    m_datasets = datasets;
    if (datasets.empty()) {
        m_dataset = {};
        m_model->setSource(nullptr, {});
        m_toolbar->setDatasets({}, 0);
        const bool writable = session() && !session()->readOnly();
        showEmpty({.icon = QStringLiteral("page-data"),
                   .title = tr("No data yet"),
                   .text = tr("Import a folder with one sub-folder per class, a table (CSV, JSON lines) or a set of "
                              "pictures. Or drop it anywhere on this page: you see what was found before anything is "
                              "stored."),
                   .primary = writable ? tr("Import a folder…") : QString(),
                   .onPrimary = [this] { chooseSource(true); },
                   .secondary = tr("or open the demo"),
                   .onSecondary = [this] { Q_EMIT demoRequested(); }});
        return;
    }
    const auto byName = std::find_if(datasets.begin(), datasets.end(), [this](const Dataset &dataset) {
        return QString::fromStdString(dataset.name) == m_wantedDataset;
    });
    std::int64_t wanted = byName != datasets.end() ? byName->id : m_dataset.id;
    if (std::none_of(datasets.begin(), datasets.end(), [wanted](const Dataset &d) { return d.id == wanted; })) {
        wanted = datasets.front().id;
    }
    m_wantedDataset.clear();
    chooseDataset(wanted);
}

void DataPage::chooseDataset(std::int64_t id)
{
    const auto found =
        std::find_if(m_datasets.begin(), m_datasets.end(), [id](const Dataset &d) { return d.id == id; });
    if (found == m_datasets.end() || !session()) {
        return;
    }
    const bool same = m_dataset.id == id;
    m_keep = same ? m_model->idAt(m_browser->currentRow()) : 0;
    m_dataset = *found;
    m_toolbar->setDatasets(m_datasets, id);
    if (!same) {
        const bool pictures = hasPictures(m_dataset);
        const DataToolbar::View view = pictures ? DataToolbar::View::Gallery : DataToolbar::View::Table;
        m_toolbar->setView(view, pictures);
        m_browser->setView(view);
        m_classes.clear();  // they come after the first samples
        m_inspector->setDataset(m_dataset, m_classes, !session()->readOnly());
    }
    showLoading(tr("Reading %1…").arg(QString::fromStdString(m_dataset.name)));
    m_opinion->setSource(session(), m_dataset);
    // Samples first: what follows takes its time where there are many.
    m_model->setSource(session(), m_dataset);
    m_filter->setText(same && m_wantedFilter.isNull() ? m_filter->text() : m_wantedFilter);
    m_wantedFilter = QString();
    m_labeller->setSource(session(), m_dataset);
    m_quality->setSource(session(), m_dataset);
    m_browser->map()->setSource(session(), m_dataset);
    readClasses();
    readCounts();
}

void DataPage::readLists()
{
    m_keep = m_model->idAt(m_browser->currentRow());
    m_model->refresh();
    readClasses();
}

void DataPage::readClasses()
{
    if (!session() || m_dataset.id == 0) {
        return;
    }
    session()->read(
        this,
        [id = m_dataset.id](storage::Connection &connection) {
            storage::DatasetStore store(connection);
            return std::pair(store.get(id), store.classes(id));
        },
        [this](std::pair<Dataset, std::vector<storage::LabelClass>> answer) {
            if (answer.first.id == m_dataset.id) {
                m_dataset = answer.first;
                takeClasses(std::move(answer.second));
            }
        });
}

void DataPage::takeClasses(std::vector<storage::LabelClass> classes)
{
    m_classes = labelChoices(m_dataset, std::move(classes));
    std::vector<std::string> names;
    for (const storage::LabelClass &one : m_classes) {
        names.push_back(one.name);
    }
    m_colours.setClasses(names);
    m_browser->map()->recolour();
    m_browser->keys()->setKeys(labelKeys(m_classes));
    m_inspector->setDataset(m_dataset, m_classes, m_labeller->canWrite());
    m_filter->setCounts(m_model->rowCount(), m_dataset.sampleCount);
    if (m_classSheet) {
        m_classSheet->setClasses(m_dataset, m_classes);
    }
    m_browser->update();
    showChoice();
    showGroup();
}

void DataPage::showSamples()
{
    m_filter->setCounts(m_model->rowCount(), m_dataset.sampleCount);
    showContent();
    const bool none = m_model->rowCount() == 0;
    if (none) {
        const bool filtered = !m_filter->text().isEmpty() || m_quality->active() || m_showsOnly;
        m_none->setContent({.icon = QStringLiteral("search"),
                            .title = filtered ? tr("Nothing found") : tr("This dataset has no samples"),
                            .text = filtered ? tr("No sample of %1 passes the filter  %2")
                                                   .arg(QString::fromStdString(m_dataset.name), m_filter->text())
                                             : tr("Import some into it."),
                            .primary = filtered ? tr("Clear the filter") : QString(),
                            .onPrimary = [this] { m_filter->setText({}); }});
    }
    m_stack->setCurrentWidget(none ? static_cast<QWidget *>(m_none) : m_browser);
    const int row = m_keep != 0 ? m_model->rowOf(m_keep) : m_browser->currentRow();
    m_keep = 0;
    if (row != m_browser->currentRow() || row < 0) {
        m_browser->setCurrentRow(std::max(0, row));
    }
    showChoice();
}

void DataPage::showChoice()
{
    const int row = m_browser->currentRow();
    const int chosen = int(m_browser->chosenRows().size());
    m_inspector->show(m_model->sample(row), chosen);
    m_historySoon->start();
}

void DataPage::readHistory()
{
    const qint64 id = m_model->idAt(m_browser->currentRow());
    if (!session() || id == 0) {
        return;
    }
    session()->read(
        this,
        [assets = session()->project().assetFolder(), dataset = m_dataset.id, id](storage::Connection &connection) {
            storage::SampleStore store(connection, assets);
            std::optional<storage::StoredInsight> insight = storage::InsightStore(connection).ofSample(id);
            std::vector<Sample> nearest;
            if (insight) {
                storage::SampleFilter alike;
                alike.only = insight->insight.nearest;
                nearest = store.load(store.ids(dataset, alike));  // without what was removed since
            }
            return std::tuple(store.history(id), std::move(insight), std::move(nearest));
        },
        [this, id](const std::tuple<std::vector<storage::SampleEvent>, std::optional<storage::StoredInsight>,
                                    std::vector<Sample>> &answer) {
            m_inspector->showHistory(id, std::get<0>(answer));
            m_inspector->showInsight(id, std::get<1>(answer));
            m_inspector->showNearest(id, std::get<2>(answer));
        });
    readOpinions(id);
}

void DataPage::showGroup()
{
    const Sample *sample = m_filter->grouped() && !m_opinion->active() ? m_model->sample(m_browser->topRow()) : nullptr;
    if (!sample) {
        m_filter->setGroup({});
        return;
    }
    const std::string name = sample->labels.empty() ? std::string() : sample->labels.front().name;
    const auto found = std::find_if(m_classes.begin(), m_classes.end(),
                                    [&name](const storage::LabelClass &one) { return one.name == name; });
    const qint64 count = found != m_classes.end() ? found->count : m_dataset.sampleCount - m_dataset.labelledCount;
    const QString title =
        name.empty() ? reviewTitle(ReviewState::Unlabelled) : labelTitle(taskKind(m_dataset.kind), name);
    m_filter->setGroup(tr("%1 (%2)").arg(title, format::count(count)));
}

bool DataPage::mayWrite()
{
    if (m_labeller->canWrite()) {
        return true;
    }
    showBanner(
        {.role = theme::Role::Caution, .text = tr("This project is opened to read only: labels cannot be changed.")});
    return false;
}

void DataPage::label(const std::string &name)
{
    if (!mayWrite()) {
        return;
    }
    if (m_opinion->active()) {
        m_opinion->give(name);
        return;
    }
    const QList<int> rows = m_browser->chosenRows();
    m_labeller->label(m_model->ids(rows), name);
    if (rows.size() == 1 && !m_dataset.multiLabel) {
        m_browser->advance(1);
    }
}

void DataPage::act(LabelAction action)
{
    if (!mayWrite()) {
        return;
    }
    if (m_opinion->active()) {
        m_opinion->act(action);
        return;
    }
    const QList<int> rows = m_browser->chosenRows();
    std::vector<std::int64_t> ids = m_model->ids(rows);
    switch (action) {
    case LabelAction::Unlabel: m_labeller->unlabel(std::move(ids)); break;
    case LabelAction::Verify: m_labeller->review(std::move(ids), ReviewState::Verified); break;
    case LabelAction::Dispute: m_labeller->review(std::move(ids), ReviewState::Disputed); break;
    case LabelAction::Note: m_inspector->editNote(); return;
    case LabelAction::Skip: m_labeller->review(std::move(ids), ReviewState::Skipped); break;
    }
    if (rows.size() == 1 && action != LabelAction::Unlabel) {
        m_browser->advance(1);
    }
}

}  // namespace atlas::widgets
