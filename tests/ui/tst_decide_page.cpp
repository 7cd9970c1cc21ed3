#include "core/files.h"
#include "storage/audit_trail.h"
#include "storage/connection.h"
#include "storage/decide/model_registry.h"
#include "storage/decide/target_store.h"
#include "storage/run_store.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/decide/decide_page.h"
#include "widgets/decide/decide_words.h"
#include "widgets/decide/targets_model.h"
#include "widgets/frame/sheet.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/report/report_job.h"
#include "widgets/report/report_sheet.h"
#include "widgets/results/plain_table.h"
#include "widgets/session.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

namespace {
/// parts falls by 3 points when notes is learned and by 1 more later; notes gains 2.
const std::vector<std::vector<double>> kMatrix{{0.90}, {0.87, 0.60}, {0.86, 0.62, 0.70}};
}  // namespace

class TestDecidePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingIsAskedUntilSomebodyDoes();
    void todaysResultsBecomeTargetsByAClick();
    void anEditedTargetChangesTheVerdict();
    void whatIsNoFigureIsRefused();
    void theTargetsAreAModelThatKeepsTheRules();
    void dropsAreShownOnDemand();
    void promotingNeedsAReason();
    void theUpdateIsHeldAgainstProduction();
    void rollingBackGoesToTheVersionBefore();
    void aSecondPersonApproves();
    void aRunIsDecidedAgainst();
    void theReturnIsComputedFromWhatIsTyped();
    void thePolicyIsKept();
    void theTrailIsVerifiedOnScreen();
    void amountsAreReadAsTheyAreTyped();
    void aProjectWithoutRunsLeadsToTraining();
    void aRunningRunIsNotYetAQuestion();
    void theReportIsAskedForHere();
    void aReportThatWasMadeIsInTheTrail();
    void whoOnlyReadsCannotDecide();
    void picturesOfThePage();

private:
    void show();
    void settle();
    void addPackages(const RunRecord &run);
    template <typename W>
    W *child(const char *name) const
    {
        return m_page->findChild<W *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const { return child<QLabel>(name)->text(); }
    TargetsModel *model() const { return static_cast<TargetsModel *>(child<QTableView>("targetsTable")->model()); }
    QModelIndex cell(const QString &what, int column) const;
    void press(const char *name) { child<QPushButton>(name)->click(); }
    /// Fills in the reason of the sheet that is open, and accepts it.
    void giveReason(const QString &reason);
    template <typename Work>
    auto stored(Work work) const
    {
        return work(*m_project->session().project().connect());
    }
    std::string served() const
    {
        return stored([](storage::Connection &connection) {
            const auto run = storage::ModelRegistry(connection).resolve(storage::kProduction);
            return run ? run->name : std::string();
        });
    }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<DecidePage> m_page;
};

void TestDecidePage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestDecidePage::init()
{
    m_project = std::make_unique<test::TrainedProject>(kMatrix);
    addPackages(m_project->finished());
}

void TestDecidePage::cleanup()
{
    m_project->session().setActor({});
    m_page.reset();
    m_project.reset();
}

void TestDecidePage::addPackages(const RunRecord &run)
{
    for (const std::string &task : run.tasks) {
        const auto folder = m_project->session().project().modelFolder(run.uuid) / task;
        std::filesystem::create_directories(folder);
        writeFileAtomically(folder / "package.safetensors", "weights of " + run.name + " for " + task);
    }
}

void TestDecidePage::show()
{
    m_page = std::make_unique<DecidePage>(PageServices{});
    m_page->resize(1100, 780);
    m_page->setSession(&m_project->session());
    m_page->show();
    settle();
}

void TestDecidePage::settle()
{
    QTRY_VERIFY(!text("decideQuestion").isEmpty());
    QTRY_VERIFY(m_page->findChildren<Sheet *>().isEmpty());
    QTest::qWait(50);
}

QModelIndex TestDecidePage::cell(const QString &what, int column) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->index(row, TargetsModel::What).data().toString() == what) {
            return model()->index(row, column);
        }
    }
    return {};
}

