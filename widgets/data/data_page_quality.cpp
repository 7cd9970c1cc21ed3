// What the data page does with findings of the quality checks and with suggestions.

#include "widgets/data/data_inspector.h"
#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/filter_bar.h"
#include "widgets/data/labeller.h"
#include "widgets/data/nearest_samples.h"
#include "widgets/data/quality_panel.h"
#include "widgets/data/quality_review.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_map.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/second_opinion.h"

#include <QTimer>

namespace atlas::widgets {

void DataPage::connectQuality()
{
    connect(m_filter, &FilterBar::filterChanged, this, [this](const storage::SampleFilter &filter) {
        m_quality->leave();
        m_opinion->leave();
        m_model->setFilter(filter);
    });
    connect(m_toolbar, &DataToolbar::qualityToggled, this, [this](bool shown) {
        m_quality->panel()->setVisible(shown);
        if (!shown) {
            m_quality->leave();
        }
        m_browser->focusSamples();
    });
    connect(m_quality, &QualityReview::left, this, [this] {
        m_keep = m_model->idAt(m_browser->currentRow());
        m_model->setFilter(m_filter->filter());
    });
    connect(m_quality, &QualityReview::keepWanted, this, [this](qint64 sample) { m_keep = sample; });
    connect(m_quality, &QualityReview::counted, this, [this](int serious, int all) {
        m_toolbar->setQuality(serious, all);
        Q_EMIT badgeChanged(serious);
    });
    connect(m_quality, &QualityReview::suggested, m_model, &SampleModel::reload);
    connect(m_quality, &QualityReview::insightChanged, m_filter, &FilterBar::setInsight);
    connect(m_quality, &QualityReview::insightChanged, m_historySoon, qOverload<>(&QTimer::start));
    SampleMap *map = m_browser->map();
    connect(m_quality, &QualityReview::findingsChanged, map, &SampleMap::setFindings);
    connect(m_quality, &QualityReview::insightChanged, map,
            [this, map] { map->setLookPossible(m_quality->canLook()); });
    connect(map, &SampleMap::lookWanted, m_quality, &QualityReview::lookAtData);
    auto *nearest = new NearestSamples(m_browser->painter(), m_browser->thumbnails());
    m_inspector->addNearest(nearest);
    connect(nearest, &NearestSamples::chosen, this, &DataPage::goTo);
    connect(m_quality, &QualityReview::failed, this, [this](const QString &message, const QString &hint) {
        showBanner({.role = theme::Role::Bad, .text = message + QLatin1Char(' ') + hint});
    });
    connect(m_browser->keys(), &LabelKeyFilter::acceptKey, this, &DataPage::accept);
    connect(m_inspector, &DataInspector::suggestionTaken, this, [this] { accept(false); });
}

void DataPage::goTo(qint64 sample)
{
    if (const int row = m_model->rowOf(sample); row >= 0) {
        m_browser->setCurrentRow(row);
    } else {  // the filter hides it
        m_quality->leave();
        m_filter->setText({});
        m_keep = sample;
    }
    m_browser->focusSamples();
}

void DataPage::accept(bool other)
{
    if (m_opinion->active() || !mayWrite()) {
        return;
    }
    if (m_quality->panel()->isVisible() && m_quality->panel()->check()) {
        m_quality->accept(other);
        return;
    }
    const QList<int> rows = m_browser->chosenRows();
    m_labeller->acceptSuggestions(m_model->ids(rows));
    if (rows.size() == 1) {
        m_browser->advance(1);
    }
}

}  // namespace atlas::widgets
