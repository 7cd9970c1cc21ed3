#include "app/cli.h"
#include "report/writers.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "ui/trained_project.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
#include <archive.h>
#include <archive_entry.h>
#include <nlohmann/json.hpp>

using namespace atlas;

namespace {

constexpr int kManyTasks = 50;

/// What people may call a task.
std::string oddName(int i)
{
    static const char *const kNames[] = {"部品の検査 😀",
                                         "<b>bold</b> & \"quotes\" %1 %2",
                                         "a name that goes on and on "
                                         "and never seems to come to its end however long one waits for it",
                                         "=SUM(A1:A9)",
                                         "مهمة",
                                         "tab\tand, comma; semicolon",
                                         "100 % ± 3 points"};
    return std::to_string(i + 1) + " " + kNames[i % int(std::size(kNames))];
}

/// A project whose names are of any kind, with many tasks.
class OddProject {
public:
    OddProject()
    {
        for (int i = 0; i < kManyTasks; ++i) {
            m_names.push_back(oddName(i));
        }
        std::vector<Sample> samples;
        for (int i = 0; i < 40; ++i) {
            Sample sample;
            sample.text = "text " + std::to_string(i);
            sample.split = i % 4 == 0 ? Split::Test : i % 4 == 1 ? Split::Validation : Split::Train;
            sample.labels = {{i % 8 < 4 ? "good" : "bad", 1.0}};
            samples.push_back(std::move(sample));
        }
        m_samples.addSamples("データ 😀", "text", samples, {"good", "bad"});
        m_session = m_samples.session();
        storage::Project &project = m_session->project();
        m_run = project.writer().run([&](storage::Connection &connection) {
            storage::TaskStore store(connection, project.assetFolder());
            for (const std::string &name : m_names) {
                store.add({.name = name, .dataset = "データ 😀", .kind = {}, .metric = {}});
            }
            store.setSequence("順番 <1>", m_names);
            RunSpec spec;
            spec.sequence = "順番 <1>";
            spec.strategy = "atlas";
            spec.backboneName = "mini";
            storage::RunStore runs(connection);
            const RunRecord run = runs.create(spec);
            runs.claim(run.uuid);
            runs.setStatus(run.uuid, RunStatus::Finished, {});
            storage::ResultStore results(connection);
            for (int row = 0; row < kManyTasks; ++row) {
                for (int column = 0; column <= row; ++column) {
                    AccuracyCell cell{.afterTask = row, .evalTask = column, .scores = {}, .n = 10, .logitsSha256 = {}};
                    cell.scores = {{"accuracy", (700 - row + column) / 1000.0}};
                    results.putCell(run.id, cell, {});
                }
                results.putCost(run.id, {.task = row, .trainSeconds = 1, .randomScore = 0.5});
            }
            return run;
        });
    }

    QString folder() const { return m_samples.folder(); }
    QString run() const { return QString::fromStdString(m_run.uuid); }
    const std::vector<std::string> &names() const { return m_names; }

private:
    test::SampleProject m_samples;
    std::unique_ptr<widgets::Session> m_session;
    std::vector<std::string> m_names;
    RunRecord m_run;
};

struct Entry {
    QByteArray name;
    QByteArray content;
};

std::vector<Entry> unzipped(const QString &file)
{
    std::vector<Entry> entries;
    archive *reader = archive_read_new();
    archive_read_support_format_zip(reader);
    if (archive_read_open_filename(reader, QFile::encodeName(file).constData(), 10240) == ARCHIVE_OK) {
        archive_entry *entry = nullptr;
        while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
            QByteArray content(archive_entry_size(entry), '\0');
            archive_read_data(reader, content.data(), std::size_t(content.size()));
            entries.push_back({archive_entry_pathname(entry), content});
        }
    }
    archive_read_free(reader);
    return entries;
}

/// Empty where it is well formed.
QString xmlFault(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
    }
    return reader.hasError() ? QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString())
                             : QString();
}

}  // namespace

