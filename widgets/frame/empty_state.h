#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace atlas::widgets {

/// The middle of a page that has nothing else to show: empty, nothing found, loading, error.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString icon = {};  ///< name for theme::icon
        QString title = {};
        QString text = {};
        QString primary = {};  ///< empty = no button
        std::function<void()> onPrimary = {};
        QString secondary = {};  ///< a quiet second way, e.g. "or open the demo"
        std::function<void()> onSecondary = {};
        QString details = {};  ///< technical text that can be selected and copied
        bool busy = false;     ///< a moving bar under the text
    };

    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(const Content &content);
    QString title() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    Content m_now;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_details;
    QProgressBar *m_busy;
    QPushButton *m_primary;
    QPushButton *m_secondary;
};

}  // namespace atlas::widgets
