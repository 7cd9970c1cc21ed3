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

QString labelKey(int classIndex)
{
    return classIndex >= 0 && classIndex < kKeys.size() ? QString(kKeys[classIndex]) : QString();
}

std::optional<int> classOfKey(const QKeyEvent &event, int classCount)
{
    if (!isPlain(event) || event.key() < Qt::Key_0 || event.key() > Qt::Key_Z) {
        return std::nullopt;
    }
    const auto index = kKeys.indexOf(QChar(event.key()));
    return index >= 0 && index < classCount ? std::optional(int(index)) : std::nullopt;
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
