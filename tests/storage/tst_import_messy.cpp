#include "import_fixture.h"

#include "pictures/picture_decoder.h"
#include "storage/import/problems.h"
#include "tests/support/shared_data.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>

using namespace atlas;
using namespace atlas::storage;
namespace fs = std::filesystem;

namespace {

/// What an import of one source said and made.
struct Outcome {
    ImportReport report;
    std::vector<Sample> samples;
    std::string where;  ///< for messages

    std::vector<Problem> at(const std::string &place) const
    {
        std::vector<Problem> found;
        for (const Problem &problem : report.problems) {
            if (problem.where == place || problem.where.ends_with("/" + place)) {
                found.push_back(problem);
            }
        }
        return found;
    }
    /// The sample that comes from there.
    const Sample *sample(const std::string &place) const
    {
        const auto found = std::ranges::find_if(samples, [&](const Sample &sample) {
            return sample.source == place || sample.source.ends_with("/" + place);
        });
        return found == samples.end() ? nullptr : &*found;
    }
    std::size_t labelled(const std::string &name) const
    {
        return static_cast<std::size_t>(std::ranges::count_if(samples, [&](const Sample &sample) {
            return std::ranges::any_of(sample.labels, [&](const Label &label) { return label.name == name; });
        }));
    }
};

constexpr auto kError = ProblemLevel::Error;
constexpr auto kWarning = ProblemLevel::Warning;
constexpr auto kInfo = ProblemLevel::Info;

bool fails(const std::string &what)
{
    qWarning("%s", what.c_str());
    return false;
}

/// A problem of that level and code stands at that place.
bool told(const Outcome &outcome, ProblemLevel level, const char *code, const std::string &place)
{
    const std::vector<Problem> found = outcome.at(place);
    return std::ranges::any_of(found, [&](const Problem &p) { return p.level == level && p.code == code; }) ||
           fails("no " + std::string(code) + " of that level at " + place + "; " +
                 test::describe(outcome.report).toStdString());
}

/// Told and not imported.
bool left(const Outcome &outcome, ProblemLevel level, const char *code, const std::string &place)
{
    return told(outcome, level, code, place) && (outcome.sample(place) == nullptr || fails(place + " was imported"));
}

/// Told, and imported all the same.
bool kept(const Outcome &outcome, ProblemLevel level, const char *code, const std::string &place)
{
    return told(outcome, level, code, place) && (outcome.sample(place) != nullptr || fails(place + " was left out"));
}

/// Imported, and no error or warning about it.
bool good(const Outcome &outcome, const std::string &place)
{
    const std::vector<Problem> found = outcome.at(place);
    const bool quiet = std::ranges::all_of(found, [](const Problem &p) { return p.level == kInfo; });
    return (outcome.sample(place) != nullptr || fails(place + " was not imported")) &&
           (quiet || fails(place + " was complained of"));
}

/// So many samples, and nothing worse than information.
bool whole(const Outcome &outcome, std::size_t count, bool quiet = true)
{
    const auto loud = [](const Problem &p) { return p.level != kInfo; };
    return (outcome.samples.size() == count || fails(std::to_string(outcome.samples.size()) + " samples")) &&
           (!quiet || std::ranges::none_of(outcome.report.problems, loud) ||
            fails(test::describe(outcome.report).toStdString()));
}

/// Nothing of it was imported, for that reason.
bool forbidden(const Outcome &outcome, const char *code)
{
    return (outcome.samples.empty() || fails("something was imported")) &&
           (test::count(outcome.report, code) > 0 || fails(test::describe(outcome.report).toStdString()));
}

/// The problem of that code speaks of all these places.
bool links(const Outcome &outcome, const char *code, const std::vector<std::string> &places)
{
    return std::ranges::any_of(outcome.report.problems,
                               [&](const Problem &problem) {
                                   return problem.code == code &&
                                          std::ranges::all_of(places, [&](const std::string &place) {
                                              return problem.message.english().find(place) != std::string::npos ||
                                                     problem.where.find(place) != std::string::npos;
                                          });
                               }) ||
           fails(std::string(code) + " does not link " + places.front() + " and the others");
}

cv::Mat pixels(const Outcome &outcome, const std::string &place)
{
    const Sample *sample = outcome.sample(place);
    return sample == nullptr ? cv::Mat() : pictures::decodePictureFile(sample->image->path).rgb;
}

double brightness(const cv::Mat &rgb)
{
    const cv::Scalar mean = cv::mean(rgb);
    return (mean[0] + mean[1] + mean[2]) / 3;
}

double difference(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && !a.empty() ? cv::norm(a, b, cv::NORM_L1) / static_cast<double>(a.total() * 3) : 255;
}

/// The picture that orientation tests show: a red block at the left top, a green bar below.
bool isUpright(const cv::Mat &rgb)
{
    const auto at = [&](double x, double y) {
        return rgb.at<cv::Vec3b>(static_cast<int>(y * rgb.rows), static_cast<int>(x * rgb.cols));
    };
    const cv::Vec3b red = at(0.2, 0.2), green = at(0.5, 0.8);
    return rgb.cols == 160 && rgb.rows == 120 && red[0] > red[1] + 100 && green[1] > green[0] + 60;
}

std::int64_t peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::stoll(line.substr(6)) / 1024;
        }
    }
    return 0;
}

}  // namespace

