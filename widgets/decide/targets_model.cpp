#include "widgets/decide/targets_model.h"

#include "widgets/charts/format.h"
#include "widgets/decide/decide_words.h"
#include "widgets/frame/glossary.h"

#include <algorithm>
#include <utility>

namespace atlas::widgets {

namespace {

/// The lower end of an interval, whose unit stands at the upper one where that is percent or points.
QString targetBound(const TargetKind &kind, double value)
{
    const bool share = kind.unit == MeasureUnit::Share || kind.unit == MeasureUnit::Points;
    return share ? format::percentNumber(value) : targetAmount(kind, value);
}

/// Of one task, but not its score: only shown where somebody wants it.
bool isExtra(const TargetFigure &figure)
{
    return !figure.task.empty() && figure.kind != "minimum";
}

}  // namespace

void TargetsModel::setFigures(std::vector<TargetFigure> figures, const Targets &targets, RunStatus status)
{
    beginResetModel();
    m_figures = std::move(figures);
    m_targets = targets;
    for (const Target &target : targets) {  // asked of a task that this run does not have
        const auto same = [&](const TargetFigure &figure) {
            return figure.kind == target.kind && figure.task == target.task;
        };
        if (std::ranges::none_of(m_figures, same)) {
            m_figures.push_back({target.kind, target.task, {.lack = Lack::NotInRun}});
        }
    }
    m_status = status;
    arrange();
    endResetModel();
}

void TargetsModel::setTargets(const Targets &targets)
{
    beginResetModel();
    m_targets = targets;
    arrange();
    endResetModel();
}

void TargetsModel::showDrops(bool shown)
{
    beginResetModel();
    m_drops = shown;
    arrange();
    endResetModel();
}

void TargetsModel::arrange()
{
    std::vector<Check> checks;
    for (const TargetFigure &figure : m_figures) {
        if (const Target *target = findTarget(m_targets, figure.kind, figure.task)) {
            checks.push_back(hold(*target, figure.measured));
        }
    }
    m_ruling = judge(std::move(checks), m_status);
    m_rows.clear();
    addGroup(tr("Whole model"), {});
    for (const TargetKind &kind : targetKinds()) {
        if (kind.perTask) {
            addGroup(tr("%1, for each task").arg(targetTitle(kind)), kind.name);
        }
    }
}

void TargetsModel::addGroup(const QString &head, const std::string &kind)
{
    bool any = false;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const TargetFigure &figure = m_figures[i];
        const bool belongs = kind.empty() ? figure.task.empty() : figure.kind == kind;
        if (belongs && (m_drops || !isExtra(figure) || findTarget(m_targets, figure.kind, figure.task) != nullptr)) {
            if (!std::exchange(any, true)) {
                m_rows.push_back({.head = head});
            }
            m_rows.push_back({.figure = i});
        }
    }
}

bool TargetsModel::isHead(int row) const
{
    return !m_rows[std::size_t(row)].head.isEmpty();
}

bool TargetsModel::hasContent(int column) const
{
    return std::ranges::any_of(
        m_rows, [&](const Row &row) { return row.head.isEmpty() && !text(m_figures[row.figure], column).isEmpty(); });
}

const Check *TargetsModel::checkOf(const TargetFigure &figure) const
{
    const auto found = std::ranges::find_if(m_ruling.checks, [&](const Check &check) {
        return check.target.kind == figure.kind && check.target.task == figure.task;
    });
    return found == m_ruling.checks.end() ? nullptr : &*found;
}

int TargetsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TargetsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TargetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Asked || section == Measured ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    const QString titles[] = {tr("Target"), tr("Asked"), tr("Measured"), tr("Result"), tr("Why"), tr("95 % interval")};
    const QString help[] = {tr("What is asked, and of which task"),
                            tr("Type a figure; leave it empty to ask nothing"),
                            tr("What the run came to on the test samples"),
                            tr("Whether the figure reaches what is asked"),
                            tr("By how much, and whether chance could explain it"),
                            tr("Where the figure could lie with other test samples, and how many there were")};
    return role == Qt::DisplayRole   ? QVariant(titles[section])
           : role == Qt::ToolTipRole ? QVariant(help[section])
                                     : QVariant();
}

