#include "widgets/frame/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <clocale>
#include <memory>
#include <vector>

namespace atlas::widgets::language {

namespace {

const QString kKey = QStringLiteral("frame/language");
constexpr const char *kEnglish = "en";
constexpr std::array kAll{Entry{kEnglish, "English"}, Entry{"ja", "日本語"}};

struct State {
    QString current = QLatin1String(kEnglish);
    std::vector<std::unique_ptr<QTranslator>> translators;
};

State &state()
{
    static State instance;
    return instance;
}

/// The first of the languages the person told the system that is known here.
QString systemCode()
{
    for (const QString &name : QLocale::system().uiLanguages()) {
        const QString code = name.section(QLatin1Char('-'), 0, 0);
        if (isKnown(code)) {
            return code;
        }
    }
    return QLatin1String(kEnglish);
}

/// With the system's own habits (a British date, say) where it speaks the language.
QLocale localeOf(const QString &code)
{
    const QLocale system = QLocale::system();
    return systemCode() == code && system.name().startsWith(code) ? system : QLocale(code);
}

void install(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, folder)) {
        QCoreApplication::installTranslator(translator.get());
        state().translators.push_back(std::move(translator));
    }
}

}  // namespace

std::span<const Entry> all()
{
    return kAll;
}

bool isKnown(const QString &code)
{
    return std::any_of(kAll.begin(), kAll.end(), [&](const Entry &entry) { return code == QLatin1String(entry.code); });
}

QString saved()
{
    const QString code = QSettings().value(kKey).toString();
    return isKnown(code) ? code : QString();
}

void save(const QString &code)
{
    QSettings().setValue(kKey, code);
}

void apply(const QString &code)
{
    std::setlocale(LC_NUMERIC, "C");  // Qt takes the system's: files would get its decimal comma
    State &s = state();
    s.translators.clear();  // a translator that goes takes itself away
    s.current = code.isEmpty() ? systemCode() : code;
    QLocale::setDefault(code.isEmpty() ? QLocale::system() : localeOf(code));
    install(QStringLiteral("qtbase_") + s.current, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English is what the sources say but for its plurals; where a language lacks a text, those are used.
    const QString folder = QStringLiteral(":/translations");
    install(QStringLiteral("atlas_") + QLatin1String(kEnglish), folder);
    if (s.current != QLatin1String(kEnglish)) {
        install(QStringLiteral("atlas_") + s.current, folder);
    }
}

QString current()
{
    return state().current;
}

}  // namespace atlas::widgets::language