/// The messy pack, item by item, as its list of expectations asks.
class TestImportMessy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void expectationIsMet_data();
    void expectationIsMet();
    void everyExpectationIsChecked();
    void theSameReportTwice();
    void memoryStaysSmall();

private:
    using Check = std::function<bool()>;

    fs::path expectations() const { return test::sharedFolder() / "data" / "messy_expected.json"; }
    const Outcome &outcome(const std::string &source);
    Outcome run(const std::string &source);
    std::map<std::string, Check> checks();
    std::map<std::string, Check> pictureChecks();
    std::map<std::string, Check> folderChecks();
    std::map<std::string, Check> textChecks();
    std::map<std::string, Check> tableChecks();
    std::map<std::string, Check> otherChecks();

    const Outcome &pack() { return outcome("01_image_folder"); }
    const Outcome &text(const char *name) { return outcome(std::string("02_text_csv/") + name); }
    const Outcome &lines(const char *name) { return outcome(std::string("04_jsonl/") + name); }
    const Outcome &packed(const char *name) { return outcome(std::string("07_archives/") + name); }

    QTemporaryDir m_folder;
    fs::path m_messy;
    std::unique_ptr<test::ImportFixture> m_fixture;
    std::map<std::string, Outcome> m_outcomes;
    int m_datasets = 0;
};

void TestImportMessy::initTestCase()
{
    const fs::path archive = test::sharedFolder() / "data" / "messy.tar.xz";
    ATLAS_NEED_SHARED(archive);
    m_fixture = std::make_unique<test::ImportFixture>();
    // With its links, which our own unpacking leaves out.
    QCOMPARE(QProcess::execute("tar", {"-xJf", QString::fromStdString(archive.string()), "-C", m_folder.path()}), 0);
    m_messy = fs::path(m_folder.path().toStdString()) / "messy";
    fs::create_directories(m_messy / "01_image_folder" / "empty_class");
}

Outcome TestImportMessy::run(const std::string &source)
{
    ImportRequest request = m_fixture->request();
    request.source = m_messy / source;
    request.dataset = "set " + std::to_string(m_datasets++);
    Outcome made{.report = m_fixture->import(request), .samples = m_fixture->samples(request.dataset), .where = source};
    return made;
}

const Outcome &TestImportMessy::outcome(const std::string &source)
{
    const auto known = m_outcomes.find(source);
    return known != m_outcomes.end() ? known->second : m_outcomes.emplace(source, run(source)).first->second;
}