QString TargetsModel::text(const TargetFigure &figure, int column) const
{
    const TargetKind &kind = targetKind(figure.kind);
    const Check *check = checkOf(figure);
    switch (column) {
    case What: return figure.task.empty() ? targetTitle(kind) : QString::fromStdString(figure.task);
    case Asked: return check != nullptr ? targetAmount(kind, check->target.asked) : tr("not asked");
    case Measured: return figure.measured.value ? targetAmount(kind, *figure.measured.value) : tr("not known");
    case Certainty: {
        const QString n = format::count(figure.measured.n);
        if (figure.measured.interval) {
            return tr("%1 to %2, n = %3")
                .arg(targetBound(kind, figure.measured.interval->low),
                     targetAmount(kind, figure.measured.interval->high), n);
        }
        return figure.measured.n > 0 ? tr("n = %1").arg(n) : QString();
    }
    case Result: return check != nullptr ? outcomeWord(check->outcome) : QString();
    case Reason:
        if (check != nullptr) {
            return checkReason(*check);
        }
        return figure.measured.value ? QString() : lackWords(figure.measured.lack);
    default: return {};
    }
}

QVariant TargetsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    return row.head.isEmpty() ? figureData(m_figures[row.figure], index.column(), role)
                              : headData(row.head, index.column(), role);
}

QVariant TargetsModel::headData(const QString &head, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return column == What ? head : QString();
    case Qt::FontRole: return theme::groupFont();
    case Qt::BackgroundRole: return theme::surface();
    default: return {};
    }
}

QVariant TargetsModel::figureData(const TargetFigure &figure, int column, int role) const
{
    const TargetKind &kind = targetKind(figure.kind);
    const Check *check = checkOf(figure);
    switch (role) {
    case Qt::DisplayRole: return text(figure, column);
    case Qt::AccessibleTextRole: return column == What ? targetName({figure.kind, figure.task}) : text(figure, column);
    case Qt::EditRole:
        return column == Asked && check != nullptr ? typedAmount(kind, check->target.asked)
               : column == Asked                   ? QVariant(QString())
                                                   : text(figure, column);
    case Qt::TextAlignmentRole:
        return int((column == Asked || column == Measured ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column == Asked && check == nullptr) {
            return theme::secondaryText();
        }
        return column == Result && check != nullptr ? QVariant(theme::textColor(outcomeRole(check->outcome)))
                                                    : QVariant();
    case Qt::DecorationRole:
        return column == Result && check != nullptr
                   ? QVariant(theme::icon(outcomeIcon(check->outcome), theme::textColor(outcomeRole(check->outcome))))
                   : QVariant();
    case Qt::ToolTipRole:
        return column == What ? withTerm(targetHelp(kind), QString::fromStdString(kind.name))
               : column == Asked
                   ? tr("In %1. Double-click or press F2 to change it; empty asks nothing.").arg(typedUnit(kind))
                   : text(figure, column);
    default: return {};
    }
}

Qt::ItemFlags TargetsModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && isHead(index.row())) {
        return Qt::ItemIsEnabled;  // the arrow keys go past it
    }
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Asked && m_editable ? flags | Qt::ItemIsEditable : flags;
}

bool TargetsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Asked || !m_editable || isHead(index.row())) {
        return false;
    }
    const TargetFigure figure = m_figures[m_rows[std::size_t(index.row())].figure];
    const TargetKind &kind = targetKind(figure.kind);
    const QString typed = value.toString().trimmed();
    std::optional<double> asked;
    if (!typed.isEmpty()) {
        asked = parseAmount(kind, typed);
        if (!asked) {
            Q_EMIT refused(tr("“%1” is no figure in %2. Nothing was changed.").arg(typed, typedUnit(kind)));
            return false;
        }
    }
    Targets targets = m_targets;
    setTarget(targets, figure.kind, figure.task, asked);
    if (targets != m_targets) {
        // A drop that is asked no more is not shown any more either.
        const bool leaves = !asked && !m_drops && isExtra(figure);
        if (leaves) {
            beginResetModel();
        }
        m_targets = targets;
        arrange();
        if (leaves) {
            endResetModel();
        } else {
            Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1));
        }
        Q_EMIT edited(m_targets);
    }
    return true;
}

}  // namespace atlas::widgets
