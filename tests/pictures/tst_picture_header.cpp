#include "pictures/picture_header.h"

#include <opencv2/imgcodecs.hpp>

#include <QTest>

using namespace atlas::pictures;

namespace {

std::vector<std::uint8_t> encoded(const char *extension, int width, int height)
{
    std::vector<std::uint8_t> bytes;
    cv::imencode(extension, cv::Mat(height, width, CV_8UC3, cv::Scalar(10, 90, 200)), bytes);
    return bytes;
}

std::optional<PictureHeader> headerOf(const std::vector<std::uint8_t> &bytes)
{
    return readPictureHeader(std::as_bytes(std::span(bytes)));
}

constexpr std::array kFormats{std::pair{".png", "PNG"},   std::pair{".jpg", "JPEG"},  std::pair{".bmp", "BMP"},
                              std::pair{".tiff", "TIFF"}, std::pair{".webp", "WebP"}, std::pair{".ppm", "PNM"}};

}  // namespace

class TestPictureHeader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersTellFormatAndSize()
    {
        for (const auto &[extension, format] : kFormats) {
            const auto header = headerOf(encoded(extension, 37, 21));
            QVERIFY2(header, extension);
            QCOMPARE(QString(header->format), QString(format));
            QCOMPARE(header->width, 37U);
            QCOMPARE(header->height, 21U);
            QCOMPARE(header->orientation, 1);
            QVERIFY(isUsualName(std::string("a") + extension, *header));
            QVERIFY(!isUsualName("a.gif", *header));
        }
    }

    void otherContentHasNone()
    {
        QVERIFY(!headerOf({}));
        const std::string page = "<svg xmlns='http://www.w3.org/2000/svg'/>";
        QVERIFY(!headerOf({page.begin(), page.end()}));
    }

    /// Cut anywhere, and with any one byte changed, nothing beyond the end is read (the sanitizers would tell).
    void anyBytesAreSafe()
    {
        for (const auto &[extension, format] : kFormats) {
            const std::vector<std::uint8_t> whole = encoded(extension, 9, 9);
            for (std::size_t length = 0; length < whole.size(); ++length) {
                headerOf({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)});
            }
            for (std::size_t i = 0; i < std::min<std::size_t>(whole.size(), 200); ++i) {
                for (const std::uint8_t value : {0, 1, 0x7F, 0xFF}) {
                    std::vector<std::uint8_t> changed = whole;
                    changed[i] = value;
                    headerOf(changed);
                }
            }
        }
    }

    void namesOfPicturesAreKnown()
    {
        QVERIFY(isPictureName("a/B.JPG") && isPictureName("x.tif") && isPictureName("x.gif"));
        QVERIFY(!isPictureName("a.svg") && !isPictureName("jpg") && !isPictureName(""));
    }
};

QTEST_GUILESS_MAIN(TestPictureHeader)
#include "tst_picture_header.moc"