std::map<std::string, TestImportMessy::Check> TestImportMessy::pictureChecks()
{
    return {
        {"01_image_folder/*/ok_*.jpg",
         [this] {
             const auto plain = std::ranges::count_if(pack().samples, [](const Sample &sample) {
                 static const QRegularExpression name("^(hat|shoes|dress)/ok_0[0-7]\\.jpg$");
                 return name.match(QString::fromStdString(sample.source)).hasMatch();
             });
             return plain == 24 || fails(std::to_string(plain) + " plain pictures");
         }},
        {"01_image_folder/hat/truncated_half.jpg",
         [this] { return left(pack(), kError, code::kCorruptImage, "hat/truncated_half.jpg"); }},
        {"01_image_folder/hat/truncated_tail.jpg",
         [this] { return kept(pack(), kWarning, code::kCorruptImage, "hat/truncated_tail.jpg"); }},
        {"01_image_folder/hat/zero_bytes.png",
         [this] { return left(pack(), kError, code::kEmptyFile, "hat/zero_bytes.png"); }},
        {"01_image_folder/hat/bomb_60000x60000.png",
         [this] { return left(pack(), kError, code::kTooLarge, "hat/bomb_60000x60000.png"); }},
        {"01_image_folder/hat/valid_12000x12000_1bit.png",
         [this] { return left(pack(), kWarning, code::kTooLarge, "hat/valid_12000x12000_1bit.png"); }},
        {"01_image_folder/hat/cmyk.jpg",
         [this] {
             // A hat on a red ground: inverted inks would make it cyan.
             const cv::Scalar mean = cv::mean(pixels(pack(), "hat/cmyk.jpg"));
             return good(pack(), "hat/cmyk.jpg") && mean[0] > mean[1] + 40 && mean[0] > mean[2] + 40;
         }},
        {"01_image_folder/hat/gray16.png",
         [this] {
             const fs::path file = m_messy / "01_image_folder" / "hat" / "gray16.png";
             const cv::Mat deep = cv::imread(file.string(), cv::IMREAD_UNCHANGED);
             const double apart = brightness(pixels(pack(), "hat/gray16.png")) - cv::mean(deep)[0] / 256;
             return deep.depth() == CV_16U && good(pack(), "hat/gray16.png") &&
                    (std::abs(apart) < 2 || fails("16 bits: " + std::to_string(apart)));
         }},
        {"01_image_folder/hat/gray8.jpg", [this] { return good(pack(), "hat/gray8.jpg"); }},
        {"01_image_folder/hat/rgba.png",
         [this] {
             return good(pack(), "hat/rgba.png") &&
                    pixels(pack(), "hat/rgba.png").at<cv::Vec3b>(0, 0) == cv::Vec3b(255, 255, 255);
         }},
        {"01_image_folder/hat/palette_transparent.png", [this] { return good(pack(), "hat/palette_transparent.png"); }},
        {"01_image_folder/shoes/exif_orientation_1..8.jpg",
         [this] {
             const cv::Mat first = pixels(pack(), "shoes/exif_orientation_1.jpg");
             bool same = isUpright(first) || fails("orientation 1 is not upright");
             for (int i = 2; i <= 8; ++i) {
                 const double apart =
                     difference(first, pixels(pack(), "shoes/exif_orientation_" + std::to_string(i) + ".jpg"));
                 same = same && (apart < 6 || fails("orientation " + std::to_string(i) + ": " + std::to_string(apart)));
             }
             return same && test::count(pack().report, code::kTurned) == 1;
         }},
        {"01_image_folder/shoes/animated.gif",
         [this] {
             const auto frames = std::ranges::count_if(pack().samples, [](const Sample &sample) {
                 return sample.source.find("animated") != std::string::npos;
             });
             return kept(pack(), kWarning, code::kMultiFrame, "shoes/animated.gif") && frames == 1;
         }},
        {"01_image_folder/shoes/photo.webp", [this] { return good(pack(), "shoes/photo.webp"); }},
        {"01_image_folder/shoes/scan.tif, scan.bmp",
         [this] { return pack().sample("shoes/scan.tif") != nullptr && pack().sample("shoes/scan.bmp") != nullptr; }},
        {"01_image_folder/shoes/progressive.jpg", [this] { return good(pack(), "shoes/progressive.jpg"); }},
        {"01_image_folder/hat/ok_02.jpg ~ ok_02_small.jpg",
         [this] {
             return told(pack(), kWarning, code::kNearDuplicate, "hat/ok_02_small.jpg") &&
                    links(pack(), code::kNearDuplicate, {"hat/ok_02.jpg", "hat/ok_02_small.jpg"});
         }},
        {"01_image_folder/dress/really_jpeg.png", [this] { return good(pack(), "dress/really_jpeg.png"); }},
        {"01_image_folder/dress/no_extension",
         [this] { return kept(pack(), kInfo, code::kUnknownExtension, "dress/no_extension"); }},
        {"01_image_folder/dress/vector.svg",
         [this] { return left(pack(), kInfo, code::kIgnoredFile, "dress/vector.svg"); }},
        {"01_image_folder/dress/one_pixel.png",
         [this] { return kept(pack(), kWarning, code::kTooSmall, "dress/one_pixel.png"); }},
        {"01_image_folder/dress/thin_3000x2.png",
         [this] { return kept(pack(), kWarning, code::kExtremeAspect, "dress/thin_3000x2.png"); }},
        {"01_image_folder/dress/not_an_image.jpg",
         [this] { return left(pack(), kError, code::kNotAnImage, "dress/not_an_image.jpg"); }},
    };
}

