#include "sample_project.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "tests/support/screenshot.h"
#include "widgets/data/data_page.h"
#include "widgets/data/encoding_question.h"
#include "widgets/data/import_runner.h"
#include "widgets/data/import_sheet.h"
#include "widgets/data/problem_list.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <archive.h>
#include <archive_entry.h>

#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

/// The sheet of an import over the real data page: what is found, what a person changes, what comes of it.
class TestImportSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aMappedColumnChangesPreviewAndProblems();
    void aFieldHasOneColumn();
    void columnsOpenWhereNothingCanBeImported();
    void japaneseTableIsReadByItself();
    void unsureLettersAreAskedFor();
    void aWrongEncodingCanBePutRight();
    void jsonLinesHaveColumnsButNoDelimiter();
    void classFoldersHaveNoColumns();
    void picturesWithoutClassesSaySo();
    void picturesDroppedTogetherAreOneDataset();
    void anArchiveIsImported();
    void whatIsDroppedTogetherIsSorted();
    void theSheetFitsSmallWindows_data();
    void theSheetFitsSmallWindows();

private:
    QString write(const QString &name, const QByteArray &content);
    QString picture(const QString &name, int hue);
    void show(const QStringList &sources, QSize size = QSize(1440, 900));
    template <typename Widget>
    Widget *part(const char *name)
    {
        return m_page->findChild<Widget *>(QString::fromUtf8(name));
    }
    bool ready() { return part<QPushButton>("importStart")->text() != QStringLiteral("Looking again…"); }
    bool offers(int samples);
    void choose(const char *chooser, const QVariant &data);
    QString cell(int row, const QString &title);
    void saveShot(const char *name)
    {
        QTest::qWait(30);  // laid out
        test::saveScreenshot(*m_page, QLatin1String(name));
    }
    QStringList problems();
    std::vector<Sample> imported(const std::string &dataset);

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<test::SampleProject> m_project;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<DataPage> m_page;
};

namespace {

// "画像,ラベル,分割\n傷あり.png,不良,train\n..." in CP932 is written by the tests themselves: Qt has no such codec.
// "文,ラベル\nこの商品はとても良かった,良\nすぐに壊れた,不良\n"
const QByteArray kJapanese =
    QByteArray::fromHex("95b62c838983788 38b0a82b182cc8fa4956982cd82c682c482e097c782a982c182bd2c97c70a"
                        "82b782ae82c989f382ea82bd2c957397c70a");

}  // namespace

void TestImportSheet::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestImportSheet::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<test::SampleProject>();
    m_jobs = std::make_unique<JobList>();
}

void TestImportSheet::cleanup()
{
    m_page.reset();
    m_jobs.reset();
    m_session.reset();
    m_project.reset();
    m_files.reset();
}

QString TestImportSheet::write(const QString &name, const QByteArray &content)
{
    QFile file(m_files->filePath(name));
    QDir().mkpath(QFileInfo(file).path());
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

QString TestImportSheet::picture(const QString &name, int hue)
{
    const QString file = m_files->filePath(name);
    QDir().mkpath(QFileInfo(file).path());
    QImage image(48, 36, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            image.setPixelColor(x, y, QColor::fromHsv(hue % 360, (x * 5) % 256, 90 + (y * 4 + hue) % 160));
        }
    }
    return image.save(file) ? file : QString();
}

void TestImportSheet::show(const QStringList &sources, QSize size)
{
    m_session = m_project->session();
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), nullptr});
    m_page->resize(size);
    m_page->show();
    m_page->setSession(m_session.get());
    QVERIFY(m_page->dropped(sources));
    QVERIFY(part<ImportSheet>("importSheet"));
}

bool TestImportSheet::offers(int samples)
{
    auto *start = part<QPushButton>("importStart");
    const QString wanted =
        samples == 0 ? QStringLiteral("Nothing to import") : QStringLiteral("Import %1").arg(samples);
    return QTest::qWaitFor([&] { return start->text() == wanted && start->isEnabled() == (samples > 0); }, 10000);
}

void TestImportSheet::choose(const char *chooser, const QVariant &data)
{
    auto *box = part<QComboBox>(chooser);
    QVERIFY(box);
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

QString TestImportSheet::cell(int row, const QString &title)
{
    auto *table = part<QTableWidget>("importPreview");
    for (int column = 0; column < table->columnCount(); ++column) {
        if (table->horizontalHeaderItem(column)->text() == title && row < table->rowCount()) {
            return table->item(row, column)->text();
        }
    }
    return {};
}

QStringList TestImportSheet::problems()
{
    auto *list = m_page->findChild<ProblemList *>();
    QStringList texts;
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        texts << list->topLevelItem(i)->text(0);
    }
    return texts;
}

std::vector<Sample> TestImportSheet::imported(const std::string &dataset)
{
    const auto connection = m_session->project().connect();
    const auto known = storage::DatasetStore(*connection).find(dataset);
    return known ? m_project->samples(known->id) : std::vector<Sample>();
}

