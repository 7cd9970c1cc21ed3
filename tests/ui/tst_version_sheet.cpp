#include "sample_project.h"
#include "storage/connection.h"
#include "storage/curation.h"
#include "storage/dataset_store.h"
#include "storage/run_store.h"
#include "storage/task_store.h"
#include "storage/versions/run_data.h"
#include "tests/support/screenshot.h"
#include "widgets/data/data_page.h"
#include "widgets/data/data_toolbar.h"
#include "widgets/data/labeller.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/data/version_model.h"
#include "widgets/data/version_sheet.h"
#include "widgets/data/version_words.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/session.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// The sheet of versions over the real data page.
class TestVersionSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theModelIsSound();
    void wordsSayWhatChanged();
    void manyPairsOfLabelsAreToldOfTogether();
    void isOpenedFromTheMenuAndSaysWhatVersionsAreFor();
    void saveKeepsTheDataUnderASuggestedName();
    void aNameThatIsTakenIsSaid();
    void showsWhatChangedSinceAVersion();
    void comparesTwoVersions();
    void showsTheSamplesOfAChange();
    void goesBackAndTakesItBack();
    void saysWhichRunsLearnedFromIt();
    void readOnlyCanOnlyLook();
    void fitsTheSmallestWindowInTheDark();

private:
    void show();
    void showPage();
    void openSheet();
    void write(const std::function<void(storage::Connection &)> &work);
    void curate(const std::function<void(storage::Curation &)> &work);
    void make(const std::string &name, const std::string &note = {});
    void choose(const QList<int> &rows);
    QStringList lines();
    QTableView *table() { return m_page->findChild<QTableView *>(QStringLiteral("versionTable")); }
    template <typename Widget>
    Widget *find(const char *name)
    {
        return m_page->findChild<Widget *>(QLatin1String(name));
    }

    std::unique_ptr<test::SampleProject> m_project;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<DataPage> m_page;
    std::int64_t m_dataset = 0;
    std::vector<std::int64_t> m_ids;
};

void TestVersionSheet::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestVersionSheet::init()
{
    m_project = std::make_unique<test::SampleProject>();
    m_jobs = std::make_unique<JobList>();
    m_dataset = m_project->addPictures("parts", 24, {"good", "scratch", "dent"});
    for (const Sample &sample : m_project->samples(m_dataset)) {
        m_ids.push_back(sample.id);
    }
}

void TestVersionSheet::cleanup()
{
    m_page.reset();
    m_session.reset();
    m_jobs.reset();
    m_project.reset();
    m_ids.clear();
}

void TestVersionSheet::show()
{
    m_session = m_project->session();
    showPage();
}

