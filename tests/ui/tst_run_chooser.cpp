#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "storage/run_list.h"
#include "storage/run_store.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/decide/decide_page.h"
#include "widgets/frame/run_chooser.h"
#include "widgets/frame/theme.h"
#include "widgets/results/results_page.h"
#include "widgets/session.h"
#include "widgets/try/try_page.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

namespace {
constexpr int kMany = 10'000;
constexpr int kListed = 50;
}  // namespace

/// One chooser for three pages: few rows, however many runs there are.
class TestRunChooser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void ofManyRunsFewAreRows();
    void aRunThatIsWantedIsThereWhereverItLies();
    void theRunInProductionIsNamed();
    void theLastEntryLeadsToAllRuns();
    void keysStayAmongTheRuns();
    void ofSeveralReadingsTheLastCounts();
    void everyPageLeadsToCompare();

private:
    void addMany(int count);
    void list(const QString &wanted = {});
    void promote(const RunRecord &run);
    QString uuidOf(std::int64_t id) const;
    int rowOfMore() const { return m_chooser->count() - 1; }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<RunChooser> m_chooser;
};

void TestRunChooser::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestRunChooser::init()
{
    m_project = std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.90}, {0.87, 0.60}});
    m_chooser = std::make_unique<RunChooser>(storage::RunChoiceRequest{});
}

void TestRunChooser::cleanup()
{
    m_chooser.reset();
    m_project.reset();
}

void TestRunChooser::addMany(int count)
{
    m_project->session().project().writer().run([count](storage::Connection &connection) {
        connection.execute("INSERT INTO run (uuid, name, sequence, strategy, seed, backbone_name, backbone_sha256, "
                           "max_train, device, precision, status, progress, message, host, pid, boot_id, created_us, "
                           "started_us, ended_us, heartbeat_us, deleted_us) WITH RECURSIVE n (i) AS (SELECT 1 UNION "
                           "ALL SELECT i + 1 FROM n WHERE i < " +
                           std::to_string(count) +
                           ") SELECT printf('%036d', i), 'atlas ' || (i + 1), sequence, strategy, i, backbone_name, "
                           "backbone_sha256, max_train, device, precision, status, progress, message, host, pid, "
                           "boot_id, created_us, started_us, ended_us, heartbeat_us, deleted_us FROM run, n "
                           "WHERE run.id = 1");
    });
}

void TestRunChooser::list(const QString &wanted)
{
    bool listed = false;
    m_chooser->read(
        &m_project->session(), wanted, [&listed](const storage::RunChoices &) { listed = true; },
        [](const Error &error) { QFAIL(error.what()); });
    QTRY_VERIFY(listed);
}

void TestRunChooser::promote(const RunRecord &run)
{
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::ModelRegistry registry(connection);
        const storage::ModelVersion version = registry.add(
            run.uuid, {{.path = "parts/package.safetensors", .bytes = 1, .sha256 = std::string(64, 'a')}}, "", "me");
        registry.promote(version.number, {.reason = "good enough", .actor = "me"});
    });
}

QString TestRunChooser::uuidOf(std::int64_t id) const
{
    auto connection = m_project->session().project().connect();
    return QString::fromStdString(connection->text("SELECT uuid FROM run WHERE id = " + std::to_string(id)));
}

void TestRunChooser::ofManyRunsFewAreRows()
{
    addMany(kMany);
    auto connection = m_project->session().project().connect();
    const auto milliseconds = [](const auto &work) {
        QElapsedTimer clock;
        clock.start();
        work();
        return double(clock.nsecsElapsed()) / 1e6;
    };
    storage::RunChoices read;
    const double reading = milliseconds([&] { read = storage::readRunChoices(*connection, {}); });
    QCOMPARE(read.runs.size(), std::size_t{kListed});
    QCOMPARE(read.more, kMany + 1 - kListed);
    const double listing = milliseconds([this] { list(); });
    // What a row for each of them takes.
    std::vector<RunRecord> all;
    const double readingAll = milliseconds([&] { all = storage::listRuns(*connection); });
    QComboBox rows;
    const double listingAll = milliseconds([&] {
        for (const RunRecord &run : all) {
            rows.addItem(QString::fromStdString(run.name), QString::fromStdString(run.uuid));
        }
    });
    qInfo("%d runs: read in %.1f ms, listed after %.1f ms; all of them %.1f ms and %.1f ms", rows.count(), reading,
          listing, readingAll, listingAll);
    QCOMPARE(m_chooser->count(), kListed + 2);  // a line and the way to the others
    QCOMPARE(m_chooser->currentText(), QStringLiteral("atlas 10001 · pilot"));
    QCOMPARE(m_chooser->itemText(rowOfMore()), QStringLiteral("9,951 more run(s): look for one in Compare…"));
    m_chooser->resize(420, theme::kControlHeight);
    m_chooser->show();
    m_chooser->showPopup();
    QTest::qWait(100);
    QTest::keyClick(m_chooser->view(), Qt::Key_End);
    QVERIFY(!test::saveScreenshot(*m_chooser->view()->window(), QStringLiteral("run-chooser")).isEmpty());
    m_chooser->hidePopup();
}

