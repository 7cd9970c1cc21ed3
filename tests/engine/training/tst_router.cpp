#include "core/error.h"
#include "engine/training/decision/router.h"
#include "training_fixture.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

/// Which task a sample belongs to when nobody says (METHOD section 6). One run that every test here looks at.
class RouterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fieldsSayWhichKindsTakeASample();
    void theRightModalityIsFound();
    void theNearestOfSeveralTextTasksIsFound();
    void aSampleThatNoTaskTakesIsRefused();
    void withoutSignaturesTheTaskMustBeNamed();

private:
    std::vector<engine::Answer> predict(const engine::TrainRequest &request, std::vector<Sample> samples) const;

    std::unique_ptr<TrainingFixture> m_fixture;
    engine::TrainRequest m_request;
    RecordingObserver m_observer;
};

namespace {

TaskData placesTask(const TrainingFixture &fixture)
{
    TaskData data = fixture.textTask("places", 60);
    int number = 0;
    for (std::vector<Sample> *samples : {&data.train, &data.validation, &data.test}) {
        for (Sample &sample : *samples) {
            sample.text = "what is the color of the large " + std::string(++number % 3 == 0 ? "table" : "picture") +
                          " in the small " + (sample.labels[0].name == "dog" ? "picture?" : "table?");
        }
    }
    return data;
}

}  // namespace

void RouterTest::initTestCase()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
    m_fixture = std::make_unique<TrainingFixture>();
    m_request = m_fixture->request("run", {m_fixture->imageTask(), m_fixture->textTask("animals", 60),
                                           placesTask(*m_fixture), m_fixture->questionTask()});
    engine::makeEngine()->train(m_request, m_observer, {});
}

std::vector<engine::Answer> RouterTest::predict(const engine::TrainRequest &request, std::vector<Sample> samples) const
{
    std::vector<Task> tasks;
    for (const TaskData &data : request.tasks) {
        tasks.push_back(data.task);
    }
    RecordingObserver silent;
    return engine::makeEngine()->predict({.backboneFolder = request.backboneFolder,
                                          .modelFolder = request.modelFolder,
                                          .tasks = std::move(tasks),
                                          .task = {},
                                          .samples = std::move(samples)},
                                         silent, {});
}

void RouterTest::fieldsSayWhichKindsTakeASample()
{
    Sample sample;
    sample.text = "is the picture red?";
    QVERIFY(engine::asKind(taskKind("text"), sample).has_value());
    QVERIFY(!engine::asKind(taskKind("image"), sample));
    sample.image = AssetRef{};
    QVERIFY(!engine::asKind(taskKind("text"), sample));
    QVERIFY(!engine::asKind(taskKind("image"), sample));
    const std::optional<Sample> asked = engine::asKind(taskKind("image-text"), sample);
    QVERIFY(asked.has_value());
    QCOMPARE(asked->question, sample.text);
    QVERIFY(asked->text.empty());
}

void RouterTest::theRightModalityIsFound()
{
    for (const std::size_t task : {0U, 3U}) {
        const TaskData &data = m_request.tasks[task];
        for (const engine::Answer &answer : predict(m_request, data.test)) {
            QCOMPARE(answer.task, data.task.name);
            QCOMPARE(answer.routes.size(), std::size_t{1});
        }
        QCOMPARE(m_observer.cells.at({3, static_cast<int>(task)}).scores.at(kRouterAccuracy), 1.0);
    }
    QVERIFY(!m_observer.cells.at({2, 0}).scores.contains(kRouterAccuracy));
}

void RouterTest::theNearestOfSeveralTextTasksIsFound()
{
    for (const std::size_t task : {1U, 2U}) {
        const TaskData &data = m_request.tasks[task];
        const std::vector<engine::Answer> answers = predict(m_request, data.test);
        double right = 0;
        for (const engine::Answer &answer : answers) {
            QCOMPARE(answer.routes.size(), std::size_t{2});
            QVERIFY(answer.routes[0].percentile <= answer.routes[1].percentile);
            QCOMPARE(answer.task, answer.routes[0].task);
            QCOMPARE(answer.probabilities.size(), std::size_t{2});
            right += answer.task == data.task.name ? 1 : 0;
        }
        const double share = right / static_cast<double>(answers.size());
        QVERIFY2(share >= 0.9, qPrintable(QString::number(share)));
        QCOMPARE(m_observer.cells.at({3, static_cast<int>(task)}).scores.at(kRouterAccuracy), share);
    }
}

void RouterTest::aSampleThatNoTaskTakesIsRefused()
{
    Sample sample = m_request.tasks[0].test[0];
    sample.image2 = sample.image;
    QVERIFY_EXCEPTION_THROWN(predict(m_request, {sample}), Error);
}

void RouterTest::withoutSignaturesTheTaskMustBeNamed()
{
    const engine::TrainRequest request =
        m_fixture->request("heads", {m_fixture->textTask("animals"), m_fixture->textTask("others")}, "head-only");
    RecordingObserver observer;
    engine::makeEngine()->train(request, observer, {});
    QVERIFY(!observer.cells.at({1, 0}).scores.contains(kRouterAccuracy));
    try {
        predict(request, {request.tasks[0].test[0]});
        QFAIL("was answered");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Usage);
    }
}

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
