#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace atlas::widgets {

/// The line over the samples while a second opinion is given: how far it is, whose it is, how many samples are drawn.
class OpinionStrip final : public QFrame {
    Q_OBJECT

public:
    explicit OpinionStrip(QWidget *parent = nullptr);

    /// `again`: nothing is labelled by others, own labels are judged another time.
    void setProgress(qint64 judged, qint64 all, bool again);
    void tell(const QString &words);  ///< in its place, until the next progress
    void setName(const QString &name);
    int size() const;  ///< how many samples are drawn; 0 = all

Q_SIGNALS:
    void nameChanged(const QString &name);
    void sizeChanged();
    void agreementWanted();
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_icon;
    QLabel *m_text;
    QLineEdit *m_name;
    QComboBox *m_size;
    QPushButton *m_agreement;
};

}  // namespace atlas::widgets
