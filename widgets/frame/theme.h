#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

class QAbstractButton;
class QApplication;
class QFrame;
class QLabel;
class QScrollArea;
class QWidget;

/// The look of the window in one place: sizes, colours by role, fonts, icons. Pages use these names and never a
/// colour, a size or a font of their own.
namespace atlas::widgets::theme {

// Sizes in device-independent pixels (an 8 px grid).
inline constexpr int kGap = 8;        ///< inside a group
inline constexpr int kMargin = 16;    ///< around a page or card
inline constexpr int kGroupGap = 24;  ///< between groups
inline constexpr int kControlHeight = 32;
inline constexpr int kRowHeight = 28;  ///< table rows
inline constexpr int kRailWidth = 72;
inline constexpr int kInspectorWidth = 304;
inline constexpr int kRadius = 6;
inline constexpr int kIconSize = 16;

enum class Mode { System, Light, Dark };

/// What a colour means. Never the only sign: an icon, a word or a marker stands beside it.
enum class Role { Accent, Good, Caution, Bad, Neutral };

/// Sets style, palette, fonts, icon theme and style sheet. May be called again to change the mode.
void apply(QApplication &application, Mode mode);
Mode mode();
bool isDark();

QColor color(Role role);      ///< fills, lines, markers
QColor textColor(Role role);  ///< the same meaning as text: 4.5:1 on surfaces of both themes
QColor tint(Role role);       ///< background of a banner or chip
QColor surface();             ///< cards, tables, fields
QColor background();          ///< behind the cards
QColor text();
QColor secondaryText();
QColor border();

/// Colour number `index` of the Okabe-Ito palette, for classes and lines; goes round after eight.
QColor categorical(int index);

QFont pageFont();       ///< 20 px semibold
QFont groupFont();      ///< 14 px semibold
QFont bodyFont();       ///< 10 pt
QFont captionFont();    ///< 9 pt
QFont monospaceFont();  ///< hashes, paths

/// Breeze's icon of that name from the desktop, or ours from resources/icons; drawn in the text's colour.
QIcon icon(const QString &name);
QIcon icon(const QString &name, const QColor &colour);

QLabel *pageTitle(const QString &text, QWidget *parent = nullptr);
QLabel *groupTitle(const QString &text, QWidget *parent = nullptr);
QLabel *bodyText(const QString &text, QWidget *parent = nullptr);  ///< wraps; plain text
QLabel *caption(const QString &text, QWidget *parent = nullptr);   ///< secondary colour, wraps; plain text

/// A white surface with a hairline border and rounded corners.
QFrame *card(QWidget *parent = nullptr);
void makeCard(QWidget *widget);
QFrame *separator(QWidget *parent = nullptr);
/// Scrolls up and down, without frame and ground of its own. Takes the content.
QScrollArea *scrolled(QWidget *content, QWidget *parent);

void makePrimary(QAbstractButton *button);               ///< the one next step of a page or sheet
void setPrimary(QAbstractButton *button, bool primary);  ///< where it depends which of two is the next step
void makeQuiet(QAbstractButton *button);                 ///< no frame until hovered
void makeDestructive(QAbstractButton *button);           ///< deletes what cannot be brought back
/// A quiet button of an icon alone: accessible name and tooltip are `what`, with the key when there is one.
void makeIconButton(QAbstractButton *button, const QString &iconName, const QString &what, const QString &key = {});

/// Reads the style sheet again after a property that it selects by has changed.
void repolish(QWidget *widget);

}  // namespace atlas::widgets::theme
