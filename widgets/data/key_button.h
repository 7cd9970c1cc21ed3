#pragma once

#include <QAbstractButton>
#include <QColor>

#include <optional>

namespace atlas::widgets {

/// A button with its key printed on it:  [key] dot  words ........ count.  Dot and count are left out unless set.
class KeyButton final : public QAbstractButton {
    Q_OBJECT

public:
    KeyButton(const QString &text, const QString &key, const QString &toolTip, QWidget *parent = nullptr);

    void setColour(const QColor &colour) { m_colour = colour; }
    void setCount(qint64 count) { m_count = count; }
    /// Things of that MIME type can be dropped on the button.
    void acceptDropsOf(const QString &mimeType);
    QSize sizeHint() const override;

Q_SIGNALS:
    void dropped();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void nextCheckState() override {}  // the database decides what is checked
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
    QString m_mimeType;
    bool m_dropHere = false;
    std::optional<QColor> m_colour;
    std::optional<qint64> m_count;
};

}  // namespace atlas::widgets
