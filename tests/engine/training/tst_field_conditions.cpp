#include "core/error.h"
#include "engine/training/field_conditions.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace atlas;
using namespace atlas::test;

namespace {

using Places = std::vector<std::size_t>;

/// `sizes[c]` samples of class c, mixed.
Places classesOfSizes(const std::vector<int> &sizes)
{
    Places classes;
    for (int round = 0; round < 1000; ++round) {
        for (std::size_t place = 0; place < sizes.size(); ++place) {
            if (round < sizes[place]) {
                classes.push_back(place);
            }
        }
    }
    return classes;
}

std::vector<Places> asSets(const Places &classes)
{
    std::vector<Places> sets;
    for (const std::size_t place : classes) {
        sets.push_back({place});
    }
    return sets;
}

std::map<std::size_t, int> countsOf(const Places &classes, const Places &chosen)
{
    std::map<std::size_t, int> counts;
    for (const std::size_t place : chosen) {
        ++counts[classes[place]];
    }
    return counts;
}

std::vector<std::string> labelsOf(const std::vector<Sample> &samples)
{
    std::vector<std::string> labels;
    for (const Sample &sample : samples) {
        for (const Label &label : sample.labels) {
            labels.push_back(std::to_string(sample.id) + " " + label.name);
        }
    }
    return labels;
}

std::size_t differences(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] == b[i] ? 0 : 1;
    }
    return count;
}

engine::TrainRequest requestWith(const std::map<std::string, std::string> &settings, TaskData data)
{
    engine::TrainRequest request;
    request.spec.strategy = "head-only";
    request.spec.settings = settings;
    request.tasks = {std::move(data)};
    return request;
}

/// Texts of these labels in every split, without pictures.
TaskData words(int each)
{
    TaskData data;
    data.task.name = "words";
    data.task.kind = "text";
    data.task.classes = {"a", "b", "c", "d"};
    std::int64_t id = 0;
    for (std::vector<Sample> *samples : {&data.train, &data.validation, &data.test}) {
        for (int i = 0; i < 4 * each; ++i) {
            Sample sample;
            sample.id = ++id;
            sample.text = "text";
            sample.labels = {{data.task.classes[static_cast<std::size_t>(i % 4)], 1.0}};
            samples->push_back(std::move(sample));
        }
    }
    return data;
}

}  // namespace

class FieldConditionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutConditionsNothingIsCopied();
    void aShareTakesOfEachClass();
    void sharesAreNested_data();
    void sharesAreNested();
    void everyClassOfSeveralKeepsASample();
    void thinningFollowsTheProfile();
    void thinningIsForOneClassPerSample();
    void noiseReplacesASharePreciselyAndNeverInTest();
    void noiseStaysAmongASamplesChoices();
    void noiseOfSoftAnswersKeepsTheirWeights();
    void theSeedDecides();
    void aResumedRunLearnsFromTheSameSamples();
    void anotherShareIsAnotherRun();
};

void FieldConditionsTest::withoutConditionsNothingIsCopied()
{
    RecordingObserver observer;
    QVERIFY(!engine::underFieldConditions(requestWith({}, words(3)), observer));
    QVERIFY(observer.logs.empty());
}

void FieldConditionsTest::aShareTakesOfEachClass()
{
    const Places classes = classesOfSizes({100, 40, 7, 1});
    const Places chosen = engine::drawShare(asSets(classes), 0.1, 5);
    QVERIFY(std::ranges::is_sorted(chosen));
    QCOMPARE(countsOf(classes, chosen), (std::map<std::size_t, int>{{0, 10}, {1, 4}, {2, 1}, {3, 1}}));
    QCOMPARE(engine::drawShare(asSets(classes), 1, 5).size(), classes.size());
}

void FieldConditionsTest::sharesAreNested_data()
{
    QTest::addColumn<bool>("severalLabels");
    QTest::newRow("one label") << false;
    QTest::newRow("several labels") << true;
}

