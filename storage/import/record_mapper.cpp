#include "storage/import/record_mapper.h"

#include "core/sentence.h"
#include "core/task_kind.h"
#include "core/translatable.h"
#include "storage/import/problems.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace atlas::storage {
namespace {

using nlohmann::json;

const json &valueOf(const json &record, const std::string &column)
{
    static const json nothing;
    if (column.empty()) {
        return nothing;
    }
    const auto found = record.find(column);
    return found == record.end() ? nothing : *found;
}

/// With line ends of one kind.
std::string textOf(const json &record, const std::string &column)
{
    std::string text = scalarText(valueOf(record, column));
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\r\n") != 0) {
            text[kept++] = text[i];
        }
    }
    text.resize(kept);
    return text;
}

/// A list, also when a table's cell holds it as JSON text.
json listOf(const json &value)
{
    if (value.is_string() && value.get_ref<const std::string &>().starts_with('[')) {
        return json::parse(value.get_ref<const std::string &>(), nullptr, false);
    }
    return value;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        text += (text.empty() ? "\"" : ", \"") + name + "\"";
    }
    return text;
}

}  // namespace

RecordMapper::RecordMapper(const ImportRequest &request, const SourceRoot &root, TableFile table, ImportSink &sink)
    : m_request(request), m_root(root), m_table(std::move(table)), m_sink(sink), m_where(root.shown(m_table.file))
{
}

bool RecordMapper::refuse(const char *code, std::int64_t line, Sentence message, Sentence hint)
{
    m_sink.problem(errorProblem(code, place(m_where, line), std::move(message), std::move(hint)));
    return false;
}

bool RecordMapper::setColumns(const std::vector<std::string> &columns)
{
    m_plan = planFields(columns, m_request.map);
    std::erase(m_plan.repeated, "");
    std::erase(m_plan.extra, "");
    if (!m_plan.repeated.empty()) {
        return refuse(code::kDuplicateHeader, 1,
                      say(QT_TRANSLATE_NOOP("Sentence", "The column %1 stands there twice."), joined(m_plan.repeated)),
                      say(QT_TRANSLATE_NOOP("Sentence", "Rename one of the two in the table.")));
    }
    if (!m_plan.absent.empty()) {
        return refuse(code::kMissingColumn, 1,
                      say(QT_TRANSLATE_NOOP("Sentence", "There is no column %1; there are %2."), joined(m_plan.absent),
                          joined(columns)),
                      say(QT_TRANSLATE_NOOP("Sentence", "Check the names given with --map.")));
    }
    if (!m_table.labels.empty()) {
        const std::optional<std::string> text =
            readSourceText(m_table.labels, m_root.shown(m_table.labels), m_sink, m_request.encoding);
        if (!text) {
            return false;
        }
        m_labelLines = splitLines(*text);
    }
    if (!checkRequired()) {
        return false;
    }
    for (const std::string &column : m_plan.extra) {
        m_sink.problem(infoProblem(
            code::kExtraColumn, place(m_where, 1),
            say(QT_TRANSLATE_NOOP("Sentence", "The column \"%1\" is not used."), column),
            say(QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Say what it is: in the window under \"How the table is read\", else with --map FIELD=%1."),
                column)));
    }
    return true;
}

bool RecordMapper::checkRequired()
{
    const bool hasImage = !m_plan.image.empty() || !m_plan.images.empty();
    const bool hasText = !m_plan.text.empty() || !m_plan.question.empty();
    const bool isEmpty = m_request.kind.empty() && !m_plan.hasContent();
    std::vector<std::string> missing;
    if (!m_request.kind.empty()) {
        for (const std::string &field : taskKind(m_request.kind).requiredFields) {
            const bool present = field == "image"    ? hasImage
                                 : field == "image2" ? !m_plan.image2.empty() || !m_plan.images.empty()
                                 : field == "choice" ? !m_plan.choiceList.empty() || m_plan.choices.size() >= 2
                                                     : hasText;
            if (!present) {
                missing.push_back(field);
            }
        }
    }
    // Without other columns the data is not labelled yet; with them, one is probably the label under another name.
    const bool noLabel = m_plan.label.empty() && !m_labelLines && !m_plan.extra.empty();
    if (noLabel) {
        missing.push_back("label");
    }
    if (missing.empty() && !isEmpty) {
        return true;
    }
    const Sentence wanted = !isEmpty  ? Sentence(joined(missing))
                            : noLabel ? say(QT_TRANSLATE_NOOP("Sentence", "\"image, text or question\", \"label\""))
                                      : say(QT_TRANSLATE_NOOP("Sentence", "\"image, text or question\""));
    return refuse(
        code::kMissingColumn, 1,
        m_plan.extra.empty()
            ? say(QT_TRANSLATE_NOOP("Sentence", "No column was recognised for %1. Columns not used: none."), wanted)
            : say(QT_TRANSLATE_NOOP("Sentence", "No column was recognised for %1. Columns not used: %2."), wanted,
                  joined(m_plan.extra)),
        noLabel ? say(QT_TRANSLATE_NOOP("Sentence",
                                        "Say which one it is: in the window under \"How the table is read\", else with "
                                        "--map FIELD=COLUMN, or remove the others to import without labels."))
                : say(QT_TRANSLATE_NOOP("Sentence", "Say which one it is: in the window under \"How the table is "
                                                    "read\", else with --map FIELD=COLUMN.")));
}

