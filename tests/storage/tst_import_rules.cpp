#include "import_fixture.h"

#include "core/error.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/edit_journal.h"
#include "storage/sample_store.h"

#include <QTest>

using namespace atlas;
using namespace atlas::storage;
using namespace atlas::test;

namespace {

/// Asks for a stop as soon as something has been done.
class StoppingObserver final : public Observer {
public:
    StoppingObserver(std::stop_source &source, std::string when) : m_source(source), m_when(std::move(when)) {}
    void progress(double, const Sentence &what) override
    {
        if (what.english() == m_when) {
            m_source.request_stop();
        }
    }
    void log(LogLevel, const std::string &) override {}

private:
    std::stop_source &m_source;
    std::string m_when;
};

void writeTwoClasses(const ImportFixture &fixture)
{
    fixture.writePicture("cat/a.png", 1);
    fixture.writePicture("dog/b.png", 2);
}

}  // namespace

/// All or nothing, what a bad row costs, and what is never touched.
class TestImportRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsImportedWhereAnErrorForbidsIt_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *title, const char *name, const char *content, const char *code) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(content) << QByteArray(code);
        };
        row("no known column", "test.csv", "words,kind\na,b\n", "MISSING_COLUMN");
        row("no label column", "test.csv", "text,remark\na,b\n", "MISSING_COLUMN");
        row("no header", "test.csv", "a first sentence,travel\nanother one,home\n", "MISSING_COLUMN");
        row("repeated column", "test.csv", "text,text,label\na,b,c\n", "DUPLICATE_HEADER");
        row("empty file", "test.csv", "", "EMPTY_SOURCE");
        row("header only", "test.csv", "text,label\n", "EMPTY_SOURCE");
    }
    void nothingIsImportedWhereAnErrorForbidsIt()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, code);
        ImportFixture fixture;
        fixture.write("train.csv", "text,label\ngood,x\n");
        fixture.write(name.toStdString(), content);
        const ImportReport report = fixture.import();
        QVERIFY2(count(report, code.constData()) == 1, describe(report));
        QVERIFY(report.hasErrors());
        QCOMPARE(report.imported, 0);
        QVERIFY(fixture.samples().empty());
    }

    void aColumnNamedByTheUserMustExist()
    {
        ImportFixture fixture;
        fixture.write("train.csv", "text,label\na,b\n");
        ImportRequest request = fixture.request();
        request.map = {{"label", "class"}};
        QCOMPARE(count(fixture.import(request), "MISSING_COLUMN"), 1);
        request.map = {{"colour", "label"}};
        QVERIFY_EXCEPTION_THROWN(fixture.import(request), Error);
    }

    void theKindsFieldsMustHaveColumns()
    {
        ImportFixture fixture;
        fixture.write("train.csv", "text,label\na,b\n");
        ImportRequest request = fixture.request();
        request.kind = "image-text";
        const ImportReport report = fixture.import(request);
        QCOMPARE(count(report, "MISSING_COLUMN"), 1);
        QCOMPARE(report.imported, 0);
    }

    void badRowsAreLeftOutWithTheirLines()
    {
        ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source = fixture.write("rows.csv", "text,label\nonly one\na,b,c\n \t\nfine,x\nopen,\n,y\n");
        const ImportReport report = fixture.import(request);
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(count(report, "BAD_ROW"), 2);
        QCOMPARE(where(report, "BAD_ROW"), "rows.csv:2");
        QCOMPARE(where(report, "MISSING_FIELD"), "rows.csv:7");
        QCOMPARE(report.read, 5);
        QCOMPARE(report.skipped, 3);
        QCOMPARE(count(report, "UNLABELLED"), 1);
    }

    void badJsonTellsItsLine()
    {
        ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source =
            fixture.write("rows.jsonl", "{\"text\":\"a\",\"label\":1}\n\n{\"text\":\n{\"text\":\"b\",\"label\":2}\n");
        const ImportReport report = fixture.import(request);
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(where(report, "BAD_JSON"), "rows.jsonl:3");
    }

    void brokenPicturesCostTheirRow()
    {
        ImportFixture fixture;
        writeTwoClasses(fixture);
        fixture.write("cat/cut.jpg", pictureBytes(".jpg", 100, 100, 7).left(400));
        fixture.write("cat/page.jpg", "<html></html>");
        fixture.write("cat/empty.png", {});
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(report.skipped, 3);
        QCOMPARE(where(report, "CORRUPT_IMAGE"), "cat/cut.jpg");
        QCOMPARE(where(report, "NOT_AN_IMAGE"), "cat/page.jpg");
        QCOMPARE(fixture.assetFiles(), 2U);
    }

    void nothingOutsideTheFolderIsRead_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("above") << QByteArray("../outside.png") << QByteArray("UNSAFE_PATH");
        QTest::newRow("above, hidden") << QByteArray("images/../../outside.png") << QByteArray("UNSAFE_PATH");
        QTest::newRow("absolute") << QByteArray("/etc/hostname") << QByteArray("UNSAFE_PATH");
        QTest::newRow("drive") << QByteArray("C:\\\\x.png") << QByteArray("UNSAFE_PATH");
        QTest::newRow("share") << QByteArray("\\\\\\\\host\\\\x.png") << QByteArray("UNSAFE_PATH");
        QTest::newRow("network") << QByteArray("http://127.0.0.1/x.png") << QByteArray("UNSAFE_PATH");
        QTest::newRow("link out") << QByteArray("link.png") << QByteArray("UNSAFE_PATH");
        QTest::newRow("linked folder") << QByteArray("linked/outside.png") << QByteArray("UNSAFE_PATH");
        QTest::newRow("absent") << QByteArray("images/none.png") << QByteArray("MISSING_FILE");
        QTest::newRow("folder") << QByteArray("images") << QByteArray("MISSING_FILE");
        QTest::newRow("wrong case") << QByteArray("images/A.png") << QByteArray("MISSING_FILE");
    }
    void nothingOutsideTheFolderIsRead()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, code);
        ImportFixture fixture;
        fixture.writePicture("images/a.png", 1);
        fixture.writePicture("../outside.png", 2);
        std::filesystem::create_symlink(fixture.source() / "../outside.png", fixture.source() / "link.png");
        std::filesystem::create_directory_symlink(fixture.source().parent_path(), fixture.source() / "linked");
        fixture.write("train.jsonl", "{\"image\": \"images/../images/a.png\", \"label\": \"x\"}\n{\"image\": \"" +
                                         name + "\", \"label\": \"x\"}\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 1, describe(report));
        QCOMPARE(where(report, code.constData()), "train.jsonl:2");
        QCOMPARE(fixture.assetFiles(), 1U);
    }

    void linksOutOfAnImageFolderAreRefused()
    {
        ImportFixture fixture;
        writeTwoClasses(fixture);
        fixture.writePicture("../outside.png", 3);
        std::filesystem::create_symlink(fixture.source() / "../outside.png", fixture.source() / "cat/escape.png");
        std::filesystem::create_symlink(fixture.source() / "nowhere.png", fixture.source() / "cat/dangling.png");
        std::filesystem::create_directory_symlink("..", fixture.source() / "cat/loop");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(count(report, "UNSAFE_PATH"), 2);
        QCOMPARE(count(report, "MISSING_FILE"), 1);
    }

    void namesThatAreNotUtf8AreShownReadably()
    {
        ImportFixture fixture;
        fixture.writePicture("cat/caf\xE9.png", 1);
        fixture.write("cat/broken\xFF.png", "x");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 1, describe(report));
        QCOMPARE(where(report, "NOT_AN_IMAGE"), "cat/broken%FF.png");
        QCOMPARE(fixture.samples().front().source, "cat/caf%E9.png");
    }

    void labelsOutOfRangeCostTheirRow()
    {
        ImportFixture choices;
        choices.write(
            "train.jsonl",
            "{\"goal\":\"a\",\"sol1\":\"b\",\"sol2\":\"c\"}\n{\"goal\":\"d\",\"sol1\":\"e\",\"sol2\":\"f\"}\n");
        choices.write("train-labels.lst", "0\n2\n");
        const ImportReport report = choices.import();
        QVERIFY2(report.imported == 1, describe(report));
        QCOMPARE(where(report, "LABEL_OUT_OF_RANGE"), "train.jsonl:2");

        ImportFixture idx;
        idx.write("train-images-idx3-ubyte", idxBytes({2, 2, 2}, QByteArray(8, 'x')));
        idx.write("train-labels-idx1-ubyte", idxBytes({2}, QByteArray("\0\7", 2)));
        idx.write("labels.txt", "zero\none\n");
        const ImportReport second = idx.import();
        QVERIFY2(second.imported == 1, describe(second));
        QCOMPARE(count(second, "LABEL_OUT_OF_RANGE"), 1);
    }

    void countsThatDifferForbidTheImport()
    {
        ImportFixture choices;
        choices.write("train.jsonl", "{\"goal\":\"a\",\"sol1\":\"b\",\"sol2\":\"c\"}\n");
        choices.write("train-labels.lst", "0\n1\n");
        QCOMPARE(count(choices.import(), "COUNT_MISMATCH"), 1);
        QVERIFY(choices.samples().empty());

        ImportFixture idx;
        idx.write("train-images-idx3-ubyte", idxBytes({2, 2, 2}, QByteArray(8, 'x')));
        idx.write("train-labels-idx1-ubyte", idxBytes({1}, QByteArray(1, '\0')));
        QCOMPARE(count(idx.import(), "COUNT_MISMATCH"), 1);
        QVERIFY(idx.samples().empty());
    }

    void aCutIdxFileImportsNothing()
    {
        ImportFixture fixture;
        fixture.write("train-images-idx3-ubyte", idxBytes({3, 2, 2}, QByteArray(11, 'x')));
        fixture.write("train-labels-idx1-ubyte", idxBytes({3}, QByteArray(3, '\0')));
        const ImportReport report = fixture.import();
        QVERIFY2(count(report, "BAD_FORMAT") == 1, describe(report));
        QVERIFY(fixture.samples().empty());
        QCOMPARE(fixture.assetFiles(), 0U);
    }

    void aTableInCp932IsReadAndTold()
    {
        ImportFixture fixture;
        ImportRequest request = fixture.request();
        QByteArray table("text,label\n");
        for (int i = 0; i < 3; ++i) {
            // "このホテルは駅から近くて便利でした。,良い"
            table += QByteArray::fromHex(
                         "82b182cc837a8365838b82cd897782a982e78bdf82ad82c495d6979882c582b582bd81422c97c782a2") +
                     "\n";
        }
        request.source = fixture.write("cp932.csv", table);
        const ImportReport report = fixture.import(request);
        QVERIFY2(report.imported == 3, describe(report));
        QCOMPARE(count(report, "ENCODING"), 1);
        QCOMPARE(fixture.samples()[0].labels.front().name, "良い");
        QCOMPARE(fixture.samples()[0].text, "このホテルは駅から近くて便利でした。");
    }

    void importingAgainUpdatesInsteadOfDoubling()
    {
        ImportFixture fixture;
        fixture.writePicture("images/a.png", 1);
        const QByteArray rows = "{\"id\":7,\"image\":\"images/a.png\",\"question\":\"q\",\"label\":\"x\"}\n"
                                "{\"image\":\"images/a.png\",\"question\":\"r\",\"label\":\"x\"}\n"
                                "{\"image\":\"images/a.png\",\"question\":\"r\",\"label\":\"x\"}\n";
        fixture.write("train.jsonl", rows);
        QCOMPARE(fixture.import().imported, 3);
        QCOMPARE(fixture.samples().size(), 3U);
        fixture.write("train.jsonl", QByteArray(rows).replace("\"q\",\"label\":\"x\"", "\"new\",\"label\":\"y\""));
        const ImportReport report = fixture.import();
        QVERIFY2(count(report, "UPDATED") == 1, describe(report));
        const std::vector<Sample> samples = fixture.samples();
        QCOMPARE(samples.size(), 3U);
        QCOMPARE(samples[0].question, "new");
        QCOMPARE(samples[0].labels.front().name, "y");
    }

    void verifiedLabelsAreKept()
    {
        ImportFixture fixture;
        fixture.write("train.csv", "text,label\na,x\nb,y\n");
        fixture.import();
        const SampleLabels verified{fixture.samples().front().id, {{"z", 1.0}}, ReviewState::Verified};
        fixture.project().writer().run([&](Connection &connection) {
            SampleStore(connection, fixture.project().assetFolder()).setLabels(std::span(&verified, 1), "person");
        });
        const ImportReport report = fixture.import();
        QVERIFY2(count(report, "KEPT_VERIFIED") == 1, describe(report));
        QCOMPARE(fixture.samples().front().labels.front().name, "z");
    }

    void anImportIsTakenBackAndDoneAgain()
    {
        ImportFixture fixture;
        fixture.write("train.csv", "id,text,label\n1,a,x\n2,b,y\n");
        fixture.import();
        fixture.write("train.csv", "id,text,label\n1,changed,y\n2,b,y\n3,c,z\n");
        fixture.import();
        const auto texts = [&] {
            QStringList list;
            for (const Sample &sample : fixture.samples()) {
                list << QString::fromStdString(sample.text + ":" + sample.labels.front().name);
            }
            return list.join(QLatin1Char(' '));
        };
        const auto step = [&](bool back) {
            return fixture.project().writer().run([back](Connection &connection) {
                EditJournal journal(connection, DatasetStore(connection).find("set")->id);
                return (back ? journal.undo("anna") : journal.redo("anna")).has_value();
            });
        };
        QCOMPARE(texts(), QStringLiteral("changed:y b:y c:z"));
        QVERIFY(step(true));
        QCOMPARE(texts(), QStringLiteral("a:x b:y"));
        QVERIFY(step(true));
        QCOMPARE(texts(), QString());
        QVERIFY(!step(true));
        QVERIFY(step(false) && step(false));
        QCOMPARE(texts(), QStringLiteral("changed:y b:y c:z"));
        QVERIFY(step(true) && step(true));
        fixture.import();  // what was taken back does not stand in the way of importing it again
        QCOMPARE(texts(), QStringLiteral("changed:y b:y c:z"));
    }

    void equalRowsOfTwoSplitsStayTwo()
    {
        ImportFixture fixture;
        ImportRequest train = fixture.request();
        train.source = fixture.write("train.csv", "id,text,label\n1,same,x\n");
        ImportRequest test = fixture.request();
        test.source = fixture.write("test.csv", "id,text,label\n1,same,x\n");
        fixture.import(train);
        fixture.import(test);
        QCOMPARE(fixture.samples().size(), 2U);
    }

    void repeatedIdsAreTold()
    {
        ImportFixture fixture;
        fixture.write("train.csv", "id,text,label\n1,a,x\n1,b,y\n");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(where(report, "DUPLICATE_ID"), "train.csv:3");
    }

    void anotherKindIsNotMixedIn()
    {
        ImportFixture fixture;
        fixture.write("train.csv", "text,label\na,x\n");
        fixture.import();
        ImportRequest request = fixture.request();
        request.kind = "image";
        QCOMPARE(count(fixture.import(request), "KIND_MISMATCH"), 1);
        QCOMPARE(fixture.samples().size(), 1U);
    }

    void aDryRunStoresNothing()
    {
        ImportFixture fixture;
        writeTwoClasses(fixture);
        ImportRequest request = fixture.request();
        request.dryRun = true;
        const ImportReport report = fixture.import(request);
        QVERIFY2(report.imported == 2, describe(report));
        QCOMPARE(report.preview.size(), 2U);
        QCOMPARE(report.preview[0].image->width, 12);
        QVERIFY(fixture.samples().empty());
        QCOMPARE(fixture.assetFiles(), 0U);
        QVERIFY(DatasetStore(*fixture.project().connect()).list().empty());
    }

    void aStopStoresNothing_data()
    {
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("while reading") << QByteArray("Reading");
        QTest::newRow("while writing") << QByteArray("Writing");
    }
    void aStopStoresNothing()
    {
        QFETCH(QByteArray, when);
        ImportFixture fixture;
        writeTwoClasses(fixture);
        std::stop_source source;
        StoppingObserver observer(source, when.toStdString());
        try {
            importInto(fixture.project(), fixture.request(), observer, source.get_token());
            QFAIL("a stopped import must say so");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::Cancelled);
        }
        QVERIFY(fixture.samples().empty());
        QCOMPARE(fixture.assetFiles(), 0U);
    }

    void linkedPicturesStayWhereTheyAre()
    {
        ImportFixture fixture;
        writeTwoClasses(fixture);
        ImportRequest request = fixture.request();
        request.link = true;
        QCOMPARE(fixture.import(request).imported, 2);
        QCOMPARE(fixture.assetFiles(), 0U);
        QVERIFY(std::filesystem::equivalent(fixture.samples()[0].image->path, fixture.source() / "cat/a.png"));
    }

    void whatIsNoSourceIsTold()
    {
        ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source = fixture.source() / "nowhere";
        QCOMPARE(count(fixture.import(request), "UNREADABLE"), 1);
        request.source = fixture.write("thing.xyz", "?");
        QCOMPARE(count(fixture.import(request), "UNKNOWN_FORMAT"), 1);
        request.format = "parquet";
        QVERIFY_EXCEPTION_THROWN(fixture.import(request), Error);
    }

    void severalLabelsNeedToBeAllowed()
    {
        ImportFixture fixture;
        fixture.write("train.jsonl",
                      "{\"text\":\"a\",\"labels\":[\"x\",\"y\"]}\n{\"text\":\"b\",\"labels\":[\"x\"]}\n");
        QCOMPARE(count(fixture.import(), "BAD_LABEL"), 1);
        ImportRequest request = fixture.request();
        request.dataset = "many";
        request.multiLabel = true;
        QCOMPARE(fixture.import(request).imported, 2);
        QCOMPARE(fixture.samples("many").front().labels.size(), 2U);
    }
};

QTEST_GUILESS_MAIN(TestImportRules)
#include "tst_import_rules.moc"
