#include "cli.h"
#include "small_project.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/project.h"
#include "storage/quality/insight_store.h"
#include "storage/sample_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <cmath>

using namespace atlas;
using test::CliResult;
using test::runAtlas;

/// What is done with a finished run: another task on top of it, more samples for one of its own, comparing.
class TestFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherTaskIsLearnedOnTopOfTheRun();
    void whatCannotBeTransferredIsRefused();
    void nothingNewIsSaid();
    void moreSamplesBecomeANewVersion();
    void runsAreHeldAgainstTheFirst();
    void rowsAreRoutedByTheirFields();
    void aRunSuggestsLabels();
    void aPictureThatIsGoneCostsOnlyItsOwnSuggestion();
    void theProjectIsSound();
    void cleanup();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QJsonObject results(const QString &run) const { return runAtlas({"results", m_project, run, "--json"}).json(); }
    QByteArray parentFiles() const;

    QTemporaryDir m_folder;
    QString m_project;
    QString m_parent;
    QByteArray m_parentFiles;
    QStringList m_transferred;
};

namespace {

QStringList added(QStringList arguments, const QStringList &more)
{
    arguments += more;
    return arguments;
}

}  // namespace

/// Names and content of everything the finished run left on disk.
QByteArray TestFlow::parentFiles() const
{
    QMap<QString, QByteArray> files;
    QDirIterator entries(m_project + "/models/" + m_parent, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        file.open(QFile::ReadOnly);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(&file);
        files[file.fileName()] = hash.result();
    }
    QByteArray all;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        all += file.key().toUtf8() + file.value();
    }
    return all;
}

void TestFlow::initTestCase()
{
    m_project = path("Flow.atlas");
    QVERIFY(test::makeSmallProject(m_project));
    test::drawPictures(path("shades"), {{"dark", qRgb(30, 30, 30)}, {"bright", qRgb(220, 220, 220)}});
    QCOMPARE(runAtlas({"import", m_project, path("shades"), "--dataset", "shades"}).exitCode, 0);
    QCOMPARE(runAtlas({"task", m_project, "add", "shades", "--dataset", "shades", "--kind", "image"}).exitCode, 0);
    const CliResult trained =
        runAtlas({"train", m_project, "--sequence", "both", "--strategy", "atlas", "--policy", "always", "--backbone",
                  "mini", "--precision", "fp32", "--set", "epochs=2", "--json"});
    QVERIFY2(trained.exitCode == 0, trained.err);
    m_parent = trained.json()["runs"][0]["run"].toString();
    m_parentFiles = parentFiles();
    QVERIFY(!m_parentFiles.isEmpty());
}

void TestFlow::cleanup()
{
    QCOMPARE(parentFiles(), m_parentFiles);  // whatever was done, byte for byte
}

