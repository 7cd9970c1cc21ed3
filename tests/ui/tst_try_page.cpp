#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "storage/robustness_store.h"
#include "support/screenshot.h"
#include "try_page_test.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/line_chart.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/theme.h"
#include "widgets/try/answer_words.h"
#include "widgets/try/picture_slot.h"
#include "widgets/try/robustness_words.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

class TestTryPage : public test::TryPageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void aProjectWithoutFinishedRunsLeadsToTraining();
    void asksTheChosenRunAndShowsTheAnswer();
    void theNearestSamplesLeadToTheDataPage();
    void anUnusualSampleIsACaution();
    void whatCannotBeAnsweredSaysWhy();
    void aTrainingThatGoesOnIsWaitedForOrPaused();
    void onlyWhatTheTaskNeedsIsAskedFor();
    void triesAreKeptAndShownAgain();
    void aWholeFileIsAnswered();
    void problemsOfAFileAreListed();
    void robustnessIsReadInWords();
    void measuringIsAJob();
    void pastedPicturesAreTaken();
    void openShowsTheRun();
    void whatIsFilledInOutlivesThePage();
    void whatServesIsTriedFirst();
    void wordsSayWhatFiguresMean();
    void picturesOfThePage();

private:
    void keepCurves();
};

void TestTryPage::aProjectWithoutFinishedRunsLeadsToTraining()
{
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        connection.execute("UPDATE run SET status = 'paused'");
        return 0;
    });
    m_page = std::make_unique<TryPage>(PageServices{.jobs = m_jobs.get(), .training = m_training.get()});
    m_page->resize(900, 600);
    m_page->setSession(&m_project->session());
    m_page->show();
    QTRY_VERIFY(m_page->findChild<EmptyState *>() != nullptr && m_page->findChild<QPushButton *>() != nullptr);
    QSignalSpy opened(m_page.get(), &Page::openPage);
    const auto buttons = [this] {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Train")) {
                return button;
            }
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QTRY_VERIFY(buttons() != nullptr);
    buttons()->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("train"));
}

void TestTryPage::asksTheChosenRunAndShowsTheAnswer()
{
    show();
    ask(QStringLiteral("the cover is scratched"));
    QTRY_COMPARE(child<QLabel>("answer")->text(), QStringLiteral("good"));
    QCOMPARE(m_training->questions.size(), std::size_t{1});
    const Question &question = m_training->questions[0];
    QCOMPARE(question.run, QString::fromStdString(m_project->finished().uuid));
    QVERIFY(question.task.isEmpty());  // found out
    QCOMPARE(question.sample.text, std::string("the cover is scratched"));
    QVERIFY(child<QLabel>("answerSure")->text().contains(QStringLiteral("91.2")));
    QVERIFY(child<QLabel>("answerMeaning")->text().contains(QStringLiteral("about 91 are right")));
    QVERIFY(child<QLabel>("answerRunners")->text().contains(QStringLiteral("dent 6.0")));
    const QString route = child<QLabel>("answerRoute")->text();
    QVERIFY2(route.contains(QStringLiteral("notes")) && route.contains(QStringLiteral("63.0")) &&
                 route.contains(QStringLiteral("parts")),
             qPrintable(route));
    QVERIFY(!child<QWidget>("answerCaution")->isVisible());
    const auto &bars = child<BarChart>("answerAdapters")->bars();
    QCOMPARE(bars.size(), std::size_t{2});
    QCOMPARE(bars[0].name, QStringLiteral("notes"));  // the heaviest first
}

