#include "widgets/data/label_keys.h"

#include <QKeyEvent>

namespace atlas::widgets {

namespace {

const QString kKeys = QStringLiteral("123456789CEGHIJKLMOPQRSTWXYZ");

bool isPlain(const QKeyEvent &event)
{
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

}  // namespace

QStringList labelKeys(const std::vector<storage::LabelClass> &classes)
{
    QStringList keys;
    QString free = kKeys;
    for (const storage::LabelClass &one : classes) {
        keys << QString::fromStdString(one.key);
        if (!one.key.empty()) {
            free.remove(keys.last());
        }
    }
    for (QString &key : keys) {
        if (key.isEmpty() && !free.isEmpty()) {
            key = free.front();
            free.remove(0, 1);
        }
    }
    return keys;
}

QString assignableKeys()
{
    return QLatin1Char('0') + kKeys;
}

std::optional<int> classOfKey(const QKeyEvent &event, const QStringList &keys)
{
    if (!isPlain(event) || event.key() < Qt::Key_0 || event.key() > Qt::Key_Z) {
        return std::nullopt;
    }
    const auto index = keys.indexOf(QString(QChar(event.key())));
    return index >= 0 ? std::optional(int(index)) : std::nullopt;
}

std::optional<LabelAction> actionOfKey(const QKeyEvent &event)
{
    if (!isPlain(event)) {
        return std::nullopt;
    }
    switch (event.key()) {
    case Qt::Key_0: return LabelAction::Skip;
    case Qt::Key_U: return LabelAction::Unlabel;
    case Qt::Key_V: return LabelAction::Verify;
    case Qt::Key_F: return LabelAction::Dispute;
    case Qt::Key_N: return LabelAction::Note;
    default: return std::nullopt;
    }
}

}  // namespace atlas::widgets