void TestFlow::anotherTaskIsLearnedOnTopOfTheRun()
{
    const QJsonObject parent = results(m_parent);
    const CliResult transferred = runAtlas({"transfer", m_project, m_parent, "--task", "shades", "--train-share", "0.5",
                                            "--seeds", "1,2", "--set", "epochs=3", "--json"});
    QVERIFY2(transferred.exitCode == 0, transferred.err);
    const QJsonArray runs = transferred.json()["runs"].toArray();
    QCOMPARE(runs.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const QJsonObject run = runs[i].toObject();
        m_transferred.append(run["run"].toString());
        QCOMPARE(run["seed"].toInt(), i + 1);
        QCOMPARE(run["status"].toString(), QString("finished"));
        QCOMPARE(run["tasks"].toArray(), (QJsonArray{"notes", "colours", "shades"}));
        QCOMPARE(run["origin"].toObject()["run"].toString(), m_parent);
        QCOMPARE(run["origin"].toObject()["how"].toString(), QString("transfer"));
        QCOMPARE(run["settings"].toObject()["train_share"].toString(), QString("0.5"));
        QCOMPARE(run["settings"].toObject()["epochs"].toString(), QString("3"));
        QCOMPARE(run["settings"].toObject()["policy"].toString(), QString("always"));  // as the run had it
        const QJsonArray matrix = run["matrix"].toArray();
        QCOMPARE(matrix.size(), 3);
        QCOMPARE(matrix[0].toArray(), parent["matrix"][0].toArray());
        QCOMPARE(matrix[1].toArray(), parent["matrix"][1].toArray());
        QCOMPARE(run["n_test"].toArray(), (QJsonArray{30, 20, 20}));
        QCOMPARE(run["decisions"][2]["decision"].toString(), QString("expand"));
        QCOMPARE(run["cost"]["train_seconds"].toArray().size(), 3);
        const QJsonArray hashes = run["logits_sha256"].toArray();
        for (int task = 0; task < 2; ++task) {
            QCOMPARE(hashes[2].toArray()[task], parent["logits_sha256"][1].toArray()[task]);
        }
        QVERIFY(!run["measures"]["forgetting_from_first"].isNull());
    }
    // Another seed is another draw of labels and another beginning.
    QVERIFY(runs[0]["logits_sha256"][2].toArray()[2] != runs[1]["logits_sha256"][2].toArray()[2]);

    for (const QString task : {"notes", "shades"}) {
        const CliResult answer =
            runAtlas({"predict", m_project, m_transferred[0], "--task", task, task == "notes" ? "--text" : "--image",
                      task == "notes" ? "the machine is broken" : path("shades/test/dark/0.png"), "--json"});
        QVERIFY2(answer.exitCode == 0, answer.err);
    }
    const QJsonArray listed = runAtlas({"runs", m_project, "--json"}).json()["runs"].toArray();
    QCOMPARE(listed[0]["parent"].toString(), m_parent);
    QVERIFY(listed[2]["parent"].isNull());
}

void TestFlow::whatCannotBeTransferredIsRefused()
{
    QCOMPARE(runAtlas({"transfer", m_project, m_parent, "--task", "notes"}).exitCode, 2);  // learned already
    QCOMPARE(runAtlas({"transfer", m_project, m_parent, "--task", "absent"}).exitCode, 3);
    QCOMPARE(runAtlas({"transfer", m_project, m_parent, "--task", "shades", "--set", "no_such=1"}).exitCode, 2);
    QCOMPARE(runAtlas({"inflow", m_project, m_parent, "--task", "shades"}).exitCode, 2);
    QCOMPARE(runAtlas({"inflow", m_project, m_parent, "--task", "notes", "--how", "transfer"}).exitCode, 2);
    QCOMPARE(runAtlas({"runs", m_project, "--json"}).json()["runs"].toArray().size(), 3);
}

void TestFlow::nothingNewIsSaid()
{
    const CliResult none = runAtlas({"inflow", m_project, m_parent, "--task", "notes", "--json"});
    QVERIFY2(none.exitCode == 0, none.err);
    QCOMPARE(none.json()["new"], QJsonValue(false));
    QVERIFY(runAtlas({"inflow", m_project, m_parent, "--task", "notes"}).out.startsWith("Nothing new"));
    QCOMPARE(runAtlas({"task", m_project, "list", "--json"}).json()["tasks"].toArray().size(), 3);
}