/// The files themselves: the same bytes for the same report, fit to be opened, complete to the last digit.
class TestReportFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameReportIsTheSameFile_data();
    void theSameReportIsTheSameFile();
    void htmlIsWellFormedAndRefersToNothingOutside();
    void odtIsAZipThatBeginsWithItsType();
    void figuresKeepAllTheirDigits();
    void namesOfAnyKindAndFiftyTasks_data();
    void namesOfAnyKindAndFiftyTasks();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    bool make(const QString &project, const QStringList &runs, const QString &name, const QStringList &more = {});
    QByteArray read(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<OddProject> m_odd;
    QString m_place;
    QStringList m_runs;
};

void TestReportFiles::initTestCase()
{
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
    m_runs = QStringList{QString::fromStdString(m_project->finished().uuid),
                         QString::fromStdString(m_project->addRival("shared-adapter", 0.06).uuid)};
    m_place = QString::fromStdString(m_project->session().project().folder().string());
    m_odd = std::make_unique<OddProject>();
}

bool TestReportFiles::make(const QString &project, const QStringList &runs, const QString &name,
                           const QStringList &more)
{
    const test::CliResult result =
        test::runAtlas(QStringList{"report", project} + runs + QStringList{"--out", file(name)} + more);
    if (result.exitCode != 0) {
        qWarning() << result.exitCode << result.err;
    }
    return result.exitCode == 0;
}

QByteArray TestReportFiles::read(const QString &name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void TestReportFiles::theSameReportIsTheSameFile_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QStringList>("more");
    for (const report::Writer &writer : report::writers()) {
        for (const char *language : {"en", "ja"}) {
            QTest::addRow("%s %s", writer.suffix, language)
                << QString::fromLatin1(writer.suffix) << QStringList{"--lang", language};
        }
    }
    QTest::newRow("one page") << "pdf" << QStringList{"--summary"};
}

void TestReportFiles::theSameReportIsTheSameFile()
{
    QFETCH(QString, suffix);
    QFETCH(QStringList, more);
    QVERIFY(make(m_place, m_runs, "first." + suffix, more));
    QTest::qWait(1100);  // the moment at which they are made differs
    // What surrounds the program takes no part.
    qputenv("TZ", "Asia/Tokyo");
    qputenv("LC_ALL", "ja_JP.UTF-8");
    qputenv("QT_SCALE_FACTOR", "1.5");
    const bool made = make(m_place, m_runs, "second." + suffix, more);
    qunsetenv("TZ");
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("QT_SCALE_FACTOR");
    QVERIFY(made);
    const QByteArray first = read("first." + suffix);
    QVERIFY(first.size() > 1000);
    QVERIFY(first == read("second." + suffix));
}

void TestReportFiles::htmlIsWellFormedAndRefersToNothingOutside()
{
    QVERIFY(make(m_place, m_runs, "page.html", {"--lang", "ja"}));
    const QByteArray html = read("page.html");
    QVERIFY2(xmlFault(html).isEmpty(), qPrintable(xmlFault(html)));
    const QString text = QString::fromUtf8(html);
    QVERIFY(text.contains("<html lang=\"ja\">"));
    const QRegularExpression outside("(?:src|href|action)\\s*=\\s*\"(?!#|data:)|url\\((?!#)|@import|<script|<link");
    const QRegularExpressionMatch found = outside.match(text);
    QSet<QString> ids;
    for (auto id = QRegularExpression(" id=\"([^\"]+)\"").globalMatch(text); id.hasNext();) {
        const QString name = id.next().captured(1);
        QVERIFY2(!ids.contains(name), qPrintable(name));
        ids.insert(name);
    }
    QVERIFY2(!found.hasMatch(), qPrintable(text.mid(std::max(qsizetype(0), found.capturedStart() - 40), 120)));
}