std::map<std::string, TestImportMessy::Check> TestImportMessy::folderChecks()
{
    return {
        {"01_image_folder/shoes/靴の写真_夏👟.jpg, \"name with  spaces…\", UPPER.JPG, mixed.JpEg, -rf.jpg, あ×60.jpg",
         [this] {
             std::string longName;
             for (int i = 0; i < 60; ++i) {
                 longName += "あ";
             }
             bool all = true;
             for (const std::string &name : {std::string("靴の写真_夏👟.jpg"), std::string("UPPER.JPG"),
                                             std::string("mixed.JpEg"), std::string("-rf.jpg"), longName + ".jpg"}) {
                 all = all && (pack().sample("shoes/" + name) != nullptr || fails(name));
             }
             return all && std::ranges::any_of(pack().samples, [](const Sample &sample) {
                        return sample.source.starts_with("shoes/name with  spaces");
                    });
         }},
        {"01_image_folder/shoes/が.jpg (NFC and NFD)",
         [this] {
             return kept(pack(), kWarning, code::kNameCollision, "shoes/が.jpg") &&
                    pack().sample("shoes/か\u3099.jpg") != nullptr;
         }},
        {"01_image_folder/shoes/case.jpg + Case.jpg",
         [this] {
             const Sample *lower = pack().sample("shoes/case.jpg"), *upper = pack().sample("shoes/Case.jpg");
             return links(pack(), code::kNameCollision, {"shoes/case.jpg", "shoes/Case.jpg"}) && lower && upper &&
                    lower->image->sha256 != upper->image->sha256;
         }},
        {"01_image_folder: .DS_Store, Thumbs.db, ._ok_00.jpg, desktop.ini, __MACOSX/",
         [this] { return test::count(pack().report, code::kIgnoredFile) == 2 && pack().labelled("__MACOSX") == 0; }},
        {"01_image_folder/hat/ok_00.jpg = \"ok_00 (1).jpg\"",
         [this] {
             return links(pack(), code::kDuplicateImage, {"hat/ok_00.jpg", "hat/ok_00 (1).jpg"});
         }},
        {"01_image_folder/hat/ok_01.jpg = dress/same_as_hat_ok_01.jpg",
         [this] {
             const Sample *hat = pack().sample("hat/ok_01.jpg"), *dress = pack().sample("dress/same_as_hat_ok_01.jpg");
             return links(pack(), code::kContradictoryLabel, {"hat/ok_01.jpg", "dress/same_as_hat_ok_01.jpg"}) &&
                    told(pack(), kError, code::kContradictoryLabel, "hat/ok_01.jpg") && hat && dress &&
                    hat->review == ReviewState::Disputed && dress->review == ReviewState::Disputed;
         }},
        {"01_image_folder/empty_class/",
         [this] {
             return told(pack(), kWarning, code::kEmptyClass, "empty_class") &&
                    std::ranges::none_of(pack().report.classes,
                                         [](const auto &named) { return named.first == "empty_class"; });
         }},
        {"01_image_folder/Hat, \"hat \" (trailing space)",
         [this] {
             return links(pack(), code::kLabelVariant, {"\"Hat\"", "\"hat\"", "\"hat \""}) &&
                    pack().labelled("Hat") == 1 && pack().labelled("hat ") == 1;
         }},
        {"01_image_folder/dress/nested/deep/ok_92.jpg",
         [this] {
             return told(pack(), kInfo, code::kNestedFolder, "dress/nested/deep") && pack().labelled("deep") == 0 &&
                    pack().sample("dress/nested/deep/ok_92.jpg")->labels.front().name == "dress";
         }},
        {"01_image_folder/stray_at_root.jpg",
         [this] {
             const Sample *stray = pack().sample("stray_at_root.jpg");
             return stray && stray->labels.empty() && told(pack(), kWarning, code::kUnlabelled, "01_image_folder");
         }},
        {"01_image_folder/dress/loop -> ..", [this] { return left(pack(), kError, code::kUnsafePath, "dress/loop"); }},
        {"01_image_folder/dress/dangling.jpg",
         [this] { return left(pack(), kError, code::kMissingFile, "dress/dangling.jpg"); }},
        {"01_image_folder/dress/escape.jpg -> /etc/hostname",
         [this] { return left(pack(), kError, code::kUnsafePath, "dress/escape.jpg"); }},
        {"01_image_folder/dress/good_link.jpg -> ok_03.jpg",
         [this] {
             return links(pack(), code::kDuplicateImage, {"dress/good_link.jpg", "dress/ok_03.jpg"});
         }},
    };
}

