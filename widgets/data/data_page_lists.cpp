// What the data page reads: datasets, their classes and counts, the history of a sample.

#include "widgets/data/data_page.h"

#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "widgets/data/class_sheet.h"
#include "widgets/data/data_inspector.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/dataset_classes.h"
#include "widgets/data/filter_bar.h"
#include "widgets/data/labeller.h"
#include "widgets/data/quality_review.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/sample_map.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/second_opinion.h"
#include "widgets/data/task_sheet.h"
#include "widgets/sentence_words.h"
#include "widgets/session.h"

#include <algorithm>
#include <utility>

namespace atlas::widgets {

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
            showError(inWords(error.sentence()), inWords(error.advice()), [this] { readDatasets(); });
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
    m_keep = same ? m_model->idAt(m_browser->currentRow()) : std::exchange(m_wantedSample, 0);
    m_dataset = *found;
    m_toolbar->setDatasets(m_datasets, id);
    if (!same) {
        const bool pictures = everySampleHas(taskKind(m_dataset.kind), "image");
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
    showCounts();
    if (m_classSheet) {
        m_classSheet->setClasses(m_dataset, m_classes);
    }
    m_browser->update();
    showChoice();
    showGroup();
    if (m_wantedDataset.isEmpty() && std::exchange(m_wantsTask, false)) {
        makeTask();
        if (auto *sheet = findChild<TaskSheet *>()) {
            sheet->useFilter();
        }
    }
}

/// Not before the dataset has been counted, which takes longer than drawing its first samples.
void DataPage::showCounts()
{
    if (m_dataset.sampleCount >= m_model->rowCount()) {
        m_filter->setCounts(m_model->rowCount(), m_dataset.sampleCount);
    }
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

}  // namespace atlas::widgets
