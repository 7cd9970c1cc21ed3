#include "core/error.h"
#include "storage/import/json_records.h"
#include "storage/import/rfc4180.h"
#include "storage/import/text_encoding.h"

#include <QTest>

using namespace atlas;
using namespace atlas::storage;

namespace {

std::vector<CsvRecord> readAll(const std::string &text, char delimiter = ',')
{
    CsvReader reader(text, delimiter);
    std::vector<CsvRecord> records;
    for (CsvRecord record; reader.next(record);) {
        records.push_back(record);
    }
    return records;
}

std::vector<JsonRecord> readJson(const std::string &text)
{
    JsonRecordReader reader(text);
    std::vector<JsonRecord> records;
    for (JsonRecord record; reader.next(record);) {
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

/// The readers below the importers: delimited text, JSON records and encodings.
class TestImportText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvKeepsQuotesAndLineBreaksInsideQuotes()
    {
        const auto records = readAll("a,b\r\n\"first\r\nsecond, \"\"quoted\"\"\",x\r\n\r\nlast,\r\n");
        QCOMPARE(records.size(), 3U);
        QCOMPARE(records[1].fields, (std::vector<std::string>{"first\nsecond, \"quoted\"", "x"}));
        QCOMPARE(records[1].line, 2);
        QCOMPARE(records[2].fields, (std::vector<std::string>{"last", ""}));
        QCOMPARE(records[2].line, 5);
    }

    void csvReadsALastLineWithoutEnd()
    {
        const auto records = readAll("a,b\nc,d");
        QCOMPARE(records.size(), 2U);
        QCOMPARE(records[1].fields, (std::vector<std::string>{"c", "d"}));
        QCOMPARE(readAll("a,").front().fields.size(), 2U);
    }

    void anUnclosedQuoteCostsItsLineOnly()
    {
        const auto records = readAll("text,label\ngood,x\n\"never closed,y\nnext,z\n\"again,w\nlast,v\n");
        QCOMPARE(records.size(), 6U);
        QVERIFY(!records[2].fault.empty());
        QCOMPARE(records[2].line, 3);
        QVERIFY(records[3].fault.empty());
        QVERIFY(!records[4].fault.empty());
        QCOMPARE(records[5].fields, (std::vector<std::string>{"last", "v"}));
    }

    void zeroBytesAreTakenOut()
    {
        const auto records = readAll(std::string("a\0b,x\nc,y\n", 10));
        QCOMPARE(records.size(), 2U);
        QVERIFY(records[0].fault.empty() && !records[0].repair.empty());
        QCOMPARE(records[0].fields, (std::vector<std::string>{"ab", "x"}));
        QVERIFY(records[1].repair.empty());
    }

    void textAfterAQuoteIsAFault()
    {
        const auto records = readAll("\"q\"r,y\na,b\n");
        QCOMPARE(records.size(), 2U);
        QVERIFY(!records[0].fault.empty());
        QVERIFY(records[1].fault.empty());
    }

    void delimiterIsGuessed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("delimiter");
        QTest::newRow("comma") << QByteArray("text,label\na,b\n") << ',';
        QTest::newRow("semicolon") << QByteArray("text;label\na, really;b\nc;d\n") << ';';
        QTest::newRow("tab") << QByteArray("text\tlabel\na, b, c\td\n") << '\t';
        QTest::newRow("one column") << QByteArray("text\na\n") << ',';
    }
    void delimiterIsGuessed()
    {
        QFETCH(QByteArray, text);
        QTEST(guessDelimiter(text.toStdString()), "delimiter");
    }

    void jsonLinesTellTheLineOfABadOne()
    {
        const auto records = readJson("{\"a\":1}\n\n{\"a\":\n[1,2]\r\n{\"a\":\"\\ud800\"}\n{\"a\":2}\n");
        QCOMPARE(records.size(), 5U);
        QVERIFY(records[0].fault.empty());
        QVERIFY(!records[1].fault.empty());
        QCOMPARE(records[1].line, 3);
        QVERIFY(!records[2].fault.empty());
        QCOMPARE(records[3].value["a"].get<std::string>(), "\uFFFD");
        QVERIFY(!records[3].repair.empty());
        QCOMPARE(records[4].value["a"].get<int>(), 2);
        QCOMPARE(records[4].line, 6);
    }

    void whatOtherProgramsWriteIsMended()
    {
        const auto records =
            readJson("{\"a\":NaN,\"b\":\"NaN\"}\n{\"a\":\"\\\\ud800 \\ud83d\\ude00\"}\n{\"a\":1,\"a\":2}\n"
                     "{\"a\":{\"b\":1},\"b\":2}\n{\"a\":[1,-Infinity]}\n");
        QCOMPARE(records.size(), 5U);
        QVERIFY(records[0].value["a"].is_null() && records[0].value["b"] == "NaN" && !records[0].repair.empty());
        QVERIFY(records[1].fault.empty() && records[1].repair.empty());  // a backslash, and a whole pair
        QVERIFY(records[2].value["a"] == 2 && !records[2].repair.empty());
        QVERIFY(records[3].repair.empty());
        QVERIFY(records[4].value["a"][1].is_null() && !records[4].repair.empty());
    }

    void jsonArrayIsReadElementByElement()
    {
        const auto records = readJson("[\n {\"a\": \"x,]}\"},\n {\"a\": nonsense},\n\n {\"a\": [1,{\"b\":2}]}\n]\n");
        QCOMPARE(records.size(), 3U);
        QCOMPARE(records[0].value["a"].get<std::string>(), "x,]}");
        QCOMPARE(records[0].line, 2);
        QVERIFY(!records[1].fault.empty());
        QCOMPARE(records[1].line, 3);
        QCOMPARE(records[2].line, 5);
        QVERIFY(records[2].fault.empty());
    }

    void anArrayThatIsNotClosedIsTold()
    {
        const auto records = readJson("[{\"a\":1},\n");
        QCOMPARE(records.size(), 2U);
        QVERIFY(!records[1].fault.empty());
    }

    void strayBracketsEnd() { QVERIFY(readJson("[}}}{]").size() < 10); }

    void deepNestingIsAFaultNotACrash()
    {
        const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
        const auto records = readJson("{\"a\":" + deep + "}\n{\"a\":1}\n");
        QCOMPARE(records.size(), 2U);
        QVERIFY(!records[0].fault.empty());
        QVERIFY(records[1].fault.empty());
    }

    void encodingsBecomeUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("utf-8") << QByteArray("caf\xC3\xA9") << "café";
        QTest::newRow("utf-8 with mark") << QByteArray("\xEF\xBB\xBFtext,label") << "text,label";
        QTest::newRow("utf-16le") << QByteArray("\xFF\xFE\x6F\x82\x44\x30", 6) << "良い";
        QTest::newRow("utf-16be") << QByteArray("\xFE\xFF\x82\x6F\x30\x44", 6) << "良い";
        // "このホテルは駅から近くて便利でした。髙①" in CP932
        QTest::newRow("cp932") << QByteArray::fromHex("82b182cc837a8365838b82cd8977"
                                                      "82a982e78bdf82ad82c495d6979882c582b582bd81"
                                                      "42fbfc8740")
                               << "このホテルは駅から近くて便利でした。髙①";
        QTest::newRow("windows-1252") << QByteArray("The caf\xE9 costs \x80"
                                                    "5 and it is \x93good\x94 for the people")
                                      << "The café costs €5 and it is “good” for the people";
    }
    void encodingsBecomeUtf8()
    {
        QFETCH(QByteArray, bytes);
        QTEST(QString::fromStdString(decodeText(bytes.toStdString()).text), "text");
    }

    void bytesThatAreNoTextAreRefused()
    {
        std::string bytes;
        for (int i = 0; i < 256; ++i) {
            bytes += static_cast<char>(i * 7);
        }
        QVERIFY_EXCEPTION_THROWN(decodeText(bytes), Error);
    }

    void namesAreComposed() { QCOMPARE(normalised("か\u3099"), std::string("が")); }
};

QTEST_GUILESS_MAIN(TestImportText)
#include "tst_import_text.moc"