void TestDecidePage::giveReason(const QString &reason)
{
    child<QPlainTextEdit>("moveReason")->setPlainText(reason);
    press("moveAccept");
    settle();
}

void TestDecidePage::nothingIsAskedUntilSomebodyDoes()
{
    show();
    QCOMPARE(text("decideQuestion"), QStringLiteral("Put atlas 1 into production?"));
    QCOMPARE(text("verdictWord"), QStringLiteral("Undecided"));
    QVERIFY(text("verdictSentence").contains(QStringLiteral("Nothing is asked")));
    QCOMPARE(cell(QStringLiteral("parts – Score at least"), TargetsModel::Asked).data().toString(),
             QStringLiteral("not asked"));
    QCOMPARE(cell(QStringLiteral("parts – Score at least"), TargetsModel::Measured).data().toString(),
             QStringLiteral("86.0\u00a0%"));
    QVERIFY(cell(QStringLiteral("parts – Score at least"), TargetsModel::Certainty)
                .data()
                .toString()
                .contains(QStringLiteral("n = 200")));
    QVERIFY(stored([](storage::Connection &connection) {
        return storage::TargetStore(connection).targets("pilot").empty() &&
               storage::AuditTrail(connection).list().empty();
    }));
}

void TestDecidePage::todaysResultsBecomeTargetsByAClick()
{
    show();
    press("targetsToday");
    QCOMPARE(text("verdictWord"), QStringLiteral("Go"));
    QVERIFY(text("verdictSentence").startsWith(QStringLiteral("All 4 target")));
    QTRY_COMPARE(stored([](storage::Connection &connection) {
                     return storage::TargetStore(connection).targets("pilot").size();
                 }),
                 4U);
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 1);
    press("targetsClear");
    QCOMPARE(text("verdictWord"), QStringLiteral("Undecided"));
}

void TestDecidePage::anEditedTargetChangesTheVerdict()
{
    show();
    QVERIFY(model()->setData(cell(QStringLiteral("notes – Score at least"), TargetsModel::Asked), "60"));
    QCOMPARE(text("verdictWord"), QStringLiteral("Go"));
    QVERIFY(model()->setData(cell(QStringLiteral("parts – Score at least"), TargetsModel::Asked), "95 %"));
    QCOMPARE(text("verdictWord"), QStringLiteral("No go"));
    QVERIFY2(
        text("verdictReasons").contains(QStringLiteral("parts – Score at least 95.0\u00a0%: measured 86.0\u00a0%")),
        qPrintable(text("verdictReasons")));
    QCOMPARE(cell(QStringLiteral("parts – Score at least"), TargetsModel::Result).data().toString(),
             QStringLiteral("missed"));
    QVERIFY(!cell(QStringLiteral("parts – Score at least"), TargetsModel::Result).data(Qt::DecorationRole).isNull());
    QCOMPARE(cell(QStringLiteral("parts – Score at least"), TargetsModel::Reason).data().toString(),
             QStringLiteral("missed by 9.0 points"));
    QVERIFY(model()->setData(cell(QStringLiteral("Size added at most"), TargetsModel::Asked), "1"));  // MB
    QCOMPARE(cell(QStringLiteral("Size added at most"), TargetsModel::Reason).data().toString(),
             QStringLiteral("missed by 50.0\u00a0%"));
    // An empty field takes a target away.
    QVERIFY(model()->setData(cell(QStringLiteral("parts – Score at least"), TargetsModel::Asked), ""));
    QVERIFY(model()->setData(cell(QStringLiteral("Size added at most"), TargetsModel::Asked), " "));
    QCOMPARE(text("verdictWord"), QStringLiteral("Go"));
    QTRY_COMPARE(
        stored([](storage::Connection &connection) { return storage::TargetStore(connection).targets("pilot"); }),
        (Targets{{"minimum", "notes", 0.6}}));
}

