#include "widgets/data/opinion_choice.h"

#include "widgets/data/key_button.h"
#include "widgets/data/sample_columns.h"
#include "widgets/frame/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

/// One thing said, and who says so.
struct Said {
    std::vector<Label> labels;
    QStringList people;
};

std::vector<Said> grouped(const std::vector<storage::Opinion> &opinions)
{
    std::vector<Said> all;
    for (const storage::Opinion &opinion : opinions) {
        const auto names = storage::judgedNames(opinion.labels);
        auto known =
            std::ranges::find_if(all, [&names](const Said &one) { return storage::judgedNames(one.labels) == names; });
        if (known == all.end()) {
            known = all.insert(all.end(), Said{opinion.labels, {}});
        }
        known->people << opinionAuthor(opinion.actor);
    }
    return all;
}

QString titleOf(const TaskKind &kind, const std::vector<Label> &labels)
{
    Sample carrier;
    carrier.labels = labels;
    return labelsTitle(kind, carrier);
}

}  // namespace

QString opinionAuthor(const std::string &actor)
{
    if (actor.empty()) {
        return OpinionChoice::tr("imported labels");
    }
    const QString name = QString::fromStdString(actor);
    const QString again = QString::fromLatin1(storage::kAgain);
    return name.endsWith(again) ? OpinionChoice::tr("%1, again").arg(name.chopped(again.size())) : name;
}

OpinionChoice::OpinionChoice(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("opinions"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    clear();
}

void OpinionChoice::clear()
{
    delete std::exchange(m_content, nullptr);
    hide();
}

void OpinionChoice::show(const TaskKind &kind, const std::vector<storage::Opinion> &opinions, bool disputed,
                         bool writable)
{
    clear();
    if (opinions.empty()) {
        return;
    }
    m_content = new QWidget(this);
    auto *down = new QVBoxLayout(m_content);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(2);
    const std::vector<Said> all = grouped(opinions);
    const bool choose = disputed && all.size() > 1;
    down->addWidget(theme::caption(choose ? tr("They disagree. Take one:") : tr("Opinions"), m_content));
    for (const Said &said : all) {
        const QString title = titleOf(kind, said.labels);
        const QString words = QStringLiteral("%1  —  %2").arg(title, said.people.join(QStringLiteral(", ")));
        if (!choose) {
            down->addWidget(theme::bodyText(words, m_content));
            continue;
        }
        auto *button = new KeyButton(words, {},
                                     tr("This is the label then, and the sample counts as verified. What "
                                        "each of them said is kept."),
                                     m_content);
        button->setObjectName(QStringLiteral("take.") + title);
        button->setEnabled(writable);
        connect(button, &KeyButton::clicked, this, [this, labels = said.labels] { Q_EMIT taken(labels); });
        down->addWidget(button);
    }
    m_layout->addWidget(m_content);
    QWidget::show();
}

}  // namespace atlas::widgets
