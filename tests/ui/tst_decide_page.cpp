#include "decide_page_test.h"
#include "storage/decide/target_store.h"
#include "support/screenshot.h"
#include "widgets/frame/theme.h"
#include "widgets/jobs.h"
#include "widgets/report/report_sheet.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestDecidePage : public test::DecidePageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void theReturnIsComputedFromWhatIsTyped();
    void aProjectWithoutRunsLeadsToTraining();
    void aRunningRunIsNotYetAQuestion();
    void theReportIsAskedForHere();
    void whoOnlyReadsCannotDecide();
    void picturesOfThePage();
};

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
    begin(test::TrainedProject::eightTasks());
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
