#pragma once

#include <QString>

#include <span>

/// The language of every visible text, and with it how numbers and dates are written. What is written to files does not
/// follow it.
namespace atlas::widgets::language {

struct Entry {
    const char *code;  ///< ISO 639-1, as in the names of the translation files
    const char *name;  ///< as its speakers call it
};

/// What the window can speak.
std::span<const Entry> all();
bool isKnown(const QString &code);

/// What the person chose before; empty = as the system. An unknown code counts as none.
QString saved();
void save(const QString &code);

/// Takes the translators of the language before away, installs those of `code` (empty = the system's language where it
/// is known, else English) and sets the default locale. Windows get QEvent::LanguageChange. May be called again.
void apply(const QString &code);

QString current();  ///< the code whose texts are shown, never empty

}  // namespace atlas::widgets::language
