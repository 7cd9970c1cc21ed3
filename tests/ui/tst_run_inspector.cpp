#include "compare_page_test.h"
#include "storage/connection.h"
#include "storage/run_store.h"
#include "support/screenshot.h"
#include "widgets/compare/run_table_view.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

/// What is selected, beside the table of runs: name, ways on, tags, notes.
class TestRunInspector : public test::ComparePageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { begin(); }
    void cleanup() { end(); }
    void withNothingSelectedItSaysWhatToDo();
    void waysOnAreThereForWhatIsFinished();
    void tagsAndNotesGoToTheProject();
    void aRunIsRenamedInItsPlace();
    void aNameThatCannotBeIsExplained();
    void anotherNameCanBeTakenBack();
    void aReadOnlyProjectOffersNoWriting();
};

void TestRunInspector::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::Light);
}

void TestRunInspector::withNothingSelectedItSaysWhatToDo()
{
    show();
    QVERIFY(inspected<QLabel>("chooseRun")->isVisible());
    QVERIFY(!inspected<QPushButton>("inspectResults")->isVisible());
    QVERIFY(!inspected<QToolButton>("renameRun")->isVisible());
    child<RunTableView>("runTable")->selectRow(0);
    QVERIFY(!inspected<QLabel>("chooseRun")->isVisible());
    QVERIFY(inspected<QPushButton>("inspectResults")->isVisible());
    child<RunTableView>("runTable")->clearSelection();
    QVERIFY(inspected<QLabel>("chooseRun")->isVisible());
}

