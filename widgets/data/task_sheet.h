#pragma once

#include "core/task.h"
#include "storage/task_store.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace atlas::widgets {

class Session;

/// Makes a task of a dataset: name, kind, metric, how the samples are parted; says beforehand what would go wrong.
class TaskSheet final : public QWidget {
    Q_OBJECT

public:
    TaskSheet(Session *session, const Dataset &dataset, const std::vector<storage::LabelClass> &classes,
              QWidget *parent = nullptr);

Q_SIGNALS:
    void cancelled();
    void made(const Task &task);

private:
    QWidget *makeForm();
    QWidget *makeButtons();
    void check();
    void make();
    storage::TaskRequest request() const;

    QPointer<Session> m_session;
    Dataset m_dataset;
    std::vector<storage::LabelClass> m_classes;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QComboBox *m_metric;
    QSpinBox *m_validation;
    QSpinBox *m_test;
    QSpinBox *m_seed;
    QLabel *m_checks;
    QLabel *m_error;
    QPushButton *m_make;
};

}  // namespace atlas::widgets
