#include "cli.h"
#include "core/run_view.h"
#include "small_project.h"
#include "storage/connection.h"
#include "storage/project.h"
#include "storage/result_store.h"
#include "storage/run_notes.h"
#include "storage/run_store.h"
#include "storage/task_store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using test::runAtlas;

/// `atlas runs --filter` and `--view`, `atlas tag`, `atlas rename` and `atlas compare --all`.
class TestCompareCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsAreFiltered();
    void aFilterThatIsNotUnderstoodSaysWhere();
    void aSavedViewIsApplied();
    void tagsAndNotesAreShownAndChanged();
    void everythingIsWrittenToAFile();
    void aRunIsRenamed();

private:
    static QStringList names(const QJsonObject &json)
    {
        QStringList names;
        for (const QJsonValue &run : json["runs"].toArray()) {
            names << run["name"].toString();
        }
        return names;
    }

    QTemporaryDir m_folder;
    QString m_project;
};

void TestCompareCommands::initTestCase()
{
    m_project = m_folder.filePath("Small.atlas");
    QVERIFY(test::makeSmallProject(m_project));
    const auto project = storage::Project::open(m_project.toStdString(), storage::OpenMode::ReadWrite);
    project->writer().run([&](storage::Connection &connection) {
        storage::TaskStore(connection, {}).setSequence("compared", {"notes"});
        for (const double score : {0.6, 0.9}) {
            RunSpec spec;
            spec.sequence = "compared";
            spec.strategy = score > 0.8 ? "atlas" : "replay";
            spec.settings = {{"epochs", "4"}};
            const RunRecord run = storage::RunStore(connection).create(spec);
            storage::ResultStore results(connection);
            results.putCell(run.id, {0, 0, {{"accuracy", score}}, 10, {}, 0}, {});
            results.addPoints(run.id, {{{"loss", "notes/stage2"}, {1, 0.5}}, {{"loss", "notes/stage2"}, {2, 0.25}}});
        }
    });
}

void TestCompareCommands::runsAreFiltered()
{
    const auto all = runAtlas({"runs", m_project, "--json"}).json();
    QCOMPARE(names(all), (QStringList{"atlas 2", "replay 1"}));
    QCOMPARE(all["runs"][0]["figures"]["average_accuracy"].toDouble(), 0.9);
    QCOMPARE(names(runAtlas({"runs", m_project, "--json", "--filter", "accuracy<80% setting.epochs=4"}).json()),
             QStringList{"replay 1"});
    const auto none = runAtlas({"runs", m_project, "--filter", "strategy:none"});
    QVERIFY2(none.exitCode == 0 && none.out.contains("No run passes the filter"), none.out);
}

void TestCompareCommands::aFilterThatIsNotUnderstoodSaysWhere()
{
    const auto told = runAtlas({"runs", m_project, "--filter", "atlas acuracy>1"});
    QCOMPARE(told.exitCode, 2);
    QVERIFY2(told.err.contains("character 7") && told.err.contains("Did you mean \"accuracy\"?"), told.err);
}

