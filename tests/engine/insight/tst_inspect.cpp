#include "core/error.h"
#include "engine/insight/insight_features.h"
#include "tests/engine/starter/fake_encoders.h"
#include "tests/engine/training/training_fixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Keeps what it is told, and asks to stop when a work has begun.
class Watcher final : public Observer {
public:
    void progress(double fraction, const Sentence &what) override
    {
        fractions.push_back(fraction);
        if (what.english() == stopAt) {
            m_stop.request_stop();
        }
    }
    void log(LogLevel level, const std::string &message) override
    {
        (level == LogLevel::Warning ? warnings : logs).push_back(message);
    }
    std::stop_token token() const { return m_stop.get_token(); }

    std::string stopAt;
    std::vector<double> fractions;
    std::vector<std::string> logs;
    std::vector<std::string> warnings;

private:
    std::stop_source m_stop;
};

/// The samples of a task of the fixture, each once.
engine::InsightRequest requestFor(const TrainingFixture &fixture, TaskData data)
{
    engine::InsightRequest request;
    request.backboneFolder = fixture.backbone();
    request.kind = data.task.kind;
    request.multiLabel = data.task.labelForm == LabelForm::Multi;
    request.classes = data.task.classes;
    request.samples = std::move(data.train);
    request.samples.insert(request.samples.end(), data.test.begin(), data.test.end());
    request.threads = 1;
    return request;
}

std::vector<SampleInsight> inspect(const engine::InsightRequest &request, Watcher &watcher)
{
    return engine::makeEngine()->inspect(request, watcher, watcher.token());
}

bool same(const SampleInsight &a, const SampleInsight &b)
{
    return a.sample == b.sample && a.suggestions == b.suggestions &&
           (a.given == b.given || (std::isnan(a.given) && std::isnan(b.given))) && a.suspicious == b.suspicious &&
           a.outlier == b.outlier && a.lonely == b.lonely && a.x == b.x && a.y == b.y && a.diverse == b.diverse &&
           a.nearest == b.nearest;
}

}  // namespace

class TestInspect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ATLAS_NEED_SHARED(golden("tiny-vilt")); }
    void turnedLabelsOfPicturesAreFound();
    void theUnlabelledAreSuggestedAndOrdered();
    void everyKindIsLookedAt_data();
    void everyKindIsLookedAt();
    void theAnswerIsTheSameEveryTime();
    void unreadableSamplesAreLeftOut();
    void whenNoneCanBeReadThatIsAnError();
    void aFewLabelsSuggestNothing();
    void itStopsAnywhere_data();
    void itStopsAnywhere();
    void summariesOfEmbeddersAreTakenAlone();
};

void TestInspect::turnedLabelsOfPicturesAreFound()
{
    const TrainingFixture fixture;
    engine::InsightRequest request = requestFor(fixture, fixture.imageTask("colours", 60));
    QCOMPARE(request.samples.size(), std::size_t{60});
    for (const std::size_t i : {3, 20}) {
        std::string &label = request.samples[i].labels[0].name;
        label = label == "red" ? "blue" : "red";
    }
    Watcher watcher;
    const auto insights = inspect(request, watcher);
    QCOMPARE(insights.size(), std::size_t{60});
    for (std::size_t i = 0; i < insights.size(); ++i) {
        const SampleInsight &insight = insights[i];
        QCOMPARE(insight.sample, request.samples[i].id);
        QCOMPARE(insight.suspicious, i == 3 || i == 20);
        QCOMPARE(insight.suggestions.size(), std::size_t{2});  // there are no more classes
        QCOMPARE(insight.suggestions[0].first == request.samples[i].labels[0].name, i != 3 && i != 20);
        QVERIFY(insight.suggestions[0].second >= insight.suggestions[1].second);
        QCOMPARE(insight.diverse, -1);
        QCOMPARE(insight.nearest.size(), std::size_t{5});
        QVERIFY(std::ranges::find(insight.nearest, insight.sample) == insight.nearest.end());
        QVERIFY(std::isfinite(insight.x) && std::isfinite(insight.y));
    }
    QVERIFY(watcher.warnings.empty());
    const auto known = std::ranges::find_if(watcher.fractions, [](double fraction) { return fraction >= 0; });
    QVERIFY(std::is_sorted(known, watcher.fractions.end()));
    QCOMPARE(watcher.fractions.back(), 1.0);
}

void TestInspect::theUnlabelledAreSuggestedAndOrdered()
{
    const TrainingFixture fixture;
    engine::InsightRequest request = requestFor(fixture, fixture.imageTask("colours", 60));
    std::vector<std::string> truth;
    for (std::size_t i = 0; i < request.samples.size(); ++i) {
        truth.push_back(request.samples[i].labels[0].name);
        if (i % 3 != 0) {
            request.samples[i].labels.clear();
        }
    }
    Watcher watcher;
    const auto insights = inspect(request, watcher);
    std::set<std::int64_t> places;
    for (std::size_t i = 0; i < insights.size(); ++i) {
        QCOMPARE(insights[i].suggestions[0].first, truth[i]);
        QCOMPARE(std::isnan(insights[i].given), i % 3 != 0);
        if (i % 3 != 0) {
            places.insert(insights[i].diverse);
        }
    }
    QCOMPARE(places.size(), std::size_t{40});
    QVERIFY(*places.begin() == 0 && *places.rbegin() == 39);
}

void TestInspect::everyKindIsLookedAt_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"text", "image-text", "image-pair", "choice", "multi-label", "soft"}) {
        QTest::newRow(kind) << kind;
    }
}

