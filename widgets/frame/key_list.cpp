#include "widgets/frame/key_list.h"

#include "widgets/frame/page.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace atlas::widgets {

namespace {

void collect(QList<KeyHelp> &keys, const QWidget *widget)
{
    for (const QAction *action : widget->actions()) {
        if (!action->shortcut().isEmpty() && !action->text().isEmpty()) {
            QStringList all;
            for (const QKeySequence &sequence : action->shortcuts()) {
                all << sequence.toString(QKeySequence::NativeText);
            }
            QString words = action->text();
            words.remove(QLatin1Char('&'));
            const KeyHelp help(all.first(), words);
            if (!keys.contains(help)) {
                keys << help;
            }
        }
    }
}

}  // namespace

QList<KeyHelp> keysOf(const Page *page)
{
    QList<KeyHelp> keys = page->keys();
    collect(keys, page);
    for (const QWidget *inner : page->findChildren<QWidget *>()) {
        collect(keys, inner);
    }
    for (const QWidget *outer = page->parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
        collect(keys, outer);
    }
    return keys;
}

KeyList::KeyList(const QList<KeyHelp> &keys, QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(theme::kGroupGap, 0, theme::kGap, theme::kMargin);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    outer->addWidget(scroll);
    auto *inner = new QWidget(scroll);
    scroll->viewport()->setAutoFillBackground(false);
    auto *grid = new QGridLayout(inner);
    grid->setContentsMargins(0, 0, theme::kMargin, 0);
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(theme::kGap);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[key, words] : keys) {
        auto *cap = new QLabel(key, inner);
        cap->setProperty("keycap", true);
        cap->setAlignment(Qt::AlignCenter);
        cap->setMinimumWidth(40);
        grid->addWidget(cap, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(theme::bodyText(words, inner), row++, 1);
    }
    grid->setRowStretch(row, 1);
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false);
}

}  // namespace atlas::widgets
