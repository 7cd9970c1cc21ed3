#include "widgets/sequence/task_card_delegate.h"

#include "widgets/charts/format.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/task_facts.h"
#include "widgets/sequence/task_list_model.h"

#include <QPainter>

#include <numeric>

namespace atlas::widgets {

namespace {

constexpr QSize kFull{256, 186};
constexpr int kChipPadding = 7;
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

void check(QPainter &painter, QRect rest, const TaskFacts &facts)
{
    const std::vector<storage::TaskCheck> &checks = facts.checks;
    if (!facts.looked) {
        line(painter, rest, theme::captionFont(), theme::secondaryText(), TaskListModel::tr("looking at it…"));
        return;
    }
    const bool fine = checks.empty();
    const bool caution = !fine && isCaution(checks.front());
    const theme::Role role = fine ? theme::Role::Good : caution ? theme::Role::Caution : theme::Role::Neutral;
    const QString icon = fine      ? QStringLiteral("check")
                         : caution ? QStringLiteral("data-warning")
                                   : QStringLiteral("data-information");
    const QFontMetrics metrics(theme::captionFont());
    theme::icon(icon, theme::color(role)).paint(&painter, QRect(rest.left(), rest.top(), 14, metrics.height()));
    rest.setLeft(rest.left() + 20);
    QString text = fine ? TaskListModel::tr("ready") : checkText(checks.front());
    if (checks.size() > 1) {
        const QString more = TaskListModel::tr("+%1").arg(checks.size() - 1);
        const int width = metrics.horizontalAdvance(more);
        painter.setFont(theme::captionFont());
        painter.setPen(theme::secondaryText());
        painter.drawText(QRect(rest.right() - width, rest.top(), width + 1, metrics.height()), Qt::AlignVCenter, more);
        rest.setRight(rest.right() - width - 6);
    }
    line(painter, rest, theme::captionFont(),
         role == theme::Role::Neutral ? theme::secondaryText() : theme::textColor(role), text);
}

/// A word on a tint. Returns its right edge.
int chip(QPainter &painter, const QPoint &at, theme::Role role, const QString &text)
{
    const QFontMetrics metrics(theme::captionFont());
    const QRect box(at.x(), at.y(), metrics.horizontalAdvance(text) + 2 * kChipPadding, metrics.height() + 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::tint(role));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    painter.setFont(theme::captionFont());
    painter.setPen(role == theme::Role::Neutral ? theme::text() : theme::textColor(role));
    painter.drawText(box, Qt::AlignCenter, text);
    return box.right();
}

/// Role in the sequence, and what came since the task was made.
void chips(QPainter &painter, QRect &rest, const TaskFacts &facts)
{
    const int right = facts.upstream
                          ? chip(painter, rest.topLeft(), theme::Role::Accent, TaskListModel::tr("↑ upstream"))
                          : chip(painter, rest.topLeft(), theme::Role::Neutral, TaskListModel::tr("downstream"));
    if (const QString inflow = facts.inflow(); !inflow.isEmpty()) {
        const QFontMetrics metrics(theme::captionFont());
        const QString shown = metrics.elidedText(inflow, Qt::ElideRight, rest.right() - right - 6 - 2 * kChipPadding);
        chip(painter, QPoint(right + 6, rest.top()), theme::Role::Good, shown);
    }
    rest.setTop(rest.top() + QFontMetrics(theme::captionFont()).height() + 10);
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
    painter->setPen(QPen(selected || hovered ? accent : theme::border(), selected ? 2 : 1,
                         facts.datasetOnly && !selected ? Qt::DashLine : Qt::SolidLine));
    painter->setBrush(facts.datasetOnly ? QBrush(Qt::NoBrush) : QBrush(theme::surface()));
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
    QString below = kindTitle(facts.task.kind);
    if (m_form == Form::Small) {
        const QString more = facts.datasetOnly ? TaskListModel::tr("no task yet") : facts.inflow();
        below += more.isEmpty() ? QString() : QStringLiteral(" · ") + more;
    }
    line(*painter, words, small, theme::secondaryText(), below);
    if (m_form == Form::Full) {
        rest.setLeft(card.toRect().left() + kPadding);
        rest.setTop(words.top() + 5);
        chips(*painter, rest, facts);
        line(*painter, rest, small, theme::text(),
             TaskListModel::tr("train %1 · val. %2 · test %3")
                 .arg(format::count(facts.task.trainCount), format::count(facts.task.validationCount),
                      format::count(facts.task.testCount)));
        line(*painter, rest, small, theme::text(),
             TaskListModel::tr("%n classes", nullptr, int(facts.task.classes.size())));
        shares(*painter, QRect(rest.left(), rest.top() + 1, rest.width(), kBarHeight), facts.classCounts);
        rest.setTop(rest.top() + kBarHeight + 9);
        check(*painter, rest, facts);
    }
    painter->restore();
}

}  // namespace atlas::widgets