void TestInspect::everyKindIsLookedAt()
{
    QFETCH(QString, kind);
    const TrainingFixture fixture;
    const std::map<QString, TaskData> tasks{
        {"text", fixture.textTask()},     {"image-text", fixture.questionTask()},    {"image-pair", fixture.pairTask()},
        {"choice", fixture.choiceTask()}, {"multi-label", fixture.multiLabelTask()}, {"soft", fixture.softTask()}};
    engine::InsightRequest request = requestFor(fixture, tasks.at(kind));
    if (kind == "choice") {
        request.classes.clear();
    }
    Watcher watcher;
    const auto insights = inspect(request, watcher);
    QCOMPARE(insights.size(), request.samples.size());
    for (const SampleInsight &insight : insights) {
        QCOMPARE(insight.suggestions.empty(), kind == "choice");
        QCOMPARE(std::isnan(insight.given), kind == "choice");
        QCOMPARE(insight.nearest.size(), std::size_t{5});
    }
}

void TestInspect::theAnswerIsTheSameEveryTime()
{
    const TrainingFixture fixture;
    engine::InsightRequest request = requestFor(fixture, fixture.imageTask("colours", 40));
    for (std::size_t i = 0; i < 20; ++i) {
        request.samples[i].labels.clear();
    }
    Watcher watcher;
    const auto one = inspect(request, watcher);
    const auto two = inspect(request, watcher);
    QVERIFY(std::ranges::equal(one, two, same));
}

void TestInspect::unreadableSamplesAreLeftOut()
{
    const TrainingFixture fixture;
    engine::InsightRequest request = requestFor(fixture, fixture.imageTask("colours", 40));
    request.samples[4].image->path = fixture.folder() / "vanished.png";
    request.samples[4].image->sha256 = std::string(64, '0');
    request.samples[4].source = "list.csv:5";
    request.samples[9].image.reset();
    Watcher watcher;
    const auto insights = inspect(request, watcher);
    QCOMPARE(insights.size(), std::size_t{38});
    QVERIFY(std::ranges::none_of(insights, [&](const SampleInsight &insight) {
        return insight.sample == request.samples[4].id || insight.sample == request.samples[9].id;
    }));
    QCOMPARE(watcher.warnings.size(), std::size_t{1});
    const QString told = QString::fromStdString(watcher.warnings[0]);
    QVERIFY2(told.startsWith("2 of 40 samples") && told.contains("list.csv:5"), qPrintable(told));
}

void TestInspect::whenNoneCanBeReadThatIsAnError()
{
    const TrainingFixture fixture;
    engine::InsightRequest request = requestFor(fixture, fixture.imageTask());
    for (Sample &sample : request.samples) {
        sample.image.reset();
    }
    Watcher watcher;
    try {
        inspect(request, watcher);
        QFAIL("nothing was refused");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::BadInput);
        QVERIFY(QString::fromStdString(error.message()).startsWith("None of the 24 samples can be read."));
    }
    request.kind = "sculpture";
    QVERIFY_EXCEPTION_THROWN(inspect(request, watcher), Error);
    request.kind = "image";
    request.samples.clear();
    QVERIFY(inspect(request, watcher).empty());
}

void TestInspect::aFewLabelsSuggestNothing()
{
    const TrainingFixture fixture;
    engine::InsightRequest request = requestFor(fixture, fixture.textTask());
    for (std::size_t i = 9; i < request.samples.size(); ++i) {
        request.samples[i].labels.clear();
    }
    Watcher watcher;
    const auto insights = inspect(request, watcher);
    QVERIFY(std::ranges::all_of(insights, [](const SampleInsight &insight) {
        return insight.suggestions.empty() && std::isnan(insight.given) && !insight.suspicious;
    }));
    QCOMPARE(watcher.logs.size(), std::size_t{1});
    QVERIFY(watcher.logs[0].starts_with("Too few samples"));
}

void TestInspect::itStopsAnywhere_data()
{
    QTest::addColumn<QString>("work");
    for (const char *work : {"Loading the backbone", "Reading the samples", "Looking for what lies alone",
                             "Judging the labels", "Drawing the map"}) {
        QTest::newRow(work) << work;
    }
}

void TestInspect::itStopsAnywhere()
{
    QFETCH(QString, work);
    const TrainingFixture fixture;
    const engine::InsightRequest request = requestFor(fixture, fixture.imageTask());
    Watcher watcher;
    watcher.stopAt = work.toStdString();
    try {
        inspect(request, watcher);
        QFAIL("it went on");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Cancelled);
    }
}

void TestInspect::summariesOfEmbeddersAreTakenAlone()
{
    const auto starter = fakeStarter();
    std::vector<Sample> samples(300);  // more than are prepared at a time
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].text = "number " + std::to_string(i);
    }
    samples[270].text = samples[0].text;
    NullObserver observer;
    const engine::InsightFeatures features =
        engine::insightFeatures(*starter, taskKind("text"), samples, 1, observer, [](double) {}, {});
    QCOMPARE(features.rows.size(0), 300);
    QCOMPARE(features.rows.size(1), starter->ownWidth());
    std::vector<std::int64_t> all(300);
    std::iota(all.begin(), all.end(), std::int64_t{0});
    QCOMPARE(features.places, all);
    QVERIFY(torch::allclose(features.rows[0], features.rows[270]));
    QVERIFY(!torch::allclose(features.rows[0], features.rows[1]));
}

QTEST_GUILESS_MAIN(TestInspect)
#include "tst_inspect.moc"