void TestFlow::moreSamplesBecomeANewVersion()
{
    QFile csv(path("more.csv"));
    QVERIFY(csv.open(QFile::WriteOnly));
    QTextStream stream(&csv);
    stream << "text,label\n";
    for (int i = 0; i < 40; ++i) {
        stream << "machine " << i << " makes a strange noise,machine\n"
               << "荷物" << i << "が届きません,delivery\n";
    }
    stream.flush();
    csv.close();
    QCOMPARE(runAtlas({"import", m_project, path("more.csv"), "--dataset", "notes"}).exitCode, 0);

    const CliResult inflow =
        runAtlas({"inflow", m_project, m_parent, "--task", "notes", "--how", "head,version,scratch", "--json"});
    QVERIFY2(inflow.exitCode == 0, inflow.err);
    const QJsonObject told = inflow.json();
    QCOMPARE(told["version"].toString(), QString("notes-v2"));
    QCOMPARE(told["added"].toInt(), 80);
    QCOMPARE(told["test"].toInt(), 30 + 12);  // 15 % of what came without a split
    const QJsonArray runs = told["runs"].toArray();
    QCOMPARE(runs.size(), 3);
    const QJsonObject parent = results(m_parent);
    const QList<QJsonArray> tasks{{"notes-v2", "colours"}, {"notes", "colours", "notes-v2"}, {"notes-v2"}};
    for (int i = 0; i < 3; ++i) {
        const QJsonObject run = runs[i].toObject();
        QCOMPARE(run["before"], runs[0]["before"]);
        const double after = run["after"].toDouble(-1);
        QVERIFY(after >= 0 && after <= 1);
        QVERIFY(std::abs(run["difference"]["value"].toDouble() - (after - run["before"].toDouble())) < 1e-9);
        QCOMPARE(run["difference"]["n"].toInt(), 42);
        QVERIFY(run["train_seconds"].toDouble() > 0);
        const QJsonObject shown = results(run["run"].toString());
        QCOMPARE(shown["status"].toString(), QString("finished"));
        QCOMPARE(shown["tasks"].toArray(), tasks[i]);
        QCOMPARE(shown["origin"].toObject()["before"], run["before"]);
        QCOMPARE(shown["origin"].toObject()["run"].toString(), m_parent);
    }
    QCOMPARE(runs[0]["how"].toString(), QString("head"));
    // The other task answers as before; its row is measured, not copied.
    const QJsonObject head = results(runs[0]["run"].toString());
    QCOMPARE(head["logits_sha256"][1].toArray()[1], parent["logits_sha256"][1].toArray()[1]);
    QCOMPARE(head["n_test"].toArray(), (QJsonArray{42, 20}));
    const QJsonObject version = results(runs[1]["run"].toString());
    for (int task = 0; task < 2; ++task) {
        QCOMPARE(version["logits_sha256"][2].toArray()[task], parent["logits_sha256"][1].toArray()[task]);
    }
    // What came is still new to that run, and its version is made already.
    const CliResult again = runAtlas({"inflow", m_project, m_parent, "--task", "notes", "--seeds", "5", "--json"});
    QVERIFY2(again.exitCode == 0, again.err);
    QCOMPARE(again.json()["version"].toString(), QString("notes-v2"));
    QCOMPARE(runAtlas({"task", m_project, "list", "--json"}).json()["tasks"].toArray().size(), 4);
    // It is nothing new for the run that learned it.
    QCOMPARE(runAtlas({"inflow", m_project, runs[1]["run"].toString(), "--task", "notes-v2", "--json"}).json()["new"],
             QJsonValue(false));
}

void TestFlow::runsAreHeldAgainstTheFirst()
{
    const QStringList runs{"compare", m_project, m_parent, m_transferred[0], m_transferred[1]};
    const CliResult json = runAtlas(added(runs, {"--json"}));
    QVERIFY2(json.exitCode == 0, json.err);
    const QJsonObject compared = json.json();
    QCOMPARE(compared["groups"].toArray().size(), 2);  // the two seeds are one group
    QCOMPARE(compared["groups"][1]["runs"].toArray().size(), 2);
    const QJsonObject settings = compared["settings"].toObject();
    QCOMPARE(settings["epochs"].toArray(), (QJsonArray{"2", "3"}));
    QVERIFY(settings.contains("train_share") && settings.contains("tasks") && !settings.contains("learning_rate"));
    const QJsonObject average = compared["figures"][0].toObject();
    QCOMPARE(average["figure"].toString(), QString("average_accuracy"));
    QVERIFY(average["groups"][0]["interval"]["low"].isDouble());
    QCOMPARE(average["groups"][1]["n"].toInt(), 2);
    QVERIFY(average["groups"][1]["sd"].isDouble());
    const QJsonObject difference = compared["differences"][0].toObject();
    // Both answer the tasks of the parent with the same bytes.
    QCOMPARE(difference["average"]["value"].toDouble(-1), 0.0);
    QCOMPARE(difference["words"].toString(), QString("no difference"));
    QCOMPARE(difference["tasks"].toObject().keys(), (QStringList{"colours", "notes"}));

    const CliResult text = runAtlas(runs);
    QVERIFY2(text.out.contains("B against A: no difference"), text.out);
    QVERIFY(text.out.contains("Differing settings") && text.out.contains("+-"));
    const CliResult csv = runAtlas(added(runs, {"--csv"}));
    QVERIFY(csv.out.startsWith("group,strategy,seeds,figure,task,value,sd,low,high,n,unit,significant,words\r\n"));
    QVERIFY(csv.out.contains("difference,notes,0,"));
    QCOMPARE(runAtlas({"compare", m_project, m_parent}).exitCode, 2);
    QCOMPARE(runAtlas({"compare", m_project, m_parent, m_parent}).exitCode, 2);
    QCOMPARE(runAtlas({"compare", m_project, m_parent, "absent"}).exitCode, 3);
}

