#include "storage/run_export.h"

#include "core/csv.h"
#include "core/error.h"
#include "core/files.h"
#include "core/sentence.h"
#include "core/translatable.h"
#include "storage/connection.h"
#include "storage/import/cell_guard.h"
#include "storage/result_store.h"
#include "storage/run_notes.h"
#include "storage/run_store.h"
#include "storage/series_window.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace atlas::storage {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPage = 50'000;  ///< points held at a time

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

/// One form of file: what is said of the runs goes to it in this order.
class RunWriter {
public:
    using Append = std::function<void(const std::string &)>;

    explicit RunWriter(Append append) : m_append(std::move(append)) {}
    virtual ~RunWriter() = default;

    virtual void begin() = 0;
    virtual void run(const RunRecord &run, const std::vector<std::string> &tags, const std::string &note) = 0;
    virtual void cells(const std::vector<AccuracyCell> &cells) = 0;
    virtual void costs(const std::vector<TaskCost> &costs) = 0;
    virtual void series(const SeriesKey &key) = 0;
    virtual void points(const std::vector<SeriesPoint> &points) = 0;
    virtual void endSeries() = 0;
    virtual void endRun() = 0;
    virtual void end() = 0;

protected:
    void append(const std::string &text) { m_append(text); }

private:
    Append m_append;
};

/// The costs of a task under the names of the measures.
std::vector<std::pair<const char *, Json>> fieldsOf(const TaskCost &cost)
{
    return {{"train_seconds", number(cost.trainSeconds)},
            {"samples_per_second", number(cost.samplesPerSecond)},
            {"adapter_parameters", cost.adapterParameters},
            {"head_parameters", cost.headParameters},
            {"bytes_added", cost.bytesAdded},
            {"peak_memory_bytes", cost.peakMemoryBytes},
            {"random_score", number(cost.randomScore)}};
}

class JsonWriter final : public RunWriter {
public:
    using RunWriter::RunWriter;

    void begin() override { append("{\"runs\": ["); }

    void run(const RunRecord &run, const std::vector<std::string> &tags, const std::string &note) override
    {
        Json json{{"run", run.uuid},
                  {"name", run.name},
                  {"sequence", run.spec.sequence},
                  {"strategy", run.spec.strategy},
                  {"seed", run.spec.seed},
                  {"status", runStatusName(run.status)},
                  {"backbone", run.spec.backboneName},
                  {"backbone_sha256", run.spec.backboneSha256},
                  {"max_train", run.spec.maxTrain},
                  {"precision", run.spec.precision},
                  {"tasks", run.tasks},
                  {"settings", run.spec.settings},
                  {"tags", tags},
                  {"note", note}};
        const std::string text = json.dump();
        append((m_anyRun ? ",\n" : "\n") + text.substr(0, text.size() - 1));  // goes on until endRun()
        m_anyRun = true;
        m_anySeries = false;
    }

    void cells(const std::vector<AccuracyCell> &cells) override
    {
        Json list = Json::array();
        for (const AccuracyCell &cell : cells) {
            Json scores = Json::object();
            for (const auto &[name, value] : cell.scores) {
                scores[name] = number(value);
            }
            list.push_back({{"after_task", cell.afterTask},
                            {"eval_task", cell.evalTask},
                            {"n", cell.n},
                            {"scores", std::move(scores)},
                            {"seconds_per_sample", number(cell.secondsPerSample)}});
        }
        append(",\n\"cells\": " + list.dump());
    }

    void costs(const std::vector<TaskCost> &costs) override
    {
        Json list = Json::array();
        for (const TaskCost &cost : costs) {
            Json entry{{"task", cost.task}};
            for (auto &[name, value] : fieldsOf(cost)) {
                entry[name] = std::move(value);
            }
            list.push_back(std::move(entry));
        }
        append(",\n\"costs\": " + list.dump() + ",\n\"series\": [");
    }

    void series(const SeriesKey &key) override
    {
        append(std::string(m_anySeries ? ",\n" : "\n") + "{\"metric\": " + Json(key.metric).dump() +
               ", \"context\": " + Json(key.context).dump() + ", \"points\": [");
        m_anySeries = true;
        m_anyPoint = false;
    }

    void points(const std::vector<SeriesPoint> &points) override
    {
        std::string text;
        for (const SeriesPoint &point : points) {
            text += (m_anyPoint ? ",[" : "[") + std::to_string(point.step) + "," + number(point.value).dump() + "]";
            m_anyPoint = true;
        }
        append(text);
    }

    void endSeries() override { append("]}"); }
    void endRun() override { append("]}"); }
    void end() override { append("\n]}\n"); }

private:
    bool m_anyRun = false;
    bool m_anySeries = false;
    bool m_anyPoint = false;
};

class CsvWriter final : public RunWriter {
public:
    using RunWriter::RunWriter;

    void begin() override { append("run,name,strategy,seed,what,task,after,figure,context,step,value\r\n"); }

