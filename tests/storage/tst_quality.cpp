#include "core/sample.h"
#include "pictures/picture_sketch.h"
#include "storage/quality/content_key.h"
#include "storage/quality/label_variants.h"
#include "storage/quality/near_duplicates.h"

#include <opencv2/imgproc.hpp>

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace atlas;
using namespace atlas::storage;
using pictures::PictureSketch;

namespace {

cv::Mat scene(int seed)
{
    cv::Mat picture(90, 120, CV_8UC3, cv::Scalar(200, 190, 180));
    cv::RNG random(static_cast<std::uint64_t>(seed));
    for (int i = 0; i < 12; ++i) {
        cv::circle(picture, {random.uniform(0, 120), random.uniform(0, 90)}, random.uniform(5, 30),
                   cv::Scalar(random.uniform(0, 255), random.uniform(0, 255), random.uniform(0, 255)), cv::FILLED);
    }
    return picture;
}

cv::Mat halfSize(const cv::Mat &picture)
{
    cv::Mat small;
    cv::resize(picture, small, {}, 0.5, 0.5, cv::INTER_AREA);
    return small;
}

}  // namespace

class TestQuality : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfOneClassAreFound()
    {
        using Groups = std::vector<std::vector<std::string>>;
        QCOMPARE(labelVariants({"hat", "Hat", "hat ", "shoe"}), (Groups{{"Hat", "hat", "hat "}}));
        QCOMPARE(labelVariants({"ＡＢＣ", "abc", "ｶﾌﾞ", "カブ"}), (Groups{{"abc", "ＡＢＣ"}, {"カブ", "ｶﾌﾞ"}}));
        QCOMPARE(labelVariants({"two  words", "two words"}), (Groups{{"two  words", "two words"}}));
        QCOMPARE(labelVariants({"yes", "true", "no"}), (Groups{{"true", "yes"}}));
        QCOMPARE(labelVariants({"a", "b", "ab", "が", "か"}), Groups{});
    }

    void contentDecidesNotLabelsOrPlaces()
    {
        Sample a;
        a.text = "one";
        a.labels = {{"x", 1.0}};
        a.source = "a.csv:2";
        Sample b = a;
        b.labels = {{"y", 1.0}};
        b.source = "a.csv:3";
        QCOMPARE(contentKey(a), contentKey(b));
        b.text2 = "e";
        b.text = "on";
        QVERIFY(contentKey(a) != contentKey(b));
    }

    void shrunkPicturesAreKnownAgain()
    {
        std::vector<std::optional<PictureSketch>> sketches;
        for (int seed = 1; seed <= 8; ++seed) {
            sketches.push_back(pictures::sketchOf(scene(seed)));
            QVERIFY(sketches.back());
        }
        QVERIFY(nearDuplicates(sketches).empty());
        sketches.push_back(pictures::sketchOf(halfSize(scene(3))));
        sketches.push_back(pictures::sketchOf(halfSize(scene(5)) * 0.98));
        QCOMPARE(nearDuplicates(sketches), (std::vector<std::vector<std::size_t>>{{2, 8}, {4, 9}}));
    }

    void colourTellsApartWhatShapesDoNot()
    {
        cv::Mat green;
        cv::cvtColor(scene(3), green, cv::COLOR_RGB2GRAY);
        cv::cvtColor(green, green, cv::COLOR_GRAY2RGB);
        QVERIFY(nearDuplicates({pictures::sketchOf(scene(3)), pictures::sketchOf(green)}).empty());
    }

    void flatPicturesHaveNoSketch()
    {
        QVERIFY(!pictures::sketchOf(cv::Mat(20, 30, CV_8UC3, cv::Scalar(90, 91, 92))));
        QVERIFY(!pictures::sketchOf(cv::Mat(1, 1, CV_8UC3, cv::Scalar(0, 0, 0))));
    }

    void aHundredThousandPicturesTakeSeconds()
    {
        std::mt19937_64 random(5);
        std::vector<std::optional<PictureSketch>> sketches(100'000);
        for (auto &sketch : sketches) {
            sketch.emplace();
            sketch->hash = random();
        }
        sketches[70'000]->hash = sketches[20]->hash ^ 0x8000000000000101ULL;
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(nearDuplicates(sketches), (std::vector<std::vector<std::size_t>>{{20, 70'000}}));
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestQuality)
#include "tst_quality.moc"