void TestFlow::rowsAreRoutedByTheirFields()
{
    QFile csv(path("mixed.csv"));
    QVERIFY(csv.open(QFile::WriteOnly));
    csv.write("image,text\n,the machine is broken\nshades/test/dark/1.png,\nshades/test/bright/2.png,\n");
    csv.close();
    const CliResult routed = runAtlas(
        {"predict", m_project, m_transferred[0], "--batch", path("mixed.csv"), "--out", path("routed.csv"), "--json"});
    QVERIFY2(routed.exitCode == 0, routed.err);
    QCOMPARE(routed.json()["answers"].toInt(), 3);
    QCOMPARE(routed.json()["tasks"].toObject()["notes"].toInt(), 1);
    QFile answers(path("routed.csv"));
    QVERIFY(answers.open(QFile::ReadOnly));
    const QStringList lines = QString::fromUtf8(answers.readAll()).split("\r\n", Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], QString("row,task,percentile,answer,confidence"));
    QCOMPARE(lines[1].section(',', 1, 2), QString("notes,"));  // the only task that takes a text alone
    QVERIFY2(lines[2].section(',', 2, 2).toDouble() > 0 || lines[2].contains("0.000000"), qPrintable(lines[2]));
    QVERIFY(QStringList({"colours", "shades"}).contains(lines[3].section(',', 1, 1)));

    // A row that no task takes is named, and nothing is written.
    QVERIFY(csv.open(QFile::WriteOnly));
    csv.write("image,text\nshades/test/dark/1.png,both are given\n");
    csv.close();
    const CliResult refused =
        runAtlas({"predict", m_project, m_transferred[0], "--batch", path("mixed.csv"), "--out", path("none.csv")});
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.err.contains("mixed.csv:2"), refused.err);
    QVERIFY(!QFile::exists(path("none.csv")));
}

