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
    QSize sizeHint() const override;

protected:
    void nextCheckState() override {}  // the database decides what is checked
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
    std::optional<QColor> m_colour;
    std::optional<qint64> m_count;
};

}  // namespace atlas::widgets
