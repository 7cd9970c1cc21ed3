#pragma once

#include "widgets/frame/theme.h"

#include <QMenu>

class QActionGroup;

namespace atlas::widgets {

/// The menu behind the rail's settings: appearance, language, and help (keys, glossary, tour, what this program is).
class SettingsMenu final : public QMenu {
    Q_OBJECT

public:
    explicit SettingsMenu(QWidget *parent = nullptr);

    /// What the person chose before; System when nothing was.
    static theme::Mode savedMode();

Q_SIGNALS:
    void keysWanted();
    void glossaryWanted();
    void tourWanted();
    void aboutWanted();

private:
    void addAppearance();
    void addLanguages();
    void addHelp();
    /// One of several of which one is on.
    QAction *addChoice(QActionGroup *group, const QString &title, bool on);
};

}  // namespace atlas::widgets