void TestTryPage::theNearestSamplesLeadToTheDataPage()
{
    show();
    ask(QStringLiteral("the cover is scratched"));
    QTRY_COMPARE(child<QWidget>("nearCards")->findChildren<QToolButton *>().size(), 5);
    QToolButton *first = child<QWidget>("nearCards")->findChildren<QToolButton *>().front();
    QVERIFY2(first->text().contains(QStringLiteral(": notes text")), qPrintable(first->text()));
    QSignalSpy opened(m_page.get(), &Page::openPage);
    first->click();
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("data"));
    const QVariantMap argument = opened[0][1].toMap();
    QCOMPARE(argument.value(QStringLiteral("dataset")).toString(), QStringLiteral("notes"));
    QCOMPARE(argument.value(QStringLiteral("samples")).toList().size(), 1);
}

void TestTryPage::anUnusualSampleIsACaution()
{
    show();
    ask(QStringLiteral("an odd sample"));
    QTRY_VERIFY(child<QWidget>("answerCaution")->isVisible());
    const QString text = m_page->findChild<Banner *>(QStringLiteral("answerCaution"))->text();
    QVERIFY2(text.contains(QStringLiteral("unlike what notes has learned")), qPrintable(text));
}

void TestTryPage::whatCannotBeAnsweredSaysWhy()
{
    m_training->answerQuestion = {};
    show();
    ask(QStringLiteral("something"));
    QTRY_COMPARE(state(), QStringLiteral("The sample cannot be read."));
    QVERIFY(stateSays(QStringLiteral("Give another one.")));
    QVERIFY(child<QPushButton>("tryAsk")->isEnabled());
}

void TestTryPage::aTrainingThatGoesOnIsWaitedForOrPaused()
{
    const RunRecord running = m_project->addRun("shared", RunStatus::Running, 0.4);
    m_training->running = QString::fromStdString(running.uuid);
    show();
    ask(QStringLiteral("the cover is scratched"));
    QTRY_VERIFY(state().contains(QString::fromStdString(running.name)));
    stateButton("statePrimary")->click();
    QCOMPARE(m_training->paused, QStringList{QString::fromStdString(running.uuid)});
    m_training->running.clear();
    Q_EMIT m_training->statusChanged(QString::fromStdString(running.uuid), RunStatus::Paused, {});
    QTRY_VERIFY(!m_page->findChildren<Banner *>().isEmpty());
    QPushButton *go = nullptr;
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        go = button->isVisible() && button->text() == QStringLiteral("Go on training") ? button : go;
    }
    QVERIFY(go != nullptr);
    go->click();
    QCOMPARE(m_training->resumed, QStringList{QString::fromStdString(running.uuid)});
    stateButton("stateSecondary")->click();
    QVERIFY(m_training->questionsCancelled >= 1);
    QVERIFY(state().contains(QStringLiteral("appears here")));
}

void TestTryPage::onlyWhatTheTaskNeedsIsAskedFor()
{
    show();
    auto *task = child<QComboBox>("tryTask");
    QCOMPARE(task->count(), 4);  // find out, and three tasks
    task->setCurrentIndex(1);
    QVERIFY(child<QPlainTextEdit>("tryText")->isVisible());
    QVERIFY(child<QPlainTextEdit>("tryText2")->isVisible());
    QVERIFY(!child<QWidget>("tryPicture")->isVisible());
    QVERIFY(!child<QPlainTextEdit>("tryChoices")->isVisible());
    QVERIFY(!child<QPushButton>("tryAsk")->isEnabled());
    ask(QStringLiteral("words"));
    QTRY_COMPARE(m_training->questions.size(), std::size_t{1});
    QCOMPARE(m_training->questions[0].task, QStringLiteral("parts"));
}

void TestTryPage::triesAreKeptAndShownAgain()
{
    show();
    ask(QStringLiteral("first words"));
    auto *history = child<QListWidget>("tryHistory");
    QTRY_COMPARE(history->count(), 1);
    ask(QStringLiteral("an odd second"));
    QTRY_COMPARE(history->count(), 2);
    QVERIFY2(history->item(1)->text().contains(QStringLiteral("first words")), qPrintable(history->item(1)->text()));
    history->setCurrentRow(1);
    QCOMPARE(child<QPlainTextEdit>("tryText")->toPlainText(), QStringLiteral("first words"));
    QVERIFY(!child<QWidget>("answerCaution")->isVisible());
    QTRY_COMPARE(child<QWidget>("nearCards")->isVisible(), true);
}

