#include "widgets/frame/settings_menu.h"

#include <QActionGroup>
#include <QApplication>
#include <QSettings>

#include <array>

namespace atlas::widgets {

namespace {
const QString kModeKey = QStringLiteral("frame/appearance");
}

SettingsMenu::SettingsMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("settingsMenu"));
    addAppearance();
    addSeparator();
    addAction(tr("Keys of this page"), this, &SettingsMenu::keysWanted);
    addAction(tr("About Atlas Workbench"), this, &SettingsMenu::aboutWanted);
}

theme::Mode SettingsMenu::savedMode()
{
    const int saved = QSettings().value(kModeKey, int(theme::Mode::System)).toInt();
    return saved == int(theme::Mode::Light) || saved == int(theme::Mode::Dark) ? theme::Mode(saved)
                                                                               : theme::Mode::System;
}

void SettingsMenu::addAppearance()
{
    addSection(tr("Appearance"));
    auto *group = new QActionGroup(this);
    const std::array<std::pair<theme::Mode, QString>, 3> modes{{{theme::Mode::System, tr("As the system")},
                                                                {theme::Mode::Light, tr("Light")},
                                                                {theme::Mode::Dark, tr("Dark")}}};
    for (const auto &[mode, title] : modes) {
        QAction *action = addAction(title);
        action->setCheckable(true);
        action->setChecked(theme::mode() == mode);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [chosen = mode] {
            QSettings().setValue(kModeKey, int(chosen));
            theme::apply(*qApp, chosen);
        });
    }
}

}  // namespace atlas::widgets
