#pragma once

#include <QPointer>
#include <QWidget>

namespace atlas::widgets {

/// A frame around what has the focus, for people who came there by key: many widgets show it faintly or not at all, and
/// who clicks knows where. One for each window. (QFocusFrame draws outside of the widget, where often no room is.)
class FocusFrame final : public QWidget {
    Q_OBJECT

public:
    explicit FocusFrame(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *widget);
    void place();

    QPointer<QWidget> m_widget;  ///< that is framed; nullptr = none
    bool m_byKey = false;        ///< Tab was pressed since the mouse was
};

}  // namespace atlas::widgets