void FieldConditionsTest::sharesAreNested()
{
    QFETCH(bool, severalLabels);
    std::vector<Places> classes = asSets(classesOfSizes({90, 50, 20, 3}));
    for (std::size_t i = 0; severalLabels && i < classes.size(); ++i) {
        if (i % 3 == 0) {
            classes[i].push_back(4 + i % 5);
        }
        if (i % 7 == 0) {
            classes[i].clear();
        }
    }
    Places smaller;
    for (const double share : {0.01, 0.05, 0.1, 0.25, 0.5, 1.0}) {
        const Places larger = engine::drawShare(classes, share, 9);
        QVERIFY(std::ranges::includes(larger, smaller));
        QVERIFY(larger.size() > smaller.size());
        smaller = larger;
    }
    QCOMPARE(smaller.size(), classes.size());
}

void FieldConditionsTest::everyClassOfSeveralKeepsASample()
{
    // Class 0 is never the rarest of a sample: no stratum of its own keeps it.
    std::vector<Places> classes;
    for (std::size_t i = 0; i < 200; ++i) {
        classes.push_back({0, 1 + i % 4});
        classes.push_back({5});
    }
    std::set<std::size_t> kept;
    for (const std::size_t place : engine::drawShare(classes, 0.001, 1)) {
        kept.insert(classes[place].begin(), classes[place].end());
    }
    QCOMPARE(kept.size(), std::size_t{6});
}

void FieldConditionsTest::thinningFollowsTheProfile()
{
    const Places classes = classesOfSizes({100, 100, 100});
    const Places chosen = engine::drawThinned(classes, 10, 3);
    std::vector<int> sizes;
    for (const auto &[place, count] : countsOf(classes, chosen)) {
        sizes.push_back(count);
    }
    std::ranges::sort(sizes, std::greater<>());
    QCOMPARE(sizes, (std::vector<int>{100, 32, 10}));
    // Which class becomes rare depends on the seed; uneven classes keep their order.
    std::set<std::size_t> rare;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto counts = countsOf(classes, engine::drawThinned(classes, 10, seed));
        rare.insert(std::ranges::min_element(counts, {}, [](const auto &entry) { return entry.second; })->first);
    }
    QCOMPARE(rare.size(), std::size_t{3});
    const Places uneven = classesOfSizes({5, 100, 30});
    QCOMPARE(countsOf(uneven, engine::drawThinned(uneven, 10, 1)),
             (std::map<std::size_t, int>{{0, 5}, {1, 100}, {2, 30}}));
}

void FieldConditionsTest::thinningIsForOneClassPerSample()
{
    TaskData data = words(20);
    RecordingObserver observer;
    const auto thinned = engine::underFieldConditions(requestWith({{"imbalance_ratio", "10"}}, data), observer);
    QCOMPARE(thinned->tasks[0].train.size(), std::size_t{20 + 9 + 4 + 2});
    QCOMPARE(thinned->tasks[0].validation.size(), std::size_t{80});
    QCOMPARE(thinned->tasks[0].test.size(), std::size_t{80});
    data.task.labelForm = LabelForm::Multi;
    const auto whole = engine::underFieldConditions(requestWith({{"imbalance_ratio", "10"}}, data), observer);
    QCOMPARE(whole->tasks[0].train.size(), std::size_t{80});
    QVERIFY(observer.logs.back().find("stays as it is") != std::string::npos);
}

void FieldConditionsTest::noiseReplacesASharePreciselyAndNeverInTest()
{
    const TaskData data = words(50);
    RecordingObserver observer;
    const auto noisy = engine::underFieldConditions(requestWith({{"noise_share", "0.2"}}, data), observer);
    const TaskData &made = noisy->tasks[0];
    QCOMPARE(differences(labelsOf(made.train), labelsOf(data.train)), std::size_t{40});
    QCOMPARE(differences(labelsOf(made.validation), labelsOf(data.validation)), std::size_t{40});
    QCOMPARE(labelsOf(made.test), labelsOf(data.test));
    std::set<std::string> becameOf;
    for (std::size_t i = 0; i < made.train.size(); ++i) {
        if (data.train[i].labels[0].name == "a") {
            becameOf.insert(made.train[i].labels[0].name);
        }
    }
    QCOMPARE(becameOf.size(), std::size_t{4});  // every other class
    QVERIFY(observer.logs.back().find("40 training and 40 validation labels") != std::string::npos);
}

