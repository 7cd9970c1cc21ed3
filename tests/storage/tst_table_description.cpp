#include "core/error.h"
#include "import_fixture.h"
#include "storage/import/problems.h"
#include "storage/import/table_description.h"
#include "storage/import/text_encoding.h"

#include <QTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ImportFixture;

namespace {

TableDescription describe(
    const ImportFixture &fixture, const std::filesystem::path &source,
    const std::function<void(ImportRequest &)> &change = [](ImportRequest &) {})
{
    ImportRequest request = fixture.request();
    request.source = source;
    change(request);
    const std::optional<TableDescription> table = describeTable(request, {});
    return table ? *table : TableDescription{};
}

QString fields(const TableDescription &table)
{
    QStringList words;
    for (const TableColumn &column : table.columns) {
        words << QString::fromStdString(column.name + ":" + column.field);
    }
    return words.join(QLatin1Char(' '));
}

/// In the encoding of that name; the texts here have no letter that it lacks.
QByteArray hex(const char *bytes)
{
    return QByteArray::fromHex(bytes);
}

// "画像,ラベル,分割\na.png,良,train\nb.png,不良,test\n"
const QByteArray kJapaneseTable =
    hex("89e6919c2c838983788 38b2c95aa8a840a612e706e672c97c72c747261696e0a622e706e672c95 7397c72c746573740a");

}  // namespace