void TestRunChooser::aRunThatIsWantedIsThereWhereverItLies()
{
    addMany(200);
    const QString old = uuidOf(3);
    list(old);
    QCOMPARE(m_chooser->run(), old);
    QCOMPARE(m_chooser->currentData().toString(), old);
    QCOMPARE(m_chooser->count(), kListed + 1 + 2);
    // One that is not finished comes last, and says so.
    const RunRecord paused = m_project->addRun("atlas", RunStatus::Paused, 0.4);
    list(QString::fromStdString(paused.uuid));
    QCOMPARE(m_chooser->currentIndex(), kListed);
    QVERIFY2(m_chooser->currentText().contains(QStringLiteral("paused")), qPrintable(m_chooser->currentText()));
    // One that is not there leaves the newest.
    list(QStringLiteral("nothing"));
    QCOMPARE(m_chooser->currentIndex(), 0);
}

void TestRunChooser::theRunInProductionIsNamed()
{
    addMany(200);
    promote(m_project->finished());
    list();
    QCOMPARE(m_chooser->currentIndex(), 0);
    const int row = m_chooser->findData(QString::fromStdString(m_project->finished().uuid));
    QCOMPARE(row, kListed);  // older than the newest fifty, and there all the same
    QCOMPARE(m_chooser->itemText(row), QStringLiteral("atlas 1 · pilot (production)"));
    m_chooser = std::make_unique<RunChooser>(storage::RunChoiceRequest{}, RunChooser::Usual::Serving);
    list();
    QCOMPARE(m_chooser->currentIndex(), row);
}

void TestRunChooser::theLastEntryLeadsToAllRuns()
{
    addMany(200);
    list();
    QSignalSpy more(m_chooser.get(), &RunChooser::moreWanted);
    QSignalSpy chosen(m_chooser.get(), &RunChooser::chosen);
    m_chooser->show();
    m_chooser->showPopup();
    QTest::keyClick(m_chooser->view(), Qt::Key_End);
    QTest::keyClick(m_chooser->view(), Qt::Key_Return);
    QTRY_COMPARE(more.size(), 1);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_chooser->currentIndex(), 0);  // the run stays the one it was
    m_chooser->showPopup();
    QTest::keyClick(m_chooser->view(), Qt::Key_Down);
    QTest::keyClick(m_chooser->view(), Qt::Key_Return);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), m_chooser->run());
    QCOMPARE(m_chooser->currentIndex(), 1);
    // Few runs need no such entry.
    m_project = std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.90}});
    m_chooser->forget();
    QVERIFY(m_chooser->run().isEmpty());
    list();
    QCOMPARE(m_chooser->count(), 1);
}

void TestRunChooser::keysStayAmongTheRuns()
{
    addMany(200);
    list();
    QSignalSpy more(m_chooser.get(), &RunChooser::moreWanted);
    m_chooser->show();
    QTest::keyClick(m_chooser.get(), Qt::Key_End);
    QCOMPARE(more.size(), 0);
    QCOMPARE(m_chooser->currentIndex(), kListed - 1);
    QCOMPARE(m_chooser->run(), m_chooser->itemData(kListed - 1).toString());
    QTest::keyClick(m_chooser.get(), Qt::Key_Down);
    QCOMPARE(m_chooser->currentIndex(), kListed - 1);
    QCOMPARE(more.size(), 0);
}

void TestRunChooser::ofSeveralReadingsTheLastCounts()
{
    addMany(200);
    int first = 0;
    const auto fail = [](const Error &error) { QFAIL(error.what()); };
    m_chooser->read(
        &m_project->session(), uuidOf(2), [&first](const storage::RunChoices &) { ++first; }, fail);
    list(uuidOf(3));
    QCOMPARE(first, 0);
    QCOMPARE(m_chooser->run(), uuidOf(3));
}

void TestRunChooser::everyPageLeadsToCompare()
{
    addMany(kListed);
    std::vector<std::unique_ptr<Page>> pages;
    pages.push_back(std::make_unique<ResultsPage>(PageServices{}));
    pages.push_back(std::make_unique<DecidePage>(PageServices{}));
    pages.push_back(std::make_unique<TryPage>(PageServices{}));
    for (const auto &page : pages) {
        page->setSession(&m_project->session());
        page->show();
        auto *chooser = page->toolbar()->findChild<RunChooser *>();
        QVERIFY(chooser != nullptr);
        QTRY_COMPARE(chooser->count(), kListed + 2);
        QSignalSpy opened(page.get(), &Page::openPage);
        Q_EMIT chooser->activated(chooser->count() - 1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("compare"));
    }
}

QTEST_MAIN(TestRunChooser)
#include "tst_run_chooser.moc"
