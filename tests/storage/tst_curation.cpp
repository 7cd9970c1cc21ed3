#include "project_fixture.h"

#include "storage/curation.h"
#include "storage/dataset_store.h"
#include "storage/task_store.h"

#include <QtTest>

using namespace atlas;
using namespace atlas::storage;
using atlas::test::ProjectFixture;
using atlas::test::textSample;
using Ids = std::vector<std::int64_t>;

class TestCuration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLabelReplacesAnother();
    void severalLabelsToggleForTheWholeChoice();
    void verifyingNeedsALabel();
    void reviewingTwiceGoesBack();
    void aNewClassAppearsAndGoesWithUndo();
    void removedSamplesAreInNoListAndNoCount();
    void removedSamplesAreNoPartOfTasks();
    void onlyWhatATaskCanUseCountsAsLabelled();
};

namespace {

struct Fixture : ProjectFixture {
    explicit Fixture(bool multiLabel = false) : dataset(addDataset("d", "text", multiLabel)) {}

    template <typename Work>
    Ids curate(Work work)
    {
        return project().writer().run([&](Connection &connection) {
            Curation curation(connection, DatasetStore(connection).get(dataset), "anna");
            return work(curation);
        });
    }

    void undo()
    {
        project().writer().run([&](Connection &connection) { EditJournal(connection, dataset).undo("anna"); });
    }

    Sample load(std::int64_t id)
    {
        const auto reader = project().connect();
        return SampleStore(*reader, {}).load(Ids{id}).at(0);
    }

    std::string labelsOf(std::int64_t id) { return LabelRows::describe(load(id).labels); }

    Dataset get()
    {
        const auto reader = project().connect();
        return DatasetStore(*reader).get(dataset);
    }

    QStringList classes()
    {
        const auto reader = project().connect();
        QStringList names;
        for (const LabelClass &one : DatasetStore(*reader).classes(dataset)) {
            names << QString::fromStdString(one.name) + QLatin1Char(' ') + QString::number(one.count);
        }
        return names;
    }

    std::int64_t dataset;
};

}  // namespace

void TestCuration::oneLabelReplacesAnother()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 4, 2);
    const Ids changed = fixture.curate([&](Curation &c) { return c.label(ids, "c1"); });
    QCOMPARE(changed, (Ids{ids[0], ids[2]}));  // the others carried it
    for (const std::int64_t id : ids) {
        QCOMPARE(fixture.labelsOf(id), "c1");
    }
}

void TestCuration::severalLabelsToggleForTheWholeChoice()
{
    Fixture fixture(true);
    const Ids ids = fixture.addTexts(fixture.dataset, 2, 2);
    fixture.curate([&](Curation &c) { return c.label(ids, "c1"); });
    QCOMPARE(fixture.labelsOf(ids[0]), "c0, c1");
    QCOMPARE(fixture.labelsOf(ids[1]), "c1");
    fixture.curate([&](Curation &c) { return c.label(ids, "c1"); });  // all carry it now
    QCOMPARE(fixture.labelsOf(ids[0]), "c0");
    QCOMPARE(fixture.labelsOf(ids[1]), "");
    QCOMPARE(fixture.load(ids[1]).review, ReviewState::Unlabelled);
}

void TestCuration::verifyingNeedsALabel()
{
    Fixture fixture;
    const Ids ids = fixture.addSamples(fixture.dataset, {textSample("a", {{"x"}}), textSample("b")});
    fixture.curate([&](Curation &c) { return c.review(ids, ReviewState::Verified); });
    QCOMPARE(fixture.load(ids[0]).review, ReviewState::Verified);
    QCOMPARE(fixture.load(ids[1]).review, ReviewState::Unlabelled);
}

void TestCuration::reviewingTwiceGoesBack()
{
    Fixture fixture;
    const Ids ids = fixture.addSamples(fixture.dataset, {textSample("a", {{"x"}}), textSample("b")});
    fixture.curate([&](Curation &c) { return c.review(ids, ReviewState::Skipped); });
    QCOMPARE(fixture.load(ids[1]).review, ReviewState::Skipped);
    fixture.curate([&](Curation &c) { return c.review(ids, ReviewState::Skipped); });
    QCOMPARE(fixture.load(ids[0]).review, ReviewState::Labelled);
    QCOMPARE(fixture.load(ids[1]).review, ReviewState::Unlabelled);
}

void TestCuration::aNewClassAppearsAndGoesWithUndo()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 2, 1);
    fixture.curate([&](Curation &c) { return c.label(ids, "new"); });
    QCOMPARE(fixture.classes(), QStringList({"c0 0", "new 2"}));
    fixture.undo();
    QCOMPARE(fixture.classes(), QStringList({"c0 2"}));
}

void TestCuration::removedSamplesAreInNoListAndNoCount()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 4, 2);
    fixture.curate([&](Curation &c) { return c.remove(Ids{ids[0], ids[1]}); });
    QCOMPARE(fixture.get().sampleCount, 2);
    QCOMPARE(fixture.get().labelledCount, 2);
    QCOMPARE(fixture.classes(), QStringList({"c0 1", "c1 1"}));
    const auto reader = fixture.project().connect();
    QCOMPARE(SampleStore(*reader, {}).ids(fixture.dataset, {}), (Ids{ids[2], ids[3]}));
    SampleFilter byLabel;
    byLabel.order = SampleOrder::Label;
    QCOMPARE(SampleStore(*reader, {}).ids(fixture.dataset, byLabel), (Ids{ids[2], ids[3]}));
    fixture.undo();
    QCOMPARE(fixture.get().sampleCount, 4);
    QCOMPARE(fixture.classes(), QStringList({"c0 2", "c1 2"}));
}

void TestCuration::removedSamplesAreNoPartOfTasks()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 60, 2);
    const auto load = [&] {
        const auto reader = fixture.project().connect();
        return TaskStore(*reader, {}).load("t", 0, 1);
    };
    fixture.project().writer().run([](Connection &connection) {
        TaskStore(connection, {}).add({.name = "t", .dataset = "d", .kind = {}, .metric = {}});
    });
    const std::int64_t gone = load().train.front().id;
    const auto before = load().train.size();
    fixture.curate([&](Curation &c) { return c.remove(Ids{gone}); });
    QCOMPARE(load().train.size(), before - 1);
    fixture.undo();
    QCOMPARE(load().train.size(), before);
}

void TestCuration::onlyWhatATaskCanUseCountsAsLabelled()
{
    Fixture fixture;
    const Ids ids = fixture.addTexts(fixture.dataset, 4, 2);
    fixture.curate([&](Curation &c) { return c.review(Ids{ids[0]}, ReviewState::Disputed); });
    fixture.curate([&](Curation &c) { return c.review(Ids{ids[1]}, ReviewState::Skipped); });
    fixture.curate([&](Curation &c) { return c.review(Ids{ids[2]}, ReviewState::Verified); });
    QCOMPARE(fixture.get().labelledCount, 2);
}

QTEST_APPLESS_MAIN(TestCuration)
#include "tst_curation.moc"
