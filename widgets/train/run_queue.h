#pragma once

#include "core/run_record.h"

#include <QWidget>

#include <set>

class QLabel;
class QTableView;
class QToolButton;

namespace atlas::widgets {

class RunModel;

/// The runs below the charts: choose one to see it, pause, stop, go on, look at its results. Buttons act on the
/// chosen run and are there only when they would do something.
class RunQueue : public QWidget {
    Q_OBJECT

public:
    explicit RunQueue(RunModel *model, QWidget *parent = nullptr);

    QString currentUuid() const;
    void choose(const QString &uuid);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void chosen(const QString &uuid);
    void pauseRequested(const QString &uuid);
    void cancelRequested(const QString &uuid);
    void resumeRequested(const QString &uuid);
    void resultsRequested(const QString &uuid);

private:
    QToolButton *addButton(const char *name, const QString &icon, const QString &text, const QString &help,
                           void (RunQueue::*signal)(const QString &));
    void updateButtons();
    void fitColumns();

    RunModel *m_model;
    QTableView *m_table;
    QWidget *m_buttons;
    QToolButton *m_pause;
    QToolButton *m_cancel;
    QToolButton *m_resume;
    QToolButton *m_results;
    QLabel *m_message;
    bool m_readOnly = false;
    bool m_fitting = false;
    std::set<int> m_sized;  ///< columns whose width a person chose
};

}  // namespace atlas::widgets
