#include "widgets/decide/history_panel.h"

#include "widgets/charts/format.h"
#include "widgets/decide/audit_words.h"
#include "widgets/decide/decide_words.h"
#include "widgets/decide/whole_table.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

/// The first of them in one line.
QString inShort(const QStringList &changes)
{
    constexpr int kMost = 3;
    const int more = int(changes.size()) - kMost;
    const QString first = changes.first(std::min(kMost, int(changes.size()))).join(QStringLiteral("; "));
    return more > 0 ? HistoryPanel::tr("%1; and %n more", nullptr, more).arg(first) : first;
}

}  // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QFrame(parent), m_table(new PlainTable(this)),
      m_none(theme::caption(tr("Nothing was decided in this project yet."), this))
{
    theme::makeCard(this);
    setObjectName(QStringLiteral("historyPanel"));
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("History"));
    m_table->setFrameShape(QFrame::NoFrame);
    auto *trail = new QPushButton(tr("Audit trail…"), this);
    trail->setObjectName(QStringLiteral("decideAudit"));
    trail->setToolTip(tr("Every decision with its hash, verified"));
    connect(trail, &QPushButton::clicked, this, &HistoryPanel::trailWanted);
    auto *head = new QHBoxLayout;
    head->addWidget(theme::groupTitle(tr("History"), this), 1);
    head->addWidget(trail);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, 12);
    layout->setSpacing(theme::kGap);
    layout->addLayout(head);
    layout->addWidget(m_none);
    layout->addWidget(m_table);
}

void HistoryPanel::setEntries(const std::vector<storage::AuditEntry> &entries)
{
    std::vector<QStringList> rows;
    QStringList whole;
    for (const storage::AuditEntry &entry : entries) {
        const AuditWords words = auditWords(entry.act);
        rows.push_back({format::dateTime(entry.atUs), QString::fromStdString(entry.act.actor),
                        auditAction(entry.act.action), words.about, inShort(words.changes)});
        whole << words.changes.join(QLatin1Char('\n'));
    }
    m_none->setVisible(rows.empty());
    m_table->setVisible(!rows.empty());
    m_table->setContent({{.title = tr("When"), .number = false},
                         {.title = tr("Who"), .number = false},
                         {.title = tr("What"), .number = false},
                         {.title = tr("About"), .number = false},
                         {.title = tr("Details"), .number = false}},
                        rows, whole);
    for (int column = 0; column + 1 < m_table->columnCount(); ++column) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    showWhole(m_table);
}

}  // namespace atlas::widgets
