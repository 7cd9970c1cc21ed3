#include "widgets/data/class_model.h"

#include "widgets/charts/format.h"
#include "widgets/data/label_keys.h"
#include "widgets/data/sample_columns.h"

#include <QPainter>
#include <QPixmap>

namespace atlas::widgets {

namespace {

constexpr int kDot = 12;

QPixmap dot(const QColor &colour)
{
    QPixmap picture(kDot, kDot);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(1, 1, kDot - 2, kDot - 2));
    return picture;
}

}  // namespace

ClassModel::ClassModel(const ClassColours *colours, QObject *parent) : QAbstractTableModel(parent), m_colours(colours)
{
}

void ClassModel::setClasses(const Dataset &dataset, const std::vector<storage::LabelClass> &classes, bool writable)
{
    beginResetModel();
    m_classes = classes;
    m_keys = labelKeys(classes);
    m_kind = dataset.kind;
    m_writable = writable;
    endResetModel();
}

int ClassModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_classes.size());
}

int ClassModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant ClassModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const storage::LabelClass &one = at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == Count) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::DecorationRole && index.column() == Name) {
        return dot(m_colours->of(one.name));
    }
    if (role == Qt::EditRole && index.column() == Name) {
        return QString::fromStdString(one.name);
    }
    if (role == Qt::EditRole && index.column() == Key) {
        return m_keys[index.row()];
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (index.column()) {
    case Name: return labelTitle(taskKind(m_kind), one.name);
    case Key: return m_keys[index.row()];
    default: return format::count(one.count);
    }
}

QVariant ClassModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return int((section == Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Name: return tr("Class");
    case Key: return tr("Key");
    default: return tr("Samples");
    }
}

Qt::ItemFlags ClassModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_writable && index.isValid() && index.column() != Count ? flags | Qt::ItemIsEditable : flags;
}

bool ClassModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid()) {
        return false;
    }
    const storage::LabelClass &one = at(index.row());
    const QString text = value.toString().trimmed();
    if (index.column() == Name && !text.isEmpty() && text != QString::fromStdString(one.name)) {
        Q_EMIT renameWanted(one.id, text);
    }
    if (index.column() == Key && text.toUpper() != m_keys[index.row()]) {
        Q_EMIT keyWanted(one.id, text.toUpper());
    }
    return false;  // the row changes when the step is stored
}

}  // namespace atlas::widgets
