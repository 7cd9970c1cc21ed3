#pragma once

#include "widgets/data/label_keys.h"

#include <QObject>

namespace atlas::widgets {

/// Turns key presses on the widgets it is installed on into labels. Scoped to gallery, table and loupe, so that letters
/// typed into a field stay letters.
class LabelKeyFilter final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setKeys(const QStringList &keys) { m_keys = keys; }  ///< of each class
    const QStringList &keys() const { return m_keys; }

Q_SIGNALS:
    void classKey(int classIndex);
    void actionKey(atlas::widgets::LabelAction action);
    void loupeKey();
    void moveKey(int rows);      ///< A and D
    void acceptKey(bool other);  ///< Enter: what is offered; with Shift the other thing

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList m_keys;
};

}  // namespace atlas::widgets
