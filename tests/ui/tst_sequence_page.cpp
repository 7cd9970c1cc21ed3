#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/sample_store.h"
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
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

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
    void rolesAreKeptAndUndone();
    void newSamplesBecomeTheNextVersion();
    void aSandboxIsMadeInOneWrite();
    void usedTasksKeepMetricAndName();
    void unusedTasksChangeAndComeBack();
    void aDatasetWithoutATaskLeadsToItsSheet();
    void looksRight_data();
    void looksRight();

private:
    TaskListView *order() const { return m_page->findChild<TaskListView *>(QStringLiteral("sequenceTasks")); }
    TaskListView *palette() const { return m_page->findChild<TaskListView *>(QStringLiteral("taskPalette")); }
    QStringList shown() const { return static_cast<TaskListModel *>(order()->model())->names(); }
    QStringList kept(const std::string &sequence) const;
    QStringList upstreamOf(const std::string &sequence) const;
    std::optional<Task> task(const std::string &name) const;
    void addDataset(const std::string &name);
    void addUnused(const std::string &name);  ///< a task that no run uses, with its dataset
    void addLater(const std::string &dataset, int count);
    /// Of the card that is chosen; what the one before had is on its way out.
    template <typename Widget>
    Widget *inInspector(const char *name) const
    {
        const auto *panel = m_page->inspector()->findChild<QWidget *>(QStringLiteral("taskPanel"));
        const auto bodies = panel->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        return bodies.isEmpty() ? nullptr : bodies.last()->template findChild<Widget *>(QString::fromLatin1(name));
    }
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

QStringList TestSequencePage::upstreamOf(const std::string &sequence) const
{
    const auto connection = m_project->session().project().connect();
    QStringList names;
    for (const std::string &task : storage::TaskStore(*connection, {}).upstream(sequence)) {
        names << QString::fromStdString(task);
    }
    return names;
}

std::optional<Task> TestSequencePage::task(const std::string &name) const
{
    const auto connection = m_project->session().project().connect();
    return storage::TaskStore(*connection, {}).find(name);
}

void TestSequencePage::addDataset(const std::string &name)
{
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        const std::int64_t id = storage::DatasetStore(connection).create(name, "text", false);
        storage::SampleStore store(connection, {});
        for (int i = 0; i < 60; ++i) {
            Sample sample;
            sample.text = name + " " + std::to_string(i);
            sample.labels = {{i % 2 == 0 ? "good" : "bad", 1.0}};
            sample.review = ReviewState::Labelled;
            store.insert(id, sample, "tester");
        }
    });
    Q_EMIT m_project->session().datasetsChanged();
}

void TestSequencePage::addUnused(const std::string &name)
{
    addDataset(name);
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        storage::TaskStore(connection, {}).add({.name = name, .dataset = name, .kind = {}, .metric = {}});
    });
    Q_EMIT m_project->session().tasksChanged();
}

void TestSequencePage::addLater(const std::string &dataset, int count)
{
    m_project->session().project().writer().run([&](storage::Connection &connection) {
        const std::int64_t id = storage::DatasetStore(connection).find(dataset)->id;
        storage::SampleStore store(connection, {});
        for (int i = 0; i < count; ++i) {
            Sample sample;
            sample.text = dataset + " later " + std::to_string(i);
            sample.labels = {{i % 2 == 0 ? "good" : "scratch", 1.0}};
            sample.review = ReviewState::Labelled;
            store.insert(id, sample, "tester");
        }
    });
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
    order()->choose(QStringLiteral("notes"));
    QTRY_VERIFY(inInspector<QLabel>("check.few-train") != nullptr);
    QCOMPARE(inInspector<QLabel>("check.few-train")->text(), QStringLiteral("Training samples: only 20"));
    // A class that is never tested leads to its samples.
    QSignalSpy opened(m_page.get(), &Page::openPage);
    auto *show = inInspector<QPushButton>("act.class-not-tested");
    QVERIFY(show != nullptr);
    show->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("data"));
    const QVariantMap argument = opened[0][1].value<QVariant>().toMap();
    QCOMPARE(argument.value(QStringLiteral("dataset")).toString(), QStringLiteral("notes"));
    QCOMPARE(argument.value(QStringLiteral("filter")).toString(), QStringLiteral("label:dent"));
}

