#include "widgets/sentence_words.h"

#include "core/error.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

/// Texts that are shown elsewhere too, such as the title of a setting, are marked in the context of that place.
QString translated(const char *text)
{
    for (const char *context : {"Sentence", "Setting", "RunFilter", "Perturbation"}) {
        if (const QString words = QCoreApplication::translate(context, text); words != QString::fromUtf8(text)) {
            return words;
        }
    }
    return QString::fromUtf8(text);
}

}  // namespace

QString inWords(const Sentence &sentence)
{
    if (sentence.fixed()) {
        return QString::fromStdString(sentence.text());
    }
    // In one pass: a value that holds "%1" is not filled again, as it would be by QString::arg.
    const QString text = translated(sentence.text().c_str());
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].unicode() - '1' : -1;
        if (place >= 0 && std::size_t(place) < sentence.values().size()) {
            filled += inWords(sentence.values()[std::size_t(place)]);
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

QString inWords(const Error &error)
{
    return inWords(error.whole());
}

}  // namespace atlas::widgets
