#include "pictures/picture_measures.h"

#include <opencv2/imgproc.hpp>

#include <QTest>

using namespace atlas::pictures;

namespace {

/// Discs, stripes and grain: nothing is wrong with it.
cv::Mat scene()
{
    cv::Mat picture(240, 320, CV_8UC3, cv::Scalar(190, 170, 150));
    cv::RNG random(3);
    for (int i = 0; i < 40; ++i) {
        cv::circle(picture, {random.uniform(0, 320), random.uniform(0, 240)}, random.uniform(4, 40),
                   cv::Scalar(random.uniform(0, 255), random.uniform(0, 255), random.uniform(0, 255)), cv::FILLED);
    }
    cv::Mat grain(picture.size(), picture.type());
    random.fill(grain, cv::RNG::UNIFORM, 0, 20);
    return picture + grain;
}

}  // namespace

class TestPictureMeasures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundPicturesPass()
    {
        const PictureMeasures good = measure(scene());
        QVERIFY(good.dark > kDarkest && good.light > kLightest && good.information > kLeastInformation &&
                good.sharpness > kLeastSharpness && good.sketch);
    }

    void darkAndLightPicturesAreTold()
    {
        QVERIFY(measure(scene() * 0.2).dark < kDarkest);
        QVERIFY(measure(scene() * 0.2).light > kLightest);
        QVERIFY(measure(cv::Scalar(245, 245, 245) + scene() * 0.04).light < kLightest);
    }

    void blurIsTold()
    {
        cv::Mat blurred;
        cv::GaussianBlur(scene(), blurred, {}, 14);
        QVERIFY2(measure(blurred).sharpness < kLeastSharpness, qPrintable(QString::number(measure(blurred).sharpness)));
        double before = measure(scene()).sharpness;
        for (const double sigma : {2.0, 6.0, 14.0}) {
            cv::GaussianBlur(scene(), blurred, {}, sigma);
            const double now = measure(blurred).sharpness;
            QVERIFY(now <= before);
            before = now;
        }
    }

    void emptyPicturesSayLittle()
    {
        const PictureMeasures flat = measure(cv::Mat(50, 50, CV_8UC3, cv::Scalar(120, 120, 120)));
        QCOMPARE(flat.information, 0.0);
        QVERIFY(!flat.sketch);
        QVERIFY(measure(cv::Mat(1, 1, CV_8UC3, cv::Scalar(0, 0, 0))).dark == 0);
    }

    void theSizeDoesNotMatter()
    {
        cv::Mat large;
        cv::resize(scene(), large, {}, 4, 4, cv::INTER_NEAREST);
        const PictureMeasures a = measure(scene()), b = measure(large);
        QVERIFY(std::abs(a.dark - b.dark) < 0.02 && std::abs(a.light - b.light) < 0.02);
        QVERIFY(std::abs(a.information - b.information) < 0.02 && std::abs(a.sharpness - b.sharpness) < 0.02);
    }
};

QTEST_GUILESS_MAIN(TestPictureMeasures)
#include "tst_picture_measures.moc"
