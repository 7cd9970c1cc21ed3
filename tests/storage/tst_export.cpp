#include "import_fixture.h"

#include "core/error.h"
#include "core/files.h"
#include "storage/asset_index.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/export/export_folder.h"
#include "storage/exporter.h"
#include "storage/import/cell_guard.h"
#include "storage/sample_store.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace atlas;
using namespace atlas::storage;
namespace fs = std::filesystem;

namespace {

/// Words that files, tables and programs are known to trip over.
const std::vector<std::string> kWords{
    "cat",        "犬",          "👟 靴",   "two words", " edges ",   "line\nbreak", "comma, quote \"q\"",
    "semi;colon", "tab\tin",     "=1+1",   "-5",        "+ plus",    "@home",       "'quoted",
    "'=guarded",  "{\"a\": 1}",  "[list]", "a|b",       "007",       "null",        "NaN",
    "true",       "<b>bold</b>", "a/b\\c", "CON",       "Thumbs.db", "..",          "%00",
    "Ω≈ç",        "か\u3099",    "100%",   "\rcr"};

class Draw {
public:
    explicit Draw(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }
    bool chance(double share) { return std::bernoulli_distribution(share)(m_random); }
    const std::string &word() { return kWords[below(kWords.size())]; }
    /// Never the same twice.
    std::string text() { return word() + " " + std::to_string(m_count++) + (chance(0.3) ? "\n" + word() : ""); }

private:
    std::mt19937 m_random;
    int m_count = 0;
};

struct Kind {
    const char *name;
    bool multiLabel;
    bool weights;
};

constexpr int kSamples = 30;

/// All of a sample that an export keeps.
std::string fingerprint(const Sample &sample, bool contentOnly)
{
    std::string text;
    const auto add = [&text](const std::string &part) { text += std::to_string(part.size()) + ":" + part + " "; };
    add(sample.image ? sample.image->sha256 : "");
    add(sample.image2 ? sample.image2->sha256 : "");
    add(splitName(sample.split));
    std::vector<Label> labels = sample.labels;
    std::ranges::sort(labels, {}, &Label::name);
    for (const Label &label : labels) {
        add(label.name + " " + std::to_string(label.weight));
    }
    if (!contentOnly) {
        for (const std::string &part : {sample.externalId, sample.text, sample.text2, sample.question, sample.group,
                                        sample.note, std::string(reviewStateName(sample.review))}) {
            add(part);
        }
        for (const std::string &choice : sample.choices) {
            add(choice);
        }
    }
    return text;
}

std::vector<std::string> fingerprints(const std::vector<Sample> &samples, bool contentOnly)
{
    std::vector<std::string> all;
    for (const Sample &sample : samples) {
        all.push_back(fingerprint(sample, contentOnly));
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void importingAnExportIsTheIdentity_data();
    void importingAnExportIsTheIdentity();
    void nothingIsOverwritten();
    void whatAFormatCannotHoldIsRefused();
    void aStoppedExportLeavesNothing();
    void aLostPictureIsNamed();
    void formulasAreGuarded();
    void fileNamesAreFitForEverySystem();
    void annotatorsWhoDisagreeMakeADispute();

private:
    static std::vector<AssetRef> drawPictures(const test::ImportFixture &fixture);
    static Sample draw(Draw &draw, const Kind &kind, int number, const std::vector<AssetRef> &pictures);
    static std::int64_t fill(const test::ImportFixture &fixture, const Kind &kind, unsigned seed);
};

std::vector<AssetRef> TestExport::drawPictures(const test::ImportFixture &fixture)
{
    constexpr int kPictures = 30;
    const AssetStore store(fixture.project().assetFolder(), Durable::BySync);
    return fixture.project().writer().run([&](Connection &connection) {
        AssetIndex index(connection, fixture.project().assetFolder());
        std::vector<AssetRef> pictures;
        for (int grey = 0; grey < kPictures; ++grey) {
            const QByteArray bytes = test::pictureBytes(grey % 2 == 0 ? ".png" : ".jpg", 24, 16, 8 * grey);
            const auto span = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
            pictures.push_back(index.add(store.putBytes(span), 24, 16));
        }
        return pictures;
    });
}

Sample TestExport::draw(Draw &draw, const Kind &kind, int number, const std::vector<AssetRef> &pictures)
{
    const std::string name = kind.name;
    const auto picture = [&](int place) { return pictures[static_cast<std::size_t>(place) % pictures.size()]; };
    Sample sample;
    sample.source =
        draw.chance(0.5) ? "dir/" + std::to_string(number % 5) + " ..jpg" : "table.csv:" + std::to_string(number);
    sample.split = static_cast<Split>(draw.below(4));
    sample.externalId = draw.chance(0.5) ? draw.word() + std::to_string(number) : "";
    sample.group = draw.chance(0.3) ? draw.word() : "";
    sample.note = draw.chance(0.3) ? draw.word() : "";
    if (name == "image" || name == "image-text" || name == "image-pair") {
        sample.image = picture(number);
    }
    if (name == "image-pair") {
        sample.image2 = picture(3 * number + 1);
    }
    if (name == "text") {
        sample.text = draw.text();
        sample.text2 = draw.chance(0.3) ? draw.text() : "";
    }
    if (name == "image-text" || name == "choice" || (name == "image-pair" && draw.chance(0.5))) {
        sample.question = draw.text();
    }
    if (name == "choice") {
        for (std::size_t i = 0, count = 2 + draw.below(4); i < count; ++i) {
            sample.choices.push_back(draw.text());
        }
        sample.image = draw.chance(0.3) ? std::optional(picture(number)) : std::nullopt;
    }
    if (draw.chance(0.8)) {
        sample.labels = {
            {sample.choices.empty() ? draw.word() : std::to_string(draw.below(sample.choices.size())), 1.0}};
        if (kind.weights && draw.chance(0.5)) {
            sample.labels.front().weight = 0.25;
        }
        if (const std::string &more = draw.word();
            (kind.multiLabel || kind.weights) && more != sample.labels.front().name) {
            sample.labels.push_back({more, kind.weights ? 0.5 : 1.0});
        }
    }
    constexpr std::array kStates{ReviewState::Labelled, ReviewState::Verified, ReviewState::Disputed,
                                 ReviewState::Skipped};
    const ReviewState state = kStates[draw.below(kStates.size())];
    sample.review = !sample.labels.empty()          ? state
                    : state == ReviewState::Skipped ? ReviewState::Skipped
                                                    : ReviewState::Unlabelled;
    return sample;
}

std::int64_t TestExport::fill(const test::ImportFixture &fixture, const Kind &kind, unsigned seed)
{
    Draw random(seed);
    const std::vector<AssetRef> pictures = drawPictures(fixture);
    std::vector<Sample> samples;
    for (int i = 0; i < kSamples; ++i) {
        samples.push_back(draw(random, kind, i, pictures));
    }
    return fixture.project().writer().run([&](Connection &connection) {
        const std::int64_t id = DatasetStore(connection).create("first", kind.name, kind.multiLabel);
        SampleStore store(connection, fixture.project().assetFolder());
        for (const Sample &sample : samples) {
            store.insert(id, sample, "test");
        }
        return id;
    });
}

void TestExport::importingAnExportIsTheIdentity_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("multiLabel");
    QTest::addColumn<bool>("weights");
    QTest::addColumn<unsigned>("seed");
    for (const Exporter &exporter : exporters()) {
        for (const auto &[kind, multiLabel, weights] :
             {Kind{"image", false, false}, Kind{"text", false, false}, Kind{"text", true, false},
              Kind{"image-text", false, true}, Kind{"image-pair", false, false}, Kind{"choice", false, false}}) {
            for (const unsigned seed : {1U, 2U}) {
                QTest::addRow("%s, %s%s%s, seed %u", exporter.name.c_str(), kind, multiLabel ? ", several labels" : "",
                              weights ? ", weights" : "", seed)
                    << QByteArray::fromStdString(exporter.name) << QByteArray(kind) << multiLabel << weights << seed;
            }
        }
    }
}

void TestExport::importingAnExportIsTheIdentity()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, kind);
    QFETCH(bool, multiLabel);
    QFETCH(bool, weights);
    QFETCH(unsigned, seed);
    const test::ImportFixture fixture;
    fill(fixture, {kind.constData(), multiLabel, weights}, seed);
    const fs::path target = fixture.source() / "out";
    NullObserver observer;
    const ExportRequest request{"first", format.toStdString(), target};
    try {
        const ExportReport report = exportDataset(fixture.project(), request, observer, {});
        QCOMPARE(report.samples, kSamples);
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::BadInput);
        QVERIFY(format != "csv" && format != "jsonl");  // these hold everything
        QVERIFY(!fs::exists(target));
        return;
    }
    ImportRequest again = fixture.request();
    again.source = target;
    again.dataset = "second";
    again.kind = kind.toStdString();
    again.multiLabel = multiLabel;
    const ImportReport report = fixture.import(again);
    QVERIFY2(report.skipped == 0 && report.imported == kSamples, test::describe(report));
    QCOMPARE(report.format, format.toStdString());
    const bool contentOnly = format == "folder";
    const auto before = fingerprints(fixture.samples("first"), contentOnly);
    const auto after = fingerprints(fixture.samples("second"), contentOnly);
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(QString::fromStdString(after[i]), QString::fromStdString(before[i]));
    }
}

