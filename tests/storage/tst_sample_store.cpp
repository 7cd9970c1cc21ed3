#include "project_fixture.h"

#include "storage/asset_index.h"
#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::errorCodeOf;
using atlas::test::ProjectFixture;
using atlas::test::textSample;
using Ids = std::vector<std::int64_t>;

class TestSampleStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingOfASample();
    void loadsInTheOrderAskedFor();
    void classesComeWithLabelsAndStay();
    void setLabelsReturnsWhatWasThere();
    void everyChangeLeavesHistory();
    void aRefusedChangeChangesNothing();
    void filters_data();
    void filters();
    void ordersByLabel();
    void removesADataset();
};

namespace {

std::vector<SampleLabels> set(ProjectFixture &fixture, const std::vector<SampleLabels> &changes)
{
    return fixture.project().writer().run([&](Connection &connection) {
        return SampleStore(connection, fixture.project().assetFolder()).setLabels(changes, "anna");
    });
}

Sample loadOne(ProjectFixture &fixture, std::int64_t id)
{
    const auto reader = fixture.project().connect();
    return SampleStore(*reader, fixture.project().assetFolder()).load(Ids{id}).at(0);
}

std::vector<SampleEvent> historyOf(ProjectFixture &fixture, std::int64_t id)
{
    const auto reader = fixture.project().connect();
    return SampleStore(*reader, fixture.project().assetFolder()).history(id);
}

}  // namespace

void TestSampleStore::keepsEverythingOfASample()
{
    ProjectFixture fixture;
    const auto folder = fixture.project().assetFolder();
    const std::string bytes = "png";
    const StoredAsset stored = AssetStore(folder).putBytes(std::as_bytes(std::span(bytes.data(), bytes.size())));
    Sample sample = textSample("text", {{"left", 0.6}, {"right", 0.3}}, Split::Test);
    sample.image = fixture.project().writer().run(
        [&](Connection &connection) { return AssetIndex(connection, folder).add(stored, 20, 10); });
    sample.image2 = sample.image;
    sample.text2 = "second";
    sample.question = "\u8cea\u554f";
    sample.choices = {"a", "", "c"};
    sample.group = "g";
    sample.externalId = "x-1";
    sample.review = ReviewState::Verified;
    sample.note = "note";
    sample.source = "a.csv:2";
    const auto id = fixture.addSamples(fixture.addDataset("d"), {sample}).at(0);

    const Sample read = loadOne(fixture, id);
    QCOMPARE(read.id, id);
    QCOMPARE(read.image->sha256, stored.sha256);
    QCOMPARE(read.image->path, stored.path);
    QCOMPARE(read.image2->width, 20);
    QCOMPARE(read.image2->height, 10);
    QCOMPARE(read.text, sample.text);
    QCOMPARE(read.text2, sample.text2);
    QCOMPARE(read.question, sample.question);
    QCOMPARE(read.choices, sample.choices);
    QVERIFY(read.labels == sample.labels);
    QCOMPARE(read.group, sample.group);
    QCOMPARE(read.externalId, sample.externalId);
    QCOMPARE(read.split, Split::Test);
    QCOMPARE(read.review, ReviewState::Verified);
    QCOMPARE(read.note, sample.note);
    QCOMPARE(read.source, sample.source);
    Sample unknown = sample;
    unknown.image->sha256 = std::string(64, 'a');
    QCOMPARE(errorCodeOf([&] { fixture.addSamples(1, {unknown}); }), ErrorCode::NotFound);
}

void TestSampleStore::loadsInTheOrderAskedFor()
{
    ProjectFixture fixture;
    Ids ids = fixture.addTexts(fixture.addDataset("d"), 1300, 3);  // more than one page
    std::ranges::reverse(ids);
    Ids wanted = ids;
    wanted.insert(wanted.begin() + 5, 999999);  // gone
    const auto reader = fixture.project().connect();
    const auto samples = SampleStore(*reader, {}).load(wanted);
    QCOMPARE(samples.size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        QCOMPARE(samples[i].id, ids[i]);
        QCOMPARE(samples[i].labels.size(), 1U);
    }
}

void TestSampleStore::classesComeWithLabelsAndStay()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const auto id = fixture.addSamples(dataset, {textSample("t", {{"cat"}})}).at(0);
    const auto classesNow = [&] {
        const auto reader = fixture.project().connect();
        return DatasetStore(*reader).classes(dataset);
    };
    const auto before = classesNow();
    QCOMPARE(before.size(), 1U);
    QCOMPARE(before[0].count, 1);
    set(fixture, {{id, {{"dog"}}, ReviewState::Labelled}});
    const auto after = classesNow();
    QCOMPARE(after.size(), 2U);
    QCOMPARE(after[0].id, before[0].id);  // a class without samples keeps its id
    QCOMPARE(after[0].count, 0);
    QCOMPARE(after[1].name, "dog");
    QCOMPARE(after[1].position, 1);
}

