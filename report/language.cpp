#include "report/language.h"

#include "core/error.h"
#include "core/sentence.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTranslator>

namespace atlas::report {

namespace {

/// The country is fixed as well: dates would differ between those of one language.
struct Language {
    const char *code;
    QLocale::Language language;
    QLocale::Territory territory;
};

constexpr Language kLanguages[] = {{"en", QLocale::English, QLocale::UnitedStates},
                                   {"ja", QLocale::Japanese, QLocale::Japan}};

void load(const char *code)
{
    const QString file = QStringLiteral(":/translations/atlas_%1.qm").arg(QLatin1String(code));
    if (!QFile::exists(file)) {
        return;
    }
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file)) {
        QCoreApplication::installTranslator(translator);
    }
}

}  // namespace

QStringList languages()
{
    QStringList codes;
    for (const Language &language : kLanguages) {
        codes << QLatin1String(language.code);
    }
    return codes;
}

void useLanguage(const QString &code)
{
    for (const Language &language : kLanguages) {
        if (code == QLatin1String(language.code)) {
            QLocale::setDefault(QLocale(language.language, language.territory));
            // English is what the sources say but for its plurals; where a language lacks a text, those are used.
            load(kLanguages[0].code);
            if (&language != &kLanguages[0]) {
                load(language.code);
            }
            return;
        }
    }
    throw Error(
        ErrorCode::Usage,
        say(QT_TRANSLATE_NOOP("Sentence", "There is no report in the language \"%1\"."), code.toStdString()),
        say(QT_TRANSLATE_NOOP("Sentence", "Use one of: %1."), languages().join(QStringLiteral(", ")).toStdString()));
}

}  // namespace atlas::report
