#pragma once

#include "storage/versions/data_versions.h"

#include <QAbstractTableModel>

namespace atlas::widgets {

/// "v3", with its name "v3 · before cleaning".
QString versionWords(const DataVersionRef &version);

/// The versions of a dataset as a table, newest first.
class VersionModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Version, When, Who, Samples, Labelled, Runs, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setVersions(std::vector<storage::DataVersion> versions);
    const storage::DataVersion &at(int row) const { return m_versions[std::size_t(row)]; }
    const std::vector<storage::DataVersion> &versions() const { return m_versions; }
    int rowOf(std::int64_t id) const;  ///< -1 = it is not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<storage::DataVersion> m_versions;
};

}  // namespace atlas::widgets
