#include "core/error.h"
#include "fake_training.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "support/decision_samples.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/charts/format.h"
#include "widgets/frame/language.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/top_bar.h"
#include "widgets/frame/workspace.h"
#include "widgets/sentence_words.h"
#include "widgets/start/start_page.h"
#include "widgets/train/question_card.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

#include <clocale>
#include <latch>

using namespace atlas;
using namespace atlas::widgets;

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void rememberedUntilUnknown();
    void textsChangeAndChangeBack();
    void sessionPageAndFormStay();
    void filterAndDatasetStay();
    void chosenRunsStay();
    void numbersFollowFilesDoNot();
    void anOpenSheetIsNotLost();
    void aJobGoesOnAndItsPagesReadAgain();
    void aQuestionStaysAsked();
    void theStartPageChangesToo();
    void anErrorIsSaidInTheLanguage();
    void aJobFailsInTheLanguage();
    void pictures();

private:
    void show();
    void speak(const char *code);
    QString railText(const char *page) const
    {
        return m_window->findChild<RailButton *>(QStringLiteral("rail.") + QLatin1String(page))->text();
    }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<test::FakeTraining> m_training;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

void TestLanguage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_language"));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestLanguage::init()
{
    QSettings().clear();
    language::apply(QStringLiteral("en"));
}

void TestLanguage::cleanup()
{
    m_window.reset();
    m_jobs.reset();
    m_training.reset();
    m_project.reset();
}

void TestLanguage::show()
{
    m_project = std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.9}, {0.85, 0.8}});
    m_training = std::make_unique<test::FakeTraining>();
    m_jobs = std::make_unique<JobList>();
    m_window = std::make_unique<MainWindow>(PageServices{m_jobs.get(), m_training.get()});
    m_window->setSession(m_project->takeSession());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// Until the pages are made anew.
void TestLanguage::speak(const char *code)
{
    const QPointer<Workspace> before = m_window->workspace();
    language::apply(QLatin1String(code));
    QTRY_VERIFY(before.isNull());
}

void TestLanguage::rememberedUntilUnknown()
{
    QCOMPARE(language::saved(), QString());
    language::save(QStringLiteral("ja"));
    QCOMPARE(language::saved(), QStringLiteral("ja"));
    language::save(QStringLiteral("tlh"));
    QCOMPARE(language::saved(), QString());
}

void TestLanguage::textsChangeAndChangeBack()
{
    show();
    QCOMPARE(railText("train"), QStringLiteral("Train"));
    auto *japanese = m_window->findChild<QAction *>(QStringLiteral("language.ja"));
    QVERIFY(japanese);
    const QPointer<Workspace> before = m_window->workspace();
    japanese->trigger();
    QTRY_VERIFY(before.isNull());
    QCOMPARE(language::saved(), QStringLiteral("ja"));
    QCOMPARE(railText("train"), QStringLiteral("学習"));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("データ")));
    QVERIFY(m_window->findChild<QAction *>(QStringLiteral("language.ja"))->isChecked());
    speak("en");
    QCOMPARE(railText("train"), QStringLiteral("Train"));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("Data")));
}

void TestLanguage::sessionPageAndFormStay()
{
    show();
    m_window->workspace()->openPage(QStringLiteral("train"));
    auto *seeds = m_window->findChild<QSpinBox *>(QStringLiteral("trainSeeds"));
    seeds->setValue(4);
    const Session *session = m_window->session();
    speak("ja");
    QCOMPARE(m_window->session(), session);
    QCOMPARE(m_window->workspace()->currentId(), QStringLiteral("train"));
    QVERIFY(m_window->workspace()->currentPage()->isVisible());
    QCOMPARE(m_window->workspace()->currentPage()->session(), session);
    QCOMPARE(m_window->findChild<QSpinBox *>(QStringLiteral("trainSeeds"))->value(), 4);
    auto *train = m_window->findChild<QPushButton *>(QStringLiteral("trainStart"));
    QTRY_VERIFY(train->isEnabled());
    QVERIFY2(train->text().contains(QLatin1Char('4')), qPrintable(train->text()));
    QTest::mouseClick(train, Qt::LeftButton);
    QCOMPARE(int(m_training->enqueued.size()), 4);
}

