#include "pictures/picture_decoder.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QTest>

using namespace atlas::pictures;

namespace {

using Bytes = std::vector<std::uint8_t>;

DecodedPicture decoded(const Bytes &bytes, int side = 0)
{
    return decodePicture(std::as_bytes(std::span(bytes)), side);
}

Bytes encoded(const char *extension, const cv::Mat &picture, const std::vector<int> &options = {})
{
    Bytes bytes;
    cv::imencode(extension, picture, bytes, options);
    return bytes;
}

void append(Bytes &bytes, const std::string &more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void appendNumber(Bytes &bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i) {
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i) & 0xFF));
    }
}

/// Red at the left top, blue at the right top, green below; BGR.
cv::Mat flag()
{
    cv::Mat picture(48, 64, CV_8UC3, cv::Scalar(0, 160, 0));
    picture(cv::Rect(0, 0, 32, 24)) = cv::Scalar(0, 0, 220);
    picture(cv::Rect(32, 0, 32, 24)) = cv::Scalar(220, 0, 0);
    return picture;
}

/// How a camera stores what is to be seen as `seen` when it says that orientation.
cv::Mat stored(const cv::Mat &seen, int orientation)
{
    cv::Mat picture = seen.clone();
    switch (orientation) {
    case 2: cv::flip(picture, picture, 1); break;
    case 3: cv::rotate(picture, picture, cv::ROTATE_180); break;
    case 4: cv::flip(picture, picture, 0); break;
    case 5: cv::transpose(picture, picture); break;
    case 6: cv::rotate(picture, picture, cv::ROTATE_90_COUNTERCLOCKWISE); break;
    case 7:
        cv::transpose(picture, picture);
        cv::rotate(picture, picture, cv::ROTATE_180);
        break;
    case 8: cv::rotate(picture, picture, cv::ROTATE_90_CLOCKWISE); break;
    default: break;
    }
    return picture;
}

Bytes exif(int orientation)
{
    Bytes bytes;
    append(bytes, std::string("II*\0\x08\0\0\0\x01\0", 10));
    appendNumber(bytes, 274, 2);
    appendNumber(bytes, 3, 2);
    appendNumber(bytes, 1, 4);
    appendNumber(bytes, static_cast<std::uint32_t>(orientation), 4);
    appendNumber(bytes, 0, 4);
    return bytes;
}

Bytes withExif(const Bytes &jpeg, int orientation)
{
    const Bytes block = exif(orientation);
    Bytes bytes(jpeg.begin(), jpeg.begin() + 2);
    append(bytes, "\xFF\xE1");
    bytes.push_back(0);
    bytes.push_back(static_cast<std::uint8_t>(2 + 6 + block.size()));
    append(bytes, std::string("Exif\0\0", 6));
    bytes.insert(bytes.end(), block.begin(), block.end());
    bytes.insert(bytes.end(), jpeg.begin() + 2, jpeg.end());
    return bytes;
}

/// Two frames of 2 x 2 pixels: red, then blue; colours are written without compression, clear codes between.
Bytes animatedGif()
{
    Bytes bytes;
    append(bytes, std::string("GIF89a\x02\0\x02\0\xF0\0\0", 13));
    append(bytes, std::string("\xFF\0\0\0\0\xFF", 6));
    for (const int colour : {0, 1}) {
        append(bytes, std::string(",\0\0\0\0\x02\0\x02\0\0\x02", 11));
        // Codes of 3 bits: clear (4), colour, colour, clear, colour, colour, end (5).
        const std::uint32_t c = static_cast<std::uint32_t>(colour);
        const std::uint32_t codes = 4U | c << 3 | c << 6 | 4U << 9 | c << 12 | c << 15 | 5U << 18;
        bytes.push_back(3);
        appendNumber(bytes, codes, 3);
        bytes.push_back(0);
    }
    append(bytes, ";");
    return bytes;
}

