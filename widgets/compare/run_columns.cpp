#include "widgets/compare/run_columns.h"

#include "core/translatable.h"
#include "widgets/charts/format.h"
#include "widgets/results/measure_words.h"
#include "widgets/train/run_words.h"

#include <QCoreApplication>

#include <array>

namespace atlas::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunColumns)
};

const std::string kScore = "score.";
const std::string kSetting = "setting.";

/// When a column is shown without being asked for.
enum class Shown { Always, WhereRowsDiffer, WhereThereIsAny, WhenAsked };

/// A column of what a run was asked to do and what people say of it.
struct PlainColumn {
    const char *id;
    const char *title;
    const char *help;
    Shown shown;
    QString (*text)(const RunTable &table, const RunRow &row);
    std::optional<double> (*number)(const RunRow &row);  ///< nullptr = it is a text
    bool (*same)(const RunRow &a, const RunRow &b);      ///< nullptr where it never decides
};

template <auto Member>
QString textOf(const RunTable &, const RunRow &row)
{
    return QString::fromStdString(row.*Member);
}

template <auto Member>
std::optional<double> numberOf(const RunRow &row)
{
    return static_cast<double>(row.*Member);
}

template <auto Member>
bool sameIn(const RunRow &a, const RunRow &b)
{
    return a.*Member == b.*Member;
}

bool sameTasks(const RunRow &a, const RunRow &b)
{
    return std::ranges::equal(a.tasks, b.tasks, {}, &RunRow::TaskScore::task, &RunRow::TaskScore::task);
}

QString tagsText(const RunTable &, const RunRow &row)
{
    QStringList tags;
    for (const std::string &tag : row.tags) {
        tags << QString::fromStdString(tag);
    }
    return tags.join(QStringLiteral(", "));
}

QString statusText(const RunTable &, const RunRow &row)
{
    return row.status == RunStatus::Running ? Tr::tr("%1 %2").arg(statusWord(row.status), format::percent(row.progress))
                                            : statusWord(row.status);
}

QString samplesText(const RunTable &, const RunRow &row)
{
    return row.maxTrain > 0 ? format::count(row.maxTrain) : Tr::tr("all");
}

QString startedText(const RunTable &, const RunRow &row)
{
    return row.startedUs > 0 ? format::dateTime(row.startedUs) : QString();
}

std::optional<double> startedNumber(const RunRow &row)
{
    return row.startedUs > 0 ? std::optional(static_cast<double>(row.startedUs)) : std::nullopt;
}

