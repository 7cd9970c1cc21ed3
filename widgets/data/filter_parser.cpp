#include "widgets/data/filter_parser.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace atlas::widgets {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("FilterParser", text);
}

void takeWord(ParsedFilter &parsed, const QString &word)
{
    std::string &text = parsed.filter.text;
    text += (text.empty() ? "" : " ") + word.toStdString();
}

void takeField(ParsedFilter &parsed, bool without, const QString &field, const QString &value)
{
    storage::SampleFilter &filter = parsed.filter;
    if (field == QStringLiteral("label")) {
        const std::string name = value == QStringLiteral("none") ? std::string() : value.toStdString();
        (without ? filter.withoutLabels : filter.labels).push_back(name);
        return;
    }
    if (field == QStringLiteral("split") && !without) {
        filter.split = parseSplit(value.toStdString());
        if (!filter.split) {
            parsed.problem =
                words("There is no part \"%1\": write split:train, split:validation or split:test.").arg(value);
        }
        return;
    }
    if (field == QStringLiteral("is")) {
        const std::optional<ReviewState> state = parseReviewState(value.toStdString());
        (without ? filter.withoutReview : filter.review) = state;
        if (!state) {
            parsed.problem = words("There is no state \"%1\".").arg(value);
        }
        return;
    }
    parsed.problem = words("\"%1:\" is not known. Use label:, split: or is:.").arg(field);
}

}  // namespace

ParsedFilter parseFilter(const QString &text)
{
    // [-] [field:] ("quoted" | word)
    static const QRegularExpression kToken(QStringLiteral(R"re((-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+)))re"));
    ParsedFilter parsed;
    for (auto tokens = kToken.globalMatch(text); tokens.hasNext();) {
        const QRegularExpressionMatch token = tokens.next();
        const bool without = !token.captured(1).isEmpty();
        const QString field = token.captured(2);
        const QString value = token.captured(3).isEmpty() ? token.captured(4) : token.captured(3);
        if (!field.isEmpty()) {
            takeField(parsed, without, field, value);
        } else if (const std::optional<ReviewState> state = parseReviewState(value.toStdString())) {
            (without ? parsed.filter.withoutReview : parsed.filter.review) = state;
        } else if (without) {
            parsed.problem = words("Words cannot be excluded; \"-\" works before label: and review states.");
        } else if (!value.isEmpty()) {
            takeWord(parsed, value);
        }
    }
    return parsed;
}

QString quotedForFilter(const QString &value)
{
    return value.contains(QLatin1Char(' ')) ? QLatin1Char('"') + value + QLatin1Char('"') : value;
}

}  // namespace atlas::widgets
