#include "widgets/frame/theme.h"

#include "widgets/frame/theme_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QStandardPaths>
#include <QStyleFactory>

#include <array>

namespace atlas::widgets::theme {

namespace {

struct Look {
    QColor background, surface, raised, text, secondary, disabled, border;
};

const Look kLightLook{QColor(0xf6, 0xf7, 0xf9), QColor(0xff, 0xff, 0xff), QColor(0xff, 0xff, 0xff),
                      QColor(0x1b, 0x1f, 0x24), QColor(0x5a, 0x63, 0x70), QColor(0xa3, 0xaa, 0xb4),
                      QColor(0xe1, 0xe4, 0xe9)};
const Look kDarkLook{QColor(0x16, 0x18, 0x1c), QColor(0x1e, 0x21, 0x26), QColor(0x2a, 0x2e, 0x35),
                     QColor(0xe8, 0xea, 0xed), QColor(0xa3, 0xab, 0xb6), QColor(0x66, 0x6d, 0x78),
                     QColor(0x34, 0x39, 0x42)};

const QColor kAccent(0x00, 0x72, 0xb2);
const QColor kAccentOnDark(0x56, 0xb4, 0xe9);

struct State {
    Mode mode = Mode::System;
    bool dark = false;
    bool systemDark = false;
    bool started = false;
    QFont font;
};

State &state()
{
    static State instance;
    return instance;
}

const Look &look()
{
    return state().dark ? kDarkLook : kLightLook;
}

QPalette makePalette()
{
    const Look &l = look();
    QPalette palette;
    palette.setColor(QPalette::Window, l.background);
    palette.setColor(QPalette::WindowText, l.text);
    palette.setColor(QPalette::Base, l.surface);
    palette.setColor(QPalette::AlternateBase, state().dark ? l.surface.lighter(112) : QColor(0xfa, 0xfb, 0xfc));
    palette.setColor(QPalette::Text, l.text);
    palette.setColor(QPalette::Button, l.raised);
    palette.setColor(QPalette::ButtonText, l.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, l.raised);
    palette.setColor(QPalette::ToolTipText, l.text);
    palette.setColor(QPalette::PlaceholderText, l.secondary);
    palette.setColor(QPalette::Highlight, kAccent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, textColor(Role::Accent));
    palette.setColor(QPalette::Light, l.surface.lighter(110));
    palette.setColor(QPalette::Midlight, l.border);
    palette.setColor(QPalette::Mid, l.border);
    palette.setColor(QPalette::Dark, l.secondary);
    palette.setColor(QPalette::Shadow, state().dark ? Qt::black : QColor(0x80, 0x86, 0x90));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, l.disabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, l.border);
    return palette;
}

/// The desktop's font. Where fontconfig knows of none it answers with its last resort, DejaVu; then the Latin letters
/// of Noto Sans CJK are nicer and match the Japanese ones.
QFont chooseFont(const QFont &system)
{
    static const QString kLastResort = QStringLiteral("DejaVu Sans");
    QFont font = system;
    const QString family = QFontInfo(system).family();
    if (family == kLastResort || family.isEmpty()) {
        QStringList families;
        for (const char *name : {"Inter", "Noto Sans", "Noto Sans CJK JP"}) {
            if (QFontDatabase::families().contains(QLatin1String(name))) {
                families << QLatin1String(name);
            }
        }
        families << kLastResort;
        font.setFamilies(families);
    }
    font.setPointSizeF(10);
    font.setStyleHint(QFont::SansSerif);
    return font;
}

/// Platforms without a desktop theme (offscreen, minimal window managers) do not look where Breeze is installed.
void findIconThemes()
{
    QStringList places = QIcon::themeSearchPaths();
    for (const QString &place : QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("icons"),
                                                          QStandardPaths::LocateDirectory)) {
        if (!places.contains(place)) {
            places << place;
        }
    }
    QIcon::setThemeSearchPaths(places);
}

QFont pixelFont(int pixels)
{
    QFont font = state().font;
    font.setPixelSize(pixels);
    font.setWeight(QFont::DemiBold);
    return font;
}

}  // namespace

void apply(QApplication &application, Mode mode)
{
    State &s = state();
    if (!s.started) {
        s.started = true;
        s.systemDark = application.palette().color(QPalette::Window).lightness() < 128;
        s.font = chooseFont(application.font());
        findIconThemes();
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    }
    s.mode = mode;
    s.dark = mode == Mode::Dark || (mode == Mode::System && s.systemDark);
    QIcon::setThemeName(s.dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    application.setFont(s.font);
    application.setPalette(makePalette());
    application.setStyleSheet(styleSheet());
}

Mode mode()
{
    return state().mode;
}

bool isDark()
{
    return state().dark;
}

QColor color(Role role)
{
    switch (role) {
    case Role::Accent: return state().dark ? QColor(0x2b, 0x8f, 0xcb) : kAccent;
    case Role::Good: return QColor(0x00, 0x9e, 0x73);
    case Role::Caution: return QColor(0xe6, 0x9f, 0x00);
    case Role::Bad: return QColor(0xd5, 0x5e, 0x00);
    case Role::Neutral: break;
    }
    return look().secondary;
}

QColor textColor(Role role)
{
    const bool dark = state().dark;
    switch (role) {
    case Role::Accent: return dark ? kAccentOnDark : QColor(0x00, 0x66, 0xa0);
    case Role::Good: return dark ? QColor(0x3c, 0xc9, 0xa0) : QColor(0x00, 0x70, 0x52);
    case Role::Caution: return dark ? QColor(0xf2, 0xb8, 0x3a) : QColor(0x85, 0x5a, 0x00);
    case Role::Bad: return dark ? QColor(0xff, 0x9a, 0x5c) : QColor(0xad, 0x45, 0x00);
    case Role::Neutral: break;
    }
    return look().secondary;
}

QColor tint(Role role)
{
    const QColor over = role == Role::Neutral ? look().secondary : color(role);
    const QColor under = look().surface;
    const double share = state().dark ? 0.20 : 0.11;
    return QColor::fromRgbF(float(over.redF() * share + under.redF() * (1 - share)),
                            float(over.greenF() * share + under.greenF() * (1 - share)),
                            float(over.blueF() * share + under.blueF() * (1 - share)));
}

QColor surface()
{
    return look().surface;
}

QColor background()
{
    return look().background;
}

QColor text()
{
    return look().text;
}

QColor secondaryText()
{
    return look().secondary;
}

QColor border()
{
    return look().border;
}

QColor categorical(int index)
{
    static const std::array<QColor, 8> kOkabeIto{
        QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x9e, 0x73), QColor(0xcc, 0x79, 0xa7),
        QColor(0xe6, 0x9f, 0x00), QColor(0x56, 0xb4, 0xe9), QColor(0xf0, 0xe4, 0x42), QColor(0x7f, 0x7f, 0x7f)};
    return kOkabeIto[std::size_t(index < 0 ? 7 : index % 8)];
}

QFont pageFont()
{
    return pixelFont(20);
}

QFont groupFont()
{
    return pixelFont(14);
}

QFont bodyFont()
{
    return state().font;
}

QFont captionFont()
{
    QFont font = state().font;
    font.setPointSizeF(9);
    return font;
}

QFont monospaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(9);
    return font;
}

}  // namespace atlas::widgets::theme