void TestLanguage::filterAndDatasetStay()
{
    show();
    m_window->workspace()->openPage(QStringLiteral("data"), QVariantMap{{QStringLiteral("dataset"), "notes"},
                                                                        {QStringLiteral("filter"), "label:good"}});
    const auto filter = [this] { return m_window->findChild<QLineEdit *>(QStringLiteral("filterField"))->text(); };
    QTRY_COMPARE(filter(), QStringLiteral("label:good"));
    speak("ja");
    QTRY_COMPARE(filter(), QStringLiteral("label:good"));
    QTRY_COMPARE(m_window->workspace()->places()[QStringLiteral("data")].toMap()[QStringLiteral("dataset")].toString(),
                 QStringLiteral("notes"));
}

void TestLanguage::chosenRunsStay()
{
    show();
    const auto add = [this](const char *strategy) {
        return m_window->session()->project().writer().run([&](storage::Connection &connection) {
            RunSpec spec;
            spec.sequence = "pilot";
            spec.strategy = strategy;
            storage::RunStore store(connection);
            const RunRecord run = store.create(spec);
            store.claim(run.uuid);
            store.setStatus(run.uuid, RunStatus::Finished, {});
            return QString::fromStdString(run.uuid);
        });
    };
    add("newest_but_one");
    const QString chosen = QString::fromStdString(m_project->finished().uuid);
    const QString other = add("newest");
    Workspace *workspace = m_window->workspace();
    workspace->openPage(QStringLiteral("results"), chosen);
    workspace->openPage(QStringLiteral("decide"), QStringList{chosen, other});
    workspace->openPage(QStringLiteral("compare"), QStringList{other, chosen});
    const auto place = [this](const char *page) { return m_window->workspace()->places()[QLatin1String(page)]; };
    const auto compared = [&] { return place("compare").toMap()[QStringLiteral("ticked")].toStringList(); };
    QTRY_COMPARE(compared(), (QStringList{other, chosen}));
    m_window->findChild<QLineEdit *>(QStringLiteral("runFilter"))->setText(QStringLiteral("pilot"));
    QVERIFY(place("compare").toMap()[QStringLiteral("view")].toString().contains(other));  // pinned
    speak("ja");
    QTRY_COMPARE(compared(), (QStringList{other, chosen}));
    QVERIFY(place("compare").toMap()[QStringLiteral("view")].toString().contains(other));
    QCOMPARE(m_window->findChild<QLineEdit *>(QStringLiteral("runFilter"))->text(), QStringLiteral("pilot"));
    QCOMPARE(place("decide").toStringList(), (QStringList{chosen, other}));
    QCOMPARE(place("results").toMap()[QStringLiteral("run")].toString(), chosen);
}

void TestLanguage::numbersFollowFilesDoNot()
{
    language::apply(QStringLiteral("ja"));
    QCOMPARE(QLocale().language(), QLocale::Japanese);
    QCOMPARE(format::percent(0.5), QStringLiteral("50.0%"));
    QCOMPARE(format::duration(75), QStringLiteral("1 分 15 秒"));
    QCOMPARE(std::string(std::setlocale(LC_NUMERIC, nullptr)), std::string("C"));
    language::apply(QStringLiteral("en"));
    QCOMPARE(QLocale().language(), QLocale::English);
    QCOMPARE(format::count(12345), QStringLiteral("12,345"));
}

void TestLanguage::anOpenSheetIsNotLost()
{
    show();
    auto *typed = new QLineEdit(QStringLiteral("half a name"));
    const QPointer<Sheet> sheet =
        new Sheet(QStringLiteral("Name"), typed, QSize(300, 200), m_window->workspace()->currentPage());
    const QPointer<Workspace> before = m_window->workspace();
    language::apply(QStringLiteral("ja"));
    QTest::qWait(50);
    QVERIFY(!before.isNull());
    QVERIFY(sheet && sheet->isVisible());
    QCOMPARE(typed->text(), QStringLiteral("half a name"));
    sheet->close();
    QTRY_VERIFY(before.isNull());
    QCOMPARE(railText("data"), QStringLiteral("データ"));
}

