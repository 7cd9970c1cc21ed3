#pragma once

#include "core/run_record.h"
#include "core/task.h"
#include "engine/api/engine.h"

#include <QStringList>
#include <QVariantMap>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace atlas::widgets {

class SettingsForm;

/// What is to be trained: sequence, strategies times seeds, backbone, budget, samples a task, everything else under
/// Advanced. One run is queued for each strategy and seed.
class TrainForm : public QWidget {
    Q_OBJECT

public:
    explicit TrainForm(QWidget *parent = nullptr);

    void setSequences(const std::vector<TaskSequence> &sequences);
    void setSequence(const QString &name);
    void setStrategies(const std::vector<engine::StrategyInfo> &strategies);
    void setEngine(const QString &words);  ///< what the engine runs on, or that it is being loaded
    void setBackbones(const QStringList &names);

    /// The runs that Train would queue; empty while something is missing.
    std::vector<RunSpec> specs() const;
    void setReadOnly(bool readOnly);
    /// What was chosen and typed, for a form that takes this one's place; taken over as far as it is on offer there.
    bool isReady() const { return !m_strategies.empty(); }
    QVariantMap choices() const;
    void setChoices(const QVariantMap &choices);
    TaskSequence sequence() const;              ///< that is chosen; without a name = none
    void setCautions(const QString &cautions);  ///< what to know of it before training; empty = nothing

Q_SIGNALS:
    void train(const std::vector<RunSpec> &specs);
    void sequenceChosen();

private:
    QWidget *makeBudgets();
    void takeStrategies();
    void takeBudget(int index);
    void refresh();
    QString whatIsMissing() const;
    std::vector<const engine::StrategyInfo *> chosen() const;

    std::vector<engine::StrategyInfo> m_strategies;
    std::vector<TaskSequence> m_sequences;
    bool m_readOnly = false;
    QScrollArea *m_scroll;  ///< of the fields
    QComboBox *m_sequence;
    QWidget *m_strategyArea;
    QVBoxLayout *m_strategyLayout;
    std::vector<QCheckBox *> m_strategyBoxes;  ///< one for each of m_strategies
    QSpinBox *m_seeds;
    QComboBox *m_backbone;
    QButtonGroup *m_budgets;
    QSpinBox *m_maxTrain;
    SettingsForm *m_settings;
    QLabel *m_facts;
    QLabel *m_cautions;
    QLabel *m_engine;
    QPushButton *m_train;
};

}  // namespace atlas::widgets
