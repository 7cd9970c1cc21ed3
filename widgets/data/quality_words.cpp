#include "widgets/data/quality_words.h"

#include "widgets/frame/theme.h"

#include <QCoreApplication>

namespace atlas::widgets {

namespace {

QString translated(const char *context, const std::string &text, int n = -1)
{
    return QCoreApplication::translate(context, text.c_str(), nullptr, n);
}

}  // namespace

QString checkTitle(const storage::QualityCheck &check)
{
    return translated("QualityCheck", check.title);
}

QString checkHelp(const storage::QualityCheck &check)
{
    return translated("QualityCheck", check.help);
}

QString findingSentence(const storage::QualityCheck &check, const storage::Finding &finding)
{
    QString sentence = translated("QualityCheck", check.sentence, int(finding.samples.size()));
    for (std::size_t i = 0; i < finding.words.size(); ++i) {
        // Not arg(): a class may be called "%1".
        sentence.replace(QStringLiteral("%") + QString::number(i + 1), QString::fromStdString(finding.words[i]));
    }
    return sentence;
}

QString fixTitle(const storage::QualityFix &fix)
{
    return translated("QualityFix", fix.title);
}

QString fixHelp(const storage::QualityFix &fix)
{
    return translated("QualityFix", fix.help);
}

QIcon levelIcon(storage::ProblemLevel level)
{
    switch (level) {
    case storage::ProblemLevel::Error:
        return theme::icon(QStringLiteral("data-error"), theme::textColor(theme::Role::Bad));
    case storage::ProblemLevel::Warning:
        return theme::icon(QStringLiteral("data-warning"), theme::textColor(theme::Role::Caution));
    case storage::ProblemLevel::Info: break;
    }
    return theme::icon(QStringLiteral("data-information"), theme::secondaryText());
}

}  // namespace atlas::widgets
