#include "import_fixture.h"

#include "core/error.h"
#include "pictures/picture_header.h"
#include "storage/import/idx_reader.h"
#include "storage/import/picture_check.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::idxBytes;
using atlas::test::pictureBytes;

namespace {

std::span<const std::byte> bytesOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    std::size_t read(std::span<std::byte> into) override
    {
        const auto count = std::min(into.size(), static_cast<std::size_t>(m_bytes.size()) - m_position);
        std::copy_n(bytesOf(m_bytes).begin() + static_cast<std::ptrdiff_t>(m_position), count, into.begin());
        m_position += count;
        return count;
    }

private:
    QByteArray m_bytes;
    std::size_t m_position = 0;
};

std::size_t readAll(const QByteArray &bytes, int dimensions)
{
    MemorySource source(bytes);
    IdxReader reader(source, dimensions);
    std::size_t items = 0;
    for (std::vector<std::byte> item; reader.next(item);) {
        ++items;
    }
    return items;
}

/// A PNG's header alone, which claims that size.
QByteArray pngHeader(quint32 width, quint32 height)
{
    QByteArray bytes = pictureBytes(".png", 4, 4, 0).left(33);
    for (int i = 0; i < 4; ++i) {
        bytes[16 + i] = static_cast<char>(width >> (24 - 8 * i) & 0xFF);
        bytes[20 + i] = static_cast<char>(height >> (24 - 8 * i) & 0xFF);
    }
    return bytes;
}

QString faultOf(const QByteArray &bytes)
{
    const PictureCheck check = checkPicture(bytesOf(bytes));
    return check.fault ? QString::fromStdString(check.fault->code) : QString();
}

}  // namespace

/// What is known of a picture before and after decoding it, and IDX files.
class TestImportPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersTellFormatAndSize_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<QString>("format");
        for (const auto &[extension, format] : {std::pair{".png", "PNG"},
                                                {".jpg", "JPEG"},
                                                {".bmp", "BMP"},
                                                {".tiff", "TIFF"},
                                                {".webp", "WebP"},
                                                {".pgm", "PNM"}}) {
            QTest::newRow(format) << extension << format;
        }
    }
    void headersTellFormatAndSize()
    {
        QFETCH(QString, extension);
        QFETCH(QString, format);
        const QByteArray bytes = pictureBytes(qPrintable(extension), 37, 21, 90);
        const auto header = pictures::readPictureHeader(bytesOf(bytes));
        QVERIFY(header);
        QCOMPARE(QString(header->format), format);
        QCOMPARE(header->width, 37U);
        QCOMPARE(header->height, 21U);
        const PictureCheck check = checkPicture(bytesOf(bytes));
        QVERIFY2(!check.fault, check.fault ? check.fault->message.english().c_str() : "");
        QCOMPARE(check.width, 37);
        QCOMPARE(check.height, 21);
    }

    void cutPicturesAreCorrupt_data()
    {
        QTest::addColumn<QString>("extension");
        QTest::newRow("png") << ".png";
        QTest::newRow("jpg") << ".jpg";
    }
    void cutPicturesAreCorrupt()
    {
        QFETCH(QString, extension);
        const QByteArray whole = pictureBytes(qPrintable(extension), 200, 100, 90);
        for (const qsizetype length : {whole.size() / 2, whole.size() * 3 / 4, qsizetype{20}}) {
            const QByteArray cut = whole.left(length);
            QCOMPARE(faultOf(cut), "CORRUPT_IMAGE");
        }
        QCOMPARE(faultOf({}), "EMPTY_FILE");
    }

    void otherFilesAreNoImages() { QCOMPARE(faultOf("<html>no picture</html>"), "NOT_AN_IMAGE"); }

    void hugePicturesAreRefusedByTheirHeader()
    {
        QCOMPARE(faultOf(pngHeader(60'000, 60'000)), "TOO_LARGE");
        QCOMPARE(faultOf(pngHeader(4'294'967'295U, 4'294'967'295U)), "TOO_LARGE");
        QCOMPARE(faultOf(pngHeader(0, 10)), "CORRUPT_IMAGE");
    }

    void headersOfAnyLengthAreSafe()
    {
        for (const char *extension : {".png", ".jpg", ".bmp", ".tiff", ".webp", ".pgm"}) {
            const QByteArray whole = pictureBytes(extension, 9, 9, 1);
            for (qsizetype length = 0; length < whole.size(); ++length) {
                pictures::readPictureHeader(bytesOf(whole.left(length)));
            }
        }
    }

    void idxItemsAreCounted()
    {
        QCOMPARE(readAll(idxBytes({3, 2, 2}, QByteArray(12, 'x')), 3), 3U);
        QCOMPARE(readAll(idxBytes({5}, QByteArray(5, '\1')), 1), 5U);
    }

    void idxThatDoesNotFitItsHeaderIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut header") << idxBytes({3, 2, 2}, {}).left(9);
        QTest::newRow("cut data") << idxBytes({3, 2, 2}, QByteArray(11, 'x'));
        QTest::newRow("data left over") << idxBytes({3, 2, 2}, QByteArray(13, 'x'));
        QTest::newRow("labels for pictures") << idxBytes({12}, QByteArray(12, 'x'));
        QTest::newRow("huge count") << idxBytes({2'147'483'647, 28, 28}, QByteArray(784, 'x'));
        QTest::newRow("huge pictures") << idxBytes({1, 4'294'967'295U, 4'294'967'295U}, QByteArray(784, 'x'));
        QTest::newRow("no pixels") << idxBytes({1, 0, 28}, QByteArray());
    }
    void idxThatDoesNotFitItsHeaderIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY_EXCEPTION_THROWN(readAll(bytes, 3), Error);
    }
};

QTEST_GUILESS_MAIN(TestImportPictures)
#include "tst_import_pictures.moc"
