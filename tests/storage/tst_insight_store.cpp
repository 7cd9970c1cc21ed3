#include "core/files.h"
#include "project_fixture.h"
#include "storage/dataset_store.h"
#include "storage/quality/sample_places.h"
#include "storage/quality/suggesting_runs.h"
#include "storage/quality/suggestions.h"
#include "storage/run_store.h"
#include "storage/sample_store.h"
#include "storage/task_store.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::storage;
using test::ProjectFixture;

/// What is kept of a look at a dataset, and what a run says beside it.
class TestInsightStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRunReplacesSuggestionsAndNothingElse();
    void aLookReplacesWhatARunSaid();
    void aRunAloneGivesNoPlaces();
    void labelsThatPeopleGaveAreNotOverwrittenInBulk();
    void classesThatAreGoneAreNotSuggested();
    void placesTellWhatTheMapIsColouredBy();
    void aLabelChangedSinceIsNotJudged();
    void manyPlacesAreReadQuickly();
    void onlyTasksThatFitAreOffered();
    void onlyFinishedRunsAreOffered();

private:
    template <typename Work>
    auto write(Work work)
    {
        return m_fixture->project().writer().run(std::move(work));
    }
    StoredInsight of(std::int64_t sample)
    {
        const auto connection = m_fixture->project().connect();
        return InsightStore(*connection).ofSample(sample).value();
    }
    InsightRecord record()
    {
        const auto connection = m_fixture->project().connect();
        return InsightStore(*connection).record(m_dataset).value();
    }
    SamplePlaces places()
    {
        const auto connection = m_fixture->project().connect();
        return readSamplePlaces(*connection, m_dataset);
    }
    void look();

    std::unique_ptr<ProjectFixture> m_fixture;
    std::int64_t m_dataset = 0;
    std::vector<std::int64_t> m_samples;  ///< "good", "bad", two without a label
};

void TestInsightStore::init()
{
    m_fixture = std::make_unique<ProjectFixture>();
    m_dataset = m_fixture->addDataset("notes");
    m_samples = m_fixture->addSamples(m_dataset, {test::textSample("one", {{"good", 1.0}}, Split::Train),
                                                  test::textSample("two", {{"bad", 1.0}}, Split::Test),
                                                  test::textSample("three"), test::textSample("four")});
}

/// Of all but the last sample.
void TestInsightStore::look()
{
    std::vector<SampleInsight> insights(3);
    for (std::size_t i = 0; i < insights.size(); ++i) {
        insights[i].sample = m_samples[i];
        insights[i].x = float(i);
        insights[i].y = -1;
        insights[i].nearest = {m_samples[0]};
    }
    insights[0].given = 0.9;
    insights[1].given = 0.2;
    insights[1].suspicious = true;
    insights[1].suggestions = {{"good", 0.8}, {"bad", 0.2}};
    insights[2].suggestions = {{"good", 0.7}, {"bad", 0.3}};
    insights[2].diverse = 0;
    write([&](Connection &connection) {
        InsightStore(connection).put(m_dataset, {5, "starter", 2}, insights);
        return 0;
    });
}

void TestInsightStore::aRunReplacesSuggestionsAndNothingElse()
{
    look();
    const std::vector<RunSuggestion> said{{m_samples[2], {{"bad", 0.91}, {"good", 0.09}}},
                                          {m_samples[3], {{"good", 0.6}}}};
    write([&](Connection &connection) {
        InsightStore(connection).suggest(m_dataset, "atlas 12", 100, said);
        return 0;
    });
    const StoredInsight third = of(m_samples[2]);
    QCOMPARE(third.insight.suggestions, (std::vector<std::pair<std::string, double>>{{"bad", 0.91}, {"good", 0.09}}));
    QCOMPARE(third.source, std::string("atlas 12"));
    QCOMPARE(third.insight.x, 2.0F);
    QCOMPARE(third.insight.y, -1.0F);
    QCOMPARE(third.insight.diverse, 0);
    QCOMPARE(third.insight.nearest, std::vector<std::int64_t>{m_samples[0]});
    QCOMPARE(of(m_samples[3]).insight.suggestions.front().first, std::string("good"));
    // What was said of labelled samples is the look's, and stays so.
    QVERIFY(of(m_samples[1]).insight.suspicious);
    QVERIFY(of(m_samples[1]).source.empty());
    QCOMPARE(record().source, std::string("starter"));
    QCOMPARE(record().labelled, 2);
    QCOMPARE(record().suggestedBy, std::string("atlas 12"));
    const auto connection = m_fixture->project().connect();
    for (const Sample &sample : SampleStore(*connection, {}).load(std::span(m_samples).last(2))) {
        QVERIFY(sample.labels.empty());
    }
}