void TestExport::nothingIsOverwritten()
{
    const test::ImportFixture fixture;
    fill(fixture, {"text", false, false}, 1);
    fixture.write("out/mine.txt", "kept");
    NullObserver observer;
    QVERIFY_EXCEPTION_THROWN(exportDataset(fixture.project(), {"first", "csv", fixture.source() / "out"}, observer, {}),
                             Error);
    QCOMPARE(readFile(fixture.source() / "out" / "mine.txt"), std::string("kept"));
    fs::create_directories(fixture.source() / "empty");
    QCOMPARE(exportDataset(fixture.project(), {"first", "csv", fixture.source() / "empty"}, observer, {}).samples,
             kSamples);
}

void TestExport::whatAFormatCannotHoldIsRefused()
{
    const test::ImportFixture fixture;
    fill(fixture, {"text", false, false}, 1);
    NullObserver observer;
    for (const auto &[dataset, format, code] : {std::tuple{"first", "folder", ErrorCode::BadInput},
                                                {"first", "nothing", ErrorCode::Usage},
                                                {"none", "csv", ErrorCode::NotFound}}) {
        try {
            exportDataset(fixture.project(), {dataset, format, fixture.source() / "out"}, observer, {});
            QFAIL("it was exported");
        } catch (const Error &error) {
            QCOMPARE(error.code(), code);
        }
    }
    QVERIFY(!fs::exists(fixture.source() / "out"));
}

