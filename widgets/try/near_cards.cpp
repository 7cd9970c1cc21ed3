#include "widgets/try/near_cards.h"

#include "core/task_kind.h"
#include "widgets/charts/format.h"
#include "widgets/data/sample_columns.h"
#include "widgets/data/thumbnails.h"
#include "widgets/frame/flow_layout.h"
#include "widgets/frame/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace atlas::widgets {

namespace {

constexpr int kEdge = 80;  ///< five stand side by side in the smallest window
constexpr int kShownLetters = 90;

QString wordsOf(const Sample &sample)
{
    return QString::fromStdString(!sample.text.empty() ? sample.text : sample.question).simplified();
}

}  // namespace

NearCards::NearCards(Thumbnails *thumbnails, QWidget *parent)
    : QWidget(parent), m_thumbnails(thumbnails), m_title(theme::groupTitle({}, this)), m_row(new QWidget(this)),
      m_layout(new FlowLayout(m_row, theme::kGap)), m_list(new QWidget(this))
{
    setObjectName(QStringLiteral("nearCards"));
    m_title->setWordWrap(true);
    m_title->setToolTip(tr("By what the task looks at when it answers, whatever their labels"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_title);
    layout->addWidget(m_row);
    layout->addWidget(m_list);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    connect(m_thumbnails, &Thumbnails::changed, this, &NearCards::drawPictures);
    hide();
}

void NearCards::show(const Task &task, const engine::Answer &answer, std::vector<Sample> samples)
{
    for (QToolButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    m_samples.clear();
    for (const engine::NearSample &near : answer.nearest) {
        const auto found = std::ranges::find(samples, near.sample, &Sample::id);
        if (found == samples.end()) {
            continue;
        }
        const QString label =
            found->labels.empty() ? reviewTitle(ReviewState::Unlabelled) : labelsTitle(taskKind(task.kind), *found);
        const QString words = wordsOf(*found);
        auto *button = new QToolButton(found->image ? m_row : m_list);
        button->setObjectName(QStringLiteral("near.%1").arg(near.sample));
        button->setAutoRaise(true);
        button->setCursor(Qt::PointingHandCursor);
        const QString what = words.isEmpty() ? label : tr("%1: %2", "label and text").arg(label, words);
        button->setAccessibleName(what);
        button->setToolTip(tr("%1. Distance %2. Opens it on the Data page.")
                               .arg(what.left(300).toHtmlEscaped(), format::number(near.distance, 2)));
        if (found->image) {
            button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
            button->setIconSize({kEdge, kEdge});
            button->setText(button->fontMetrics().elidedText(label, Qt::ElideRight, kEdge));
        } else {
            button->setToolButtonStyle(Qt::ToolButtonTextOnly);
            button->setText(
                tr("%1: %2", "label and text")
                    .arg(label, words.size() > kShownLetters ? words.left(kShownLetters) + QChar(0x2026) : words));
        }
        connect(button, &QToolButton::clicked, this, [this, id = near.sample] { Q_EMIT chosen(id); });
        if (found->image) {
            m_layout->addWidget(button);
        } else {
            m_list->layout()->addWidget(button);
            m_list->layout()->setAlignment(button, Qt::AlignLeft);
        }
        button->show();
        m_buttons.push_back(button);
        m_samples.push_back(std::move(*found));
    }
    const bool pictures = !m_samples.empty() && m_samples.front().image;
    m_row->setVisible(pictures);
    m_list->setVisible(!pictures);
    m_title->setText(tr("Most alike of %1 training samples").arg(format::count(answer.compared)));
    setVisible(!m_buttons.empty());
    drawPictures();
}

void NearCards::drawPictures()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_samples[i].image) {
            const QPixmap picture = m_thumbnails->pixmap(*m_samples[i].image, int(kEdge * devicePixelRatioF()));
            if (!picture.isNull()) {
                m_buttons[i]->setIcon(QIcon(picture));
            }
        }
    }
}

}  // namespace atlas::widgets