void TestImportSheet::aMappedColumnChangesPreviewAndProblems()
{
    show({write(QStringLiteral("notes.csv"),
                "text,class,remark\nall good,good,seen by Ann\nscratch,defect,seen by Bo\n")});
    QVERIFY(offers(2));
    QVERIFY(problems().join(QLatin1Char(' ')).contains(QStringLiteral("remark")));
    QCOMPARE(cell(0, QStringLiteral("Label")), QStringLiteral("good"));
    part<QToolButton>("importColumns")->click();
    QCOMPARE(part<QComboBox>("field_class")->currentText(), QStringLiteral("label"));
    QCOMPARE(part<QComboBox>("field_remark")->currentText(), QStringLiteral("not used"));
    QCOMPARE(part<QTableWidget>("columnTable")->item(0, 2)->text(), QStringLiteral("all good   scratch"));
    choose("field_class", QStringLiteral("unused"));
    choose("field_remark", QStringLiteral("label"));
    QVERIFY(offers(2));
    QCOMPARE(cell(0, QStringLiteral("Label")), QStringLiteral("seen by Ann"));
    QVERIFY(!problems().join(QLatin1Char(' ')).contains(QStringLiteral("is not used")));
    saveShot("import_columns");
    part<QPushButton>("importStart")->click();
    QTRY_COMPARE(imported("notes").size(), std::size_t(2));
    QCOMPARE(imported("notes")[1].labels[0].name, std::string("seen by Bo"));
}

void TestImportSheet::aFieldHasOneColumn()
{
    show({write(QStringLiteral("notes.csv"), "text,class,group\na b,x,1\nc d,y,2\n")});
    QVERIFY(offers(2));
    choose("field_group", QStringLiteral("label"));
    QCOMPARE(part<QComboBox>("field_class")->currentText(), QStringLiteral("not used"));
    choose("field_class", QStringLiteral("choice"));
    choose("field_text", QStringLiteral("choice"));
    QCOMPARE(part<QComboBox>("field_class")->currentText(), QStringLiteral("one of the options"));
}

void TestImportSheet::columnsOpenWhereNothingCanBeImported()
{
    show({write(QStringLiteral("notes.csv"), "words,opinion\nall good,good\nscratch,defect\n")});
    QVERIFY(offers(0));
    QVERIFY(part<QComboBox>("field_words")->isVisible());
    choose("field_words", QStringLiteral("text"));
    choose("field_opinion", QStringLiteral("label"));
    QVERIFY(offers(2));
}

void TestImportSheet::japaneseTableIsReadByItself()
{
    show({write(QStringLiteral("感想.csv"), kJapanese)});
    QVERIFY(offers(2));
    QVERIFY(!part<EncodingQuestion>("encodingQuestion")->isVisible());
    QCOMPARE(cell(0, QStringLiteral("Text")), QStringLiteral("この商品はとても良かった"));
    QCOMPARE(cell(1, QStringLiteral("Label")), QStringLiteral("不良"));
    const auto labels = m_page->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](QLabel *l) { return l->text() == QStringLiteral("Japanese (CP932, Shift JIS), found out"); }));
    saveShot("import_japanese");
}

void TestImportSheet::unsureLettersAreAskedFor()
{
    show({write(QStringLiteral("rows.csv"), QByteArray("text,label\nfirst one here,") + "\x95\x73\nsecond one,x\n")});
    auto *question = part<EncodingQuestion>("encodingQuestion");
    auto *start = part<QPushButton>("importStart");
    QTRY_COMPARE(start->text(), QStringLiteral("Choose the letters first"));
    QVERIFY(!start->isEnabled() && question->isVisible());
    QCOMPARE(part<QLabel>("lines_CP932")->text(), QStringLiteral("first one here,不"));
    QCOMPARE(part<QLabel>("lines_CP1252")->text(), QStringLiteral("first one here,•s"));
    saveShot("import_letters");
    part<QRadioButton>("reading_CP1252")->click();
    QVERIFY(offers(2));
    QVERIFY(!question->isVisible());
    QCOMPARE(cell(0, QStringLiteral("Label")), QStringLiteral("•s"));
}

void TestImportSheet::aWrongEncodingCanBePutRight()
{
    show({write(QStringLiteral("感想.csv"), kJapanese)});
    QVERIFY(offers(2));
    choose("tableEncoding", QStringLiteral("UTF-8"));
    QVERIFY(offers(0));
    QVERIFY(part<QComboBox>("tableEncoding")->isVisible());
    choose("tableEncoding", QStringLiteral("CP932"));
    QVERIFY(offers(2));
    QCOMPARE(cell(1, QStringLiteral("Label")), QStringLiteral("不良"));
}