    void run(const RunRecord &run, const std::vector<std::string> &tags, const std::string &note) override
    {
        m_tasks = run.tasks;
        m_run = run.uuid + "," + text(run.name) + "," + text(run.spec.strategy) + "," + std::to_string(run.spec.seed);
        line("run", {}, {}, "sequence", {}, {}, text(run.spec.sequence));
        line("run", {}, {}, "status", {}, {}, runStatusName(run.status));
        line("run", {}, {}, "backbone", {}, {}, text(run.spec.backboneName));
        line("run", {}, {}, "max_train", {}, {}, std::to_string(run.spec.maxTrain));
        line("run", {}, {}, "precision", {}, {}, text(run.spec.precision));
        for (const std::string &tag : tags) {
            line("tag", {}, {}, {}, {}, {}, text(tag));
        }
        if (!note.empty()) {
            line("note", {}, {}, {}, {}, {}, text(note));
        }
        for (const auto &[key, value] : run.spec.settings) {
            line("setting", {}, {}, text(key), {}, {}, text(value));
        }
    }

    void cells(const std::vector<AccuracyCell> &cells) override
    {
        for (const AccuracyCell &cell : cells) {
            const std::string task = taskName(cell.evalTask);
            const std::string after = taskName(cell.afterTask);
            for (const auto &[name, value] : cell.scores) {
                line("cell", task, after, text(name), {}, {}, exactDigits(value));
            }
            line("cell", task, after, "n", {}, {}, std::to_string(cell.n));
            line("cell", task, after, "seconds_per_sample", {}, {}, exactDigits(cell.secondsPerSample));
        }
    }

    void costs(const std::vector<TaskCost> &costs) override
    {
        for (const TaskCost &cost : costs) {
            for (const auto &[name, value] : fieldsOf(cost)) {
                line("cost", taskName(cost.task), {}, name, {}, {}, value.is_null() ? std::string() : value.dump());
            }
        }
    }

    void series(const SeriesKey &key) override
    {
        m_series = m_run + ",series,,," + text(key.metric) + "," + text(key.context) + ",";
    }

    void points(const std::vector<SeriesPoint> &points) override
    {
        std::string lines;
        for (const SeriesPoint &point : points) {
            lines += m_series + std::to_string(point.step) + "," + exactDigits(point.value) + "\r\n";
        }
        append(lines);
    }

    void endSeries() override {}
    void endRun() override {}
    void end() override {}

private:
    static std::string text(const std::string &text) { return csvField(guardedCell(text)); }

    std::string taskName(int place) const
    {
        return place >= 0 && place < static_cast<int>(m_tasks.size()) ? text(m_tasks[static_cast<std::size_t>(place)])
                                                                      : std::string();
    }

    void line(const std::string &what, const std::string &task, const std::string &after, const std::string &figure,
              const std::string &context, const std::string &step, const std::string &value)
    {
        append(m_run + "," + what + "," + task + "," + after + "," + figure + "," + context + "," + step + "," + value +
               "\r\n");
    }

    std::vector<std::string> m_tasks;
    std::string m_run;
    std::string m_series;
};

std::unique_ptr<RunWriter> writerFor(const std::filesystem::path &file, RunWriter::Append append)
{
    const std::string ending = lowerExtension(file);
    if (ending == ".json") {
        return std::make_unique<JsonWriter>(std::move(append));
    }
    if (ending == ".csv") {
        return std::make_unique<CsvWriter>(std::move(append));
    }
    throw Error(
        ErrorCode::Usage,
        say(QT_TRANSLATE_NOOP("Sentence", "Runs are written as .csv or .json, not as \"%1\". Nothing was written."),
            ending),
        say(QT_TRANSLATE_NOOP("Sentence", "Give the file one of these endings.")));
}

RunRecord runOf(Connection &connection, std::int64_t id)
{
    const auto run = RunStore(connection).find(std::to_string(id));
    if (!run || run->id != id) {
        throw Error(ErrorCode::NotFound,
                    say(QT_TRANSLATE_NOOP("Sentence", "There is no run %1. Nothing was written."), id));
    }
    return *run;
}

void writeRun(Connection &connection, RunWriter &writer, const RunRecord &run, const std::stop_token &stop)
{
    ResultStore results(connection);
    RunNotes notes(connection);
    const std::vector<RunNote> history = notes.notes(run.id);
    writer.run(run, notes.tagsOf(run.id), history.empty() ? std::string() : history.front().text);
    writer.cells(results.cells(run.id));
    writer.costs(results.costs(run.id));
    for (const Series &series : results.series(run.id)) {
        writer.series(series.key);
        std::int64_t after = -1;
        for (;;) {
            throwIfStopped(stop);
            const std::vector<SeriesPoint> points = readSeriesPage(connection, series.id, after, kPage);
            if (points.empty()) {
                break;
            }
            writer.points(points);
            after = points.back().step;
        }
        writer.endSeries();
    }
    writer.endRun();
}

}  // namespace

void exportRuns(Connection &connection, std::span<const std::int64_t> runs, const std::filesystem::path &file,
                Observer &observer, const std::stop_token &stop)
{
    writeFileAtomically(file, [&](const AppendBytes &append) {
        const auto writer = writerFor(file, [&](const std::string &text) { append(std::as_bytes(std::span(text))); });
        writer->begin();
        for (std::size_t i = 0; i < runs.size(); ++i) {
            throwIfStopped(stop);
            const RunRecord run = runOf(connection, runs[i]);
            observer.progress(static_cast<double>(i) / static_cast<double>(runs.size()), run.name);
            writeRun(connection, *writer, run, stop);
        }
        writer->end();
    });
    observer.progress(1, {});
}

}  // namespace atlas::storage
