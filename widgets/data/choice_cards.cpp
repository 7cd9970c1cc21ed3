#include "widgets/data/choice_cards.h"

#include "widgets/frame/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace atlas::widgets {

namespace {

class Card final : public QFrame {
public:
    Card(int position, const QString &text, bool right, std::function<void()> clicked, QWidget *parent)
        : QFrame(parent), m_clicked(std::move(clicked))
    {
        theme::makeCard(this);
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(text);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 10, 12, 10);
        row->setSpacing(12);
        auto *number = new QLabel(QString::number(position + 1), this);
        number->setProperty("keycap", true);
        number->setAlignment(Qt::AlignCenter);
        number->setFixedWidth(28);
        row->addWidget(number, 0, Qt::AlignTop);
        row->addWidget(theme::bodyText(text, this), 1);
        if (right) {
            auto *mark = new QLabel(this);
            mark->setPixmap(theme::icon(QStringLiteral("dialog-ok-apply"), theme::textColor(theme::Role::Good))
                                .pixmap(QSize(20, 20), devicePixelRatioF()));
            row->addWidget(mark, 0, Qt::AlignTop);
            setProperty("chosen", true);
        }
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
            m_clicked();
        }
    }

private:
    std::function<void()> m_clicked;
};

}  // namespace

ChoiceCards::ChoiceCards(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::kGap);
}

void ChoiceCards::show(const Sample &sample)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < sample.choices.size(); ++i) {
        const bool right = !sample.labels.empty() && sample.labels.front().name == std::to_string(i);
        m_layout->addWidget(new Card(
            int(i), QString::fromStdString(sample.choices[i]), right, [this, i] { Q_EMIT chosen(int(i)); }, this));
    }
}

}  // namespace atlas::widgets