void TestSampleStore::setLabelsReturnsWhatWasThere()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const Ids ids = fixture.addSamples(dataset, {textSample("a", {{"x"}}), textSample("b")});
    const auto before =
        set(fixture, {{ids[0], {{"y"}, {"z", 0.5}}, ReviewState::Verified}, {ids[1], {{"x"}}, ReviewState::Labelled}});
    QCOMPARE(before.size(), 2U);
    QVERIFY(before[0].labels == std::vector<Label>{{"x"}});
    QCOMPARE(before[0].review, ReviewState::Labelled);
    QVERIFY(before[1].labels.empty());
    QCOMPARE(before[1].review, ReviewState::Unlabelled);
    const auto again = set(fixture, before);  // undo
    QCOMPARE(again[0].labels.size(), 2U);
    QVERIFY(loadOne(fixture, ids[0]).labels == std::vector<Label>{{"x"}});
    QCOMPARE(loadOne(fixture, ids[1]).review, ReviewState::Unlabelled);
}

void TestSampleStore::everyChangeLeavesHistory()
{
    ProjectFixture fixture;
    const auto id = fixture.addSamples(fixture.addDataset("d"), {textSample("a", {{"x"}})}).at(0);
    set(fixture, {{id, {{"red", 0.6}, {"blue", 0.3}}, ReviewState::Verified}});
    set(fixture, {{id, {{"red", 0.6}, {"blue", 0.3}}, ReviewState::Verified}});  // no change, no event
    fixture.project().writer().run(
        [&](Connection &connection) { SampleStore(connection, {}).setNote(id, "look again", "anna"); });
    const auto events = historyOf(fixture, id);
    QCOMPARE(events.size(), 4U);
    QCOMPARE(events[0].what, "import");
    QCOMPARE(events[0].actor, "tester");
    QCOMPARE(events[0].after, "x");
    QCOMPARE(events[1].what, "label");
    QCOMPARE(events[1].actor, "anna");
    QCOMPARE(events[1].before, "x");
    QCOMPARE(events[1].after, "red (0.6), blue (0.3)");
    QCOMPARE(events[2].what, "review");
    QCOMPARE(events[2].before, "labelled");
    QCOMPARE(events[2].after, "verified");
    QCOMPARE(events[3].what, "note");
    QCOMPARE(events[3].after, "look again");
    QVERIFY(events[3].atUs > 0);
}

void TestSampleStore::aRefusedChangeChangesNothing()
{
    ProjectFixture fixture;
    const Ids ids = fixture.addSamples(fixture.addDataset("d"), {textSample("a", {{"x"}})});
    const SampleLabels good{ids[0], {{"y"}}, ReviewState::Labelled};
    for (const SampleLabels &bad : {SampleLabels{4711, {{"y"}}, {}}, SampleLabels{ids[0], {{""}}, {}},
                                    SampleLabels{ids[0], {{"y"}, {"y"}}, {}}, SampleLabels{ids[0], {{"y", 0}}, {}}}) {
        QVERIFY(errorCodeOf([&] { set(fixture, {good, bad}); }).has_value());
    }
    QVERIFY(loadOne(fixture, ids[0]).labels == std::vector<Label>{{"x"}});
    QCOMPARE(historyOf(fixture, ids[0]).size(), 1U);
}