void TestExport::aStoppedExportLeavesNothing()
{
    const test::ImportFixture fixture;
    fill(fixture, {"image", false, false}, 1);
    std::stop_source stop;
    stop.request_stop();
    NullObserver observer;
    QVERIFY_EXCEPTION_THROWN(
        exportDataset(fixture.project(), {"first", "csv", fixture.source() / "out"}, observer, stop.get_token()),
        Error);
    QVERIFY(fs::is_empty(fixture.source()));
}

void TestExport::aLostPictureIsNamed()
{
    const test::ImportFixture fixture;
    fill(fixture, {"image", false, false}, 1);
    const AssetRef gone = *fixture.samples("first").front().image;
    fs::remove(gone.path);
    NullObserver observer;
    try {
        exportDataset(fixture.project(), {"first", "jsonl", fixture.source() / "out"}, observer, {});
        QFAIL("it was exported");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::NotFound);
        QVERIFY(error.message().find(gone.sha256) != std::string::npos);
    }
    QVERIFY(fs::is_empty(fixture.source()));
}

void TestExport::formulasAreGuarded()
{
    for (const char *text : {"=1+1", "@x", "+ a", "-a", "'=1", "''-x", "\tx", "\rx", "\nx"}) {
        QCOMPARE(guardedCell(text), std::string("'") + text);
    }
    for (const char *text : {"", "plain", "-5", "+x"}) {
        QCOMPARE(unguardedCell(guardedCell(text)), std::string(text));
    }
    QCOMPARE(guardedCell("-5"), std::string("-5"));
    QCOMPARE(guardedCell("'tis"), std::string("'tis"));
    QCOMPARE(unguardedCell("'tis"), std::string("'tis"));
}

void TestExport::fileNamesAreFitForEverySystem()
{
    QCOMPARE(fileName("a/b:c*"), std::string("a_b_c_"));
    QCOMPARE(fileName(".hidden."), std::string("_hidden_"));
    QCOMPARE(fileName("con"), std::string("_con"));
    QCOMPARE(fileName("COM1.txt"), std::string("_COM1.txt"));
    QCOMPARE(fileName(""), std::string("_"));
    QCOMPARE(fileName("あいう", 7), std::string("あい"));
    QCOMPARE(fileName("靴 夏"), std::string("靴 夏"));
}

void TestExport::annotatorsWhoDisagreeMakeADispute()
{
    const test::ImportFixture fixture;
    const auto annotation = [](const char *name, bool cancelled = false) {
        return QStringLiteral(R"({"was_cancelled":%1,"result":[{"type":"choices","value":{"choices":["%2"]}}]})")
            .arg(cancelled ? "true" : "false", name);
    };
    const auto task = [](const char *text, const QStringList &annotations) {
        return QStringLiteral(R"({"data":{"text":"%1"},"annotations":[%2]})").arg(text, annotations.join(','));
    };
    fixture.write("tasks.json", ("[" +
                                 QStringList{task("one", {annotation("a"), annotation("a")}),
                                             task("two", {annotation("b", true), annotation("a")}),
                                             task("three", {annotation("a"), annotation("b")}), task("four", {})}
                                     .join(',') +
                                 "]")
                                    .toUtf8());
    const ImportReport report = fixture.import();
    QCOMPARE(report.format, std::string("label-studio"));
    const std::vector<Sample> samples = fixture.samples();
    QCOMPARE(samples.size(), std::size_t{4});
    QCOMPARE(samples[0].review, ReviewState::Labelled);
    QCOMPARE(samples[1].labels.front().name, std::string("a"));
    QCOMPARE(samples[2].review, ReviewState::Disputed);
    QVERIFY(samples[3].labels.empty());
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