std::span<const PlainColumn> plainColumns()
{
    using R = RunRow;
    static constexpr std::array kColumns{
        PlainColumn{"name", QT_TRANSLATE_NOOP("RunColumns", "Run"),
                    QT_TRANSLATE_NOOP("RunColumns", "Tick runs to draw them below"), Shown::Always, textOf<&R::name>,
                    nullptr, nullptr},
        PlainColumn{"strategy", QT_TRANSLATE_NOOP("RunColumns", "Strategy"),
                    QT_TRANSLATE_NOOP("RunColumns", "How the run learns"), Shown::WhereRowsDiffer, textOf<&R::strategy>,
                    nullptr, sameIn<&R::strategy>},
        PlainColumn{"sequence", QT_TRANSLATE_NOOP("RunColumns", "Sequence"),
                    QT_TRANSLATE_NOOP("RunColumns", "The sequence of tasks it learned"), Shown::WhereRowsDiffer,
                    textOf<&R::sequence>, nullptr, sameIn<&R::sequence>},
        PlainColumn{"seed", QT_TRANSLATE_NOOP("RunColumns", "Seed"),
                    QT_TRANSLATE_NOOP("RunColumns", "The number that its chance began with"), Shown::WhereRowsDiffer,
                    [](const RunTable &, const R &row) { return QString::number(row.seed); }, numberOf<&R::seed>,
                    sameIn<&R::seed>},
        PlainColumn{"status", QT_TRANSLATE_NOOP("RunColumns", "Status"),
                    QT_TRANSLATE_NOOP("RunColumns", "Whether it waits, trains or is done"), Shown::WhereRowsDiffer,
                    statusText, nullptr, sameIn<&R::status>},
        PlainColumn{"tasks", QT_TRANSLATE_NOOP("RunColumns", "Tasks"),
                    QT_TRANSLATE_NOOP("RunColumns", "How many tasks it is to learn"), Shown::WhereRowsDiffer,
                    [](const RunTable &, const R &row) { return format::count(qint64(row.tasks.size())); },
                    [](const R &row) { return std::optional(static_cast<double>(row.tasks.size())); }, sameTasks},
        PlainColumn{"samples", QT_TRANSLATE_NOOP("RunColumns", "Samples a task"),
                    QT_TRANSLATE_NOOP("RunColumns", "How many samples of each task it learns from at most"),
                    Shown::WhereRowsDiffer, samplesText, numberOf<&R::maxTrain>, sameIn<&R::maxTrain>},
        PlainColumn{"backbone", QT_TRANSLATE_NOOP("RunColumns", "Backbone"),
                    QT_TRANSLATE_NOOP("RunColumns", "The frozen network that all tasks share"), Shown::WhereRowsDiffer,
                    textOf<&R::backbone>, nullptr, sameIn<&R::backbone>},
        PlainColumn{"origin", QT_TRANSLATE_NOOP("RunColumns", "Goes on from"),
                    QT_TRANSLATE_NOOP("RunColumns", "The run it began with"), Shown::WhereRowsDiffer,
                    textOf<&R::origin>, nullptr, sameIn<&R::origin>},
        PlainColumn{"precision", QT_TRANSLATE_NOOP("RunColumns", "Precision"),
                    QT_TRANSLATE_NOOP("RunColumns", "The numbers it computes with"), Shown::WhereRowsDiffer,
                    textOf<&R::precision>, nullptr, sameIn<&R::precision>},
        PlainColumn{"tags", QT_TRANSLATE_NOOP("RunColumns", "Tags"),
                    QT_TRANSLATE_NOOP("RunColumns", "Words that people gave it"), Shown::WhereThereIsAny, tagsText,
                    nullptr, nullptr},
        PlainColumn{"note", QT_TRANSLATE_NOOP("RunColumns", "Note"), QT_TRANSLATE_NOOP("RunColumns", "The newest note"),
                    Shown::WhereThereIsAny, textOf<&R::note>, nullptr, nullptr},
        PlainColumn{"started", QT_TRANSLATE_NOOP("RunColumns", "Started"),
                    QT_TRANSLATE_NOOP("RunColumns", "When its training began"), Shown::WhenAsked, startedText,
                    startedNumber, nullptr}};
    return kColumns;
}

/// Figures stand behind what the run was asked to do and before what people say of it.
constexpr const char *kAfterFigures = "tags";

RunColumn columnOf(const PlainColumn &plain)
{
    RunColumn column{.id = plain.id, .title = Tr::tr(plain.title), .help = Tr::tr(plain.help)};
    column.text = [text = plain.text](const RunScene &scene, std::size_t row) {
        return text(scene.table, scene.table.rows[row]);
    };
    if (plain.number != nullptr) {
        column.number = [number = plain.number](const RunScene &scene, std::size_t row) {
            return number(scene.table.rows[row]);
        };
    }
    return column;
}

RunColumn columnOf(const RunFigure &figure)
{
    const Measure &measure = figure.described();
    return {.id = figure.name,
            .title = measureTitle(measure),
            .help = QCoreApplication::translate(measure.context, measure.help.c_str()),
            .number = [value = figure.value](const RunScene &scene,
                                             std::size_t row) { return value(scene.table.rows[row]); },
            .unit = measure.unit,
            .better = measure.better};
}

RunColumn scoreColumn(std::uint32_t task, const std::string &name)
{
    return {.id = kScore + name,
            .title = QString::fromStdString(name),
            .help = Tr::tr("Score on %1 after the last task was learned").arg(QString::fromStdString(name)),
            .number = [task](const RunScene &scene, std::size_t row) { return taskScore(scene.table.rows[row], task); },
            .unit = MeasureUnit::Share,
            .better = Better::Higher};
}

