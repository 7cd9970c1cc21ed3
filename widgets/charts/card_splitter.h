#pragma once

#include <QSplitter>

namespace atlas::widgets {

/// A splitter between cards: its handle is the gap between them, and shows a line only under the pointer.
class CardSplitter : public QSplitter {
    Q_OBJECT

public:
    CardSplitter(Qt::Orientation orientation, const QString &name, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

}  // namespace atlas::widgets