void TestTryPage::aWholeFileIsAnswered()
{
    show();
    QVERIFY(m_page->dropped({QStringLiteral("/data/new parts.csv")}));
    QCOMPARE(child<QLineEdit>("batchFile")->text(), QStringLiteral("/data/new parts.csv"));
    QCOMPARE(child<QLineEdit>("batchOut")->text(), QStringLiteral("/data/new parts-answers.csv"));
    child<QPushButton>("batchStart")->click();
    QCOMPARE(m_training->answeredFile,
             (QStringList{QString::fromStdString(m_project->finished().uuid), QString(),
                          QStringLiteral("/data/new parts.csv"), QStringLiteral("/data/new parts-answers.csv")}));
    QCOMPARE(m_jobs->jobs().size(), 1);
    QTRY_VERIFY(child<QPushButton>("batchOpen")->isVisible());
    QVERIFY(child<QLabel>("batchOutcome")->text().contains(QStringLiteral("new parts-answers.csv")));
}

void TestTryPage::problemsOfAFileAreListed()
{
    m_training->duringFile = [](Observer &) {
        throw Error(ErrorCode::BadInput, "rows.csv:3 has no text.\nrows.csv:7 has no text.", "Nothing was predicted.");
    };
    show();
    QVERIFY(m_page->dropped({QStringLiteral("/data/rows.csv")}));
    child<QPushButton>("batchStart")->click();
    QTRY_VERIFY(child<QPlainTextEdit>("batchProblems")->isVisible());
    QVERIFY(child<QPlainTextEdit>("batchProblems")->toPlainText().contains(QStringLiteral("rows.csv:7")));
    QCOMPARE(child<QLabel>("batchOutcome")->text(), QStringLiteral("Nothing was predicted."));
    QVERIFY(!child<QPushButton>("batchOpen")->isVisible());
    QVERIFY(child<QPushButton>("batchStart")->isEnabled());
}

void TestTryPage::keepCurves()
{
    const std::int64_t run = m_project->finished().id;
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::RobustnessStore store(connection);
        const auto put = [&](const char *name, std::vector<double> strengths, double fall, bool turned) {
            RobustnessCurve curve;
            curve.perturbation = name;
            curve.score = "accuracy";
            strengths.insert(strengths.begin(), 0);
            for (std::size_t i = 0; i < strengths.size(); ++i) {
                const double score = 0.9 - fall * double(i * i);
                curve.points.push_back({.strength = strengths[i],
                                        .score = score,
                                        .low = score - 0.04,
                                        .high = score + 0.04,
                                        .confidence = 0.88 - fall * double(i) / 2,
                                        .n = 200});
            }
            if (turned) {
                curve.turned = TurnedSample{.sample = 3,
                                            .strength = strengths[2],
                                            .before = "good",
                                            .confidenceBefore = 0.81,
                                            .after = "dent",
                                            .confidenceAfter = 0.66,
                                            .text = "teh cvoer is scratcehd on teh left sied of the hosuing",
                                            .picture = {}};
            }
            store.put(run, 0, curve);
        };
        put("typos", {1, 2, 5, 10, 20}, 0.016, true);
        put("dropped-words", {10, 20, 30, 50, 70}, 0.006, true);
        put("fgsm-features", {0.02, 0.05, 0.1, 0.2, 0.4}, 0.025, false);
        return 0;
    });
}

