#pragma once

#include "core/verdict.h"

#include <QAbstractTableModel>

#include <optional>

namespace atlas::widgets {

/// What can be asked of a model, and what was measured, in groups with a row for a head: the whole model, then the
/// score of each task, then (where wanted) its drop. The figure asked for is edited in place; an empty one takes the
/// target away.
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

    bool isHead(int row) const;         ///< the title of a group
    bool hasContent(int column) const;  ///< at least one target has something there

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
    struct Row {
        QString head = {};       ///< title of a group; empty = a target
        std::size_t figure = 0;  ///< place in m_figures
    };

    void arrange();
    void addGroup(const QString &head, const std::string &kind);
    const Check *checkOf(const TargetFigure &figure) const;
    QString text(const TargetFigure &figure, int column) const;
    QVariant headData(const QString &head, int column, int role) const;
    QVariant figureData(const TargetFigure &figure, int column, int role) const;

    std::vector<TargetFigure> m_figures;
    std::vector<Row> m_rows;
    Targets m_targets;
    Ruling m_ruling;
    RunStatus m_status = RunStatus::Finished;
    bool m_editable = true;
    bool m_drops = false;
};

}  // namespace atlas::widgets