void TestInsightStore::aLookReplacesWhatARunSaid()
{
    write([&](Connection &connection) {
        InsightStore(connection)
            .suggest(m_dataset, "atlas 12", 100, std::vector<RunSuggestion>{{m_samples[2], {{"bad", 0.91}}}});
        return 0;
    });
    look();
    QCOMPARE(of(m_samples[2]).insight.suggestions.front().first, std::string("good"));
    QVERIFY(of(m_samples[2]).source.empty());
    QVERIFY(record().suggestedBy.empty());
}

void TestInsightStore::aRunAloneGivesNoPlaces()
{
    write([&](Connection &connection) {
        InsightStore(connection)
            .suggest(m_dataset, "atlas 12", 100, std::vector<RunSuggestion>{{m_samples[2], {{"bad", 0.91}}}});
        return 0;
    });
    QCOMPARE(record().source, std::string("run atlas 12"));
    QCOMPARE(record().labelled, 100);
    QVERIFY(places().placed.empty());
    QCOMPARE(places().unplaced, 4);
    QVERIFY(std::isnan(of(m_samples[2]).insight.given));
    const std::vector<std::int64_t> changed = write([&](Connection &connection) {
        return acceptSuggestions(connection, DatasetStore(connection).get(m_dataset), "tester", m_samples,
                                 AcceptFor::All);
    });
    QCOMPARE(changed, std::vector<std::int64_t>{m_samples[2]});
}

void TestInsightStore::labelsThatPeopleGaveAreNotOverwrittenInBulk()
{
    write([&](Connection &connection) {
        InsightStore(connection)
            .suggest(m_dataset, "atlas 12", 100,
                     std::vector<RunSuggestion>{{m_samples[0], {{"bad", 0.99}}}, {m_samples[2], {{"bad", 0.91}}}});
        return 0;
    });
    const auto accept = [&](AcceptFor which) {
        return write([&](Connection &connection) {
            return acceptSuggestions(connection, DatasetStore(connection).get(m_dataset), "tester", m_samples, which);
        });
    };
    QCOMPARE(accept(AcceptFor::Unlabelled), std::vector<std::int64_t>{m_samples[2]});
    QCOMPARE(accept(AcceptFor::All), std::vector<std::int64_t>{m_samples[0]});
}

void TestInsightStore::classesThatAreGoneAreNotSuggested()
{
    write([&](Connection &connection) {
        InsightStore(connection)
            .suggest(m_dataset, "atlas 12", 100,
                     std::vector<RunSuggestion>{{m_samples[2], {{"absent", 0.5}, {"bad", 0.3}}},
                                                {m_samples[3], {{"absent", 0.9}}}});
        return 0;
    });
    QCOMPARE(of(m_samples[2]).insight.suggestions, (std::vector<std::pair<std::string, double>>{{"bad", 0.3}}));
    QCOMPARE(of(m_samples[2]).source, std::string("atlas 12"));
    QVERIFY(of(m_samples[3]).insight.suggestions.empty());
}

void TestInsightStore::placesTellWhatTheMapIsColouredBy()
{
    look();
    const SamplePlaces map = places();
    QCOMPARE(map.placed.size(), std::size_t(3));
    QCOMPARE(map.unplaced, 1);
    QCOMPARE(map.record->source, std::string("starter"));
    const auto idOf = [&map](const std::string &name) {
        return std::ranges::find(map.classes, name, &LabelClass::name)->id;
    };
    const auto &[good, bad, none] = std::tie(map.placed[0], map.placed[1], map.placed[2]);
    QCOMPARE(good.sample, m_samples[0]);
    QCOMPARE(good.labelClass, idOf("good"));
    QCOMPARE(good.split, Split::Train);
    QCOMPARE(good.review, ReviewState::Labelled);
    QCOMPARE(good.given, 0.9);
    QCOMPARE(bad.x, 1.0F);
    QCOMPARE(bad.labelClass, idOf("bad"));
    QVERIFY(bad.suspicious);
    QCOMPARE(none.labelClass, 0);
    QCOMPARE(none.suggestedClass, idOf("good"));
    QCOMPARE(none.suggested, 0.7);
    QVERIFY(std::isnan(none.given));
}