void TestSampleStore::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QStringList>("without");
    QTest::addColumn<int>("split");
    QTest::addColumn<int>("review");
    QTest::addColumn<QList<int>>("expected");  // positions in the list below
    const QStringList none;
    QTest::newRow("nothing") << "" << none << none << -1 << -1 << QList<int>{0, 1, 2, 3};
    QTest::newRow("words, any case, all of them") << "BLUE car" << none << none << -1 << -1 << QList<int>{1};
    QTest::newRow("a word of a label") << "vehic" << none << none << -1 << -1 << QList<int>{0, 1};
    QTest::newRow("a word of an option") << "option" << none << none << -1 << -1 << QList<int>{3};
    QTest::newRow("signs of patterns are plain") << "100%" << none << none << -1 << -1 << QList<int>{2};
    QTest::newRow("underscore is plain") << "_" << none << none << -1 << -1 << QList<int>{};
    QTest::newRow("label") << "" << QStringList{"vehicle"} << none << -1 << -1 << QList<int>{0, 1};
    QTest::newRow("one of two labels") << "" << QStringList{"fruit", "vehicle"} << none << -1 << -1
                                       << QList<int>{0, 1, 2};
    QTest::newRow("unlabelled") << "" << QStringList{""} << none << -1 << -1 << QList<int>{3};
    QTest::newRow("label or unlabelled") << "" << QStringList{"", "fruit"} << none << -1 << -1 << QList<int>{2, 3};
    QTest::newRow("without") << "" << none << QStringList{"vehicle"} << -1 << -1 << QList<int>{2, 3};
    QTest::newRow("labelled") << "" << none << QStringList{""} << -1 << -1 << QList<int>{0, 1, 2};
    QTest::newRow("split") << "" << none << none << int(Split::Test) << -1 << QList<int>{1};
    QTest::newRow("review") << "" << none << none << -1 << int(ReviewState::Unlabelled) << QList<int>{3};
    QTest::newRow("all at once") << "car" << QStringList{"vehicle"} << QStringList{"fruit"} << int(Split::Train)
                                 << int(ReviewState::Labelled) << QList<int>{0};
}

void TestSampleStore::filters()
{
    QFETCH(QString, text);
    QFETCH(QStringList, labels);
    QFETCH(QStringList, without);
    QFETCH(int, split);
    QFETCH(int, review);
    QFETCH(QList<int>, expected);
    ProjectFixture fixture;
    Sample last = textSample("nothing special", {}, Split::Train);
    last.choices = {"first option"};
    const auto dataset = fixture.addDataset("d");
    fixture.addSamples(fixture.addDataset("other"), {textSample("a blue car", {{"vehicle"}}, Split::Test)});
    const Ids ids = fixture.addSamples(dataset, {textSample("a red car", {{"vehicle"}}, Split::Train),
                                                 textSample("A Blue Car", {{"vehicle"}}, Split::Test),
                                                 textSample("100% apple", {{"fruit"}}, Split::Train), last});
    SampleFilter filter;
    filter.text = text.toStdString();
    for (const QString &label : labels) {
        filter.labels.push_back(label.toStdString());
    }
    for (const QString &label : without) {
        filter.withoutLabels.push_back(label.toStdString());
    }
    if (split >= 0) {
        filter.split = static_cast<Split>(split);
    }
    if (review >= 0) {
        filter.review = static_cast<ReviewState>(review);
    }
    Ids wanted;
    for (const int position : expected) {
        wanted.push_back(ids[static_cast<std::size_t>(position)]);
    }
    const auto reader = fixture.project().connect();
    QCOMPARE(SampleStore(*reader, {}).ids(dataset, filter), wanted);
}

void TestSampleStore::ordersByLabel()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d", "text", true);
    const Ids ids = fixture.addSamples(dataset, {textSample("0"), textSample("1", {{"b"}}), textSample("2", {{"a"}}),
                                                 textSample("3", {{"a"}, {"b"}}), textSample("4", {{"b"}})});
    SampleFilter filter;
    filter.order = SampleOrder::Label;
    const auto reader = fixture.project().connect();
    // Class b was met first; a sample of two classes stands under the first, the unlabelled come last.
    QCOMPARE(SampleStore(*reader, {}).ids(dataset, filter), (Ids{ids[1], ids[3], ids[4], ids[2], ids[0]}));
}

void TestSampleStore::removesADataset()
{
    ProjectFixture fixture;
    const auto dataset = fixture.addDataset("d");
    const auto used = fixture.addDataset("used");
    fixture.addTexts(dataset, 10, 2);
    fixture.addTexts(used, 40, 2);
    fixture.project().writer().run([&](Connection &connection) {
        TaskStore(connection, {}).add({.name = "t", .dataset = "used", .kind = {}, .metric = {}});
    });
    const auto remove = [&](std::int64_t id) {
        fixture.project().writer().run([&](Connection &connection) { DatasetStore(connection).remove(id); });
    };
    QCOMPARE(errorCodeOf([&] { remove(used); }), ErrorCode::BadInput);
    remove(dataset);
    const auto reader = fixture.project().connect();
    QVERIFY(!DatasetStore(*reader).find("d"));
    QCOMPARE(DatasetStore(*reader).list().at(0).sampleCount, 40);
    QCOMPARE(DatasetStore(*reader).list().at(0).labelledCount, 40);
    QCOMPARE(reader->integer("SELECT count(*) FROM sample"), 40);
    QCOMPARE(reader->integer("SELECT count(*) FROM event"), 50);  // history stays
}

QTEST_APPLESS_MAIN(TestSampleStore)
#include "tst_sample_store.moc"