void FieldConditionsTest::noiseStaysAmongASamplesChoices()
{
    TaskData data = words(10);
    data.task.kind = "choice";
    data.task.classes = {"0", "1", "2"};
    for (Sample &sample : data.train) {
        sample.choices = {"this", "that"};
        sample.labels = {{"0", 1.0}};
    }
    QCOMPARE(engine::plantLabelNoise(data.task, data.train, 1, 1), std::int64_t{40});
    for (const Sample &sample : data.train) {
        QCOMPARE(sample.labels[0].name, std::string("1"));
    }
    data.train[0].choices = {"this"};
    data.train[0].labels[0].name = "0";
    engine::plantLabelNoise(data.task, data.train, 1, 1);
    QCOMPARE(data.train[0].labels[0].name, std::string("0"));
}

void FieldConditionsTest::noiseOfSoftAnswersKeepsTheirWeights()
{
    TaskData data = words(1);
    data.task.labelForm = LabelForm::Soft;
    data.train = {data.train[0]};
    data.train[0].labels = {{"a", 0.3}, {"b", 0.9}};
    engine::plantLabelNoise(data.task, data.train, 1, 4);
    QCOMPARE(data.train[0].labels[0].name, std::string("a"));
    QCOMPARE(data.train[0].labels[1].weight, 0.9);
    QVERIFY(data.train[0].labels[1].name == "c" || data.train[0].labels[1].name == "d");
}

void FieldConditionsTest::theSeedDecides()
{
    RecordingObserver observer;
    const auto labels = [&](std::uint64_t seed) {
        engine::TrainRequest request = requestWith({{"noise_share", "0.3"}, {"train_share", "0.5"}}, words(50));
        request.spec.seed = seed;
        return labelsOf(engine::underFieldConditions(request, observer)->tasks[0].train);
    };
    QCOMPARE(labels(1), labels(1));
    QVERIFY(labels(1) != labels(2));
}

void FieldConditionsTest::aResumedRunLearnsFromTheSameSamples()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    const TrainingFixture fixture;
    const auto request = [&](const char *run, const char *share) {
        engine::TrainRequest made = fixture.request(run, {fixture.imageTask("colours", 48)}, "replay");
        made.spec.settings["train_share"] = share;
        made.spec.settings["noise_share"] = "0.2";
        made.spec.settings["imbalance_ratio"] = "2";
        return made;
    };
    RecordingObserver whole;
    engine::makeEngine()->train(request("whole", "0.6"), whole, {});
    RecordingObserver stopped;
    stopped.stopAt("loss", "colours/training", 2);
    QVERIFY_EXCEPTION_THROWN(engine::makeEngine()->train(request("parts", "0.6"), stopped, stopped.token()), Error);
    RecordingObserver resumed;
    engine::makeEngine()->train(request("parts", "0.6"), resumed, {});
    QCOMPARE(packageHashes(request("parts", "0.6")), packageHashes(request("whole", "0.6")));
    QCOMPARE(resumed.cells.at({0, 0}).n, std::int64_t(request("whole", "1").tasks[0].test.size()));
}

void FieldConditionsTest::anotherShareIsAnotherRun()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask()}, "head-only");
    RecordingObserver stopped;
    stopped.stopAt("loss", "colours/head", 1);
    QVERIFY_EXCEPTION_THROWN(engine::makeEngine()->train(request, stopped, stopped.token()), Error);
    request.spec.settings["train_share"] = "0.5";
    RecordingObserver observer;
    try {
        engine::makeEngine()->train(request, observer, {});
        QFAIL("went on with other labels");
    } catch (const Error &error) {
        QVERIFY2(std::string(error.what()).find("train_share") != std::string::npos, error.what());
    }
}

QTEST_GUILESS_MAIN(FieldConditionsTest)
#include "tst_field_conditions.moc"