void TestReportFiles::odtIsAZipThatBeginsWithItsType()
{
    QVERIFY(make(m_place, m_runs, "text.odt"));
    const QByteArray bytes = read("text.odt");
    constexpr char kType[] = "application/vnd.oasis.opendocument.text";
    QVERIFY(bytes.startsWith("PK\3\4"));
    QCOMPARE(bytes.mid(30, 8), QByteArray("mimetype"));
    QCOMPARE(bytes.mid(38, qsizetype(sizeof kType) - 1), QByteArray(kType));  // stored, no extra field before it
    const std::vector<Entry> entries = unzipped(file("text.odt"));
    QCOMPARE(entries.front().name, QByteArray("mimetype"));
    QStringList names;
    for (const Entry &entry : entries) {
        names << QString::fromUtf8(entry.name);
        if (entry.name.endsWith(".xml")) {
            QVERIFY2(xmlFault(entry.content).isEmpty(), qPrintable(names.back() + " " + xmlFault(entry.content)));
        }
        if (entry.name.endsWith(".png")) {
            QVERIFY(!QImage::fromData(entry.content, "PNG").isNull());
        }
    }
    for (const char *needed :
         {"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml", "Pictures/chart1.png"}) {
        QVERIFY2(names.contains(QLatin1String(needed)), needed);
    }
}

void TestReportFiles::figuresKeepAllTheirDigits()
{
    QVERIFY(make(m_place, m_runs, "all.json"));
    const auto json = nlohmann::json::parse(read("all.json").toStdString());
    const auto expected = test::TrainedProject::eightTasks();
    for (std::size_t row = 0; row < expected.size(); ++row) {
        for (std::size_t column = 0; column <= row; ++column) {
            QCOMPARE(json.at("runs").at(0).at("matrix").at(row).at(column).get<double>(), expected[row][column]);
        }
    }
    QCOMPARE(json.at("baseline").at("run").get<std::string>(), m_runs.back().toStdString());
    QVERIFY(make(m_place, m_runs, "all.csv", {"--lang", "ja"}));
    const QStringList lines = QString::fromUtf8(read("all.csv")).split("\r\n");
    QVERIFY(lines.front().startsWith("run,kind,name,task,after,value,low,high,n,unit,remark"));
    int cells = 0;
    for (const QString &line : lines) {
        const QStringList fields = line.split(',');
        if (line.startsWith(m_runs.front()) && fields.value(1) == "cell" && fields.value(2) == "accuracy" &&
            fields.value(3) == "notes" && fields.value(4) == "goals") {
            QCOMPARE(fields.value(5).toDouble(), expected.back()[1]);
            ++cells;
        }
    }
    QCOMPARE(cells, 1);
}

void TestReportFiles::namesOfAnyKindAndFiftyTasks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("pdf") << "odd.pdf" << QStringList();
    QTest::newRow("one page") << "odd one.pdf" << QStringList{"--summary"};
    QTest::newRow("odt") << "odd.odt" << QStringList{"--lang", "ja"};
    QTest::newRow("html") << "報告 😀.html" << QStringList{"--lang", "ja"};
    QTest::newRow("csv") << "odd.csv" << QStringList();
    QTest::newRow("json") << "odd.json" << QStringList();
}

void TestReportFiles::namesOfAnyKindAndFiftyTasks()
{
    QFETCH(QString, name);
    QFETCH(QStringList, more);
    QVERIFY(make(m_odd->folder(), {m_odd->run()}, name, more));
    const QByteArray bytes = read(name);
    if (name.endsWith(".html")) {
        QVERIFY2(xmlFault(bytes).isEmpty(), qPrintable(xmlFault(bytes)));
        for (const std::string &task : m_odd->names()) {
            QVERIFY2(bytes.contains(QString::fromStdString(task).toHtmlEscaped().toUtf8()), task.c_str());
        }
    } else if (name == "odd one.pdf") {
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
    } else if (name.endsWith(".json")) {
        const auto json = nlohmann::json::parse(bytes.toStdString());
        QCOMPARE(json.at("runs").at(0).at("tasks").get<std::vector<std::string>>(), m_odd->names());
    }
}

QTEST_MAIN(TestReportFiles)
#include "tst_report_files.moc"
