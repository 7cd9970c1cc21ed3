#include "data_page_test.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "tests/support/screenshot.h"
#include "widgets/data/class_model.h"
#include "widgets/data/label_keys.h"
#include "widgets/data/labeller.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"
#include "widgets/frame/theme.h"

#include <QAbstractItemModelTester>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace atlas;
using namespace atlas::widgets;

/// The sheet of classes over the real data page.
class TestClassSheet : public test::DataPageTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theModelIsSound();
    void renamesAndTakesItBack();
    void mergesTheChosenIntoTheLargest();
    void offersToMergeSpellings();
    void deletesAndOrders();
    void aChosenKeyLabels();
    void deleteKeyRemovesSamples();
    void chosenKeysLeaveTheOthersTheirs();

private:
    void show(const std::vector<Sample> &samples, const std::vector<std::string> &classes);
    QStringList classes();
    void choose(const QStringList &names);
    template <typename Button>
    Button *button(const char *name)
    {
        return m_page->findChild<Button *>(QLatin1String(name));
    }

    QTableView *m_table = nullptr;
};

namespace {

Sample text(const std::string &words, const std::string &label)
{
    Sample sample;
    sample.text = words;
    sample.externalId = words;
    if (!label.empty()) {
        sample.labels = {{label, 1.0}};
    }
    return sample;
}

}  // namespace

void TestClassSheet::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestClassSheet::init()
{
    begin();
}

void TestClassSheet::cleanup()
{
    end();
}

void TestClassSheet::show(const std::vector<Sample> &samples, const std::vector<std::string> &classes)
{
    m_dataset = m_project->addSamples("notes", "text", samples, classes);
    QVERIFY(openPage({900, 640}));
    m_page->inspector()->findChild<QToolButton *>(QStringLiteral("manageClasses"))->click();
    m_table = m_page->findChild<QTableView *>(QStringLiteral("classTable"));
    QVERIFY(m_table);
}

QStringList TestClassSheet::classes()
{
    const auto connection = m_session->project().connect();
    QStringList list;
    for (const storage::LabelClass &one : storage::DatasetStore(*connection).classes(m_dataset)) {
        list << QString::fromStdString(one.name) + QLatin1Char(' ') + QString::number(one.count);
    }
    return list;
}

void TestClassSheet::choose(const QStringList &names)
{
    m_table->clearSelection();
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        if (names.contains(m_table->model()->index(row, ClassModel::Name).data().toString())) {
            m_table->selectionModel()->select(m_table->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
}

void TestClassSheet::theModelIsSound()
{
    const ClassColours colours;
    ClassModel model(&colours);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setClasses({.id = 1, .name = "d", .kind = "text"}, {{1, "a", 0, 3, {}}, {2, "b", 1, 4, "X"}}, true);
    QCOMPARE(model.index(0, ClassModel::Key).data().toString(), QStringLiteral("1"));
    QCOMPARE(model.index(1, ClassModel::Key).data().toString(), QStringLiteral("X"));
    model.setClasses({.id = 1, .name = "d", .kind = "text"}, {}, false);
    QCOMPARE(model.rowCount(), 0);
}

void TestClassSheet::renamesAndTakesItBack()
{
    show({text("a", "good"), text("b", "bad")}, {"good", "bad"});
    m_table->model()->setData(m_table->model()->index(0, ClassModel::Name), QStringLiteral("良品"));
    QTRY_COMPARE(classes(), QStringList({"良品 1", "bad 1"}));
    QTRY_COMPARE(m_table->model()->index(0, ClassModel::Name).data().toString(), QStringLiteral("良品"));
    QTRY_VERIFY(m_page->model()->sample(0));
    QCOMPARE(m_page->model()->sample(0)->labels[0].name, "良品");
    m_page->labeller()->undo();
    QTRY_COMPARE(classes(), QStringList({"good 1", "bad 1"}));
}

void TestClassSheet::mergesTheChosenIntoTheLargest()
{
    show({text("a", "x"), text("b", "y"), text("c", "y"), text("d", "z")}, {"x", "y", "z"});
    auto *merge = button<QPushButton>("classMerge");
    choose({"x"});
    QVERIFY(!merge->isEnabled());
    choose({"x", "y"});
    QVERIFY(merge->isEnabled());
    QVERIFY(merge->text().contains(QLatin1Char('y')));
    test::saveScreenshot(*m_page, "class_sheet");
    merge->click();
    QTRY_COMPARE(classes(), QStringList({"y 3", "z 1"}));
}

void TestClassSheet::offersToMergeSpellings()
{
    show({text("a", "Gray"), text("b", "gray"), text("c", "gray ")}, {"Gray", "gray", "gray "});
    test::saveScreenshot(*m_page, "class_variants");
    auto *merge = button<QPushButton>("mergeVariants");
    QVERIFY(merge);
    merge->click();
    QTRY_COMPARE(classes().size(), 1);
    QTRY_VERIFY(!button<QPushButton>("mergeVariants"));
    m_page->labeller()->undo();
    QTRY_COMPARE(classes().size(), 3);
}

void TestClassSheet::deletesAndOrders()
{
    show({text("a", "x"), text("b", "y"), text("c", "z")}, {"x", "y", "z"});
    choose({"z"});
    button<QToolButton>("classUp")->click();
    QTRY_COMPARE(classes(), QStringList({"x 1", "z 1", "y 1"}));
    QTRY_COMPARE(m_table->model()->index(1, 0).data().toString(), QStringLiteral("z"));
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);  // what was chosen stays chosen
    button<QPushButton>("classDelete")->click();
    QTRY_COMPARE(classes(), QStringList({"x 1", "y 1"}));
}

void TestClassSheet::aChosenKeyLabels()
{
    show({text("a", ""), text("b", "")}, {"no", "yes"});
    m_table->model()->setData(m_table->model()->index(0, ClassModel::Key), QStringLiteral("0"));
    QTRY_COMPARE(m_page->browser()->keys()->keys(), QStringList({"0", "1"}));
    m_page->browser()->focusSamples();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QTRY_COMPARE(classes(), QStringList({"no 1", "yes 1"}));
}

void TestClassSheet::deleteKeyRemovesSamples()
{
    show({text("a", "x"), text("b", "x"), text("c", "y")}, {"x", "y"});
    m_page->browser()->focusSamples();
    m_page->browser()->setCurrentRow(1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QTRY_COMPARE(m_page->model()->rowCount(), 2);
    QCOMPARE(classes(), QStringList({"x 1", "y 1"}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_page->model()->rowCount(), 3);
}

void TestClassSheet::chosenKeysLeaveTheOthersTheirs()
{
    std::vector<storage::LabelClass> classes{{1, "a", 0, 0, {}}, {2, "b", 1, 0, "1"}, {3, "c", 2, 0, {}}};
    QCOMPARE(labelKeys(classes), QStringList({"2", "1", "3"}));
    const QKeyEvent one(QEvent::KeyPress, Qt::Key_1, Qt::KeypadModifier);
    QCOMPARE(classOfKey(one, labelKeys(classes)), std::optional(1));
}

QTEST_MAIN(TestClassSheet)
#include "tst_class_sheet.moc"
