#include "widgets/frame/settings_menu.h"

#include "widgets/frame/language.h"

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
    addLanguages();
    addHelp();
}

theme::Mode SettingsMenu::savedMode()
{
    const int saved = QSettings().value(kModeKey, int(theme::Mode::System)).toInt();
    return saved == int(theme::Mode::Light) || saved == int(theme::Mode::Dark) ? theme::Mode(saved)
                                                                               : theme::Mode::System;
}

QAction *SettingsMenu::addChoice(QActionGroup *group, const QString &title, bool on)
{
    QAction *action = addAction(title);
    action->setCheckable(true);
    action->setChecked(on);
    action->setActionGroup(group);
    return action;
}

void SettingsMenu::addAppearance()
{
    addSection(tr("Appearance"));
    auto *group = new QActionGroup(this);
    const std::array<std::pair<theme::Mode, QString>, 3> modes{{{theme::Mode::System, tr("As the system")},
                                                                {theme::Mode::Light, tr("Light")},
                                                                {theme::Mode::Dark, tr("Dark")}}};
    for (const auto &[mode, title] : modes) {
        connect(addChoice(group, title, theme::mode() == mode), &QAction::triggered, this, [chosen = mode] {
            QSettings().setValue(kModeKey, int(chosen));
            theme::apply(*qApp, chosen);
        });
    }
}

void SettingsMenu::addLanguages()
{
    addSection(tr("Language"));
    auto *group = new QActionGroup(this);
    const QString saved = language::saved();
    const auto add = [&](const QString &title, const QString &code) {
        QAction *action = addChoice(group, title, saved == code);
        action->setObjectName(QStringLiteral("language.") + (code.isEmpty() ? QStringLiteral("system") : code));
        connect(action, &QAction::triggered, this, [code] {
            language::save(code);
            language::apply(code);
        });
    };
    add(tr("As the system"), {});
    for (const language::Entry &entry : language::all()) {
        add(QString::fromUtf8(entry.name), QLatin1String(entry.code));
    }
}

void SettingsMenu::addHelp()
{
    addSection(tr("Help"));
    addAction(tr("Keys of this page"), this, &SettingsMenu::keysWanted);
    addAction(tr("Glossary"), this, &SettingsMenu::glossaryWanted)->setObjectName(QStringLiteral("helpGlossary"));
    addAction(tr("Take the tour"), this, &SettingsMenu::tourWanted)->setObjectName(QStringLiteral("helpTour"));
    addSeparator();
    addAction(tr("About Atlas Workbench"), this, &SettingsMenu::aboutWanted);
}

}  // namespace atlas::widgets
