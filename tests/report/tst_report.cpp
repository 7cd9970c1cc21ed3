#include "app/cli.h"
#include "report/report_input.h"
#include "report/sections.h"
#include "report/settle_pdf.h"
#include "report/writers.h"
#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "storage/decide/target_store.h"
#include "ui/trained_project.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;

/// What `atlas report` says: the verdict in both languages, all sections, and what it refuses.
class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySectionIsInTheReport();
    void theVerdictIsFoundInThePdf_data();
    void theVerdictIsFoundInThePdf();
    void onePageIsOnePage();
    void pagesAreCutWhereNothingIsTornApart();
    void aMissedTargetIsANoGoThatNamesTheWorst();
    void whatServesIsTheBaselineUnlessOneIsNamed();
    void aRunWithoutBaselineSaysSo();
    void aRunThatIsNotFinishedSaysSo();
    void whatIsWrongIsRefusedAndNothingIsWritten_data();
    void whatIsWrongIsRefusedAndNothingIsWritten();
    void radicalsAreToldToBeCharacters();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    test::CliResult report(const QStringList &runs, const QString &name, const QStringList &more = {});
    QByteArray read(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<test::TrainedProject> m_project;
    QString m_project_folder;
    QString m_run;
    QString m_rival;
    QString m_unfinished;
};

void TestReport::initTestCase()
{
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
    m_rival = QString::fromStdString(m_project->addRival("shared-adapter", 0.06).uuid);
    m_unfinished = QString::fromStdString(m_project->addRun("ewc", RunStatus::Interrupted, 0.4).uuid);
    m_run = QString::fromStdString(m_project->finished().uuid);
    m_project_folder = QString::fromStdString(m_project->session().project().folder().string());
    m_project->session().project().writer().run([](storage::Connection &connection) {
        Targets targets;
        setTarget(targets, "average", {}, 0.5);
        setTarget(targets, "minimum", "boards", 0.9);
        storage::TargetStore store(connection);
        store.setTargets("pilot", targets, "hana");
        RoiSheet sheet;
        setAssumption(sheet, "items_per_month", 12000);
        setAssumption(sheet, "automatic_share", 0.6);
        sheet.currency = "JPY";
        store.setRoi("pilot", sheet, "hana");
        return 0;
    });
}

test::CliResult TestReport::report(const QStringList &runs, const QString &name, const QStringList &more)
{
    return test::runAtlas(QStringList{"report", m_project_folder} + runs + QStringList{"--out", file(name), "--json"} +
                          more);
}

QByteArray TestReport::read(const QString &name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void TestReport::everySectionIsInTheReport()
{
    QCOMPARE(report({m_run, m_rival}, "all.html").exitCode, 0);
    const QString html = QString::fromUtf8(read("all.html"));
    // The demo has no adapter effects, so there is no knowledge map.
    for (const report::SectionKind &kind : report::sectionKinds()) {
        const QString mark = QStringLiteral("<section id=\"%1\"").arg(QLatin1String(kind.id));
        QVERIFY2(html.contains(mark) || QByteArray(kind.id) == "knowledge", kind.id);
    }
    QVERIFY(html.indexOf("<section id=\"verdict\"") < html.indexOf("<section id=\"figures\""));
    QVERIFY(html.contains(m_run) && html.contains(m_rival));
    QVERIFY(html.contains("not provided"));              // of the return, what nobody typed
    QVERIFY(html.contains(QStringLiteral("strategy")));  // the setting that differs
    QCOMPARE(html.count("<svg"), 4);                     // change, curves, matrix, sizes
}

void TestReport::theVerdictIsFoundInThePdf_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("japanese");
    QTest::newRow("English") << "en" << false;
    QTest::newRow("Japanese") << "ja" << true;
}

