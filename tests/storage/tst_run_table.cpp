#include "project_fixture.h"

#include "core/files.h"
#include "core/run_filter.h"
#include "storage/result_store.h"
#include "storage/run_export.h"
#include "storage/run_notes.h"
#include "storage/run_results.h"
#include "storage/run_store.h"
#include "storage/run_summary.h"
#include "storage/run_table.h"
#include "storage/task_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <random>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;

namespace {

const std::vector<std::string> kTasks{"a", "b", "c"};
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

void makeSequence(ProjectFixture &fixture)
{
    for (const std::string &task : kTasks) {
        fixture.addTask(task);
    }
    fixture.project().writer().run(
        [](Connection &connection) { TaskStore(connection, {}).setSequence("pilot", kTasks); });
}

RunSpec specOf(const std::string &strategy, std::uint64_t seed, const std::map<std::string, std::string> &settings)
{
    RunSpec spec;
    spec.sequence = "pilot";
    spec.strategy = strategy;
    spec.seed = seed;
    spec.backboneName = "mini";
    spec.backboneSha256 = std::string(64, 'b');
    spec.settings = settings;
    return spec;
}

RunRecord addRun(Connection &connection, const RunSpec &spec, const AccuracyMatrix &matrix = {})
{
    const RunRecord run = RunStore(connection).create(spec);
    ResultStore results(connection);
    for (std::size_t row = 0; row < matrix.size(); ++row) {
        for (std::size_t column = 0; column < matrix[row].size(); ++column) {
            if (!std::isnan(matrix[row][column])) {
                AccuracyCell cell{static_cast<int>(row), static_cast<int>(column), {}, 20, {}, 0.001};
                cell.scores = {{"accuracy", matrix[row][column]}, {"router_accuracy", 0.1}};
                results.putCell(run.id, cell, {});
            }
        }
        results.putCost(run.id, {static_cast<int>(row), 10, 5, 100, 10, 1000, 0, 0.5});
    }
    return run;
}

RunSettings settingsOf(Connection &connection, const RunTable &table)
{
    std::vector<std::int64_t> runs;
    std::ranges::transform(table.rows, std::back_inserter(runs), &RunRow::id);
    return readRunSettings(connection, runs);
}

template <typename Work>
auto with(ProjectFixture &fixture, Work work)
{
    return fixture.project().writer().run(work);
}

}  // namespace

class TestRunTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresAreThoseOfTheMeasures();
    void summariesFollowWhatIsWritten();
    void showsRunsNewestFirstWithWhatIsSaidOfThem();
    void settingsAreKeptOnceAndFoundByRow();
    void groupsRunsThatDifferInTheirSeed();
    void differencesAreThoseOfTheRowsInSight();
    void curvesAreTheMatrix();
    void exportsEverythingWhole();
    void anExportThatFailsLeavesTheOldFile();
    void tenThousandRunsAreReadAtOnce();
};

void TestRunTable::figuresAreThoseOfTheMeasures()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    std::mt19937 random(1);
    for (int round = 0; round < 30; ++round) {
        AccuracyMatrix matrix(random() % 4);
        for (std::size_t row = 0; row < matrix.size(); ++row) {
            for (std::size_t column = 0; column <= row; ++column) {
                // Cells that are missing, as of tasks learned together or of a run that was stopped inside a row.
                matrix[row].push_back(random() % 8 == 0 ? kGap : static_cast<double>(random() % 1000) / 1000);
            }
        }
        with(fixture, [&](Connection &connection) {
            const RunRecord run = addRun(connection, specOf("atlas", 1, {}), matrix);
            const RunResults results = readRunResults(connection, {}, run);
            const RunRow row = readRunTable(connection).rows.front();
            QCOMPARE(row.learned, results.learned());
            const auto same = [](const std::optional<double> &a, const std::optional<double> &b) {
                return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-12);
            };
            const auto defined = [](std::optional<double> value) {
                return value && std::isnan(*value) ? std::nullopt : value;
            };
            QVERIFY(same(row.accuracy, defined(averageAccuracy(results.matrix()))));
            QVERIFY(same(row.forgetting, defined(forgettingFromFirst(results.matrix()))));
            QCOMPARE(row.adapterParameters.has_value(), !matrix.empty());
            QCOMPARE(row.bytes.value_or(0), std::int64_t(1000 * matrix.size()));
            for (std::size_t task = 0; task < row.tasks.size(); ++task) {
                const auto expected =
                    row.learned > 0 ? results.score(row.learned - 1, static_cast<int>(task)) : std::nullopt;
                QVERIFY(same(taskScore(row, static_cast<std::uint32_t>(task)), expected));
            }
        });
    }
}

