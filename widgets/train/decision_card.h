#pragma once

#include "core/run_record.h"

#include <QFrame>

namespace atlas::widgets {

/// One decision to reuse or expand: the sentence, and below it what it stands on.
class DecisionCard : public QFrame {
    Q_OBJECT

public:
    DecisionCard(const DecisionRecord &decision, const QString &task, QWidget *parent = nullptr);
};

}  // namespace atlas::widgets
