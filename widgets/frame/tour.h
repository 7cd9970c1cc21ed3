#pragma once

#include "widgets/frame/tour_steps.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QLabel;
class QPushButton;

namespace atlas::widgets {

class Workspace;

/// Leads through the pages of the open project: a card beside what it speaks of, with Back, Next and Stop. Not modal:
/// everything else stays usable. Deletes itself at its end.
class Tour final : public QFrame {
    Q_OBJECT

public:
    /// Shown at once, at the step of that number (of those whose page is there).
    Tour(Workspace &workspace, int step, QWidget *window);
    ~Tour() override;

    int step() const { return m_step; }
    int count() const { return int(m_steps.size()); }

Q_SIGNALS:
    void stepChanged(int step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(int step);
    void showWords();
    void place();
    void countFinished();
    void stop();
    QWidget *target() const;

    Workspace &m_workspace;
    std::vector<TourStep> m_steps;
    int m_step = 0;
    int m_finished = 0;           ///< runs of the project
    QPointer<QWidget> m_outline;  ///< around the target
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_waiting;
    QLabel *m_number;
    QPushButton *m_stop;
    QPushButton *m_back;
    QPushButton *m_next;
};

}  // namespace atlas::widgets