/// Frames of pictures that OpenCV encoded, lossless.
Bytes animatedWebp(const std::vector<cv::Mat> &frames)
{
    Bytes body;
    append(body, "WEBPVP8X");
    appendNumber(body, 10, 4);
    appendNumber(body, 0x02, 4);
    appendNumber(body, static_cast<std::uint32_t>(frames[0].cols - 1), 3);
    appendNumber(body, static_cast<std::uint32_t>(frames[0].rows - 1), 3);
    append(body, "ANIM");
    appendNumber(body, 6, 4);
    appendNumber(body, 0, 6);
    for (const cv::Mat &frame : frames) {
        const Bytes still = encoded(".webp", frame, {cv::IMWRITE_WEBP_QUALITY, 101});
        const Bytes chunk(still.begin() + 12, still.end());
        append(body, "ANMF");
        appendNumber(body, static_cast<std::uint32_t>(16 + chunk.size()), 4);
        appendNumber(body, 0, 6);
        appendNumber(body, static_cast<std::uint32_t>(frame.cols - 1), 3);
        appendNumber(body, static_cast<std::uint32_t>(frame.rows - 1), 3);
        appendNumber(body, 100, 3);
        appendNumber(body, 0, 1);
        body.insert(body.end(), chunk.begin(), chunk.end());
    }
    Bytes bytes;
    append(bytes, "RIFF");
    appendNumber(bytes, static_cast<std::uint32_t>(body.size()), 4);
    bytes.insert(bytes.end(), body.begin(), body.end());
    return bytes;
}

double difference(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() ? cv::norm(a, b, cv::NORM_L1) / static_cast<double>(a.total() * 3) : 255;
}

cv::Mat rgb(const cv::Mat &bgr)
{
    cv::Mat result;
    cv::cvtColor(bgr, result, cv::COLOR_BGR2RGB);
    return result;
}

cv::Mat noise(int width, int height)
{
    cv::Mat picture(height, width, CV_8UC3);
    cv::RNG(7).fill(picture, cv::RNG::UNIFORM, 0, 256);
    return picture;
}

}  // namespace

class TestPictureDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOrientationIsSeenUpright()
    {
        const Bytes upright = encoded(".jpg", flag(), {cv::IMWRITE_JPEG_QUALITY, 95});
        const cv::Mat expected = decoded(upright).rgb;
        QVERIFY(difference(expected, rgb(flag())) < 4);
        for (int orientation = 1; orientation <= 8; ++orientation) {
            const Bytes jpeg = encoded(".jpg", stored(flag(), orientation), {cv::IMWRITE_JPEG_QUALITY, 95});
            const DecodedPicture picture = decoded(withExif(jpeg, orientation));
            QCOMPARE(picture.header.orientation, orientation);
            const double apart = difference(picture.rgb, rgb(flag()));
            QVERIFY2(apart < 4, qPrintable(QString("orientation %1: %2").arg(orientation).arg(apart)));
        }
    }

    void oneBitAndSixteenBitsBecomeEight()
    {
        cv::Mat bits(8, 8, CV_8UC1, cv::Scalar(0));
        bits.colRange(4, 8) = 255;
        const DecodedPicture black = decoded(encoded(".png", bits, {cv::IMWRITE_PNG_BILEVEL, 1}));
        QVERIFY(black.grey && black.rgb.at<cv::Vec3b>(0, 0)[0] == 0 && black.rgb.at<cv::Vec3b>(0, 7)[2] == 255);
        const DecodedPicture deep = decoded(encoded(".png", cv::Mat(4, 4, CV_16UC1, cv::Scalar(257 * 80))));
        QVERIFY(deep.deep && deep.converted());
        QCOMPARE(int(deep.rgb.at<cv::Vec3b>(1, 1)[1]), 80);
    }

    void transparencyIsLaidOnWhite()
    {
        const DecodedPicture picture = decoded(encoded(".png", cv::Mat(3, 3, CV_8UC4, cv::Scalar(0, 100, 255, 51))));
        QVERIFY(picture.transparent);
        QCOMPARE(picture.rgb.at<cv::Vec3b>(1, 1), cv::Vec3b(255, 224, 204));
    }

    void channelsThatOnlyFillUpAreNoTransparency()
    {
        // A BMP of 32 bits, as screen shots are written: the fourth byte of every pixel is 0.
        Bytes bytes;
        append(bytes, "BM");
        appendNumber(bytes, 54 + 16, 4);
        appendNumber(bytes, 0, 4);
        for (const std::uint32_t value : {54U, 40U, 2U, 2U}) {
            appendNumber(bytes, value, 4);
        }
        appendNumber(bytes, 1, 2);
        appendNumber(bytes, 32, 2);
        for (int i = 0; i < 6; ++i) {
            appendNumber(bytes, 0, 4);
        }
        for (int i = 0; i < 4; ++i) {
            append(bytes, std::string("\x0A\x14\x1E\0", 4));
        }
        const DecodedPicture picture = decoded(bytes);
        QCOMPARE(int(picture.fault), int(Fault::None));
        QCOMPARE(picture.rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
    }

    void ofAnimationsTheFirstFrameIsTaken()
    {
        const DecodedPicture gif = decoded(animatedGif());
        QCOMPARE(int(gif.fault), int(Fault::None));
        QVERIFY(gif.more);
        QCOMPARE(gif.rgb.at<cv::Vec3b>(1, 1), cv::Vec3b(255, 0, 0));
        const DecodedPicture webp =
            decoded(animatedWebp({cv::Mat(6, 5, CV_8UC3, cv::Scalar(9, 8, 7)), cv::Mat(6, 5, CV_8UC3, cv::Scalar(1))}));
        QCOMPARE(int(webp.fault), int(Fault::None));
        QVERIFY(webp.more);
        QCOMPARE(webp.rgb.size(), cv::Size(5, 6));
        QCOMPARE(webp.rgb.at<cv::Vec3b>(3, 3), cv::Vec3b(7, 8, 9));
    }

    void cutAnimationsAreDamaged()
    {
        const Bytes gif = animatedGif();
        for (std::size_t length = 13; length < 32; ++length) {
            const DecodedPicture picture = decoded({gif.begin(), gif.begin() + static_cast<std::ptrdiff_t>(length)});
            QCOMPARE(int(picture.fault), int(Fault::Damaged));
        }
    }

    void jpegsThatEndALittleEarlyAreTaken()
    {
        const Bytes whole = encoded(".jpg", noise(160, 400));
        const Bytes little(whole.begin(), whole.end() - 40);
        const DecodedPicture taken = decoded(little);
        QCOMPARE(int(taken.fault), int(Fault::None));
        QVERIFY(taken.missingRows > 0 && taken.missingRows <= 20);
        QVERIFY(difference(taken.rgb.rowRange(0, 370), decoded(whole).rgb.rowRange(0, 370)) < 1e-9);
        QCOMPARE(decoded(whole).missingRows, 0U);
        const Bytes half(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2));
        QCOMPARE(int(decoded(half).fault), int(Fault::Damaged));
        QVERIFY(!decoded(half).why.empty());
    }

    void faultsAreTold()
    {
        QCOMPARE(int(decoded({}).fault), int(Fault::Empty));
        QCOMPARE(int(decoded({'<', 'h', 't', 'm', 'l', '>'}).fault), int(Fault::NotAPicture));
        Bytes bomb = encoded(".png", flag());
        bomb[16] = bomb[20] = 0x7F;
        QCOMPARE(int(decoded(bomb).fault), int(Fault::TooLarge));
        Bytes cut = encoded(".png", noise(50, 50));
        cut.resize(cut.size() / 2);
        QCOMPARE(int(decoded(cut).fault), int(Fault::Damaged));
    }

    void largeJpegsAreReducedWhenLittleIsAskedFor()
    {
        const Bytes bytes = encoded(".jpg", noise(800, 600));
        QCOMPARE(decoded(bytes, 100).rgb.size(), cv::Size(200, 150));
        QCOMPARE(decoded(bytes, 301).rgb.size(), cv::Size(800, 600));
        QCOMPARE(decoded(withExif(bytes, 6), 300).rgb.size(), cv::Size(300, 400));
    }
};

QTEST_GUILESS_MAIN(TestPictureDecoder)
#include "tst_picture_decoder.moc"
