#pragma once

#include "core/verdict.h"

#include <QAbstractTableModel>

#include <optional>

namespace atlas::widgets {

/// What can be asked of a model, and what was measured: a row per task, then the whole model, then (where wanted) the
/// drop of each task. The figure asked for is edited in place; an empty one takes the target away.
class TargetsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Asked, Measured, Result, Reason, Certainty, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFigures(std::vector<TargetFigure> figures, const Targets &targets, RunStatus status);
    void setTargets(const Targets &targets);  ///< judges them anew
    void setEditable(bool editable) { m_editable = editable; }
    void showDrops(bool shown);  ///< the drop of each task; those that are asked are always shown

    const Targets &targets() const { return m_targets; }
    const Ruling &ruling() const { return m_ruling; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void edited(const Targets &targets);  ///< a person asked for something else
    void refused(const QString &why);     ///< what was typed is no such figure

private:
    void arrange();
    const Check *checkOf(const TargetFigure &figure) const;
    QVariant text(const TargetFigure &figure, int column) const;

    std::vector<TargetFigure> m_figures;
    std::vector<std::size_t> m_rows;  ///< places in m_figures, as shown
    Targets m_targets;
    Ruling m_ruling;
    RunStatus m_status = RunStatus::Finished;
    bool m_editable = true;
    bool m_drops = false;
};

}  // namespace atlas::widgets