std::map<std::string, TestImportMessy::Check> TestImportMessy::textChecks()
{
    return {
        {"02_text_csv/utf8_bom_crlf.csv",
         [this] {
             return whole(text("utf8_bom_crlf.csv"), 30, false) &&
                    std::ranges::none_of(text("utf8_bom_crlf.csv").report.classes,
                                         [](const auto &named) { return named.first.find('\r') != std::string::npos; });
         }},
        {"02_text_csv/utf16le_bom.csv",
         [this] {
             const Outcome &made = text("utf16le_bom.csv");
             const auto broken = std::ranges::count_if(
                 made.samples, [](const Sample &sample) { return sample.text.find('\n') != std::string::npos; });
             return whole(made, 18, false) && made.labelled("良い") == 9 && made.labelled("悪い") == 9 && broken == 3 &&
                    test::count(made.report, code::kDuplicateText) == 6;
         }},
        {"02_text_csv/cp932.csv",
         [this] {
             const Outcome &made = text("cp932.csv");
             std::string all;
             for (const Sample &sample : made.samples) {
                 all += sample.text;
             }
             return whole(made, 18, false) && test::count(made.report, code::kEncoding) == 1 &&
                    all.find("髙") != std::string::npos && all.find("①") != std::string::npos &&
                    all.find("\uFFFD") == std::string::npos;
         }},
        {"02_text_csv/cp1252.csv",
         [this] {
             return whole(text("cp1252.csv"), 2, false) && test::count(text("cp1252.csv").report, code::kEncoding);
         }},
        {"02_text_csv/quoted_newline.csv", [this] { return whole(text("quoted_newline.csv"), 3, false); }},
        {"02_text_csv/semicolon.csv, tab_named.csv",
         [this] { return whole(text("semicolon.csv"), 10, false) && whole(text("tab_named.csv"), 10, false); }},
        {"02_text_csv/no_header.csv",
         [this] {
             const Outcome &made = text("no_header.csv");
             return whole(made, 10, false) && kept(made, kWarning, code::kNoHeader, "no_header.csv:1") &&
                    made.labelled("travel") == 6;
         }},
        {"02_text_csv/ragged.csv",
         [this] {
             const Outcome &made = text("ragged.csv");
             return whole(made, 1, false) && good(made, "ragged.csv:4") &&
                    left(made, kError, code::kBadRow, "ragged.csv:2") &&
                    left(made, kError, code::kBadRow, "ragged.csv:3");
         }},
        {"02_text_csv/missing_labels.csv",
         [this] {
             const Outcome &made = text("missing_labels.csv");
             return whole(made, 12, false) && told(made, kWarning, code::kUnlabelled, "missing_labels.csv") &&
                    made.labelled("NaN") == 1;
         }},
        {"02_text_csv/label_variants.csv",
         [this] {
             const Outcome &made = text("label_variants.csv");
             return made.report.classes.size() == 5 && test::count(made.report, code::kLabelVariant) == 2 &&
                    links(made, code::kLabelVariant, {"\"Positive\"", "\"positive\"", "\"POSITIVE \""});
         }},
        {"02_text_csv/numeric_labels.csv",
         [this] {
             const Outcome &made = text("numeric_labels.csv");
             bool all = made.report.classes.size() == 7;
             for (const char *name : {"007", "NA", "null", "True"}) {
                 all = all && (made.labelled(name) == 1 || fails(name));
             }
             return all;
         }},
        {"02_text_csv/contradictory.csv",
         [this] {
             return told(text("contradictory.csv"), kError, code::kContradictoryLabel, "contradictory.csv:3") &&
                    told(text("contradictory.csv"), kWarning, code::kDuplicateText, "contradictory.csv:5");
         }},
        {"02_text_csv/duplicate_header.csv",
         [this] { return forbidden(text("duplicate_header.csv"), code::kDuplicateHeader); }},
        {"02_text_csv/nul_byte.csv",
         [this] { return kept(text("nul_byte.csv"), kWarning, code::kRepaired, "nul_byte.csv:2"); }},
        {"02_text_csv/empty.csv, header_only.csv",
         [this] {
             return forbidden(text("empty.csv"), code::kEmptySource) &&
                    forbidden(text("header_only.csv"), code::kEmptySource);
         }},
        {"02_text_csv/one_class.csv",
         [this] { return told(text("one_class.csv"), kWarning, code::kOneClass, "one_class.csv"); }},
        {"02_text_csv/unclosed_quote.csv",
         [this] {
             return left(text("unclosed_quote.csv"), kError, code::kBadRow, "unclosed_quote.csv:3") &&
                    whole(text("unclosed_quote.csv"), 3, false);
         }},
        {"02_text_csv/long_text.csv",
         [this] { return kept(text("long_text.csv"), kWarning, code::kLongText, "long_text.csv:2"); }},
        {"02_text_csv/formula.csv", [this] { return whole(text("formula.csv"), 3, false); }},
        {"02_text_csv/markup.csv",
         [this] {
             return whole(text("markup.csv"), 3, false) &&
                    std::ranges::any_of(text("markup.csv").samples, [](const Sample &sample) {
                        return sample.text.find('<') != std::string::npos;
                    });
         }},
    };
}

