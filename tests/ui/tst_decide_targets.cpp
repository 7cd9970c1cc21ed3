#include "decide_page_test.h"
#include "storage/audit_trail.h"
#include "storage/decide/target_store.h"
#include "support/screenshot.h"
#include "widgets/decide/decide_words.h"
#include "widgets/decide/targets_panel.h"
#include "widgets/frame/language.h"
#include "widgets/frame/theme.h"
#include "widgets/results/plain_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QTableView>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

class TestDecideTargets : public test::DecidePageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void nothingIsAskedUntilSomebodyDoes();
    void todaysResultsBecomeTargetsByAClick();
    void anEditedTargetChangesTheVerdict();
    void whatIsNoFigureIsRefused();
    void theTargetsAreAModelThatKeepsTheRules();
    void dropsAreShownOnDemand();
    void amountsAreReadAsTheyAreTyped();
    void tasksStandTogetherUnderWhatIsAskedOfThem();
    void columnsWithoutContentAreLeftOut();
    void aDropThatIsAskedNoMoreLeavesTheTable();
    void nothingScrollsInsideTheTable_data();
    void nothingScrollsInsideTheTable();
};

void TestDecideTargets::nothingIsAskedUntilSomebodyDoes()
{
    show();
    QCOMPARE(text("decideQuestion"), QStringLiteral("Put atlas 1 into production?"));
    QCOMPARE(text("verdictWord"), QStringLiteral("Undecided"));
    QVERIFY(text("verdictSentence").contains(QStringLiteral("Nothing is asked")));
    QCOMPARE(cell(QStringLiteral("parts: Score at least"), TargetsModel::Asked).data().toString(),
             QStringLiteral("not asked"));
    QCOMPARE(cell(QStringLiteral("parts: Score at least"), TargetsModel::Measured).data().toString(),
             QStringLiteral("86.0\u00a0%"));
    QVERIFY(cell(QStringLiteral("parts: Score at least"), TargetsModel::Certainty)
                .data()
                .toString()
                .contains(QStringLiteral("n = 200")));
    QVERIFY(stored([](storage::Connection &connection) {
        return storage::TargetStore(connection).targets("pilot").empty() &&
               storage::AuditTrail(connection).list().empty();
    }));
}

void TestDecideTargets::todaysResultsBecomeTargetsByAClick()
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

void TestDecideTargets::anEditedTargetChangesTheVerdict()
{
    show();
    QVERIFY(model()->setData(cell(QStringLiteral("notes: Score at least"), TargetsModel::Asked), "60"));
    QCOMPARE(text("verdictWord"), QStringLiteral("Go"));
    QVERIFY(model()->setData(cell(QStringLiteral("parts: Score at least"), TargetsModel::Asked), "95 %"));
    QCOMPARE(text("verdictWord"), QStringLiteral("No go"));
    QVERIFY2(text("verdictReasons").contains(QStringLiteral("parts: Score at least 95.0\u00a0%, measured 86.0\u00a0%")),
             qPrintable(text("verdictReasons")));
    QCOMPARE(cell(QStringLiteral("parts: Score at least"), TargetsModel::Result).data().toString(),
             QStringLiteral("missed"));
    QVERIFY(!cell(QStringLiteral("parts: Score at least"), TargetsModel::Result).data(Qt::DecorationRole).isNull());
    QCOMPARE(cell(QStringLiteral("parts: Score at least"), TargetsModel::Reason).data().toString(),
             QStringLiteral("missed by 9.0 points"));
    QVERIFY(model()->setData(cell(QStringLiteral("Size added at most"), TargetsModel::Asked), "1"));  // MB
    QCOMPARE(cell(QStringLiteral("Size added at most"), TargetsModel::Reason).data().toString(),
             QStringLiteral("missed by 50.0\u00a0%"));
    // An empty field takes a target away.
    QVERIFY(model()->setData(cell(QStringLiteral("parts: Score at least"), TargetsModel::Asked), ""));
    QVERIFY(model()->setData(cell(QStringLiteral("Size added at most"), TargetsModel::Asked), " "));
    QCOMPARE(text("verdictWord"), QStringLiteral("Go"));
    QTRY_COMPARE(
        stored([](storage::Connection &connection) { return storage::TargetStore(connection).targets("pilot"); }),
        (Targets{{"minimum", "notes", 0.6}}));
}