RunColumn settingColumn(std::uint32_t key, const std::string &name)
{
    RunColumn column{.id = kSetting + name,
                     .title = QString::fromStdString(name),
                     .help = Tr::tr("Setting %1").arg(QString::fromStdString(name))};
    column.text = [key](const RunScene &scene, std::size_t row) {
        const std::string *value = scene.settings.value(row, key);
        return value == nullptr ? QString() : QString::fromStdString(*value);
    };
    column.number = [key](const RunScene &scene, std::size_t row) -> std::optional<double> {
        const std::string *value = scene.settings.value(row, key);
        bool number = false;
        const double read = value == nullptr ? 0 : QByteArray::fromStdString(*value).toDouble(&number);
        return number ? std::optional(read) : std::nullopt;
    };
    return column;
}

bool isShown(const PlainColumn &column, const RunScene &scene, std::span<const std::size_t> rows)
{
    const std::vector<RunRow> &all = scene.table.rows;
    switch (column.shown) {
    case Shown::Always: return true;
    case Shown::WhenAsked: return false;
    case Shown::WhereRowsDiffer:
        return std::ranges::any_of(rows, [&](std::size_t row) { return !column.same(all[row], all[rows.front()]); });
    case Shown::WhereThereIsAny:
        return std::ranges::any_of(rows,
                                   [&](std::size_t row) { return !column.text(scene.table, all[row]).isEmpty(); });
    }
    return false;
}

}  // namespace

std::optional<RunColumn> runColumn(const RunScene &scene, const std::string &id)
{
    const auto plain = std::ranges::find_if(plainColumns(), [&](const PlainColumn &column) { return id == column.id; });
    if (plain != plainColumns().end()) {
        return columnOf(*plain);
    }
    if (const RunFigure *figure = runFigure(id)) {
        return columnOf(*figure);
    }
    if (id.starts_with(kScore)) {
        const auto found = std::ranges::find(scene.table.tasks, id.substr(kScore.size()));
        return found == scene.table.tasks.end()
                   ? std::nullopt
                   : std::optional(scoreColumn(std::uint32_t(found - scene.table.tasks.begin()), *found));
    }
    if (id.starts_with(kSetting)) {
        const std::string name = id.substr(kSetting.size());
        const std::optional<std::uint32_t> key = scene.settings.keyNamed(name);
        return key ? std::optional(settingColumn(*key, name)) : std::nullopt;
    }
    return std::nullopt;
}

std::vector<std::string> runColumnIds(const RunScene &scene)
{
    std::vector<std::string> ids;
    for (const PlainColumn &column : plainColumns()) {
        if (std::string(column.id) == kAfterFigures) {
            std::ranges::transform(runFigures(), std::back_inserter(ids), &RunFigure::name);
            for (const std::string &task : scene.table.tasks) {
                ids.push_back(kScore + task);
            }
        }
        ids.emplace_back(column.id);
    }
    std::vector<std::string> settings = scene.settings.keys();
    std::ranges::sort(settings);
    for (const std::string &key : settings) {
        ids.push_back(kSetting + key);
    }
    return ids;
}

std::vector<std::string> tellingColumns(const RunScene &scene, std::span<const std::size_t> rows, int &left)
{
    std::vector<std::string> ids;
    const auto addFigures = [&] {
        for (const char *figure : {"accuracy", "forgetting", "adapters", "bytes", "seconds"}) {
            ids.emplace_back(figure);
        }
        const std::vector<std::uint32_t> keys = differingKeys(scene.table, scene.settings, rows);
        left = std::max(0, int(keys.size()) - kMostSettings);
        for (std::size_t i = 0; i + std::size_t(left) < keys.size(); ++i) {
            ids.push_back(kSetting + scene.settings.keys()[keys[i]]);
        }
    };
    for (const PlainColumn &column : plainColumns()) {
        if (std::string(column.id) == kAfterFigures) {
            addFigures();
        }
        if (isShown(column, scene, rows)) {
            ids.emplace_back(column.id);
        }
    }
    return ids;
}

}  // namespace atlas::widgets