void TestDecidePage::whatIsNoFigureIsRefused()
{
    show();
    for (const char *typed : {"high", "-3", "120"}) {
        QVERIFY(!model()->setData(cell(QStringLiteral("notes – Score at least"), TargetsModel::Asked), typed));
        QVERIFY2(text("targetsNote").contains(QStringLiteral("Nothing was changed")), typed);
    }
    QVERIFY(model()->targets().empty());
}

void TestDecidePage::theTargetsAreAModelThatKeepsTheRules()
{
    show();
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    press("targetsToday");
    child<QCheckBox>("targetsDrops")->setChecked(true);
    QVERIFY(model()->setData(model()->index(0, TargetsModel::Asked), "50"));
    press("targetsClear");
}

void TestDecidePage::dropsAreShownOnDemand()
{
    show();
    QVERIFY(!cell(QStringLiteral("parts – Drop at most"), TargetsModel::What).isValid());
    child<QCheckBox>("targetsDrops")->setChecked(true);
    QCOMPARE(cell(QStringLiteral("parts – Drop at most"), TargetsModel::Measured).data().toString(),
             QStringLiteral("4.0 points"));
    QVERIFY(model()->setData(cell(QStringLiteral("parts – Drop at most"), TargetsModel::Asked), "3"));
    QCOMPARE(text("verdictWord"), QStringLiteral("No go"));
    child<QCheckBox>("targetsDrops")->setChecked(false);
    QVERIFY(cell(QStringLiteral("parts – Drop at most"), TargetsModel::What).isValid());  // it is asked
    QVERIFY(!cell(QStringLiteral("notes – Drop at most"), TargetsModel::What).isValid());
}

void TestDecidePage::promotingNeedsAReason()
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

void TestDecidePage::theUpdateIsHeldAgainstProduction()
{
    show();
    press("decidePromote");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    giveReason(QStringLiteral("first"));
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
    QCOMPARE(cell(QStringLiteral("parts – Score at least"), TargetsModel::Asked).data().toString(),
             QStringLiteral("85.0\u00a0%"));
}

void TestDecidePage::rollingBackGoesToTheVersionBefore()
{
    const RunRecord rival = m_project->addRival("shared", 0.05);
    addPackages(rival);
    show();
    for (const RunRecord &run : {m_project->finished(), rival}) {
        m_page->open(QString::fromStdString(run.uuid));
        QTRY_COMPARE(text("decideQuestion"), QStringLiteral("Put %1 into production?").arg(run.name.c_str()));
        press("decidePromote");
        QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
        giveReason(QStringLiteral("next"));
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

void TestDecidePage::aSecondPersonApproves()
{
    m_project->session().project().writer().run(
        [](storage::Connection &connection) { storage::writePolicy(connection, {.secondPerson = true}, "Aiko"); });
    m_project->session().setActor(QStringLiteral("Aiko"));
    show();
    press("decidePromote");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    giveReason(QStringLiteral("good"));
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

void TestDecidePage::aRunIsDecidedAgainst()
{
    show();
    press("decideDecline");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    giveReason(QStringLiteral("notes is not good enough"));
    QCOMPARE(served(), std::string());
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 1);
    QCOMPARE(child<PlainTable>("historyTable")->item(0, 2)->text(), QStringLiteral("Decided against"));
}

void TestDecidePage::theReturnIsComputedFromWhatIsTyped()
{
    show();
    QCOMPARE(text("decideReturn"), QStringLiteral("No figures were typed yet."));
    press("decideRoi");
    QTRY_VERIFY(child<QLineEdit>("roi_months") != nullptr);
    QCOMPARE(text("roiValue_net"), QStringLiteral("–"));
    QVERIFY(child<QLineEdit>("roi_training_hours")->text().isEmpty());  // measured, but not taken silently
    const std::pair<const char *, const char *> typed[] = {
        {"items_per_month", "10,000"}, {"automatic_share", "80"}, {"minutes_saved", "1.5"}, {"staff_rate", "30"},
        {"mistake_share", "1"},        {"mistake_cost", "5"},     {"machine_rate", "2.5"},  {"labels", "3000"},
        {"label_cost", "0.5"},         {"storage_size", "20"},    {"storage_rate", "0.1"},  {"months", "12"}};
    for (const auto &[name, value] : typed) {
        child<QLineEdit>(QByteArray("roi_").append(name))->setText(value);
    }
    child<QLineEdit>("roiCurrency")->setText(QStringLiteral("EUR"));
    QVERIFY(text("roiFormula_one_time").contains(QStringLiteral("not provided: Training")));
    press("roiTakeHours");
    QCOMPARE(text("roiValue_value_per_month"), QStringLiteral("6,000 EUR a month"));
    QVERIFY2(text("roiFormula_gain_per_month").contains(QStringLiteral("6,000 − 400 − 2")),
             qPrintable(text("roiFormula_gain_per_month")));
    child<QLineEdit>("roi_months")->setText(QStringLiteral("soon"));
    QVERIFY(!child<QPushButton>("roiKeep")->isEnabled());
    child<QLineEdit>("roi_months")->setText(QStringLiteral("12"));
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("decide-return")).isEmpty());
    press("roiKeep");
    settle();
    QTRY_VERIFY(text("decideReturn").startsWith(QStringLiteral("Net gain 65,")));
    QCOMPARE(
        stored([](storage::Connection &connection) { return storage::TargetStore(connection).roi("pilot").currency; }),
        std::string("EUR"));
}

