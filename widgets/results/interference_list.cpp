#include "widgets/results/interference_list.h"

#include "widgets/charts/format.h"
#include "widgets/charts/result_words.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kMostRowsSeen = 3;

QString wordsOf(const RunResults &results, const Interference &found)
{
    const PairedDifference &difference = found.difference;
    const QString step = taskName(results, found.step);
    const QString task = taskName(results, found.task);
    const QString amount = format::unsignedPoints(difference.difference);
    const QString counts = InterferenceList::tr("%1 samples lost, %2 found, n = %3")
                               .arg(format::count(difference.onlyFirst), format::count(difference.onlySecond),
                                    format::count(difference.n));
    return difference.difference < 0
               ? InterferenceList::tr("Learning %1 cost %2 %3 (%4)").arg(step, task, amount, counts)
               : InterferenceList::tr("Learning %1 gave %2 %3 (%4)").arg(step, task, amount, counts);
}

}  // namespace

InterferenceList::InterferenceList(QWidget *parent)
    : QFrame(parent), m_title(theme::groupTitle({}, this)), m_list(new QListWidget(this)),
      m_samples(new QPushButton(tr("See the samples"), this))
{
    theme::makeCard(this);
    setObjectName(QStringLiteral("interferences"));
    m_title->setWordWrap(true);
    m_title->setToolTip(tr("By the scores of the same test samples before and after each step; named is what chance "
                           "does not explain (95 %)."));
    m_list->setObjectName(QStringLiteral("interferenceList"));
    m_list->setAccessibleName(tr("Steps that changed older tasks"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_samples->setObjectName(QStringLiteral("interferenceSamples"));
    m_samples->setToolTip(tr("The test samples of the older task after that step, those that were lost first"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_samples, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 10, theme::kMargin, 10);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            Q_EMIT chosen(m_found[std::size_t(row)].step, m_found[std::size_t(row)].task);
        }
    });
    const auto want = [this] {
        if (const int row = std::max(0, m_list->currentRow()); row < int(m_found.size())) {
            Q_EMIT samplesWanted(m_found[std::size_t(row)].step, m_found[std::size_t(row)].task);
        }
    };
    connect(m_samples, &QPushButton::clicked, this, want);
    connect(m_list, &QListWidget::itemActivated, this, want);
}

void InterferenceList::setFound(const RunResults &results, const std::vector<Interference> &found)
{
    const int row = m_list->currentRow();
    m_found = found;
    m_losses = int(std::ranges::count_if(found, [](const Interference &one) { return one.difference.difference < 0; }));
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Interference &one : found) {
        const bool lost = one.difference.difference < 0;
        auto *item = new QListWidgetItem(theme::icon(lost ? QStringLiteral("data-warning") : QStringLiteral("go-up"),
                                                     theme::textColor(lost ? theme::Role::Bad : theme::Role::Good)),
                                         wordsOf(results, one), m_list);
        item->setToolTip(item->text().toHtmlEscaped());
    }
    m_title->setText(m_losses > 0    ? tr("%n steps made an older task worse", nullptr, m_losses)
                     : found.empty() ? tr("No step changed an older task by more than chance explains")
                                     : tr("No step made an older task worse; some gained"));
    m_list->setVisible(!found.empty());
    m_samples->setVisible(!found.empty());
    const int rows = std::min(int(found.size()), kMostRowsSeen);
    m_list->setFixedHeight(rows * theme::kRowHeight + 2);
    if (row >= 0 && row < int(found.size())) {
        m_list->setCurrentRow(row);
    }
}

}  // namespace atlas::widgets
