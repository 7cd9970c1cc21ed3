#pragma once

#include "core/task.h"
#include "storage/task_builder.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimer;

namespace atlas::widgets {

class Session;

/// Makes a task of a dataset: name, of which samples, kind, metric, how they are parted; shows beforehand how many
/// samples of each class every part would have, and what would go wrong.
class TaskSheet final : public QWidget {
    Q_OBJECT

public:
    /// `filter`: the text in force on the page; where it filters, the task may be made of what it shows.
    TaskSheet(Session *session, const Dataset &dataset, const std::vector<storage::LabelClass> &classes,
              const QString &filter = {}, QWidget *parent = nullptr);

    void useFilter();  ///< chooses what the filter shows, where there is one

Q_SIGNALS:
    void cancelled();
    void made(const Task &task);

private:
    QWidget *makeForm();
    QWidget *makeButtons();
    void check();
    void make();
    void countSoon();
    void count();  ///< a dry run off this thread
    void showCounts(const storage::TaskDraft &draft);
    storage::TaskRequest request() const;
    storage::SampleFilter filter() const;

    QPointer<Session> m_session;
    Dataset m_dataset;
    std::vector<storage::LabelClass> m_classes;
    QLineEdit *m_name;
    QString m_filter;
    QComboBox *m_samples;
    QComboBox *m_kind;
    QComboBox *m_metric;
    QSpinBox *m_validation;
    QSpinBox *m_test;
    QSpinBox *m_seed;
    QLabel *m_counts;
    QLabel *m_checks;
    QLabel *m_error;
    QPushButton *m_make;
    QTimer *m_soon;
    std::int64_t m_used = 0;  ///< labelled samples it would be made of
    int m_dryRun = 0;         ///< number of the newest one: answers to older ones are out of date
    bool m_writing = false;
    std::optional<bool> m_possible;  ///< what the newest dry run said
};

}  // namespace atlas::widgets
