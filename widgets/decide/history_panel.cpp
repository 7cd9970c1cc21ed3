#include "widgets/decide/history_panel.h"

#include "widgets/charts/format.h"
#include "widgets/decide/decide_words.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace atlas::widgets {

HistoryPanel::HistoryPanel(QWidget *parent)
    : QFrame(parent), m_table(new PlainTable(this)),
      m_none(theme::caption(tr("Nothing was decided in this project yet."), this))
{
    theme::makeCard(this);
    setObjectName(QStringLiteral("historyPanel"));
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("History"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    for (const storage::AuditEntry &entry : entries) {
        rows.push_back({format::dateTime(entry.atUs), QString::fromStdString(entry.act.actor),
                        auditAction(entry.act.action), QString::fromStdString(entry.act.object),
                        QString::fromStdString(entry.act.after)});
    }
    m_none->setVisible(rows.empty());
    m_table->setVisible(!rows.empty());
    m_table->setContent({{.title = tr("When"), .number = false},
                         {.title = tr("Who"), .number = false},
                         {.title = tr("What"), .number = false},
                         {.title = tr("About"), .number = false},
                         {.title = tr("To"), .number = false}},
                        rows);
    for (int column = 0; column + 1 < m_table->columnCount(); ++column) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + int(rows.size()) * theme::kRowHeight +
                            m_table->horizontalScrollBar()->sizeHint().height());
}

}  // namespace atlas::widgets
