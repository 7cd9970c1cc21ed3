#pragma once

#include <QString>
#include <QStringList>

class QWidget;

/// What people read in a window: everything that is seen, and what pointing at it or a screen reader says.
namespace atlas::test {

/// Each with where it stands: "widget: text".
struct VisibleText {
    QString where;
    QString text;
};
QList<VisibleText> visibleTexts(QWidget &window);

/// What of a text is English: several words in a row, or a single one in a line without Japanese. Names of things of
/// the test projects, of products, formats and keys, and what filters are typed in, are the same in every language.
QStringList englishWords(const QString &text);

/// Of all visible texts those with English words, each told once.
QStringList englishIn(QWidget &window);

}  // namespace atlas::test