void TestImportSheet::jsonLinesHaveColumnsButNoDelimiter()
{
    show({write(QStringLiteral("rows.jsonl"),
                "{\"text\": \"良い\", \"label\": \"a\"}\n{\"text\": \"x y\", \"label\": \"b\"}\n")});
    QVERIFY(offers(2));
    part<QToolButton>("importColumns")->click();
    QVERIFY(part<QComboBox>("tableEncoding")->isVisible());
    QVERIFY(!part<QComboBox>("tableDelimiter")->isVisible());
    QVERIFY(part<QComboBox>("field_text")->isVisible());
}

void TestImportSheet::classFoldersHaveNoColumns()
{
    for (int i = 0; i < 6; ++i) {
        picture(QStringLiteral("部品/%1/%2.png").arg(i % 2 ? QStringLiteral("良品") : QStringLiteral("不良")).arg(i),
                i * 50);
    }
    show({m_files->filePath(QStringLiteral("部品"))});
    QVERIFY(offers(6));
    QVERIFY(!part<QToolButton>("importColumns")->isVisible());
    QVERIFY(!part<QLabel>("importNoClasses")->isVisible());
    QCOMPARE(cell(0, QStringLiteral("Label")), QStringLiteral("不良"));
}

void TestImportSheet::picturesWithoutClassesSaySo()
{
    for (int i = 0; i < 30; ++i) {
        picture(QStringLiteral("new/p%1.png").arg(i), i * 11);
    }
    show({m_files->filePath(QStringLiteral("new"))});
    QVERIFY(offers(30));
    QVERIFY(part<QLabel>("importNoClasses")->isVisible());
    saveShot("import_unlabelled");
    part<QPushButton>("importStart")->click();
    QTRY_COMPARE(m_page->model()->rowCount(), 30);
    QCOMPARE(m_page->model()->dataset().kind, std::string("image"));
}

void TestImportSheet::picturesDroppedTogetherAreOneDataset()
{
    picture(QStringLiteral("new/left.png"), 10);
    show({picture(QStringLiteral("new/a.png"), 80), picture(QStringLiteral("new/deep/b.png"), 160)});
    QVERIFY(offers(2));
    QVERIFY(!part<QComboBox>("importFormat")->isEnabled());
    part<QPushButton>("importStart")->click();
    QTRY_COMPARE(imported("new").size(), std::size_t(2));
    QTRY_VERIFY(!m_page->findChild<Sheet *>());
}

void TestImportSheet::anArchiveIsImported()
{
    const QByteArray table = "text,label\nall good,good\nscratch,defect\n";
    const QString file = m_files->filePath(QStringLiteral("rows.zip"));
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    QCOMPARE(archive_write_open_filename(writer, file.toUtf8()), ARCHIVE_OK);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, "rows.csv");
    archive_entry_set_size(entry, table.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, table.constData(), std::size_t(table.size()));
    archive_entry_free(entry);
    archive_write_free(writer);
    show({file});
    QVERIFY(offers(2));
    QCOMPARE(cell(1, QStringLiteral("Label")), QStringLiteral("defect"));
    part<QPushButton>("importStart")->click();
    QTRY_COMPARE(imported("rows").size(), std::size_t(2));
}

void TestImportSheet::whatIsDroppedTogetherIsSorted()
{
    const QString a = picture(QStringLiteral("x/a.png"), 10);
    const QString b = picture(QStringLiteral("y/b.jpg"), 20);
    const QString table = write(QStringLiteral("t.csv"), "text,label\na,b\n");
    const QString folder = m_files->filePath(QStringLiteral("x"));
    QCOMPARE(importSets({table, a, folder, b}), (QList<QStringList>{{a, b}, {table}, {folder}}));
    const storage::ImportRequest request = sourceRequest({a, b});
    QCOMPARE(QString::fromStdString(request.source.string()), m_files->path());
    QCOMPARE(request.only.size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(sourceRequest({a}).source.string()), folder);
    QVERIFY(sourceRequest({folder}).only.empty() && sourceRequest({table}).only.empty());
}

void TestImportSheet::theSheetFitsSmallWindows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("small") << QSize(640, 520) << false;  // what a page has of 1024 x 640
    QTest::newRow("dark") << QSize(1060, 780) << true;
}

void TestImportSheet::theSheetFitsSmallWindows()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    theme::apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light);
    show({write(QStringLiteral("rows.csv"),
                QByteArray("id,text,label,remark\n1,first one here,") +
                    "\x95\x73,good\n2,second one,x,seen by somebody else\n3,second one,y,\n")},
         size);
    QTRY_COMPARE(part<QPushButton>("importStart")->text(), QStringLiteral("Choose the letters first"));
    saveShot(dark ? "import_dark" : "import_small");
    part<QRadioButton>("reading_CP932")->click();
    QVERIFY(offers(3));
    part<QToolButton>("importColumns")->click();
    saveShot(dark ? "import_dark_columns" : "import_small_columns");
    auto *sheet = m_page->findChild<Sheet *>();
    QVERIFY(sheet->rect().contains(
        QRect(part<QPushButton>("importStart")->mapTo(sheet, QPoint()), part<QPushButton>("importStart")->size())));
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestImportSheet)
#include "tst_import_sheet.moc"
