#include "data_page_test.h"
#include "storage/connection.h"
#include "storage/dataset_store.h"
#include "storage/sample_store.h"
#include "widgets/data/labeller.h"
#include "widgets/data/sample_browser.h"
#include "widgets/data/sample_model.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace atlas;
using namespace atlas::widgets;

/// The real data page over a real project, driven by keys.
class TestLabelling : public test::DataPageTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void digitLabelsAndAdvances();
    void numberPadLabelsToo();
    void keysLabelTheWholeChoice();
    void undoAndRedoRestoreEveryStep();
    void undoAskedForAtOnceFindsTheOldValues();
    void verifyNeedsALabel();
    void zeroSkipsAndUUnlabels();
    void lettersTypedIntoTheFilterStayLetters();
    void loupeLabelsAndAdvances();
    void multiLabelToggles();
    void historyRemembersWhoAndWhat();
    void choiceKeysNameOptionsByNumber();
    void newClassIsMadeAndGiven();
    void aTaskThatIsAskedForIsOfTheDatasetThatIsOpened();

private:
    void show(std::int64_t dataset);
    QString labelOf(int row);
    ReviewState reviewOf(int row);
};

void TestLabelling::init()
{
    begin();
}

void TestLabelling::cleanup()
{
    end();
}

void TestLabelling::show(std::int64_t dataset)
{
    m_dataset = dataset;
    QVERIFY(openPage({900, 600}));
    QTRY_VERIFY(m_page->browser()->currentRow() == 0);
}

QString TestLabelling::labelOf(int row)
{
    const Sample sample = m_project->samples(m_dataset).at(std::size_t(row));
    QStringList names;
    for (const Label &label : sample.labels) {
        names << QString::fromStdString(label.name);
    }
    return names.join(QLatin1Char('+'));
}

ReviewState TestLabelling::reviewOf(int row)
{
    return m_project->samples(m_dataset).at(std::size_t(row)).review;
}

void TestLabelling::digitLabelsAndAdvances()
{
    show(m_project->addTexts("notes", 5, {"good", "defect"}));
    press(Qt::Key_2);
    press(Qt::Key_1);
    QTRY_COMPARE(labelOf(0), QStringLiteral("defect"));
    QTRY_COMPARE(labelOf(1), QStringLiteral("good"));
    QCOMPARE(m_page->browser()->currentRow(), 2);
    QCOMPARE(reviewOf(0), ReviewState::Labelled);
    press(Qt::Key_9);  // no ninth class
    QTest::qWait(30);
    QCOMPARE(labelOf(2), QString());
    QCOMPARE(m_page->browser()->currentRow(), 2);
}

void TestLabelling::numberPadLabelsToo()
{
    show(m_project->addTexts("notes", 3, {"good", "defect"}));
    press(Qt::Key_2, Qt::KeypadModifier);
    QTRY_COMPARE(labelOf(0), QStringLiteral("defect"));
}

void TestLabelling::keysLabelTheWholeChoice()
{
    show(m_project->addTexts("notes", 6, {"good", "defect"}));
    press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_page->browser()->chosenRows().size(), 6);
    press(Qt::Key_1);
    QTRY_COMPARE(labelOf(5), QStringLiteral("good"));
    QCOMPARE(labelOf(0), QStringLiteral("good"));
    QTRY_COMPARE(m_page->labeller()->state().undoable, 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(labelOf(5), QString());
    QCOMPARE(labelOf(0), QString());
}

void TestLabelling::undoAndRedoRestoreEveryStep()
{
    show(m_project->addTexts("notes", 40, {"good", "defect"}));
    for (int i = 0; i < 40; ++i) {
        press(i % 2 == 0 ? Qt::Key_1 : Qt::Key_2);
    }
    QTRY_COMPARE(labelOf(39), QStringLiteral("defect"));
    for (int i = 0; i < 40; ++i) {
        press(Qt::Key_Z, Qt::ControlModifier);
    }
    QTRY_COMPARE(labelOf(0), QString());
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(labelOf(i), QString());
        QCOMPARE(reviewOf(i), ReviewState::Unlabelled);
    }
    for (int i = 0; i < 40; ++i) {
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
    QTRY_COMPARE(labelOf(39), QStringLiteral("defect"));
    QCOMPARE(labelOf(0), QStringLiteral("good"));
}

void TestLabelling::undoAskedForAtOnceFindsTheOldValues()
{
    show(m_project->addPictures("parts", 8, {"good", "defect"}));
    QCOMPARE(labelOf(0), QStringLiteral("good"));
    QCOMPARE(reviewOf(0), ReviewState::Verified);
    press(Qt::Key_2);
    press(Qt::Key_Z, Qt::ControlModifier);  // before the answer of the first can have come
    press(Qt::Key_Y, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTest::qWait(100);
    QTRY_COMPARE(labelOf(0), QStringLiteral("good"));
    QCOMPARE(reviewOf(0), ReviewState::Verified);
}

void TestLabelling::verifyNeedsALabel()
{
    show(m_project->addPictures("parts", 8, {"good", "defect"}));
    m_page->browser()->setCurrentRow(2);
    press(Qt::Key_V);
    m_page->browser()->setCurrentRow(3);
    press(Qt::Key_V);
    QTRY_COMPARE(reviewOf(2), ReviewState::Verified);
    QTest::qWait(30);
    QCOMPARE(reviewOf(3), ReviewState::Unlabelled);
    m_page->browser()->setCurrentRow(2);
    press(Qt::Key_V);
    QTRY_COMPARE(reviewOf(2), ReviewState::Labelled);
}

void TestLabelling::zeroSkipsAndUUnlabels()
{
    show(m_project->addPictures("parts", 8, {"good", "defect"}));
    press(Qt::Key_0);
    QTRY_COMPARE(reviewOf(0), ReviewState::Skipped);
    QCOMPARE(labelOf(0), QStringLiteral("good"));
    QCOMPARE(m_page->browser()->currentRow(), 1);
    press(Qt::Key_U);
    QTRY_COMPARE(labelOf(1), QString());
    QCOMPARE(reviewOf(1), ReviewState::Unlabelled);
}

void TestLabelling::lettersTypedIntoTheFilterStayLetters()
{
    show(m_project->addTexts("notes", 5, {"good", "defect"}));
    press(Qt::Key_Slash);
    auto *field = m_page->findChild<QLineEdit *>(QStringLiteral("filterField"));
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("uv12"));
    QCOMPARE(field->text(), QStringLiteral("uv12"));
    QCOMPARE(m_page->labeller()->state().undoable, 0);
}

