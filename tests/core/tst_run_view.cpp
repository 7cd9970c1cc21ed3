#include "core/run_fields.h"
#include "core/run_view.h"

#include <QtTest>

using namespace atlas;

namespace {

struct Made {
    const char *name;
    const char *strategy = "atlas";
    std::uint64_t seed = 1;
    std::optional<double> accuracy = {};
    const char *rate = "0.1";
    const char *sequence = "pilot";
    RunStatus status = RunStatus::Finished;
};

struct Project {
    RunTable table{.rows = {}, .tasks = {"notes"}};
    RunSettings settings;

    /// Newest first.
    explicit Project(const std::vector<Made> &runs)
    {
        for (const Made &made : runs) {
            RunRow row;
            row.uuid = row.name = made.name;
            row.strategy = made.strategy;
            row.seed = made.seed;
            row.accuracy = made.accuracy;
            row.learned = made.accuracy ? 1 : 0;
            row.sequence = made.sequence;
            row.status = made.status;
            row.tasks = {{0, made.accuracy.value_or(0)}};
            table.rows.push_back(std::move(row));
            settings.add("rate", made.rate);
            settings.endRow();
        }
    }

    RunScene scene() const { return {table, settings}; }

    std::vector<std::size_t> all() const
    {
        std::vector<std::size_t> rows(table.rows.size());
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }

    /// "a b | c": entries with the names of their runs.
    std::string arranged(const RunView &view, std::vector<std::size_t> rows) const
    {
        std::string text;
        for (const std::vector<std::size_t> &entry : arrangeRuns(scene(), rows, view)) {
            text += text.empty() ? "" : " |";
            for (const std::size_t row : entry) {
                text += (text.empty() ? "" : " ") + table.rows[row].name;
            }
        }
        return text;
    }
};

}  // namespace

class TestRunView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aViewIsReadAsItWasWritten();
    void whatIsNoViewIsANewOne();
    void numbersOrderBeforeTextsAndNothingComesLast();
    void runsOfOneRecipeAreOneEntry();
    void theBaselineStandsOnTopWhateverTheFilter();
    void fieldsAreFoundByTheirId();
    void aStartIsTheNewestOfEachRecipe();
};

void TestRunView::aViewIsReadAsItWasWritten()
{
    const RunView view{.filter = "strategy:atlas \"mit Umlaut: ä\"",
                       .columns = std::vector<std::string>{"name", "score.notes"},
                       .order = "accuracy",
                       .descending = false,
                       .grouped = true,
                       .pinned = "1a2b"};
    QVERIFY(runViewFromJson(toJson(view)) == view);
    QVERIFY(runViewFromJson(toJson({})) == RunView());
}

void TestRunView::whatIsNoViewIsANewOne()
{
    QVERIFY(runViewFromJson("[1]") == RunView());
    QVERIFY(runViewFromJson("{") == RunView());
    QVERIFY(runViewFromJson(R"({"filter": 7, "grouped": "yes", "columns": "name"})") == RunView());
    QCOMPARE(runViewFromJson(R"({"columns": ["name", 3], "order": "seed"})").columns->size(), std::size_t{1});
}

void TestRunView::numbersOrderBeforeTextsAndNothingComesLast()
{
    const Project project({{.name = "B", .accuracy = 0.5, .rate = "none"},
                           {.name = "a", .accuracy = {}, .rate = "2"},
                           {.name = "c", .accuracy = 0.9, .rate = "10"}});
    QCOMPARE(project.arranged({}, project.all()), std::string("B | a | c"));
    QCOMPARE(project.arranged({.order = "accuracy"}, project.all()), std::string("c | B | a"));
    QCOMPARE(project.arranged({.order = "accuracy", .descending = false}, project.all()), std::string("B | c | a"));
    QCOMPARE(project.arranged({.order = "name", .descending = false}, project.all()), std::string("a | B | c"));
    QCOMPARE(project.arranged({.order = "setting.rate"}, project.all()), std::string("c | a | B"));
    QCOMPARE(project.arranged({.order = "no such column"}, project.all()), std::string("B | a | c"));
}

void TestRunView::runsOfOneRecipeAreOneEntry()
{
    const Project project({{.name = "a2", .seed = 2, .accuracy = 0.8},
                           {.name = "b", .strategy = "ewc", .accuracy = 0.75},
                           {.name = "a1", .seed = 1, .accuracy = 0.6}});
    QCOMPARE(project.arranged({.grouped = true}, project.all()), std::string("a2 a1 | b"));
    QCOMPARE(project.arranged({.order = "accuracy", .grouped = true}, project.all()), std::string("b | a2 a1"));
}

void TestRunView::theBaselineStandsOnTopWhateverTheFilter()
{
    const Project project({{.name = "a", .accuracy = 0.1}, {.name = "b", .accuracy = 0.2}, {.name = "c"}});
    QCOMPARE(project.arranged({.order = "accuracy", .pinned = "c"}, project.all()), std::string("c | b | a"));
    QCOMPARE(project.arranged({.pinned = "c"}, {0}), std::string("c | a"));
    QCOMPARE(project.arranged({.pinned = "gone"}, {0}), std::string("a"));
}

void TestRunView::fieldsAreFoundByTheirId()
{
    const Project project({{.name = "a", .seed = 7, .accuracy = 0.5, .rate = "0.25"}});
    const RunScene scene = project.scene();
    QCOMPARE(runField(scene, "name")->text(scene, 0), std::string("a"));
    QCOMPARE(runField(scene, "seed")->number(scene, 0), std::optional(7.0));
    QCOMPARE(runField(scene, "samples")->text(scene, 0), std::string("all"));
    QVERIFY(runField(scene, "accuracy")->figure());
    QCOMPARE(runField(scene, "score.notes")->number(scene, 0), std::optional(0.5));
    QCOMPARE(runField(scene, "setting.rate")->number(scene, 0), std::optional(0.25));
    QCOMPARE(runField(scene, "setting.rate")->text(scene, 0), std::string("0.25"));
    QVERIFY(!runField(scene, "score.none") && !runField(scene, "setting.none") && !runField(scene, "none"));
}

void TestRunView::aStartIsTheNewestOfEachRecipe()
{
    const Project project({{.name = "running", .accuracy = 0.5, .status = RunStatus::Running},
                           {.name = "empty"},
                           {.name = "a2", .seed = 2, .accuracy = 0.5},
                           {.name = "a1", .seed = 1, .accuracy = 0.9},
                           {.name = "elsewhere", .strategy = "ewc", .accuracy = 0.5, .sequence = "older"},
                           {.name = "ewc", .strategy = "ewc", .accuracy = 0.5},
                           {.name = "slow", .accuracy = 0.5, .rate = "0.01"}});
    using Rows = std::vector<std::size_t>;
    QCOMPARE(runsToBeginWith(project.scene(), project.all(), 5), (Rows{2, 5, 6}));
    QCOMPARE(runsToBeginWith(project.scene(), project.all(), 2), (Rows{2, 5}));
    QCOMPARE(runsToBeginWith(project.scene(), Rows{0, 1}, 5), Rows{});
}

QTEST_APPLESS_MAIN(TestRunView)
#include "tst_run_view.moc"
