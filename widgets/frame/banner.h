#pragma once

#include "widgets/frame/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace atlas::widgets {

/// One line that says what happened to part of the data and offers to show it. Icon, tint and words by role. Good news
/// that offers nothing leaves by itself after a while.
class Banner : public QFrame {
    Q_OBJECT

public:
    struct Content {
        theme::Role role = theme::Role::Neutral;
        QString text = {};
        QString action = {};  ///< empty = no button
        std::function<void()> onAction = {};
        bool dismissable = true;
    };

    explicit Banner(QWidget *parent = nullptr);

    void setContent(const Content &content);  ///< shows it
    QString text() const;

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Content m_content;
    QTimer *m_leave;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    std::function<void()> m_onAction;
};

}  // namespace atlas::widgets
