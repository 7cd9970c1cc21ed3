#include "core/run_filter.h"

#include "core/run_filter_terms.h"

#include <QtTest>

#include <cstdlib>
#include <limits>
#include <random>

using namespace atlas;

namespace {

struct Fixture {
    RunTable table;
    RunSettings settings;

    Fixture()
    {
        table.tasks = {"notes", "parts and boards"};
        add("atlas 3", "atlas", 1, 0.90, 0.01, "5e-4");
        add("atlas 2", "atlas", 2, 0.70, 0.05, "1e-3");
        add("finetune 1", "finetune", 1, 0.60, std::nullopt, "0.001");
        table.rows[0].tags = {"best", "old"};
        table.rows[1].note = "Ask Anna later";
        table.rows[2].status = RunStatus::Running;
        table.rows[2].tasks.pop_back();
    }

    void add(const std::string &name, const std::string &strategy, std::uint64_t seed, double accuracy,
             std::optional<double> forgetting, const std::string &rate)
    {
        RunRow row;
        row.id = 3 - static_cast<std::int64_t>(table.rows.size());
        row.uuid = "0000000" + std::to_string(row.id) + "-aaaa";
        row.name = name;
        row.sequence = "pilot";
        row.strategy = strategy;
        row.seed = seed;
        row.status = RunStatus::Finished;
        row.accuracy = accuracy;
        row.forgetting = forgetting;
        row.bytes = 5'000'000;
        row.startedUs = *filterDay("2026-11-0" + std::to_string(row.id));
        row.tasks = {{0, accuracy}, {1, std::numeric_limits<double>::quiet_NaN()}};
        table.rows.push_back(row);
        settings.add("learning_rate", rate);
        settings.add("policy", "Always");
        settings.endRow();
    }

    /// The names of the rows that pass, or the problem.
    std::string ask(const std::string &text) const
    {
        const RunFilter filter = RunFilter::parse(text);
        if (filter.problem()) {
            return filter.problem()->words();
        }
        std::string names;
        for (const std::size_t row : filter.matching(table, settings)) {
            names += (names.empty() ? "" : ",") + std::to_string(table.rows[row].id);
        }
        return names;
    }
};

}  // namespace

class TestRunFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsAskedFor_data();
    void findsWhatIsAskedFor();
    void saysWhatIsNotUnderstoodAndWhere();
    void daysAreThoseOfTheCalendar();
    void anyTextIsReadWithoutHarm();
    void everyTermOfTheHelpIsUnderstood();
};

void TestRunFilter::findsWhatIsAskedFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *text, const char *ids) { QTest::newRow(text) << text << ids; };
    row("", "3,2,1");
    row("  ", "3,2,1");
    row("ATLAS", "3,2");
    row("anna", "2");
    row("\"parts and\"", "3,2");
    row("-atlas", "1");
    row("strategy:atlas", "3,2");
    row("strategy:atl", "");
    row("strategy:*tun*", "1");
    row("-strategy:atlas seed=1", "1");
    row("tag:old", "3");
    row("-tag:old strategy=atlas", "2");
    row("task:\"parts and boards\"", "3,2");
    row("accuracy>0.7", "3");
    row("accuracy>=70%", "3,2");
    row("accuracy=0.7", "2");
    row("accuracy:0.9", "3");
    row("forgetting<=0.02", "3");
    row("-forgetting<=0.02", "2,1");  // a run without the figure does not meet it
    row("score.notes<0.65", "1");
    row("score.\"parts and boards\">0", "");
    row("score.nothing>0", "");
    row("setting.learning_rate<0.001", "3");
    row("setting.learning_rate=0.001", "2,1");  // two ways to write a number
    row("setting.policy=always", "3,2,1");
    row("setting.policy=sometimes", "");
    row("setting.unknown=1", "");
    row("status:running", "1");
    row("bytes>=5M bytes<5001k", "3,2,1");
    row("after:2026-11-02", "3,2");
    row("before:2026-11-02", "1");
    row("note:later", "2");
    row("id:00000003", "3");
    row("tasks=2", "3,2");
    row("-", "");  // a word
}

