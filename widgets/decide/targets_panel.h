#pragma once

#include "core/verdict.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace atlas::widgets {

class TargetsModel;
class TargetsTable;

/// Targets as a table that is edited in place, and two ways to begin that are never taken silently.
class TargetsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit TargetsPanel(QWidget *parent = nullptr);

    void setFigures(std::vector<TargetFigure> figures, const Targets &targets, RunStatus status);
    /// What this run and the one in production reached; empty = that cannot be proposed.
    void setProposals(const Targets &today, const Targets &production);
    void setEditable(bool editable);

    const Ruling &ruling() const;

Q_SIGNALS:
    void edited(const Targets &targets);

private:
    void propose(const Targets &proposal);
    void fit();

    TargetsModel *m_model;
    TargetsTable *m_table;
    QPushButton *m_today;
    QPushButton *m_production;
    QPushButton *m_clear;
    QCheckBox *m_drops;
    QLabel *m_note;
    Targets m_ofToday;
    Targets m_ofProduction;
    bool m_editable = true;
};

}  // namespace atlas::widgets
