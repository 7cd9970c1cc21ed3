#include "widgets/sequence/task_card_delegate.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/task_facts.h"
#include "widgets/sequence/task_list_model.h"

#include <QPainter>

#include <numeric>

namespace atlas::widgets {

namespace {

constexpr QSize kFull{256, 156};
constexpr QSize kSmall{200, 64};
constexpr int kPadding = 12;
constexpr int kBadge = 24;
constexpr int kBarHeight = 8;
constexpr int kMostSegments = 24;

/// Draws one line of text and moves the rectangle's top below it.
void line(QPainter &painter, QRect &rest, const QFont &font, const QColor &colour, const QString &text)
{
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QRect(rest.left(), rest.top(), rest.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, rest.width()));
    rest.setTop(rest.top() + metrics.height() + 3);
}

/// The classes' shares side by side, largest first: even pieces are a balanced task.
void shares(QPainter &painter, const QRect &bar, const std::vector<std::int64_t> &counts)
{
    const double sum = double(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
    if (sum <= 0) {
        return;
    }
    double left = bar.left();
    const auto pieces = std::min<std::size_t>(counts.size(), kMostSegments);
    for (std::size_t i = 0; i < pieces; ++i) {
        const bool last = i + 1 == pieces;
        const double width = last ? bar.left() + bar.width() - left : bar.width() * double(counts[i]) / sum;
        QColor colour = theme::color(theme::Role::Accent);
        colour.setAlphaF(i % 2 == 0 ? 0.85F : 0.5F);
        painter.fillRect(QRectF(left, bar.top(), std::max(width - 1, 0.5), bar.height()), colour);
        left += width;
    }
}

void badge(QPainter &painter, const QRect &area, int place)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Role::Accent));
    painter.drawEllipse(area);
    painter.setPen(theme::isDark() ? Qt::black : Qt::white);
    QFont font = theme::captionFont();
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(area, Qt::AlignCenter, QString::number(place));
}

void check(QPainter &painter, QRect rest, const std::vector<TaskCheck> &checks)
{
    const bool fine = checks.empty();
    const bool caution = !fine && checks.front().level == TaskCheck::Level::Caution;
    const theme::Role role = fine ? theme::Role::Good : caution ? theme::Role::Caution : theme::Role::Neutral;
    const QString icon = fine      ? QStringLiteral("check")
                         : caution ? QStringLiteral("data-warning")
                                   : QStringLiteral("data-information");
    const QFontMetrics metrics(theme::captionFont());
    theme::icon(icon, theme::color(role)).paint(&painter, QRect(rest.left(), rest.top(), 14, metrics.height()));
    rest.setLeft(rest.left() + 20);
    QString text = fine ? TaskListModel::tr("ready") : checks.front().text;
    if (checks.size() > 1) {
        text = TaskListModel::tr("%1 +%2").arg(text).arg(checks.size() - 1);
    }
    line(painter, rest, theme::captionFont(),
         role == theme::Role::Neutral ? theme::secondaryText() : theme::textColor(role), text);
}

}  // namespace

TaskCardDelegate::TaskCardDelegate(Form form, QObject *parent) : QStyledItemDelegate(parent), m_form(form) {}

QSize TaskCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return m_form == Form::Full ? kFull : kSmall;
}

void TaskCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto facts = index.data(TaskListModel::FactsRole).value<TaskFacts>();
    const int place = index.data(TaskListModel::PlaceRole).toInt();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(4.5, 4.5, -4.5, -4.5);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QColor accent = theme::color(theme::Role::Accent);
    painter->setPen(QPen(selected || hovered ? accent : theme::border(), selected ? 2 : 1));
    painter->setBrush(theme::surface());
    painter->drawRoundedRect(card, theme::kRadius, theme::kRadius);

    QRect rest = card.toRect().adjusted(kPadding, kPadding - 2, -kPadding, -kPadding);
    if (place > 0) {
        badge(*painter, QRect(rest.left(), rest.top(), kBadge, kBadge), place);
        rest.setLeft(rest.left() + kBadge + 8);
    }
    theme::icon(kindIcon(facts.task.kind))
        .paint(painter, QRect(rest.right() - theme::kIconSize + 1, rest.top(), theme::kIconSize, kBadge));
    QRect words = rest.adjusted(0, 0, -theme::kIconSize - 6, 0);
    QFont bold = theme::bodyFont();
    bold.setBold(true);
    line(*painter, words, bold, theme::text(), facts.name());
    const QFont small = theme::captionFont();
    line(*painter, words, small, theme::secondaryText(), kindTitle(facts.task.kind));
    if (m_form == Form::Full) {
        rest.setLeft(card.toRect().left() + kPadding);
        rest.setTop(words.top() + 5);
        line(*painter, rest, small, theme::text(),
             TaskListModel::tr("train %1 · val. %2 · test %3")
                 .arg(format::count(facts.task.trainCount), format::count(facts.task.validationCount),
                      format::count(facts.task.testCount)));
        line(*painter, rest, small, theme::text(),
             TaskListModel::tr("%n classes", nullptr, int(facts.task.classes.size())));
        shares(*painter, QRect(rest.left(), rest.top() + 1, rest.width(), kBarHeight), facts.classCounts);
        rest.setTop(rest.top() + kBarHeight + 9);
        check(*painter, rest, facts.checks);
    }
    painter->restore();
}

}  // namespace atlas::widgets
