// What the data page does with versions of its dataset.

#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/filter_bar.h"
#include "widgets/data/quality_review.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/second_opinion.h"
#include "widgets/data/version_sheet.h"
#include "widgets/frame/sheet.h"

#include <QAction>
#include <QMenu>

namespace atlas::widgets {

namespace {
constexpr QSize kVersionSheet(800, 640);
}

void DataPage::connectVersions()
{
    auto *action = new QAction(tr("Versions: keep the data as it is, compare, go back"), this);
    action->setObjectName(QStringLiteral("versions"));
    action->setShortcut(QKeySequence::Save);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, &DataPage::manageVersions);
    addAction(action);
    m_toolbar->menu()->addAction(action);
    connect(m_filter, &FilterBar::filterChanged, this, [this] {
        if (m_showsOnly) {
            m_showsOnly = false;
            hideBanner();
        }
    });
}

void DataPage::manageVersions()
{
    if (m_versionSheet) {
        m_versionSheet->make();  // Ctrl+S twice keeps the data as it is
        return;
    }
    if (!session() || m_dataset.id == 0 || m_sheet) {
        return;
    }
    m_versionSheet = new VersionSheet(session(), m_labeller, m_dataset);
    m_sheet = new Sheet(tr("Versions of %1").arg(QString::fromStdString(m_dataset.name)), m_versionSheet, kVersionSheet,
                        this);
    connect(m_versionSheet, &VersionSheet::showWanted, this,
            [this](const std::vector<std::int64_t> &samples, const QString &what) {
                if (m_sheet) {
                    m_sheet->close();
                }
                showOnly(samples, what);
            });
}

void DataPage::showOnly(const std::vector<std::int64_t> &samples, const QString &what)
{
    m_quality->leave();
    m_opinion->leave();
    m_showsOnly = true;
    storage::SampleFilter filter;
    filter.only = samples;
    m_model->setFilter(filter);
    showBanner({.role = theme::Role::Accent,
                .text = what,
                .action = tr("Show all samples"),
                .onAction =
                    [this] {
                        m_showsOnly = false;
                        hideBanner();
                        m_model->setFilter(m_filter->filter());
                        m_browser->focusSamples();
                    },
                .dismissable = false});
    m_browser->focusSamples();
}

}  // namespace atlas::widgets