void TestLabelling::loupeLabelsAndAdvances()
{
    show(m_project->addPictures("parts", 8, {"good", "defect"}));
    press(Qt::Key_Space);
    QVERIFY(m_page->browser()->loupeOpen());
    press(Qt::Key_2);
    QTRY_COMPARE(labelOf(0), QStringLiteral("defect"));
    QCOMPARE(m_page->browser()->currentRow(), 1);
    press(Qt::Key_Right);
    QCOMPARE(m_page->browser()->currentRow(), 2);
    press(Qt::Key_Space);
    QVERIFY(!m_page->browser()->loupeOpen());
    QCOMPARE(m_page->browser()->currentRow(), 2);
}

void TestLabelling::multiLabelToggles()
{
    show(m_project->addTexts("tags", 3, {"red", "blue"}, true));
    press(Qt::Key_1);
    press(Qt::Key_2);
    QTRY_COMPARE(labelOf(0), QStringLiteral("red+blue"));
    QCOMPARE(m_page->browser()->currentRow(), 0);
    press(Qt::Key_1);
    QTRY_COMPARE(labelOf(0), QStringLiteral("blue"));
}

void TestLabelling::historyRemembersWhoAndWhat()
{
    show(m_project->addTexts("notes", 2, {"good", "defect"}));
    const std::int64_t id = m_page->model()->idAt(0);
    press(Qt::Key_1);
    QTRY_COMPARE(labelOf(0), QStringLiteral("good"));
    const auto connection = m_session->project().connect();
    const auto events = storage::SampleStore(*connection, m_session->project().assetFolder()).history(id);
    const auto label = std::find_if(events.begin(), events.end(), [](const auto &e) { return e.what == "label"; });
    QVERIFY(label != events.end());
    QCOMPARE(QString::fromStdString(label->actor), m_session->actor());
    QVERIFY(QString::fromStdString(label->after).contains(QStringLiteral("good")));
}

void TestLabelling::choiceKeysNameOptionsByNumber()
{
    Sample first;
    first.question = "How do you open a tin?";
    first.choices = {"With a spoon", "With an opener", "With a song"};
    first.labels = {{"2", 1.0}};  // so that the class "2" is the first in the list
    Sample second = first;
    second.question = "How do you boil an egg?";
    second.labels.clear();
    show(m_project->addSamples("goals", "choice", {first, second}, {}));
    m_page->browser()->setCurrentRow(1);
    press(Qt::Key_1);
    QTRY_COMPARE(labelOf(1), QStringLiteral("0"));
    m_page->browser()->setCurrentRow(1);
    press(Qt::Key_3);
    QTRY_COMPARE(labelOf(1), QStringLiteral("2"));
}

void TestLabelling::newClassIsMadeAndGiven()
{
    show(m_project->addTexts("notes", 2, {"good"}));
    auto *field = m_page->inspector()->findChild<QLineEdit *>(QStringLiteral("newClass"));
    QVERIFY(field);
    field->setText(QStringLiteral("キズ"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(labelOf(0), QStringLiteral("キズ"));
    const auto connection = m_session->project().connect();
    QCOMPARE(storage::DatasetStore(*connection).classes(m_dataset).size(), std::size_t(2));
}

void TestLabelling::aTaskThatIsAskedForIsOfTheDatasetThatIsOpened()
{
    show(m_project->addTexts("notes", 5, {"good", "defect"}));
    std::vector<Sample> samples(9);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].text = "part " + std::to_string(i);
        samples[i].labels = {{i % 2 == 0 ? "round" : "flat", 1.0}};
    }
    m_project->addSamples("parts", "text", samples, {"round", "flat"});
    Q_EMIT m_session->datasetsChanged();
    m_page->open(QVariantMap{{QStringLiteral("dataset"), QStringLiteral("parts")}, {QStringLiteral("task"), true}});
    QWidget *sheet = nullptr;
    QTRY_VERIFY((sheet = m_page->findChild<QWidget *>(QStringLiteral("taskSheet"))) != nullptr);
    const auto says = [&](const QString &words) {
        const auto labels = sheet->findChildren<QLabel *>();  // some come with what is counted
        return std::any_of(labels.begin(), labels.end(), [&](QLabel *label) { return label->text().contains(words); });
    };
    QTRY_VERIFY(says(QStringLiteral("9 samples in 2 classes")));
    QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("filterCount"))->text().contains(QStringLiteral("9")));
}

QTEST_MAIN(TestLabelling)
#include "tst_labelling.moc"
