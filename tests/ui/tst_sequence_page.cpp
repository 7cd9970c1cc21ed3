#include "storage/connection.h"
#include "storage/task_store.h"
#include "support/screenshot.h"
#include "trained_project.h"
#include "widgets/frame/theme.h"
#include "widgets/sequence/sequence_page.h"
#include "widgets/sequence/task_list_model.h"
#include "widgets/sequence/task_list_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

class TestSequencePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void modelKeepsItsPromises();
    void dropsGoBetweenCards_data();
    void dropsGoBetweenCards();
    void keyboardMovesAndTheProjectKeepsIt();
    void removingAndAddingCanBeUndone();
    void aNewSequenceIsKeptWithItsFirstTask();
    void renamesAndUndoes();
    void aTakenNameIsRefused();
    void trainLeadsOn();
    void checksSayWhatToDo();

private:
    TaskListView *order() const { return m_page->findChild<TaskListView *>(QStringLiteral("sequenceTasks")); }
    TaskListView *palette() const { return m_page->findChild<TaskListView *>(QStringLiteral("taskPalette")); }
    QStringList shown() const { return static_cast<TaskListModel *>(order()->model())->names(); }
    QStringList kept(const std::string &sequence) const;
    void undo() { m_page->findChild<QAction *>(QStringLiteral("undoSequence"))->trigger(); }

    std::unique_ptr<test::TrainedProject> m_project;
    std::unique_ptr<SequencePage> m_page;
};

void TestSequencePage::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestSequencePage::init()
{
    m_project =
        std::make_unique<test::TrainedProject>(std::vector<std::vector<double>>{{0.9}, {0.9, 0.8}, {0.9, 0.8, 0.7}});
    m_page = std::make_unique<SequencePage>(PageServices{});
    m_page->resize(1100, 700);
    m_page->setSession(&m_project->session());
    m_page->show();
    QTRY_COMPARE(shown(), QStringList({"parts", "notes", "clothing"}));
}

void TestSequencePage::cleanup()
{
    m_page.reset();
    m_project.reset();
}

QStringList TestSequencePage::kept(const std::string &sequence) const
{
    const auto connection = m_project->session().project().connect();
    QStringList names;
    if (const auto found = storage::TaskStore(*connection, {}).findSequence(sequence)) {
        for (const std::string &task : found->tasks) {
            names << QString::fromStdString(task);
        }
    }
    return names;
}

