#include "app/window/engine_service.h"
#include "core/user_name.h"
#include "small_project.h"
#include "storage/connection.h"
#include "storage/result_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "tests/support/screenshot.h"
#include "widgets/frame/main_window.h"
#include "widgets/frame/rail.h"
#include "widgets/frame/theme.h"
#include "widgets/frame/workspace.h"
#include "widgets/jobs.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/session.h"
#include "widgets/train/settings_form.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace atlas;

/// A person's whole way through the real window with the real engine: start page, import, label, tasks, sequence,
/// train, results.
class TestWholePath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theStartPageIsShownFirst();
    void aProjectIsMade();
    void picturesAndSentencesAreImported();
    void tasksAreMadeOfThem();
    void theyAreOrderedIntoASequence();
    void theSequenceIsTrained();
    void theResultsAreShown();
    void aPersonIsAskedAndDecides();
    void closingTheProjectPausesARunThatAsks();
    void cleanupTestCase();

private:
    template <typename Widget = QWidget>
    Widget *find(const char *name)
    {
        // Sheets that are closing may still be there: the visible widget of that name is meant.
        const auto all = m_window->findChildren<Widget *>(QString::fromLatin1(name));
        for (Widget *widget : all) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    bool clickWhenReady(const char *name);
    void import(const QString &source, const QString &dataset);
    void makeTask(const QString &dataset);
    RunRecord newestRun();
    bool waitForQuestion();
    void picture(const QString &name) { QVERIFY(!test::saveScreenshot(*m_window, name).isEmpty()); }

    QTemporaryDir m_folder;
    widgets::JobList m_jobs;
    app::EngineService m_training;
    std::unique_ptr<widgets::MainWindow> m_window;
};

bool TestWholePath::clickWhenReady(const char *name)
{
    if (!QTest::qWaitFor(
            [&] {
                const auto *button = find<QAbstractButton>(name);
                return button != nullptr && button->isEnabled();
            },
            20'000)) {
        qWarning() << name << "never became ready";
        return false;
    }
    QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    return true;
}

void TestWholePath::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    widgets::theme::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), widgets::theme::Mode::Light);
    m_window = std::make_unique<widgets::MainWindow>(widgets::PageServices{&m_jobs, &m_training});
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWholePath::theStartPageIsShownFirst()
{
    QVERIFY(find("startPage") != nullptr);
    picture("start");
}

void TestWholePath::aProjectIsMade()
{
    m_window->createProject(m_folder.filePath("Shop.atlas"));
    QTRY_VERIFY(m_window->session() != nullptr);
    QTRY_COMPARE(m_window->workspace()->currentId(), QString("data"));
    QTRY_VERIFY(find("pageState") != nullptr);  // nothing imported yet: the page says what to do
}