std::map<std::string, TestImportMessy::Check> TestImportMessy::tableChecks()
{
    return {
        {"03_image_csv/labels.csv",
         [this] {
             const Outcome &made = outcome("03_image_csv");
             bool all = true;
             const auto lost = [&](const char *code, int line) {
                 all = left(made, kError, code, "labels.csv:" + std::to_string(line)) && all;
             };
             for (int line = 2; line <= 7; ++line) {
                 all = (made.sample("labels.csv:" + std::to_string(line)) != nullptr || fails(std::to_string(line))) &&
                       all;
             }
             for (const int line : {8, 13, 14, 15, 20}) {
                 lost(code::kMissingFile, line);
             }
             for (const int line : {9, 10, 11, 12, 16, 17}) {
                 lost(code::kUnsafePath, line);
             }
             lost(code::kMissingField, 21);
             return all && told(made, kError, code::kContradictoryLabel, "labels.csv:18") &&
                    told(made, kWarning, code::kDuplicateImage, "labels.csv:19") &&
                    told(made, kWarning, code::kDuplicateImage, "labels.csv:22");
         }},
        {"04_jsonl/broken_line.jsonl",
         [this] {
             return whole(lines("broken_line.jsonl"), 4, false) &&
                    left(lines("broken_line.jsonl"), kError, code::kBadJson, "broken_line.jsonl:3");
         }},
        {"04_jsonl/bom_crlf.jsonl", [this] { return whole(lines("bom_crlf.jsonl"), 2, false); }},
        {"04_jsonl/array_named.jsonl", [this] { return whole(lines("array_named.jsonl"), 2, false); }},
        {"04_jsonl/types.jsonl",
         [this] {
             const Outcome &made = lines("types.jsonl");
             bool unlabelled = true;
             for (const char *place : {"types.jsonl:2", "types.jsonl:6", "types.jsonl:7"}) {
                 const Sample *sample = made.sample(place);
                 unlabelled = unlabelled && ((sample && sample->labels.empty()) || fails(place));
             }
             return unlabelled && kept(made, kWarning, code::kBadType, "types.jsonl:1") && made.labelled("3") == 1 &&
                    made.labelled("true") == 1 && left(made, kError, code::kBadLabel, "types.jsonl:3") &&
                    kept(made, kWarning, code::kRepaired, "types.jsonl:8") &&
                    left(made, kError, code::kBadJson, "types.jsonl:9") &&
                    left(made, kError, code::kBadJson, "types.jsonl:10");
         }},
        {"04_jsonl/surrogate.jsonl",
         [this] {
             return kept(lines("surrogate.jsonl"), kWarning, code::kRepaired, "surrogate.jsonl:1") &&
                    good(lines("surrogate.jsonl"), "surrogate.jsonl:2");
         }},
        {"04_jsonl/deep_nesting.jsonl",
         [this] {
             return left(lines("deep_nesting.jsonl"), kError, code::kBadJson, "deep_nesting.jsonl:1") &&
                    lines("deep_nesting.jsonl").sample("deep_nesting.jsonl:2") != nullptr;
         }},
        {"04_jsonl/pairs.jsonl",
         [this] {
             const Outcome &made = lines("pairs.jsonl");
             return made.sample("pairs.jsonl:1") != nullptr && left(made, kError, code::kBadRow, "pairs.jsonl:2") &&
                    left(made, kError, code::kUnsafePath, "pairs.jsonl:3") &&
                    links(made, code::kLabelVariant, {"\"true\"", "\"yes\""}) &&
                    left(made, kError, code::kBadRow, "pairs.jsonl:5");
         }},
        {"04_jsonl/multiple_choice.jsonl",
         [this] {
             const Outcome &made = lines("multiple_choice.jsonl");
             const std::string name = "multiple_choice.jsonl:";
             const auto right = [&](int line, const char *option) {
                 const Sample *sample = made.sample(name + std::to_string(line));
                 return (sample && sample->labels.front().name == option) || fails(name + std::to_string(line));
             };
             return right(1, "1") && right(9, "4") && right(6, "1") && right(7, "1") &&
                    left(made, kError, code::kLabelOutOfRange, name + "2") &&
                    left(made, kError, code::kLabelOutOfRange, name + "3") &&
                    left(made, kError, code::kMissingField, name + "4") &&
                    left(made, kError, code::kBadRow, name + "5") &&
                    kept(made, kWarning, code::kMissingField, name + "8");
         }},
        {"05_hf_imagefolder/train/metadata.jsonl",
         [this] {
             const Outcome &made = outcome("05_hf_imagefolder");
             const std::string name = "train/metadata.jsonl:";
             const Sample *unlabelled = made.sample(name + "6");
             return good(made, name + "1") && told(made, kError, code::kContradictoryLabel, name + "3") &&
                    left(made, kError, code::kMissingFile, name + "4") &&
                    left(made, kError, code::kUnsafePath, name + "5") && unlabelled && unlabelled->labels.empty() &&
                    left(made, kError, code::kMissingField, name + "7") &&
                    told(made, kWarning, code::kNotListed, "train/metadata.jsonl");
         }},
    };
}

