#include "import_fixture.h"

#include "core/error.h"
#include "pictures/picture_decoder.h"
#include "pictures/picture_header.h"
#include "storage/import/archive.h"
#include "storage/import/json_records.h"
#include "storage/import/label_values.h"
#include "storage/import/problems.h"
#include "storage/import/text_encoding.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::storage;
namespace fs = std::filesystem;

namespace {

constexpr qint64 kFarTooLongMs =
    20'000;  // what these take is seconds under a sanitizer; before, it was minutes to hours

/// A file in a tar.
QByteArray tarEntry(const QByteArray &name, const QByteArray &content)
{
    QByteArray header(512, '\0');
    const auto put = [&](int at, const QByteArray &bytes) { header.replace(at, bytes.size(), bytes); };
    put(0, name);
    put(100, "0000644");
    put(124, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
    put(148, "        ");
    header[156] = '0';
    put(257, QByteArray("ustar\0"
                        "00",
                        8));
    int sum = 0;
    for (const char c : header) {
        sum += static_cast<unsigned char>(c);
    }
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    return header + content + QByteArray((512 - content.size() % 512) % 512, '\0');
}

const QByteArray kTarEnd(1024, '\0');

ImportReport importOf(const test::ImportFixture &fixture, const fs::path &source)
{
    ImportRequest request = fixture.request();
    request.source = source;
    return fixture.import(request);
}

std::size_t entriesIn(const fs::path &folder)
{
    std::error_code error;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder, error), fs::directory_iterator{}));
}

QByteArray repeated(const QByteArray &piece, int times)
{
    QByteArray bytes;
    bytes.reserve(piece.size() * times);
    for (int i = 0; i < times; ++i) {
        bytes += piece;
    }
    return bytes;
}

std::span<const std::byte> bytesOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// The segment that tells the size of a grey JPEG.
QByteArray jpegFrame(int width, int height, char marker = '\xC0')
{
    QByteArray frame("\xFF\xC0\x00\x0B\x08\x00\x00\x00\x00\x01\x01\x11\x00", 13);
    frame[1] = marker;
    frame[5] = static_cast<char>(height >> 8);
    frame[6] = static_cast<char>(height & 0xFF);
    frame[7] = static_cast<char>(width >> 8);
    frame[8] = static_cast<char>(width & 0xFF);
    return frame;
}

}  // namespace

