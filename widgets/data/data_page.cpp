#include "widgets/data/data_page.h"

#include "widgets/charts/format.h"
#include "widgets/data/data_inspector.h"
#include "widgets/data/data_toolbar.h"
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

/// Not a focus proxy: Tab would go to it from whatever stands before the page, past toolbar and filter.
void DataPage::focusInEvent(QFocusEvent *)
{
    m_browser->focusSamples();
}

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
        m_toolbar->setView(view, everySampleHas(taskKind(m_dataset.kind), "image"));
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

void DataPage::showSamples()
{
    showCounts();
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