void TestRunTable::summariesFollowWhatIsWritten()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [](Connection &connection) {
        const RunRecord run = addRun(connection, specOf("atlas", 1, {}));
        QVERIFY(!readRunTable(connection).rows.front().accuracy);
        AccuracyCell cell{0, 0, {{"accuracy", 0.5}}, 20, {}, 0};
        ResultStore(connection).putCell(run.id, cell, {});
        QCOMPARE(*readRunTable(connection).rows.front().accuracy, 0.5);
        cell.scores["accuracy"] = 0.75;
        ResultStore(connection).putCell(run.id, cell, {});  // as a resumed run does
        QCOMPARE(*readRunTable(connection).rows.front().accuracy, 0.75);
        connection.execute("DELETE FROM run_summary");
        refreshSummaries(connection);
        QCOMPARE(*readRunTable(connection).rows.front().accuracy, 0.75);
    });
}

void TestRunTable::showsRunsNewestFirstWithWhatIsSaidOfThem()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [](Connection &connection) {
        const RunRecord first = addRun(connection, specOf("atlas", 1, {}));
        const RunRecord gone = addRun(connection, specOf("atlas", 2, {}));
        const RunRecord last = addRun(connection, specOf("finetune", 18'000'000'000'000'000'000U, {}));
        RunStore(connection).remove(gone.uuid);
        RunNotes notes(connection);
        notes.addTag(std::vector{first.id, gone.id}, "old");
        notes.addTag(std::vector{first.id}, "good");
        notes.write(last.id, "look again", "anna");
        const RunTable table = readRunTable(connection);
        QCOMPARE(table.rows.size(), std::size_t{2});
        QCOMPARE(table.rows[0].uuid, last.uuid);
        QCOMPARE(table.rows[0].seed, last.spec.seed);
        QCOMPARE(table.rows[0].note, std::string("look again"));
        QCOMPARE(table.rows[1].tags, (std::vector<std::string>{"good", "old"}));
        QCOMPARE(table.tasks, kTasks);
        QCOMPARE(table.rows[1].tasks.size(), std::size_t{3});
        QCOMPARE(table.rowOf(first.uuid), 1);
        QCOMPARE(table.rowOf(gone.uuid), -1);
    });
}

void TestRunTable::settingsAreKeptOnceAndFoundByRow()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [](Connection &connection) {
        std::mt19937 random(2);
        std::vector<std::map<std::string, std::string>> asked;
        for (int i = 0; i < 40; ++i) {
            std::map<std::string, std::string> settings;
            for (int key = 0; key < 12; ++key) {
                if (random() % 3 != 0) {
                    settings["key" + std::to_string(key)] = std::to_string(random() % 3);
                }
            }
            addRun(connection, specOf("atlas", 1, settings));
            asked.insert(asked.begin(), settings);
        }
        const RunTable table = readRunTable(connection);
        const RunSettings settings = settingsOf(connection, table);
        QCOMPARE(settings.rows(), asked.size());
        QVERIFY(settings.values().size() <= 3);
        for (std::size_t row = 0; row < asked.size(); ++row) {
            QCOMPARE(settings.of(row).size(), asked[row].size());
            for (const auto &[key, text] : asked[row]) {
                const std::string *value = settings.value(row, settings.keyNamed(key).value());
                QVERIFY(value != nullptr);
                QCOMPARE(*value, text);
            }
        }
        QVERIFY(!settings.keyNamed("none"));
        QVERIFY(settings.of(asked.size()).empty());
    });
}

void TestRunTable::groupsRunsThatDifferInTheirSeed()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [](Connection &connection) {
        for (const auto &[strategy, seed, rate] :
             std::vector<std::tuple<std::string, int, std::string>>{{"atlas", 1, "0.1"},
                                                                    {"atlas", 2, "0.1"},
                                                                    {"atlas", 1, "0.2"},
                                                                    {"finetune", 3, "0.1"},
                                                                    {"atlas", 2, "0.1"}}) {
            addRun(connection, specOf(strategy, std::uint64_t(seed), {{"rate", rate}}));
        }
        const RunTable table = readRunTable(connection);
        const RunSettings settings = settingsOf(connection, table);
        const std::vector<std::size_t> rows{0, 1, 2, 3, 4};
        // Newest first; the seed that comes twice begins a group of its own.
        QCOMPARE(groupBySeed(table, settings, rows), (std::vector<std::vector<std::size_t>>{{0, 4}, {1}, {2}, {3}}));
        QCOMPARE(groupBySeed(table, RunSettings(), rows).size(), rows.size());
    });
}

