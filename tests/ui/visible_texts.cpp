#include "visible_texts.h"

#include "core/measure.h"
#include "focus_walk.h"
#include "widgets/charts/chart_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolButton>

#include <functional>

namespace atlas::test {

namespace {

constexpr int kRows = 60;  ///< of a table that are read

using Take = std::function<void(const QString &)>;

QString plain(const QString &text)
{
    if (!Qt::mightBeRichText(text)) {
        return text;
    }
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

void readModel(const QAbstractItemModel &model, const Take &take)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
            take(model.headerData(column, Qt::Horizontal, role).toString());
            for (int row = 0; row < std::min(kRows, model.rowCount()); ++row) {
                take(model.index(row, column).data(role).toString());
            }
        }
    }
}

void readMenu(const QMenu &menu, const Take &take)
{
    for (const QAction *action : menu.actions()) {
        take(action->text());
        take(action->toolTip());
        if (action->menu()) {
            readMenu(*action->menu(), take);
        }
    }
}

void readChart(const widgets::ChartView &chart, const Take &take)
{
    take(chart.title());
    take(chart.subtitle());
    take(chart.summary());
    const widgets::ChartTable table = chart.table();
    for (const QString &column : table.columns) {
        take(column);
    }
    for (std::size_t row = 0; row < std::min(table.rows.size(), std::size_t(kRows)); ++row) {
        for (const QVariant &cell : table.rows[row]) {
            take(cell.typeId() == QMetaType::QString ? cell.toString() : QString());
        }
    }
}

/// What a widget of a known kind shows.
void readWidget(const QWidget &widget, const Take &take)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        take(label->text());
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        take(button->text());
        const auto *tool = qobject_cast<const QToolButton *>(button);
        if (tool && tool->menu()) {
            readMenu(*tool->menu(), take);
        }
    } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        readModel(*box->model(), take);
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        take(line->placeholderText());
        take(line->text());
    } else if (const auto *group = qobject_cast<const QGroupBox *>(&widget)) {
        take(group->title());
    } else if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&widget)) {
        take(edit->placeholderText());
    } else if (const auto *browser = qobject_cast<const QTextEdit *>(&widget)) {
        take(browser->toPlainText());
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            take(tabs->tabText(i));
            take(tabs->tabToolTip(i));
        }
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        if (view->model() && !qobject_cast<const QHeaderView *>(view)) {
            readModel(*view->model(), take);
        }
    } else if (const auto *chart = qobject_cast<const widgets::ChartView *>(&widget)) {
        readChart(*chart, take);
    }
}

/// What is the same in every language. Every alternative begins where a word does, or long texts would take minutes.
const QRegularExpression &sameEverywhere()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\w./-])(?:"
                       // Identifiers, sums, paths and files, what filters are typed in.
                       "[0-9a-f]{4,}(?:-[0-9a-f]{4,})+|[0-9a-f]{7,}|[\\w.-]*/[\\w./-]*|[\\w.-]+\\.(?:csv|json|db|atlas)"
                       "|-?\\w[\\w.]*[:=<>]+[\\w.%-]+|-\\w+"
                       // Products, formats, methods, keys.
                       "|Atlas Workbench|Atlas|LibTorch|CSV|JSON|PDF|ODT|HTML|PNG|SVG|UTF|SHA|EWC|FGSM|ROI|English"
                       "|Ctrl|Shift|Alt|Esc|Enter|Space|Del|CPU|cpu|KiB|MiB|GiB|nats"
                       // Names in the test projects.
                       "|(?:parts|notes|clothing) text "
                       "\\d+|atlas|shared-adapter|replay|ewc|joint|prompts|parts|notes|clothing|good|scratch|dent|Dent|"
                       "pilot|mini|starter|tester|Line|Lopez-Paz and Ranzato"
                       ")(?!\\w)"));
    return pattern;
}

}  // namespace

QList<VisibleText> visibleTexts(QWidget &window)
{
    QList<VisibleText> texts;
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.prepend(&window);
    for (QWidget *widget : widgets) {
        if (!widget->isVisible()) {
            continue;
        }
        const QString where = describe(widget);
        const Take take = [&](const QString &text) {
            if (!text.trimmed().isEmpty()) {
                texts.append({where, plain(text)});
            }
        };
        readWidget(*widget, take);
        take(widget->toolTip());
        take(accessibleNameOf(widget));
        take(widget->accessibleDescription());
    }
    return texts;
}

QStringList englishWords(const QString &text)
{
    static const QRegularExpression japanese(QStringLiteral("[\\p{Han}\\p{Hiragana}\\p{Katakana}]"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z'’-]{2,}"));
    static const QRegularExpression words(QStringLiteral("[A-Za-z][A-Za-z'’-]{2,}( [A-Za-z'’-]+)+"));
    QString rest = text;
    for (const Measure &measure : measures()) {
        rest.remove(QString::fromStdString(measure.formula));
    }
    rest.replace(sameEverywhere(), QStringLiteral("|"));
    QStringList found;
    for (const QString &line : rest.split(QLatin1Char('\n'))) {
        const QRegularExpression &wanted = line.contains(japanese) ? words : word;
        for (auto match = wanted.globalMatch(line); match.hasNext();) {
            found << match.next().captured();
        }
    }
    return found;
}

QStringList englishIn(QWidget &window)
{
    QStringList found;
    QStringList seen;
    for (const VisibleText &text : visibleTexts(window)) {
        const QStringList words = englishWords(text.text);
        if (!words.isEmpty() && !seen.contains(text.text)) {
            seen << text.text;
            found << QStringLiteral("%1 [%2]: %3").arg(text.where, words.join(QLatin1Char(' ')), text.text);
        }
    }
    return found;
}

}  // namespace atlas::test
