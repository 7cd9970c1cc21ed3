#pragma once

#include "storage/decide/update_policy.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace atlas::widgets {

/// When the model is to be trained again, and who decides: kept with the project.
class PolicySheet final : public QWidget {
    Q_OBJECT

public:
    PolicySheet(const storage::UpdatePolicy &policy, bool editable, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted(const storage::UpdatePolicy &policy);

private:
    void read();

    storage::UpdatePolicy m_policy;
    QLineEdit *m_samples;
    QLineEdit *m_days;
    QLineEdit *m_below;
    QLineEdit *m_decides;
    QCheckBox *m_second;
    QPlainTextEdit *m_note;
    QLabel *m_problem;
    QPushButton *m_keep;
};

}  // namespace atlas::widgets
