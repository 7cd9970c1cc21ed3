#pragma once

#include "core/run_record.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace atlas::widgets {

class DecisionCard;

/// The decisions of a run as cards under a title. Cards of decisions that did not change stay, folded or not as the
/// person left them.
class DecisionList final : public QWidget {
    Q_OBJECT

public:
    enum class Order {
        NewestFirst,  ///< all but the newest begin folded
        AsLearned,
    };

    /// `nothing` stands there while there is no decision.
    DecisionList(Order order, const QString &nothing, QWidget *parent = nullptr);

    /// `tasks`: names in learning order.
    void setDecisions(const std::vector<DecisionRecord> &decisions, const QStringList &tasks);

private:
    struct Shown {
        DecisionRecord decision;
        QString task;
        DecisionCard *card = nullptr;
    };

    Shown cardOf(const DecisionRecord &decision, const QString &task, bool newest);

    Order m_order;
    QLabel *m_nothing;
    QVBoxLayout *m_cards;
    std::map<int, Shown> m_shown;  ///< by place of the task
};

}  // namespace atlas::widgets