void TestWholePath::import(const QString &source, const QString &dataset)
{
    m_window->workspace()->openPage("data");
    QVERIFY(m_window->workspace()->currentPage()->dropped({source}));
    QTRY_VERIFY(find("importSheet") != nullptr);
    auto *name = find<QLineEdit>("importDataset");
    QVERIFY(name != nullptr);
    name->selectAll();
    QTest::keyClicks(name, dataset);
    QVERIFY(clickWhenReady("importStart"));
    auto *datasets = find<QComboBox>("datasetChooser");
    QTRY_VERIFY_WITH_TIMEOUT(
        (datasets = find<QComboBox>("datasetChooser")) != nullptr && datasets->currentText().contains(dataset), 20'000);
}

void TestWholePath::picturesAndSentencesAreImported()
{
    test::drawPictures(m_folder.filePath("colours"));
    test::writeSentences(m_folder.filePath("notes.csv"));
    import(m_folder.filePath("notes.csv"), "notes");
    import(m_folder.filePath("colours"), "colours");
    auto *gallery = find<QAbstractItemView>("sampleGallery");
    QTRY_VERIFY((gallery = find<QAbstractItemView>("sampleGallery")) != nullptr && gallery->model()->rowCount() == 80);
    QTest::qWait(800);  // thumbnails, for the picture
    picture("data");
}

void TestWholePath::makeTask(const QString &dataset)
{
    m_window->workspace()->openPage("data", QVariantMap{{"dataset", dataset}});
    QTRY_VERIFY(find<QComboBox>("datasetChooser") != nullptr &&
                find<QComboBox>("datasetChooser")->currentText().contains(dataset));
    QVERIFY(clickWhenReady("makeTask"));
    QTRY_VERIFY(find("taskSheet") != nullptr);
    auto *name = find<QLineEdit>("taskName");
    name->selectAll();
    QTest::keyClicks(name, dataset);
    QVERIFY(clickWhenReady("taskMake"));
    const auto connection = m_window->session()->project().connect();
    QTRY_VERIFY_WITH_TIMEOUT(storage::TaskStore(*connection, m_window->session()->project().assetFolder())
                                 .find(dataset.toStdString())
                                 .has_value(),
                             20'000);
    QTRY_VERIFY(find("taskSheet") == nullptr);
}

void TestWholePath::tasksAreMadeOfThem()
{
    makeTask("notes");
    makeTask("colours");
}

void TestWholePath::theyAreOrderedIntoASequence()
{
    m_window->workspace()->openPage("sequence");
    // Until the new tasks have been read, datasets without a task stand in their place.
    const auto isTask = [](const QModelIndex &card) {
        return card.isValid() && !card.data(widgets::TaskListModel::FactsRole).value<widgets::TaskFacts>().datasetOnly;
    };
    QAbstractItemView *cards = nullptr;
    QTRY_VERIFY((cards = find<QAbstractItemView>("taskPalette")) != nullptr && isTask(cards->model()->index(0, 0)) &&
                isTask(cards->model()->index(1, 0)));
    for (int left = 2; left > 0; --left) {
        auto *palette = find<QAbstractItemView>("taskPalette");
        QTRY_COMPARE(palette->model()->rowCount(), left);
        palette->setCurrentIndex(palette->model()->index(0, 0));
        palette->setFocus();
        QTest::keyClick(palette, Qt::Key_Return);
    }
    QTRY_COMPARE(find<QAbstractItemView>("sequenceTasks")->model()->rowCount(), 2);
    QTest::qWait(300);
    picture("sequence");
    QVERIFY(clickWhenReady("sequenceTrain"));
    QTRY_COMPARE(m_window->workspace()->currentId(), QString("train"));
}

RunRecord TestWholePath::newestRun()
{
    const auto connection = m_window->session()->project().connect();
    const std::vector<RunRecord> runs = storage::RunStore(*connection).list();
    return runs.empty() ? RunRecord{} : runs.front();
}

void TestWholePath::theSequenceIsTrained()
{
    // The engine is being loaded meanwhile; the form is filled when it has described itself.
    QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>("strategy.atlas") != nullptr, 30'000);
    QVERIFY(find<QAbstractButton>("strategy.atlas")->isChecked());
    QVERIFY(clickWhenReady("budget.quick"));
    QVERIFY(clickWhenReady("trainStart"));
    QTRY_VERIFY_WITH_TIMEOUT(newestRun().status == RunStatus::Running, 30'000);
    QTest::qWait(2000);
    picture("train");
    QTRY_COMPARE_WITH_TIMEOUT(QByteArray(runStatusName(newestRun().status)), QByteArray("finished"), 300'000);
    const auto connection = m_window->session()->project().connect();
    QCOMPARE(storage::ResultStore(*connection).cells(newestRun().id).size(), 3u);
}

void TestWholePath::theResultsAreShown()
{
    m_window->workspace()->openPage("results");
    QTRY_VERIFY(find<QLabel>("resultsHeadline") != nullptr && !find<QLabel>("resultsHeadline")->text().isEmpty());
    QTest::qWait(800);
    picture("results");
}

bool TestWholePath::waitForQuestion()
{
    return QTest::qWaitFor([&] { return find("questionCard") != nullptr; }, 300'000);
}

void TestWholePath::aPersonIsAskedAndDecides()
{
    m_window->workspace()->openPage("train");
    m_window->findChild<widgets::SettingsForm *>()->setValue("policy", "ask");
    QVERIFY(clickWhenReady("trainStart"));
    QVERIFY(waitForQuestion());
    QTest::qWait(800);  // curves and decisions are read, for the picture
    picture("question");
    // Other pages say that it waits, and lead back.
    m_window->workspace()->openPage("data");
    QTRY_VERIFY(find("pageNotice") != nullptr);
    QCOMPARE(m_window->findChild<widgets::RailButton *>("rail.train")->badge(), 1);
    picture("question-elsewhere");
    QTest::mouseClick(find("pageNotice")->findChild<QPushButton *>("bannerAction"), Qt::LeftButton);
    QTRY_COMPARE(m_window->workspace()->currentId(), QString("train"));
    QVERIFY(find("pageNotice") == nullptr);
    // It can be paused while it waits, and asks again when it goes on.
    QVERIFY(clickWhenReady("runPause"));
    QTRY_VERIFY(find("questionCard") == nullptr);
    QTRY_COMPARE(QByteArray(runStatusName(newestRun().status)), QByteArray("paused"));
    QVERIFY(clickWhenReady("runResume"));
    QVERIFY(waitForQuestion());
    QTest::keyClicks(find<QLineEdit>("questionWhy"), "the customer wants it");
    QVERIFY(clickWhenReady("question.expand"));
    QTRY_COMPARE_WITH_TIMEOUT(QByteArray(runStatusName(newestRun().status)), QByteArray("finished"), 300'000);
    const auto connection = m_window->session()->project().connect();
    const std::vector<DecisionRecord> decisions = storage::ResultStore(*connection).decisions(newestRun().id);
    QCOMPARE(decisions.size(), 2u);
    QCOMPARE(decisions[1].decision, std::string("expand"));
    QCOMPARE(decisions[1].decidedBy, userName());
    QCOMPARE(decisions[1].why, std::string("the customer wants it"));
    QTRY_VERIFY(find("decisionPerson") != nullptr);
    picture("answered");
}

void TestWholePath::closingTheProjectPausesARunThatAsks()
{
    QVERIFY(clickWhenReady("trainStart"));
    QVERIFY(waitForQuestion());
    const std::shared_ptr<storage::Project> project = m_window->session()->sharedProject();
    const std::string asking = newestRun().uuid;
    m_window->closeProject();
    QVERIFY(find("startPage") != nullptr);  // at once: the window does not wait for the engine
    const auto connection = project->connect();
    QTRY_COMPARE(QByteArray(runStatusName(storage::RunStore(*connection).find(asking)->status)), QByteArray("paused"));
}

void TestWholePath::cleanupTestCase()
{
    m_window->closeProject();
    m_window.reset();
}

QTEST_MAIN(TestWholePath)
#include "tst_whole_path.moc"