void TestVersionSheet::showPage()
{
    m_page = std::make_unique<DataPage>(PageServices{m_jobs.get(), nullptr});
    m_page->resize(960, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setSession(m_session.get());
    QTRY_VERIFY(m_page->model()->sample(0));
}

void TestVersionSheet::openSheet()
{
    m_page->browser()->focusSamples();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(table());
    QTRY_VERIFY(!find<QLineEdit>("versionName")->text().isEmpty());
}

void TestVersionSheet::write(const std::function<void(storage::Connection &)> &work)
{
    m_session->project().writer().run(work);
}

void TestVersionSheet::curate(const std::function<void(storage::Curation &)> &work)
{
    write([&](storage::Connection &connection) {
        storage::Curation curation(connection, storage::DatasetStore(connection).get(m_dataset), "anna");
        work(curation);
    });
}

void TestVersionSheet::make(const std::string &name, const std::string &note)
{
    write([&](storage::Connection &connection) {
        storage::DataVersions(connection).make(m_dataset, {.name = name, .note = note}, "anna");
    });
}

void TestVersionSheet::choose(const QList<int> &rows)
{
    QItemSelection selection;
    for (const int row : rows) {
        selection.select(table()->model()->index(row, 0), table()->model()->index(row, VersionModel::Columns - 1));
    }
    table()->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QStringList TestVersionSheet::lines()
{
    QStringList words;
    for (const QLabel *label : find<QScrollArea>("versionLines")->widget()->findChildren<QLabel *>()) {
        if (label->isVisible()) {
            words << label->text();
        }
    }
    return words;
}

void TestVersionSheet::theModelIsSound()
{
    VersionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    storage::DataVersion version;
    version.id = 7;
    version.ref = {"parts", 3, "pilot", "u"};
    version.samples = 1200;
    version.runs = {"atlas 1", "atlas 2"};
    model.setVersions({version});
    QCOMPARE(model.index(0, VersionModel::Version).data().toString(), QStringLiteral("v3 · pilot"));
    QCOMPARE(model.index(0, VersionModel::Samples).data().toString(), QStringLiteral("1,200"));
    QCOMPARE(model.index(0, VersionModel::Runs).data().toString(), QStringLiteral("atlas 1, atlas 2"));
    QVERIFY(model.index(0, VersionModel::When)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("atlas 1, atlas 2")));
    QCOMPARE(model.rowOf(7), 0);
    QCOMPARE(model.rowOf(8), -1);
    model.setVersions({});
    QCOMPARE(model.rowCount(), 0);
}

void TestVersionSheet::wordsSayWhatChanged()
{
    storage::StateDifference difference;
    difference.added = {1, 2};
    difference.removed = {3};
    difference.labels = {{"0", "1", {4}}, {"", "1", {5}}, {"0", "", {6}}};
    difference.reviews = {{"labelled", "verified", {7}}, {"unlabelled", "labelled", {5}}};
    difference.splits = {{"auto", "test", {8}}};
    difference.classesRenamed = {{"0", "3"}};
    difference.classesMoved = true;
    QStringList text;
    std::size_t shown = 0;
    for (const DifferenceLine &line : differenceLines(taskKind("choice"), difference)) {
        text << line.text;
        shown += line.samples.size();
    }
    // Options of a choice are counted from 1, as everywhere in the window.
    QCOMPARE(text, QStringList({"2 sample(s) added", "1 sample(s) removed",
                                "1 sample(s) relabelled: Option 1 → Option 2", "1 sample(s) labelled Option 2",
                                "1 sample(s) lost the label Option 1", "1 sample(s) reviewed: labelled → verified",
                                "1 sample(s) put into another part: not set → test",
                                "Class renamed: Option 1 → Option 4", "The classes stand in another order"}));
    QCOMPARE(shown, 7U);  // those that are gone cannot be looked at
}

void TestVersionSheet::manyPairsOfLabelsAreToldOfTogether()
{
    storage::StateDifference difference;
    for (std::int64_t i = 0; i < 40; ++i) {
        difference.labels.push_back({"a", "b" + std::to_string(i), {i}});
    }
    const std::vector<DifferenceLine> told = differenceLines(taskKind("text"), difference);
    QCOMPARE(told.size(), 13U);
    QCOMPARE(told.back().text, QStringLiteral("28 sample(s) relabelled in other ways"));
    QCOMPARE(told.back().samples.size(), 28U);
}

void TestVersionSheet::isOpenedFromTheMenuAndSaysWhatVersionsAreFor()
{
    show();
    auto *toolbar = qobject_cast<DataToolbar *>(m_page->toolbar());
    QVERIFY(toolbar);
    QAction *action = m_page->findChild<QAction *>(QStringLiteral("versions"));
    QVERIFY(toolbar->menu()->actions().contains(action));
    action->trigger();
    QTRY_VERIFY(find<EmptyState>("noVersions")->isVisible());
    QVERIFY(!table()->isVisible());
    QTRY_VERIFY(!find<QLineEdit>("versionName")->text().isEmpty());
    QVERIFY(find<QLineEdit>("versionName")->hasFocus());
    test::saveScreenshot(*m_page, "version_sheet_empty");
}

void TestVersionSheet::saveKeepsTheDataUnderASuggestedName()
{
    show();
    openSheet();
    const QString name = find<QLineEdit>("versionName")->text();
    find<QLineEdit>("versionNote")->setText(QStringLiteral("first delivery"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("v1 · ") + name);
    QCOMPARE(find<QLabel>("versionStatus")->text(), QStringLiteral("✓  Made v1 · %1.").arg(name));
    QTRY_COMPARE(lines(), QStringList({"Nothing has changed: the data is as it was then."}));
    QCOMPARE(find<QLabel>("versionWords")->text(), QStringLiteral("first delivery"));
    QVERIFY(!find<QPushButton>("versionBack")->isEnabled());
    // The next suggestion is another name; without one there is nothing to keep.
    QTRY_VERIFY(find<QLineEdit>("versionName")->text() != name);
    find<QLineEdit>("versionName")->clear();
    find<QPushButton>("versionMake")->click();
    QTRY_VERIFY(find<QLabel>("versionStatus")->text().contains(QStringLiteral("Nothing has changed since v1")));
    QCOMPARE(table()->model()->rowCount(), 1);
}

void TestVersionSheet::aNameThatIsTakenIsSaid()
{
    show();
    make("pilot");
    openSheet();
    find<QLineEdit>("versionName")->setText(QStringLiteral("pilot"));
    QTest::keyClick(find<QLineEdit>("versionName"), Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>("versionStatus")->isVisible());
    QVERIFY(find<QLabel>("versionStatus")->text().contains(QStringLiteral("has the name \"pilot\" already")));
    QVERIFY(find<QPushButton>("versionMake")->isEnabled());
    QCOMPARE(table()->model()->rowCount(), 1);
}

void TestVersionSheet::showsWhatChangedSinceAVersion()
{
    show();
    make("first delivery", "As it came from line 4");
    curate([&](storage::Curation &c) { c.label(std::vector{m_ids[0], m_ids[6]}, "dent"); });
    curate([&](storage::Curation &c) { c.label(std::vector{m_ids[3]}, "burr"); });
    curate([&](storage::Curation &c) { c.remove(std::vector{m_ids[1]}); });
    curate([&](storage::Curation &c) { c.setSplit(std::vector{m_ids[2]}, Split::Test); });
    openSheet();
    QTRY_COMPARE(lines().size(), 6);
    QCOMPARE(find<QLabel>("versionDifference")->text(), QStringLiteral("Since v1 · first delivery"));
    QCOMPARE(lines().value(0), QStringLiteral("1 sample(s) removed"));
    QVERIFY(lines().contains(QStringLiteral("2 sample(s) relabelled: good → dent")));
    QVERIFY(lines().contains(QStringLiteral("1 sample(s) labelled burr")));
    QVERIFY(lines().contains(QStringLiteral("Class added: burr")));
    QVERIFY(find<QPushButton>("versionBack")->isEnabled());
    QTest::qWait(50);  // until all is laid out
    test::saveScreenshot(*m_page, "version_sheet");
}

void TestVersionSheet::comparesTwoVersions()
{
    show();
    make("one");
    curate([&](storage::Curation &c) { c.label(std::vector{m_ids[0]}, "dent"); });
    make("two");
    curate([&](storage::Curation &c) { c.label(std::vector{m_ids[6]}, "dent"); });
    make("three");
    openSheet();
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    choose({2, 1});
    QTRY_COMPARE(find<QLabel>("versionDifference")->text(), QStringLiteral("From v1 · one to v2 · two"));
    QTRY_COMPARE(lines().value(0), QStringLiteral("1 sample(s) relabelled: good → dent"));
    QVERIFY(!find<QPushButton>("versionBack")->isVisible());
    choose({0, 1, 2});
    QCOMPARE(find<QLabel>("versionDifference")->text(), QStringLiteral("Choose two versions at most"));
    choose({2});
    QTRY_COMPARE(lines().value(0), QStringLiteral("2 sample(s) relabelled: good → dent"));
}

void TestVersionSheet::showsTheSamplesOfAChange()
{
    show();
    make("one");
    curate([&](storage::Curation &c) { c.label(std::vector{m_ids[0], m_ids[6]}, "dent"); });
    openSheet();
    QTRY_VERIFY(find<QPushButton>("versionShow"));
    QTRY_VERIFY(find<QPushButton>("versionShow")->isVisible());
    find<QPushButton>("versionShow")->click();
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    QCOMPARE(m_page->model()->idAt(0), m_ids[0]);
    QTRY_VERIFY(!table());  // the sheet is closed
    QTRY_VERIFY(m_page->model()->sample(1));
    test::saveScreenshot(*m_page, "version_samples");
    for (auto *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Show all samples")) {
            button->click();
        }
    }
    QTRY_COMPARE(m_page->model()->rowCount(), 24);
}

void TestVersionSheet::goesBackAndTakesItBack()
{
    show();
    make("good");
    curate([&](storage::Curation &c) { c.label(std::vector{m_ids[0]}, "burr"); });
    curate([&](storage::Curation &c) { c.remove(std::vector{m_ids[1]}); });
    openSheet();
    QTRY_VERIFY(find<QPushButton>("versionBack")->isEnabled());
    find<QPushButton>("versionBack")->click();
    QTRY_COMPARE(m_page->model()->rowCount(), 24);
    QTRY_COMPARE(lines(), QStringList({"Nothing has changed: the data is as it was then."}));
    QTRY_COMPARE(table()->model()->rowCount(), 2);  // what was there before is a version now
    QCOMPARE(table()->selectionModel()->selectedRows().first().row(), 1);
    QCOMPARE(m_page->labeller()->undoTitle(), QStringLiteral("Go back to the version v1 (good)"));
    QTRY_VERIFY(find<QLabel>("versionStatus")->text().contains(QStringLiteral("as it was in v1")));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_page->model()->rowCount(), 23);
    QTRY_VERIFY(m_page->model()->sample(0));
    QCOMPARE(m_page->model()->sample(0)->labels.at(0).name, "burr");
}

