#include "widgets/compare/saved_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace atlas::widgets {

std::string toJson(const TableView &view)
{
    QJsonObject json{{QStringLiteral("filter"), view.filter},
                     {QStringLiteral("grouped"), view.grouped},
                     {QStringLiteral("order"), QString::fromStdString(view.orderColumn)},
                     {QStringLiteral("descending"), view.order == Qt::DescendingOrder},
                     {QStringLiteral("pinned"), view.pinned}};
    if (view.columns) {
        QJsonArray columns;
        for (const std::string &id : *view.columns) {
            columns.append(QString::fromStdString(id));
        }
        json[QStringLiteral("columns")] = columns;
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

TableView viewFromJson(const std::string &json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    TableView view;
    view.filter = object[QStringLiteral("filter")].toString();
    view.grouped = object[QStringLiteral("grouped")].toBool();
    view.orderColumn = object[QStringLiteral("order")].toString().toStdString();
    view.order = object[QStringLiteral("descending")].toBool(true) ? Qt::DescendingOrder : Qt::AscendingOrder;
    view.pinned = object[QStringLiteral("pinned")].toString();
    if (const QJsonValue columns = object[QStringLiteral("columns")]; columns.isArray()) {
        view.columns.emplace();
        for (const QJsonValue &id : columns.toArray()) {
            view.columns->push_back(id.toString().toStdString());
        }
    }
    return view;
}

}  // namespace atlas::widgets
