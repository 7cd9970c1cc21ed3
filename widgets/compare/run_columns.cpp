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

/// When a column is shown without being asked for.
enum class Shown { Always, WhereRowsDiffer, WhereThereIsAny, WhenAsked };

/// A column of what a run was asked to do and what people say of it.
struct PlainColumn {
    const char *id;
    const char *title;
    const char *help;
    Shown shown;
    bool (*same)(const RunRow &a, const RunRow &b) = nullptr;  ///< where it decides whether it is shown
    bool (*any)(const RunRow &row) = nullptr;                  ///< likewise
    QString (*text)(const RunRow &row) = nullptr;              ///< nullptr = as the field says it
};

template <auto Member>
bool sameIn(const RunRow &a, const RunRow &b)
{
    return a.*Member == b.*Member;
}

template <auto Member>
bool anyIn(const RunRow &row)
{
    return !(row.*Member).empty();
}

bool sameTasks(const RunRow &a, const RunRow &b)
{
    return std::ranges::equal(a.tasks, b.tasks, {}, &RunRow::TaskScore::task, &RunRow::TaskScore::task);
}

QString statusText(const RunRow &row)
{
    return row.status == RunStatus::Running ? Tr::tr("%1 %2").arg(statusWord(row.status), format::percent(row.progress))
                                            : statusWord(row.status);
}

QString strategyText(const RunRow &row)
{
    return strategyWord(row.strategy);
}

QString tasksText(const RunRow &row)
{
    return format::count(qint64(row.tasks.size()));
}

QString samplesText(const RunRow &row)
{
    return row.maxTrain > 0 ? format::count(row.maxTrain) : Tr::tr("all");
}

QString startedText(const RunRow &row)
{
    return row.startedUs > 0 ? format::dateTime(row.startedUs) : QString();
}

std::span<const PlainColumn> plainColumns()
{
    using R = RunRow;
    static constexpr std::array kColumns{
        PlainColumn{"name", QT_TRANSLATE_NOOP("RunColumns", "Run"),
                    QT_TRANSLATE_NOOP("RunColumns", "Tick runs to draw them below"), Shown::Always},
        PlainColumn{.id = "strategy",
                    .title = QT_TRANSLATE_NOOP("RunColumns", "Strategy"),
                    .help = QT_TRANSLATE_NOOP("RunColumns", "How the run learns"),
                    .shown = Shown::WhereRowsDiffer,
                    .same = sameIn<&R::strategy>,
                    .text = strategyText},
        PlainColumn{"sequence", QT_TRANSLATE_NOOP("RunColumns", "Sequence"),
                    QT_TRANSLATE_NOOP("RunColumns", "The sequence of tasks it learned"), Shown::WhereRowsDiffer,
                    sameIn<&R::sequence>},
        PlainColumn{"seed", QT_TRANSLATE_NOOP("RunColumns", "Seed"),
                    QT_TRANSLATE_NOOP("RunColumns", "The number that its chance began with"), Shown::WhereRowsDiffer,
                    sameIn<&R::seed>},
        PlainColumn{.id = "status",
                    .title = QT_TRANSLATE_NOOP("RunColumns", "Status"),
                    .help = QT_TRANSLATE_NOOP("RunColumns", "Whether it waits, trains or is done"),
                    .shown = Shown::WhereRowsDiffer,
                    .same = sameIn<&R::status>,
                    .text = statusText},
        PlainColumn{.id = "tasks",
                    .title = QT_TRANSLATE_NOOP("RunColumns", "Tasks"),
                    .help = QT_TRANSLATE_NOOP("RunColumns", "How many tasks it is to learn"),
                    .shown = Shown::WhereRowsDiffer,
                    .same = sameTasks,
                    .text = tasksText},
        PlainColumn{.id = "samples",
                    .title = QT_TRANSLATE_NOOP("RunColumns", "Samples a task"),
                    .help = QT_TRANSLATE_NOOP("RunColumns", "How many samples of each task it learns from at most"),
                    .shown = Shown::WhereRowsDiffer,
                    .same = sameIn<&R::maxTrain>,
                    .text = samplesText},
        PlainColumn{"backbone", QT_TRANSLATE_NOOP("RunColumns", "Backbone"),
                    QT_TRANSLATE_NOOP("RunColumns", "The frozen network that all tasks share"), Shown::WhereRowsDiffer,
                    sameIn<&R::backbone>},
        PlainColumn{"origin", QT_TRANSLATE_NOOP("RunColumns", "Goes on from"),
                    QT_TRANSLATE_NOOP("RunColumns", "The run it began with"), Shown::WhereRowsDiffer,
                    sameIn<&R::origin>},
        PlainColumn{"precision", QT_TRANSLATE_NOOP("RunColumns", "Precision"),
                    QT_TRANSLATE_NOOP("RunColumns", "The numbers it computes with"), Shown::WhereRowsDiffer,
                    sameIn<&R::precision>},
        PlainColumn{.id = "tags",
                    .title = QT_TRANSLATE_NOOP("RunColumns", "Tags"),
                    .help = QT_TRANSLATE_NOOP("RunColumns", "Words that people gave it"),
                    .shown = Shown::WhereThereIsAny,
                    .any = anyIn<&R::tags>},
        PlainColumn{.id = "note",
                    .title = QT_TRANSLATE_NOOP("RunColumns", "Note"),
                    .help = QT_TRANSLATE_NOOP("RunColumns", "The newest note"),
                    .shown = Shown::WhereThereIsAny,
                    .any = anyIn<&R::note>},
        PlainColumn{.id = "started",
                    .title = QT_TRANSLATE_NOOP("RunColumns", "Started"),
                    .help = QT_TRANSLATE_NOOP("RunColumns", "When its training began"),
                    .shown = Shown::WhenAsked,
                    .text = startedText}};
    return kColumns;
}

