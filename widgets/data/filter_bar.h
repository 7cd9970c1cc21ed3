#pragma once

#include "storage/records.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTimer;

namespace atlas::widgets {

/// The line above the samples: filter box, how many it lets through, order by label.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);  ///< applies at once
    void setCounts(qint64 shown, qint64 all);
    void focusField();

Q_SIGNALS:
    void filterChanged(const storage::SampleFilter &filter);
    void left();  ///< Esc or Down: back to the samples

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QLineEdit *m_field;
    QLabel *m_count;
    QLabel *m_problem;
    QCheckBox *m_group;
    QTimer *m_soon;
};

}  // namespace atlas::widgets