void TestFlow::aRunSuggestsLabels()
{
    QFile csv(path("unlabelled.csv"));
    QVERIFY(csv.open(QFile::WriteOnly));
    QTextStream stream(&csv);
    stream << "text\n";
    for (int i = 0; i < 12; ++i) {
        stream << "the machine number " << 200 + i << " is broken\n"
               << "荷物" << 200 + i << "の到着が遅れます\n";
    }
    stream.flush();
    csv.close();
    const CliResult imported = runAtlas({"import", m_project, path("unlabelled.csv"), "--dataset", "notes"});
    QVERIFY2(imported.exitCode == 0, imported.err);
    const QStringList ask{"quality", m_project, "--dataset", "notes", "--suggest-from", m_parent, "--json"};
    const CliResult suggested = runAtlas(ask);
    QVERIFY2(suggested.exitCode == 0, suggested.err);
    QCOMPARE(suggested.json()["suggested"].toInt(), 24);

    const auto project = storage::Project::open(m_project.toStdString(), storage::OpenMode::ReadOnly);
    const auto connection = project->connect();
    const Dataset notes = storage::DatasetStore(*connection).find("notes").value();
    storage::SampleStore samples(*connection, project->assetFolder());
    storage::SampleFilter unlabelled;
    unlabelled.review = ReviewState::Unlabelled;
    const std::vector<std::int64_t> ids = samples.ids(notes.id, unlabelled);
    QCOMPARE(ids.size(), std::size_t(24));  // a suggestion is no label
    storage::InsightStore insights(*connection);
    int right = 0;
    for (const Sample &sample : samples.load(ids)) {
        const auto stored = insights.ofSample(sample.id);
        QVERIFY(stored && !stored->source.empty());
        QCOMPARE(stored->insight.suggestions.size(), std::size_t(2));
        const auto &[name, probability] = stored->insight.suggestions.front();
        QVERIFY(probability >= 0.5 && probability <= 1);
        QVERIFY(std::abs(probability + stored->insight.suggestions.back().second - 1) < 1e-6);
        right += name == (sample.text.starts_with("the machine") ? "machine" : "delivery") ? 1 : 0;
    }
    QVERIFY2(right > 18, qPrintable(QString::number(right)));

    // What a run answers is what it suggests.
    const Sample first = samples.load(std::vector{ids[0]}).front();
    const CliResult asked = runAtlas(
        {"predict", m_project, m_parent, "--task", "notes", "--text", QString::fromStdString(first.text), "--json"});
    QCOMPARE(asked.json()["answer"].toString().toStdString(),
             insights.ofSample(first.id)->insight.suggestions.front().first);
    QVERIFY(std::abs(asked.json()["confidence"].toDouble() -
                     insights.ofSample(first.id)->insight.suggestions.front().second) < 1e-4);

    QCOMPARE(runAtlas(ask + QStringList{"--task", "colours"}).exitCode, 2);  // learned another kind
    QCOMPARE(runAtlas({"quality", m_project, "--dataset", "notes", "--suggest-from", "absent"}).exitCode, 3);
    const CliResult none = runAtlas({"quality", m_project, "--dataset", "colours", "--suggest-from", m_parent});
    QCOMPARE(none.exitCode, 3);
    QVERIFY2(none.err.contains("label"), none.err);  // every sample has one
}

void TestFlow::aPictureThatIsGoneCostsOnlyItsOwnSuggestion()
{
    QFile csv(path("new_pictures.csv"));
    QVERIFY(csv.open(QFile::WriteOnly));
    csv.write("image\n");
    for (int i = 0; i < 5; ++i) {
        QImage picture(40, 40, QImage::Format_RGB32);
        picture.fill(i % 2 == 0 ? qRgb(190, 50, 45) : qRgb(45, 65, 190));
        picture.setPixel(i, 2 * i, qRgb(1, 2, 3));
        QVERIFY(picture.save(path(QString("new_%1.png").arg(i))));
        csv.write(QString("new_%1.png\n").arg(i).toUtf8());
    }
    csv.close();
    const CliResult imported = runAtlas({"import", m_project, path("new_pictures.csv"), "--dataset", "colours"});
    QVERIFY2(imported.exitCode == 0, imported.err);
    QString gone;
    {
        const auto project = storage::Project::open(m_project.toStdString(), storage::OpenMode::ReadOnly);
        const auto connection = project->connect();
        storage::SampleStore samples(*connection, project->assetFolder());
        storage::SampleFilter unlabelled;
        unlabelled.review = ReviewState::Unlabelled;
        const Dataset colours = storage::DatasetStore(*connection).find("colours").value();
        const std::vector<Sample> found = samples.load(samples.ids(colours.id, unlabelled));
        QCOMPARE(found.size(), std::size_t(5));
        gone = QString::fromStdString(found[2].image->path.string());
    }
    QVERIFY(QFile::rename(gone, path("put_aside.png")));
    const CliResult suggested =
        runAtlas({"quality", m_project, "--dataset", "colours", "--suggest-from", m_parent, "--json"});
    QVERIFY(QFile::rename(path("put_aside.png"), gone));
    QVERIFY2(suggested.exitCode == 0, suggested.err);
    QCOMPARE(suggested.json()["suggested"].toInt(), 4);
    QVERIFY2(suggested.err.contains("Left out"), suggested.err);
}

void TestFlow::theProjectIsSound()
{
    const CliResult sound = runAtlas({"verify", m_project});
    QVERIFY2(sound.exitCode == 0, sound.out + sound.err);
}

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
