#include "app/window/engine_service.h"
#include "core/error.h"
#include "core/sentence_json.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "tests/support/screenshot.h"
#include "tests/ui/trained_project.h"
#include "tests/ui/visible_texts.h"
#include "widgets/frame/language.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/page_registry.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/session.h"
#include "widgets/train/run_model.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// The whole window in Japanese, with the real engine, over a project whose runs ended in every way.
class TestJapaneseWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noEnglishIsLeft_data();
    void noEnglishIsLeft();
    void aFailedRunIsToldInTheLanguageThatIsOn();
    void aMessageOfAnOlderProgramStays();
    void progressIsToldInTheLanguage();
    void aStrategyIsCalledAsTheFormCallsIt();
    void cleanupTestCase();

private:
    RunRecord addRun(const char *strategy, RunStatus status, const std::string &message);
    void open(const QString &page);
    QString runCell(const RunRecord &run, int column, int role = Qt::DisplayRole) const;
    QString told(const RunRecord &run);

    std::unique_ptr<test::TrainedProject> m_project;
    JobList m_jobs;
    app::EngineService m_training;
    std::unique_ptr<MainWindow> m_window;
    RunRecord m_failed;
    RunRecord m_older;
    RunRecord m_running;
};

namespace {

const char *const kOlderMessage = "0x80070070";

Error failure()
{
    return {ErrorCode::BadInput, say("The run %1 was named twice.", "parts"), say("Name each run once.")};
}

}  // namespace

RunRecord TestJapaneseWindow::addRun(const char *strategy, RunStatus status, const std::string &message)
{
    const RunRecord run = m_project->addRun(strategy, status, 0.4);
    return m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::RunStore store(connection);
        if (status == RunStatus::Running) {
            store.heartbeat(run.uuid, 0.4, message);
        } else {
            store.setStatus(run.uuid, status, message);
        }
        return *store.find(run.uuid);
    });
}

void TestJapaneseWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_japanese_window"));
    QSettings().clear();
    theme::apply(*qApp, theme::Mode::Light);
    language::apply(QStringLiteral("ja"));
    m_project =
        std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.9}, {0.85, 0.8}, {0.8, 0.78, 0.9}});
    m_project->addCurves(m_project->finished());
    m_project->addEffects(m_project->finished());
    m_project->addWatched(m_project->finished());
    m_project->addRival("shared-adapter", 0.05);
    m_failed = addRun("atlas", RunStatus::Failed, storedText(failure().whole()));
    m_older = addRun("replay", RunStatus::Failed, kOlderMessage);
    addRun("ewc", RunStatus::Cancelled, {});
    addRun("joint", RunStatus::Interrupted, storedText(say("The program that trained it ended or stopped answering.")));
    m_running = addRun("prompts", RunStatus::Running,
                       storedText(say("Task %1 of %2 (%3), %4", 1, 3, "parts", say("epoch %1 of %2", 2, 20))));
    m_window = std::make_unique<MainWindow>(PageServices{&m_jobs, &m_training});
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->setSession(m_project->takeSession());
}

void TestJapaneseWindow::open(const QString &page)
{
    m_window->workspace()->openPage(page);
    QTRY_VERIFY(m_window->workspace()->currentId() == page);
    if (page == QStringLiteral("train")) {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QCheckBox *>(QStringLiteral("strategy.atlas")) != nullptr, 60'000);
    }
    QTest::qWait(600);
}

void TestJapaneseWindow::noEnglishIsLeft_data()
{
    QTest::addColumn<QString>("page");
    for (const PageEntry &entry : pageRegistry()) {
        QTest::newRow(entry.id) << QString::fromLatin1(entry.id);
    }
}

void TestJapaneseWindow::noEnglishIsLeft()
{
    QFETCH(QString, page);
    open(page);
    QStringList english = test::englishIn(*m_window);
    for (QTabWidget *tabs : m_window->workspace()->currentPage()->window()->findChildren<QTabWidget *>()) {
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QTest::qWait(300);
            english += test::englishIn(*m_window);
        }
    }
    QVERIFY(!test::saveScreenshot(*m_window, QStringLiteral("japanese_") + page).isEmpty());
    english.removeDuplicates();
    for (const QString &text : english) {
        qWarning().noquote() << text;
    }
    QVERIFY2(english.isEmpty(), "English texts stand above");
}

QString TestJapaneseWindow::runCell(const RunRecord &run, int column, int role) const
{
    const Page *page = m_window->workspace()->currentPage();
    const auto *table = page ? page->findChild<QAbstractItemView *>(QStringLiteral("runTable")) : nullptr;
    const auto *model = table ? qobject_cast<RunModel *>(table->model()) : nullptr;
    if (model == nullptr) {
        return {};
    }
    const QModelIndex row = model->indexOf(QString::fromStdString(run.uuid));
    return row.isValid() ? row.siblingAtColumn(column).data(role).toString() : QString();
}

QString TestJapaneseWindow::told(const RunRecord &run)
{
    return runCell(run, RunModel::Name, Qt::ToolTipRole).section(QLatin1Char('\n'), -1);
}

void TestJapaneseWindow::aFailedRunIsToldInTheLanguageThatIsOn()
{
    open(QStringLiteral("train"));
    QVERIFY2(told(m_failed).contains(QStringLiteral("実行")), qPrintable(told(m_failed)));
    const auto change = [this](const char *code) {
        const QPointer<Workspace> before = m_window->workspace();
        language::apply(QLatin1String(code));
        QTRY_VERIFY(before.isNull());
        QTRY_VERIFY(!runCell(m_failed, RunModel::Name).isEmpty());
    };
    change("en");
    QCOMPARE(told(m_failed), QString::fromUtf8(failure().what()));
    change("ja");
    QVERIFY(told(m_failed).contains(QStringLiteral("実行")));
}

void TestJapaneseWindow::aMessageOfAnOlderProgramStays()
{
    open(QStringLiteral("train"));
    QCOMPARE(told(m_older), QString::fromUtf8(kOlderMessage));
}

void TestJapaneseWindow::progressIsToldInTheLanguage()
{
    open(QStringLiteral("train"));
    QVERIFY2(test::englishWords(told(m_running)).isEmpty(), qPrintable(told(m_running)));
    FunctionJob job(QStringLiteral("job"), [](Observer &observer, std::stop_token) {
        observer.progress(0.5, say("Reading %1", "parts.csv"));
    });
    QSignalSpy progressed(&job, &Job::progressed);
    QSignalSpy finished(&job, &Job::finished);
    job.start();
    QTRY_COMPARE(finished.count(), 1);
    const QString what = progressed.last().at(1).toString();
    QVERIFY2(what.contains(QStringLiteral("parts.csv")) && !what.contains(QStringLiteral("Reading")), qPrintable(what));
}

void TestJapaneseWindow::aStrategyIsCalledAsTheFormCallsIt()
{
    open(QStringLiteral("train"));
    const auto *box = m_window->findChild<QCheckBox *>(QStringLiteral("strategy.atlas"));
    QCOMPARE(runCell(m_failed, RunModel::Strategy), box->text());
    QVERIFY(runCell(m_failed, RunModel::Strategy, Qt::ToolTipRole).contains(QStringLiteral(" atlas")));
}

void TestJapaneseWindow::cleanupTestCase()
{
    m_window.reset();
    language::apply(QStringLiteral("en"));
}

QTEST_MAIN(TestJapaneseWindow)
#include "tst_japanese_window.moc"
