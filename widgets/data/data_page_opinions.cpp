// What the data page does with opinions of several people: giving a second one, agreement, settling.

#include "storage/opinions.h"
#include "widgets/charts/format.h"
#include "widgets/data/agreement_sheet.h"
#include "widgets/data/data_inspector.h"
#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/filter_bar.h"
#include "widgets/data/labeller.h"
#include "widgets/data/opinion_choice.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/second_opinion.h"
#include "widgets/frame/sheet.h"
#include "widgets/session.h"

#include <QAction>
#include <QMenu>

namespace atlas::widgets {

namespace {
constexpr QSize kAgreementSheet(860, 600);
}

void DataPage::connectOpinions()
{
    auto *second = new QAction(tr("Second opinion: judge without seeing the labels"), this);
    second->setObjectName(QStringLiteral("secondOpinion"));
    second->setCheckable(true);
    auto *agreement = new QAction(tr("Agreement: how much people agree"), this);
    agreement->setObjectName(QStringLiteral("agreement"));
    for (QAction *action : {second, agreement}) {
        addAction(action);
        m_toolbar->menu()->addAction(action);
    }
    connect(second, &QAction::triggered, this, [this, second](bool on) {
        second->setChecked(m_opinion->active());  // until it has begun
        if (on) {
            m_opinion->start();
        } else {
            m_opinion->leave();
        }
    });
    connect(agreement, &QAction::triggered, this, &DataPage::showAgreement);
    connect(m_opinion, &SecondOpinion::agreementWanted, this, &DataPage::showAgreement);
    connect(m_opinion, &SecondOpinion::started, this, [this, second] {
        second->setChecked(true);
        m_toolbar->setQualityShown(false);
        if (m_browser->view() == DataToolbar::View::Map) {  // its colours are the labels
            Q_EMIT m_toolbar->viewChosen(DataToolbar::View::Table);
        }
        m_inspector->setBlind(true);
        hideBanner();
        m_browser->focusSamples();
    });
    connect(m_opinion, &SecondOpinion::left, this, [this, second] {
        second->setChecked(false);
        m_inspector->setBlind(false);
        m_keep = m_model->idAt(m_browser->currentRow());
        m_model->setFilter(m_filter->filter());
        m_browser->focusSamples();
    });
    connect(m_toolbar, &DataToolbar::viewChosen, m_opinion, [this](DataToolbar::View view) {
        if (view == DataToolbar::View::Map) {
            m_opinion->leave();
        }
    });
    connect(m_toolbar, &DataToolbar::qualityToggled, m_opinion, [this](bool shown) {
        if (shown) {
            m_opinion->leave();
        }
    });
    connect(m_opinion, &SecondOpinion::refused, this,
            [this](const QString &why) { showBanner({.role = theme::Role::Caution, .text = why}); });
    connect(m_inspector->opinions(), &OpinionChoice::taken, this, [this](const std::vector<Label> &labels) {
        if (mayWrite()) {
            m_labeller->settle(m_model->idAt(m_browser->currentRow()), labels);
        }
    });
}

void DataPage::readOpinions(qint64 sample)
{
    session()->read(
        this, [sample](storage::Connection &connection) { return storage::opinionsOf(connection, sample); },
        [this, sample](const std::vector<storage::Opinion> &opinions) { m_inspector->showOpinions(sample, opinions); });
}

void DataPage::showAgreement()
{
    if (!session() || m_dataset.id == 0 || m_sheet) {
        return;
    }
    auto *agreement = new AgreementSheet(session(), m_dataset);
    m_sheet =
        new Sheet(tr("Agreement on %1").arg(QString::fromStdString(m_dataset.name)), agreement, kAgreementSheet, this);
    connect(agreement, &AgreementSheet::opinionWanted, this, [this] {
        m_sheet->close();
        m_opinion->start();
    });
    connect(agreement, &AgreementSheet::samplesWanted, this, [this](const std::vector<std::int64_t> &samples) {
        m_sheet->close();
        m_toolbar->setQualityShown(false);
        showOnly(samples, tr("Shown: %n sample(s) that people disagree on. Beside a sample stands who said what; take "
                             "one of the opinions there.",
                             nullptr, int(samples.size())));
    });
}

}  // namespace atlas::widgets
