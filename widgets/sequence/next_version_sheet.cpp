#include "widgets/sequence/next_version_sheet.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace atlas::widgets {

NextVersionSheet::NextVersionSheet(const TaskFacts &task, bool inSequence, QWidget *parent)
    : QWidget(parent), m_instead(new QRadioButton(tr("Put it in the place of %1").arg(task.name()), this)),
      m_beside(new QRadioButton(tr("Learn it right after %1, beside it").arg(task.name()), this)),
      m_outside(new QRadioButton(tr("Leave the sequence as it is"), this))
{
    setObjectName(QStringLiteral("nextVersionSheet"));
    const bool made = task.news.newest != task.task.name && !task.news.newest.empty();
    QStringList came;
    if (task.news.added > 0) {
        came << tr("%n sample(s) were labelled since %1 was made.", nullptr, int(task.news.added)).arg(task.name());
    }
    if (task.news.relabelled > 0) {
        came << tr("%n of its labels were changed.", nullptr, int(task.news.relabelled));
    }
    if (made) {
        came << tr("The next version, %1, is made already.").arg(QString::fromStdString(task.news.newest));
    }
    auto *what = theme::bodyText(came.join(QLatin1Char(' ')), this);
    what->setObjectName(QStringLiteral("versionNews"));
    auto *how =
        theme::caption(tr("A task never changes, so that figures stay comparable: the next version is a task of "
                          "its own. What was tested stays in the test, and copies of test samples are never "
                          "trained on."),
                       this);
    auto *keep = new QPushButton(
        made ? tr("Use %1").arg(QString::fromStdString(task.news.newest)) : tr("Make the next version"), this);
    keep->setObjectName(QStringLiteral("versionMake"));
    theme::makePrimary(keep);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    connect(keep, &QPushButton::clicked, this, [this] { Q_EMIT accepted(place()); });
    connect(cancel, &QPushButton::clicked, this, &NextVersionSheet::cancelled);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroupGap, 0, theme::kGroupGap, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(what);
    layout->addWidget(how);
    layout->addSpacing(theme::kGap);
    m_instead->setObjectName(QStringLiteral("versionInstead"));
    m_beside->setObjectName(QStringLiteral("versionBeside"));
    m_outside->setObjectName(QStringLiteral("versionOutside"));
    for (QRadioButton *choice : {m_instead, m_beside, m_outside}) {
        choice->setVisible(inSequence);
        layout->addWidget(choice);
    }
    (inSequence ? m_instead : m_outside)->setChecked(true);
    layout->addStretch();
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(keep);
    layout->addLayout(row);
    setFocusProxy(inSequence ? static_cast<QWidget *>(m_instead) : keep);
}

VersionPlace NextVersionSheet::place() const
{
    return m_instead->isChecked()  ? VersionPlace::Instead
           : m_beside->isChecked() ? VersionPlace::Beside
                                   : VersionPlace::Outside;
}

}  // namespace atlas::widgets
