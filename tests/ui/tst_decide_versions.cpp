#include "core/files.h"
#include "decide_page_test.h"
#include "storage/audit_trail.h"
#include "storage/decide/target_store.h"
#include "storage/run_list.h"
#include "support/screenshot.h"
#include "widgets/decide/audit_words.h"
#include "widgets/decide/decide_words.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/report/report_job.h"
#include "widgets/results/plain_table.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestDecideVersions : public test::DecidePageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void promotingNeedsAReason();
    void theUpdateIsHeldAgainstProduction();
    void rollingBackGoesToTheVersionBefore();
    void aSecondPersonApproves();
    void aRunIsDecidedAgainst();
    void thePolicyIsKept();
    void theTrailIsVerifiedOnScreen();
    void aReportThatWasMadeIsInTheTrail();
    void theHistoryTellsWhatChangedInWords();
    void whatIsNotUnderstoodIsShownAsItWasWritten();
    void picturesOfTheRegistry();
};

void TestDecideVersions::promotingNeedsAReason()
{
    show();
    press("targetsToday");
    press("decidePromote");
    QTRY_VERIFY(child<QPushButton>("moveAccept") != nullptr);
    QVERIFY(!child<QPushButton>("moveAccept")->isEnabled());
    child<QPlainTextEdit>("moveReason")->setPlainText(QStringLiteral("  \n"));
    QVERIFY(!child<QPushButton>("moveAccept")->isEnabled());
    giveReason(QStringLiteral("meets every target"));
    QCOMPARE(served(), std::string("atlas 1"));
    QTRY_COMPARE(text("decideQuestion"), QStringLiteral("atlas 1 is in production. Is it still good enough?"));
    const auto events =
        stored([](storage::Connection &connection) { return storage::ModelRegistry(connection).events("production"); });
    QCOMPARE(events[0].verdict, std::string("go"));
    QCOMPARE(events[0].reason, std::string("meets every target"));
    QVERIFY(!child<QPushButton>("decideRollBack")->isVisible());  // nothing to go back to
}

void TestDecideVersions::theUpdateIsHeldAgainstProduction()
{
    show();
    promote(QStringLiteral("first"));
    const RunRecord rival = m_project->addRival("shared", 0.05);
    m_page->open(QString::fromStdString(rival.uuid));
    QTRY_COMPARE(text("decideQuestion"), QStringLiteral("Put shared 2 into production?"));
    QCOMPARE(text("changesSentence"), QStringLiteral("3 task(s) get worse, parts by most: 5.0 points."));
    const auto *table = child<PlainTable>("changesTable");
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 3)->text(), QStringLiteral("−5.0 points"));
    QCOMPARE(table->item(0, 4)->text(), QStringLiteral("probably not chance (n = 200)"));
    QVERIFY(model()->setData(cell(QStringLiteral("Worse than in production by at most"), TargetsModel::Asked), "2"));
    QCOMPARE(text("verdictWord"), QStringLiteral("No go"));
    // What production reached, less a point: this run is under it.
    press("targetsProduction");
    QCOMPARE(cell(QStringLiteral("parts: Score at least"), TargetsModel::Asked).data().toString(),
             QStringLiteral("85.0\u00a0%"));
}

void TestDecideVersions::rollingBackGoesToTheVersionBefore()
{
    const RunRecord rival = m_project->addRival("shared", 0.05);
    addPackages(rival);
    show();
    for (const RunRecord &run : {m_project->finished(), rival}) {
        m_page->open(QString::fromStdString(run.uuid));
        QTRY_COMPARE(text("decideQuestion"), QStringLiteral("Put %1 into production?").arg(run.name.c_str()));
        promote(QStringLiteral("next"));
    }
    QCOMPARE(served(), std::string("shared 2"));
    QTRY_VERIFY(child<QPushButton>("decideRollBack")->isVisible());
    press("decideRollBack");
    QTRY_VERIFY(child<QComboBox>("moveVersion") != nullptr);
    QCOMPARE(child<QComboBox>("moveVersion")->currentText(), QStringLiteral("v1 · atlas 1"));
    giveReason(QStringLiteral("complaints from line 2"));
    QCOMPARE(served(), std::string("atlas 1"));
    // A version whose bytes changed must not serve.
    writeFileAtomically(m_project->session().project().modelFolder(rival.uuid) / "parts" / "package.safetensors",
                        std::string("something else"));
    m_page->open(QString::fromStdString(rival.uuid));
    QTRY_COMPARE(text("decideQuestion"), QStringLiteral("Put shared 2 into production?"));
    press("decidePromote");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    child<QPlainTextEdit>("moveReason")->setPlainText(QStringLiteral("once more"));
    press("moveAccept");
    QTRY_VERIFY(text("moveProblem").contains(QStringLiteral("not what was registered")));
    QCOMPARE(served(), std::string("atlas 1"));
}

