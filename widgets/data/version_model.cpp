#include "widgets/data/version_model.h"

#include "widgets/charts/format.h"

#include <algorithm>

namespace atlas::widgets {

namespace {

QString runNames(const storage::DataVersion &version)
{
    QStringList names;
    for (const std::string &run : version.runs) {
        names << QString::fromStdString(run);
    }
    return names.join(QStringLiteral(", "));
}

/// All of a row, as columns may be hidden or too narrow.
QString toolTip(const storage::DataVersion &version)
{
    QStringList lines{
        versionWords(version.ref),
        VersionModel::tr("Made by %1, %2").arg(QString::fromStdString(version.actor), format::dateTime(version.atUs))};
    if (!version.note.empty()) {
        lines << QString::fromStdString(version.note);
    }
    if (!version.runs.empty()) {
        lines << VersionModel::tr("Learned by %1").arg(runNames(version));
    }
    for (QString &line : lines) {
        line = line.toHtmlEscaped();
    }
    return QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

bool isNumber(int column)
{
    return column == VersionModel::Samples || column == VersionModel::Labelled;
}

}  // namespace

QString versionWords(const DataVersionRef &version)
{
    const QString key = QString::fromStdString(versionKey(version));
    return version.name.empty() ? key : QStringLiteral("%1 · %2").arg(key, QString::fromStdString(version.name));
}

void VersionModel::setVersions(std::vector<storage::DataVersion> versions)
{
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
}

int VersionModel::rowOf(std::int64_t id) const
{
    const auto found = std::ranges::find(m_versions, id, &storage::DataVersion::id);
    return found == m_versions.end() ? -1 : int(found - m_versions.begin());
}

int VersionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int VersionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant VersionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const storage::DataVersion &version = at(index.row());
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        return toolTip(version);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (index.column()) {
    case Version: return versionWords(version.ref);
    case When: return format::dateTime(version.atUs);
    case Who: return QString::fromStdString(version.actor);
    case Samples: return format::count(version.samples);
    case Labelled: return format::count(version.labelled);
    default: return runNames(version);
    }
}

QVariant VersionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Version: return tr("Version");
    case When: return tr("Made");
    case Who: return tr("By");
    case Samples: return tr("Samples");
    case Labelled: return tr("Labelled");
    default: return tr("Learned by");
    }
}

}  // namespace atlas::widgets