bool RecordMapper::takeImage(const json &value, std::int64_t line, std::optional<AssetRef> &image)
{
    const std::string name = scalarText(value);
    if (name.empty()) {
        return true;  // whether the kind needs it is checked with all other fields
    }
    SourceRoot::Found found = m_root.find(name, m_table.file.parent_path());
    if (found.file.empty()) {
        return refuse(found.code.c_str(), line, found.message, found.hint);
    }
    image = AssetRef{.sha256 = {}, .path = std::move(found.file)};
    return true;
}

bool RecordMapper::takeImages(const json &record, std::int64_t line, Sample &sample)
{
    if (!m_request.kind.empty()) {
        const TaskKind &kind = taskKind(m_request.kind);
        const auto wants = [](const std::vector<std::string> &fields) {
            return std::find(fields.begin(), fields.end(), "image") != fields.end();
        };
        if (!wants(kind.requiredFields) && !wants(kind.optionalFields)) {
            return true;
        }
    }
    if (m_plan.images.empty()) {
        return takeImage(valueOf(record, m_plan.image), line, sample.image) &&
               takeImage(valueOf(record, m_plan.image2), line, sample.image2);
    }
    const json list = listOf(valueOf(record, m_plan.images));
    if (!list.is_array() || list.size() != 2) {
        return refuse(code::kBadRow, line,
                      say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be a list of two pictures."), m_plan.images));
    }
    return takeImage(list[0], line, sample.image) && takeImage(list[1], line, sample.image2);
}

bool RecordMapper::takeChoices(const json &record, std::int64_t line, Sample &sample)
{
    if (m_plan.choiceList.empty()) {
        for (const std::string &column : m_plan.choices) {
            sample.choices.push_back(textOf(record, column));
        }
        while (!sample.choices.empty() && sample.choices.back().empty()) {
            sample.choices.pop_back();  // rows with fewer options leave the last columns empty
        }
    } else {
        const json list = listOf(valueOf(record, m_plan.choiceList));
        if (!list.is_null() && !list.is_array()) {
            return refuse(code::kBadRow, line,
                          say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be a list of options."), m_plan.choiceList));
        }
        for (const json &option : list) {
            sample.choices.push_back(option.is_object() ? textOf(option, "text") : scalarText(option));
        }
    }
    if (std::find(sample.choices.begin(), sample.choices.end(), "") != sample.choices.end()) {
        return refuse(code::kBadRow, line, say(QT_TRANSLATE_NOOP("Sentence", "An option is empty.")));
    }
    std::set<std::string> different(sample.choices.begin(), sample.choices.end());
    if (different.size() < sample.choices.size()) {
        return refuse(code::kBadRow, line, say(QT_TRANSLATE_NOOP("Sentence", "Two options are the same.")),
                      say(QT_TRANSLATE_NOOP("Sentence", "Give every option once.")));
    }
    return true;
}

bool RecordMapper::takeLabels(const json &record, std::int64_t line, Sample &sample)
{
    json fromLines;
    if (m_labelLines && m_records <= m_labelLines->size()) {
        fromLines = (*m_labelLines)[m_records - 1];
    }
    const json &value = m_labelLines ? fromLines : valueOf(record, m_plan.label);
    const bool isChoice = !m_plan.choiceList.empty() || !m_plan.choices.empty();
    LabelReading reading = isChoice ? readChoiceLabel(value, sample.choices)
                                    : readLabels(value, m_request.multiLabel, m_plan.label == "answers");
    if (!reading.fault.empty()) {
        return refuse(reading.code == code::kLabelOutOfRange ? code::kLabelOutOfRange : code::kBadLabel, line,
                      say(QT_TRANSLATE_NOOP("Sentence", "The label cannot be used: %1."), reading.fault),
                      isChoice
                          ? say(QT_TRANSLATE_NOOP("Sentence", "Give the position of the right option, counted from 0."))
                          : say(QT_TRANSLATE_NOOP("Sentence",
                                                  "Give one label, or import with --multi-label where several hold.")));
    }
    if (value.is_number() || value.is_boolean()) {
        m_numberLabels.push_back(line);
    }
    m_wordLabels |= value.is_string();
    sample.labels = std::move(reading.labels);
    return true;
}

void RecordMapper::takeReview(const json &record, std::int64_t line, Sample &sample)
{
    const std::string name = textOf(record, m_plan.review);
    if (const std::optional<ReviewState> state = parseReviewState(name)) {
        sample.review = *state;
    } else if (!name.empty()) {
        m_sink.problem(warningProblem(
            code::kBadLabel, place(m_where, line),
            say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no state of review."), name),
            say(QT_TRANSLATE_NOOP("Sentence", "Use unlabelled, labelled, verified, disputed or skipped."))));
    }
}

bool RecordMapper::takeSplit(const json &record, std::int64_t line, Sample &sample)
{
    sample.split = m_table.split;
    std::string name = textOf(record, m_plan.split);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (name.empty()) {
        return true;
    }
    const std::optional<Split> split = parseSplit(name);
    if (!split) {
        return refuse(code::kBadRow, line, say(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no split."), name),
                      say(QT_TRANSLATE_NOOP("Sentence", "Use train, validation or test.")));
    }
    sample.split = *split;
    return true;
}

/// Where data sets use one word for two things: a "sentence" beside a picture is a statement about it, and a
/// "question" without picture and options is the text.
void RecordMapper::settleTexts(Sample &sample) const
{
    if (!sample.choices.empty()) {
        return;
    }
    if (sample.image) {
        if (sample.question.empty()) {
            std::swap(sample.question, sample.text);
        }
    } else if (sample.text.empty()) {
        std::swap(sample.text, sample.question);
    } else if (sample.text2.empty() && !sample.question.empty()) {
        sample.text2 = std::move(sample.text);
        sample.text = std::move(sample.question);
        sample.question.clear();
    }
}

void RecordMapper::map(const json &record, std::int64_t line)
{
    ++m_records;
    IncomingSample incoming;
    Sample &sample = incoming.sample;
    sample.source = place(m_where, line);
    sample.externalId = textOf(record, m_plan.id);
    sample.text = textOf(record, m_plan.text);
    sample.text2 = textOf(record, m_plan.text2);
    sample.question = textOf(record, m_plan.question);
    sample.group = textOf(record, m_plan.group);
    sample.note = textOf(record, m_plan.note);
    takeReview(record, line, sample);
    if (takeImages(record, line, sample) && takeChoices(record, line, sample) && takeLabels(record, line, sample) &&
        takeSplit(record, line, sample)) {
        if (!sample.choices.empty() && !m_plan.question.empty() && sample.question.empty()) {
            m_sink.problem(warningProblem(
                code::kMissingField, sample.source, say(QT_TRANSLATE_NOOP("Sentence", "The question is empty.")),
                say(QT_TRANSLATE_NOOP("Sentence", "Fill it in, or take the row out, if it makes no sense without."))));
        }
        settleTexts(sample);
        m_sink.sample(std::move(incoming));
    }
}

void RecordMapper::tellRepair(const Sentence &what, std::int64_t line)
{
    if (!what.empty()) {
        m_sink.problem(warningProblem(code::kRepaired, place(m_where, line),
                                      say(QT_TRANSLATE_NOOP("Sentence", "The row was mended: %1."), what),
                                      say(QT_TRANSLATE_NOOP("Sentence", "Look at it, and mend the source."))));
    }
}

/// Where some labels are words, a number among them is more likely a slip than a class.
void RecordMapper::tellMixedLabels()
{
    if (!m_wordLabels || m_numberLabels.empty() || !m_plan.choices.empty() || !m_plan.choiceList.empty()) {
        return;
    }
    constexpr std::size_t kNamed = 5;
    std::string lines;
    for (std::size_t i = 0; i < std::min(kNamed, m_numberLabels.size()); ++i) {
        lines += (i == 0 ? "" : ", ") + std::to_string(m_numberLabels[i]);
    }
    m_sink.problem(warningProblem(
        code::kBadType, place(m_where, m_numberLabels.front()),
        say(QT_TRANSLATE_NOOP("Sentence", "Some labels are words, %1 are numbers or truth values (lines %2). Those "
                                          "became the words that JSON writes for them (3, true)."),
            m_numberLabels.size(), lines),
        say(QT_TRANSLATE_NOOP("Sentence", "Write all labels as words, or all as numbers."))));
}

void RecordMapper::skip(const char *code, std::int64_t line, const Sentence &fault)
{
    ++m_records;
    refuse(code, line, say(QT_TRANSLATE_NOOP("Sentence", "The row was left out: %1."), fault),
           say(QT_TRANSLATE_NOOP("Sentence", "Mend this line and import again; the others are kept.")));
}

void RecordMapper::finish()
{
    tellMixedLabels();
    if (m_records == 0) {
        m_sink.problem(errorProblem(code::kEmptySource, m_where,
                                    say(QT_TRANSLATE_NOOP("Sentence", "The table has no rows.")),
                                    say(QT_TRANSLATE_NOOP("Sentence", "Choose another file."))));
    } else if (m_labelLines && m_labelLines->size() != m_records) {
        m_sink.problem(errorProblem(
            code::kCountMismatch, m_root.shown(m_table.labels),
            say(QT_TRANSLATE_NOOP("Sentence", "There are %1 labels for %2 rows of %3; nothing was imported."),
                m_labelLines->size(), m_records, m_where),
            say(QT_TRANSLATE_NOOP("Sentence", "One line of labels belongs to every row, in the same order."))));
    }
}

}  // namespace atlas::storage
