#pragma once

#include "core/run_record.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace atlas::widgets {

/// All that a decision stood on and what came of it, in groups: side by side where there is room, else one below the
/// other. Each fact explains itself in a tooltip.
class DecisionInputs final : public QWidget {
    Q_OBJECT

public:
    explicit DecisionInputs(const DecisionRecord &decision, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int columns);

    struct Group {
        QWidget *widget = nullptr;
        int facts = 0;
    };

    QHBoxLayout *m_layout;
    std::vector<Group> m_groups;
    int m_columns = 0;
};

}  // namespace atlas::widgets