void TestReport::theVerdictIsFoundInThePdf()
{
    QFETCH(QString, language);
    QFETCH(bool, japanese);
    const QString pdftotext = QStandardPaths::findExecutable("pdftotext");
    if (pdftotext.isEmpty()) {
        QSKIP("needs pdftotext (Debian: poppler-utils), which is not installed");
    }
    const test::CliResult made = report({m_run, m_rival}, language + ".pdf", {"--lang", language});
    QVERIFY2(made.exitCode == 0, made.err);
    const QString sentence = made.json().value("sentence").toString();
    const QString word = made.json().value("word").toString();
    const bool kana = sentence.contains(QRegularExpression("[\\x{3040}-\\x{30ff}]"));
    QVERIFY2(kana == japanese, qPrintable(sentence));
    QProcess process;
    process.start(pdftotext, {file(language + ".pdf"), "-"});
    QVERIFY(process.waitForFinished());
    const auto squeezed = [](QString text) { return text.remove(QRegularExpression("\\s")); };
    const QString text = squeezed(QString::fromUtf8(process.readAllStandardOutput()));
    QVERIFY2(text.contains(squeezed(word)), qPrintable(word));
    QVERIFY2(text.contains(squeezed(sentence)), qPrintable(sentence + "\n\n" + text.left(600)));
}

void TestReport::onePageIsOnePage()
{
    QCOMPARE(report({m_run, m_rival}, "one.pdf", {"--summary"}).exitCode, 0);
    QCOMPARE(read("one.pdf").count("/Type /Page\n"), 1);
    QCOMPARE(report({m_run, m_rival}, "many.pdf").exitCode, 0);
    QVERIFY(read("many.pdf").count("/Type /Page\n") > 3);
}

