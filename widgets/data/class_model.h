#pragma once

#include "core/task.h"
#include "storage/records.h"
#include "widgets/data/class_colours.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace atlas::widgets {

/// The classes of a dataset as a table: name and key can be edited, which asks for a step and waits for what becomes of
/// it.
class ClassModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Key, Count, Columns };

    explicit ClassModel(const ClassColours *colours, QObject *parent = nullptr);

    void setClasses(const Dataset &dataset, const std::vector<storage::LabelClass> &classes, bool writable);
    const storage::LabelClass &at(int row) const { return m_classes[std::size_t(row)]; }
    const std::vector<storage::LabelClass> &classes() const { return m_classes; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void renameWanted(qint64 id, const QString &name);
    void keyWanted(qint64 id, const QString &key);  ///< empty = by position

private:
    const ClassColours *m_colours;
    std::vector<storage::LabelClass> m_classes;
    QStringList m_keys;
    std::string m_kind;
    bool m_writable = false;
};

}  // namespace atlas::widgets
