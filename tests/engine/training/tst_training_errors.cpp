#include "core/error.h"
#include "core/files.h"
#include "training_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace atlas;
using namespace atlas::test;

class TrainingErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongRequestsAreRefused_data();
    void wrongRequestsAreRefused();
    void anUnreadablePictureIsNamedBeforeTraining();
    void everySettingDescribesItself();
    void cancelAnswersSoon();
};

void TrainingErrorsTest::init()
{
    ATLAS_NEED_SHARED(golden("tiny-vilt"));
}

void TrainingErrorsTest::wrongRequestsAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    const auto usage = static_cast<int>(ErrorCode::Usage);
    const auto badInput = static_cast<int>(ErrorCode::BadInput);
    QTest::newRow("strategy") << "strategy" << usage << "atlas";
    QTest::newRow("unknown setting") << "setting" << usage << "lerning_rate";
    QTest::newRow("setting out of range") << "range" << usage << "epochs";
    QTest::newRow("policy") << "policy" << usage << "always";
    QTest::newRow("bottleneck wider than the backbone") << "bottleneck" << usage << "64";
    QTest::newRow("precision") << "precision" << usage << "bf16";
    QTest::newRow("no tasks") << "no tasks" << usage << "tasks";
    QTest::newRow("a task twice") << "twice" << usage << "colours";
    QTest::newRow("a label that is no class") << "label" << badInput << "green";
    QTest::newRow("one class") << "one class" << badInput << "colours";
    QTest::newRow("no test samples") << "no test" << badInput << "test samples";
    QTest::newRow("another backbone") << "backbone" << badInput << "backbone";
}

void TrainingErrorsTest::wrongRequestsAreRefused()
{
    QFETCH(QString, what);
    QFETCH(int, code);
    QFETCH(QString, named);
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask()});
    const std::map<QString, std::function<void()>> changes{
        {"strategy", [&] { request.spec.strategy = "alchemy"; }},
        {"setting", [&] { request.spec.settings["lerning_rate"] = "1"; }},
        {"range", [&] { request.spec.settings["epochs"] = "0"; }},
        {"policy", [&] { request.spec.settings["policy"] = "sometimes"; }},
        {"bottleneck", [&] { request.spec.settings["bottleneck"] = "65"; }},
        {"precision", [&] { request.spec.precision = "fp8"; }},
        {"no tasks", [&] { request.tasks.clear(); }},
        {"twice", [&] { request.tasks.push_back(request.tasks[0]); }},
        {"label",
         [&] {
             request.tasks[0].train[0].labels = {{"green", 1.0}};
         }},
        {"one class", [&] { request.tasks[0].task.classes = {"red"}; }},
        {"no test", [&] { request.tasks[0].test.clear(); }},
        {"backbone", [&] { request.spec.backboneSha256 = std::string(64, 'a'); }}};
    changes.at(what)();
    RecordingObserver observer;
    try {
        engine::makeEngine()->train(request, observer, {});
        QFAIL("was accepted");
    } catch (const Error &error) {
        QCOMPARE(static_cast<int>(error.code()), code);
        QVERIFY2(QString(error.what()).contains(named), error.what());
        QVERIFY(!error.hint().empty());
    }
    QVERIFY(observer.series.empty());
}

void TrainingErrorsTest::anUnreadablePictureIsNamedBeforeTraining()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.textTask(), fixture.imageTask()});
    const std::filesystem::path broken = fixture.folder() / "broken.png";
    writeFileAtomically(broken, std::string("no picture"));
    request.tasks[1].test[3].image->path = broken;
    RecordingObserver observer;
    try {
        engine::makeEngine()->train(request, observer, {});
        QFAIL("was accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::BadInput);
        QVERIFY2(QString(error.what()).contains("broken.png"), error.what());
        QVERIFY2(QString(error.what()).contains("colours"), error.what());
    }
    QCOMPARE(observer.costs.size(), std::size_t{1});  // the first task is learned and kept
    QVERIFY(observer.values("loss", "colours/stage1").empty());
}

void TrainingErrorsTest::everySettingDescribesItself()
{
    for (const engine::StrategyInfo &strategy : engine::makeEngine()->strategies()) {
        QVERIFY2(strategy.title != strategy.name, "a strategy has its title in core/training_names.cpp");
        QVERIFY(!strategy.help.empty());
        QVERIFY(!strategy.settings.empty());
        const Settings defaults(strategy.settings, {});  // throws for a default out of its own range
        for (const SettingSpec &setting : strategy.settings) {
            QVERIFY2(!setting.title.empty() && setting.help.ends_with('.'), setting.key.c_str());
            const bool number = setting.type == SettingType::Integer || setting.type == SettingType::Real;
            QVERIFY2(!number || setting.minimum < setting.maximum, setting.key.c_str());
        }
    }
}

void TrainingErrorsTest::cancelAnswersSoon()
{
    const TrainingFixture fixture;
    engine::TrainRequest request = fixture.request("run", {fixture.imageTask("colours", 96)});
    request.spec.settings["epochs"] = "1000";
    request.spec.settings["patience"] = "0";
    RecordingObserver observer;
    std::stop_source stop;
    ErrorCode code = ErrorCode::Internal;
    std::jthread training([&] {
        try {
            engine::makeEngine()->train(request, observer, stop.get_token());
        } catch (const Error &error) {
            code = error.code();
        }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    QElapsedTimer timer;
    timer.start();
    stop.request_stop();
    training.join();
    QCOMPARE(code, ErrorCode::Cancelled);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TrainingErrorsTest)
#include "tst_training_errors.moc"