void TestCompareCommands::aSavedViewIsApplied()
{
    QVERIFY(runAtlas({"runs", m_project, "--views"}).out.contains("No view was saved yet"));
    {
        const auto project = storage::Project::open(m_project.toStdString(), storage::OpenMode::ReadWrite);
        project->writer().run([](storage::Connection &connection) {
            RunView view{.filter = "sequence:compared",
                         .columns = std::vector<std::string>{"name", "accuracy", "setting.epochs", "gone"},
                         .order = "accuracy",
                         .descending = false,
                         .pinned = storage::RunStore(connection).find("atlas 2")->uuid};
            storage::RunNotes notes(connection);
            notes.saveView({"worst first", toJson(view)}, "anna");
            view.filter = "acuracy>1";
            notes.saveView({"broken", toJson(view)}, "anna");
            notes.saveView({"seeds", toJson(RunView{.grouped = true})}, "anna");
        });
    }
    const auto list = runAtlas({"runs", m_project, "--views", "--json"}).json()["views"].toArray();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[2]["name"].toString(), QString("worst first"));
    QCOMPARE(list[2]["filter"].toString(), QString("sequence:compared"));

    const auto told = runAtlas({"runs", m_project, "--view", "worst first", "--json"}).json();
    QCOMPARE(names(told), (QStringList{"atlas 2", "replay 1"}));  // the baseline stands on top
    QCOMPARE(told["view"]["order"].toString(), QString("accuracy"));
    QCOMPARE(told["runs"][1]["cells"]["accuracy"].toDouble(), 0.6);
    QCOMPARE(told["runs"][1]["cells"]["setting.epochs"].toDouble(), 4.0);
    const auto text = runAtlas({"runs", m_project, "--view", "worst first"});
    const QStringList lines = QString::fromUtf8(text.out).split('\n');
    QVERIFY2(lines[0].startsWith("name") && lines[0].endsWith("accuracy  setting.epochs"), text.out);
    QVERIFY2(lines[1].startsWith("atlas 2 (baseline)  90.0 %") && lines[2].startsWith("replay 1"), text.out);
    QCOMPARE(names(runAtlas({"runs", m_project, "--view", "seeds", "--filter", "accuracy<80%", "--json"}).json()),
             QStringList{"replay 1"});
    QCOMPARE(runAtlas({"runs", m_project, "--view", "broken"}).exitCode, 2);
    const auto none = runAtlas({"runs", m_project, "--view", "none"});
    QVERIFY2(none.exitCode == 3 && none.err.contains("--views"), none.err);
}

void TestCompareCommands::tagsAndNotesAreShownAndChanged()
{
    auto told = runAtlas({"tag", m_project, "atlas 2", "replay 1", "--add", "old", "--note", "look again", "--json"});
    QVERIFY2(told.exitCode == 0, told.err);
    QCOMPARE(told.json()["runs"][1]["tags"][0].toString(), QString("old"));
    QCOMPARE(told.json()["runs"][1]["notes"][0]["text"].toString(), QString("look again"));
    QCOMPARE(runAtlas({"tag", m_project, "atlas 2", "--remove", "old"}).exitCode, 0);
    QCOMPARE(names(runAtlas({"runs", m_project, "--json", "--filter", "tag:old note:again"}).json()),
             QStringList{"replay 1"});
    QCOMPARE(runAtlas({"tag", m_project, "atlas 2", "--add", " "}).exitCode, 3);
    QCOMPARE(runAtlas({"tag", m_project, "atlas 9", "--add", "x"}).exitCode, 3);
}

void TestCompareCommands::everythingIsWrittenToAFile()
{
    const QString file = m_folder.filePath("all.json");
    const auto told = runAtlas({"compare", m_project, "atlas 2", "replay 1", "--all", file});
    QVERIFY2(told.exitCode == 0, told.err);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(written.readAll()).object();
    QCOMPARE(names(json), (QStringList{"atlas 2", "replay 1"}));
    QCOMPARE(json["runs"][0]["series"][0]["points"].toArray().size(), 2);
    QCOMPARE(runAtlas({"compare", m_project, "atlas 2", "--all", m_folder.filePath("all.xls")}).exitCode, 2);
}

void TestCompareCommands::aRunIsRenamed()
{
    const auto told = runAtlas({"rename", m_project, "atlas 2", "night shift", "--json"});
    QVERIFY2(told.exitCode == 0, told.err);
    QCOMPARE(told.json()["name"].toString(), QString("night shift"));
    QCOMPARE(told.json()["before"].toString(), QString("atlas 2"));
    QCOMPARE(names(runAtlas({"runs", m_project, "--json", "--filter", "name:\"night shift\""}).json()),
             QStringList{"night shift"});
    QCOMPARE(runAtlas({"results", m_project, "night shift"}).exitCode, 0);
    QCOMPARE(runAtlas({"results", m_project, "atlas 2"}).exitCode, 3);
    const auto taken = runAtlas({"rename", m_project, "replay 1", "night shift"});
    QVERIFY2(taken.exitCode == 3 && taken.err.contains("Another run is called"), taken.err);
    QCOMPARE(runAtlas({"rename", m_project, "replay 1", "7"}).exitCode, 3);
    QVERIFY(runAtlas({"audit", m_project}).out.contains("night shift"));
}

QTEST_GUILESS_MAIN(TestCompareCommands)
#include "tst_compare_commands.moc"