void TestSequencePage::rolesAreKeptAndUndone()
{
    order()->choose(QStringLiteral("notes"));
    QTest::keyClick(order(), Qt::Key_R);
    QTRY_COMPARE(upstreamOf("pilot"), QStringList{"notes"});
    QTRY_VERIFY(inInspector<QLabel>("check.upstream-late") != nullptr);  // "parts" is judged before it
    QCOMPARE(inInspector<QComboBox>("panelRole")->currentIndex(), 1);
    QTest::keyClick(order(), Qt::Key_Left, Qt::ControlModifier);
    QTRY_COMPARE(kept("pilot"), QStringList({"notes", "parts", "clothing"}));
    QCOMPARE(upstreamOf("pilot"), QStringList{"notes"});
    QTRY_VERIFY(inInspector<QLabel>("check.upstream-late") == nullptr);
    QTest::keyClick(order(), Qt::Key_Delete);
    QTRY_VERIFY(upstreamOf("pilot").isEmpty());
    undo();
    QTRY_COMPARE(upstreamOf("pilot"), QStringList{"notes"});
    undo();
    undo();
    QTRY_VERIFY(upstreamOf("pilot").isEmpty());
}

void TestSequencePage::newSamplesBecomeTheNextVersion()
{
    addLater("notes", 30);
    Q_EMIT m_project->session().samplesChanged(0);
    order()->choose(QStringLiteral("notes"));
    QTRY_VERIFY_WITH_TIMEOUT(inInspector<QPushButton>("panelVersion") != nullptr, 10000);
    const auto facts = order()->currentIndex().data(TaskListModel::FactsRole).value<TaskFacts>();
    QCOMPARE(facts.inflow(), QStringLiteral("+30 new"));
    test::saveScreenshot(*m_page, QStringLiteral("sequence_inflow"));
    inInspector<QPushButton>("panelVersion")->click();
    auto *make = m_page->findChild<QPushButton *>(QStringLiteral("versionMake"));
    QVERIFY(make != nullptr);
    make->click();
    QTRY_COMPARE(kept("pilot"), QStringList({"parts", "notes-v2", "clothing"}));
    QTRY_COMPARE(shown(), QStringList({"parts", "notes-v2", "clothing"}));
    undo();
    QTRY_COMPARE(kept("pilot"), QStringList({"parts", "notes", "clothing"}));
    // The old one now leads to the newer one instead of making another.
    order()->choose(QStringLiteral("notes"));
    QTRY_COMPARE(order()->currentIndex().data(TaskListModel::FactsRole).value<TaskFacts>().inflow(),
                 QStringLiteral("newer: notes-v2"));
    inInspector<QPushButton>("panelVersion")->click();
    m_page->findChild<QRadioButton *>(QStringLiteral("versionBeside"))->setChecked(true);
    m_page->findChild<QPushButton *>(QStringLiteral("versionMake"))->click();
    QTRY_COMPARE(kept("pilot"), QStringList({"parts", "notes", "notes-v2", "clothing"}));
}

void TestSequencePage::aSandboxIsMadeInOneWrite()
{
    m_page->toolbar()->findChild<QPushButton *>(QStringLiteral("sequenceSandbox"))->click();
    auto *train = m_page->findChild<QSpinBox *>(QStringLiteral("sandboxTrain"));
    QVERIFY(train != nullptr);
    train->setValue(10);
    test::saveScreenshot(*m_page, QStringLiteral("sequence_sandbox"));
    m_page->findChild<QPushButton *>(QStringLiteral("sandboxMake"))->click();
    QTRY_COMPARE(m_page->currentSequence(), QStringLiteral("pilot (sandbox)"));
    const QStringList tasks{"parts (sandbox)", "notes (sandbox)", "clothing (sandbox)"};
    QTRY_COMPARE(shown(), tasks);
    QCOMPARE(kept("pilot (sandbox)"), tasks);
    QCOMPARE(kept("pilot"), QStringList({"parts", "notes", "clothing"}));
}

void TestSequencePage::usedTasksKeepMetricAndName()
{
    order()->choose(QStringLiteral("notes"));
    QVERIFY(!inInspector<QComboBox>("panelMetric")->isEnabled());
    inInspector<QPushButton>("panelRemove")->click();  // says why not
    QCOMPARE(kept("pilot"), QStringList({"parts", "notes", "clothing"}));
    QVERIFY(task("notes").has_value());
}

