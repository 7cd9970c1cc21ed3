#include "widgets/data/sample_columns.h"

#include "core/translatable.h"
#include "widgets/charts/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace atlas::widgets {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SampleColumn", text);
}

QString numbered(const std::vector<std::string> &choices)
{
    QStringList lines;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        lines << QStringLiteral("%1  %2").arg(i + 1).arg(QString::fromStdString(choices[i]));
    }
    return lines.join(QLatin1Char('\n'));
}

QString nothing(const TaskKind &, const Sample &)
{
    return {};
}

const std::array<SampleColumn, 10> kColumns{{
    {"image", QT_TRANSLATE_NOOP("SampleColumn", "Picture"), 88, ColumnForm::Picture, nothing},
    {"image2", QT_TRANSLATE_NOOP("SampleColumn", "Second picture"), 112, ColumnForm::Picture, nothing},
    {"question", QT_TRANSLATE_NOOP("SampleColumn", "Question"), 0, ColumnForm::Text,
     [](const TaskKind &, const Sample &sample) { return QString::fromStdString(sample.question); }},
    {"text", QT_TRANSLATE_NOOP("SampleColumn", "Text"), 0, ColumnForm::Text,
     [](const TaskKind &, const Sample &sample) { return QString::fromStdString(sample.text); }},
    {"text2", QT_TRANSLATE_NOOP("SampleColumn", "Second text"), 0, ColumnForm::Text,
     [](const TaskKind &, const Sample &sample) { return QString::fromStdString(sample.text2); }},
    {"choice", QT_TRANSLATE_NOOP("SampleColumn", "Options"), 0, ColumnForm::Text,
     [](const TaskKind &, const Sample &sample) { return numbered(sample.choices); }},
    {"", QT_TRANSLATE_NOOP("SampleColumn", "Label"), 160, ColumnForm::Label,
     [](const TaskKind &kind, const Sample &sample) { return labelsTitle(kind, sample); }},
    {"", QT_TRANSLATE_NOOP("SampleColumn", "Review"), 104, ColumnForm::Text,
     [](const TaskKind &, const Sample &sample) { return reviewTitle(sample.review); }},
    {"", QT_TRANSLATE_NOOP("SampleColumn", "Part"), 96, ColumnForm::Text,
     [](const TaskKind &, const Sample &sample) { return splitTitle(sample.split); }},
    {"", QT_TRANSLATE_NOOP("SampleColumn", "Source"), 200, ColumnForm::Text,
     [](const TaskKind &, const Sample &sample) { return QString::fromStdString(sample.source); }},
}};

bool has(const TaskKind &kind, const std::string &field)
{
    const auto in = [&field](const std::vector<std::string> &fields) {
        return std::find(fields.begin(), fields.end(), field) != fields.end();
    };
    return in(kind.requiredFields) || in(kind.optionalFields);
}

}  // namespace

std::vector<const SampleColumn *> sampleColumns(const TaskKind &kind)
{
    std::vector<const SampleColumn *> columns;
    for (const SampleColumn &column : kColumns) {
        if (*column.field == '\0' || has(kind, column.field)) {
            columns.push_back(&column);
        }
    }
    return columns;
}

QString labelTitle(const TaskKind &kind, const std::string &name)
{
    const QString text = QString::fromStdString(name);
    if (kind.head != HeadForm::PerInput) {
        return text;
    }
    bool number = false;
    const int position = text.toInt(&number);
    return number ? words(QT_TRANSLATE_NOOP("SampleColumn", "Option %1")).arg(position + 1) : text;
}

bool everySampleHas(const TaskKind &kind, const std::string &field)
{
    return std::ranges::find(kind.requiredFields, field) != kind.requiredFields.end();
}

QString labelsTitle(const TaskKind &kind, const Sample &sample)
{
    QStringList titles;
    for (const Label &label : sample.labels) {
        const QString title = labelTitle(kind, label.name);
        titles << (label.weight < 1 ? QStringLiteral("%1 (%2)").arg(title, QLocale().toString(label.weight, 'g', 2))
                                    : title);
    }
    return titles.join(QStringLiteral(", "));
}

QString suggestionTitle(const TaskKind &kind, const storage::Suggestion &suggestion)
{
    QStringList titles;
    for (const Label &label : suggestion.labels) {
        titles << labelTitle(kind, label.name);
    }
    return words(QT_TRANSLATE_NOOP("SampleColumn", "%1?  %2"))
        .arg(titles.join(QStringLiteral(" + ")), format::percent(suggestion.probability));
}

QString splitTitle(Split split)
{
    switch (split) {
    case Split::Train: return words(QT_TRANSLATE_NOOP("SampleColumn", "training"));
    case Split::Validation: return words(QT_TRANSLATE_NOOP("SampleColumn", "validation"));
    case Split::Test: return words(QT_TRANSLATE_NOOP("SampleColumn", "test"));
    case Split::Unassigned: break;
    }
    return words(QT_TRANSLATE_NOOP("SampleColumn", "not set"));
}

QString reviewTitle(ReviewState state)
{
    switch (state) {
    case ReviewState::Labelled: return words(QT_TRANSLATE_NOOP("SampleColumn", "labelled"));
    case ReviewState::Verified: return words(QT_TRANSLATE_NOOP("SampleColumn", "verified"));
    case ReviewState::Disputed: return words(QT_TRANSLATE_NOOP("SampleColumn", "disputed"));
    case ReviewState::Skipped: return words(QT_TRANSLATE_NOOP("SampleColumn", "skipped"));
    case ReviewState::Unlabelled: break;
    }
    return words(QT_TRANSLATE_NOOP("SampleColumn", "unlabelled"));
}

}  // namespace atlas::widgets
