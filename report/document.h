#pragma once

#include <QPicture>
#include <QSize>
#include <QString>
#include <QStringList>

#include <utility>
#include <variant>
#include <vector>

/// A report as a sequence of blocks, apart from how each form draws them. All texts are plain.
namespace atlas::report {

enum class Tone { Plain, Good, Caution, Bad };

/// The answer, before anything else: a sign, a word and a sentence.
struct Verdict {
    Tone tone = Tone::Plain;
    QString word;
    QString sentence;
};

struct Paragraph {
    enum class Kind {
        Lead,  ///< what a section says, in one sentence
        Body,
        Note,    ///< small: what a figure stands on
        Heading  ///< within a section
    };

    QString text;
    Kind kind = Kind::Body;
};

struct List {
    QStringList items;
};

/// Large figures side by side.
struct Figures {
    struct Item {
        QString name;
        QString value;
        QString detail;
    };

    std::vector<Item> items;
};

struct Table {
    struct Column {
        QString title;
        bool number = false;  ///< right-aligned
        double weight = 1;    ///< share of the width
    };

    std::vector<Column> columns;
    std::vector<QStringList> rows;
    bool exact = false;  ///< hashes and ids: set in a typeface in which letters cannot be mistaken
};

struct Chart {
    QString title;
    QString subtitle;
    QString words;  ///< its content for those who cannot see it
    QPicture picture;
    QSize size;  ///< at 96 to the inch
};

/// One chart, or several beside each other.
struct Charts {
    std::vector<Chart> row;
};

using Block = std::variant<Verdict, Paragraph, List, Figures, Table, Charts>;

struct Section {
    QString id;
    QString title;
    std::vector<Block> blocks;
    bool newPage = false;
};

struct Document {
    QString language;  ///< "en", "ja"
    QString title;
    QString subtitle;
    QString footer;  ///< on every page
    QString pageOf;  ///< "Page %1 of %2"
    std::vector<Section> sections;
    bool onePage = false;
};

}  // namespace atlas::report