void TestReport::pagesAreCutWhereNothingIsTornApart()
{
    const QString pdftotext = QStandardPaths::findExecutable("pdftotext");
    if (pdftotext.isEmpty()) {
        QSKIP("needs pdftotext (Debian: poppler-utils), which is not installed");
    }
    // The end of the page comes at every place of a heading, its table and its note once.
    report::Document document;
    document.footer = "FOOTER";
    document.pageOf = "%1 of %2";
    for (int above = 34; above < 56; ++above) {
        report::Section section;
        section.newPage = !document.sections.empty();
        section.blocks.push_back(report::List{QStringList(above, "filler")});
        section.blocks.push_back(report::Paragraph{"HEADING", report::Paragraph::Kind::Heading});
        report::Table table{.columns = {{"TITLES", false, 1}}, .rows = {}};
        for (int row = 0; row < 5 - above % 4; ++row) {
            table.rows.push_back({QString("row%1").arg(row)});
        }
        section.blocks.push_back(table);
        section.blocks.push_back(report::Paragraph{"NOTE", report::Paragraph::Kind::Note});
        document.sections.push_back(section);
    }
    QFile pdf(file("cut.pdf"));
    QVERIFY(pdf.open(QFile::WriteOnly));
    pdf.write(report::writerFor("cut.pdf").write(document, report::ReportInput()));
    pdf.close();
    QProcess process;
    process.start(pdftotext, {"-layout", pdf.fileName(), "-"});
    QVERIFY(process.waitForFinished());
    const QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split('\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 30);
    for (const QString &page : pages) {
        QStringList lines;
        for (const QString &line : page.split('\n', Qt::SkipEmptyParts)) {
            if (const QString word = line.simplified(); !word.startsWith("FOOTER")) {
                lines << word;
            }
        }
        QVERIFY2(!lines.isEmpty(), qPrintable(page));
        QVERIFY2(lines.last() != "HEADING" && lines.last() != "TITLES" && lines.last() != "row0", qPrintable(page));
        QVERIFY2(lines.first() != "NOTE", qPrintable(page));
        if (lines.first() == "TITLES") {  // a table goes on
            QVERIFY2(lines.size() > 2 && lines[1].startsWith("row") && lines[2].startsWith("row"), qPrintable(page));
        }
    }
}

void TestReport::aMissedTargetIsANoGoThatNamesTheWorst()
{
    const QJsonObject missed = report({m_rival}, "missed.html").json();
    QCOMPARE(missed.value("verdict").toString(), "no_go");
    QVERIFY2(missed.value("sentence").toString().contains("boards"), qPrintable(missed.value("sentence").toString()));
    QCOMPARE(report({m_run}, "met.html").json().value("verdict").toString(), "go");
}

void TestReport::whatServesIsTheBaselineUnlessOneIsNamed()
{
    storage::Project &project = m_project->session().project();
    project.writer().run([&](storage::Connection &connection) {
        storage::ModelRegistry registry(connection);
        const storage::ModelVersion version =
            registry.add(m_rival.toStdString(), {{"a/package.safetensors", 1, std::string(64, 'b')}}, "", "hana");
        registry.promote(version.number, {.alias = storage::kProduction, .reason = "the first one", .actor = "hana"});
        return 0;
    });
    QCOMPARE(report({m_run}, "serves.html").json().value("baseline").toString(), m_rival);
    QVERIFY(read("serves.html").contains("in production"));
    QVERIFY(read("serves.html").contains("the first one"));  // why it serves
    QCOMPARE(report({"production"}, "alias.html").json().value("run").toString(), m_rival);
}

void TestReport::aRunWithoutBaselineSaysSo()
{
    QCOMPARE(report({m_rival}, "alone.html").json().value("baseline"), QJsonValue());
    QVERIFY(read("alone.html").contains("no earlier model"));
    QVERIFY(!read("alone.html").contains("id=\"change\""));
}

void TestReport::aRunThatIsNotFinishedSaysSo()
{
    const test::CliResult made = report({m_unfinished}, "unfinished.pdf");
    QVERIFY2(made.exitCode == 0, made.err);
    QCOMPARE(made.json().value("verdict").toString(), "undecided");
    QVERIFY(made.json().value("sentence").toString().contains("not finished"));
}

void TestReport::whatIsWrongIsRefusedAndNothingIsWritten_data()
{
    QTest::addColumn<QStringList>("runs");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no such run") << QStringList{"nothing"} << "bad.pdf" << QStringList() << 3;
    QTest::newRow("named twice") << QStringList{m_run, m_run.left(13)} << "bad.pdf" << QStringList() << 2;
    QTest::newRow("no such form") << QStringList{m_run} << "bad.docx" << QStringList() << 2;
    QTest::newRow("no such language") << QStringList{m_run} << "bad.pdf" << QStringList{"--lang", "tlh"} << 2;
    QTest::newRow("no such folder") << QStringList{m_run} << "none/bad.pdf" << QStringList() << 1;
}

void TestReport::whatIsWrongIsRefusedAndNothingIsWritten()
{
    QFETCH(QStringList, runs);
    QFETCH(QString, name);
    QFETCH(QStringList, more);
    QFETCH(int, exitCode);
    const test::CliResult result = report(runs, name, more);
    QVERIFY2(result.exitCode == exitCode, result.err);
    QVERIFY(!result.json().value("error").toObject().value("message").toString().isEmpty());
    QVERIFY(!QFile::exists(file(name)));
}

void TestReport::radicalsAreToldToBeCharacters()
{
    const QFont font("Noto Sans CJK JP");
    if (QFontInfo(font).family() != font.family()) {
        QSKIP("needs the font Noto Sans CJK JP (Debian: fonts-noto-cjk), which is not installed");
    }
    const QByteArray pdf = "/CreationDate (D:20260101000000Z)\nbegincmap\n<2F47> <2F48> [<2F47> <0009> <0041> ]\n"
                           "<0003> <0003> <2F00>\nendcmap\n[<2F47>]";
    const QByteArray settled = report::settledPdf(pdf, font);
    QCOMPARE(settled.size(), pdf.size());
    QVERIFY(!settled.contains("CreationDate"));
    // The numbers of glyphs, and what stands outside of the map, stay.
    QVERIFY2(settled.contains("<2F47> <2F48> [<65E5> <0020> <0041> ]\n<0003> <0003> <4E00>\nendcmap\n[<2F47>]"),
             settled);
}

QTEST_MAIN(TestReport)
#include "tst_report.moc"