std::map<std::string, TestImportMessy::Check> TestImportMessy::otherChecks()
{
    return {
        {"06_idx/good", [this] { return whole(outcome("06_idx/good"), 20, false); }},
        {"06_idx/truncated", [this] { return forbidden(outcome("06_idx/truncated"), code::kBadFormat); }},
        {"06_idx/count_mismatch", [this] { return forbidden(outcome("06_idx/count_mismatch"), code::kCountMismatch); }},
        {"06_idx/wrong_magic", [this] { return forbidden(outcome("06_idx/wrong_magic"), code::kBadFormat); }},
        {"06_idx/huge_header", [this] { return forbidden(outcome("06_idx/huge_header"), code::kCountMismatch); }},
        {"07_archives/*",
         [this] {
             const bool outside = fs::exists(m_messy.parent_path().parent_path() / "evil.txt") ||
                                  fs::exists("/tmp/evil_abs.txt") || fs::exists("/tmp/evil_tar.txt");
             const Outcome &slip = packed("zip_slip.zip");
             return !outside && whole(packed("good.zip"), 2) && slip.samples.size() == 1 &&
                    test::count(slip.report, code::kUnsafePath) == 2 &&
                    forbidden(packed("bomb_300MB.zip"), code::kArchiveTooLarge) &&
                    packed("cp932_names.zip").labelled("帽子") == 1 && forbidden(packed("cut.zip"), code::kTruncated) &&
                    told(packed("link_escape.tar"), kError, code::kUnsafePath, "hat/l") &&
                    packed("link_escape.tar").samples.empty();
         }},
    };
}

