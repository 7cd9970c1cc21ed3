#include "core/error.h"
#include "engine/robustness/perturbation_registry.h"
#include "engine/robustness/text_pieces.h"

#include <opencv2/core.hpp>

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::engine;

class PerturbationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOneIsDescribed();
    void picturesChange_data();
    void picturesChange();
    void textsChange_data();
    void textsChange();
    void noiseHasItsStrength();
    void occlusionCoversItsShare();
    void contrastKeepsTheMean();
    void aWordAlwaysStays();
    void marksStayWhatTheyAre();
    void japaneseIsCutIntoWordsAndLetters();
    void anUnknownNameSaysWhichThereAre();
};

namespace {

cv::Mat picture()
{
    cv::Mat rgb(48, 64, CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y) {
        for (int x = 0; x < rgb.cols; ++x) {
            rgb.at<cv::Vec3b>(y, x) = {static_cast<unsigned char>(60 + 2 * x), static_cast<unsigned char>(4 * y + 20),
                                       static_cast<unsigned char>((x / 8 + y / 8) % 2 * 120 + 60)};
        }
    }
    return rgb;
}

double difference(const cv::Mat &a, const cv::Mat &b)
{
    return cv::norm(a, b, cv::NORM_L1) / static_cast<double>(a.total() * 3);
}

const char *const kEnglish = "The large machine in the second hall makes a strange noise since Monday morning";
const char *const kJapanese = "第二工場の大きな機械が月曜日の朝から変な音を出しています";

}  // namespace

void PerturbationsTest::everyOneIsDescribed()
{
    QCOMPARE(allPerturbations().size(), std::size_t{10});
    for (const Perturbation &one : allPerturbations()) {
        const PerturbationInfo &info = one.info;
        QVERIFY(!info.name.empty() && !info.title.empty() && !info.help.empty() && !info.unit.empty());
        QVERIFY(info.strengths.size() >= 4);
        QVERIFY(std::ranges::is_sorted(info.strengths));
        QVERIFY2(info.strengths.front() > 0, info.name.c_str());
        QCOMPARE((one.picture != nullptr) + (one.text != nullptr) + (one.attacked != Attacked::Nothing), 1);
        QCOMPARE(&perturbation(info.name), &one);
    }
}

void PerturbationsTest::picturesChange_data()
{
    QTest::addColumn<int>("place");
    for (std::size_t i = 0; i < allPerturbations().size(); ++i) {
        if (allPerturbations()[i].picture != nullptr) {
            QTest::newRow(allPerturbations()[i].info.name.c_str()) << static_cast<int>(i);
        }
    }
}

void PerturbationsTest::picturesChange()
{
    QFETCH(int, place);
    const Perturbation &one = allPerturbations()[static_cast<std::size_t>(place)];
    const cv::Mat rgb = picture();
    const cv::Mat before = rgb.clone();
    double last = 0;
    for (const double strength : one.info.strengths) {
        const cv::Mat changed = one.picture(rgb, strength, Draws(3));
        QCOMPARE(changed.size(), rgb.size());
        QCOMPARE(changed.type(), rgb.type());
        QCOMPARE(difference(changed, one.picture(rgb, strength, Draws(3))), 0.0);  // by the seed alone
        const double now = difference(changed, rgb);
        QVERIFY2(now > 0, qPrintable(QString::number(strength)));
        QVERIFY2(now >= last || one.info.name == "rotation",
                 qPrintable(QStringLiteral("%1: %2 after %3").arg(strength).arg(now).arg(last)));
        last = now;
    }
    QCOMPARE(difference(rgb, before), 0.0);  // the sample itself stays
}

void PerturbationsTest::textsChange_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    for (const char *name : {"typos", "dropped-words"}) {
        QTest::addRow("%s, English", name) << QByteArray(name) << QByteArray(kEnglish);
        QTest::addRow("%s, Japanese", name) << QByteArray(name) << QByteArray(kJapanese);
    }
}

