#include "storage/connection.h"
#include "storage/task_store.h"
#include "support/screenshot.h"
#include "try_page_test.h"
#include "widgets/frame/banner.h"
#include "widgets/frame/theme.h"
#include "widgets/try/question_form.h"
#include "widgets/try/test_sample.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::widgets;

/// Whoever has no sample at hand takes one that the run was tested with, and sees whether the answer is right.
class TestTestSample : public test::TryPageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void aTestSampleIsFilledInAndItsLabelTold();
    void aTestSampleThatWasChangedIsOnesOwn();
    void aQuestionIsFilledInWhereTextsAre();
    void anAnswerIsRightByTaskAndLabel();

private:
    /// Takes a test sample and waits until it is filled in; the id of it.
    std::int64_t take();
};

std::int64_t TestTestSample::take()
{
    child<QPlainTextEdit>("tryText")->clear();
    child<QPushButton>("tryTake")->click();
    if (!QTest::qWaitFor([this] { return !child<QPlainTextEdit>("tryText")->toPlainText().isEmpty(); })) {
        return 0;
    }
    const std::string text = child<QPlainTextEdit>("tryText")->toPlainText().toStdString();
    auto connection = m_project->session().project().connect();
    return connection->integer("SELECT id FROM sample WHERE text = '" + text + "'");
}

void TestTestSample::aTestSampleIsFilledInAndItsLabelTold()
{
    show();
    child<QComboBox>("tryTask")->setCurrentIndex(2);  // notes
    QVERIFY(!child<QPushButton>("tryAsk")->isEnabled());
    stateButton("statePrimary")->click();  // what to do where there is nothing yet
    QTRY_VERIFY(child<QPushButton>("tryAsk")->isEnabled());
    const QString before = child<QPlainTextEdit>("tryText")->toPlainText();
    const std::int64_t id = take();
    QVERIFY(child<QPlainTextEdit>("tryText")->toPlainText() != before);
    auto connection = m_project->session().project().connect();
    const TaskData data = storage::TaskStore(*connection, m_project->session().project().assetFolder()).load("notes");
    const auto sample = std::ranges::find(data.test, id, &Sample::id);
    QVERIFY(sample != data.test.end());
    child<QPushButton>("tryAsk")->click();
    QTRY_COMPARE(child<QLabel>("answer")->text(), QStringLiteral("good"));
    const bool right = sample->labels.front().name == "good";
    QVERIFY(child<QWidget>("answerTruth")->isVisible());
    QCOMPARE(child<Banner>("answerTruth")->text(), QStringLiteral("%1: this test sample is labelled %2.")
                                                       .arg(right ? QStringLiteral("Right") : QStringLiteral("Wrong"),
                                                            QString::fromStdString(sample->labels.front().name)));
    auto *history = child<QListWidget>("tryHistory");
    QVERIFY2(history->item(0)->text().contains(QStringLiteral("test sample %1 of notes").arg(id)),
             qPrintable(history->item(0)->text()));
    m_page->toolbar()->hide();  // the window has a place for it
    // Among tries of one's own it stays what it is.
    ask(QStringLiteral("words of my own"));
    QTRY_COMPARE(history->count(), 2);
    QVERIFY(!child<QWidget>("answerTruth")->isVisible());
    history->setCurrentRow(1);
    QVERIFY(child<QWidget>("answerTruth")->isVisible());
    for (const theme::Mode mode : {theme::Mode::Dark, theme::Mode::Light}) {
        theme::apply(*qApp, mode);
        QTest::qWait(60);
        QVERIFY(!test::saveScreenshot(*m_page, mode == theme::Mode::Dark ? QStringLiteral("try-truth-dark")
                                                                         : QStringLiteral("try-truth"))
                     .isEmpty());
    }
}

void TestTestSample::aTestSampleThatWasChangedIsOnesOwn()
{
    show();
    child<QComboBox>("tryTask")->setCurrentIndex(2);
    QVERIFY(take() != 0);
    child<QPlainTextEdit>("tryText")->appendPlainText(QStringLiteral("and something else"));
    child<QPushButton>("tryAsk")->click();
    QTRY_COMPARE(child<QLabel>("answer")->text(), QStringLiteral("good"));
    QVERIFY(!child<QWidget>("answerTruth")->isVisible());
}

void TestTestSample::aQuestionIsFilledInWhereTextsAre()
{
    QuestionForm form;
    TriedRun run;
    run.run.uuid = "run";
    const auto add = [&run](const char *name, const char *kind) {
        Task task;
        task.name = name;
        task.kind = kind;
        run.tasks.push_back(task);
    };
    add("notes", "text");
    add("pairs", "text");
    add("boards", "image-text");
    form.setRun(run);
    Sample sample;
    sample.question = "is it broken?";
    form.setSample(QStringLiteral("boards"), sample, QStringLiteral("a picture"));
    QVERIFY(form.question().task.isEmpty());  // still to be found out
    QCOMPARE(form.question().sample.text, std::string("is it broken?"));
    // What cannot be given like that names its task.
    sample = {};
    sample.text = "one";
    sample.text2 = "two";
    form.setSample(QStringLiteral("pairs"), sample, {});
    QCOMPARE(form.question().task, QStringLiteral("pairs"));
    QCOMPARE(form.question().sample.text2, std::string("two"));
}

void TestTestSample::anAnswerIsRightByTaskAndLabel()
{
    TriedRun run;
    for (const char *name : {"notes", "parts"}) {
        Task task;
        task.name = name;
        task.kind = "text";
        task.classes = {"good", "dent"};
        run.tasks.push_back(task);
    }
    TestSample sample{.task = "notes", .sample = {}};
    sample.sample.labels = {{"good", 0.4}, {"dent", 0.6}};
    engine::Answer answer;
    answer.task = "notes";
    answer.predicted = 0;
    QVERIFY(isRight(run, sample, answer));
    QCOMPARE(truthWords(run, sample, answer), QStringLiteral("Right: this test sample is labelled dent, good."));
    sample.sample.labels = {{"dent", 1.0}};
    QVERIFY(!isRight(run, sample, answer));
    answer.predicted = 1;
    answer.task = "parts";
    QVERIFY(!isRight(run, sample, answer));
    QCOMPARE(truthWords(run, sample, answer),
             QStringLiteral("Wrong: this test sample is one of notes, and labelled dent."));
    answer.task = "notes";
    answer.predicted = -1;
    QVERIFY(!isRight(run, sample, answer));
}

QTEST_MAIN(TestTestSample)
#include "tst_test_sample.moc"