void TestRunTable::differencesAreThoseOfTheRowsInSight()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [](Connection &connection) {
        addRun(connection, specOf("finetune", 1, {{"rate", "0.3"}, {"epochs", "4"}}));
        addRun(connection, specOf("atlas", 1, {{"rate", "0.1"}, {"width", "8"}, {"epochs", "4"}}));
        addRun(connection, specOf("atlas", 1, {{"rate", "0.1"}, {"width", "16"}, {"epochs", "4"}}));
        const RunTable table = readRunTable(connection);
        const RunSettings settings = settingsOf(connection, table);
        const auto differing = [&](const std::vector<std::size_t> &rows) {
            std::string names;
            for (const std::uint32_t key : differingKeys(table, settings, rows)) {
                names += settings.keys()[key] + " ";
            }
            return names;
        };
        QCOMPARE(differing({0, 1, 2}), std::string("rate width "));
        QCOMPARE(differing({0, 1}), std::string("width "));
        QCOMPARE(differing({1, 2}), std::string("rate "));  // only atlas has a width
        QCOMPARE(differing({1}), std::string());
    });
}

void TestRunTable::curvesAreTheMatrix()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [](Connection &connection) {
        const AccuracyMatrix matrix{{0.9}, {0.8, 0.7}};
        const RunRecord one = addRun(connection, specOf("atlas", 1, {}), matrix);
        const RunRecord none = addRun(connection, specOf("atlas", 2, {}));
        ResultStore results(connection);
        results.addPoints(one.id, {{{"loss", "a/stage2"}, {1, 0.5}}, {{"loss", "a/stage2"}, {2, 0.4}}});
        results.addPoints(none.id, {{{"loss", "a/stage2"}, {1, 0.5}}, {{"gate", "b/stage2/a"}, {1, 0.5}}});
        const std::vector<std::int64_t> runs{none.id, one.id};
        const std::vector<RunCurve> curves = readRunCurves(connection, runs);
        QCOMPARE(curves[0].run, none.id);
        QVERIFY(curves[0].matrix.empty());
        QCOMPARE(curves[1].matrix, matrix);
        QCOMPARE(curves[1].tasks, kTasks);
        const std::vector<SeriesChoice> choices = readSeriesChoices(connection, runs);
        QCOMPARE(choices.size(), std::size_t{2});
        QCOMPARE(choices[1].key.metric, std::string("loss"));
        QCOMPARE(choices[1].runs, std::int64_t{2});
        QCOMPARE(choices[1].points, std::int64_t{2});
        const std::vector<FoundSeries> series = findSeries(connection, runs, {"gate", "b/stage2/a"});
        QVERIFY(series[0].id > 0);
        QCOMPARE(series[0].points, std::int64_t{1});
        QCOMPARE(series[1].id, std::int64_t{0});
    });
}

void TestRunTable::exportsEverythingWhole()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [&](Connection &connection) {
        const RunRecord run = addRun(connection, specOf("atlas", 1, {{"rate", "=1+1"}}), {{0.1 + 0.2}});
        std::vector<std::pair<SeriesKey, SeriesPoint>> points;
        for (int step = 0; step < 60'000; ++step) {  // more than are held at a time
            points.push_back({{"loss", "a/stage2"}, {step, step == 7 ? kGap : 1.0 / (step + 1)}});
        }
        ResultStore(connection).addPoints(run.id, points);
        RunNotes(connection).write(run.id, "said \"so\"", "anna");
        NullObserver observer;
        const std::vector<std::int64_t> runs{run.id};
        exportRuns(connection, runs, fixture.temporary() / "all.json", observer, {});
        exportRuns(connection, runs, fixture.temporary() / "all.csv", observer, {});

        const QJsonObject json =
            QJsonDocument::fromJson(QByteArray::fromStdString(readFile(fixture.temporary() / "all.json"))).object();
        const QJsonObject told = json["runs"][0].toObject();
        QCOMPARE(told["run"].toString().toStdString(), run.uuid);
        QCOMPARE(told["note"].toString(), QStringLiteral("said \"so\""));
        QCOMPARE(told["cells"][0]["scores"]["accuracy"].toDouble(), 0.1 + 0.2);
        const QJsonArray series = told["series"][0]["points"].toArray();
        QCOMPARE(series.size(), 60'000);
        QVERIFY(series[7][1].isNull());
        QCOMPARE(series[59'999][1].toDouble(), 1.0 / 60'000);

        const QStringList lines =
            QString::fromStdString(readFile(fixture.temporary() / "all.csv")).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.filter(QStringLiteral(",series,")).size(), 60'000);
        QVERIFY(lines.filter(QStringLiteral(",cell,a,a,accuracy,,,0.30000000000000004")).size() == 1);
        QVERIFY(lines.filter(QStringLiteral(",setting,,,rate,,,'=1+1")).size() == 1);  // no formula for a spreadsheet
        QVERIFY(lines.filter(QStringLiteral("note,,,,,,\"said \"\"so\"\"\"")).size() == 1);
    });
}