void TestRunFilter::findsWhatIsAskedFor()
{
    QFETCH(QString, text);
    QFETCH(QString, ids);
    QCOMPARE(QString::fromStdString(Fixture().ask(text.toStdString())), ids);
}

void TestRunFilter::saysWhatIsNotUnderstoodAndWhere()
{
    const auto problem = [](const std::string &text) { return *RunFilter::parse(text).problem(); };
    QCOMPARE(problem("atlas stratgy:atlas").words(),
             std::string("\"stratgy\" is not known. Did you mean \"strategy\"?"));
    QCOMPARE(problem("atlas stratgy:atlas").at, std::size_t{6});
    QCOMPARE(problem("atlas stratgy:atlas x").length, std::size_t{13});
    QVERIFY(problem("accuracy>high").words().find("\"high\" is no number") == 0);
    QVERIFY(problem("accuracy>").words().find("Something must stand behind") == 0);
    QVERIFY(problem("accuracy=>1").words().find("has no meaning here") != std::string::npos);
    QVERIFY(problem("strategy>1").words().find("is a text") != std::string::npos);
    QVERIFY(problem("after:2026-02-30").words().find("is no day") != std::string::npos);
    QVERIFY(problem("status:done").words().find("finished") != std::string::npos);
    QVERIFY(problem("zzzzzz:1").words().find("setting.zzzzzz") != std::string::npos);
    QVERIFY(RunFilter::parse("x accuracy>high").empty());
}

void TestRunFilter::daysAreThoseOfTheCalendar()
{
    QVERIFY(filterDay("2028-02-29"));
    QVERIFY(!filterDay("2026-02-29"));
    QVERIFY(!filterDay("2026-13-01"));
    QVERIFY(!filterDay("2026-1-01"));
    QVERIFY(!filterDay("yesterday"));
    QCOMPARE(*filterDay("2026-11-02") - *filterDay("2026-11-01"), std::int64_t{86'400'000'000});
}

void TestRunFilter::anyTextIsReadWithoutHarm()
{
    const Fixture fixture;
    const std::string pieces[] = {"strategy", "accuracy", "setting.", "score.", ":",   "=",   "<",  ">=", "\"",   "-",
                                  " ",        "\t",       "notes",    "0.8",    "80%", "1e9", "**", "*a", "\xff", "後",
                                  "after",    "2026-11",  "-01",      "%",      "nan", "inf", ".",  ",",  "\n",   "é"};
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t n = random() % 9; n > 0; --n) {
            text += pieces[random() % std::size(pieces)];
        }
        const RunFilter filter = RunFilter::parse(text);
        if (filter.problem()) {
            QVERIFY2(filter.problem()->at + filter.problem()->length <= text.size(), text.c_str());
            QVERIFY(!filter.problem()->words().empty());
            QVERIFY(filter.empty());
        }
        const std::vector<std::size_t> rows = filter.matching(fixture.table, fixture.settings);
        QVERIFY(std::ranges::is_sorted(rows));
        // A term and the same turned round divide the runs between them.
        if (!filter.problem() && !filter.empty() && text.find_first_of(" \t\n-") == std::string::npos) {
            const std::size_t without = RunFilter::parse("-" + text).matching(fixture.table, fixture.settings).size();
            QVERIFY2(rows.size() + without == fixture.table.rows.size(), text.c_str());
        }
    }
}

void TestRunFilter::everyTermOfTheHelpIsUnderstood()
{
    for (const RunFilterHelp &help : RunFilter::help()) {
        QVERIFY2(!RunFilter::parse(help.example).problem(), help.example);
    }
}

QTEST_APPLESS_MAIN(TestRunFilter)
#include "tst_run_filter.moc"
