#include "core/run_recipe.h"

#include <QtTest>

using namespace atlas;

namespace {

RunRecord runOf(std::map<std::string, std::string> settings, std::uint64_t seed = 1)
{
    RunRecord run;
    run.tasks = {"parts", "notes"};
    run.spec.strategy = "atlas";
    run.spec.seed = seed;
    run.spec.backboneName = "mini";
    run.spec.backboneSha256 = std::string(64, 'b');
    run.spec.settings = std::move(settings);
    return run;
}

/// The row of a table that the run is, with its settings.
struct OneRow {
    RunTable table;
    RunSettings settings;
};

void add(OneRow &rows, const RunRecord &run)
{
    RunRow row;
    row.strategy = run.spec.strategy;
    row.backbone = backboneFact(run.spec.backboneName, run.spec.backboneSha256);
    row.origin = originFact(run.spec.origin.how, run.spec.origin.run);
    row.precision = run.spec.precision;
    row.seed = run.spec.seed;
    row.maxTrain = run.spec.maxTrain;
    for (const std::string &task : run.tasks) {
        auto found = std::ranges::find(rows.table.tasks, task);
        if (found == rows.table.tasks.end()) {
            rows.table.tasks.push_back(task);
            found = rows.table.tasks.end() - 1;
        }
        row.tasks.push_back({std::uint32_t(found - rows.table.tasks.begin()), 0});
    }
    rows.table.rows.push_back(std::move(row));
    for (const auto &[key, text] : run.spec.settings) {
        rows.settings.add(key, text);
    }
    rows.settings.endRow();
}

}  // namespace

class TestRunRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSeedIsNoPartOfIt();
    void everythingElseIs_data();
    void everythingElseIs();
    void labelsCanBeLeftOut();
};

void TestRunRecipe::theSeedIsNoPartOfIt()
{
    RunRecord other = runOf({{"epochs", "3"}}, 2);
    other.uuid = "another";
    other.spec.sequence = "the same tasks under another name";
    QVERIFY(sameRecipe(runOf({{"epochs", "3"}}), other));
}

void TestRunRecipe::everythingElseIs_data()
{
    using Change = std::function<void(RunRecord &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("strategy") << Change([](RunRecord &run) { run.spec.strategy = "ewc"; });
    QTest::newRow("setting") << Change([](RunRecord &run) { run.spec.settings["epochs"] = "4"; });
    QTest::newRow("one setting more") << Change([](RunRecord &run) { run.spec.settings["width"] = "8"; });
    QTest::newRow("backbone") << Change([](RunRecord &run) { run.spec.backboneSha256 = std::string(64, 'c'); });
    QTest::newRow("limit") << Change([](RunRecord &run) { run.spec.maxTrain = 100; });
    QTest::newRow("precision") << Change([](RunRecord &run) { run.spec.precision = "bf16"; });
    QTest::newRow("origin") << Change([](RunRecord &run) { run.spec.origin = {.run = "p", .how = "transfer"}; });
    QTest::newRow("order of tasks") << Change([](RunRecord &run) { std::ranges::reverse(run.tasks); });
}

/// Whole runs and rows of a table are told apart by the same parts.
void TestRunRecipe::everythingElseIs()
{
    QFETCH(std::function<void(RunRecord &)>, change);
    const RunRecord one = runOf({{"epochs", "3"}});
    RunRecord other = runOf({{"epochs", "3"}}, 2);
    OneRow rows;
    add(rows, one);
    add(rows, other);
    QCOMPARE(recipeKey({rows.table, rows.settings}, 0), recipeKey({rows.table, rows.settings}, 1));
    change(other);
    add(rows, other);
    QVERIFY(!sameRecipe(one, other));
    QVERIFY(recipeKey({rows.table, rows.settings}, 0) != recipeKey({rows.table, rows.settings}, 2));
}

void TestRunRecipe::labelsCanBeLeftOut()
{
    RunRecord tenth = runOf({{"epochs", "3"}, {"train_share", "0.1"}}, 2);
    tenth.spec.maxTrain = 50;
    QVERIFY(sameButForLabels(runOf({{"epochs", "3"}}), tenth));
    QVERIFY(!sameRecipe(runOf({{"epochs", "3"}}), tenth));
    QVERIFY(!sameButForLabels(runOf({{"epochs", "4"}}), tenth));
    QVERIFY(!sameButForLabels(runOf({{"noise_share", "0.2"}}), runOf({})));
}

QTEST_APPLESS_MAIN(TestRunRecipe)
#include "tst_run_recipe.moc"