void TestLanguage::aJobGoesOnAndItsPagesReadAgain()
{
    show();
    std::latch go(1);
    auto *job = new FunctionJob(QStringLiteral("Counting"), [&go](Observer &, std::stop_token) { go.wait(); });
    m_jobs->add(job);
    job->start();
    speak("ja");
    QCOMPARE(m_jobs->runningCount(), 1);
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("jobsBar"))->isVisible());
    QSignalSpy datasets(m_window->session(), &Session::datasetsChanged);
    go.count_down();
    QTRY_COMPARE(datasets.count(), 1);
}

void TestLanguage::aQuestionStaysAsked()
{
    show();
    const QString uuid = QString::fromStdString(m_project->finished().uuid);
    m_window->workspace()->openPage(QStringLiteral("train"));
    DecisionRecord proposal = test::wholeDecision();
    proposal.task = 1;
    Q_EMIT m_training->asked(uuid, proposal);
    QTRY_VERIFY(m_window->findChild<QuestionCard *>()->isVisible());
    speak("ja");
    auto *card = m_window->findChild<QuestionCard *>();
    QTRY_COMPARE(card->runUuid(), uuid);
    QVERIFY(card->isVisible());
    QVERIFY2(card->question().contains(QStringLiteral("再利用")), qPrintable(card->question()));
    Q_EMIT m_training->questionClosed(uuid);
    QVERIFY(card->runUuid().isEmpty());
}

void TestLanguage::theStartPageChangesToo()
{
    JobList jobs;
    MainWindow window({&jobs, nullptr});
    window.show();
    const QPointer<StartPage> before = window.startPage();
    language::apply(QStringLiteral("ja"));
    QTRY_VERIFY(before.isNull());
    QVERIFY(window.startPage()->isVisible());
    QCOMPARE(window.findChild<QPushButton *>(QStringLiteral("startDemo"))->text(), QStringLiteral("デモ"));
}

void TestLanguage::anErrorIsSaidInTheLanguage()
{
    // The name holds a place of its own, which is not filled again.
    const Error error(ErrorCode::Usage, say("The run %1 was named twice.", "%1 a"), say("Name each run once."));
    QCOMPARE(inWords(error), QStringLiteral("The run %1 a was named twice. Name each run once."));
    language::apply(QStringLiteral("ja"));
    const QString message = inWords(error.sentence());
    QVERIFY2(message.contains(QStringLiteral("%1 a")) && message.contains(QStringLiteral("実行")), qPrintable(message));
    QVERIFY(!message.contains(QStringLiteral("named")));
    QVERIFY(!inWords(error.advice()).contains(QStringLiteral("Name")));
    QCOMPARE(QString::fromUtf8(error.what()), QStringLiteral("The run %1 a was named twice. Name each run once."));
    // A word within a sentence, and what has no translation.
    const QString kind = inWords(say("There is no %1 \"%2\".", say("measure"), "xyz"));
    QVERIFY2(kind.contains(QStringLiteral("指標")) && kind.contains(QStringLiteral("xyz")), qPrintable(kind));
    QCOMPARE(inWords(Sentence("Out of order.")), QStringLiteral("Out of order."));
    QCOMPARE(inWords(say("Never said: %1.", 5)), QStringLiteral("Never said: 5."));
}

void TestLanguage::aJobFailsInTheLanguage()
{
    language::apply(QStringLiteral("ja"));
    FunctionJob job(QStringLiteral("Naming"), [](Observer &, std::stop_token) {
        throw Error(ErrorCode::Usage, say("The run %1 was named twice.", "a"), say("Name each run once."));
    });
    QSignalSpy failed(&job, &Job::failed);
    job.start();
    QTRY_COMPARE(failed.count(), 1);
    const QString message = failed.first().first().toString();
    QVERIFY2(message.contains(QStringLiteral("実行")), qPrintable(message));
}

void TestLanguage::pictures()
{
    for (const auto &[mode, name] :
         {std::pair(theme::Mode::Light, "language_ja"), std::pair(theme::Mode::Dark, "language_ja_dark")}) {
        theme::apply(*qApp, mode);
        language::apply(QStringLiteral("ja"));
        show();
        for (const char *page : {"data", "sequence", "train", "results", "compare", "decide", "try"}) {
            m_window->workspace()->openPage(QLatin1String(page));
            QTest::qWait(300);
            QVERIFY(!test::saveScreenshot(*m_window, QStringLiteral("%1_%2").arg(name, page)).isEmpty());
        }
        cleanup();
    }
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