void TestRunTable::anExportThatFailsLeavesTheOldFile()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [&](Connection &connection) {
        const RunRecord run = addRun(connection, specOf("atlas", 1, {}), {{0.5}});
        NullObserver observer;
        const auto file = fixture.temporary() / "all.csv";
        writeFileAtomically(file, std::string("before"));
        const auto failing = [&](std::vector<std::int64_t> runs, const std::filesystem::path &to,
                                 std::stop_token stop = {}) {
            return errorCodeOf([&] { exportRuns(connection, runs, to, observer, stop); });
        };
        QCOMPARE(failing({run.id, 99}, file), std::optional(ErrorCode::NotFound));
        QCOMPARE(failing({run.id}, fixture.temporary() / "all.xls"), std::optional(ErrorCode::Usage));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(failing({run.id}, file, stop.get_token()), std::optional(ErrorCode::Cancelled));
        QCOMPARE(readFile(file), std::string("before"));
        QVERIFY(!std::filesystem::exists(fixture.temporary() / "all.xls"));
    });
}

void TestRunTable::tenThousandRunsAreReadAtOnce()
{
    ProjectFixture fixture;
    makeSequence(fixture);
    with(fixture, [](Connection &connection) {
        const std::string runs = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) ";
        connection.execute("INSERT INTO run (uuid, name, sequence, strategy, seed, backbone_name, backbone_sha256, "
                           "max_train, device, precision, status, progress, message, host, pid, boot_id, created_us, "
                           "started_us, ended_us, heartbeat_us, deleted_us) " +
                           runs +
                           "SELECT 'uuid-' || i, 'atlas ' || i, 'pilot', 'atlas', i % 5, 'mini', '', 0, '', '', "
                           "'finished', 1, '', '', 0, '', i, i, i, i, 0 FROM n");
        connection.execute("INSERT INTO run_task SELECT r.id, t.id - 1, t.id FROM run r, task t");
        connection.execute("WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 50) "
                           "INSERT INTO run_setting SELECT r.id, 'setting_' || k.i, (r.id / 5 * k.i) % 97, NULL "
                           "FROM run r, k");
        connection.execute("INSERT INTO cell SELECT r.id, a.id - 1, b.id - 1, 10, '', 0 FROM run r, task a, task b "
                           "WHERE b.id <= a.id");
        connection.execute("INSERT INTO cell_score SELECT run_id, after_task, eval_task, 'accuracy', "
                           "(run_id * 7919 % 1000) / 1000.0 FROM cell");
        refreshSummaries(connection);
    });
    const auto connection = fixture.project().connect();
    QElapsedTimer timer;
    timer.start();
    const RunTable table = readRunTable(*connection);
    const qint64 tableMs = timer.restart();
    const RunSettings settings = settingsOf(*connection, table);
    const qint64 settingsMs = timer.restart();
    const RunFilter filter = RunFilter::parse("accuracy>0.5 seed=1 setting.setting_3<50 atlas -tag:old");
    const std::vector<std::size_t> found = filter.matching(table, settings);
    const qint64 filterMs = timer.restart();
    const auto groups = groupBySeed(table, settings, found);
    qInfo("10,000 runs: table %lld ms, settings %lld ms, filter %lld ms, groups %lld ms", tableMs, settingsMs, filterMs,
          timer.elapsed());
    QCOMPARE(table.rows.size(), std::size_t{10'000});
    QVERIFY(found.size() > 100 && found.size() < 2000);
    QVERIFY(!groups.empty());
    QCOMPARE(settings.values().size(), std::size_t{97});
    // Wide of what is measured on an idle machine, so that a busy one does not fail.
    QVERIFY2(tableMs < 2000 && settingsMs < 3000 && filterMs < 400, "see the times above");
}

QTEST_GUILESS_MAIN(TestRunTable)
#include "tst_run_table.moc"