void TestDecidePage::thePolicyIsKept()
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

void TestDecidePage::theTrailIsVerifiedOnScreen()
{
    show();
    press("targetsToday");
    QTRY_COMPARE(child<PlainTable>("historyTable")->rowCount(), 1);
    press("decidePromote");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    giveReason(QStringLiteral("meets every target"));
    press("decideAudit");
    QTRY_VERIFY(child<QLabel>("auditSentence") != nullptr &&
                text("auditSentence").startsWith(QStringLiteral("Verified: 3 entries, head hash ")));
    QCOMPARE(child<PlainTable>("auditTable")->rowCount(), 3);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("decide-audit")).isEmpty());
}

void TestDecidePage::amountsAreReadAsTheyAreTyped()
{
    const auto read = [](const char *kind, const char *typed) {
        return parseAmount(targetKind(kind), QString::fromUtf8(typed)).value_or(-1);
    };
    QCOMPARE(read("minimum", "90"), 0.9);
    QCOMPARE(read("minimum", "90.5 %"), 0.905);
    QCOMPARE(read("drop", "2 points"), 0.02);
    QCOMPARE(read("bytes_added", "5.2 MB"), 5.2e6);
    QCOMPARE(read("train_seconds", "90"), 5400.0);
    QCOMPARE(read("answer_ms", "12.5"), 12.5);
    QCOMPARE(read("money", "1,200"), 1200.0);
    QCOMPARE(read("minimum", "100"), 1.0);
    for (const char *bad : {"", "%", "101", "-1", "ninety"}) {
        QVERIFY2(read("minimum", bad) < 0, bad);
    }
    for (const TargetKind &kind : targetKinds()) {
        QVERIFY2(std::abs(parseAmount(kind, typedAmount(kind, 0.25)).value_or(-1) - 0.25) < 1e-9, kind.name.c_str());
    }
}

void TestDecidePage::aProjectWithoutRunsLeadsToTraining()
{
    test::SampleProject empty;
    const auto session = empty.session();
    DecidePage page(PageServices{});
    QSignalSpy opened(&page, &Page::openPage);
    page.setSession(session.get());
    page.show();
    const auto button = [&page]() -> QPushButton * {
        for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == QStringLiteral("Train")) {
                return candidate;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY(button() != nullptr);
    button()->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("train"));
}

void TestDecidePage::aRunningRunIsNotYetAQuestion()
{
    const RunRecord run = m_project->addRun("atlas", RunStatus::Interrupted, 0.4);
    show();
    QCOMPARE(child<QComboBox>("decideRun")->count(), 1);  // only the finished one
    m_page->open(QString::fromStdString(run.uuid));       // asked for: shown, and undecided
    QTRY_COMPARE(text("decideQuestion"), QStringLiteral("Put atlas 2 into production?"));
    QCOMPARE(text("verdictWord"), QStringLiteral("Undecided"));
    QVERIFY(text("verdictSentence").contains(QStringLiteral("not finished")));
    QVERIFY(!child<QPushButton>("decidePromote")->isEnabled());
}