void TestDecideTargets::whatIsNoFigureIsRefused()
{
    show();
    for (const char *typed : {"high", "-3", "120"}) {
        QVERIFY(!model()->setData(cell(QStringLiteral("notes: Score at least"), TargetsModel::Asked), typed));
        QVERIFY2(text("targetsNote").contains(QStringLiteral("Nothing was changed")), typed);
    }
    QVERIFY(model()->targets().empty());
}

void TestDecideTargets::theTargetsAreAModelThatKeepsTheRules()
{
    show();
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    press("targetsToday");
    child<QCheckBox>("targetsDrops")->setChecked(true);
    QVERIFY(model()->setData(model()->index(1, TargetsModel::Asked), "50"));
    press("targetsClear");
}

void TestDecideTargets::dropsAreShownOnDemand()
{
    show();
    QVERIFY(!cell(QStringLiteral("parts: Drop at most"), TargetsModel::What).isValid());
    child<QCheckBox>("targetsDrops")->setChecked(true);
    QCOMPARE(cell(QStringLiteral("parts: Drop at most"), TargetsModel::Measured).data().toString(),
             QStringLiteral("4.0 points"));
    QVERIFY(model()->setData(cell(QStringLiteral("parts: Drop at most"), TargetsModel::Asked), "3"));
    QCOMPARE(text("verdictWord"), QStringLiteral("No go"));
    child<QCheckBox>("targetsDrops")->setChecked(false);
    QVERIFY(cell(QStringLiteral("parts: Drop at most"), TargetsModel::What).isValid());  // it is asked
    QVERIFY(!cell(QStringLiteral("notes: Drop at most"), TargetsModel::What).isValid());
}

void TestDecideTargets::amountsAreReadAsTheyAreTyped()
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

void TestDecideTargets::tasksStandTogetherUnderWhatIsAskedOfThem()
{
    show();
    std::vector<std::string> heads;
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->isHead(row)) {
            heads.push_back(model()->index(row, TargetsModel::What).data().toString().toStdString());
            QVERIFY(!(model()->flags(model()->index(row, TargetsModel::Asked)) & Qt::ItemIsEditable));
            QVERIFY(!model()->setData(model()->index(row, TargetsModel::Asked), "50"));
        }
    }
    QCOMPARE(heads, (std::vector<std::string>{"Whole model", "Score at least, for each task"}));
    QCOMPARE(cell(QStringLiteral("notes: Score at least"), TargetsModel::What).data().toString(),
             QStringLiteral("notes"));
    child<QCheckBox>("targetsDrops")->setChecked(true);
    const QModelIndex drop = cell(QStringLiteral("parts: Drop at most"), TargetsModel::What);
    QVERIFY(model()->isHead(drop.row() - 1));
    // The keys go over the head of a group.
    auto *table = child<QTableView>("targetsTable");
    table->setFocus();
    table->setCurrentIndex(drop);
    QTest::keyClick(table, Qt::Key_Up);
    QTest::keyClick(table, Qt::Key_Up);
    QCOMPARE(table->currentIndex(), cell(QStringLiteral("clothing: Score at least"), TargetsModel::What));
}

void TestDecideTargets::columnsWithoutContentAreLeftOut()
{
    show();
    const auto *table = child<QTableView>("targetsTable");
    QVERIFY(table->isColumnHidden(TargetsModel::Result));
    press("targetsToday");
    QVERIFY(!table->isColumnHidden(TargetsModel::Result));
    press("targetsClear");
    QVERIFY(table->isColumnHidden(TargetsModel::Result));
}

