#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace atlas::widgets {

/// A card over the page for a short errand: import, a new task, the list of keys. The page behind stays readable;
/// Esc or the cross closes it. Not modal: other pages, the jobs bar and the search field stay usable.
class Sheet final : public QWidget {
    Q_OBJECT

public:
    /// Covers `over` and follows its size. Shown at once; deletes itself when it is closed.
    Sheet(const QString &title, QWidget *content, QSize preferred, QWidget *over);

    void close();  ///< emits closed()

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void place();

    QWidget *m_over;
    QFrame *m_card;
    QSize m_preferred;
    QPointer<QWidget> m_focusBefore;
};

}  // namespace atlas::widgets