/// What is known of a table before it is read, and what a person may say otherwise.
class TestTableDescription : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSmallJapaneseTableIsFoundOut()
    {
        const ImportFixture fixture;
        const auto table = describe(fixture, fixture.write("表.csv", kJapaneseTable));
        QCOMPARE(table.encoding, std::string("CP932"));
        QCOMPARE(table.otherEncoding, std::string());
        QCOMPARE(fields(table), QStringLiteral("画像:image ラベル:label 分割:split"));
        QCOMPARE(table.columns[1].examples, (std::vector<std::string>{"良", "不良"}));
        QCOMPARE(table.delimiter, ',');
        QVERIFY(table.header);
    }

    void encodingsAreFoundOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("utf-8") << QByteArray("文,ラベル\n良い,良\n") << "UTF-8";
        // "本文,ラベル\nとても良い,良\n悪い,悪\n"
        QTest::newRow("euc-jp") << hex("cbdcca b82ca5e9a5d9a5eb0aa4c8a4c6a4e2cec9a4a42ccec90ab0ada4a42cb0ad0a")
                                << "EUC-JP";
        QTest::newRow("utf-16 without a mark")
            << hex("74006500780074002c00e930d930eb300a006830663082306f8244302c006f820a00") << "UTF-16LE";
        // "text,label\nLe café est très bon,bien\ndéjà vu,mal\n"
        QTest::newRow("western") << hex("746578742c6c6162656c0a4c6520636166e92065737420747 "
                                        "2e87320626f6e2c6269656e0a64e96ae02076752c6d616c0a")
                                 << "CP1252";
        // "text,label\nIt’s great,good\nI don’t like “it”,bad\n"
        QTest::newRow("curly quotes") << hex("746578742c6c6162656c0a49749273206772656174 "
                                             "2c676f6f640a4920646f6e9274206c696b652093697494 2c6261640a")
                                      << "CP1252";
    }
    void encodingsAreFoundOut()
    {
        QFETCH(QByteArray, bytes);
        const ImportFixture fixture;
        const auto table = describe(fixture, fixture.write("t.csv", bytes));
        QTEST(QString::fromStdString(table.encoding), "encoding");
        QCOMPARE(table.otherEncoding, std::string());
        QVERIFY(table.lines.empty());
    }

    void aFewForeignLettersAreNotCertain()
    {
        const ImportFixture fixture;
        const auto one = describe(fixture, fixture.write("a.csv", hex("782ce90a")));  // "x,é" or "x,И"
        QCOMPARE(one.encoding, std::string("CP1252"));
        QVERIFY(!one.otherEncoding.empty());
        // "text,label\ncafé,bien\nthe,mal\n": the others have é as well
        const auto french = describe(
            fixture, fixture.write("b.csv", hex("746578742c6c6162656c0a636166e92c6269656e0a7468652c6d616c0a")));
        QCOMPARE(french.encoding, std::string("CP1252"));
        QVERIFY(french.otherEncoding.empty());
        // "名前\nA社\nB社\n"
        const auto firms = describe(fixture, fixture.write("c.csv", hex("96bc914f0a418ed00a428ed00a")));
        QCOMPARE(firms.encoding, std::string("CP932"));
        QVERIFY(firms.otherEncoding.empty());
    }

    void anUnsureEncodingShowsBothReadings()
    {
        const ImportFixture fixture;
        // "a,不\n" or "a,•s\n"
        const auto file = fixture.write("t.csv", hex("612c95730a622c78"));
        const auto table = describe(fixture, file);
        QCOMPARE(table.encoding, std::string("CP932"));
        QVERIFY(!table.otherEncoding.empty());
        QCOMPARE(table.lines, (std::vector<std::string>{"a,不"}));
        QCOMPARE(table.otherLines.size(), table.lines.size());
        QCOMPARE(table.otherLines, std::vector<std::string>{"a,•s"});
        const auto report = fixture.import();
        QCOMPARE(atlas::test::count(report, code::kEncoding), 1);
        QVERIFY(report.problems.front().level == ProblemLevel::Warning);
        const auto asked = describe(fixture, file, [&](ImportRequest &r) { r.encoding = "CP932"; });
        QVERIFY(asked.otherEncoding.empty());
        ImportRequest sure = fixture.request();
        sure.encoding = "CP932";
        QCOMPARE(atlas::test::count(fixture.import(sure), code::kEncoding), 0);
    }

    void theEncodingAskedForIsTaken()
    {
        const ImportFixture fixture;
        const auto file = fixture.write("t.csv", kJapaneseTable);
        const auto table = describe(fixture, file, [](ImportRequest &r) { r.encoding = "EUC-KR"; });
        QVERIFY(table.columns.empty() || table.columns[0].name != "画像");
        ImportRequest wrong = fixture.request();
        wrong.encoding = "UTF-8";
        const auto report = fixture.import(wrong);
        QCOMPARE(atlas::test::count(report, code::kUnreadable), 1);
        QCOMPARE(report.imported, 0);
        QVERIFY(isEncodingName("CP932") && isEncodingName("CP949") && isEncodingName("UTF-16"));
        QVERIFY(!isEncodingName("") && !isEncodingName("klingon"));
        QVERIFY_EXCEPTION_THROWN(decodeText("a", "klingon"), Error);
    }

    void everyEncodingOnOfferCanBeAskedFor()
    {
        for (const TextEncoding &encoding : textEncodings()) {
            QVERIFY2(isEncodingName(encoding.name), encoding.name);
            QVERIFY2(encodingTitle(encoding.name) != encoding.name, encoding.name);
        }
        QCOMPARE(encodingTitle("UTF-16BE"), encodingTitle("UTF-16"));
        QCOMPARE(encodingTitle("KOI8-R"), std::string("KOI8-R"));
    }

    void aTextCutInsideALetterIsStillRead()
    {
        const ImportRequest request;
        const std::string utf8 = "text,label\n良い,良";
        for (std::size_t less = 0; less < 3; ++less) {
            const auto table = describeStart(utf8.substr(0, utf8.size() - less), true, request, false, 0);
            QCOMPARE(table.encoding, std::string("UTF-8"));
        }
        const std::string japanese = kJapaneseTable.toStdString();
        const std::size_t label = japanese.find("\x97\xC7");
        QCOMPARE(describeStart(japanese.substr(0, label + 1), true, request, false, 0).encoding, std::string("CP932"));
        QVERIFY_EXCEPTION_THROWN(decodeText(japanese.substr(0, label + 1), "CP932"), Error);
    }

    void theDelimiterIsFoundOutOrAskedFor()
    {
        const ImportFixture fixture;
        const auto file = fixture.write("t.csv", "text;label\ngood, really;a\nbad;b\n");
        QCOMPARE(describe(fixture, file).delimiter, ';');
        QCOMPARE(fields(describe(fixture, file)), QStringLiteral("text:text label:label"));
        const auto commas = describe(fixture, file, [](ImportRequest &r) { r.delimiter = ','; });
        QCOMPARE(fields(commas), QStringLiteral("text;label:unused"));
        QCOMPARE(describe(fixture, fixture.write("t.tsv", "text\tlabel\na,b,c\td\n")).delimiter, '\t');
        ImportRequest request = fixture.request();
        request.source = file;
        request.delimiter = ';';
        QCOMPARE(fixture.import(request).imported, 2);
    }

    void theHeaderIsFoundOutOrAskedFor()
    {
        const ImportFixture fixture;
        const auto file = fixture.write("t.csv", "this one is good,yes\nthat one is bad,no\nthis again is fine,yes\n");
        const auto table = describe(fixture, file);
        QVERIFY(!table.header);
        QCOMPARE(fields(table), QStringLiteral("column 1:text column 2:label"));
        const auto named = describe(fixture, file, [](ImportRequest &r) { r.header = true; });
        QVERIFY(named.header);
        QCOMPARE(named.columns[0].name, std::string("this one is good"));

        const auto words = fixture.write("u.csv", "text,label\nfine,yes\nbad,no\ngood,yes\nworse,no\n");
        ImportRequest request = fixture.request();
        request.source = words;
        request.header = false;
        const auto report = fixture.import(request);
        QCOMPARE(report.imported, 5);
        QCOMPARE(atlas::test::count(report, code::kNoHeader), 0);  // nothing was guessed
    }

    void theMapIsWhatTheImportUses()
    {
        const ImportFixture fixture;
        const auto file = fixture.write("t.csv", "body,kind,remark,source\ngood,a,x,1\nbad,b,y,2\n");
        QCOMPARE(fields(describe(fixture, file)), QStringLiteral("body:text kind:unused remark:unused source:unused"));
        const auto change = [&](ImportRequest &request) {
            request.source = file;
            request.map = {{"text", "body"}, {"label", "kind"}, {"unused", "remark"}, {"note", "source"}};
        };
        QCOMPARE(fields(describe(fixture, file, change)),
                 QStringLiteral("body:text kind:label remark:unused source:note"));
        ImportRequest request = fixture.request();
        change(request);
        const auto report = fixture.import(request);
        QCOMPARE(report.imported, 2);
        QCOMPARE(atlas::test::count(report, code::kExtraColumn), 0);  // somebody said so
        QCOMPARE(fixture.samples()[0].note, std::string("1"));
    }

    void aColumnKnownByItsNameCanBeLeftOut()
    {
        const ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.source = fixture.write("t.csv", "text,label\ngood,a\nbad,b\n");
        request.map = {{"text", "text"}, {"unused", "label"}};
        QVERIFY(fixture.import(request).classes.empty());
        QVERIFY(fixture.samples()[0].labels.empty());
    }

    void jsonHasColumnsAndExamples()
    {
        const ImportFixture fixture;
        const auto file =
            fixture.write("t.jsonl", "{\"text\": \"良い\", \"label\": 1, \"tags_\": [\"a\"]}\n{\"text\": \"x\", "
                                     "\"extra\": {\"b\": true}}\n{\"cut\": \"");
        const auto table = describe(fixture, file);
        QCOMPARE(table.delimiter, '\0');
        QCOMPARE(fields(table), QStringLiteral("label:label tags_:unused text:text extra:unused"));
        QCOMPARE(table.columns[0].examples, std::vector<std::string>{"1"});
        QCOMPARE(table.columns[1].examples, std::vector<std::string>{"[\"a\"]"});
        QCOMPARE(
            fields(describe(fixture, fixture.write("t.json", "[{\"question\": \"?\", \"choices\": [\"a\", \"b\"]}]"))),
            QStringLiteral("choices:choices question:question"));
    }

    void longValuesAreShortened()
    {
        const ImportFixture fixture;
        const auto file = fixture.write("t.csv", "text,label\n" + QByteArray("良").repeated(200) + ",a\n");
        const std::string example = describe(fixture, file).columns[0].examples[0];
        QVERIFY(example.size() < 100 && isValidUtf8(example));
    }

    void whatIsNoTableHasNoDescription()
    {
        const ImportFixture fixture;
        fixture.writePicture("cat/a.png", 10);
        QVERIFY(!describeTable(fixture.request(), {}));
        ImportRequest request = fixture.request();
        request.source = fixture.write("t.zip", "PK\x03\x04 and so on");
        QVERIFY(!describeTable(request, {}));
        request.source = fixture.source() / "none.csv";
        QVERIFY(!describeTable(request, {}));
        QByteArray binary;
        for (int i = 0; i < 256; ++i) {
            binary += char(i * 7);
        }
        request.source = fixture.write("b.csv", binary);
        QVERIFY(!describeTable(request, {}));
    }

    void ofAFolderTheFirstTableIsDescribed()
    {
        const ImportFixture fixture;
        fixture.write("set_train.csv", "text,label\na,b\n");
        fixture.write("set_test.csv", "text,label\nc,d\n");
        const auto table = describe(fixture, fixture.source());
        QCOMPARE(table.file, std::string("set_test.csv"));
        QCOMPARE(fields(table), QStringLiteral("text:text label:label"));
    }

    void picturesChosenOneByOneAreOneDataset()
    {
        const ImportFixture fixture;
        ImportRequest request = fixture.request();
        request.format = "folder";
        request.only = {fixture.writePicture("a.png", 10), fixture.writePicture("cat/b.png", 20)};
        fixture.writePicture("c.png", 30);
        const auto report = fixture.import(request);
        QCOMPARE(report.imported, 2);
        QVERIFY(report.classes.empty());
        QCOMPARE(fixture.samples()[1].source, std::string("cat/b.png"));
        request.only = {fixture.source().parent_path() / "elsewhere.png"};
        request.dataset = "other";
        QCOMPARE(fixture.import(request).imported, 0);  // outside of the folder
    }
};

QTEST_GUILESS_MAIN(TestTableDescription)
#include "tst_table_description.moc"