void TestDecideTargets::aDropThatIsAskedNoMoreLeavesTheTable()
{
    show();
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    child<QCheckBox>("targetsDrops")->setChecked(true);
    QVERIFY(model()->setData(cell(QStringLiteral("parts: Drop at most"), TargetsModel::Asked), "3"));
    child<QCheckBox>("targetsDrops")->setChecked(false);
    const int rows = model()->rowCount();
    QVERIFY(model()->setData(cell(QStringLiteral("parts: Drop at most"), TargetsModel::Asked), ""));
    QCOMPARE(model()->rowCount(), rows - 2);  // and the head above it
}

void TestDecideTargets::nothingScrollsInsideTheTable_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("width");
    for (const char *language : {"en", "ja"}) {
        for (const int width : {1280, 1440}) {
            QTest::addRow("%s at %d", language, width) << QString::fromLatin1(language) << width;
        }
    }
}

void TestDecideTargets::nothingScrollsInsideTheTable()
{
    QFETCH(QString, code);
    QFETCH(int, width);
    language::apply(code);
    TargetsPanel panel;
    std::vector<TargetFigure> figures;
    Targets targets;
    constexpr int kTasks = 20;
    for (int i = 0; i < kTasks; ++i) {
        const std::string task = "surface inspection " + std::to_string(i + 1);
        figures.push_back(
            {"minimum",
             task,
             {.value = 0.8 + i / 200.0, .interval = Interval{.low = 0.7, .high = 0.93, .statistic = {}}, .n = 1200}});
        targets.push_back({"minimum", task, i % 3 == 0 ? 0.9 : 0.8});
    }
    for (const TargetKind &kind : targetKinds()) {
        if (!kind.perTask) {
            figures.push_back({kind.name, {}, {.lack = kind.money ? Lack::NoRate : Lack::NotMeasured}});
        }
    }
    constexpr int kRail = theme::kRailWidth;
    constexpr int kScrollBar = 12;
    panel.setFigures(figures, targets, RunStatus::Finished);
    panel.resize(width - kRail - theme::kInspectorWidth - 2 * theme::kMargin - kScrollBar, 400);
    panel.show();
    QTest::qWait(50);
    auto *table = panel.findChild<QTableView *>(QStringLiteral("targetsTable"));
    QVERIFY2(
        table->horizontalHeader()->length() <= table->viewport()->width(),
        qPrintable(QStringLiteral("%1 > %2").arg(table->horizontalHeader()->length()).arg(table->viewport()->width())));
    QVERIFY(table->verticalHeader()->length() <= table->viewport()->height());
    // Figures and names of tasks are there whole; a reason that is not says so in its tooltip.
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const bool ofTask = row > 8;
        for (const int column : {TargetsModel::Asked, TargetsModel::Measured, TargetsModel::Result,
                                 TargetsModel::Certainty, ofTask ? TargetsModel::What : TargetsModel::Asked}) {
            const QModelIndex index = table->model()->index(row, column);
            QVERIFY2(table->columnSpan(row, 0) > 1 ||
                         table->columnWidth(column) >= table->sizeHintForIndex(index).width(),
                     qPrintable(index.data().toString()));
        }
        const QModelIndex reason = table->model()->index(row, TargetsModel::Reason);
        QCOMPARE(reason.data(Qt::ToolTipRole).toString(), reason.data().toString());
    }
    panel.adjustSize();
    panel.resize(width - kRail - theme::kInspectorWidth - 2 * theme::kMargin - kScrollBar, panel.height());
    QTest::qWait(50);
    QVERIFY(!test::saveScreenshot(panel, QStringLiteral("decide-targets-%1-%2").arg(code).arg(width)).isEmpty());
    language::apply(QStringLiteral("en"));
}

QTEST_MAIN(TestDecideTargets)
#include "tst_decide_targets.moc"