void TestVersionSheet::saysWhichRunsLearnedFromIt()
{
    show();
    write([&](storage::Connection &connection) {
        storage::TaskStore tasks(connection, m_session->project().assetFolder());
        tasks.add({.name = "parts", .dataset = "parts", .kind = {}, .metric = {}});
        tasks.setSequence("all", {"parts"});
        RunSpec spec;
        spec.sequence = "all";
        spec.strategy = "atlas";
        const RunRecord run = storage::RunStore(connection).create(spec);
        storage::recordRunData(connection, run.id, storage::readRunData(connection, run.id), "anna");
    });
    openSheet();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, VersionModel::Version).data().toString(), QStringLiteral("v1"));
    QCOMPARE(table()->model()->index(0, VersionModel::Runs).data().toString(), QStringLiteral("atlas 1"));
}

void TestVersionSheet::readOnlyCanOnlyLook()
{
    m_session = m_project->session();
    make("one");
    curate([&](storage::Curation &c) { c.label(std::vector{m_ids[0]}, "burr"); });
    m_session.reset();
    m_session = std::make_unique<Session>(
        storage::Project::open(m_project->folder().toStdString(), storage::OpenMode::ReadOnly));
    showPage();
    m_page->findChild<QAction *>(QStringLiteral("versions"))->trigger();
    QTRY_VERIFY(lines().contains(QStringLiteral("1 sample(s) relabelled: good → burr")));
    QVERIFY(!find<QPushButton>("versionBack")->isEnabled());
    QVERIFY(!find<QPushButton>("versionMake")->isEnabled());
    QVERIFY(!find<QPushButton>("versionMake")->toolTip().isEmpty());
}

void TestVersionSheet::fitsTheSmallestWindowInTheDark()
{
    theme::apply(*qApp, theme::Mode::Dark);
    show();
    for (int i = 0; i < 9; ++i) {
        curate([&](storage::Curation &c) { c.label(std::vector{m_ids[std::size_t(i)]}, "burr"); });
        make(i % 3 == 0 ? "delivery " + std::to_string(i / 3 + 1) : std::string());
    }
    m_page->resize(648, 560);
    openSheet();
    QTRY_COMPARE(table()->model()->rowCount(), 9);
    choose({8});
    QTRY_VERIFY(lines().size() > 3);
    auto *sheet = m_page->findChild<VersionSheet *>();
    for (const char *name : {"versionMake", "versionBack"}) {
        auto *button = find<QPushButton>(name);
        QVERIFY2(sheet->rect().contains(QRect(button->mapTo(sheet, QPoint(0, 0)), button->size())), name);
    }
    QVERIFY(table()->height() >= 4 * theme::kRowHeight);
    QTest::qWait(50);
    test::saveScreenshot(*m_page, "version_sheet_dark");
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestVersionSheet)
#include "tst_version_sheet.moc"
