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
    return filled(translated(sentence.text().c_str()), sentence.values().size(),
                  [&](std::size_t index) { return inWords(sentence.values()[index]); });
}

QString filled(const QString &text, std::size_t values, const std::function<QString(std::size_t)> &value)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].unicode() - '1' : -1;
        if (place >= 0 && std::size_t(place) < values) {
            out += value(std::size_t(place));
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString inWords(const Error &error)
{
    return inWords(error.whole());
}

}  // namespace atlas::widgets