void TestDecideVersions::aSecondPersonApproves()
{
    m_project->session().project().writer().run(
        [](storage::Connection &connection) { storage::writePolicy(connection, {.secondPerson = true}, "Aiko"); });
    m_project->session().setActor(QStringLiteral("Aiko"));
    show();
    promote(QStringLiteral("good"));
    QCOMPARE(served(), std::string());
    QWidget *panel = m_page->inspector();
    QTRY_VERIFY(panel->findChild<QLabel *>("registryRequest") != nullptr);
    panel->findChild<QPushButton *>("registryApprove")->click();
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    child<QPlainTextEdit>("moveReason")->setPlainText(QStringLiteral("me too"));
    press("moveAccept");
    QTRY_VERIFY(text("moveProblem").contains(QStringLiteral("cannot approve it too")));
    m_project->session().setActor(QStringLiteral("Bert"));
    press("moveAccept");
    settle();
    QCOMPARE(served(), std::string("atlas 1"));
}

void TestDecideVersions::aRunIsDecidedAgainst()
{
    show();
    press("decideDecline");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    giveReason(QStringLiteral("notes is not good enough"));
    QCOMPARE(served(), std::string());
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 1);
    QCOMPARE(child<PlainTable>("historyTable")->item(0, 2)->text(), QStringLiteral("Decided against"));
}

void TestDecideVersions::thePolicyIsKept()
{
    show();
    QWidget *panel = m_page->inspector();
    panel->findChild<QPushButton *>("registryPolicy")->click();
    QTRY_VERIFY(child<QLineEdit>("policySamples") != nullptr);
    child<QLineEdit>("policySamples")->setText(QStringLiteral("0"));
    QVERIFY(!child<QPushButton>("policyKeep")->isEnabled());
    child<QLineEdit>("policySamples")->setText(QStringLiteral("500"));
    child<QLineEdit>("policyBelow")->setText(QStringLiteral("80"));
    child<QLineEdit>("policyDecides")->setText(QStringLiteral("Head of quality"));
    child<QCheckBox>("policySecond")->setChecked(true);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("decide-policy")).isEmpty());
    press("policyKeep");
    settle();
    const storage::UpdatePolicy policy =
        stored([](storage::Connection &connection) { return storage::readPolicy(connection); });
    QCOMPARE(policy.newSamples, 500);
    QVERIFY(policy.below && std::abs(*policy.below - 0.8) < 1e-12);
    QVERIFY(policy.secondPerson);
}

void TestDecideVersions::theTrailIsVerifiedOnScreen()
{
    show();
    press("targetsToday");
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 1);
    promote(QStringLiteral("meets every target"));
    press("decideAudit");
    QTRY_VERIFY(child<QLabel>("auditSentence") != nullptr &&
                text("auditSentence").startsWith(QStringLiteral("Verified: 3 entries, head hash ")));
    QCOMPARE(child<PlainTable>("auditTable")->rowCount(), 3);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("decide-audit")).isEmpty());
}

void TestDecideVersions::aReportThatWasMadeIsInTheTrail()
{
    const QTemporaryDir folder;
    QFile program(folder.filePath(QStringLiteral("atlas")));
    QVERIFY(program.open(QFile::WriteOnly));
    program.write("#!/bin/sh\nwhile [ $# -gt 0 ]; do [ \"$1\" = --out ] && printf x > \"$2\"; shift; done\n");
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    JobList jobs;
    m_page = std::make_unique<DecidePage>(PageServices{.jobs = &jobs});
    m_page->setSession(&m_project->session());
    m_page->show();
    settle();
    auto *job = new ReportJob({.program = program.fileName(),
                               .project = QString::fromStdString(m_project->session().project().folder().string()),
                               .runs = {QStringLiteral("1")},
                               .file = folder.filePath(QStringLiteral("会議.pdf")),
                               .language = QStringLiteral("ja")});
    jobs.add(job);
    job->start();
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 1);
    QCOMPARE(child<PlainTable>("historyTable")->item(0, 2)->text(), QStringLiteral("Report made"));
    QCOMPARE(child<PlainTable>("historyTable")->item(0, 3)->text(), QStringLiteral("会議.pdf"));
    // SHA-256 of "x"
    QVERIFY(child<PlainTable>("historyTable")
                ->item(0, 4)
                ->text()
                .endsWith(QStringLiteral("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")));
    m_page.reset();
}