void TestTryPage::robustnessIsReadInWords()
{
    keepCurves();
    show();
    child<QTabWidget>("tryTabs")->setCurrentIndex(2);
    QTRY_COMPARE(m_page->findChildren<LineChart *>().size(), 3);
    const LineChart *typos = child<QWidget>("robustness.typos")->findChild<LineChart *>();
    // 0.9 - 0.016 = 0.884 at 1, 0.836 at 2: more than 5 points below
    QVERIFY2(typos->title().contains(QStringLiteral("hold up to 1")) && typos->title().contains(QStringLiteral("83.6")),
             qPrintable(typos->title()));
    QVERIFY(typos->subtitle().contains(QStringLiteral("200")));
    QCOMPARE(typos->series()[0].points.size(), std::size_t{6});
    QCOMPARE(typos->series()[0].low.size(), std::size_t{6});
    const QString summary = child<QLabel>("robustnessSummary")->text();
    QVERIFY2(summary.contains(QStringLiteral("parts")) && summary.contains(QStringLiteral("27.5")),
             qPrintable(summary));
    child<QComboBox>("robustnessTask")->setCurrentIndex(1);
    QTRY_COMPARE(child<QWidget>("robustness.typos"), static_cast<QWidget *>(nullptr));
}

void TestTryPage::measuringIsAJob()
{
    show();
    child<QTabWidget>("tryTabs")->setCurrentIndex(2);
    child<QComboBox>("robustnessTask")->setCurrentIndex(1);
    child<QPushButton>("robustnessMeasure")->click();
    QCOMPARE(m_training->measured, (QStringList{QString::fromStdString(m_project->finished().uuid),
                                                QStringLiteral("200"), QStringLiteral("notes")}));
    QCOMPARE(m_jobs->jobs().size(), 1);
    QVERIFY(!child<QPushButton>("robustnessMeasure")->isEnabled());
    QTRY_VERIFY(child<QPushButton>("robustnessMeasure")->isEnabled());
}

void TestTryPage::pastedPicturesAreTaken()
{
    PictureSlot slot(QStringLiteral("Picture"));
    QImage image(8, 6, QImage::Format_RGB32);
    image.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(image);
    QSignalSpy changed(&slot, &PictureSlot::changed);
    QVERIFY(slot.paste());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(QImage(QString::fromStdString(slot.picture()->path.string())).size(), QSize(8, 6));
    slot.clear();
    QVERIFY(!slot.picture());
    QGuiApplication::clipboard()->setText(QStringLiteral("no picture"));
    QVERIFY(!slot.paste());
}

void TestTryPage::openShowsTheRun()
{
    const RunRecord rival = m_project->addRival("shared", 0.05);
    show();
    m_page->open(QString::fromStdString(m_project->finished().uuid));
    QTRY_COMPARE(child<QComboBox>("tryRun")->currentData().toString(),
                 QString::fromStdString(m_project->finished().uuid));
    m_page->open(QString::fromStdString(rival.uuid));
    QTRY_COMPARE(child<QComboBox>("tryRun")->currentData().toString(), QString::fromStdString(rival.uuid));
}

void TestTryPage::whatIsFilledInOutlivesThePage()
{
    m_project->addRival("shared", 0.05);
    show();
    m_page->open(QString::fromStdString(m_project->finished().uuid));
    QTRY_COMPARE(child<QComboBox>("tryRun")->currentData().toString(),
                 QString::fromStdString(m_project->finished().uuid));
    child<QComboBox>("tryTask")->setCurrentIndex(2);
    child<QPlainTextEdit>("tryText")->setPlainText(QStringLiteral("half a sentence"));
    child<QTabWidget>("tryTabs")->setCurrentIndex(1);
    const QVariant place = m_page->place();
    m_page = std::make_unique<TryPage>(PageServices{.jobs = m_jobs.get(), .training = m_training.get()});
    m_page->setSession(&m_project->session());
    m_page->goBackTo(place);
    QTRY_COMPARE(child<QComboBox>("tryRun")->currentData().toString(),
                 QString::fromStdString(m_project->finished().uuid));
    QTRY_COMPARE(child<QPlainTextEdit>("tryText")->toPlainText(), QStringLiteral("half a sentence"));
    QCOMPARE(child<QComboBox>("tryTask")->currentIndex(), 2);
    QCOMPARE(child<QTabWidget>("tryTabs")->currentIndex(), 1);
}

