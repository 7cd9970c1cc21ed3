#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <QHash>

class QVBoxLayout;

namespace atlas::widgets {

/// Icon over word with a badge; the current one is filled in the accent's tint.
class RailButton final : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const QString &iconName, const QString &title, QWidget *parent = nullptr);

    void setBadge(int count);
    int badge() const { return m_badge; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void stepped(int by);  ///< an arrow: -1 up, 1 down

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_iconName;
    int m_badge = 0;
};

/// The column of pages on the left. Knows pages by id only.
class Rail final : public QFrame {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void addPage(const QString &id, const QString &iconName, const QString &title, const QString &key);
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    RailButton *settingsButton() const { return m_settings; }

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void step(const QString &from, int by);

    QVBoxLayout *m_layout;
    RailButton *m_settings;
    QHash<QString, RailButton *> m_buttons;
    QStringList m_ids;  ///< in their order
};

}  // namespace atlas::widgets
