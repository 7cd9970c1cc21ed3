#pragma once

#include <QString>
#include <QWidget>

#include <span>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace atlas::widgets {

/// A term of the field and what it means, in one sentence. English, translatable in context "Glossary".
struct GlossaryEntry {
    const char *term;  ///< "forgetting": the name explain() knows it by
    const char *title;
    const char *sentence;
};

/// All terms in the order of the English alphabet. A new term is one line in glossary.cpp.
std::span<const GlossaryEntry> glossary();

/// The sentence for a term in the language that is on, for tooltips; empty where there is no such term.
QString explain(const QString &term);

/// A tooltip: `help`, and below it the term that a label stands for with its sentence. A label is a term itself, or the
/// name of what it stands for: a figure, measure, column, target or chart (glossary_labels.cpp). `help` alone where
/// there is no term.
QString withTerm(const QString &help, const QString &label);

/// The terms in alphabetical order with a field that finds them by their name or by what is said of them.
class GlossaryView final : public QWidget {
    Q_OBJECT

public:
    explicit GlossaryView(QWidget *parent = nullptr);

private:
    void filter(const QString &words);

    QLineEdit *m_search;
    QLabel *m_none;
    QList<QWidget *> m_rows;
};

}  // namespace atlas::widgets