void TestDecidePage::theReportIsAskedForHere()
{
    show();
    QVERIFY(!child<QPushButton>("decideReport")->isVisibleTo(m_page->toolbar()));  // no jobs bar to make it in
    JobList jobs;
    m_page = std::make_unique<DecidePage>(PageServices{.jobs = &jobs});
    m_page->setSession(&m_project->session());
    m_page->show();
    settle();
    press("decideReport");
    QVERIFY(m_page->findChild<ReportSheet *>() != nullptr);
    m_page.reset();
}

void TestDecidePage::aReportThatWasMadeIsInTheTrail()
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

void TestDecidePage::whoOnlyReadsCannotDecide()
{
    const auto folder = m_project->session().project().folder();
    Session reader(storage::Project::open(folder, storage::OpenMode::ReadOnly));
    m_page = std::make_unique<DecidePage>(PageServices{});
    m_page->setSession(&reader);
    m_page->show();
    settle();
    for (const char *name : {"decidePromote", "decideDecline", "decideRollBack", "targetsToday", "targetsClear"}) {
        QVERIFY2(!child<QPushButton>(name)->isVisible(), name);
    }
    QVERIFY(!(model()->flags(model()->index(0, TargetsModel::Asked)) & Qt::ItemIsEditable));
    QVERIFY(child<QPushButton>("decideAudit")->isVisible());
    m_page.reset();
}

void TestDecidePage::picturesOfThePage()
{
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
    addPackages(m_project->finished());
    show();
    press("decidePromote");
    QTRY_VERIFY(child<QPlainTextEdit>("moveReason") != nullptr);
    QVERIFY(!test::saveScreenshot(*m_page, QStringLiteral("decide-promote")).isEmpty());
    giveReason(QStringLiteral("The first version of the pilot."));
    const RunRecord rival = m_project->addRival("shared", 0.02);
    addPackages(rival);
    m_page->open(QString::fromStdString(rival.uuid));
    QTRY_COMPARE(text("decideQuestion"), QStringLiteral("Put shared 2 into production?"));
    press("targetsProduction");
    QVERIFY(model()->setData(cell(QStringLiteral("Size added at most"), TargetsModel::Asked), "6"));
    QVERIFY(model()->setData(cell(QStringLiteral("Drop of any task at most"), TargetsModel::Asked), "5"));
    // As in the window: content, then the inspector.
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->addWidget(m_page->toolbar());
    column->addWidget(m_page.get(), 1);
    row->addLayout(column, 1);
    auto *panel = new QScrollArea;
    panel->setWidgetResizable(true);
    panel->setFixedWidth(theme::kInspectorWidth);
    panel->setWidget(m_page->inspector());
    row->addWidget(panel);
    m_page->setVisible(true);
    for (const theme::Mode mode : {theme::Mode::Light, theme::Mode::Dark}) {
        theme::apply(*qApp, mode);
        const QString suffix = mode == theme::Mode::Dark ? QStringLiteral("-dark") : QString();
        for (const auto &[size, name] : {std::pair{QSize(1368, 860), "decide"}, {QSize(952, 600), "decide-small"}}) {
            window.resize(size);
            window.show();
            QTest::qWait(100);
            QVERIFY(!test::saveScreenshot(window, QLatin1String(name) + suffix).isEmpty());
            QCOMPARE(child<QLabel>("verdictWord")->palette().color(QPalette::WindowText),
                     theme::textColor(theme::Role::Bad));
        }
    }
    theme::apply(*qApp, theme::Mode::Light);
    window.resize(1368, 1500);
    QTest::qWait(100);
    QVERIFY(!test::saveScreenshot(window, QStringLiteral("decide-whole")).isEmpty());
    m_page->setParent(nullptr);
}

QTEST_MAIN(TestDecidePage)
#include "tst_decide_page.moc"
