#pragma once

#include "storage/records.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace atlas::widgets {

/// The line above the samples: filter box, how many it lets through, their order, undo and redo.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);  ///< applies at once
    void setCounts(qint64 shown, qint64 all);
    void setGroup(const QString &title);   ///< "defect (118)": the group at the top of what is in sight
    storage::SampleFilter filter() const;  ///< as it stands
    bool grouped() const;
    void setOrder(storage::SampleOrder order);
    /// Whether the orders that ask for a look at the data can be chosen.
    void setInsight(bool known);
    void focusField();
    /// What the two buttons at the right would do; empty = nothing.
    void setSteps(const QString &undo, const QString &redo);

Q_SIGNALS:
    void filterChanged(const storage::SampleFilter &filter);
    void left();  ///< Esc or Down: back to the samples
    void undoWanted();
    void redoWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QLineEdit *m_field;
    QLabel *m_count;
    QLabel *m_problem;
    QLabel *m_groupTitle;
    QComboBox *m_order;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QTimer *m_soon;
};

}  // namespace atlas::widgets
