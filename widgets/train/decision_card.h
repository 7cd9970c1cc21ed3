#pragma once

#include "core/run_record.h"

#include <QFrame>

class QToolButton;

namespace atlas::widgets {

class DecisionInputs;

/// One decision to reuse or expand: the sentence, who decided where it was a person, and below them all that it stands
/// on, which can be folded away.
class DecisionCard final : public QFrame {
    Q_OBJECT

public:
    DecisionCard(const DecisionRecord &decision, const QString &task, QWidget *parent = nullptr);

    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);

private:
    DecisionInputs *m_inputs;
    QToolButton *m_fold;
    bool m_folded = false;
};

}  // namespace atlas::widgets