/// Figures stand behind what the run was asked to do and before what people say of it.
constexpr const char *kAfterFigures = "tags";

RunColumn columnOf(RunField field, const QString &title, const QString &help)
{
    RunColumn column{.id = field.id, .title = title, .help = help};
    if (field.text) {
        column.text = [text = std::move(field.text)](const RunScene &scene, std::size_t row) {
            return QString::fromStdString(text(scene, row));
        };
    }
    column.number = std::move(field.number);
    column.unit = field.unit;
    column.better = field.better;
    return column;
}

RunColumn plainColumn(RunField field, const PlainColumn &plain)
{
    RunColumn column = columnOf(std::move(field), Tr::tr(plain.title), Tr::tr(plain.help));
    if (plain.text != nullptr) {
        column.text = [text = plain.text](const RunScene &scene, std::size_t row) {
            return text(scene.table.rows[row]);
        };
    }
    return column;
}

RunColumn figureColumn(RunField field, const Measure &measure)
{
    return columnOf(std::move(field), measureTitle(measure),
                    QCoreApplication::translate(measure.context, measure.help.c_str()));
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
        return std::ranges::any_of(rows, [&](std::size_t row) { return column.any(all[row]); });
    }
    return false;
}

}  // namespace

std::optional<RunColumn> runColumn(const RunScene &scene, const std::string &id)
{
    std::optional<RunField> field = runField(scene, id);
    if (!field) {
        return std::nullopt;
    }
    const auto plain = std::ranges::find_if(plainColumns(), [&](const PlainColumn &column) { return id == column.id; });
    if (plain != plainColumns().end()) {
        return plainColumn(std::move(*field), *plain);
    }
    if (const RunFigure *figure = runFigure(id)) {
        return figureColumn(std::move(*field), figure->described());
    }
    const bool score = id.starts_with(kScoreField);
    const std::size_t prefix = std::string_view(score ? kScoreField : kSettingField).size();
    const QString name = QString::fromStdString(id.substr(prefix));
    const QString help = score ? Tr::tr("Score on %1 after the last task was learned") : Tr::tr("Setting %1");
    RunColumn column = columnOf(std::move(*field), name, help.arg(name));
    if (column.text && !score) {  // choices are called as the form calls them
        column.text = [text = std::move(column.text)](const RunScene &shown, std::size_t row) {
            return QCoreApplication::translate("Setting", text(shown, row).toUtf8().constData());
        };
    }
    return column;
}

std::vector<std::string> runColumnIds(const RunScene &scene)
{
    std::vector<std::string> ids;
    for (const PlainColumn &column : plainColumns()) {
        if (std::string(column.id) == kAfterFigures) {
            std::ranges::transform(runFigures(), std::back_inserter(ids), &RunFigure::name);
            for (const std::string &task : scene.table.tasks) {
                ids.push_back(kScoreField + task);
            }
        }
        ids.emplace_back(column.id);
    }
    std::vector<std::string> settings = scene.settings.keys();
    std::ranges::sort(settings);
    for (const std::string &key : settings) {
        ids.push_back(kSettingField + key);
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
            ids.push_back(kSettingField + scene.settings.keys()[keys[i]]);
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