/// What fuzzing found in the importers, one test each.
class TestImportHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineBreakInANameHidesNoPath()
    {
        const test::ImportFixture fixture;
        const fs::path outside = fixture.source().parent_path() / "escaped";
        // Names that are not UTF-8 are decoded together, one a line: the second gave the third its name.
        const fs::path archive =
            fixture.write("set.tar", tarEntry("caf\xE9.png", test::pictureBytes(".png", 16, 12, 1)) +
                                         tarEntry("x\n" + QByteArray::fromStdString(outside.string()), "written") +
                                         tarEntry("last.png", test::pictureBytes(".png", 16, 12, 2)) + kTarEnd);
        const ImportReport report = importOf(fixture, archive);
        QVERIFY(!fs::exists(outside));
        QCOMPARE(report.imported, 2);
        QCOMPARE(test::count(report, code::kEncoding), 1);
    }

    void namesAreCheckedOnceTheyAreDecoded()
    {
        // The first is a Japanese letter whose second byte is that of a backslash.
        const test::ImportFixture fixture;
        const fs::path archive =
            fixture.write("set.tar", tarEntry("\x95\\.png", test::pictureBytes(".png", 16, 12, 1)) +
                                         tarEntry("\x95\\\\b.png", test::pictureBytes(".png", 16, 12, 2)) + kTarEnd);
        const ImportReport report = importOf(fixture, archive);
        QVERIFY2(report.imported == 1, test::describe(report).constData());
        QCOMPARE(fixture.samples()[0].source, std::string("\xE8\xA1\xA8.png"));
        QCOMPARE(test::count(report, code::kUnsafePath), 1);
    }

    void namesOfNoEncodingAreTold()
    {
        const test::ImportFixture fixture;
        const fs::path archive =
            fixture.write("set.tar", tarEntry("\x01\x02\x03\xFF.png", test::pictureBytes(".png", 16, 12, 1)) + kTarEnd);
        const ImportReport report = importOf(fixture, archive);
        QVERIFY2(report.imported == 1, test::describe(report).constData());
        QCOMPARE(test::count(report, code::kEncoding), 1);
        QVERIFY(isValidUtf8(fixture.samples()[0].source));
    }

    void anArchiveNamedByDotsStaysInItsFolder()
    {
        const test::ImportFixture fixture;
        const fs::path archive =
            fixture.write("...tar", tarEntry("a.png", test::pictureBytes(".png", 16, 12, 1)) + kTarEnd);
        const ImportReport report = importOf(fixture, archive);
        QCOMPARE(report.imported, 1);
        QCOMPARE(entriesIn(fixture.project().cacheFolder()), std::size_t{0});
    }

    void labelStudioTakesAnyTypeForCancelled()
    {
        const test::ImportFixture fixture;
        fixture.write("tasks.json", R"([{"data": {"text": "a"}, "annotations": [{"was_cancelled": null, "result":
            [{"value": {"choices": ["x"]}}]}]}, {"data": {"text": "b"}, "annotations": [{"was_cancelled": true, "result":
            [{"value": {"choices": ["y"]}}]}]}, {"data": {"text": "c"}, "annotations": [{"was_cancelled": "no"}]}])");
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 3, test::describe(report).constData());
        QCOMPARE(report.classes.size(), std::size_t{1});
        QCOMPARE(report.classes[0].first, std::string("x"));
    }

    void endlessNestingIsNoQuestion()
    {
        const test::ImportFixture fixture;
        constexpr int kLevels = 500'000;
        fixture.write("questions.json",
                      "{\"questions\": [{\"question\": " + repeated("[", kLevels) + repeated("]", kLevels) + "}]}");
        const ImportReport report = fixture.import();
        QCOMPARE(report.format, std::string("vqa"));
        QCOMPARE(report.imported, 0);
        QCOMPARE(test::count(report, code::kBadFormat), 1);
    }

    void aFaultQuotesWholeLetters()
    {
        const std::string text = "{\"a\"\xC3\xA9}\n{\"b\" \xE7\x8C\xAB}\n";
        JsonRecordReader reader(text);
        int faults = 0;
        for (JsonRecord record; reader.next(record); ++faults) {
            QVERIFY(!record.fault.empty());
            QVERIFY2(isValidUtf8(record.fault.english()), record.fault.english().c_str());
        }
        QCOMPARE(faults, 2);
    }

    void classesThatAreNumbersComeFirst()
    {
        // "10" < "1z" < "9" by bytes, "9" < "10" by number: no order at all, for which std::sort may run out of bounds.
        const test::ImportFixture fixture;
        QByteArray table = "text,label\n";
        for (const char *label : {"1z", "10", "9", "-1", "b", "007"}) {
            table += QByteArray("about ") + label + "," + label + "\n";
        }
        fixture.write("set.csv", table);
        std::vector<std::string> names;
        for (const auto &[name, count] : fixture.import().classes) {
            names.push_back(name);
        }
        QCOMPARE(names, (std::vector<std::string>{"9", "10", "007", "-1", "1z", "b"}));
    }

    void longListsTakeNoHours()
    {
        constexpr int kMany = 1'000'000;
        QElapsedTimer timer;
        timer.start();
        const std::string numbers = ("{\"a\": [" + repeated("NaN,", kMany) + "0]}").toStdString();
        JsonRecordReader reader(numbers);
        JsonRecord record;
        QVERIFY(reader.next(record));
        QCOMPARE(record.value["a"].size(), std::size_t{kMany + 1});

        nlohmann::json votes = nlohmann::json::array();
        std::string several;
        for (int i = 0; i < kMany; ++i) {
            votes.push_back(std::to_string(i));
            several += std::to_string(i) + "|";
        }
        QCOMPARE(readLabels(votes, false, true).labels.size(), std::size_t{kMany});
        QCOMPARE(readLabels(several, true, false).labels.size(), std::size_t{kMany});
        QVERIFY2(timer.elapsed() < kFarTooLongMs, qPrintable(QString::number(timer.elapsed())));
    }

    void aLongTextOfShortLinesTakesNoHours()
    {
        constexpr int kMany = 5'000'000;
        const test::ImportFixture fixture;
        fixture.write("set.jsonl", "{\"text\": \"" + repeated("\\r\\n", kMany / 2) + "end\", \"label\": \"x\"}\n");
        QElapsedTimer timer;
        timer.start();
        const ImportReport report = fixture.import();
        QVERIFY2(report.imported == 1, test::describe(report).constData());
        QCOMPARE(fixture.samples()[0].text.size(), std::size_t{kMany / 2 + 3});
        QVERIFY2(timer.elapsed() < kFarTooLongMs, qPrintable(QString::number(timer.elapsed())));
    }

    void manyEqualKeysAreToldBriefly()
    {
        const std::string text = ("{" + repeated("\"a\":1,", 100'000) + "\"a\":2}").toStdString();
        JsonRecordReader reader(text);
        JsonRecord record;
        QVERIFY(reader.next(record));
        QVERIFY(record.value["a"] == 2);
        QVERIFY(record.repair.english().size() < 2000);
    }

    void manyExifBlocksAreReadOnce()
    {
        // Each claims 65,535 tags, none of which is the orientation.
        const QByteArray exif("II*\0\x08\0\0\0\xFF\xFF", 10);
        const QByteArray chunk = QByteArray("\0\0\0\x0A"
                                            "eXIf",
                                            8) +
                                 exif + "CRC!";
        const QByteArray bytes = QByteArray("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x02\0\0\0\x03\x08\0\0\0\0CRC!", 33) +
                                 repeated(chunk, 1'000'000);
        QElapsedTimer timer;
        timer.start();
        const auto header = pictures::readPictureHeader(bytesOf(bytes));
        QVERIFY(header.has_value());
        QCOMPARE(header->width, 2U);
        QCOMPARE(header->orientation, 1);
        QVERIFY2(timer.elapsed() < kFarTooLongMs, qPrintable(QString::number(timer.elapsed())));
    }

    void aHeaderIsReadAsTheDecoderReadsIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        // Decoders see 20,000 x 20,000 pixels in each, which a few bytes must not make them ask memory for.
        QTest::newRow("PNM: a remark ends with CR, too") << QByteArray("P5 #\r20000 20000 #\n1 1 255\n0");
        QTest::newRow("JPEG: FF 00 is no segment") << QByteArray("\xFF\xD8\xFF\x00\x00\x0F", 6) +
                                                          jpegFrame(20000, 20000) + jpegFrame(8, 8) +
                                                          QByteArray("\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00", 10);
        QTest::newRow("TIFF: a LONG8 stands elsewhere") << QByteArray("II*\0\x10\0\0\0\x20\x4E\0\0\0\0\0\0\x02\0", 18) +
                                                               QByteArray("\0\x01\x10\0\x01\0\0\0\x08\0\0\0", 12) +
                                                               QByteArray("\x01\x01\x10\0\x01\0\0\0\x08\0\0\0", 12) +
                                                               QByteArray(4, '\0');
    }
    void aHeaderIsReadAsTheDecoderReadsIt()
    {
        QFETCH(QByteArray, bytes);
        const auto header = pictures::readPictureHeader(bytesOf(bytes));
        QVERIFY(header.has_value());
        QVERIFY2(header->width == 20000 || header->width == 0, qPrintable(QString::number(header->width)));
    }

    void aPictureOfManyScansIsRefused()
    {
        // Grey, progressive; each further scan of 11 bytes costs a pass over all pixels.
        const QByteArray code = QByteArray(1, '\x01') + QByteArray(16, '\0');
        const auto table = [&](char which) { return QByteArray("\xFF\xC4\x00\x14", 4) + which + code; };
        const QByteArray quantiser = QByteArray("\xFF\xDB\x00\x43\x00", 5) + QByteArray(64, '\x08');
        const QByteArray scan("\xFF\xDA\x00\x08\x01\x01\x00\x01\x3F\x00\x00", 11);
        const QByteArray begin = "\xFF\xD8" + quantiser + jpegFrame(2048, 2048, '\xC2') + table('\0') + table('\x10') +
                                 QByteArray("\xFF\xDA\x00\x08\x01\x01\x00\x00\x00\x00", 10) + QByteArray(8192, '\0');
        const auto few = pictures::decodePicture(bytesOf(begin + scan + "\xFF\xD9"));
        QVERIFY2(few.fault == pictures::Fault::None, few.why.english().c_str());
        const auto many = pictures::decodePicture(bytesOf(begin + repeated(scan, 600) + "\xFF\xD9"));
        QVERIFY(many.fault == pictures::Fault::Damaged);
        // What cameras put behind the picture is not counted.
        const auto behind = pictures::decodePicture(bytesOf(begin + scan + "\xFF\xD9" + repeated(scan, 600)));
        QVERIFY2(behind.fault == pictures::Fault::None, behind.why.english().c_str());
    }

    void rowsBelowAGifAreNotDecoded()
    {
        // A frame of 65,535 rows on a picture of two; codes 4 (clear), 0, 0 for the two that are seen, then the end.
        const QByteArray frame = QByteArray(",\0\0\0\0\x02\0\xFF\xFF\0\x02", 11) + QByteArray("\x02\x04\x50\0", 4);
        const QByteArray bytes = QByteArray("GIF89a\x02\0\x01\0\xF0\0\0\xFF\0\0\0\0\xFF", 19) + frame + ";";
        const auto picture = pictures::decodePicture(bytesOf(bytes));
        QVERIFY2(picture.fault == pictures::Fault::None, picture.why.english().c_str());
        QCOMPARE(picture.rgb.rows, 1);
    }

    void anIdxPictureThatNoPngHoldsIsRefused()
    {
        const test::ImportFixture fixture;
        constexpr int kWide = 1'000'001;
        fixture.write("train-images-idx3-ubyte", test::idxBytes({1, 1, kWide}, QByteArray(kWide, '\x07')));
        const ImportReport report = fixture.import();
        QCOMPARE(test::count(report, code::kBadFormat), 1);
        QCOMPARE(report.imported, 0);
    }

    void aClassWithoutANameIsNone()
    {
        const test::ImportFixture fixture;
        fixture.write("train-images-idx3-ubyte", test::idxBytes({3, 1, 1}, "abc"));
        fixture.write("train-labels-idx1-ubyte", test::idxBytes({3}, QByteArray("\0\x01\x02", 3)));
        fixture.write("labels.txt", "cat\n\ndog\n");
        const ImportReport report = fixture.import();
        QCOMPARE(report.imported, 2);
        QCOMPARE(test::count(report, code::kLabelOutOfRange), 1);
        QCOMPARE(report.classes.size(), std::size_t{2});
    }

    void aPackedFileThatInflatesTooMuchIsRefused()
    {
        const test::ImportFixture fixture;
        constexpr int kMany = 20'000'000;
        fixture.writeGz("train-images-idx3-ubyte.gz", test::idxBytes({2, 2, 2}, QByteArray(8, '\x07')));
        fixture.writeGz("train-labels-idx1-ubyte.gz", test::idxBytes({kMany}, QByteArray(kMany, '\0')));
        const ImportReport report = fixture.import();
        QCOMPARE(test::count(report, code::kBadFormat), 1);
        QCOMPARE(report.imported, 0);
    }
};

QTEST_GUILESS_MAIN(TestImportHostile)
#include "tst_import_hostile.moc"