void TestInsightStore::aLabelChangedSinceIsNotJudged()
{
    look();
    write([&](Connection &connection) {
        SampleStore(connection, {})
            .setLabels(std::vector<SampleLabels>{{m_samples[1], {{"good", 1.0}}, ReviewState::Labelled}}, "tester");
        return 0;
    });
    const SamplePlaces map = places();
    QVERIFY(std::isnan(map.placed[1].given));
    QVERIFY(!map.placed[1].suspicious);
    QCOMPARE(map.placed[0].given, 0.9);
}

void TestInsightStore::manyPlacesAreReadQuickly()
{
    constexpr int kCount = 20'000;
    const std::int64_t dataset = m_fixture->addDataset("many");
    const std::vector<std::int64_t> ids = m_fixture->addTexts(dataset, kCount, 10);
    std::vector<SampleInsight> insights(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        insights[i].sample = ids[i];
        insights[i].suggestions = {{"c1", 0.8}, {"c2", 0.1}, {"c3", 0.1}};
        insights[i].given = 0.8;
        insights[i].nearest = {ids[0], ids[1], ids[2], ids[3], ids[4]};
    }
    write([&](Connection &connection) {
        InsightStore(connection).put(dataset, {5, "starter", kCount}, insights);
        return 0;
    });
    const auto connection = m_fixture->project().connect();
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(readSamplePlaces(*connection, dataset).placed.size(), ids.size());
    qInfo("%d places read in %lld ms", kCount, watch.elapsed());
    QVERIFY(watch.elapsed() < 2000);
}

void TestInsightStore::onlyTasksThatFitAreOffered()
{
    const Dataset dataset{.id = 1, .name = "d", .kind = "text", .multiLabel = false};
    std::vector<LabelClass> classes(3);
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i].id = std::int64_t(i) + 1;
        classes[i].name = std::array{"good", "bad", "new"}[i];
    }
    Task task;
    task.kind = "text";
    task.classes = {"bad", "good"};
    QCOMPARE(taskMisfit(task, dataset, classes), std::string());
    task.classes.push_back("other");
    QVERIFY(taskMisfit(task, dataset, classes).find("other") != std::string::npos);
    task.classes.pop_back();
    task.labelForm = LabelForm::Multi;
    QVERIFY(!taskMisfit(task, dataset, classes).empty());
    task.labelForm = LabelForm::Single;
    task.kind = "image";
    QVERIFY(taskMisfit(task, dataset, classes).find("image") != std::string::npos);
}

void TestInsightStore::onlyFinishedRunsAreOffered()
{
    m_fixture->addTask("learned");
    write([&](Connection &connection) {
        TaskStore(connection, {}).setSequence("one", {"learned"});
        RunSpec spec;
        spec.sequence = "one";
        spec.strategy = "atlas";
        RunStore runs(connection);
        const RunRecord finished = runs.create(spec);
        runs.claim(finished.uuid);
        runs.setStatus(finished.uuid, RunStatus::Finished, {});
        runs.create(spec);  // waits
        return 0;
    });
    const auto connection = m_fixture->project().connect();
    const Dataset own = DatasetStore(*connection).find("learned").value();
    const std::vector<SuggestingRun> offered = suggestingRuns(*connection, {}, own.id);
    QCOMPARE(offered.size(), std::size_t(1));
    QCOMPARE(offered[0].task.name, std::string("learned"));
    QVERIFY(!offered[0].score);
    QVERIFY(suggestingRuns(*connection, {}, m_dataset).empty());  // has other classes
}

QTEST_GUILESS_MAIN(TestInsightStore)
#include "tst_insight_store.moc"
