#include "widgets/results/cell_sample_delegate.h"

#include "widgets/charts/format.h"
#include "widgets/data/sample_painter.h"
#include "widgets/frame/theme.h"
#include "widgets/results/cell_samples_model.h"

#include <QPainter>

namespace atlas::widgets {

namespace {

constexpr int kLines = 3;
constexpr int kLeading = 2;
constexpr int kPadding = 6;
constexpr int kSign = 14;

theme::Role roleOf(AnswerChange change)
{
    switch (change) {
    case AnswerChange::Lost: return theme::Role::Bad;
    case AnswerChange::Wrong:
    case AnswerChange::WrongAlone: return theme::Role::Caution;
    case AnswerChange::Found: return theme::Role::Good;
    case AnswerChange::Right:
    case AnswerChange::RightAlone: break;
    }
    return theme::Role::Neutral;
}

int lineHeight()
{
    return QFontMetrics(theme::captionFont()).height() + kLeading;
}

/// The word at the right end of the first line; returns how much of the line it takes.
int drawChip(QPainter &painter, const QRect &line, AnswerChange change)
{
    const QFontMetrics metrics(theme::captionFont());
    const QString word = changeWord(change);
    QRect chip = line;
    chip.setLeft(line.right() - metrics.horizontalAdvance(word) - 2 * kPadding + 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::tint(roleOf(change)));
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(theme::textColor(roleOf(change)));
    painter.drawText(chip, Qt::AlignCenter, word);
    return chip.width() + theme::kGap;
}

/// `sure`: how sure the answer is, at the right end, where it is never cut.
void drawAnswer(QPainter &painter, const QRect &line, const QString &text, const QString &sure, bool right)
{
    const theme::Role role = right ? theme::Role::Good : theme::Role::Bad;
    const QRect sign(line.left(), line.center().y() - kSign / 2 + 1, kSign, kSign);
    theme::icon(right ? QStringLiteral("dialog-ok-apply") : QStringLiteral("dialog-close"), theme::textColor(role))
        .paint(&painter, sign);
    painter.setPen(theme::text());
    const int tail = painter.fontMetrics().horizontalAdvance(sure) + theme::kGap;
    const QRect words = line.adjusted(kSign + 4, 0, -tail, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    painter.setPen(theme::secondaryText());
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, sure);
}

}  // namespace

CellSampleDelegate::CellSampleDelegate(const CellSamplesModel *model, SamplePainter *painter, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_painter(painter)
{
}

QSize CellSampleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, kLines * lineHeight() + 2 * kPadding + 1};
}

void CellSampleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const AnsweredSample &answered = m_model->answered(index.row());
    const Sample *sample = m_model->sample(index.row());
    const QRect area = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding - 1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->fillRect(option.rect, theme::tint(theme::Role::Accent));
    }
    painter->setPen(theme::border());
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QRect thumbnail(area.topLeft(), QSize(area.height(), area.height()));
    painter->setFont(theme::captionFont());
    if (sample != nullptr && sample->image) {
        m_painter->pictures(*painter, thumbnail, *sample,
                            int(thumbnail.width() * painter->device()->devicePixelRatioF()));
    } else {
        m_painter->placeholder(*painter, thumbnail);
        QFont small = theme::captionFont();
        small.setPointSizeF(small.pointSizeF() - 2);
        painter->setFont(small);
        painter->setPen(theme::secondaryText());
        painter->drawText(thumbnail.adjusted(3, 2, -3, -2), Qt::TextWrapAnywhere | Qt::AlignTop,
                          m_model->words(index.row()).left(40));
    }

    painter->setFont(theme::captionFont());
    QRect line(thumbnail.right() + 1 + theme::kGap, area.top(), area.right() - thumbnail.right() - theme::kGap,
               lineHeight());
    const int chip = drawChip(*painter, line, answered.change);
    QFont bold = theme::captionFont();
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(theme::text());
    QString head = m_model->answer(answered.now.expected, sample);
    const QRect first = line.adjusted(0, 0, -chip, 0);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(head, Qt::ElideRight, first.width()));
    const int used = QFontMetrics(bold).horizontalAdvance(head) + theme::kGap;
    painter->setFont(theme::captionFont());
    if (const QString words = m_model->words(index.row()); !words.isEmpty() && first.width() - used > 40) {
        painter->setPen(theme::secondaryText());
        const QRect rest = first.adjusted(used, 0, 0, 0);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, rest.width()));
    }
    if (answered.then) {
        line.translate(0, lineHeight());
        drawAnswer(*painter, line,
                   CellSamplesModel::tr("then %1").arg(m_model->answer(answered.then->predicted, sample)),
                   format::percent(answered.then->confidence), answered.then->score >= kRightFrom);
    }
    line.translate(0, lineHeight());
    drawAnswer(*painter, line, CellSamplesModel::tr("now %1").arg(m_model->answer(answered.now.predicted, sample)),
               format::percent(answered.now.confidence), answered.right());
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme::color(theme::Role::Accent), 2));
        painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -2), 4, 4);
    }
    painter->restore();
}

}  // namespace atlas::widgets
