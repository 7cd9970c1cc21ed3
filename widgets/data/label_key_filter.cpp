#include "widgets/data/label_key_filter.h"

#include <QKeyEvent>

namespace atlas::widgets {

bool LabelKeyFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return QObject::eventFilter(watched, event);
    }
    const auto &key = *static_cast<QKeyEvent *>(event);
    const std::optional<int> index = classOfKey(key, m_keys);
    const std::optional<LabelAction> action = actionOfKey(key);
    const bool plain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool move = plain && (key.key() == Qt::Key_A || key.key() == Qt::Key_D);
    const bool space = plain && key.key() == Qt::Key_Space;
    const bool accept = plain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
    if (!index && !action && !move && !accept && !(space && watched->objectName() != QStringLiteral("loupe"))) {
        return QObject::eventFilter(watched, event);
    }
    event->accept();
    if (event->type() == QEvent::ShortcutOverride) {
        return true;
    }
    if (index) {
        Q_EMIT classKey(*index);
    } else if (action) {
        Q_EMIT actionKey(*action);
    } else if (move) {
        Q_EMIT moveKey(key.key() == Qt::Key_D ? 1 : -1);
    } else if (accept) {
        Q_EMIT acceptKey(key.modifiers().testFlag(Qt::ShiftModifier));
    } else {
        Q_EMIT loupeKey();
    }
    return true;
}

}  // namespace atlas::widgets
