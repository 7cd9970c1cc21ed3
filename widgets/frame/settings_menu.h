#pragma once

#include "widgets/frame/theme.h"

#include <QMenu>

namespace atlas::widgets {

/// The menu behind the rail's settings: appearance, keys, what this program is.
class SettingsMenu final : public QMenu {
    Q_OBJECT

public:
    explicit SettingsMenu(QWidget *parent = nullptr);

    /// What the person chose before; System when nothing was.
    static theme::Mode savedMode();

Q_SIGNALS:
    void keysWanted();
    void aboutWanted();

private:
    void addAppearance();
};

}  // namespace atlas::widgets