void TestRunInspector::waysOnAreThereForWhatIsFinished()
{
    const auto runs = add({{.strategy = "replay"}, {.strategy = "replay", .finished = false}});
    show();
    auto *table = child<RunTableView>("runTable");
    const auto select = [&](const std::string &uuid) {
        table->selectRow(model().indexOf(QString::fromStdString(uuid)).row());
    };
    QSignalSpy opened(m_page.get(), &Page::openPage);
    select(runs[0]);
    for (const char *way : {"inspectResults", "inspectDecide", "inspectTry"}) {
        auto *button = inspected<QPushButton>(way);
        QVERIFY2(button->isVisible() && button->isEnabled() && (button->focusPolicy() & Qt::TabFocus), way);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    QCOMPARE(opened.count(), 3);
    const QString uuid = QString::fromStdString(runs[0]);
    QCOMPARE(opened[0], (QVariantList{QStringLiteral("results"), uuid}));
    QCOMPARE(opened[1], (QVariantList{QStringLiteral("decide"), QStringList{uuid}}));
    QCOMPARE(opened[2], (QVariantList{QStringLiteral("try"), uuid}));
    select(runs[1]);
    QVERIFY(inspected<QPushButton>("inspectResults")->isEnabled());
    QVERIFY(!inspected<QPushButton>("inspectDecide")->isEnabled());
    QVERIFY(!inspected<QPushButton>("inspectTry")->isEnabled());
    QVERIFY(inspected<QPushButton>("inspectTry")->toolTip().contains(QStringLiteral("not finished")));
    table->selectAll();
    QVERIFY(!inspected<QPushButton>("inspectResults")->isVisible());
}

void TestRunInspector::tagsAndNotesGoToTheProject()
{
    const auto runs = add({{.strategy = "replay"}, {.strategy = "replay"}});
    show();
    auto *table = child<RunTableView>("runTable");
    table->selectAll();
    auto *tag = inspected<QLineEdit>("newTag");
    tag->setText(QStringLiteral("for the meeting"));
    QTest::keyClick(tag, Qt::Key_Return);
    QTRY_COMPARE(model().run(QString::fromStdString(runs[0]))->tags, std::vector<std::string>{"for-the-meeting"});
    QTRY_COMPARE(cell(0, "tags"), QStringLiteral("for-the-meeting"));
    table->selectRow(0);
    auto *chip = inspected<QPushButton>("tag:for-the-meeting");
    QVERIFY(chip != nullptr);
    chip->click();
    QTRY_COMPARE(cell(0, "tags"), QString());
    QCOMPARE(cell(1, "tags"), QStringLiteral("for-the-meeting"));
    filter(QStringLiteral("-tag:for-the-meeting"));
    QCOMPARE(model().rowCount(), 1);

    table->selectRow(0);
    auto *note = inspected<QPlainTextEdit>("runNote");
    note->setPlainText(QStringLiteral("Ask Anna"));
    inspected<QPushButton>("keepNote")->click();
    QTRY_COMPARE(cell(0, "note"), QStringLiteral("Ask Anna"));
    QTRY_VERIFY(inspected<QLabel>("noteHistory")->text().endsWith(QStringLiteral("Ask Anna")));
}

void TestRunInspector::aRunIsRenamedInItsPlace()
{
    show();
    auto *table = child<RunTableView>("runTable");
    QTRY_VERIFY(table->hasFocus());
    table->selectRow(0);
    auto *field = inspected<QLineEdit>("runName");
    QTest::keyClick(table, Qt::Key_F2);
    QTRY_VERIFY(field->isVisible() && field->hasFocus());
    QCOMPARE(field->selectedText(), QStringLiteral("atlas 1"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QTest::mouseDClick(inspected<QLabel>("inspectedRun"), Qt::LeftButton);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("night shift"));
    QSignalSpy changed(&m_project->session(), &Session::runsChanged);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(cell(0, "name"), QStringLiteral("night shift"));
    QTRY_COMPARE(inspected<QLabel>("inspectedRun")->text(), QStringLiteral("night shift"));
    QVERIFY(!field->isVisible());
    QCOMPARE(changed.count(), 1);
    QVERIFY(!test::saveScreenshot(*m_window, QStringLiteral("compare_page_renamed")).isEmpty());
}

void TestRunInspector::aNameThatCannotBeIsExplained()
{
    add({{.strategy = "replay"}});
    show();
    child<RunTableView>("runTable")->selectRow(0);
    inspected<QToolButton>("renameRun")->click();
    auto *field = inspected<QLineEdit>("runName");
    field->setText(QStringLiteral("atlas 1"));
    QTest::keyClick(field, Qt::Key_Return);
    auto *problem = inspected<QLabel>("runNameProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("Another run is called")), qPrintable(problem->text()));
    QVERIFY(field->isVisible());  // to type on
    QVERIFY(!test::saveScreenshot(*m_window, QStringLiteral("compare_page_name_taken")).isEmpty());
    QCOMPARE(cell(0, "name"), QStringLiteral("replay 2"));
    QTest::keyClicks(field, QStringLiteral("b"));
    QVERIFY(!problem->isVisible());
    child<RunTableView>("runTable")->selectRow(1);  // another run: its name stands there
    QVERIFY(!field->isVisible());
    QCOMPARE(inspected<QLabel>("inspectedRun")->text(), QStringLiteral("atlas 1"));
}

void TestRunInspector::anotherNameCanBeTakenBack()
{
    show();
    child<RunTableView>("runTable")->selectRow(0);
    inspected<QToolButton>("renameRun")->click();
    inspected<QLineEdit>("runName")->setText(QStringLiteral("best"));
    QTest::keyClick(inspected<QLineEdit>("runName"), Qt::Key_Return);
    QTRY_COMPARE(cell(0, "name"), QStringLiteral("best"));
    const auto undo = [this]() -> QPushButton * {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Undo")) {
                return button;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY(undo() != nullptr);
    undo()->click();
    QTRY_COMPARE(cell(0, "name"), QStringLiteral("atlas 1"));
}

void TestRunInspector::aReadOnlyProjectOffersNoWriting()
{
    add({{.strategy = "replay"}});
    auto readOnly = std::make_unique<Session>(
        storage::Project::open(m_project->session().project().folder(), storage::OpenMode::ReadOnly));
    m_page = std::make_unique<ComparePage>(PageServices{.jobs = m_jobs.get()});
    m_page->setSession(readOnly.get());
    m_page->show();
    QTRY_COMPARE(model().rowCount(), 2);
    child<RunTableView>("runTable")->selectRow(0);
    QVERIFY(inspected<QLineEdit>("newTag")->isHidden());
    QVERIFY(inspected<QPushButton>("keepNote")->isHidden());
    QVERIFY(inspected<QToolButton>("renameRun")->isHidden());
    for (const QAction *action :
         m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("savedViews"))->menu()->actions()) {
        QVERIFY(action->text() != QStringLiteral("Save this view…"));
    }
    m_page.reset();
}

QTEST_MAIN(TestRunInspector)
#include "tst_run_inspector.moc"