void PerturbationsTest::textsChange()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, text);
    const Perturbation &one = perturbation(name.toStdString());
    int changed = 0;
    std::size_t last = 0;
    for (const double strength : one.info.strengths) {
        std::size_t kept = 0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const std::string made = one.text(text.toStdString(), strength, Draws(seed));
            QCOMPARE(made, one.text(text.toStdString(), strength, Draws(seed)));
            QVERIFY(!made.empty());
            // Still UTF-8: a decoder finds nothing to replace.
            QVERIFY(!QString::fromStdString(made).contains(QChar::ReplacementCharacter));
            changed += made != text.toStdString() ? 1 : 0;
            kept += made.size();
        }
        if (name == "dropped-words") {
            QVERIFY(last == 0 || kept <= last);
        }
        last = kept;
    }
    QVERIFY2(changed > 40, qPrintable(QString::number(changed)));
}

void PerturbationsTest::noiseHasItsStrength()
{
    const cv::Mat grey(100, 100, CV_8UC3, cv::Scalar::all(128));
    const cv::Mat noisy = perturbation("noise").picture(grey, 10, Draws(1));
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(noisy, mean, deviation);
    for (int channel = 0; channel < 3; ++channel) {
        QVERIFY(std::abs(mean[channel] - 128) < 0.5);
        QVERIFY(std::abs(deviation[channel] - 10) < 0.5);
    }
}

void PerturbationsTest::occlusionCoversItsShare()
{
    const cv::Mat white(100, 200, CV_8UC3, cv::Scalar::all(255));
    for (const double share : {5.0, 20.0, 50.0}) {
        const cv::Mat covered = perturbation("occlusion").picture(white, share, Draws(5));
        cv::Mat first;
        cv::extractChannel(covered, first, 0);
        const double found = 100.0 * cv::countNonZero(first == 127) / static_cast<double>(first.total());
        QVERIFY2(std::abs(found - share) < 0.5, qPrintable(QString::number(found)));
    }
}

void PerturbationsTest::contrastKeepsTheMean()
{
    const cv::Mat rgb = picture();
    const cv::Mat flat = perturbation("contrast").picture(rgb, 50, Draws(1));
    const cv::Scalar before = cv::mean(rgb);
    const cv::Scalar after = cv::mean(flat);
    QVERIFY(std::abs(before[0] + before[1] + before[2] - after[0] - after[1] - after[2]) < 2);
    cv::Scalar mean;
    cv::Scalar wide;
    cv::Scalar narrow;
    cv::meanStdDev(rgb, mean, wide);
    cv::meanStdDev(flat, mean, narrow);
    QVERIFY(std::abs(narrow[0] - wide[0] / 2) < 1);
}

void PerturbationsTest::aWordAlwaysStays()
{
    const Perturbation &dropping = perturbation("dropped-words");
    QCOMPARE(dropping.text("noise", 70, Draws(1)), std::string("noise"));
    for (std::uint64_t seed = 1; seed < 30; ++seed) {
        const std::string left = dropping.text("two words", 70, Draws(seed));
        QVERIFY2(left.find("two") != std::string::npos || left.find("words") != std::string::npos, left.c_str());
        QVERIFY(left != "two words");
    }
}

void PerturbationsTest::marksStayWhatTheyAre()
{
    QCOMPARE(perturbation("typos").text("?! ... -- ()", 20, Draws(1)), std::string("?! ... -- ()"));
}

void PerturbationsTest::japaneseIsCutIntoWordsAndLetters()
{
    const std::vector<TextPiece> letters = lettersOf("機械が。");
    QCOMPARE(letters.size(), std::size_t{4});
    QCOMPARE(letters[0].text, std::string("機"));
    QVERIFY(letters[2].word && !letters[3].word);
    const std::vector<TextPiece> words = wordsOf(kJapanese);
    QVERIFY(words.size() > 5 && words.size() < 20);
    std::string joined;
    for (const TextPiece &word : words) {
        joined += word.text;
    }
    QCOMPARE(joined, std::string(kJapanese));
}

void PerturbationsTest::anUnknownNameSaysWhichThereAre()
{
    try {
        perturbation("rain");
        QFAIL("was found");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
        QVERIFY(error.hint().find("blur") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(PerturbationsTest)
#include "tst_perturbations.moc"