void TestSequencePage::unusedTasksChangeAndComeBack()
{
    addUnused("fresh");
    QTRY_VERIFY(static_cast<TaskListModel *>(palette()->model())->names().contains(QStringLiteral("fresh")));
    palette()->choose(QStringLiteral("fresh"));
    QTRY_VERIFY(inInspector<QComboBox>("panelMetric") != nullptr);  // a dataset first, then a task
    auto *metric = inInspector<QComboBox>("panelMetric");
    QVERIFY(metric->isEnabled());
    metric->setCurrentIndex(metric->findData(QStringLiteral("f1_macro")));
    Q_EMIT metric->activated(metric->currentIndex());
    QTRY_COMPARE(task("fresh")->metric, "f1_macro");

    palette()->choose(QStringLiteral("fresh"));
    inInspector<QPushButton>("panelRename")->click();
    m_page->findChild<QLineEdit *>(QStringLiteral("nameField"))->setText(QStringLiteral("newer"));
    m_page->findChild<QPushButton *>(QStringLiteral("nameKeep"))->click();
    QTRY_VERIFY(task("newer").has_value());

    QTRY_VERIFY(static_cast<TaskListModel *>(palette()->model())->names().contains(QStringLiteral("newer")));
    palette()->choose(QStringLiteral("newer"));
    inInspector<QPushButton>("panelRemove")->click();
    QTRY_VERIFY(!task("newer").has_value());
    undo();
    QTRY_VERIFY(task("newer").has_value());
    undo();
    QTRY_VERIFY(task("fresh").has_value());
    undo();
    QTRY_COMPARE(task("fresh")->metric, "accuracy");
}

void TestSequencePage::aDatasetWithoutATaskLeadsToItsSheet()
{
    addDataset("boards");
    QTRY_VERIFY(static_cast<TaskListModel *>(palette()->model())->names().contains(QStringLiteral("boards")));
    QSignalSpy opened(m_page.get(), &Page::openPage);
    palette()->choose(QStringLiteral("boards"));
    QTest::keyClick(palette(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const QVariantMap argument = opened[0][1].value<QVariant>().toMap();
    QCOMPARE(argument.value(QStringLiteral("dataset")).toString(), QStringLiteral("boards"));
    QVERIFY(argument.value(QStringLiteral("task")).toBool());
    QCOMPARE(shown(), QStringList({"parts", "notes", "clothing"}));
}

void TestSequencePage::looksRight_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1440, 900);
    QTest::newRow("dark") << true << QSize(1440, 900);
    QTest::newRow("light-small") << false << QSize(1024, 640);
    QTest::newRow("dark-small") << true << QSize(1024, 640);
}

void TestSequencePage::looksRight()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    m_page.reset();
    theme::apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light);
    m_project = std::make_unique<test::TrainedProject>(test::TrainedProject::eightTasks());
    addLater("notes", 30);
    addDataset("labels 2024");
    addUnused("fresh");
    m_project->session().project().writer().run([](storage::Connection &connection) {
        storage::TaskStore(connection, {})
            .setSequence("pilot", {"notes", "parts", "clothing", "questions", "boards", "domains"},
                         {"notes", "clothing"});
    });
    QWidget window;
    window.resize(size);
    m_page = std::make_unique<SequencePage>(PageServices{});
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 8, 12, 0);
    column->addWidget(m_page->toolbar());
    column->addWidget(m_page.get(), 1);
    m_page->inspector()->setFixedWidth(theme::kInspectorWidth);
    auto *row = new QHBoxLayout(&window);
    row->setContentsMargins(theme::kRailWidth, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(m_page->inspector());
    m_page->setSession(&m_project->session());
    window.show();
    QTRY_COMPARE(shown().size(), 6);
    order()->choose(QStringLiteral("notes"));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->inspector()->findChild<QPushButton *>(QStringLiteral("panelVersion")) != nullptr,
                             10000);
    QTest::qWait(50);
    QVERIFY(
        !test::saveScreenshot(window, QStringLiteral("sequence_%1").arg(QString::fromLatin1(QTest::currentDataTag())))
             .isEmpty());
    m_page->inspector()->findChild<QPushButton *>(QStringLiteral("panelVersion"))->click();
    QTest::qWait(50);
    test::saveScreenshot(window,
                         QStringLiteral("sequence_version_%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    m_page->findChild<QWidget *>(QStringLiteral("nextVersionSheet"));
    m_page->setParent(nullptr);
    m_page.reset();
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestSequencePage)
#include "tst_sequence_page.moc"
