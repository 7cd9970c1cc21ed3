#include "widgets/frame/theme_sheet.h"

#include "widgets/frame/theme.h"

#include <QHash>
#include <QRegularExpression>

namespace atlas::widgets::theme {

namespace {

// @names are replaced by the colours of the mode. Sizes: 32 px controls are 20 px of content, 5 px padding, 1 px
// border.
constexpr const char *kSheet = R"css(
QToolTip { background: @raised; color: @text; border: 1px solid @strong; padding: 4px 6px; }
QFrame[card="true"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame#tour { background: @raised; border: 1px solid @accent; border-radius: 8px; }
QFrame[separator="true"] { background: @border; border: none; }
QFrame[bar="true"] { background: @surface; border: none; }
QLabel[keycap="true"] { background: @background; border: 1px solid @strong; border-radius: 4px; padding: 2px 6px; }

QPushButton { background: @raised; color: @text; border: 1px solid @strong; border-radius: 6px;
              padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:disabled { color: @disabled; border-color: @border; background: @background; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton[look="primary"] { background: @fill; color: white; border: 1px solid @fill; }
QPushButton[look="primary"]:hover { background: @fillHover; border-color: @fillHover; }
QPushButton[look="primary"]:pressed { background: @fillPressed; }
QPushButton[look="primary"]:focus { border: 1px solid @text; }
QPushButton[look="primary"]:disabled { background: @pressed; color: @disabled; border-color: @pressed; }
QPushButton[look="destructive"] { color: @bad; }
QPushButton[look="quiet"] { background: transparent; border: 1px solid transparent; color: @accentText; padding: 5px 8px; }
QPushButton[look="quiet"]:hover { background: @hover; }
QPushButton[look="quiet"]:focus { border: 1px solid @accent; }
QPushButton::menu-indicator { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px;
              subcontrol-origin: padding; subcontrol-position: right center; right: 8px; }

QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 5px 7px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton:disabled { color: @disabled; }
QToolButton::menu-indicator { image: none; }
QToolButton[segment] { background: @raised; border: 1px solid @strong; border-radius: 0; padding: 5px 10px; }
QToolButton[segment]:hover { background: @hover; }
QToolButton[segment]:checked { background: @accentTint; color: @accentText; border-color: @accent; }
QToolButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-left: none; }
QToolButton[segment="middle"] { border-left: none; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
              background: @surface; color: @text; border: 1px solid @strong; border-radius: 6px;
              selection-background-color: @fill; selection-color: white; }
QLineEdit { padding: 5px 8px; min-height: 20px; }
QSpinBox, QDoubleSpinBox { padding: 5px 22px 5px 8px; min-height: 20px; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
              border: 1px solid @accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
              background: @background; color: @disabled; border-color: @border; }
QLineEdit[look="search"] { background: @background; border: 1px solid @border; }
QLineEdit[look="search"]:focus { background: @surface; border: 1px solid @accent; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-position: top right; width: 20px; border: none; background: transparent; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-position: bottom right; width: 20px; border: none; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/chevron-up.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 10px; height: 10px; }
QComboBox { padding: 5px 28px 5px 10px; min-height: 20px; }
QComboBox:hover { background: @hover; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: right center; width: 26px; border: none; }
QComboBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @strong; padding: 4px; outline: none;
              selection-background-color: @accentTint; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QCheckBox::indicator, QTableView::indicator { width: 16px; height: 16px; border: 1px solid @control; border-radius: 4px; background: @surface; }
QCheckBox::indicator:hover, QCheckBox:focus::indicator { border-color: @accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: @fill; border-color: @fill; image: url(:/icons/check.svg); }
QCheckBox::indicator:disabled { background: @pressed; border-color: @border; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @control; border-radius: 9px; background: @surface; }
QRadioButton::indicator:hover, QRadioButton:focus::indicator { border-color: @accent; }
QRadioButton::indicator:checked { background: @fill; border-color: @fill; image: url(:/icons/dot.svg); }

QProgressBar { background: @pressed; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; background: @pressed; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: @surface; border: 1px solid @control; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 1px solid @accent; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @secondary; padding: 7px 2px; margin-right: 20px; border: none;
              border-bottom: 2px solid transparent; min-height: 20px; }
QTabBar[crowded="true"]::tab { margin-right: 8px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { color: @accentText; }

QTableView, QTreeView, QListView { background: @surface; alternate-background-color: @background; color: @text;
              border: 1px solid @border; border-radius: 8px; gridline-color: @border; outline: none;
              selection-background-color: @accentTint; selection-color: @text; }
QTableView::item, QTreeView::item { padding: 2px 8px; border: none; border-bottom: 1px solid @faint; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @accentTint; color: @text; }
QTableView[frameless="true"], QTreeView[frameless="true"], QListView[frameless="true"] { border: none; border-radius: 0; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: @secondary; border: none; border-bottom: 1px solid @border;
              padding: 5px 8px; min-height: 18px; }
QTableView QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px solid @border; }

QMenu { background: @raised; color: @text; border: 1px solid @strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @hoverRaised; }
QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }

QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: @accent; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QGroupBox { border: none; margin-top: 28px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; top: 4px; }
)css";

QString blend(const QColor &over, const QColor &under, double share)
{
    return QColor(int(over.red() * share + under.red() * (1 - share)),
                  int(over.green() * share + under.green() * (1 - share)),
                  int(over.blue() * share + under.blue() * (1 - share)))
        .name();
}

QHash<QString, QString> colours()
{
    const bool dark = isDark();
    const QColor ink = text();
    const QColor raised = dark ? QColor(0x2a, 0x2e, 0x35) : QColor(Qt::white);
    return {
        {QStringLiteral("background"), background().name()},
        {QStringLiteral("surface"), surface().name()},
        {QStringLiteral("raised"), raised.name()},
        {QStringLiteral("text"), ink.name()},
        {QStringLiteral("secondary"), secondaryText().name()},
        {QStringLiteral("disabled"), blend(secondaryText(), background(), 0.6)},
        {QStringLiteral("border"), border().name()},
        {QStringLiteral("faint"), blend(border(), surface(), 0.5)},
        {QStringLiteral("strong"), blend(ink, surface(), dark ? 0.20 : 0.18)},
        {QStringLiteral("control"), blend(ink, surface(), 0.45)},
        {QStringLiteral("scroll"), blend(ink, background(), 0.22)},
        {QStringLiteral("hover"), blend(ink, surface(), dark ? 0.09 : 0.045)},
        {QStringLiteral("hoverRaised"), blend(ink, raised, dark ? 0.10 : 0.06)},
        {QStringLiteral("pressed"), blend(ink, surface(), dark ? 0.14 : 0.09)},
        {QStringLiteral("accent"), color(Role::Accent).name()},
        {QStringLiteral("accentText"), textColor(Role::Accent).name()},
        {QStringLiteral("accentTint"), tint(Role::Accent).name()},
        {QStringLiteral("bad"), textColor(Role::Bad).name()},
        {QStringLiteral("fill"), QStringLiteral("#0072b2")},
        {QStringLiteral("fillHover"), QStringLiteral("#0065a0")},
        {QStringLiteral("fillPressed"), QStringLiteral("#00578a")},
    };
}

}  // namespace

QString styleSheet()
{
    static const QRegularExpression kName(QStringLiteral("@([a-zA-Z]+)"));
    const QHash<QString, QString> values = colours();
    const QString source = QString::fromLatin1(kSheet);
    QString sheet;
    qsizetype from = 0;
    for (auto matches = kName.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        sheet += QStringView(source).mid(from, match.capturedStart() - from);
        sheet += values.value(match.captured(1));
        from = match.capturedEnd();
    }
    sheet += QStringView(source).mid(from);
    return sheet;
}

}  // namespace atlas::widgets::theme