void TestTryPage::whatServesIsTriedFirst()
{
    const RunRecord first = m_project->finished();
    m_project->addRival("shared", 0.05);
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::ModelRegistry registry(connection);
        const storage::ModelVersion version = registry.add(
            first.uuid, {{.path = "parts/package.safetensors", .bytes = 1, .sha256 = std::string(64, 'a')}}, "first",
            "me");
        registry.promote(version.number, {.reason = "good enough", .actor = "me"});
        return 0;
    });
    show();
    QCOMPARE(child<QComboBox>("tryRun")->currentData().toString(), QString::fromStdString(first.uuid));
    QVERIFY2(child<QComboBox>("tryRun")->currentText().contains(QStringLiteral("production")),
             qPrintable(child<QComboBox>("tryRun")->currentText()));
}

void TestTryPage::wordsSayWhatFiguresMean()
{
    QVERIFY(confidenceWords(0.9999).contains(QStringLiteral("almost all")));
    Task task;
    task.name = "goals";
    task.kind = "choice";
    task.classes = {"0", "1", "2"};
    Sample sample;
    sample.choices = {"a hammer", "a sponge"};
    QCOMPARE(answeredClass(task, sample, 1), QStringLiteral("a sponge"));
    engine::Answer answer;
    answer.task = "goals";
    answer.probabilities = {0.3, 0.7, 0};
    answer.predicted = 1;
    QCOMPARE(runnersUp(task, sample, answer, 3), QStringList{QStringLiteral("a hammer 30.0\u00a0%")});
    QVERIFY(cautionWords(answer).isEmpty());  // nobody knows
    answer.percentile = 0.98;
    QVERIFY(cautionWords(answer).isEmpty());
    answer.percentile = 1;
    QVERIFY(!cautionWords(answer).isEmpty());
    answer.routes = {{.task = "goals"}};
    QVERIFY(routeWords(answer).contains(QStringLiteral("Only goals")));
    PerturbationInfo info;
    info.title = "Blur";
    info.unit = "% of the shorter side";
    RobustnessCurve curve;
    curve.points = {{.strength = 0, .score = 0.9}, {.strength = 1, .score = 0.6}};
    QVERIFY(robustnessSentence(info, curve).contains(QStringLiteral("fall at once, to 60.0")));
    curve.points[1].score = 0.91;
    QVERIFY(robustnessSentence(info, curve).contains(QStringLiteral("hold at every strength, up to 1 % of")));
}

void TestTryPage::picturesOfThePage()
{
    keepCurves();
    show();
    m_page->toolbar()->hide();  // the window has a place for it
    QTest::qWait(60);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("try-empty")).isEmpty());
    ask(QStringLiteral("the cover is scratched on its left side, an odd one"));
    QTRY_COMPARE(child<QWidget>("nearCards")->findChildren<QToolButton *>().size(), 5);
    auto *tabs = child<QTabWidget>("tryTabs");
    for (const theme::Mode mode : {theme::Mode::Dark, theme::Mode::Light}) {
        theme::apply(*qApp, mode);
        const QString end = mode == theme::Mode::Dark ? QStringLiteral("-dark") : QString();
        for (const auto &[index, name] : {std::pair{0, "try"}, {1, "try-file"}, {2, "try-robustness"}}) {
            tabs->setCurrentIndex(index);
            for (const auto &[size, small] : {std::pair{QSize(1368, 790), ""}, {QSize(952, 540), "-small"}}) {
                m_page->resize(size);
                QTest::qWait(60);
                QVERIFY(!test::saveScreenshot(*m_page, QString::fromLatin1(name) + QString::fromLatin1(small) + end)
                             .isEmpty());
            }
        }
    }
}

QTEST_MAIN(TestTryPage)
#include "tst_try_page.moc"
