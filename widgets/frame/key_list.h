#pragma once

#include <QList>
#include <QPair>
#include <QWidget>

namespace atlas::widgets {

class Page;

using KeyHelp = QPair<QString, QString>;  ///< key, what it does

/// The keys of a page, of its inner widgets and of what surrounds it, as their actions say.
QList<KeyHelp> keysOf(const Page *page);

/// Two columns: key caps and words.
class KeyList final : public QWidget {
    Q_OBJECT

public:
    explicit KeyList(const QList<KeyHelp> &keys, QWidget *parent = nullptr);
};

}  // namespace atlas::widgets
