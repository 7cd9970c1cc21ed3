#pragma once

#include "core/run_filter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace atlas::widgets {

/// The line above the table of runs: the filter, how many runs it lets through, what of it was not understood, and
/// what the others are told against.
class CompareBar final : public QWidget {
    Q_OBJECT

public:
    explicit CompareBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);  ///< applies at once
    void setCounts(std::size_t matching, std::size_t all, int settingsLeft);
    void setBaseline(const QString &name);  ///< empty = none
    void setCanPin(bool can);
    void setStart(const QString &words);  ///< what the page has ticked by itself; empty = nothing
    void focusField();

Q_SIGNALS:
    void filterChanged(RunFilter *filter);  ///< to be taken over; a text that is not understood changes nothing
    void helpWanted();
    void pinWanted();
    void unpinWanted();
    void left();  ///< Enter, Down or Esc: back to the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void selectProblem();

    QLineEdit *m_field;
    QLabel *m_count;
    QLabel *m_problem;
    QLabel *m_start;
    QLabel *m_baseline;
    QPushButton *m_pin;
    QPushButton *m_unpin;
    QTimer *m_soon;
    std::optional<RunFilterProblem> m_wrong;
};

}  // namespace atlas::widgets
