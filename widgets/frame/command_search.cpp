#include "widgets/frame/command_search.h"

#include "widgets/frame/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace atlas::widgets {

namespace {

enum Role { EntryRole = Qt::UserRole + 1, KindRole };

class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {320, 34}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme::tint(theme::Role::Accent));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), theme::kRadius, theme::kRadius);
        }
        const QRect inner = option.rect.adjusted(10, 0, -10, 0);
        const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
        icon.paint(painter, QRect(inner.left(), inner.center().y() - 8, 16, 16));
        painter->setFont(theme::captionFont());
        painter->setPen(theme::secondaryText());
        const QString kind = index.data(KindRole).toString();
        const int kindWidth = painter->fontMetrics().horizontalAdvance(kind);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, kind);
        painter->setFont(theme::bodyFont());
        painter->setPen(theme::text());
        const QRect words = inner.adjusted(26, 0, -kindWidth - 12, 0);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

}  // namespace

CommandSearch::CommandSearch(QWidget *parent)
    : QLineEdit(parent), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this))
{
    setObjectName(QStringLiteral("commandSearch"));
    setProperty("look", QStringLiteral("search"));
    setPlaceholderText(tr("Search"));
    setAccessibleName(tr("Search pages, commands, tasks, runs and samples"));
    setToolTip(tr("Search pages, commands, tasks, runs and samples (%1)").arg(QStringLiteral("Ctrl+K")));
    addAction(theme::icon(QStringLiteral("search"), theme::color(theme::Role::Neutral)), QLineEdit::LeadingPosition);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setItemDelegate(new EntryDelegate(m_completer->popup()));
    m_completer->popup()->setMinimumWidth(360);
    setCompleter(m_completer);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { runRow(index.data(EntryRole).toInt()); });
}

void CommandSearch::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    m_model->clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        auto *item = new QStandardItem(theme::icon(entry.icon), entry.title);
        item->setData(int(i), EntryRole);
        item->setData(entry.key.isEmpty() ? entry.kind : entry.kind + QStringLiteral("   ") + entry.key, KindRole);
        item->setAccessibleText(QStringLiteral("%1, %2").arg(entry.title, entry.kind));
        item->setEditable(false);
        m_model->appendRow(item);
    }
    if (hasFocus()) {
        m_completer->complete();
    }
}

int CommandSearch::matchCount() const
{
    return m_completer->completionCount();
}

void CommandSearch::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        Q_EMIT entered();
        selectAll();
    }
}

void CommandSearch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !text().trimmed().isEmpty()) {
        const QString words = text().trimmed();
        if (matchCount() > 0) {
            runRow(m_completer->currentIndex().data(EntryRole).toInt());
        } else {
            leave();
            Q_EMIT samplesWanted(words);
        }
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void CommandSearch::runRow(int row)
{
    if (row < 0 || row >= int(m_entries.size())) {
        return;
    }
    const auto run = m_entries[std::size_t(row)].run;
    // The completer puts its text into the field after this signal: clear it when it has.
    QMetaObject::invokeMethod(
        this, [this] { leave(); }, Qt::QueuedConnection);
    if (run) {
        run();
    }
}

void CommandSearch::leave()
{
    clear();
    clearFocus();
}

}  // namespace atlas::widgets