void TestDecideVersions::theHistoryTellsWhatChangedInWords()
{
    show();
    const auto details = [this] { return child<PlainTable>("historyTable")->item(0, 4)->text(); };
    QVERIFY(model()->setData(cell(QStringLiteral("Average at least"), TargetsModel::Asked), "75"));
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 1);
    QCOMPARE(details(), QStringLiteral("Average at least 75.0\u00a0%"));
    QVERIFY(model()->setData(cell(QStringLiteral("parts: Score at least"), TargetsModel::Asked), "80"));
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 2);
    QCOMPARE(details(), QStringLiteral("parts: Score at least 80.0\u00a0%"));  // and not what stays as it was
    QVERIFY(model()->setData(cell(QStringLiteral("parts: Score at least"), TargetsModel::Asked), "85"));
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 3);
    QCOMPARE(details(), QStringLiteral("parts: Score at least 85.0\u00a0% (before: 80.0\u00a0%)"));
    QVERIFY(model()->setData(cell(QStringLiteral("Average at least"), TargetsModel::Asked), ""));
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 4);
    QCOMPARE(details(), QStringLiteral("Average at least: no more"));
    // The trail itself holds what it always held.
    const auto entries = stored([](storage::Connection &connection) { return storage::AuditTrail(connection).list(); });
    QCOMPARE(entries[3].act.after, std::string("average = 0.75"));
    promote(QStringLiteral("good; reason: enough"));
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 6);
    QCOMPARE(details(), QStringLiteral("v1 (atlas 1); Verdict: Go; Reason: good; reason: enough"));
    QVERIFY(!test::saveScreenshot(*child<QWidget>("historyPanel"), QStringLiteral("decide-history")).isEmpty());
}

void TestDecideVersions::whatIsNotUnderstoodIsShownAsItWasWritten()
{
    const auto changes = [](const char *action, const char *before, const char *after) {
        return auditWords({.actor = "Aiko", .action = action, .object = "pilot", .before = before, .after = after})
            .changes;
    };
    QCOMPARE(changes(storage::audit::kTargets, "", "later_kind = 3"), QStringList{QStringLiteral("later_kind = 3")});
    QCOMPARE(changes(storage::audit::kTargets, "", "anything"), QStringList{QStringLiteral("anything")});
    QCOMPARE(changes("later_action", "", "anything"), QStringList{QStringLiteral("anything")});
    QCOMPARE(
        changes(storage::audit::kPolicy, "", "days = 90; a second person approves"),
        (QStringList{QStringLiteral("Train again after 90 day(s)."), QStringLiteral("A second person approves.")}));
    QCOMPARE(
        changes(storage::audit::kAssumptions, "currency = JPY; label_cost = 20", "currency = JPY; label_cost = 25"),
        QStringList{QStringLiteral("%1: 25.00 JPY each (before: 20.00 JPY each)").arg(roiTitle("label_cost"))});
}

void TestDecideVersions::picturesOfTheRegistry()
{
    constexpr int kVersions = 5;
    for (int i = 1; i < kVersions; ++i) {
        addPackages(m_project->addRival("shared", 0.01 * i));
    }
    show();
    const auto picture = [this](const QString &name) {
        for (const theme::Mode mode : {theme::Mode::Dark, theme::Mode::Light}) {
            theme::apply(*qApp, mode);
            QScrollArea frame;  // as the window shows it
            frame.setWidgetResizable(true);
            frame.setFrameShape(QFrame::NoFrame);
            frame.resize(theme::kInspectorWidth, 720);
            frame.setWidget(m_page->inspector());
            frame.show();
            QTest::qWait(50);
            const QString end = mode == theme::Mode::Dark ? QStringLiteral("-dark") : QString();
            QVERIFY(!test::saveScreenshot(frame, QStringLiteral("decide-registry-") + name + end).isEmpty());
            frame.takeWidget()->setParent(m_page.get());
        }
    };
    picture(QStringLiteral("0"));
    const auto runs = stored([](storage::Connection &connection) { return storage::listRuns(connection); });
    for (std::size_t i = runs.size(); i > 0; --i) {
        m_page->open(QString::fromStdString(runs[i - 1].uuid));
        QTRY_COMPARE(text("decideQuestion"),
                     QStringLiteral("Put %1 into production?").arg(QString::fromStdString(runs[i - 1].name)));
        promote(QStringLiteral("next"));
        if (i == runs.size()) {
            picture(QStringLiteral("1"));
        }
    }
    press("decideRollBack");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    giveReason(QStringLiteral("complaints"));
    picture(QStringLiteral("5"));
    for (int number = 1; number <= kVersions; ++number) {
        auto *button = m_page->findChild<QPushButton *>(QStringLiteral("registryVersion%1").arg(number));
        QVERIFY(button != nullptr && button->accessibleName().contains(QStringLiteral("v%1").arg(number)));
    }
    m_page->findChild<QPushButton *>(QStringLiteral("registryVersion2"))->click();
    QTRY_COMPARE(text("decideQuestion"), QStringLiteral("Put shared 2 into production?"));
}

QTEST_MAIN(TestDecideVersions)
#include "tst_decide_versions.moc"