std::map<std::string, TestImportMessy::Check> TestImportMessy::checks()
{
    std::map<std::string, Check> all = pictureChecks();
    all.merge(folderChecks());
    all.merge(textChecks());
    all.merge(tableChecks());
    all.merge(otherChecks());
    return all;
}

void TestImportMessy::expectationIsMet_data()
{
    QTest::addColumn<QString>("item");
    QFile file(QString::fromStdString(expectations().string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QJsonValue &expectation : QJsonDocument::fromJson(file.readAll()).array()) {
        const QString item = expectation["item"].toString();
        QTest::newRow(item.toUtf8().constData()) << item;
    }
}

void TestImportMessy::expectationIsMet()
{
    QFETCH(QString, item);
    const std::map<std::string, Check> all = checks();
    const auto check = all.find(item.toStdString());
    QVERIFY2(check != all.end(), "no check for this expectation");
    QVERIFY(check->second());
}

void TestImportMessy::everyExpectationIsChecked()
{
    QCOMPARE(checks().size(), 73U);
}

void TestImportMessy::theSameReportTwice()
{
    const std::map<std::string, Outcome> first = m_outcomes;
    for (const auto &[source, made] : first) {
        const Outcome again = run(source);
        QVERIFY2(test::describe(again.report) == test::describe(made.report), source.c_str());
        QCOMPARE(again.report.imported, made.report.imported);
        QCOMPARE(again.report.skipped, made.report.skipped);
    }
}

void TestImportMessy::memoryStaysSmall()
{
    QVERIFY2(peakMegabytes() < 500, qPrintable(QString::number(peakMegabytes()) + " MB"));
}

QTEST_GUILESS_MAIN(TestImportMessy)
#include "tst_import_messy.moc"