void TestSequencePage::modelKeepsItsPromises()
{
    QAbstractItemModelTester tester(order()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    order()->choose(QStringLiteral("notes"));
    QTest::keyClick(order(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(order(), Qt::Key_Delete);
    QCOMPARE(order()->model()->rowCount(), 2);
}

void TestSequencePage::dropsGoBetweenCards_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("result");
    QTest::newRow("first to the end") << "a" << 3 << QStringList{"b", "c", "a"};
    QTest::newRow("first before the last") << "a" << 2 << QStringList{"b", "a", "c"};
    QTest::newRow("last to the front") << "c" << 0 << QStringList{"c", "a", "b"};
    QTest::newRow("onto its own place") << "b" << 1 << QStringList{"a", "b", "c"};
    QTest::newRow("behind itself") << "b" << 2 << QStringList{"a", "b", "c"};
    QTest::newRow("from outside") << "d" << 1 << QStringList{"a", "d", "b", "c"};
    QTest::newRow("past the end") << "d" << 9 << QStringList{"a", "b", "c", "d"};
}

void TestSequencePage::dropsGoBetweenCards()
{
    QFETCH(QString, task);
    QFETCH(int, row);
    QFETCH(QStringList, result);
    QCOMPARE(orderAfterDrop({"a", "b", "c"}, task, row), result);
}

void TestSequencePage::keyboardMovesAndTheProjectKeepsIt()
{
    order()->choose(QStringLiteral("clothing"));
    QTest::keyClick(order(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(order(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(order(), Qt::Key_Left, Qt::ControlModifier);  // already first
    const QStringList wanted{"clothing", "parts", "notes"};
    QCOMPARE(shown(), wanted);
    QCOMPARE(order()->currentTask(), QStringLiteral("clothing"));
    QTRY_COMPARE(kept("pilot"), wanted);
}

void TestSequencePage::removingAndAddingCanBeUndone()
{
    QMimeData drag;
    drag.setData(order()->model()->mimeTypes().first(), "parts");
    palette()->model()->dropMimeData(&drag, Qt::MoveAction, -1, -1, {});
    QCOMPARE(shown(), QStringList({"notes", "clothing"}));
    QCOMPARE(static_cast<TaskListModel *>(palette()->model())->names(), QStringList{"parts"});
    QTRY_COMPARE(kept("pilot"), QStringList({"notes", "clothing"}));

    order()->model()->dropMimeData(&drag, Qt::MoveAction, 1, 0, {});
    QCOMPARE(shown(), QStringList({"notes", "parts", "clothing"}));
    undo();
    undo();
    QCOMPARE(shown(), QStringList({"parts", "notes", "clothing"}));
    QTRY_COMPARE(kept("pilot"), QStringList({"parts", "notes", "clothing"}));
}

void TestSequencePage::aNewSequenceIsKeptWithItsFirstTask()
{
    m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("sequenceNew"))->click();
    auto *name = m_page->findChild<QLineEdit *>(QStringLiteral("nameField"));
    QVERIFY(name != nullptr);
    name->setText(QStringLiteral("short"));
    m_page->findChild<QPushButton *>(QStringLiteral("nameKeep"))->click();
    QCOMPARE(m_page->currentSequence(), QStringLiteral("short"));
    QVERIFY(shown().isEmpty());
    palette()->choose(QStringLiteral("notes"));
    QTest::keyClick(palette(), Qt::Key_Return);
    QCOMPARE(shown(), QStringList{"notes"});
    QTRY_COMPARE(kept("short"), QStringList{"notes"});
    QCOMPARE(kept("pilot"), QStringList({"parts", "notes", "clothing"}));
    undo();
    QTRY_VERIFY(kept("short").isEmpty());
}

void TestSequencePage::renamesAndUndoes()
{
    m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("sequenceRename"))->click();
    m_page->findChild<QLineEdit *>(QStringLiteral("nameField"))->setText(QStringLiteral("line 4"));
    m_page->findChild<QPushButton *>(QStringLiteral("nameKeep"))->click();
    QTRY_COMPARE(kept("line 4"), QStringList({"parts", "notes", "clothing"}));
    QVERIFY(kept("pilot").isEmpty());
    undo();
    QTRY_COMPARE(kept("pilot"), QStringList({"parts", "notes", "clothing"}));
    QVERIFY(kept("line 4").isEmpty());
}

void TestSequencePage::aTakenNameIsRefused()
{
    m_page->toolbar()->findChild<QToolButton *>(QStringLiteral("sequenceNew"))->click();
    auto *keep = m_page->findChild<QPushButton *>(QStringLiteral("nameKeep"));
    auto *name = m_page->findChild<QLineEdit *>(QStringLiteral("nameField"));
    QVERIFY(keep->isEnabled());
    name->clear();
    QVERIFY(!keep->isEnabled());
    name->setText(QStringLiteral("another"));
    QVERIFY(keep->isEnabled());
}

void TestSequencePage::trainLeadsOn()
{
    QSignalSpy opened(m_page.get(), &Page::openPage);
    m_page->toolbar()->findChild<QPushButton *>(QStringLiteral("sequenceTrain"))->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("train"));
    QCOMPARE(opened[0][1].value<QVariant>().toString(), QStringLiteral("pilot"));
}

void TestSequencePage::checksSayWhatToDo()
{
    Task task;
    task.trainCount = 20;
    task.validationCount = 0;
    task.testCount = 1000;
    const auto checks = checksOf(task, {15, 4});
    QCOMPARE(checks.size(), std::size_t{3});
    for (const TaskCheck &check : checks) {
        QCOMPARE(check.level, TaskCheck::Level::Caution);
        QVERIFY(!check.advice.isEmpty());
    }
    task.trainCount = 5000;
    task.validationCount = 500;
    QVERIFY(checksOf(task, {2600, 2400}).empty());
    QCOMPARE(checksOf(task, {4700, 300}).front().level, TaskCheck::Level::Note);
}

QTEST_MAIN(TestSequencePage)
#include "tst_sequence_page.moc"
