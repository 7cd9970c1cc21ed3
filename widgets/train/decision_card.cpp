#include "widgets/train/decision_card.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"
#include "widgets/train/run_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace atlas::widgets {

DecisionCard::DecisionCard(const DecisionRecord &decision, const QString &task, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("decisionCard"));
    theme::makeCard(this);
    const bool reused = decision.decision == "reuse";
    auto *icon = new QLabel(this);
    icon->setPixmap(theme::icon(reused ? QStringLiteral("view-refresh") : QStringLiteral("list-add"),
                                theme::color(reused ? theme::Role::Good : theme::Role::Accent))
                        .pixmap(theme::kIconSize));
    QStringList basis;
    basis << tr("policy: %1").arg(QString::fromStdString(decision.policy));
    if (decision.decision != "first") {
        basis << tr("after stage 1: %1").arg(format::percent(decision.stage1));
    }
    if (decision.novelty) {
        basis << tr("novelty: %1").arg(format::percent(*decision.novelty));
    }
    if (decision.sites > 0) {
        basis << tr("%1 of %2 places kept").arg(decision.sitesKept).arg(decision.sites);
    }
    const QString sentence = decisionSentence(decision, task);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(theme::bodyText(sentence, this));
    if (!decision.reason.empty()) {
        words->addWidget(theme::caption(QString::fromStdString(decision.reason), this));
    }
    words->addWidget(theme::caption(basis.join(QStringLiteral(" · ")), this));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, theme::kGap, 12, theme::kGap);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    setAccessibleName(sentence);
}

}  // namespace atlas::widgets
