#include "widgets/decide/changes_panel.h"

#include "widgets/charts/format.h"
#include "widgets/decide/decide_words.h"
#include "widgets/decide/whole_table.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

QString sentenceOf(const std::vector<TaskChange> &changes)
{
    const TaskChange &worst = changes.front();
    const QString task = QString::fromStdString(worst.task);
    if (!worst.after) {
        return ChangesPanel::tr("%1 serves now and would be lost: this run did not learn it.").arg(task);
    }
    const auto worse =
        std::ranges::count_if(changes, [](const TaskChange &change) { return change.difference().value_or(0) < 0; });
    if (worse == 0) {
        return ChangesPanel::tr("No task gets worse.");
    }
    return ChangesPanel::tr("%n task(s) get worse, %1 by most: %2.", nullptr, int(worse))
        .arg(task, format::unsignedPoints(*worst.difference()));
}

}  // namespace

ChangesPanel::ChangesPanel(QWidget *parent)
    : QFrame(parent), m_title(theme::groupTitle({}, this)), m_sentence(theme::bodyText({}, this)),
      m_table(new PlainTable(this))
{
    theme::makeCard(this);
    setObjectName(QStringLiteral("changesPanel"));
    m_sentence->setObjectName(QStringLiteral("changesSentence"));
    m_table->setObjectName(QStringLiteral("changesTable"));
    m_table->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, 12, theme::kMargin, 12);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table);
}

void ChangesPanel::setChanges(const QString &served, const std::vector<TaskChange> &changes)
{
    setVisible(!served.isEmpty() && !changes.empty());
    if (changes.empty()) {
        return;
    }
    m_title->setText(tr("What this update changes against %1").arg(served));
    m_table->setAccessibleName(m_title->text());
    m_sentence->setText(sentenceOf(changes));
    std::vector<QStringList> rows;
    for (const TaskChange &change : changes) {
        const auto difference = change.difference();
        rows.push_back({QString::fromStdString(change.task), format::percent(change.before),
                        change.after ? format::percent(*change.after) : tr("not learned"),
                        difference ? format::points(*difference) : QString(),
                        change.paired ? chanceWords(*change.paired) : tr("no test samples in common")});
    }
    m_table->setContent({{.title = tr("Task"), .number = false},
                         {.title = tr("Now"), .help = tr("Score of the version in production")},
                         {.title = tr("Then"), .help = tr("Score of this run")},
                         {.title = tr("Change")},
                         {.title = tr("Chance"),
                          .number = false,
                          .help = tr("Both answered the same test samples; the test is paired, sample by sample")}},
                        rows);
    m_table->horizontalHeader()->setStretchLastSection(true);
    showWhole(m_table);
}

}  // namespace atlas::widgets
